"""由A提高到B, 比上年的A增加: whether B lies the way the words say, and whether a growth stated follows from the two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from msgspec.structs import replace

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER, canonical
from engine.quantity.numerals import SCALES
from engine.reconcile.prose.common import clause_after, figure_of, place_of, printed, sentence_start, shown, step_of
from engine.reconcile.prose.growth import AMOUNT, DOWN, GROWTH, UP, Change, StatedGrowth, stated_growth
from engine.wording import Text, phrase
from engine.words.change import CHANGED_TO, FALL, RISE
from engine.words.periods import YEAR_BEFORE

_RISE = lazy(f"{RISE}|增至|上涨|扩大|扩增|升至")
_FALL = lazy(f"{FALL}|降至|降到|减至|缩[至到]|压[至到]|减轻")
_EARLIER = lazy(
    rf"^[^,。;]{{0,2}}[,(、]?(?:同比)?[较比](?:{YEAR_BEFORE}|原标准|原来|现行标准)"
    rf"(?:实际|完成|标准|任务|计划|总数)*的?(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{AFTER_NUMBER}|%)?(?=[^,。;\d]{{0,4}}(?:{UP}|{DOWN}))",
    needs="比|较",
)
# 3128人，上年同期为2980人，同比增长5%.
_BESIDE_EARLIER = lazy(
    rf"^[,(](?:上一?年|去年|20\d\d年)同期[为是]?(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{AFTER_NUMBER})[)]?[,、](?=(?:同比)?(?:{UP}|{DOWN}))",
    needs="同期",
)
# 由上年的180场增加到(200场): the figure of the year before, in front of the one that it led to.
_FROM_EARLIER = lazy(
    rf"(?:由|从|在)(?:{YEAR_BEFORE}|原来|现有|目前|现行标准)(?:实际|完成|标准|任务|总数)*的?"
    rf"(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{AFTER_NUMBER}|%)?(?:(?P<up>{UP}|扩大|扩增|升|增)|(?P<down>{DOWN}|缩小|降|减))(?:到|至|为)$",
    needs="由|从|在",
)
# 比上年的1600人增加80人,达到(1700人): the growth as well.
_GROWN_TO = lazy(
    rf"[较比](?:{YEAR_BEFORE}|原来|现行标准)(?:实际|完成|标准|任务|总数)*的?"
    rf"(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{AFTER_NUMBER}|%)?(?P<growth>(?:净|再)?(?P<up>{UP})[^,。;]{{1,12}}|(?P<down>{DOWN})[^,。;]{{1,12}})"
    rf"[,、](?:总数|总量|总体)?(?:达到?|{CHANGED_TO}|为)$",
    needs="较|比",
)
# 提高2个百分点,由94%提高到(97%): the growth in front of both.
_GROWTH_AHEAD = lazy(
    rf"(?P<growth>(?:每人每[月年]|每[月年])?(?:{UP}|{DOWN})(?:了|为)?{AMOUNT})[,(](?:即)?(?:由|从)[^,。;]{{1,24}}$"
)
# 上年底已建成45个，今年新增15个，累计达到60个: what was, what is added and the two together.
_RUNNING = lazy(
    rf"(?:上年|去年|20\d\d年)[底末]前?(?P<thing>[^,。;\d约近超]{{0,16}})(?P<was>\d+)(?P<unit>{AFTER_NUMBER})(?![余多以左])"
    rf"(?:[^。;\d]|20\d\d年){{0,14}}?新增(?P<more>[^,。;\d约近超]{{0,10}})(?P<added>\d+)(?P<of>{AFTER_NUMBER})(?![余多以左])"
    r"[,，、](?:累计|总数|总量|共计|总计|合计)[^,。;\d约近超]{0,8}$",
    needs="累计|总数|总量|共计|总计|合计",
)
_REACH = 60
# How far ahead of a running total its two parts begin.
_RUN = 90


def change_facts(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield a ``change`` fact for every commitment that names the figure it starts from, before it or behind it.

    ``falls`` is true where words of growth lead to a smaller figure (or words of reduction to a larger one); ``agree``
    is there only where the text also states the growth.
    """
    document = extraction.document
    openings: dict[tuple[int, str], Commitment] = {}
    for commitment in extraction.commitments:
        if commitment.relative or commitment.bound.op == "range":
            continue
        sentence = sentence_start(document, commitment.start)
        opening = openings.setdefault((sentence, commitment.compared_unit), commitment)
        behind = fold(clause_after(document, commitment.end, _REACH)).replace(" ", "")
        if commitment.baseline is not None:
            words = fold(document.text[sentence_start(document, commitment.start, 80) : commitment.end])
            stated = _GROWTH_AHEAD.search(words)
            behind = behind if GROWTH.match(behind) or not stated else stated["growth"]
            fact = _from_to(
                Change(commitment, Fraction(commitment.baseline), step_of(commitment), behind, reaches=True),
                words,
                plan_id,
                document,
            )
        else:
            ahead = fold(document.text[sentence_start(document, commitment.start, _RUN) : commitment.start])
            fact = (
                _against_earlier(commitment, opening, behind, plan_id, document)
                or _led_to(commitment, behind, plan_id, document)
                or _running_total(commitment, ahead, plan_id, document)
            )
        if fact is not None:
            yield fact


def _from_to(one: Change, words: str, plan: str, document: Document) -> Fact | None:
    rise, fall = _last(_RISE, words), _last(_FALL, words)
    if rise == fall:
        return None
    return _fact(one, one.change < 0 if rise > fall else one.change > 0, plan, document)


def _against_earlier(
    commitment: Commitment, opening: Commitment, behind: str, plan: str, document: Document
) -> Fact | None:
    """Compare a figure with the one of the year before that stands right behind it: 2400人次，比上年的2100人次增加300人次.

    Behind a list of its parts the growth is that of the figure which opens the sentence, where that reading holds better.
    """
    match = _EARLIER.match(behind) or _BESIDE_EARLIER.match(behind)
    if match is None or canonical(match["unit"] or "") not in ("", commitment.compared_unit.split("/")[0]):
        return None
    before, step = _printed_value(match)
    one = Change(commitment, before, step, behind[match.end() :])
    growth = GROWTH.match(one.behind)
    if growth is None:
        return None
    whole = replace(one, commitment=opening)
    best = min((one, whole), key=lambda reading: _doubtful(reading, rises=bool(growth["up"])))
    return _fact(best, _contrary(best, rises=bool(growth["up"])), plan, document)


def _led_to(commitment: Commitment, behind: str, plan: str, document: Document) -> Fact | None:
    """Compare a figure with the one of the year before that stands in front of it: 由上年的180场增加到200场."""
    words = fold(document.text[sentence_start(document, commitment.start, 80) : commitment.start]).replace(" ", "")
    match = _FROM_EARLIER.search(words) or _GROWN_TO.search(words)
    if match is None or canonical(match["unit"] or "") not in ("", commitment.compared_unit.split("/")[0]):
        return None
    behind = match.groupdict().get("growth") or behind
    before, step = _printed_value(match)
    one = Change(commitment, before, step, behind, reaches=match.re.pattern == _FROM_EARLIER.pattern)
    return _fact(one, _contrary(one, rises=bool(match["up"])), plan, document)


def _printed_value(match: re.Match[str]) -> tuple[Fraction, Fraction]:
    """Return the value of a figure as printed, and the size of its last digit, 0 for a whole one."""
    power = SCALES[match["scale"]]
    decimals = len(match["number"].partition(".")[2])
    step = Fraction(10) ** (power - decimals) if power or decimals else Fraction(0)
    return Fraction(match["number"]) * 10**power, step


def _running_total(commitment: Commitment, words: str, plan: str, document: Document) -> Fact | None:
    """Compare a running total with what there was at the end of the year before and what is added to it.

    Both must count the same thing in its unit: 新增 names nothing, or what was named before.
    """
    match = _RUNNING.search(words)
    own = commitment.compared_unit
    if match is None or commitment.bound.op != "=" or {canonical(match["unit"]), canonical(match["of"])} != {own}:
        return None
    if match["more"] and match["more"] not in match["thing"]:
        return None
    one = Change(commitment, Fraction(match["was"]), Fraction(0), f"增加{match['added']}{match['of']}")
    return _fact(one, one.change < 0, plan, document)


def _contrary(one: Change, *, rises: bool) -> bool:
    return one.change < 0 if rises else one.change > 0


def _doubtful(one: Change, *, rises: bool) -> tuple[bool, bool]:
    growth = stated_growth(one)
    return _contrary(one, rises=rises), growth is not None and not growth.agrees


def _fact(one: Change, falls: bool, plan: str, document: Document) -> Fact:
    commitment = one.commitment
    fields: dict[str, Value] = {
        "kind": "change", "id": f"change:{commitment.id}", "plan": plan, "commitment": commitment.id,
        "label": commitment.label, "falls": falls, "rose": one.change > 0,
    }  # fmt: skip
    growth = stated_growth(one)
    if growth is not None:
        fields |= {"agree": growth.agrees, "stated": growth.stated, "computed": growth.computed, "unit": growth.unit}
    said = {"working": growth.working if growth else _working(one)}
    evidence = (shown(commitment, "plan"), *(_where_stated(growth, commitment, document) if growth else ()))
    return Fact(fields, evidence, figure_of(commitment), said)


def _where_stated(growth: StatedGrowth, commitment: Commitment, document: Document) -> Iterator[Evidence]:
    """Yield the words that state a growth: behind the figure, or in front of it in its sentence."""
    begin = sentence_start(document, commitment.start, _RUN)
    for low, high in ((commitment.end, commitment.end + _REACH), (begin, commitment.start)):
        if place := place_of(document, growth.words, low, high):
            yield Evidence("plan", document.span(*place))
            return


def _last(pattern: re.Pattern[str], words: str) -> int:
    return max((match.start() for match in pattern.finditer(words)), default=-1)


def _working(one: Change) -> Text:
    return phrase(
        "reconcile.change-from-to",
        before=printed(one.commitment, one.before), after=printed(one.commitment), change=printed(one.commitment, one.change),
    )  # fmt: skip
