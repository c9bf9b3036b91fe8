"""A list of tasks in one table and the table of places that breaks it down: 新建助餐点 12, and 助餐点（个） 11 in all.

What each column is called says little by itself. That a table breaks a list down is shown by its other columns, whose totals are those of
the list; the one that differs from its task is then reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.commitment import Commitment, Extraction, ReadTable
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.twice.told_apart import ToldApart

_SILENT = lazy(r"[(（][^()（）]*[)）]|[\s“”\"'‘’·《》]")
_ASKED = lazy("(?:任务|目标|计划)?(?:数量?|人数|户数|里程|任务|目标|指标)$")
_LEAST_NAME = 3
_LEAST_HELD = 2


def broken_down(
    extraction: Extraction, totals: Sequence[Commitment], apart: ToldApart
) -> Iterator[tuple[Commitment, Commitment]]:
    """Yield each task of a list with the total of the column that breaks it down, whether they agree or not."""
    lists = {read.id: _tasks(read, extraction) for read in extraction.tables}
    by_table: dict[str, list[Commitment]] = defaultdict(list)
    for total in totals:
        # Sums of money are called alike in tables of different things.
        if not total.compared_unit.startswith("元"):
            by_table[total.id.partition(":")[0]].append(total)
    for table, columns in by_table.items():
        for name, tasks in lists.items():
            if name == table or not tasks:
                continue
            pairs = list(_pairs(tasks, columns))
            held = [task.bound.value == total.bound.value for task, total in pairs]
            if sum(held) >= _LEAST_HELD and sum(held) * 2 > len(pairs):
                yield from (pair for pair, same in zip(pairs, held, strict=True) if same or not apart(*pair))


def _tasks(read: ReadTable, extraction: Extraction) -> list[Commitment]:
    """Return the plain figures of a table whose rows are tasks of several units; one of places or sums of money has one unit a column."""
    start, end = min((c.start for c in read.table.cells), default=0), max((c.end for c in read.table.cells), default=0)
    own = [
        c
        for c in extraction.commitments
        if start <= c.start < end and c.bound.op == "=" and not c.relative and c.section in ("table", "annex")
    ]
    rows = {row.start for row in read.rows}
    units = {c.compared_unit for c in own}
    return own if len(units) >= _LEAST_HELD and len(own) <= 2 * len(rows) else []


def _pairs(tasks: Sequence[Commitment], columns: Sequence[Commitment]) -> Iterator[tuple[Commitment, Commitment]]:
    """Yield the tasks and columns that name each other alone."""
    named = [(task, total) for total in columns for task in tasks if _is_of(task, total)]
    for task, total in named:
        alone = sum(one is total for _, one in named) == sum(one is task for one, _ in named) == 1
        if alone:
            yield task, total


def _is_of(task: Commitment, total: Commitment) -> bool:
    mine, head = _bare(task.label), _bare(total.label)
    return task.compared_unit == total.compared_unit and len(head) >= _LEAST_NAME and (head in mine or mine in head)


def _bare(label: str) -> str:
    return _ASKED.sub("", _SILENT.sub("", fold(label)))
