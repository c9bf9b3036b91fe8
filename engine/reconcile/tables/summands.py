"""Which columns of a table another one adds up: by its name, by its group, or by standing before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from engine.commitment import Column
from engine.patterns import lazy
from engine.tables.words import is_total

_SOURCES = lazy("来源|筹措|筹集|构成|组成|其中")


def behind_of(columns: Sequence[Column], index: int) -> list[int]:
    """Return the columns right behind this one in its unit, up to the next that adds up: 总投资, 上级资金, 县级资金."""
    return _run(columns, range(index + 1, len(columns)), columns[index].unit)


def ahead_of(columns: Sequence[Column], index: int) -> list[int]:
    """Return the columns right before this one in its unit, back to one that adds up: 一季度 … 四季度, 全年."""
    return _run(columns, range(index - 1, -1, -1), columns[index].unit)[::-1]


def _run(columns: Sequence[Column], positions: Iterable[int], unit: str) -> list[int]:
    found: list[int] = []
    for position in positions:
        column = columns[position]
        if column.adds or not column.summed or column.unit != unit:
            break
        found.append(position)
    return found


def across_groups(columns: Sequence[Column], index: int) -> list[int]:
    """Return the columns of one name in the groups beside a group 合计: C级户数, D级户数 for 合计 and 总户数 below it."""
    whole = columns[index]
    if not is_total(whole.group):
        return []
    name = _below(whole)
    found = [i for i, c in enumerate(columns) if c.group and c.group != whole.group and _below(c) == name]
    alike = all(columns[i].unit == whole.unit and columns[i].summed and not columns[i].adds for i in found)
    groups = {c.group for c in columns if c.group} - {whole.group}
    return found if alike and len(found) == len(groups) > 1 else []


def _below(column: Column) -> str:
    """Return what a column is called below the name of its group, in the group 合计 as in the others."""
    return column.label.rpartition("·")[2].removeprefix("总").removeprefix("合计")


def sources_of(columns: Sequence[Column], index: int) -> list[int]:
    """Return the columns right of this one that say where its amount comes from (资金来源: 中央, 省级, 县级)."""
    whole = columns[index]
    group = columns[index + 1].group if index + 1 < len(columns) else ""
    if not _SOURCES.search(group) or group == whole.group:
        return []
    return [i for i, c in enumerate(columns) if c.group == group and c.summed and not c.adds and c.unit == whole.unit]


def members_of(columns: Sequence[Column], total: Column) -> list[int]:
    """Return the positions of the columns that a 合计 or 小计 column adds up: those of its group, else all of its unit."""
    plain = [(i, c) for i, c in enumerate(columns) if not c.adds and c.summed and c.unit == total.unit]
    own = [i for i, c in plain if c.group == total.group and total.group]
    if own or total.adds == "subtotal":
        return own or _adjacent(columns, total)
    return [i for i, _ in plain]


def _adjacent(columns: Sequence[Column], subtotal: Column) -> list[int]:
    """Return the columns between a 小计 without a group and the one before it."""
    position = columns.index(subtotal)
    members: list[int] = []
    for index in range(position - 1, -1, -1):
        if columns[index].adds or columns[index].unit != subtotal.unit or not columns[index].summed:
            break
        members.insert(0, index)
    return members
