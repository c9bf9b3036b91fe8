"""Which rows of a table add up to which: the grand total, subtotals and their groups, also where no row says so."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from engine.commitment import ReadTable
from engine.patterns import lazy
from engine.reconcile.arithmetic.tally import tally
from engine.tables.model import TableRow

_GRAND = lazy(r"总计|共计|总数|总量|全[县市区镇乡省州旗]")


_NUMBERED = lazy(r"[一二三四五六七八九十]{1,3}[、.．]")
_LEAST_HEADS = 2

Group = tuple[TableRow, tuple[TableRow, ...]]


class Structure(Struct, frozen=True):
    """``leaves`` are the rows that no other row divides further; ``groups`` the subtotals with their rows."""

    leaves: tuple[TableRow, ...]
    total: TableRow | None
    groups: tuple[Group, ...] = ()
    memo: bool = False

    @property
    def subtotals(self) -> tuple[TableRow, ...]:
        """The rows that add up a group."""
        return tuple(row for row, _ in self.groups)


def structure_of(read: ReadTable) -> Structure:
    """Return the structure that the names of the rows give, or failing that the one that their figures give."""
    rows = [row for row in read.rows if row.role != "memo"]
    memo = len(rows) < len(read.rows)
    total = _grand_total(rows)
    below = [row for row in rows if row is not total]
    named = [row for row in below if row.role != "part"]
    if named:
        below = [row for row in below if not _is_heading(row, named)]
        groups = _groups(below, named, read)
        leaves = tuple(row for row in below if row.role == "part")
        return Structure(leaves, total, tuple(groups), memo)
    plain = Structure(tuple(below), total, (), memo)
    numbered = _numbered(below, total, read)
    if numbered is not None:
        return Structure(numbered.leaves, total, numbered.groups, memo)
    if total is None or _ties(plain, read) * 2 >= max(1, len(_summed(read))):
        return plain
    return _hidden(below, total, read) or plain


def _is_heading(row: TableRow, named: Sequence[TableRow]) -> bool:
    """Whether a row without a figure only names a group whose subtotal bears its name: 教育类 … 教育类小计."""
    if not row.label or any(entry.state in ("figure", "damaged", "words") for entry in row.entries):
        return False
    name = _NUMBERED.sub("", row.label)
    return any(_NUMBERED.sub("", other.label).startswith(name) for other in named if other is not row)


def _numbered(rows: Sequence[TableRow], total: TableRow | None, read: ReadTable) -> Structure | None:
    """Take rows named 一、…, 二、… for the sums of the rows below them, if most of these sums tie up."""
    heads = [row for row in rows if _NUMBERED.match(row.label)]
    if len(heads) < _LEAST_HEADS or not rows or rows[0] is not heads[0] or len(rows) < 2 * len(heads):
        return None
    groups = _by_position(rows, heads, behind=True)
    columns = _summed(read)
    stated = sum(head.entries[i].state == "figure" for head, _ in groups for i in columns)
    if not stated or 3 * _group_ties(groups, columns) < 2 * stated:
        return None
    divided = {id(head) for head, _ in groups}
    return Structure(tuple(row for row in rows if id(row) not in divided), total, tuple(groups))


def _grand_total(rows: Sequence[TableRow]) -> TableRow | None:
    totals = [row for row in rows if row.role == "total"]
    if len(totals) < 2:
        return totals[0] if totals else None
    grand = [row for row in totals if _GRAND.search(row.label)]
    if len(grand) == 1:
        return grand[0]
    return totals[0] if totals[0] is rows[0] else totals[-1]


def _summed(read: ReadTable) -> list[int]:
    return [i for i, column in enumerate(read.columns) if column.summed]


def _ties(structure: Structure, read: ReadTable) -> int:
    """Return how many columns tie up with the total."""
    total = structure.total
    if total is None:
        return 0
    stated = [i for i in _summed(read) if total.entries[i].state == "figure"]
    return sum(tally([r.entries[i] for r in structure.leaves], total.entries[i]).agree is True for i in stated)


def _groups(rows: Sequence[TableRow], named: Sequence[TableRow], read: ReadTable) -> list[Group]:
    """Give each subtotal its rows: those of its group, else those before it or behind it, whichever ties up more."""
    grouped = _by_group(rows, named)
    if grouped:
        return grouped
    columns = _summed(read)
    behind, before = (
        [_tightened(group, columns, behind=side) for group in _by_position(rows, named, behind=side)]
        for side in (True, False)
    )
    score_behind, score_before = _group_ties(behind, columns), _group_ties(before, columns)
    if score_behind == score_before:
        return behind if rows and rows[0] is named[0] else before
    return behind if score_behind > score_before else before


def _by_group(rows: Sequence[TableRow], named: Sequence[TableRow]) -> list[Group]:
    groups = []
    for subtotal in named:
        members = tuple(r for r in rows if r.role == "part" and r.group == subtotal.group)
        if not subtotal.group or not members:
            return []
        groups.append((subtotal, members))
    return groups


def _by_position(rows: Sequence[TableRow], named: Sequence[TableRow], *, behind: bool) -> list[Group]:
    groups: list[Group] = []
    members: list[TableRow] = []
    for row in rows if not behind else reversed(rows):
        if any(row is other for other in named):
            groups.append((row, tuple(members if not behind else reversed(members))))
            members = []
        else:
            members.append(row)
    found = [group for group in groups if group[1]]
    return found[::-1] if behind else found


def _tightened(group: Group, columns: Sequence[int], *, behind: bool) -> Group:
    """Give a subtotal of some of its rows (小计（乡）) the nearest run of them that ties up in more columns."""
    subtotal, members = group
    best, most = group, _group_ties([group], columns)
    for size in range(len(members) - 1, 1, -1):
        nearest = (subtotal, members[:size] if behind else members[-size:])
        ties = _group_ties([nearest], columns)
        if ties > most and any(row.entries[i].value for row in nearest[1] for i in columns):
            best, most = nearest, ties
    stated = sum(subtotal.entries[i].state == "figure" for i in columns)
    return best if most * 2 >= stated else group


def _group_ties(groups: Sequence[Group], columns: Sequence[int]) -> int:
    return sum(
        tally([r.entries[i] for r in members], subtotal.entries[i]).agree is True
        for subtotal, members in groups
        for i in columns
        if subtotal.entries[i].state == "figure"
    )


def _hidden(rows: Sequence[TableRow], total: TableRow, read: ReadTable) -> Structure | None:
    """Find rows that are each, in every column, the sum of the rows right behind them, if the total bears that out."""
    columns = _summed(read)
    vectors = [tuple(Fraction(row.entries[i].value or 0) for i in columns) for row in rows]
    sums = [tuple(Fraction(0) for _ in columns)]
    for vector in vectors:
        sums.append(tuple(a + b for a, b in zip(sums[-1], vector, strict=True)))
    ends: dict[tuple[Fraction, ...], list[int]] = {}
    for index, running in enumerate(sums):
        ends.setdefault(running, []).append(index)
    groups: list[Group] = []
    leaves: list[TableRow] = []
    position = 0
    while position < len(rows):
        goal = tuple(a + b for a, b in zip(sums[position + 1], vectors[position], strict=True))
        end = next((e for e in ends.get(goal, ()) if e >= position + 3), None)
        if end is None or not any(vectors[position]):
            leaves.append(rows[position])
            position += 1
            continue
        members = tuple(rows[position + 1 : end])
        groups.append((rows[position], members))
        leaves.extend(members)
        position = end
    structure = Structure(tuple(leaves), total, tuple(groups))
    stated = sum(total.entries[i].state == "figure" for i in columns)
    return structure if groups and stated and _ties(structure, read) == stated else None
