"""Finding tables whose cells one blank parts, as text copied from a page has them: 3 石桥镇 12 25.2 12 25.2.

A row is a name (behind a serial number or not) and its figures. An empty cell of a copied page is a line break of its
own, so that a row may run over several lines. The head tells how many columns there are: without one that names them
all, or with rows of different widths, there is no table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from engine.document import Cell, Table
from engine.patterns import lazy
from engine.tables.words import CORNER, SERIAL, TITLE, bare, is_total

_FIGURE = r"[-+]?\d[\d,]*(?:\.\d+)?%?|[-—–/]"
_NAME = r"[合总小共][ \u3000\u00a0]{0,6}计|[一-龥A-Za-z(（][一-龥A-Za-z0-9()（）、·\-]{1,24}"
_ROW = lazy(
    rf"^[^\S\n]*(?:(?P<serial>\d{{1,3}})[ \u3000\u00a0])?(?P<name>{_NAME})"
    rf"(?P<cells>(?:[ \u3000\u00a0\n]+(?:{_FIGURE})(?=[ \u3000\u00a0\n]|$))+)[^\S\n]*(?=\n|$)",
    re.MULTILINE,
)
_CELL = lazy(_FIGURE)
# Cells of which each has a line are another form.
_BESIDE = lazy(rf"^[ \u3000\u00a0]+(?:{_FIGURE})|(?:{_FIGURE})[ \u3000\u00a0]+(?:{_FIGURE})")
_LEAST_ROWS = 3
_MOST_BLANKS = 12
_HEAD_LINES = 2
_REACH = 400


class _Row(Struct, frozen=True):
    """A row of figures: where its serial number and name stand, and a place for each of its cells."""

    start: int
    end: int
    serial: tuple[int, int] | None
    name: tuple[int, int]
    cells: tuple[tuple[int, int], ...]


def find_spaced(text: str) -> list[Table]:
    """Return the tables of three rows at least that single blanks part, each with a head that fits."""
    tables = []
    for rows in _blocks(text):
        width = len(rows[0].cells)
        serial = rows[0].serial is not None
        named = any(is_total(text[slice(*row.name)]) for row in rows)
        head = _head(text, rows[0].start, 1 + serial, width, sure=named)
        if head is not None:
            cells, height, title = head
            cells += [cell for number, row in enumerate(rows, height) for cell in _cells(row, number, serial)]
            tables.append(Table(tuple(cells), title))
    return tables


def _blocks(text: str) -> Iterator[list[_Row]]:
    """Yield the runs of rows of one width that stand right behind each other."""
    block: list[_Row] = []
    for row in (_row(match) for match in _ROW.finditer(text) if _BESIDE.search(match["cells"])):
        goes_on = block and not text[block[-1].end : row.start].strip()
        blanks = text.count("\n", block[-1].end, row.start) - 1 if goes_on else 0
        if goes_on and 0 <= blanks <= _MOST_BLANKS:
            last = block[-1]
            if len(last.cells) + blanks == len(row.cells) or len(last.cells) + blanks == len(block[0].cells) > len(
                last.cells
            ):
                # Empty cells at the end of a row are the lines between it and the next one.
                at = (last.end, last.end)
                block[-1] = _Row(last.start, last.end, last.serial, last.name, last.cells + (at,) * blanks)
            block.append(row)
            continue
        yield from _even(block, text)
        block = [row]
    yield from _even(block, text)


def _even(block: Sequence[_Row], text: str) -> Iterator[list[_Row]]:
    """Yield a block whose rows have one width, and a serial number in all of them but the totals, or in none."""
    if len(block) < _LEAST_ROWS or len({len(row.cells) for row in block}) > 1:
        return
    parts = [row for row in block if not is_total(text[slice(*row.name)])]
    if parts and len({row.serial is None for row in parts}) == 1:
        first = block[0] if block[0] in parts else _Row(*_fields(block[0], parts[0].serial is not None))
        yield [first, *block[1:]]


def _fields(
    row: _Row, serial: bool
) -> tuple[int, int, tuple[int, int] | None, tuple[int, int], tuple[tuple[int, int], ...]]:
    place = (row.name[0], row.name[0]) if serial else None
    return row.start, row.end, place, row.name, row.cells


def _row(match: re.Match[str]) -> _Row:
    cells: list[tuple[int, int]] = []
    at = match.start("cells")
    for found in _CELL.finditer(match.string, at, match.end("cells")):
        blanks = match.string.count("\n", at, found.start())
        cells += [(at, at)] * blanks
        cells.append(found.span())
        at = found.end()
    serial = match.span("serial") if match["serial"] else None
    return _Row(match.start(), match.end(), serial, match.span("name"), tuple(cells))


def _cells(row: _Row, number: int, serial: bool) -> list[Cell]:
    leading = [row.serial or (row.start, row.start), row.name] if serial else [row.name]
    return [Cell(number, column, start, end) for column, (start, end) in enumerate([*leading, *row.cells])]


def _head(text: str, end: int, leading: int, width: int, *, sure: bool) -> tuple[list[Cell], int, str] | None:
    """Return the head cells, how many rows they are and the title, from the lines above a block; None where none fits.

    A head of two rows has groups of one size above, with what each group is divided into below.
    """
    begin = max(0, end - _REACH)
    lines = [m for m in re.finditer(r"[^\n]+", text[begin:end]) if m.group().strip()]
    for height in range(1, _HEAD_LINES + 1):
        names = [_words(line, begin) for line in lines[-height:]]
        if len(names) < height or not _is_corner(text, names[0], leading, sure=sure):
            continue
        cells = _flat(names[0], leading + width) if height == 1 else _grouped(text, names[0], names[1], leading, width)
        if cells is not None:
            above = [line.group().strip() for line in lines[:-height]]
            return cells, height, next((w for w in reversed(above[-3:]) if _is_title(w)), "")
    return None


def _words(line: re.Match[str], begin: int) -> list[tuple[int, int]]:
    found = re.finditer(r"[^\s\u3000]+", line.group())
    return [(begin + line.start() + m.start(), begin + line.start() + m.end()) for m in found]


def _is_corner(text: str, names: Sequence[tuple[int, int]], leading: int, *, sure: bool) -> bool:
    if len(names) <= leading:
        return False
    first = bare(text[slice(*names[0])])
    known = SERIAL.fullmatch(first) if leading > 1 else CORNER.fullmatch(first)
    return known is not None or (sure and leading == 1)


def _is_title(words: str) -> bool:
    return TITLE.fullmatch(bare(words)) is not None and not words.startswith(("单位", "附件", "附表"))


def _flat(names: Sequence[tuple[int, int]], width: int) -> list[Cell] | None:
    return [Cell(0, c, start, end) for c, (start, end) in enumerate(names)] if len(names) == width else None


def _grouped(
    text: str, upper: Sequence[tuple[int, int]], lower: Sequence[tuple[int, int]], leading: int, width: int
) -> list[Cell] | None:
    groups = upper[leading:]
    single = [i for i, place in enumerate(groups) if is_total(text[slice(*place)])]
    if len(lower) == width:
        single = []
    shared = len(groups) - len(single)
    if not shared or len(lower) % shared or len(lower) + len(single) != width:
        return None
    size = len(lower) // shared
    cells = [Cell(0, c, start, end, rows=2) for c, (start, end) in enumerate(upper[:leading])]
    column = below = 0
    for index, (start, end) in enumerate(groups):
        if index in single:
            cells.append(Cell(0, leading + column, start, end, rows=2))
            column += 1
            continue
        cells.append(Cell(0, leading + column, start, end, columns=size))
        for offset, place in enumerate(lower[below : below + size]):
            cells.append(Cell(1, leading + column + offset, *place))
        column, below = column + size, below + size
    return cells
