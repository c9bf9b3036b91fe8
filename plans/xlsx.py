"""Excel workbooks (.xlsx): every visible sheet, its titles as paragraphs and its grid as a table.

A number is read as the sheet shows it (percentages, dates, units in the format), exactly and from the digits in the
file. A formula counts by its stored value; one without is told (``uncomputed-formula``). Hidden sheets are left out
and named (``hidden-content``); hidden rows and columns stay, since totals add them up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from engine.document import Document
from engine.wording import phrase
from plans.refusals import ZIP, holds

if TYPE_CHECKING:
    from plans.assembly import Assembly
    from plans.ooxml.workbook import Sheet

Place = tuple[int, int]


class XlsxReader:
    """Reads Excel workbooks; blocks and cells carry the sheet's own cell names (``Sheet1!H16``)."""

    formats = ("xlsx",)
    isolated = True
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know a workbook by ``xl/workbook`` in its directory."""
        return head.startswith(ZIP) and holds(head, b"xl/workbook.xml")

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError when it is damaged, encrypted, unsafe or without words."""
        from plans.assembly import assembly
        from plans.ooxml.container import open_container
        from plans.ooxml.workbook import read_workbook

        sheets = read_workbook(open_container(path.as_posix(), data))
        made = assembly(path)
        for sheet in sheets:
            if sheet.visible:
                _write(made, sheet)
        hidden = "、".join(sheet.name for sheet in sheets if not sheet.visible)
        if hidden:
            made.note("hidden-content", phrase("plans.hidden-sheets", names=hidden))
        return made.build(data, "xlsx")


def _write(made: Assembly, sheet: Sheet) -> None:
    rows = _uncovered(sheet)
    for region in _regions(rows):
        _region(made, sheet, rows, region)
    named = {block.cell: index for index, block in enumerate(made.blocks) if block.cell}
    for place, stored in sorted(sheet.failed.items()):
        detail = phrase("plans.error-value", value=stored) if stored else phrase("plans.no-stored-value")
        made.note("uncomputed-formula", detail, named.get(_name(sheet, place)))


def _uncovered(sheet: Sheet) -> dict[int, list[int]]:
    """Return the columns in use by row, without cells that lie under another one merged over them."""
    rows: dict[int, list[int]] = {}
    for row, column in sorted({*sheet.cells, *sheet.failed}):
        rows.setdefault(row, []).append(column)
    used = sorted(rows)
    for (top, left), (height, width) in sheet.merged.items():
        for row in used[bisect_left(used, top) : bisect_left(used, top + height)]:
            rows[row] = [c for c in rows[row] if not left <= c < left + width or (row, c) == (top, left)]
    return {row: columns for row, columns in rows.items() if columns}


def _regions(rows: dict[int, list[int]]) -> Iterable[list[int]]:
    """Split a sheet's rows where blank rows are followed by a line on its own, the title of another table."""
    region: list[int] = []
    for row in sorted(rows):
        if region and row > region[-1] + 1 and len(rows[row]) == 1:
            yield region
            region = []
        region.append(row)
    if region:
        yield region


def _region(made: Assembly, sheet: Sheet, rows: dict[int, list[int]], region: list[int]) -> None:
    from plans.assembly import GridCell

    grid = [row for row in region if len(rows[row]) > 1]
    if not grid:
        _lines(made, sheet, rows, region)
        return
    first, last = _extent(sheet, rows, region, grid)
    _lines(made, sheet, rows, [row for row in region if row < first])
    within = [row for row in region if first <= row <= last]
    left = min(rows[row][0] for row in within)
    cells = []
    for row in within:
        for column in rows[row]:
            height, width = sheet.merged.get((row, column), (1, 1))
            text = sheet.cells.get((row, column), "")
            cells.append(GridCell(row - first, column - left, text, height, width))
    made.add_table(cells, sheet.name, origin=(first, left))
    _lines(made, sheet, rows, [row for row in region if row > last])


def _extent(sheet: Sheet, rows: dict[int, list[int]], region: list[int], grid: list[int]) -> tuple[int, int]:
    """Return the table's first and last row: rows with several cells, and those that merged cells tie to them."""
    first, last = grid[0], grid[-1]
    for row in region:
        reach = row + max(sheet.merged.get((row, column), (1, 1))[0] for column in rows[row]) - 1
        if row < first <= reach:
            first = row
        elif first <= row <= last < reach:
            last = reach
    return first, last


def _lines(made: Assembly, sheet: Sheet, rows: dict[int, list[int]], chosen: list[int]) -> None:
    for row in chosen:
        for column in rows[row]:
            made.add(sheet.cells.get((row, column), ""), cell=_name(sheet, (row, column)))


def _name(sheet: Sheet, place: Place) -> str:
    from plans.assembly import column_letters

    return f"{sheet.name}!{column_letters(place[1])}{place[0] + 1}"


READER = XlsxReader()
