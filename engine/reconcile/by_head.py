"""Heads of an annex's columns that shorten the name of a task (新增床位 for 养老床位新增): totals against the figures of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.commitment import Commitment, Extraction, ReadTable
from engine.reconcile.common import unit_of
from engine.reconcile.structure import structure_of

_LEAST_HEAD = 4

Pair = tuple[Commitment, Commitment]


def pairs_by_head(extraction: Extraction) -> Iterator[Pair]:
    """Yield each figure of the text with the total of the one column that has no character which its name lacks.

    Only in a table most of whose totals repeat the text, so that it is known to divide the plan's own tasks.
    """
    whole = [
        c
        for c in extraction.commitments
        if c.section == "body" and c.part_of is None and c.bound.op == "=" and not c.relative and not _numbered(c.label)
    ]
    at = {c.start: c for c in extraction.commitments if c.section != "body"}
    for read in extraction.tables:
        pairs = list(_pairs(read, whole, at))
        same = sum(1 for one, other in pairs if one.bound.value == other.bound.value)
        if 2 * same > len(pairs):
            yield from pairs


def _pairs(read: ReadTable, whole: Sequence[Commitment], at: dict[int, Commitment]) -> Iterator[Pair]:
    total = structure_of(read).total
    for index, column in enumerate(read.columns if total else ()):
        entry = total.entries[index] if total else None
        cell = at.get(entry.start) if entry and column.summed and not column.adds else None
        head = set(column.label)
        if cell is None or len(column.label) < _LEAST_HEAD:
            continue
        fitting = [c for c in whole if unit_of(c) == unit_of(cell) and head <= set(c.label)]
        if len(fitting) == 1:
            yield fitting[0], cell


def _numbered(label: str) -> bool:
    """Whether a number ran into the name, which then is none to go by."""
    return any(character.isdigit() for character in label)
