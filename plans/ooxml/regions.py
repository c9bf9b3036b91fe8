"""Sheets as a document: their titles and notes as paragraphs, their grids as tables."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from engine.tables.printed import is_figure
from engine.tables.words import HEAD, TITLE, bare
from engine.wording import Text, phrase
from plans.assembly import Assembly, GridCell, column_letters
from plans.ooxml.sheet import MAX_CELLS, Sheet

_Place = tuple[int, int]
_NAMED = 10  # cells that a sentence lists


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
    _tell_of_hidden(made, sheet, rows)
    for region in _regions(sheet, rows):
        _region(made, sheet, rows, region)
    named = {block.cell: index for index, block in enumerate(made.blocks) if block.cell}
    for place, (formula, stored) in sorted(sheet.failed.items()):
        key = "plans.error-value" if stored else "plans.no-stored-value"
        named_formula = Text(formula, f" {formula}") if formula else ""
        detail = phrase(key, value=stored, formula=named_formula)
        made.note("uncomputed-formula", detail, named.get(_name(sheet, place)), stands_for=formula)
    _tell_of_lost(made, sheet, named)
    for key, count in (("plans.sheet-pictures", sheet.pictures), ("plans.sheet-boxes", sheet.boxes)):
        if count:
            made.note("hidden-content", phrase(key, sheet=sheet.name, count=count))


def _tell_of_lost(made: Assembly, sheet: Sheet, named: dict[str, int]) -> None:
    """Tell of the cells whose words the file does not hold, once a sheet."""
    places = sorted(sheet.lost)
    if places:
        names = [_name(sheet, place).rpartition("!")[2] for place in places[:_NAMED]]
        detail = phrase("plans.lost-strings", sheet=sheet.name, names="、".join(names), count=len(places))
        made.note("unreadable", detail, named.get(_name(sheet, places[0])))


def _tell_of_hidden(made: Assembly, sheet: Sheet, rows: dict[int, list[int]]) -> None:
    """Name the hidden rows and columns that hold something; they are read, since totals add them up."""
    numbers = [str(row + 1) for row in sorted(sheet.hidden_rows & rows.keys())]
    used = {column for columns in rows.values() for column in columns}
    letters = [column_letters(column) for column in sorted(sheet.hidden_columns & used)]
    for key, names in (("plans.hidden-rows", numbers), ("plans.hidden-columns", letters)):
        if names:
            made.note("hidden-content", phrase(key, sheet=sheet.name, names="、".join(names)))


def _uncovered(sheet: Sheet) -> dict[int, list[int]]:
    """Return the columns in use by row, without cells that lie under another one merged over them."""
    rows: dict[int, list[int]] = {}
    for row, column in sorted({*sheet.cells, *sheet.failed, *sheet.lost}):
        rows.setdefault(row, []).append(column)
    used = sorted(rows)
    for (top, left), (height, width) in sheet.merged.items():
        for row in used[bisect_left(used, top) : bisect_left(used, top + height)]:
            rows[row] = [c for c in rows[row] if not left <= c < left + width or (row, c) == (top, left)]
    return {row: columns for row, columns in rows.items() if columns}


def _regions(sheet: Sheet, rows: dict[int, list[int]]) -> Iterable[list[int]]:
    """Split a sheet's rows where another table begins: with its title, or, below blank rows, with its head."""
    region: list[int] = []
    for row in sorted(rows):
        if region and _begins_another(sheet, rows, row, blank_above=row > region[-1] + 1):
            yield region
            region = []
        region.append(row)
    if region:
        yield region


def _begins_another(sheet: Sheet, rows: dict[int, list[int]], row: int, *, blank_above: bool) -> bool:
    texts = [bare(sheet.cells.get((row, column), "")) for column in rows[row]]
    if len(texts) == 1:
        titled = TITLE.fullmatch(texts[0]) is not None and not texts[0].startswith("单位")
        return blank_above or (titled and sheet.merged.get((row, rows[row][0]), (1, 1))[1] > 1)
    return (
        blank_above and sum(HEAD.fullmatch(text) is not None for text in texts) > 0 and not any(map(is_figure, texts))
    )


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
    made.add_table([*cells, *_blank(cells)], sheet.name, origin=(first, left))
    _lines(made, sheet, rows, [row for row in region if row > last])


def _blank(cells: Sequence[GridCell]) -> Iterable[GridCell]:
    """Yield the cells of a table that the file leaves out because nothing is in them; in a sheet none is lost for that."""
    height = max(cell.row + cell.rows for cell in cells)
    width = max(cell.column + cell.columns for cell in cells)
    if height * width > MAX_CELLS:
        return
    covered = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    for row in range(height):
        for column in range(width):
            if (row, column) not in covered:
                yield GridCell(row, column, "")


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
