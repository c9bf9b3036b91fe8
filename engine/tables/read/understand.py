"""Understanding a table: heads, units, totals and the figures of every column, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from engine.commitment import Column, ReadTable
from engine.document import Cell, Table
from engine.patterns import lazy
from engine.tables.grid import Grid
from engine.tables.model import Entry, RowRole, TableFigure, TableRow, TableWords
from engine.tables.printed import Printed, is_bounded, read_cell, scaled
from engine.tables.read.heads import SHARES, ColumnHead, caption_units, head_name, read_head
from engine.tables.read.row_names import RowNames, is_serial_column
from engine.tables.words import bare, is_memo, is_subtotal, is_total

_BEFORE = 160
_OF_YEARS = lazy("年[度份限]|时间|时限|期限|日期")
_GROUP_NUMBER = lazy(r"[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?")
_NUMBERED_NAME = lazy(r"[一二三四五六七八九十]{1,3}[、.].+")
_UNDER_NAME = lazy(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.].+")
_COUNTED = lazy("[一-龥]{0,3}(?:数量|户数|人数|个数|里程|面积|规模|人口)")
_NOTE = lazy(r"(?:注|说明|备注)\d?[:：].*")


def read_table(table: Table, text: str, id: str) -> ReadTable:
    """Return the table understood: columns of figures, rows with their roles, cells of words.

    ``text`` is the document's text that the cells point into. A table without a column of figures has no columns but
    still its words.
    """
    grid = Grid(table, text)
    start = min((c.start for c in table.cells), default=0)
    captions = caption_units(grid, text[max(0, start - _BEFORE) : start], table.title)
    body = range(grid.head_rows, grid.height)
    numeric = [c for c in range(grid.width) if _is_column_of_figures(grid, c, body)]
    heads = [read_head(grid, c, captions) for c in numeric]
    names = RowNames(grid, body, numeric)
    rows = [_row(grid, names, r, numeric, heads) for r in body]
    rows = _blank_total([row for row in rows if not _NOTE.fullmatch(row.label)], heads)
    columns = tuple(_column(h, c, i, rows) for i, (h, c) in enumerate(zip(heads, numeric, strict=True)))
    words = tuple(_words(grid, names, body, numeric, id))
    return ReadTable(id, table.title, table, grid.head_rows, columns, tuple(rows), words)


def figures(read: ReadTable) -> Iterator[TableFigure]:
    """Yield every figure of the table, row by row, with the names of its row and column and its unit."""
    for row in read.rows:
        for column, entry in zip(read.columns, row.entries, strict=True):
            if entry.state == "figure" and entry.value is not None:
                yield TableFigure(
                    read.id, row.index, column.index, _told_whole(row), column.label, entry.unit, entry.value,
                    entry.digits, entry.approximate, row.role, entry.start, entry.end, row.group,
                )  # fmt: skip


def _told_whole(row: TableRow) -> str:
    """Return the name of a row, behind that of its group where it only says what is counted (达标数量, 改造户数)."""
    group = row.group.rpartition("·")[2]
    return f"{group}{row.label}" if group and _COUNTED.fullmatch(row.label) else row.label


def _is_column_of_figures(grid: Grid, column: int, body: Sequence[int]) -> bool:
    if is_serial_column(grid, column, body):
        return False
    printed = [p for r in body if (p := grid.printed(r, column)) and p.state != "blank"]
    count = sum(p.state == "figure" for p in printed)
    years = sum(p.state == "figure" and p.value is not None and 1990 <= p.value <= 2100 for p in printed)
    head = " ".join(grid.text(r, column) for r in range(grid.head_rows))
    if count and years == count and _OF_YEARS.search(head):
        return False
    bounded = sum(is_bounded(grid.text(r, column)) for r in body if grid.owner(r, column)) if count else 0
    return count > 0 and 10 * (count + bounded) >= 6 * len(printed)


def _entry(grid: Grid, row: int, column: int, head: ColumnHead, unit: tuple[int, str] | None) -> Entry:
    cell = grid.owner(row, column)
    if cell is None:
        cover = grid.cover(row, column)
        return Entry("hole" if cover is None else "blank", *((cover.start, cover.end) if cover else (0, 0)))
    words = grid.words(cell)
    power, named = unit if unit and not head.own_unit else (head.power, head.unit)
    printed: Printed = scaled(read_cell(words), power, named)
    if printed.state != "figure":
        return Entry(printed.state, cell.start, cell.end, words.strip(), power=power, unit=named)
    start, end = cell.start + printed.start, cell.start + printed.end
    return Entry(
        "figure", start, end, words[printed.start : printed.end], printed.value, printed.decimals, printed.power,
        printed.unit, printed.approximate,
    )  # fmt: skip


def _row(grid: Grid, names: RowNames, row: int, numeric: Sequence[int], heads: Sequence[ColumnHead]) -> TableRow:
    label = names.label(row)
    entries = tuple(_entry(grid, row, c, h, names.unit(row, c)) for c, h in zip(numeric, heads, strict=True))
    start, end = names.place(row)
    return TableRow(row, label, _role(names, row, label), entries, names.group(row), start, end)


def _role(names: RowNames, row: int, label: str) -> RowRole:
    if is_total(label):
        return "total"
    if is_subtotal(label):
        return "subtotal"
    if is_memo(label):
        return "memo"
    return "subtotal" if _heads_a_group(names, row, label) else "part"


def _heads_a_group(names: RowNames, row: int, label: str) -> bool:
    """Whether a row numbered 一 has rows numbered （一） or 1 under it."""
    grid = names.grid
    if row + 1 >= grid.height:
        return False
    below = names.label(row + 1)
    if _NUMBERED_NAME.fullmatch(label):
        return bool(_UNDER_NAME.fullmatch(below)) and not _NUMBERED_NAME.fullmatch(below)
    for serial in names.serials:
        mine, next_one = grid.text(row, serial), grid.text(row + 1, serial)
        if _GROUP_NUMBER.fullmatch(mine) and next_one and not _GROUP_NUMBER.fullmatch(next_one):
            return next_one.strip("()（）、.").isdigit()
    return False


def _blank_total(rows: list[TableRow], heads: Sequence[ColumnHead]) -> list[TableRow]:
    """Take a first or last row without a name for the total, when no row is called one and its figures bear it out."""
    if any(row.role == "total" for row in rows) or len(rows) < 3:
        return rows
    for position in (len(rows) - 1, 0):
        row = rows[position]
        others = [r for i, r in enumerate(rows) if i != position and r.role == "part"]
        if not row.label and all(r.label for r in others) and _borne_out(row, others, heads):
            total = TableRow(row.index, row.label, "total", row.entries, row.group, row.start, row.end)
            return [*rows[:position], total, *rows[position + 1 :]]
    return rows


def _borne_out(row: TableRow, others: Sequence[TableRow], heads: Sequence[ColumnHead]) -> bool:
    """Whether half of the columns tie up with the row as their total, or its head says the same, or nearly so."""
    compared = near = 0
    for index, head in enumerate(heads):
        stated = row.entries[index].value
        if stated is None or not head.summed:
            continue
        compared += 1
        parts = sum((r.entries[index].value or Decimal(0) for r in others), Decimal(0))
        same_head = head.figure is not None and head.figure.value == stated
        near += same_head or abs(parts - stated) * 10 <= abs(stated)
    return compared > 0 and 2 * near >= compared


def _column(head: ColumnHead, index: int, position: int, rows: Sequence[TableRow]) -> Column:
    totals = [r.entries[position] for r in rows if r.role == "total" and r.entries[position].state == "figure"]
    stated = totals[-1].value if totals else head.figure.value if head.figure else None
    entries = [r.entries[position] for r in rows if r.role == "part"]
    values = [e.value for e in entries if e.value is not None]
    # Cells that write their own % are shares, whatever the head or 单位：万元 above the table says.
    summed = head.summed and 2 * sum(e.unit in SHARES for e in entries) <= len(values)
    computed = sum(values, Decimal(0)) if values and summed else None
    units = {e.unit for e in entries if e.state == "figure"} - {""}
    unit = head.unit or (units.pop() if len(units) == 1 else "")
    start, end = (head.cell.start, head.cell.end) if head.cell else (0, 0)
    return Column(
        head.label, unit, stated if summed else None, computed, index, head.group, head.adds, summed,
        head.figure, start, end,
    )  # fmt: skip


def _words(grid: Grid, names: RowNames, body: Sequence[int], numeric: Sequence[int], id: str) -> Iterator[TableWords]:
    labels = {c: "·".join(_head_texts(grid, c)) for c in range(grid.width)}
    for row in body:
        for column in range(grid.width):
            cell: Cell | None = grid.owner(row, column)
            if cell is None or column in names.serials or not bare(grid.words(cell)):
                continue
            if column in numeric and read_cell(grid.words(cell)).state in ("figure", "blank"):
                continue
            label, named = names.label(row), names.indicated and column != names.name
            yield TableWords(id, row, column, label, labels[column], cell.start, cell.end, named)


def _head_texts(grid: Grid, column: int) -> list[str]:
    texts: list[str] = []
    for row in range(grid.head_rows):
        cell = grid.cover(row, column)
        words = head_name(grid, cell, column) if cell else ""
        if words and words not in texts:
            texts.append(words)
    return texts
