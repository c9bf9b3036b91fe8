"""Finding tables that a page left with one cell a line: each row begins with a bar alone, each cell ends with one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from engine.document import Cell, Table
from engine.patterns import lazy

_LINE = lazy(r"[^\n]*")
_BARS = lazy(r"[|｜]+")
_ROW = lazy(r"^[ \t]*[|｜][ \t]*$", re.MULTILINE)
_LEAST_ROWS, _LEAST_COLUMNS = 3, 3
# A cell of several lines is never longer; what goes on longer is the prose behind the table.
_LONGEST_CELL = 600

_Span = tuple[int, int]


def find_barred(text: str) -> list[Table]:
    """Return the tables whose rows begin with a line that is a bar alone, at least three rows of three cells.

    A row of another number of cells is left out: nobody can tell whose its figures are.
    """
    if _ROW.search(text) is None:
        return []
    return [table for rows in _blocks(text) if (table := _table(text, rows)) is not None]


def _table(text: str, rows: Sequence[Sequence[_Span]]) -> Table | None:
    counts = Counter(len(row) for row in rows if len(row) >= _LEAST_COLUMNS)
    if not counts:
        return None
    width = max(counts, key=lambda count: (counts[count], count))
    whole = [row for row in rows if len(row) == width]
    if len(whole) < _LEAST_ROWS:
        return None
    above = rows[: rows.index(whole[0])]
    title = " ".join(text[slice(*above[-1][0])].split()) if above and len(above[-1]) == 1 else ""
    cells = [Cell(r, c, start, end) for r, row in enumerate(whole) for c, (start, end) in enumerate(row)]
    return Table(tuple(cells), title)


def _blocks(text: str) -> Iterator[list[list[_Span]]]:
    """Yield the rows of each run of lines that bars open and close."""
    rows: list[list[_Span]] = []
    opened = -1
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words in ("|", "｜"):
            rows.append([])
            opened = -1
        elif not rows or not words or _BARS.fullmatch(words):
            continue
        elif words[-1] in "|｜" and not _BARS.search(words[:-1]):
            begin = opened if opened >= 0 else match.start() + match.group().index(words[0])
            inner = text[begin : match.start() + match.group().rindex(words[-1])].rstrip()
            rows[-1].append((begin, begin + len(inner)))
            opened = -1
        elif _BARS.search(words) or (opened >= 0 and match.end() - opened > _LONGEST_CELL):
            yield rows
            rows, opened = [], -1
        elif opened < 0:
            opened = match.start() + match.group().index(words[0])
    yield rows
