"""Faults to put into a document, one at a time: where its figures tie up today, and what would break that.

A place is eligible only where the unchanged document proves something: a sum that ties up, parts that make their whole,
a figure that lies inside what the standard allows. Each fault knows the rules one of which has to speak of it.
"""

from __future__ import annotations

import random

from faults_against_standard import against_standard
from faults_in_figures import in_facts, in_totals
from msgspec.structs import replace
from slips import Fault, Read

from engine.document import Block, Cell, Document, Table

__all__ = ["Fault", "Read", "faults_of", "injected"]


def faults_of(read: Read, rng: random.Random) -> list[Fault]:
    """Return one fault for each eligible place, in the order of kinds and places."""
    made = [*in_totals(read, rng), *in_facts(read, rng), *against_standard(read, rng)]
    return list(dict.fromkeys(made))


def injected(document: Document, fault: Fault) -> Document:
    """Return the document with the fault in it; blocks and cells behind it move along."""
    by = len(fault.text) - (fault.end - fault.start)

    def moved(offset: int) -> int:
        if offset >= fault.end:
            return offset + by
        return min(offset, fault.start + len(fault.text)) if offset > fault.start else offset

    def block(one: Block) -> Block:
        return replace(one, start=moved(one.start), end=moved(one.end))

    def table(one: Table) -> Table:
        kept = [c for c in one.cells if fault.text or not fault.start <= c.start <= c.end <= fault.end]
        gone = {c.row for c in one.cells} - {c.row for c in kept}
        return replace(one, cells=tuple(_up(replace(c, start=moved(c.start), end=moved(c.end)), gone) for c in kept))

    text = document.text[: fault.start] + fault.text + document.text[fault.end :]
    return replace(
        document, text=text, blocks=[block(b) for b in document.blocks], tables=[table(t) for t in document.tables],
        prints=(),
    )  # fmt: skip


def _up(cell: Cell, gone: set[int]) -> Cell:
    return replace(cell, row=cell.row - sum(row < cell.row for row in gone))
