"""人数 × 标准 × 月数 = 金额, 81人 × 8个月 = 648月·人: amounts that a sentence reckons from its own figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.facts.fact import Fact, Value
from engine.patterns import lazy
from engine.quantity.measure_words import PER_PERIODS
from engine.quantity.units import months_in
from engine.reconcile.arithmetic.intervals import meet, rounded, total
from engine.reconcile.arithmetic.show import amount, in_scale
from engine.reconcile.prose.common import figure_of, power_of, printed, sentence_start, shown, step_of
from engine.reconcile.prose.equations import equation_facts
from engine.wording import phrase

_RESULT = lazy("共|合计|总计|全年|累计|需|总额|总共|发放|资金|投入|安排|服务|预计")
_ASIDE = lazy(r"[(（](?:不?含|包括|包含|其中|另|扣除|已)[^()（）]*$")
# Hours and days stand beside each other for many things (每月服务3小时, 培训不少于40小时).
_TIMES = frozenset(["小时", "分钟", "天", "课时", "次", "学时"])
_IN_ALL_OF = lazy("共(?!享|用|建)|合计|总计|[两三]项")
_IN_ALL = lazy("共(?!享|用|建)|合计|总计|累计|全年")
_YEARLY = lazy("全年|年度|一年|每年|年(?:发放|需|支出|补助|补贴|资金)")
# 自7月起: a part of the year; 按收入差额: of the standard only what is lacking.
_NOT_ALL_YEAR = lazy(r"[自从][^,，。;；]{0,8}(?:[2-9]|1[0-2])月[^,，。;；]{0,4}起|[上下]半年|季度")
LESS = lazy("差额|补差|据实|按实|扣除|减去")
_NAME = lazy(r"[一-龥]{2}(?:津贴|补贴|补助|低保|保障)")
_BRACKET = 40
_DAYS = frozenset({"天", "日"})
# A pupil (每生) is told as a person (1.6万名学生).
HEADS = {"生": "人"}


def product_facts(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield a ``product`` fact for each sentence with one count, one figure per head and one amount of their product.

    A rate per month needs the number of months in the same sentence, or 全年 for twelve; without it nothing is said.
    Equations that are written out are judged by themselves.
    """
    sentences: dict[int, list[Commitment]] = defaultdict(list)
    rates: dict[str, list[Commitment]] = defaultdict(list)
    for commitment in extraction.commitments:
        if not commitment.relative and commitment.bound.op != "range" and commitment.bound.op != "~":
            sentences[sentence_start(extraction.document, commitment.start)].append(commitment)
            if "/" in commitment.compared_unit:
                rates[commitment.item].append(commitment)
    judged: set[int] = set()
    for start in sorted(sentences):
        members = sentences[start]
        if len(members) == 2:
            rate = _rate_before(members[0], rates[members[0].item])
            members = [rate, *members] if rate else members
        found = list(_in_sentence(members, start, extraction.document, plan_id)) if 3 <= len(members) <= 4 else []
        for fact in found or _in_clauses(members, start, extraction.document, plan_id):
            judged |= {evidence.span.start for evidence in fact.evidence[:1] if evidence.span.start is not None}
            yield fact
    yield from equation_facts(extraction.document, judged, plan_id)


def _in_clauses(members: Sequence[Commitment], start: int, document: Document, plan: str) -> Iterator[Fact]:
    """Yield a fact for each count, figure per head and amount that follow right on each other among other figures.

    How long it is paid may stand before the amount: 全年12个月共需34.56万元.
    """
    for index in range(1, len(members) - 1):
        lasts = months_in(_numerator(members[index + 1])) is not None
        near = members[index - 1 : index + 2 + lasts]
        if "/" not in near[1].compared_unit or (index > 1 and _joined(members[index - 2], near[0], document)):
            continue
        begin = members[index - 2].end if index > 1 else start
        yield from _in_sentence(near, begin, document, plan)


def _joined(one: Commitment, other: Commitment, document: Document) -> bool:
    """Whether two counts of one unit are told in one breath (甲类100人、乙类50人): then the rate is for both."""
    between = document.text[one.end : other.start]
    return one.compared_unit == other.compared_unit and not any(mark in between for mark in "，,；;。")


def _rate_before(count: Commitment, rates: Sequence[Commitment]) -> Commitment | None:
    """Return the one figure per head, earlier in the item, of the people that a count speaks of by the same scope."""
    own = [r for r in rates if r.end <= count.start and r.scope and r.scope == count.scope]
    named = [r for r in own if _NAME.search(r.label) and _NAME.findall(r.label)[-1] in count.sentence]
    return named[0] if len(own) == 1 and named else None


def _in_sentence(members: Sequence[Commitment], start: int, document: Document, plan: str) -> Iterator[Fact]:
    rates = [c for c in members if "/" in c.compared_unit]
    if len(rates) > 1:
        # 每人每年10个月 beside 每人每月2000元 is how long, not how much.
        rates = [c for c in rates if months_in(_numerator(c)) is None]
    if len(rates) != 1:
        return
    rate = rates[0]
    head, *per = rate.compared_unit.split("/")
    heads = [p for p in per if p not in PER_PERIODS]
    periods = [p for p in per if p in PER_PERIODS]
    counts = [
        c
        for c in members
        if c is not rate and [HEADS.get(c.compared_unit, c.compared_unit)] == [HEADS.get(p, p) for p in heads]
    ]
    results = [c for c in members if c is not rate and is_result(c, head, heads, document)]
    if len(counts) != 1 or len(results) != 1 or len(heads) != 1 or len(periods) > 1:
        return
    others = [c for c in members if c not in (rate, counts[0], results[0])]
    words = document.text[start : results[0].end]
    duration = None if LESS.search(words) else duration_of(periods, others, words)
    if _of_several(start, results[0], document):
        return
    if duration is None or results[0].start < max(rate.start, counts[0].start):
        return
    yield product_fact(counts, rate, duration, results[0], document, plan)


def _of_several(start: int, result: Commitment, document: Document) -> bool:
    """Whether an amount in all (共需) closes a sentence whose clauses before it, ended by ；, tell another rate or count."""
    if not _IN_ALL_OF.search(document.text, max(0, result.start - 12), result.start):
        return False
    line = document.text.rfind("\n", 0, start) + 1
    clause = max(document.text.rfind("。", line, start) + 1, line)
    earlier = document.text[clause:start]
    return earlier.rstrip().endswith(("；", ";")) and any(
        per in earlier for per in ("每人", "人均", "户均", "每户", "/人")
    )


def is_result(commitment: Commitment, head: str, heads: Sequence[str], document: Document) -> bool:
    """Return whether words before an amount say that it is reckoned: 全年共需, 合计."""
    unit = commitment.compared_unit
    if _ASIDE.search(document.text, max(0, commitment.start - _BRACKET), commitment.start):
        return False
    before = document.text[max(0, commitment.start - 12) : commitment.end]
    if head in _TIMES and commitment.bound.op != "=":
        return False
    said = _IN_ALL if head in _TIMES else _RESULT
    return unit in (head, f"{head}·{''.join(heads)}") and said.search(before) is not None


def duration_of(periods: Sequence[str], others: Sequence[Commitment], words: str) -> tuple[Fraction, str] | None:
    """Return how many of the rate's periods the amount is for, and the words that show it."""
    if not periods:
        return (Fraction(1), "") if not others else None
    if periods[0] in _DAYS and len(others) == 1 and others[0].compared_unit in _DAYS:
        return Fraction(others[0].bound.value), f"×{printed(others[0])}"
    months = months_in(periods[0])
    if months is None:
        return None
    if len(others) == 1 and (each := months_in(_numerator(others[0]))):
        return Fraction(others[0].bound.value) * each / months, f"×{printed(others[0])}"
    if others or not _YEARLY.search(words) or _NOT_ALL_YEAR.search(words):
        return None
    count = 12 / months
    return count, f"×{amount(count)}" if count != 1 else ""


def _numerator(figure: Commitment) -> str:
    return figure.compared_unit.partition("/")[0]


def product_fact(
    counts: Sequence[Commitment],
    rate: Commitment,
    duration: tuple[Fraction, str],
    result: Commitment,
    document: Document,
    plan: str,
) -> Fact:
    """Return the fact that holds an amount against the counts, taken together, times what each is given."""
    factor = Fraction(rate.bound.value) * duration[0]
    people = sum((Fraction(count.bound.value) for count in counts), Fraction(0))
    computed = people * factor
    stated = Fraction(result.bound.value)
    mine = rounded(stated, step_of(result))
    # So many people in 万 are a rounded number; a standard is what it says.
    possible = total([rounded(Fraction(count.bound.value), step_of(count)).scaled(factor) for count in counts])
    # A rate that is only a lower bound gives an amount that may be more, never one that must be less.
    lower = any(c.bound.op in (">=", ">") for c in (rate, *counts))
    agree = meet(mine, possible) is not None or (lower and stated >= computed)
    fields: dict[str, Value] = {
        "kind": "product", "id": f"product:{result.id}", "plan": plan, "label": result.label, "stated": stated,
        "computed": computed, "agree": agree, "unit": result.compared_unit,
    }  # fmt: skip
    working = phrase(
        "reconcile.product",
        factors=f"{_together(counts)}×{printed(rate)}{duration[1]}",
        computed=printed(result, computed), stated=printed(result),
    )  # fmt: skip
    evidence = (shown(result, "plan"), *(shown(count, "part") for count in counts), shown(rate, "part"))
    shown_in = in_scale({"stated": stated, "computed": computed, "gap": abs(computed - stated)}, power_of(result))
    return Fact(fields, evidence, figure_of(result), {"working": working, **shown_in})


def _together(counts: Sequence[Commitment]) -> str:
    words = "＋".join(printed(count) for count in counts)
    return f"（{words}）" if len(counts) > 1 else words
