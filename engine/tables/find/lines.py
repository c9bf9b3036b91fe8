"""Lines of a text as the cells of a flattened table: one cell a line, a constant number of empty lines between.

A blank cell is a line of blanks (a web page keeps its ``&nbsp;``), or, where the page lost them, a gap that is longer
by whole cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.tables.printed import is_told_figure

Kind = Literal["T", "N", "B"]

LONGEST_CELL = 60
_FIGURE_LINE = lazy(
    r"^[^\S\n]*\|?[^\S\n]*(?:每[一-龥]{1,2}|不[低少高超][于少过])*[-+约≥≤]?\d[^\n]{0,14}$", re.MULTILINE
)
_LEAST_FIGURES = 2


class Piece(Struct, frozen=True):
    """A line that may be a cell: words (T), a figure (N) or a blank (B), after ``gap`` empty lines.

    ``start``/``end`` are offsets into the text, without the blanks around the words; ``long`` marks a line of prose.
    """

    start: int
    end: int
    kind: Kind
    text: str
    gap: int
    long: bool = False


def may_hold_tables(text: str) -> bool:
    """Whether any line is a figure alone, without which no table was flattened into this text."""
    found = _FIGURE_LINE.finditer(text)
    return sum(1 for _ in zip(range(_LEAST_FIGURES), found, strict=False)) == _LEAST_FIGURES


def pieces_of(text: str) -> list[Piece]:
    """Return every line of the text that is not strictly empty, in order."""
    pieces: list[Piece] = []
    gap = start = 0
    for line in text.split("\n"):
        if line in ("", "\r"):
            gap += 1
        else:
            pieces.append(_piece(line, start, gap))
            gap = 0
        start += len(line) + 1
    return pieces


def _piece(line: str, start: int, gap: int) -> Piece:
    words = line.strip()
    if words.count("|") == 1:
        # A page that keeps the rule between two cells behind each of them, or before each.
        line = line.replace("|", " ")
        words = line.strip()
    if not words:
        return Piece(start, start + len(line.rstrip("\r")), "B", "", gap)
    first = start + len(line) - len(line.lstrip())
    kind: Kind = "N" if len(words) <= 20 and is_told_figure(words) else "T"
    return Piece(first, first + len(words), kind, fold(words), gap, len(words) > LONGEST_CELL)


def usual_gaps(pieces: Sequence[Piece]) -> list[int]:
    """Return the numbers of empty lines met beside figures, the most common first (three at most)."""
    gaps = Counter(after.gap for before, after in pairwise(pieces) if "N" in (before.kind, after.kind))
    return [gap for gap, _ in sorted(gaps.items(), key=lambda kv: (-kv[1], kv[0]))[:3]]


def segments(pieces: Sequence[Piece], gap: int, *, lost_blanks: bool) -> list[list[Piece]]:
    """Return the runs of cells that stand ``gap`` empty lines apart, without lines of prose.

    With ``lost_blanks`` a longer gap counts as the blank cells that fit into it.
    """
    runs: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.long:
            runs.append([])
            continue
        if runs[-1]:
            blanks = _blanks_between(runs[-1][-1], piece, gap) if lost_blanks else None
            if piece.gap != gap and blanks is None:
                runs.append([])
            runs[-1].extend(blanks or ())
        runs[-1].append(piece)
    return _joined([run for run in runs if run])


def _blanks_between(before: Piece, after: Piece, gap: int) -> list[Piece] | None:
    count, rest = divmod(after.gap - gap, gap + 1)
    if count <= 0 or rest or count > 30:
        return None
    offset = before.end + 1
    return [Piece(min(offset + i, after.start), min(offset + i, after.start), "B", "", gap) for i in range(count)]


def _joined(runs: list[list[Piece]]) -> list[list[Piece]]:
    """Join runs of one length that follow each other: a text that keeps its rows apart by a longer gap."""
    joined: list[list[Piece]] = []
    for group in _same_length(runs):
        if len(group) >= 3 and 3 <= len(group[0]) <= 30:
            joined.append([piece for run in group for piece in run])
        else:
            joined.extend(group)
    return joined


def _same_length(runs: list[list[Piece]]) -> Iterator[list[list[Piece]]]:
    group: list[list[Piece]] = []
    for run in runs:
        if group and len(group[-1]) != len(run):
            yield group
            group = []
        group.append(run)
    if group:
        yield group
