"""占比: a share that a sentence states beside the two counts it is the share of: 总数800张、其中480张，占60%; 480张，占800张的60%."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER, canonical
from engine.quantity.numerals import SCALES
from engine.reconcile.arithmetic.show import decimal_text
from engine.reconcile.prose.common import clause_after, power_of, printed, sentence_start, shown
from engine.reconcile.prose.rates_told import is_named_by, told_rates, told_shares
from engine.reconcile.prose.shares_beside import shares_beside_wholes
from engine.reconcile.prose.shares_by_name import shares_by_name
from engine.reconcile.prose.shares_of_one_whole import shares_of_one_whole
from engine.wording import phrase

_SHARE = lazy(r"(?:占(?:总数|总人数|全部|其|总量|比)?的?(?:比重|比例|比)?(?:达到|达|为)?|即|占比(?:达到|达|为)?)$")
_OF_PLAN = lazy(
    r"(?:已|累计)(?:累计)?(?:完成|建成|实现|发放|改造|新增|支出)[了]?(?:投资|资金)?(?P<part>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>人次|公里|[元人户个处所套张件场])[,(]"
    r"(?:占|完成|为)(?:全年|年度|年初|今年|当年)?(?:计划|目标|任务)(?:任务|目标)?(?:总?[数量])?的(?P<share>\d+(?:\.\d+)?)%",
    needs="已|累计",
)
_OF_WHOLE = lazy(
    rf"^[^,。;:\d]{{0,16}}[,、(]?[ ]*(?P<roughly>约|大约)?占[^,。;:\d]{{0,16}}?(?P<whole>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{AFTER_NUMBER})"
    r"[^,。;:\d]{0,6}的(?:比例[为达]?)?(?P<share>\d+(?:\.\d+)?)%",
    needs="占",
)
_BACK = 80
_RATE = lazy(r"(?P<verb>[一-龥]{2})率(?:为|达到|达|是)?$")
_DUE = lazy(r"应(?:当)?(?P<verb>[一-龥]{2,6})$")
_OF_AREA = lazy("(?:全[县市区镇乡]|辖区|共有|现有)[^,。;:、]*$")
_SO_FAR = lazy("^[,、(][^,。;:、]{0,6}(?:累计|已)(?:经|完成)?(?P<verb>[一-龥]{2})[了]?$")
_TARGETED = lazy(
    r"^[,、(](?:其中)?(?:目标(?:人群|人口|人数|对象|户数)|(?:适龄|符合条件的?|辖区内?)(?:人群|人口|人数|对象|妇女|儿童)|应[^,、()\d]{1,4}(?:人群|人口|人数|对象|户数|数|总数))(?:共|共有|总数|为|约)*$"
)
_DEED = lazy("^[,、(][^,。;:、]{0,8}(?P<verb>[一-龥]{2})[了]?$")
_FURTHER = lazy("新增|其中|累计|净增|重点")
_NEARLY = 12
# 约占70% of what is 75 %.
_ROUGH = 5

_Ended = tuple[int, Fact]
_CLAUSE = lazy("[,、;:。()]")
_WITHIN = lazy("其中|内|已|完成")
_NUMBER = lazy(r"\d+(?:\.\d+)?")
# 八成 is a share in tenths, which no two counts contradict.
_ROUGHLY = "成"


def ratio_facts(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield a ``ratio`` fact where a sentence gives a whole, then a part in the same unit, then 占…% of it.

    Only plain figures, and for 占 only sentences with exactly these three; a share cut off instead of rounded is let pass.
    """
    sentences: dict[int, list[Commitment]] = defaultdict(list)
    for commitment in extraction.commitments:
        sentences[sentence_start(extraction.document, commitment.start)].append(commitment)
    document = extraction.document
    read = [one for start in sorted(sentences) for one in _in_sentence(sentences[start], document, plan_id)]
    read += [*_progress(extraction, plan_id), *_of_wholes(extraction, plan_id)]
    yield from (fact for _, fact in read)
    yield from _told(extraction, frozenset(at for at, _ in read), plan_id)


def _in_sentence(members: Sequence[Commitment], document: Document, plan: str) -> Iterator[_Ended]:
    for whole, part, share in zip(members, members[1:], members[2:], strict=False):
        if any(c.bound.op != "=" or c.relative for c in (whole, part, share)) or whole.bound.value <= 0:
            continue
        if (
            share.compared_unit != "%"
            or _ROUGHLY in share.span.text
            or whole.compared_unit != part.compared_unit
            or whole.compared_unit in ("%", "‰", "")
        ):
            continue
        before = fold(document.text[max(0, share.start - 12) : share.start]).rstrip()
        between = fold(document.text[whole.end : part.start])
        stated = len(members) == 3 and _SHARE.search(before) and _WITHIN.search(between)
        ahead = fold(document.text[max(0, whole.start - 12) : whole.start])
        due = _of_those_due(before, ahead, between) or _of_the_area(before, ahead, between)
        if stated or due or (len(members) == 3 and _of_all(before, ahead, between) and _near(part, whole, share)):
            yield share.end, _fact(whole, part, share, plan)
        elif _of_the_targeted(before, ahead, between):
            yield share.end, _fact(part, whole, share, plan)


def _told(extraction: Extraction, judged: Set[int], plan: str) -> Iterator[Fact]:
    """Yield a fact for each share that a sentence tells by its words alone; a rate has to come near what follows.

    ``judged`` are the ends of those told by figures of tasks.
    """
    document = extraction.document
    shares = *told_shares(document), *shares_of_one_whole(document), *shares_beside_wholes(document)
    near = *told_rates(document), *shares_by_name(extraction)
    told_ones = [(told, True) for told in near] + [(told, False) for told in shares]
    seen = set(judged)
    for told, is_rate in told_ones:
        if told.share[1][1] in seen:
            continue
        seen.add(told.share[1][1])
        (whole, whole_scale, whole_at), (part, part_scale, part_at) = told.whole, told.part
        counts = _printed_count(part, part_scale), _printed_count(whole, whole_scale)
        share, at = told.share
        if not counts[1].value:
            continue
        if is_rate and _apart(counts, Fraction(share)) > _NEARLY:
            continue
        said = document.text[slice(*part_at)], document.text[slice(*whole_at)]
        evidence = (
            Evidence("plan", document.span(*at)), Evidence("part", document.span(*whole_at)),
            Evidence("part", document.span(*part_at)),
        )  # fmt: skip
        yield _stated(f"told:{at[0]}", told.label, counts, said, share, evidence, plan)


def _progress(extraction: Extraction, plan: str) -> Iterator[_Ended]:
    """Yield a fact for each 已完成12公里，占年度计划的15.2%: what is done against the last figure of its unit before it."""
    text = fold(extraction.document.text)
    starts = [commitment.start for commitment in extraction.commitments]
    for match in _OF_PLAN.finditer(text):
        low = max(0, match.start() - _BACK)
        earlier = extraction.commitments[bisect_left(starts, low) : bisect_left(starts, match.start())]
        wholes = [c for c in earlier if c.compared_unit == match["unit"] and c.bound.op == "=" and not c.relative]
        if wholes and wholes[-1].bound.value > 0:
            yield match.end(), _progress_fact(match, wholes[-1], wholes[-1].label, extraction.document, plan)


def _progress_fact(match: re.Match[str], whole: Commitment, label: str, document: Document, plan: str) -> Fact:
    part = _printed_count(match["part"], match["scale"])
    words = document.text[match.start("part") : match.end("unit")]
    said = (words, printed(whole))
    place = (match.start("share"), match.end())
    return _stated(
        f"progress:{match.start()}", label, (part, _count(whole)), said, match["share"],
        (Evidence("plan", document.span(*place)), shown(whole, "part")), plan,
    )  # fmt: skip


def _of_wholes(extraction: Extraction, plan: str) -> Iterator[_Ended]:
    """Yield a fact for each 480张，占总数800张的60%: the figure right before it against the whole that it names.

    Behind several parts of a figure the share may be that figure's.
    """
    document = extraction.document
    divided = Counter(c.part_of for c in extraction.commitments if c.part_of)
    for part in extraction.commitments:
        if part.bound.op != "=" or part.relative or (part.part_of and divided[part.part_of] > 1):
            continue
        match = _OF_WHOLE.match(fold(clause_after(document, part.end, _BACK)))
        if match is None or canonical(match["unit"]) != part.compared_unit or Fraction(match["whole"]) == 0:
            continue
        whole = _printed_count(match["whole"], match["scale"])
        place = document.text.index(match["share"], part.end + match.start("share")), part.end + match.end()
        words = document.text[part.end + match.start("whole") : part.end + match.end("unit")]
        counts = _count(part), whole
        if match["roughly"] and _apart(counts, Fraction(match["share"])) <= _ROUGH:
            continue
        yield place[1], _stated(
            f"of:{part.id}", part.label, counts, (printed(part), words), match["share"],
            (Evidence("plan", document.span(*place)), shown(part, "part")), plan,
        )  # fmt: skip


class _Count(Struct, frozen=True):
    """A count in its base unit, the power of ten it is printed in and the decimals it is printed with."""

    value: Fraction
    power: int
    decimals: int


def _printed_count(number: str, scale: str) -> _Count:
    power = SCALES[scale]
    return _Count(Fraction(number) * 10**power, power, len(number.partition(".")[2]))


def _count(commitment: Commitment) -> _Count:
    power = power_of(commitment)
    decimals = 0 if commitment.digits is None else max(0, commitment.digits + power)
    return _Count(Fraction(commitment.bound.value), power, decimals)


def _apart(counts: tuple[_Count, _Count], share: Fraction) -> Fraction:
    """Return how many points a share lies from that of part and whole."""
    return abs(counts[0].value / counts[1].value * 100 - share)


def _stated(
    name: str,
    label: str,
    counts: tuple[_Count, _Count],
    said: tuple[str, str],
    share: str,
    evidence: tuple[Evidence, ...],
    plan: str,
) -> Fact:
    """Return the fact for a share printed beside part and whole (``counts``, as printed: ``said``)."""
    part, whole = counts
    stated, computed = Fraction(share), part.value / whole.value * 100
    fields: dict[str, Value] = {
        "kind": "ratio", "id": f"ratio:{name}", "plan": plan, "label": label, "stated": stated,
        "computed": computed, "agree": _follows(part, whole, stated, len(share.partition(".")[2])),
    }  # fmt: skip
    working = phrase(
        "reconcile.ratio",
        part=said[0], whole=said[1],
        computed=decimal_text(Fraction(round(computed * 100), 100)), stated=decimal_text(stated),
    )  # fmt: skip
    figure = Figure("=", Decimal(share), None, "%", evidence[0].span.text)
    return Fact(fields, evidence, figure, {"working": working})


def _follows(part: _Count, whole: _Count, stated: Fraction, decimals: int) -> bool:
    """Whether part and whole can give a share that prints as stated, rounded or cut off.

    Counts in 万 are rounded ones: in one scale both to the finer decimals that either shows, else each to its own.
    """
    step = Fraction(1, 10**decimals)
    finest = max(part.decimals, whole.decimals)
    half = [
        Fraction(10) ** (c.power - (finest if part.power == whole.power else c.decimals)) / 2
        if c.power
        else Fraction(0)
        for c in (part, whole)
    ]
    low = max(Fraction(0), part.value - half[0]) / (whole.value + half[1]) * 100
    high = (part.value + half[0]) / max(whole.value - half[1], Fraction(1)) * 100
    return high >= stated - step / 2 and low < stated + step


def _of_those_due(before: str, due: str, between: str) -> bool:
    """Whether a rate is told by its own two counts: 应管理2.4万人，管理1.75万人，管理率为75%."""
    rate = _RATE.search(before)
    owed = _DUE.search(due)
    return rate is not None and owed is not None and owed["verb"][-2:] == rate["verb"][-2:] and rate["verb"] in between


def _of_the_area(before: str, ahead: str, between: str) -> bool:
    """Whether a rate is told by all there are and those done so far: 全县泵站20座，累计改造15座，改造率75%."""
    rate, done = _RATE.search(before), _SO_FAR.search(between)
    return rate is not None and done is not None and rate["verb"] == done["verb"] and _OF_AREA.search(ahead) is not None


def _of_all(before: str, ahead: str, between: str) -> bool:
    """Whether a rate is told by all and those of whom its verb is told: 老年人4.6万人，健康管理3.36万人，管理率73%."""
    rate, done = _RATE.search(before), _DEED.search(between)
    if rate is None or done is None or rate["verb"] != done["verb"] or _FURTHER.search(between):
        return False
    return is_named_by(_CLAUSE.split(before[: rate.start()])[-1], ahead + between)


def _near(part: Commitment, whole: Commitment, share: Commitment) -> bool:
    """Whether a share comes near that of the two counts; one far off is of others."""
    return _apart((_count(part), _count(whole)), Fraction(share.bound.value)) <= _NEARLY


def _of_the_targeted(before: str, done: str, between: str) -> bool:
    """Whether a rate is told by what was done and then by those that it was meant for: 筛查9600人，目标人群12000人，筛查率为80%."""
    rate = _RATE.search(before)
    return rate is not None and _TARGETED.search(between) is not None and rate["verb"] in done


def _fact(whole: Commitment, part: Commitment, share: Commitment, plan: str) -> Fact:
    spelled = str(share.bound.value)  # 百分之八十 has no digits to count the places of
    words = next(reversed(_NUMBER.findall(fold(share.span.text))), spelled)
    evidence = (shown(share, "plan"), shown(whole, "part"), shown(part, "part"))
    counts = (_count(part), _count(whole))
    return _stated(share.id, share.label, counts, (printed(part), printed(whole)), words, evidence, plan)
