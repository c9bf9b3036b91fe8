"""Sheets as a document: their titles and notes as paragraphs, their grids as tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from engine.wording import Text, phrase
from plans.assembly import Assembly, GridCell, column_letters
from plans.ooxml.sheet import Sheet

_Place = tuple[int, int]


def write_sheets(made: Assembly, sheets: Sequence[Sheet]) -> None:
    """Write the visible sheets into an assembly; hidden ones are named (``hidden-content``)."""
    for sheet in sheets:
        if sheet.visible:
            _write(made, sheet)
    hidden = "、".join(sheet.name for sheet in sheets if not sheet.visible)
    if hidden:
        made.note("hidden-content", phrase("plans.hidden-sheets", names=hidden))


def _write(made: Assembly, sheet: Sheet) -> None:
    rows = _uncovered(sheet)
    for region in _regions(rows):
        _region(made, sheet, rows, region)
    named = {block.cell: index for index, block in enumerate(made.blocks) if block.cell}
    for place, (formula, stored) in sorted(sheet.failed.items()):
        key = "plans.error-value" if stored else "plans.no-stored-value"
        named_formula = Text(formula, f" {formula}") if formula else ""
        detail = phrase(key, value=stored, formula=named_formula)
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


def _name(sheet: Sheet, place: _Place) -> str:
    return f"{sheet.name}!{column_letters(place[1])}{place[0] + 1}"
