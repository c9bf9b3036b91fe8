"""Tables set beside one another: the head is repeated, and the rows go on in the next block of columns.

Where each block has a total of its own, or a blank column parts blocks of different heads, they are several tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from engine.document import Cell, Table
from engine.tables.grid import Grid
from engine.tables.printed import is_figure
from engine.tables.words import is_total

_MOST_BLOCKS = 4
_FEWEST_COLUMNS = 2


def unfolded(table: Table, text: str) -> tuple[Table, ...]:
    """Return the table with its blocks below one another, or its blocks; one without blocks is returned as it is.

    A row that lies across the blocks (合计 at the foot) comes last. Rows of a block without words are left out, and
    so are columns without any, which only keep blocks apart.
    """
    grid = Grid(table, text)
    columns = [c for c in range(grid.width) if any(grid.text(r, c) for r in range(grid.height))]
    for count in range(2, _MOST_BLOCKS + 1):
        width, rest = divmod(len(columns), count)
        blocks = [columns[i * width : (i + 1) * width] for i in range(count)]
        if rest or width < _FEWEST_COLUMNS or not _repeats(grid, blocks):
            continue
        if sum(_has_total(grid, block) for block in blocks) > 1:
            return tuple(_alone(grid, table, block) for block in blocks)
        return (replace(table, cells=tuple(_stacked(grid, table.cells, blocks))),)
    apart = _apart(grid, columns)
    return tuple(_alone(grid, table, block) for block in apart) if len(apart) > 1 else (table,)


def _has_total(grid: Grid, block: Sequence[int]) -> bool:
    return any(is_total(grid.text(r, c)) for r in range(grid.head_rows, grid.height) for c in block[:2])


def _apart(grid: Grid, columns: Sequence[int]) -> list[list[int]]:
    """Return the blocks between blank columns, if each has names in its first columns and figures behind them."""
    blocks: list[list[int]] = []
    for column in columns:
        if not blocks or column > blocks[-1][-1] + 1:
            blocks.append([])
        blocks[-1].append(column)
    return blocks if all(_is_table(grid, block) for block in blocks) else [list(columns)]


def _is_table(grid: Grid, block: Sequence[int]) -> bool:
    def figures(column: int) -> int:
        return sum(is_figure(grid.text(r, column)) for r in range(grid.head_rows, grid.height))

    def words(column: int) -> int:
        return sum(bool(grid.text(r, column)) for r in range(grid.head_rows, grid.height)) - figures(column)

    return any(words(c) > figures(c) for c in block[:2]) and any(figures(c) > words(c) for c in block[1:])


def _alone(grid: Grid, table: Table, block: Sequence[int]) -> Table:
    """Return one block as a table of its own, without the rows in which it has no words."""
    kept = [r for r in range(grid.height) if any(grid.text(r, c) for c in block)]
    at_row, at_column = ({place: i for i, place in enumerate(places)} for places in (kept, block))
    cells = (
        replace(
            c, row=at_row[c.row], column=at_column[c.column], columns=min(c.columns, len(block) - at_column[c.column])
        )
        for c in table.cells
        if c.row in at_row and c.column in at_column
    )
    return replace(table, cells=tuple(cells))


def _repeats(grid: Grid, blocks: Sequence[Sequence[int]]) -> bool:
    """Whether every block has the head of the first one, which names each of its columns differently."""
    heads = [_head(grid, block) for block in blocks]
    return len(set(heads[0])) == len(heads[0]) and all(heads[0]) and all(head == heads[0] for head in heads)


def _head(grid: Grid, block: Sequence[int]) -> tuple[tuple[str, ...], ...]:
    rows = [r for r in range(grid.head_rows) if not _lies_across(grid.cover(r, block[0]), block)]
    return tuple(tuple(t for r in rows if (t := grid.text(r, c))) for c in block)


def _lies_across(cell: Cell | None, block: Sequence[int]) -> bool:
    return cell is not None and cell.column + cell.columns > block[-1] + 1


def _stacked(grid: Grid, cells: Sequence[Cell], blocks: Sequence[Sequence[int]]) -> list[Cell]:
    place = {column: (number, at) for number, block in enumerate(blocks) for at, column in enumerate(block)}
    across = {c.row for c in cells if c.column in place and _lies_across(c, blocks[place[c.column][0]])}
    body = [r for r in range(grid.head_rows, grid.height) if r not in across]
    order = [(0, r) for r in range(grid.head_rows)]
    order += [(number, r) for number, block in enumerate(blocks) for r in body if any(grid.text(r, c) for c in block)]
    order += [(number, r) for r in sorted(across) if r >= grid.head_rows for number in range(len(blocks))]
    at_row = {row: index for index, row in enumerate(dict.fromkeys(_line(entry, across, grid) for entry in order))}
    found = []
    for cell in cells:
        number, column = place.get(cell.column, (0, 0))
        row = at_row.get(_line((number, cell.row), across, grid))
        if cell.column not in place or row is None or (number and cell.row < grid.head_rows):
            continue
        width = min(cell.columns, len(blocks[number]) - column)
        found.append(replace(cell, row=row, column=column, columns=width))
    return found


def _line(entry: tuple[int, int], across: set[int], grid: Grid) -> tuple[int, int]:
    """Return the block and row that an entry is set in: rows of the head and rows across belong to the first block."""
    number, row = entry
    return (0, row) if row < grid.head_rows or row in across else (number, row)
