"""Columns that follow from others, row by row: 人数 × 标准 × 12 = 金额, 检查人数 ÷ 应检人数 = 检查率, 金额 ÷ 合计 = 占比.

So does a growth from the standard of one year to that of the next (提高幅度).
No head says so for certain. A relation is taken for meant where at least three different rows, and most of all, bear it
out; the rows that break it are reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations

from msgspec import Struct
from msgspec.structs import replace

from engine.commitment import ReadTable
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.patterns import lazy
from engine.quantity.units import months_in
from engine.reconcile.arithmetic.intervals import rounded
from engine.reconcile.arithmetic.show import amount, decimal_text, in_scale, scale_name
from engine.reconcile.tables.structure import Structure, structure_of
from engine.tables.model import Entry, TableRow
from engine.wording import Text, phrase

_LEAST_ROWS = 3
_LEAST_TOLD = 2
_SHARE = lazy("占比|比重|占.{0,8}比例|构成")
_GROWTH = lazy("提高|提标|增长|增幅|涨幅|上浮|幅度")
# A sum of money is no factor: what is paid for each is called a standard or a price.
_SUM = lazy("资金|投资|金额|经费|支出|造价|概算|预算|合计|总额")
_RATE = lazy("标准|单价|均价|定额|[人户亩生]均|每|/")
_COUNT = lazy("数|对象|[(（][人户名生个所亩座盏][)）]|面积|规模")
_DONE, _PLANNED, _DONE_RATE = (
    lazy("完成|到位|支出|拨付"),
    lazy("目标|计划|任务|预算|应"),
    lazy("率|比例|进度|占.*[%％]"),
)
_TOPPED_UP = lazy("低保|最低生活")
_OFTEN = lazy("(?:月|天|次|期|学期)数|期限|时长")
_MOST_COLUMNS = 12
_PERIODS = (Fraction(1), Fraction(12))


class _Relation(Struct, frozen=True):
    """Positions of the two columns that one follows from, and how often the product is taken (12 months).

    ``total`` is the row whose figure of the second column counts, for a share of the whole; else each row's own.
    ``growth`` is true where the result says by how much per cent the second exceeds the first, ``priced`` where one of
    the two is called a standard or a price. ``third`` is the column of months or days that a product is taken for.
    """

    kind: str
    first: int
    second: int
    result: int
    times: Fraction = Fraction(1)
    total: TableRow | None = None
    growth: bool = False
    priced: bool = False
    third: int | None = None

    def used(self, row: TableRow) -> tuple[Entry, ...]:
        """Return the two figures that the row's result follows from, and how often, where a column says so."""
        pair = row.entries[self.first], (self.total or row).entries[self.second]
        return pair if self.third is None else (*pair, row.entries[self.third])

    def computed(self, row: TableRow) -> Fraction:
        """Return what follows from the two figures."""
        one, other, *often = (Fraction(entry.value or 0) for entry in self.used(row))
        if often:
            return one * other * often[0]
        if self.growth:
            return (other - one) / one * 100
        return one * other * self.times if self.kind == "product" else one / other * 100

    def holds(self, row: TableRow) -> bool:
        """Whether the row's result prints as what follows from the two."""
        entry, computed = row.entries[self.result], self.computed(row)
        step = Fraction(10) ** (entry.power - entry.decimals)
        if self.kind == "product" and entry.decimals == 0 and entry.power == 0:
            return computed == Fraction(entry.value or 0)
        stated = rounded(Fraction(entry.value or 0), step)
        # Cut off instead of rounded is let pass.
        return stated.low is not None and stated.low <= computed < stated.low + step * 3 / 2


def column_facts(read_tables: Iterable[ReadTable], document: Document, plan_id: str) -> Iterator[Fact]:
    """Yield ``product`` and ``ratio`` facts for each row of a table in which a column follows from two others."""
    for read in read_tables:
        structure = structure_of(read)
        adding = [row for row in (*structure.subtotals, structure.total) if row is not None]
        for relation, others in _relations(read, structure):
            rows = [*structure.leaves, *(adding if relation.kind == "ratio" else [])]
            for row in rows:
                broken = _filled(row, relation) and not relation.holds(row)
                if broken and (
                    _follows_otherwise(row, others)
                    or _topped_up(row, relation, structure.leaves)
                    or _by_the_year(row, relation)
                ):
                    continue
                if _filled(row, relation):
                    yield _fact(read, row, relation, document, plan_id)


def _follows_otherwise(row: TableRow, others: Sequence[_Relation]) -> bool:
    """Whether a row's result follows from other columns (人数×补差 in some rows, 人数×标准 in most)."""
    return any(other.kind == "product" and _filled(row, other) and other.holds(row) for other in others)


def _by_the_year(row: TableRow, relation: _Relation) -> bool:
    """Whether a row's standard is for a part of the year (元/生·学期) and its amount for the whole of it."""
    months = (months_in(entry.unit.rpartition("/")[2]) for entry in relation.used(row))
    part = next((m for m in months if m), None)
    if relation.kind != "product" or part is None:
        return False
    return replace(relation, times=relation.times * 12 / part).holds(row)


def _topped_up(row: TableRow, relation: _Relation, rows: Sequence[TableRow]) -> bool:
    """Whether a row tells of 低保, which is paid up to its standard: the amount is then less than the product.

    Where another such row bears the product out it is reckoned at the full standard.
    """
    if relation.kind != "product" or not _TOPPED_UP.search(row.label):
        return False
    alike = [r for r in rows if _TOPPED_UP.search(r.label) and _filled(r, relation)]
    less = Fraction(row.entries[relation.result].value or 0) < relation.computed(row)
    return less and not any(relation.holds(r) for r in alike)


def _relations(read: ReadTable, structure: Structure) -> Iterator[tuple[_Relation, Sequence[_Relation]]]:
    """Yield for each column the one relation that most of its rows bear out, and those that it was preferred to."""
    if len(read.columns) > _MOST_COLUMNS:
        return
    for result in range(len(read.columns)):
        candidates = (*_shares(read, structure.total, result), *_candidates(read, result))
        told = _SHARE.search(read.columns[result].label)
        found = next(
            (
                r
                for r in candidates
                if _borne_out(structure.leaves, r, _LEAST_TOLD if told or _is_told(read, r) else _LEAST_ROWS)
            ),
            None,
        )
        if found is not None:
            yield found, candidates


def _is_told(read: ReadTable, relation: _Relation) -> bool:
    """Whether the heads say what a column follows from: 人数, 标准 and 资金; 目标, 完成 and 完成率. Two rows then show it."""
    first, second, result = (read.columns[i].label for i in (relation.first, relation.second, relation.result))
    if relation.kind == "ratio":
        return bool(_DONE.search(first) and _PLANNED.search(second) and _DONE_RATE.search(result))
    counted, priced = sorted((first, second), key=lambda head: _RATE.search(head) is not None)
    return bool(_COUNT.search(counted) and not _RATE.search(counted) and _RATE.search(priced) and _SUM.search(result))


def _shares(read: ReadTable, total: TableRow | None, result: int) -> Iterator[_Relation]:
    if total is not None and read.columns[result].unit == "%":
        for index, column in enumerate(read.columns):
            if column.unit != "%" and column.summed:
                yield _Relation("ratio", index, index, result, total=total)


def _candidates(read: ReadTable, result: int) -> Iterator[_Relation]:
    units = [_unit_of_most(read, index) or column.unit for index, column in enumerate(read.columns)]
    sums = [c.unit == "元" and _SUM.search(c.label) and not _RATE.search(c.label) for c in read.columns]
    others = [i for i in range(len(units)) if i != result]
    for first, second in permutations(others, 2):
        alike = units[result] == "%" and units[first] == units[second] != "%"
        if alike and _GROWTH.search(read.columns[result].label):
            yield _Relation("ratio", first, second, result, growth=True)
        if alike and read.columns[second].summed:
            yield _Relation("ratio", first, second, result)
        elif (
            units[result] == "元"
            and first < second
            and "%" not in (units[first], units[second])
            and units[first] != units[second]
            and not (sums[first] or sums[second])
        ):
            priced = any(_RATE.search(read.columns[i].label) for i in (first, second))
            often = [i for i in others if i not in (first, second) and _OFTEN.search(read.columns[i].label)]
            yield from (_Relation("product", first, second, result, priced=priced, third=i) for i in often)
            yield from (_Relation("product", first, second, result, times, priced=priced) for times in _PERIODS)


def _unit_of_most(read: ReadTable, index: int) -> str:
    """Return the unit that most figures of a column have; a column of units beside it says more than the head of all."""
    units = Counter(row.entries[index].unit for row in read.rows if row.entries[index].state == "figure")
    return units.most_common(1)[0][0] if units else ""


def _borne_out(rows: Sequence[TableRow], relation: _Relation, least: int) -> bool:
    full = [row for row in rows if _filled(row, relation)]
    held = [row for row in full if relation.holds(row)]
    used = [tuple(entry.value for entry in relation.used(row)) for row in held]
    # One time something is that again, whatever it is.
    sure = relation.kind != "product" or relation.priced or relation.times != 1
    telling = {values for values in used if sure or 1 not in values}
    return len(telling) >= least and len(held) * 2 > len(full)


def _filled(row: TableRow, relation: _Relation) -> bool:
    entries = [*relation.used(row), row.entries[relation.result]]
    return all(e.state == "figure" and e.value and not e.approximate for e in entries)


def _fact(read: ReadTable, row: TableRow, relation: _Relation, document: Document, plan: str) -> Fact:
    entry, computed = row.entries[relation.result], relation.computed(row)
    stated, unit = Fraction(entry.value or 0), read.columns[relation.result].unit
    label = "·".join(name for name in (row.label, read.columns[relation.result].label) if name)
    fields: dict[str, Value] = {
        "kind": relation.kind, "id": f"{relation.kind}:{read.id}:r{row.index}:c{relation.result}", "plan": plan, "label": label,
        "stated": stated, "computed": computed, "agree": relation.holds(row),
    }  # fmt: skip
    if relation.kind == "product":
        fields["unit"] = unit
    used = relation.used(row)
    working = _working(relation, used, entry, computed, unit)
    spans = [document.span(e.start, e.end) for e in (entry, *used)]
    evidence = (Evidence("plan", spans[0]), *(Evidence("part", span) for span in spans[1:]))
    amounts = {"stated": stated, "computed": computed, "gap": abs(computed - stated)}
    said = {"working": working} | (in_scale(amounts, entry.power) if relation.kind == "product" else {})
    return Fact(fields, evidence, Figure("=", entry.value, None, unit, entry.text), said)


def _working(relation: _Relation, used: Sequence[Entry], entry: Entry, computed: Fraction, unit: str) -> Text:
    one, other, *often = (
        f"{e.text}{scale_name(e.power)}{e.unit}" if e.text.replace(".", "").isdigit() and e not in used[2:] else e.text
        for e in used
    )
    if relation.kind == "ratio":
        return phrase(
            "reconcile.ratio",
            part=one, whole=other, computed=decimal_text(Fraction(round(computed * 100), 100)),
            stated=decimal_text(Fraction(entry.value or 0)),
        )  # fmt: skip
    times = f"×{decimal_text(relation.times)}" if relation.times != 1 else "".join(f"×{words}" for words in often)
    return phrase(
        "reconcile.product",
        factors=f"{one}×{other}{times}",
        computed=amount(computed, entry.power, unit), stated=amount(Fraction(entry.value or 0), entry.power, unit),
    )  # fmt: skip
