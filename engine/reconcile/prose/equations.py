"""Equations that a plan writes out: 320个×1.5万元/个＝480万元, 5418÷8600＝63%; whether their right side follows from the left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER, DENOMINATOR, PER_PERIODS, canonical
from engine.quantity.numerals import SCALES
from engine.reconcile.arithmetic.show import decimal_text, in_scale
from engine.reconcile.prose.common import words_before
from engine.wording import phrase

_TIMES = "[×✕xX*＊]|乘以"
_OVER = "÷|除以"
_EQUALS = "[=＝]|等于"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?"
_UNIT = rf"(?:{AFTER_NUMBER})(?:/(?:{DENOMINATOR}))*"
_FACTOR = rf"(?:{_NUMBER})[ ]*(?:[万亿](?={AFTER_NUMBER}|[ ]*(?:[×✕xX*÷=]|$)))?(?:{_UNIT})?"
# 240张×每张2000元: a factor may be led by what it is.
_LED = r"(?:每[一-龥]{1,3}|[一-龥]{1,8})?"
_EQUATION = lazy(
    rf"(?<![\d.,×✕*÷=+/%-])(?P<left>{_FACTOR}(?:[ ]*(?:{_TIMES}|{_OVER})[ ]*{_LED}{_FACTOR})+)[ ]*(?:{_EQUALS})[ ]*"
    rf"(?P<result>(?P<number>{_NUMBER})[ ]*(?P<scale>[万亿]?)(?P<unit>{AFTER_NUMBER})?)(?![ ]*[\d.,]*\d|[ ]*[×✕*÷+=-])",
    needs="=|＝|等于",
)
_TERM = lazy(
    rf"(?P<op>{_TIMES}|{_OVER})?[ ]*(?P<led>{_LED})(?P<number>{_NUMBER})[ ]*(?P<scale>[万亿]?)(?P<unit>{_UNIT})?"
)
_PER = lazy("每(?:人|户|名|生|个|件|张|场|处|所)?每?(?P<per>[年月天日季周])")
_DAYS = {"日": "天"}
_SCALES_LEFT_OUT = frozenset(Fraction(10) ** power for power in (3, 4, 8, -3, -4, -8))
_REACH = 40
_LEAD = 6


class _Term(Struct, frozen=True):
    value: Fraction
    divides: bool
    scaled: bool
    decimals: int
    power: int
    units: tuple[str, ...]
    per: str
    at: tuple[int, int]


def equation_facts(document: Document, judged: AbstractSet[int], plan: str) -> Iterator[Fact]:
    """Yield a ``product`` or ``ratio`` fact for each equation; ``judged`` are the places of results that sentences told of."""
    text = fold(document.text)
    for match in _EQUATION.finditer(text):
        terms = _terms(match)
        if match.start("result") in judged or not terms:
            continue
        divisions = sum(term.divides for term in terms)
        if not divisions:
            yield from _product(match, terms, document, plan)
        elif divisions == 1 and match["unit"] == "%":
            yield from _share(match, terms, document, plan)


def _terms(match: re.Match[str]) -> list[_Term]:
    found = []
    for term in _TERM.finditer(match["left"]):
        number = term["number"].replace(",", "")
        power = SCALES[term["scale"]]
        unit = term["unit"] or ""
        units = tuple(canonical(word) for word in unit.split("/") if word)
        value = Fraction(number) * 10**power / (100 if unit == "%" else 1)
        before = term["led"] or match.string[max(0, match.start() - _LEAD) : match.start()] * (not term["op"])
        led = _PER.search(before)
        per = next((u for u in units[1:] if u in PER_PERIODS), led["per"] if led else "")
        at = match.start("left") + term.start("number"), match.start("left") + term.end()
        decimals = len(number.partition(".")[2])
        found.append(
            _Term(
                value, term["op"] in ("÷", "除以"), bool(term["scale"]), decimals, power, units, _DAYS.get(per, per), at
            )
        )
    return found


def _product(match: re.Match[str], terms: Sequence[_Term], document: Document, plan: str) -> Iterator[Fact]:
    unit = canonical(match["unit"] or "")
    heads = [term.units[0] for term in terms if term.units and term.units[0] != "%"]
    if (unit and heads and unit not in heads) or (not unit and heads):
        return
    power = SCALES[match["scale"]]
    stated = Fraction(match["number"].replace(",", "")) * 10**power
    computed = Fraction(1)
    for term in terms:
        computed *= term.value
    agree = _may_print_as(computed, terms, match)
    if not agree and (not stated or _may_say_less(stated, computed, terms)):
        return
    fields: dict[str, Value] = {
        "kind": "product", "id": f"equation:{match.start()}", "plan": plan, "label": _label(match), "stated": stated,
        "computed": computed, "agree": agree, "unit": unit,
    }  # fmt: skip
    said = in_scale({"stated": stated, "computed": computed, "gap": abs(computed - stated)}, power)
    working = phrase(
        "reconcile.product",
        factors=match["left"], computed=f"{said['computed'].zh}{unit}", stated=match["result"],
    )  # fmt: skip
    figure = Figure("=", Decimal(match["number"].replace(",", "")).scaleb(power), None, unit, match["result"])
    yield Fact(fields, _evidence(match, terms, document), figure, {"working": working, **said})


def _may_say_less(stated: Fraction, computed: Fraction, terms: Sequence[_Term]) -> bool:
    """Whether an equation leaves out a scale that is told elsewhere (单位：万元), or the months of a rate."""
    bare = any(not term.units for term in terms)
    told = {unit for term in terms for unit in term.units[:1]}
    months_left_out = any(term.per and _DAYS.get(term.per, term.per) not in told for term in terms) and not bare
    return months_left_out or (bare and stated / computed in _SCALES_LEFT_OUT if computed else True)


def _may_print_as(computed: Fraction, terms: Sequence[_Term], match: re.Match[str]) -> bool:
    """Whether a product can print as stated, rounded or cut off; counts in 万 are rounded ones."""
    number = match["number"].replace(",", "")
    step = Fraction(10) ** (SCALES[match["scale"]] - len(number.partition(".")[2]))
    stated = Fraction(number) * Fraction(10) ** SCALES[match["scale"]]
    slacks = [
        Fraction(10) ** (term.power - term.decimals) / 2 / term.value
        for term in terms
        if term.scaled and term.value and (not term.units or term.units[0] != "元")
    ]
    slack = sum(slacks, Fraction(0))
    return stated - step / 2 <= computed * (1 + slack) and computed * (1 - slack) < stated + step


def _share(match: re.Match[str], terms: Sequence[_Term], document: Document, plan: str) -> Iterator[Fact]:
    part, whole, *rest = terms
    if not whole.divides or not whole.value or part.units[:1] != whole.units[:1] or any(t.value != 1 for t in rest):
        return
    stated, computed = Fraction(match["number"].replace(",", "")), part.value / whole.value * 100
    step = Fraction(1, 10 ** len(match["number"].partition(".")[2]))
    rough = Fraction(1, 2) if part.scaled or whole.scaled else Fraction(0)
    fields: dict[str, Value] = {
        "kind": "ratio", "id": f"equation:{match.start()}", "plan": plan, "label": _label(match), "stated": stated,
        "computed": computed, "agree": stated - step / 2 - rough <= computed < stated + step + rough,
    }  # fmt: skip
    told = [document.text[slice(*term.at)] for term in (part, whole)]
    working = phrase(
        "reconcile.ratio",
        part=told[0], whole=told[1],
        computed=decimal_text(Fraction(round(computed * 100), 100)), stated=decimal_text(stated),
    )  # fmt: skip
    figure = Figure("=", Decimal(match["number"].replace(",", "")), None, "%", match["result"])
    yield Fact(fields, _evidence(match, terms, document), figure, {"working": working})


def _label(match: re.Match[str]) -> str:
    return words_before(match.string, match.start(), _REACH).strip() or match["left"]


def _evidence(match: re.Match[str], terms: Sequence[_Term], document: Document) -> tuple[Evidence, ...]:
    result = Evidence("plan", document.span(*match.span("result")))
    return (result, *(Evidence("part", document.span(*term.at)) for term in terms))
