"""Rows of a printed table that begin below a merged serial number: the page wrote the merged cells once and filled the row up.

``1 | 项目 | 内容 | 进展 | 单位 |`` is followed by ``内容 | 进展 |||``: the cells of the second row belong further right, and what
is blank in it is said in the row above.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from engine.document import Cell
from engine.patterns import lazy

_SERIAL_CELL = lazy(r"[(（]?[\d一二三四五六七八九十①-⑳]{0,4}[.、)）．]?|合计|总计|小计|.{0,4}计")


def shifts_of(grid: Sequence[Sequence[str]]) -> list[int]:
    """Return for each row of a table whose first column is 序号 how many columns its cells belong further right.

    A row is moved to where words of its own (已完成, 县教育局) stand in a row above; where it has none, as far as most others.
    """
    said: list[set[str]] = [set() for _ in range(max((len(row) for row in grid), default=0))]
    shifts: list[int | None] = []
    for index, row in enumerate(grid):
        if not index or not _begins_below(row):
            shifts.append(0)
            for column, words in enumerate(row if index else ()):
                said[column].add(words.strip())
        else:
            shifts.append(_by_words_said(row, said))
    told = Counter(shift for shift in shifts if shift)
    usual = min(told, key=lambda shift: (-told[shift], shift), default=1)
    return [
        min(usual, _blanks_behind(row)) if shift is None else shift for row, shift in zip(grid, shifts, strict=True)
    ]


def _begins_below(row: Sequence[str]) -> bool:
    return len(row) > 1 and _SERIAL_CELL.fullmatch(row[0].strip()) is None and _blanks_behind(row) > 0


def _blanks_behind(row: Sequence[str]) -> int:
    return next((n for n, words in enumerate(reversed(row)) if words.strip()), len(row))


def _by_words_said(row: Sequence[str], said: Sequence[set[str]]) -> int | None:
    fits = {
        shift: sum(words.strip() in said[column + shift] for column, words in enumerate(row) if words.strip())
        for shift in range(1, _blanks_behind(row) + 1)
    }
    best = max(fits, key=lambda shift: (fits[shift], -shift))
    return best if fits[best] else None


def reach_down(cells: Sequence[Cell], moved: Sequence[int], blank: Sequence[tuple[int, int]]) -> tuple[Cell, ...]:
    """Return the cells of a table where those above the ``blank`` places (row, column) of ``moved`` rows cover these too."""
    placed = {(cell.row, cell.column): cell for cell in cells}
    rows = set(moved)
    for row, column in sorted(blank):
        above = next((r for r in range(row - 1, 0, -1) if (r, column) in placed), None)
        if row not in rows or above is None or placed[above, column].start == placed[above, column].end:
            continue
        cell = placed[above, column]
        if cell.row + cell.rows == row:
            placed[above, column] = structs.replace(cell, rows=cell.rows + 1)
            placed.pop((row, column), None)
    return tuple(placed.values())
