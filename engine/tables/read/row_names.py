"""Which columns of a table name its rows, and what a row is called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.patterns import lazy
from engine.tables.grid import Grid
from engine.tables.printed import split_unit
from engine.tables.words import SERIAL, UNIT_COLUMN, is_subtotal, is_total

_CLASS = lazy(r"(?:项目|任务|指标|所属)?(?:类别|分类|大类|类型|领域|板块|方面)")
_WHOM = lazy(
    r"(?:保障|补助|补贴|救助|享受|发放|服务|适用|受益|资助|参保|奖补|实施)?(?:对象|人群|群体|人员类别|对象类别)|(?:补助|缴费|失能|残疾|年龄)?(?:档次|等级|等次|档次等级)"
)
_LONGEST_WHOM = 16
_ROW_NAME = lazy(r"指标|任务名称|任务$")
_INDICATORS = lazy(r"(?:具体|主要|考核|量化|核心|绩效)?指标(?:名称|内容|项目)?")
_DIGIT = lazy(r"\d")
_UNIT_BEHIND = lazy(r"[（(]([^（）()]{1,8})[)）]$")


class RowNames:
    """Which columns name the rows: serial numbers, groups, the name itself, whom it is for, a column of units."""

    def __init__(self, grid: Grid, body: Sequence[int], numeric: Sequence[int]) -> None:
        self.grid = grid
        first = min(numeric, default=grid.width)
        left = [c for c in range(first) if not is_serial_column(grid, c, body)]
        left = left or [c for c in range(grid.width) if c not in numeric and not is_serial_column(grid, c, body)]
        self.serials = [c for c in range(first) if c not in left]
        self.units = [c for c in range(grid.width) if c not in numeric and self._holds_units(c, body)]
        self._measured = _measured(self.units, numeric)
        left = [c for c in left if c not in self.units]
        distinct = [c for c in left if self._distinct(c, body)] if numeric else []
        distinct = [c for c in distinct if not self._is_headed(_CLASS, c)] or distinct
        # 项目 that stand in several rows group them; the indicators beside them name the rows.
        if distinct and not self._each_once(distinct[0], body):
            told = [c for c in distinct if self._each_once(c, body) and self._is_named(c)]
            distinct = told[:1] or distinct
        indicators = [c for c in left if self._holds_indicators(c, body)]
        self.indicated = bool(indicators)
        unclassed = [c for c in left if not self._is_headed(_CLASS, c)]
        self.name = next(iter(indicators or distinct or unclassed or left), None)
        self.groups = [c for c in left if self.name is not None and c < self.name]
        self.before = range(first if numeric else 0)
        self._whom = next((c for c in left if self._is_headed(_WHOM, c)), None)
        self._ambiguous = self.name is not None and not self._each_once(self.name, body)

    def _distinct(self, column: int, body: Sequence[int]) -> bool:
        texts = [self.grid.text(r, column) for r in body]
        return bool(texts) and 10 * len({t for t in texts if t}) >= 7 * len(texts)

    def _each_once(self, column: int, body: Sequence[int]) -> bool:
        texts = [self.grid.text(r, column) for r in body]
        own = [t for t in texts if not is_total(t)]
        return "" not in own and len(set(own)) == len(own)

    def _holds_indicators(self, column: int, body: Sequence[int]) -> bool:
        """Whether a column headed 指标 names what the figures beside it measure, and gives no figures itself."""
        heads = [self.grid.text(r, column) for r in range(self.grid.head_rows)]
        if not any(_INDICATORS.fullmatch(head) for head in heads) or not self._each_once(column, body):
            return False
        return 2 * sum(_DIGIT.search(self.grid.text(r, column)) is not None for r in body) < len(body)

    def _is_headed(self, name: re.Pattern[str], column: int) -> bool:
        return any(name.fullmatch(self.grid.text(r, column)) for r in range(self.grid.head_rows))

    def _is_named(self, column: int) -> bool:
        return any(_ROW_NAME.search(self.grid.text(r, column)) for r in range(self.grid.head_rows))

    def _holds_units(self, column: int, body: Sequence[int]) -> bool:
        heads = [self.grid.text(r, column) for r in range(self.grid.head_rows)]
        if not any(UNIT_COLUMN.fullmatch(head) for head in heads):
            return False
        texts = [t for r in body if (t := self.grid.text(r, column))]
        return bool(texts) and 2 * sum(split_unit(t) is not None for t in texts) > len(texts)

    def label(self, row: int) -> str:
        """Return the name of a row; of a total row whichever of its names says so."""
        texts = [self.grid.text(row, c) for c in self.before]
        special = [t for t in texts if is_total(t) or is_subtotal(t)]
        if special:
            return special[-1]
        return self._told_whom(row, self._named(row)[0])

    def _told_whom(self, row: int, name: str) -> str:
        """Return the name of a row with whom it is for, where only both together say what the row is about."""
        if self._whom is None or self.name is None:
            return name
        if self._whom == self.name:
            thing = self.grid.text(row, self.groups[-1]) if self.groups else ""
            return f"{name}{thing}" if thing and thing not in name and not is_total(thing) else name
        whom = self.grid.text(row, self._whom)
        told = self._ambiguous and len(whom) <= _LONGEST_WHOM and whom not in name
        return f"{whom}{name}" if told else name

    def _named(self, row: int) -> tuple[str, tuple[int, str] | None]:
        """Return the name of a row and the unit that stands in brackets behind it: 新增就业（人）."""
        words = "" if self.name is None else self.grid.text(row, self.name)
        bracket = _UNIT_BEHIND.search(words)
        unit = split_unit(bracket[1]) if bracket else None
        return (words[: bracket.start()], unit) if bracket and unit and bracket.start() else (words, None)

    def group(self, row: int) -> str:
        """Return the names of the groups that a row stands in."""
        texts = [self.grid.text(row, c) for c in self.groups]
        return "·".join(t for t in texts if t and not is_subtotal(t) and not is_total(t))

    def place(self, row: int) -> tuple[int, int]:
        """Return the offsets of the row's name."""
        cell = None if self.name is None else self.grid.cover(row, self.name)
        return (cell.start, cell.end) if cell else (0, 0)

    def unit(self, row: int, column: int) -> tuple[int, str] | None:
        """Return the unit that the table's own column of units gives for a cell, or else the name of its row."""
        units = self._measured.get(column)
        if units is None:
            return self._named(row)[1]
        words = self.grid.text(row, units)
        # 个村, 人（次）: the measure word with what it measures; the table's own unit is not meant in any case.
        begun = (split_unit(words[:end]) for end in range(len(words), 0, -1))
        return next((unit for unit in begun if unit), (0, words)) if words else None


def _measured(units: Sequence[int], numeric: Sequence[int]) -> dict[int, int]:
    """Return for each column of figures the column of units that it is measured by.

    One serves the whole table; of several each serves the figures beside it (标准 | 单位 | 数量 | 单位).
    """
    if len(units) == 1:
        return dict.fromkeys(numeric, units[0])
    return {column - 1 if column - 1 in numeric else column + 1: column for column in units}


def is_serial_column(grid: Grid, column: int, body: Sequence[int]) -> bool:
    """Whether a column only counts the rows, by its head or by its cells (1, 2, 3 …)."""
    if any(SERIAL.fullmatch(grid.text(r, column)) for r in range(grid.head_rows)):
        return True
    texts = [t for r in body if grid.owner(r, column) and (t := grid.text(r, column)) and not is_total(t)]
    return column == 0 and len(texts) > 1 and texts == [str(i + 1) for i in range(len(texts))]
