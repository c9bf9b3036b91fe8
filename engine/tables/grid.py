"""A table as rows and columns of text: merged cells know where they begin and what they cover."""

from __future__ import annotations

from functools import cached_property

from engine.document import Cell, Table
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.tables.printed import Printed, read_cell, split_unit
from engine.tables.words import bare

_MOST_HEAD_ROWS = 5
_FEW = 2
# What stands above a table's head: who filled it in and when, and in which unit.
_FILLED_IN = lazy(r"[(（]?(?:[一-龥]{0,6}(?:单位|部门|时间|日期|人|电话|机关|表号|文号)|表号|制表|审核|制表人)[:：].*")
_DAY = lazy(r"20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?")
_INDEX_ROW = frozenset(["甲", "乙", "丙", "丁", "栏次", "行次", "栏号", ""])


class Grid:
    """Look-up by row and column. ``owner`` is the cell that begins there, ``text`` the words that cover the place."""

    def __init__(self, table: Table, text: str) -> None:
        self.height, self.width = table.height, table.width
        self._text = text
        self._owners: dict[tuple[int, int], Cell] = {}
        self._covers: dict[tuple[int, int], Cell] = {}
        for cell in table.cells:
            self._owners[cell.row, cell.column] = cell
            for row in range(cell.row, cell.row + cell.rows):
                for column in range(cell.column, cell.column + cell.columns):
                    self._covers.setdefault((row, column), cell)

    def owner(self, row: int, column: int) -> Cell | None:
        """Return the cell that begins at this place."""
        return self._owners.get((row, column))

    def cover(self, row: int, column: int) -> Cell | None:
        """Return the cell that this place belongs to, None for a hole."""
        return self._covers.get((row, column))

    def words(self, cell: Cell | None) -> str:
        """Return the words of a cell as they stand."""
        return "" if cell is None else self._text[cell.start : cell.end]

    def text(self, row: int, column: int) -> str:
        """Return the words, without blanks, of the cell that covers this place."""
        return bare(self.words(self.cover(row, column)))

    def printed(self, row: int, column: int) -> Printed | None:
        """Return what the cell that begins here says, None where none begins."""
        cell = self.owner(row, column)
        return None if cell is None else read_cell(self.words(cell))

    def cells_of(self, row: int) -> list[Cell]:
        """Return the cells that begin in a row, from left to right."""
        return [cell for c in range(self.width) if (cell := self.owner(row, c)) is not None]

    @cached_property
    def head_rows(self) -> int:
        """Number of rows at the top that hold names of columns, a title across the table or 单位：万元."""
        rows = 0
        while rows < min(self.height, _MOST_HEAD_ROWS) and self._is_head(rows):
            rows += 1
        return min(rows, self.height)

    @cached_property
    def caption_rows(self) -> int:
        """Number of rows at the top that say what the table is or who filled it in when: 填报单位：…, 单位：万元."""
        rows = 0
        while rows < min(self.height, _MOST_HEAD_ROWS) and self._is_caption(rows):
            rows += 1
        return rows

    @cached_property
    def unit_row(self) -> int | None:
        """The last row of the head where it holds little but the unit of each column (万元, 人), else None."""
        row = self.head_rows - 1
        words = [w for c in self.cells_of(row) if (w := bare(self.words(c)))] if row > 0 else []
        units = sum(split_unit(w) is not None for w in words)
        return row if units and 2 * units > len(words) else None

    def _is_head(self, row: int) -> bool:
        cells = self.cells_of(row)
        if not cells and row:
            return any(self.cover(row, c) is not None for c in range(self.width))
        figures = [p for p in (read_cell(self.words(c)) for c in cells) if p.state == "figure"]
        if figures:
            return self._is_index_row(row, cells) or (row == 0 and len(cells) > 1 and all(map(_is_year, figures)))
        if row <= self.caption_rows:
            return True
        above = self.cells_of(row - 1)
        return any(1 < c.columns < self.width for c in above) or any(c.rows > 1 for c in self._all_above(row))

    def _all_above(self, row: int) -> list[Cell]:
        return [c for r in range(row) for c in self.cells_of(r) if c.row + c.rows > row]

    def _is_caption(self, row: int) -> bool:
        cells = [c for c in self.cells_of(row) if self.words(c).strip()]
        if row == 0 and len(cells) == 1:
            alone = self.width > _FEW and read_cell(self.words(cells[0])).state != "figure"
            return alone or 1 < self.width < 2 * cells[0].columns
        told = [fold(bare(self.words(c))) for c in cells]
        return any(map(_FILLED_IN.match, told)) and all(_FILLED_IN.match(t) or _DAY.fullmatch(t) for t in told)

    def _is_index_row(self, row: int, cells: list[Cell]) -> bool:
        """Whether a row only counts the columns: 甲 乙 1 2 3."""
        if not row or bare(self.words(cells[0])) not in _INDEX_ROW - {""}:
            return False
        numbers = [w for c in cells if (w := bare(self.words(c))) not in _INDEX_ROW]
        return numbers == [str(i + 1) for i in range(len(numbers))]


def _is_year(figure: Printed) -> bool:
    return figure.value is not None and not figure.decimals and 1990 <= figure.value <= 2100
