"""Finding a table of one or two rows that was flattened into a cell a line: too few rows to show a period.

The head has to be there: below a title or 单位：万元, as many names as the row has cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from engine.document import Cell, Table
from engine.tables.find.captions import is_title, title_above
from engine.tables.find.lines import Piece
from engine.tables.words import CORNER, bare

_LEAST_FIGURES = 3
_MOST_ROWS = 2


def find_short(run: Sequence[Piece]) -> Table | None:
    """Return the table of one or two rows in a run of cells, or None."""
    for first, piece in enumerate(run):
        if piece.kind != "N" or (first and run[first - 1].kind != "T"):
            continue
        figures = _figures(run, first)
        begin = first - 1 - (figures + 1)
        if figures < _LEAST_FIGURES or begin < 0 or not _is_head(run, begin, first - 1):
            continue
        width = figures + 1
        cells = [Cell(0, column, run[begin + column].start, run[begin + column].end) for column in range(width)]
        at, row = first - 1, 1
        while row <= _MOST_ROWS and at + width <= len(run) and run[at].kind == "T" and _figures(run, at + 1) == figures:
            cells += [Cell(row, column, p.start, p.end) for column, p in enumerate(run[at : at + width])]
            at, row = at + width, row + 1
        title, _ = title_above(run, begin)
        return Table(tuple(cells), title)
    return None


def _figures(run: Sequence[Piece], first: int) -> int:
    """Return how many figures and blanks, a figure first, stand in a row from ``first`` on."""
    end = first
    while end < len(run) and run[end].kind != "T":
        end += 1
    while end > first and run[end - 1].kind == "B":
        end -= 1
    return end - first


def _is_head(run: Sequence[Piece], begin: int, end: int) -> bool:
    """Whether the cells before a row are the names of its columns and no more."""
    if any(piece.kind != "T" for piece in run[begin:end]) or any(is_title(piece) for piece in run[begin:end]):
        return False
    return (begin > 0 and is_title(run[begin - 1])) or CORNER.fullmatch(bare(run[begin].text)) is not None
