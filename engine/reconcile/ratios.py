"""占比: a share that a sentence states beside the two counts it is the share of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.common import figure_of, printed, sentence_start, shown, step_of, unit_of
from engine.reconcile.show import decimal_text
from engine.wording import phrase

_SHARE = lazy(r"(?:占(?:总数|总人数|全部|其|总量|比)?的?(?:比重|比例|比)?(?:达到|达|为)?|即|占比(?:达到|达|为)?)$")
_OF_PLAN = lazy(
    r"(?:已|累计)(?:累计)?(?:完成|建成|实现|发放|改造|新增)[了]?(?P<part>\d+(?:\.\d+)?)(?P<scale>万?)(?P<unit>人次|公里|[人户个处所套张件场])[,(]"
    r"(?:占|完成|为)(?:全年|年度|年初|今年|当年)?(?:计划|目标|任务)(?:任务|目标)?(?:总?[数量])?的(?P<share>\d+(?:\.\d+)?)%"
)
_BACK = 80
_RATE = lazy(r"(?P<verb>[一-龥]{2})率(?:为|达到|达|是)?$")
_DUE = lazy(r"应(?:当)?(?P<verb>[一-龥]{2,6})$")
_WITHIN = lazy("其中|内|已|完成")


def ratio_facts(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield a ``ratio`` fact where a sentence gives a whole, then a part in the same unit, then 占…% of it.

    Only plain figures, and for 占 only sentences with exactly these three; a share cut off instead of rounded is let pass.
    """
    sentences: dict[int, list[Commitment]] = defaultdict(list)
    for commitment in extraction.commitments:
        sentences[sentence_start(extraction.document, commitment.start)].append(commitment)
    for start in sorted(sentences):
        yield from _in_sentence(sentences[start], extraction.document, plan_id)
    yield from _progress(extraction, plan_id)


def _in_sentence(members: Sequence[Commitment], document: Document, plan: str) -> Iterator[Fact]:
    for whole, part, share in zip(members, members[1:], members[2:], strict=False):
        if any(c.bound.op != "=" or c.relative for c in (whole, part, share)) or whole.bound.value <= 0:
            continue
        if unit_of(share) != "%" or unit_of(whole) != unit_of(part) or unit_of(whole) in ("%", "‰", ""):
            continue
        before = fold(document.text[max(0, share.start - 12) : share.start]).rstrip()
        between = fold(document.text[whole.end : part.start])
        stated = len(members) == 3 and _SHARE.search(before) and _WITHIN.search(between)
        if stated or _of_those_due(before, fold(document.text[max(0, whole.start - 12) : whole.start]), between):
            yield _fact(whole, part, share, plan)


def _progress(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a fact for each 已完成12公里，占年度计划的15.2%: what is done against the last figure of its unit before it."""
    text = fold(extraction.document.text)
    starts = [commitment.start for commitment in extraction.commitments]
    for match in _OF_PLAN.finditer(text):
        low = max(0, match.start() - _BACK)
        earlier = extraction.commitments[bisect_left(starts, low) : bisect_left(starts, match.start())]
        wholes = [c for c in earlier if unit_of(c) == match["unit"] and c.bound.op == "=" and not c.relative]
        if wholes and wholes[-1].bound.value > 0:
            yield _progress_fact(match, wholes[-1], wholes[-1].label, extraction.document, plan)


def _progress_fact(match: re.Match[str], whole: Commitment, label: str, document: Document, plan: str) -> Fact:
    done = Fraction(match["part"]) * (10_000 if match["scale"] else 1)
    stated, computed = Fraction(match["share"]), done / Fraction(whole.bound.value) * 100
    step = Fraction(1, 10 ** len(match["share"].partition(".")[2]))
    fields: dict[str, Value] = {
        "kind": "ratio", "id": f"ratio:progress:{match.start()}", "plan": plan, "label": label, "stated": stated,
        "computed": computed, "agree": stated - step / 2 <= computed < stated + step,
    }  # fmt: skip
    working = phrase(
        "reconcile.ratio",
        part=document.text[match.start("part") : match.end("unit")], whole=printed(whole),
        computed=decimal_text(Fraction(round(computed * 100), 100)), stated=decimal_text(stated),
    )  # fmt: skip
    span = document.span(match.start("share"), match.end())
    figure = Figure("=", Decimal(match["share"]), None, "%", span.text)
    return Fact(fields, (Evidence("plan", span), shown(whole, "part")), figure, {"working": working})


def _of_those_due(before: str, due: str, between: str) -> bool:
    """Whether a rate is told by its own two counts: 应管理2.4万人，管理1.75万人，管理率为75%."""
    rate = _RATE.search(before)
    owed = _DUE.search(due)
    return rate is not None and owed is not None and owed["verb"][-2:] == rate["verb"][-2:] and rate["verb"] in between


def _fact(whole: Commitment, part: Commitment, share: Commitment, plan: str) -> Fact:
    computed = Fraction(part.bound.value) / Fraction(whole.bound.value) * 100
    stated = Fraction(share.bound.value)
    step = step_of(share) or Fraction(1)
    fields: dict[str, Value] = {
        "kind": "ratio", "id": f"ratio:{share.id}", "plan": plan, "label": share.label, "stated": stated,
        "computed": computed, "agree": stated - step / 2 <= computed < stated + step,
    }  # fmt: skip
    working = phrase(
        "reconcile.ratio",
        part=printed(part), whole=printed(whole),
        computed=decimal_text(Fraction(round(computed * 100), 100)), stated=decimal_text(stated),
    )  # fmt: skip
    evidence = (shown(share, "plan"), shown(whole, "part"), shown(part, "part"))
    return Fact(fields, evidence, figure_of(share), {"working": working})
