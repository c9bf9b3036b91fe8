"""Columns that say by how much two others differ: 增减额 = 本年数 − 上年数, 剩余任务 = 年度目标 − 已完成.

The head names a difference, not of which columns. That is told by the rows: one pair that most rows bear out, two
different ones at least; the rows that break it are reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import permutations

from engine.commitment import ReadTable
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.patterns import lazy
from engine.reconcile.arithmetic.intervals import add, meet, rounded
from engine.reconcile.arithmetic.show import amount, in_scale, scale_name
from engine.tables.model import Entry, TableRow
from engine.wording import phrase

_DIFFERENCE = lazy(
    r"(?:同?比|较)?(?:上年|去年|20\d\d年)?(?:增减|增加|增长|净增|减少|变动)(?:额|数|量|数额|情况|任务|人数)?|(?:与.{2,6})?(?:差额|差距|缺口)|"
    r"(?:剩余|未完成|尚?未支付|未到位|欠拨|结余|结转|余)(?:任务|数|量|额|任务数|任务量|工作量|资金|投资|金额|数量)*"
)
# What is left over is nothing where more was done than planned.
_LEFT = lazy("剩余|未|欠|缺口|差")
_LEAST_ROWS = 2
_MOST_COLUMNS = 14

Three = tuple[Entry, Entry, Entry]
"""What was taken from, what was taken, and the difference stated."""


def difference_facts(read_tables: Iterable[ReadTable], document: Document, plan: str) -> Iterator[Fact]:
    """Yield a ``total`` fact for each row of a table in which a column is headed as a difference and two others bear it out."""
    for read in read_tables:
        for result, column in enumerate(read.columns):
            name = column.label.rpartition("·")[2]
            if len(read.columns) > _MOST_COLUMNS or column.unit in ("%", "‰") or not _DIFFERENCE.fullmatch(name):
                continue
            others = [i for i, c in enumerate(read.columns) if i != result and c.unit == column.unit]
            pairs = ((first, second) for first, second in permutations(others, 2))
            told = ([(row, three) for row in read.rows if (three := _three(row, pair, result))] for pair in pairs)
            meant = next((rows for rows in told if _borne_out(rows, name)), [])
            for row, three in meant:
                if not _holds(three, name) and _less_a_third(row, three, others):
                    continue
                yield _fact(read, row, result, three, _holds(three, name), document, plan)


def _three(row: TableRow, pair: tuple[int, int], result: int) -> Three | None:
    three = row.entries[pair[0]], row.entries[pair[1]], row.entries[result]
    alike = len({entry.unit for entry in three}) == 1
    return three if alike and all(e.state == "figure" and not e.approximate for e in three) else None


def _less_a_third(row: TableRow, three: Three, others: list[int]) -> bool:
    """Whether a further column is taken off as well: 总投资 − 累计完成 − 今年计划 is what remains."""
    gap = Fraction(three[0].value or 0) - Fraction(three[1].value or 0) - Fraction(three[2].value or 0)
    return gap != 0 and any(Fraction(row.entries[i].value or 0) in (gap, -gap) for i in others)


def _borne_out(rows: list[tuple[TableRow, Three]], name: str) -> bool:
    held = [three for _, three in rows if _holds(three, name)]
    used = {tuple(entry.value for entry in three) for three in held if three[0].value}
    telling = sum(all(values) for values in used)
    # Where all is done, nothing is left: such rows bear out what another one shows.
    shown = telling >= _LEAST_ROWS or (telling and len(used) > _LEAST_ROWS)
    return bool(shown) and 2 * len(held) > len(rows)


def _computed(three: Three, name: str) -> Fraction:
    gap = Fraction(three[0].value or 0) - Fraction(three[1].value or 0)
    return max(gap, Fraction(0)) if _LEFT.search(name) else gap


def _holds(three: Three, name: str) -> bool:
    stated = Fraction(three[2].value or 0)
    gap = Fraction(three[0].value or 0) - Fraction(three[1].value or 0)
    if stated in (gap, _computed(three, name)):
        return True
    whole, taken, left = (
        rounded(Fraction(e.value or 0), Fraction(10) ** (e.power - e.decimals) if e.decimals else Fraction(0))
        for e in three
    )
    return meet(whole, add(taken, left)) is not None


def _fact(
    read: ReadTable, row: TableRow, result: int, three: Three, agree: bool, document: Document, plan: str
) -> Fact:
    column = read.columns[result]
    computed, stated = _computed(three, column.label.rpartition("·")[2]), Fraction(three[2].value or 0)
    label = "·".join(name for name in (row.label, column.label) if name)
    fields: dict[str, Value] = {
        "kind": "total", "id": f"difference:{read.id}:r{row.index}:c{column.index}", "plan": plan, "table": read.id,
        "axis": "difference", "label": label, "stated": stated, "computed": computed, "gap": computed - stated,
        "unit": three[2].unit, "agree": agree,
    }  # fmt: skip
    power = three[2].power
    shown = in_scale({"stated": stated, "computed": computed, "gap": abs(computed - stated)}, power)
    unit = scale_name(power) + three[2].unit
    working = phrase(
        "reconcile.difference",
        whole=three[0].text, taken=three[1].text,
        computed=amount(computed, power) + unit, stated=amount(stated, power) + unit,
    )  # fmt: skip
    spans = [document.span(e.start, e.end) for e in (three[2], three[0], three[1])]
    evidence = (Evidence("plan", spans[0]), *(Evidence("part", span) for span in spans[1:]))
    figure = Figure("=", three[2].value, None, three[2].unit, three[2].text)
    return Fact(fields, evidence, figure, {"working": working, **shown})
