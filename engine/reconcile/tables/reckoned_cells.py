"""What a cell of words reckons (46人×1200元/月×12个月; 780户，户均4000元), against the amount in the row beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from engine.commitment import ReadTable
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER, canonical
from engine.quantity.numerals import SCALES
from engine.reconcile.arithmetic.show import amount, in_scale, scale_name
from engine.tables.model import Entry, TableRow, TableWords
from engine.wording import phrase

_BASIS = lazy(r"测算|计算|依据|口径|公式|算法")
_BESIDE = lazy(r"说明|构成|标准|备注|明细|内容|任务|规模")
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_PAID = r"(?:补助|补贴|奖补|投资|造价|费用|标准|安排|投入|发放|需|约|为|按|计|平均)*"
# 46人×1200元/月×12个月, each factor with its unit; what it is may stand before it (散居孤儿46人).
_TIMES = lazy("[ ]*[×✕xX*][ ]*")
_FACTOR = lazy(
    rf"(?:[一-龥]{{0,8}}?)(?P<number>{_NUMBER})(?P<scale>万)?(?P<unit>个月|{AFTER_NUMBER}|%)?(?P<per>(?:/[一-龥]{{1,3}})*)"
)
# 780户，户均4000元; 11处，每处240万元; 26人,每人每月600元,12个月.
_EACH = lazy(
    rf"(?:[一-龥]{{0,8}}?)(?P<count>{_NUMBER})(?P<many>万)?(?P<unit>{AFTER_NUMBER})[,、 (]?"
    rf"{_PAID}(?:(?P<mean>[人户])均|每(?P<per>(?!月|年|天|日)[一-龥]{{1,3}}?))(?:每(?P<period>[年月天日]))?"
    rf"{_PAID}(?P<number>{_NUMBER})(?P<scale>万)?元(?:/(?P<month>月|年|天))?[)]?"
    rf"(?:[,、 ×x*]{_PAID}(?P<times>\d{{1,3}})(?:个月|天|月|日))?"
)
_PART = lazy("[+＋;；]")
_WHOLE = lazy(
    r"(?:计划|年度|本年|总|共)*(?:合计|总计|小计|金额|资金|投入|投资|经费|预算|安排|总额)(?:总额|合计|额|数)?"
    r"|.*(?:总投资|总投入|资金合计|所需资金|资金需求)"
)
_SAID_OF_HEADS = {"人次": "人", "名": "人"}
_LEAST_FACTORS, _YEAR = 2, 12


class _Product(Struct, frozen=True):
    """What a cell reckons, and by how much a factor that is printed rounded (0.52万人) may be out, as a share of it."""

    value: Fraction
    slack: Fraction
    open_months: bool


def reckoned_cell_facts(read_tables: Iterable[ReadTable], document: Document, plan: str) -> Iterator[Fact]:
    """Yield a ``product`` fact for each row whose cell of words reckons what its amount has to be.

    An amount that any of the row's columns gives is right. One that none gives is wrong where the table's other rows are
    reckoned alike, or the one column of money cannot be another amount.
    """
    text = fold(document.text)
    for read in read_tables:
        money = [i for i, column in enumerate(read.columns) if column.unit.startswith("元") and "/" not in column.unit]
        rows = {row.index: row for row in read.rows if row.role == "part"}
        found = [
            (rows[w.row], w, product)
            for w in read.words
            if money and w.row in rows and _speaks(w) and (product := _product(text[w.start : w.end]))
        ]
        held = [_holds(product, _amounts(row, money)) for row, _, product in found]
        for (row, words, product), holds in zip(found, held, strict=True):
            stated = _stated(read, row, money)
            if stated is None or (not holds and (product.open_months or not _is_basis(words, held, money))):
                continue
            yield _fact(read, row, words, product, stated, document, plan, agree=holds)


def _speaks(words: TableWords) -> bool:
    return bool(_BASIS.search(words.column_label) or _BESIDE.search(words.column_label))


def _is_basis(words: TableWords, held: Sequence[bool], money: Sequence[int]) -> bool:
    """Whether a cell tells what the whole amount of its row comes from: rows beside it do, or its head says so of the one amount."""
    return any(held) or (len(money) == 1 and _BASIS.search(words.column_label) is not None)


def _product(cell: str) -> _Product | None:
    """Return what a cell reckons in all, None where it is not reckoning alone."""
    parts = [part for part in (p.strip() for p in _PART.split("".join(cell.split()))) if part]
    found = [_times(part) or _each(part) for part in parts]
    known = [product for product in found if product is not None]
    if not known or len(known) < len(parts):
        return None
    whole = sum((product.value for product in known), Fraction(0))
    return _Product(whole, max(p.slack for p in known), any(p.open_months for p in known)) if whole else None


def _times(part: str) -> _Product | None:
    factors = [_FACTOR.fullmatch(word) for word in _TIMES.split(part.strip("()"))]
    terms = [factor for factor in factors if factor is not None]
    if len(terms) < len(factors) or len(terms) < _LEAST_FACTORS:
        return None
    paid = [t for t in terms if t["unit"] == "元"]
    if len(paid) != 1:
        return None
    value = Fraction(1)
    for term in terms:
        value *= _value(term["number"], term["scale"]) / (100 if term["unit"] == "%" else 1)
    monthly = re.search("/[月天日]", paid[0]["per"]) is not None
    told = any(t["unit"] in ("个月", "月", "天", "日") for t in terms)
    slack = sum((_slack(t["number"], t["scale"]) for t in terms if t is not paid[0]), Fraction(0))
    return _Product(value, slack, monthly and not told)


def _each(part: str) -> _Product | None:
    told = _EACH.fullmatch(part)
    if told is None:
        return None
    unit, per = (canonical(told["unit"]), canonical(told["mean"] or told["per"]))
    if _SAID_OF_HEADS.get(unit, unit) != _SAID_OF_HEADS.get(per, per):
        return None
    periodic = (told["period"] or told["month"] or "") in ("月", "天", "日")
    value = _value(told["count"], told["many"]) * _value(told["number"], told["scale"]) * int(told["times"] or 1)
    return _Product(value, _slack(told["count"], told["many"]), periodic and not told["times"])


def _value(number: str, scale: str | None) -> Fraction:
    return Fraction(number.replace(",", "")) * Fraction(10) ** SCALES[scale or ""]


def _slack(number: str, scale: str | None) -> Fraction:
    """Return how much of a count printed in 万 may be rounded off, as a share of it."""
    plain = number.replace(",", "")
    return (
        Fraction(1, 10 ** len(plain.partition(".")[2])) / 2 / Fraction(plain)
        if scale and Fraction(plain)
        else Fraction(0)
    )


def _amounts(row: TableRow, money: Sequence[int]) -> list[Entry]:
    return [row.entries[i] for i in money if row.entries[i].state == "figure"]


def _holds(product: _Product, amounts: Sequence[Entry]) -> bool:
    """Whether one of the amounts prints what is reckoned, rounded or cut off; months that are not told may be any."""
    for entry in amounts:
        stated, step = Fraction(entry.value or 0), Fraction(10) ** (entry.power - entry.decimals)
        for months in range(1, _YEAR + 1 if product.open_months else 2):
            computed = product.value * months
            if computed * (1 - product.slack) < stated + step and stated - step < computed * (1 + product.slack):
                return True
    return False


def _stated(read: ReadTable, row: TableRow, money: Sequence[int]) -> Entry | None:
    """Return the amount of a row that is all of it: under 合计 or 总投资, else the only one."""
    named = [i for i in money if read.columns[i].adds or _WHOLE.fullmatch(read.columns[i].label.rpartition("·")[2])]
    chosen = named[:1] or (list(money) if len(money) == 1 else [])
    entry = row.entries[chosen[0]] if chosen else None
    return entry if entry is not None and entry.state == "figure" and not entry.approximate else None


def _fact(
    read: ReadTable,
    row: TableRow,
    words: TableWords,
    product: _Product,
    stated: Entry,
    document: Document,
    plan: str,
    *,
    agree: bool,
) -> Fact:
    value = Fraction(stated.value or 0)
    fields: dict[str, Value] = {
        "kind": "product", "id": f"cell:{read.id}:r{row.index}", "plan": plan, "label": row.label, "stated": value,
        "computed": product.value, "agree": agree, "unit": stated.unit,
    }  # fmt: skip
    unit = scale_name(stated.power) + stated.unit
    shown = in_scale({"stated": value, "computed": product.value, "gap": abs(product.value - value)}, stated.power)
    working = phrase(
        "reconcile.product",
        factors=" ".join(document.text[words.start : words.end].split()),
        computed=amount(product.value, stated.power) + unit, stated=amount(value, stated.power) + unit,
    )  # fmt: skip
    evidence = (
        Evidence("plan", document.span(stated.start, stated.end)),
        Evidence("part", document.span(words.start, words.end)),
    )
    return Fact(
        fields, evidence, Figure("=", stated.value, None, stated.unit, stated.text), {"working": working, **shown}
    )
