"""One figure per head for several payments or several counts, and what they come to: 均为每人每月110元，分别惠及820人和640人，共需192.72万元."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.facts.fact import Fact
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.measure_words import PER_PERIODS
from engine.reconcile.prose.common import sentence_start
from engine.reconcile.prose.products import HEADS, LESS, duration_of, is_result, product_fact

_EACH_PAYMENT = lazy("[两三四2-4][项类种]|人次")
_IN_ALL = lazy("合计|共(?!享|用|建)|总|累计|[两三四2-4][项类种]")
_SUMMED = lazy("共(?!享|用|建)|合计|总|[两三四2-4][项类种]|全年|年")
_LISTED = lazy(r"[、和及与,](?:[^,。;:()\d]|\d{2,3}(?=[-~至]|周?岁)){0,14}", needs="、|和|及|与|,")
_OTHERS = lazy("其中|新增|累计|另|比上年|较上年|工作人员|志愿者")
_BEFORE_COUNT, _BEFORE_RESULT = 12, 14


def product_in_all_facts(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a ``product`` fact for each amount in all that one figure per head gives for several payments or counts."""
    sentences: dict[int, list[Commitment]] = defaultdict(list)
    for commitment in extraction.commitments:
        if not commitment.relative and commitment.bound.op not in ("range", "~"):
            sentences[sentence_start(extraction.document, commitment.start)].append(commitment)
    before: Sequence[Commitment] = ()
    for start in sorted(sentences):
        members = sentences[start]
        rates = _one_rate(members)
        if not rates and before and before[0].item == members[0].item and not _paid(members):
            rates = before if len(before) > 1 and _EACH_PAYMENT.search(_ahead(members[0], extraction.document)) else ()
        if rates:
            yield from _in_all(members, rates, start, extraction.document, plan)
        before = rates


def _paid(members: Sequence[Commitment]) -> list[Commitment]:
    return [c for c in members if "/" in c.compared_unit]


def _one_rate(members: Sequence[Commitment]) -> Sequence[Commitment]:
    """Return the figures per head of a sentence that are all one figure of its text."""
    rates = _paid(members)
    return rates if len({(c.start, c.compared_unit) for c in rates}) == 1 else ()


def _in_all(
    members: Sequence[Commitment], rates: Sequence[Commitment], start: int, document: Document, plan: str
) -> Iterator[Fact]:
    rest = [c for c in members if c not in rates]
    head, *per = rates[0].compared_unit.split("/")
    heads = [p for p in per if p not in PER_PERIODS]
    periods = [p for p in per if p in PER_PERIODS]
    counts = [c for c in rest if heads and HEADS.get(c.unit, c.unit) == HEADS.get(heads[0], heads[0])]
    counts = [c for c in counts if c.part_of is None]
    results = [c for c in rest if is_result(c, head, heads, document)]
    others = [c for c in rest if c not in counts and c not in results and c.part_of is None]
    if len(results) != 1 or len(periods) > 1 or not _belong(counts, rates, results[0], document):
        return
    words = document.text[start : results[0].end]
    duration = None if LESS.search(words) else duration_of(periods, others, words)
    if duration is None or results[0].start < max(c.start for c in (*rates, *counts)):
        return
    if not _may_have_each(counts, rates, results[0], duration[0], document):
        yield product_fact(counts, rates[0], duration, results[0], document, plan)


def _belong(counts: Sequence[Commitment], rates: Sequence[Commitment], result: Commitment, document: Document) -> bool:
    """Whether the counts are those that one rate is paid to: one of them in all, or several told in one breath."""
    if len(counts) == 1:
        return len(rates) > 1 and _IN_ALL.search(_ahead(counts[0], document)) is not None
    said = document.text[max(0, result.start - _BEFORE_RESULT) : result.start]
    if len(counts) < len(rates) or len(counts) < 2 or not _SUMMED.search(said):
        return False
    between = [fold(document.text[one.end : other.start]) for one, other in pairwise(counts)]
    return all(_LISTED.fullmatch(gap) and not _OTHERS.search(gap) for gap in between)


def _may_have_each(
    counts: Sequence[Commitment],
    rates: Sequence[Commitment],
    result: Commitment,
    periods: Fraction,
    document: Document,
) -> bool:
    """Whether an amount may be of people counted once who have one or more of the payments, or of one count alone."""
    paid = Fraction(rates[0].bound.value) * periods
    if len(counts) > 1:
        return Fraction(result.bound.value) in [Fraction(count.bound.value) * paid for count in counts]
    if _EACH_PAYMENT.search(_ahead(counts[0], document)):
        return False
    once = Fraction(counts[0].bound.value) * paid
    return once < Fraction(result.bound.value) <= once * len(rates)


def _ahead(count: Commitment, document: Document) -> str:
    return document.text[max(0, count.start - _BEFORE_COUNT) : count.end]
