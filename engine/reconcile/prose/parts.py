"""其中: the parts of a figure against the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.commitment import Commitment, Extraction
from engine.document import Document
from engine.extract.names.stages import is_stage
from engine.facts.fact import Fact, Value
from engine.patterns import lazy
from engine.quantity.bounds import Interval
from engine.reconcile.arithmetic.intervals import meet, total
from engine.reconcile.arithmetic.show import in_scale
from engine.reconcile.arithmetic.slips import one_part_lost_a_digit, one_slip_apart
from engine.reconcile.prose.common import (
    clause_after,
    figure_of,
    power_of,
    printed,
    sentence_start,
    shown,
    values_of,
)
from engine.reconcile.prose.composed import composed_of
from engine.reconcile.prose.divisions import divide
from engine.reconcile.prose.undivided import is_growth, is_measure, is_running, is_tier, set_across
from engine.wording import Text, phrase
from engine.words.people import MARKS

_NEAR, _MANY_TIMES = Fraction(1, 10), 25
_CLAIMS_ALL = lazy(
    "分为|具体为|构成为|共分|两[类部项个]|[三四五]类|分别(?:为|是|完成|达到)?|由.{1,60}(?:组成|构成)|部分(?:共同)?(?:组成|构成)|各(?:为|是)"
)
_FAR = Fraction(1, 4)
_OF_WHICH = lazy(r"\s*其中")
_BETWEEN_SENTENCES = 24
_IN_ALL = lazy(
    "(?:共|共计|合计|总计|总共)(?:(?:新增|新建|改造|修建|建设|完成|培训|发放|投入|安排)(?:[一-龥]{2})?)?$",
    needs="共|合计|总计",
)
_IN_ALL_WORDS = 8
# 甲街道4个、乙街道5个，共9个: each part of a place, and 全县共 may count more places than are named.
_OF_A_PLACE = lazy(
    r"[、,，;；:：。\n]\s*[一-龥]{2,5}?[镇乡村县区旗](?!级|里|内)|[、,，;；:：。\n]\s*[一-龥]{1,5}?(?:街道|社区)"
)
_MORE_PLACES = lazy("全[省市县区镇乡村]|辖区")
_PLACE_WORDS = 16
_COUNTED = lazy("[一-龥]{1,6}")
_NAMED_AGAIN = 16
_CLAUSE = lazy("[，,]")
_THING = lazy("[一-龥]{0,8}")
_BRACKET = 10
_GOES_ON = lazy(r"等(?![级于待候额距次])|\d")
# Parts in brackets right behind their whole end with those.
_OPENS, _CLOSES = ("(", "（"), lazy("[)）]")
# How the whole compares with the year before says nothing of further parts.
_COMPARED = lazy(r"^[,，](?:同比|[比较](?:上年|去年|上一年|20\d\d年)).*")
# By when all of them are done names no further part.
_DAYS = lazy(r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[底末初]|[上中下]旬)?(?:之?前|以前)?", needs="月")
_OVERLAPPING = lazy(MARKS)


def parts_facts(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield a ``parts`` fact for every figure that others are parts of and that is measured in the same unit.

    Parts of another unit (人 of 人次) and shares are not added; ``agree`` is left out unless the parts claim to be all
    and their figures decide it.
    """
    by_id = {commitment.id: commitment for commitment in extraction.commitments}
    members: dict[str, list[Commitment]] = defaultdict(list)
    for commitment, divided in wholes(extraction):
        if divided in by_id and not commitment.relative:
            members[divided].append(commitment)
    for identifier in sorted(members, key=lambda i: by_id[i].start):
        whole = by_id[identifier]
        if whole.compared_unit in ("%", "‰") or whole.relative or is_growth(whole, extraction.document):
            continue
        for number, parts in enumerate(_divisions(whole, members[identifier], extraction.document)):
            same = [part for part in parts if _in_one_unit(part, whole)]
            if (
                same
                and not _are_others(whole, same)
                and not is_tier(whole, same)
                and not is_running(whole, same, extraction.document)
            ):
                yield _fact(whole, same, len(same) == len(parts), extraction.document, plan_id, number)


def _divisions(whole: Commitment, parts: Sequence[Commitment], document: Document) -> list[list[Commitment]]:
    """Return the parts in brackets behind a whole apart from those that follow: 38所（含幼儿园15所），其中6月底前31所.

    What is reached in a part of the year divides the whole another way than its kinds do: 县道26公里、村道62公里，6月底前35公里.
    """
    stages = [part for part in parts if is_stage(document.text, part.start)]
    if stages and len(stages) < len(parts) and not is_running(whole, parts, document):
        return [*_divisions(whole, [part for part in parts if part not in stages], document), stages]
    at = min(
        (i for mark in _OPENS if (i := document.text.find(mark, whole.end, whole.end + _BRACKET)) >= 0), default=-1
    )
    close = _CLOSES.search(document.text, at) if at >= 0 else None
    if close is None or not _THING.fullmatch(document.text, whole.end, at):
        return [list(parts)]
    inside = [part for part in parts if at < part.start < close.start()]
    outside = [part for part in parts if not at < part.start < close.start()]
    return [division for division in (inside, outside) if division]


def _in_one_unit(one: Commitment, other: Commitment) -> bool:
    """Whether two figures are counted alike: in the unit compared, or in the same measure word (48所, 其中52所)."""
    return one.compared_unit == other.compared_unit or one.unit == other.unit != ""


def _are_others(whole: Commitment, parts: Sequence[Commitment]) -> bool:
    """Whether each of several is many times the whole: 2个停车场，其中甲场车位100个、乙场车位150个 are no car parks."""
    return len(parts) > 1 and all(part.bound.value > _MANY_TIMES * whole.bound.value for part in parts)


def wholes(extraction: Extraction) -> Iterator[tuple[Commitment, str]]:
    """Yield every part with the id of its whole.

    Also one whose sentence begins with 其中 behind that of the whole, and those before a whole: 74公里、128公里，共202公里.
    """
    document = extraction.document
    before: list[Commitment] = []
    here: list[Commitment] = []
    start = -1
    for at, commitment in enumerate(extraction.commitments):
        told = composed_of(extraction.commitments, at, document) or _bracketed(extraction.commitments, at, document)
        yield from ((part, commitment.id) for part in told)
        begin = sentence_start(document, commitment.start)
        if begin != start:
            before, here, start = here, [], begin
        yield from ((part, commitment.id) for part in _added_up(commitment, here, document))
        here.append(commitment)
        if commitment.part_of:
            yield commitment, commitment.part_of
        elif _OF_WHICH.match(document.text, begin):
            alike = (c for c in before if _in_one_unit(c, commitment) and not c.part_of)
            wholes = [c for c in alike if not is_measure(c, document)]
            if wholes and before[-1].end > begin - _BETWEEN_SENTENCES:
                yield commitment, wholes[-1].id


def _added_up(whole: Commitment, before: Sequence[Commitment], document: Document) -> list[Commitment]:
    """Return the figures of its unit right before one that says that it adds them up and comes near their sum."""
    if not _IN_ALL.search(document.text, max(0, whole.start - _IN_ALL_WORDS), whole.start) or whole.bound.op != "=":
        return []
    parts: list[Commitment] = []
    for commitment in reversed(before):
        if (
            not _in_one_unit(commitment, whole)
            or commitment.bound.op != "="
            or commitment.part_of
            or commitment.relative
        ):
            break
        parts.insert(0, commitment)
    if len(parts) < 2:
        return []
    stated = Fraction(whole.bound.value)
    computed = sum((Fraction(part.bound.value) for part in parts), Fraction(0))
    named = divide(parts) or _repeated(parts, whole, document) or _of_places(parts, whole, document)
    told = named or one_slip_apart(stated, computed)
    return parts if told or abs(computed - stated) <= stated * _FAR else []


def _repeated(parts: Sequence[Commitment], whole: Commitment, document: Document) -> bool:
    """Whether the words behind a whole name each of its parts: 13个村、2个社区，共15个村（社区）."""
    behind = document.text[whole.end : whole.end + _NAMED_AGAIN]
    named = [_COUNTED.match(document.text, part.end) for part in parts]
    return all(name is not None and name.group() in behind for name in named)


def _of_places(parts: Sequence[Commitment], whole: Commitment, document: Document) -> bool:
    """Whether each part is that of a place by its name, and the whole is not that of more places than are named."""
    text = document.text
    if _MORE_PLACES.search(text, parts[-1].end, whole.start):
        return False
    ends = [max(0, parts[0].start - _PLACE_WORDS), *(part.end for part in parts[:-1])]
    return all(_OF_A_PLACE.search(text, end, part.start) for end, part in zip(ends, parts, strict=True))


def _bracketed(commitments: Sequence[Commitment], at: int, document: Document) -> list[Commitment]:
    """Return the figures in brackets right behind one that divide it by their names, however far their sum is off."""
    whole = commitments[at]
    if document.text[whole.end : whole.end + 1] not in {"(", "（"} or whole.relative:
        return []
    close = min((i for mark in ")）" if (i := document.text.find(mark, whole.end)) >= 0), default=-1)
    parts: list[Commitment] = []
    for commitment in commitments[at + 1 :]:
        if commitment.end > close:
            break
        parts.append(commitment)
    alike = all(_in_one_unit(part, whole) and not part.part_of and not part.relative for part in parts)
    return parts if len(parts) > 1 and alike and divide(parts) else []


def _fact(
    whole: Commitment, parts: Sequence[Commitment], all_same: bool, document: Document, plan: str, division: int = 0
) -> Fact:
    computed = sum((Fraction(part.bound.value) for part in parts), Fraction(0))
    stated = Fraction(whole.bound.value)
    exhaustive = all_same and len(parts) > 1 and _claim_all(whole, parts, computed - stated, document)
    exceeds = _exceeds(whole, parts, exhaustive, crossing=set_across(whole, parts, document))
    fields: dict[str, Value] = {
        "kind": "parts", "id": f"parts:{whole.id}{f':{division}' if division else ''}", "plan": plan, "whole": whole.id, "label": whole.label,
        "stated": stated, "computed": computed, "exhaustive": exhaustive, "exceeds": exceeds, "unit": whole.compared_unit,
    }  # fmt: skip
    agree = _agree(whole, parts) if exhaustive else None
    if agree is not None:
        fields["agree"] = agree
    evidence = (shown(whole, "plan"), *(shown(part, "part") for part in parts))
    shown_in = in_scale({"stated": stated, "computed": computed, "gap": abs(computed - stated)}, power_of(whole))
    said = {"working": _working(whole, parts, computed, exhaustive), **shown_in}
    return Fact(fields, evidence, figure_of(whole), said)


def _claim_all(whole: Commitment, parts: Sequence[Commitment], gap: Fraction, document: Document) -> bool:
    """Whether the parts claim to be all: they say so, or end the sentence and come close to the whole."""
    last = max(parts, key=lambda part: part.end)
    rest = _DAYS.sub("", _COMPARED.sub("", clause_after(document, last.end)))
    if document.text[whole.end : whole.end + 1] in _OPENS:
        rest = _CLOSES.split(rest)[0]
    stated = abs(Fraction(whole.bound.value))
    if last.start < whole.start:
        return True
    divided = divide(parts) and not set_across(whole, parts, document)
    # Parts that a division names are all of it, whatever else the sentence goes on to count.
    if _GOES_ON.search(_CLAUSE.split(rest, maxsplit=1)[0] if divided else rest):
        return False
    if divided:
        return True
    if gap > 0 and _overlap(parts):
        return False
    words = document.text[min(whole.start, parts[0].start) : last.end]
    if _CLAIMS_ALL.search(words) and abs(gap) <= stated * _FAR:
        return True
    if one_slip_apart(stated, stated + gap):
        return True
    if abs(gap) <= stated * _NEAR and not set_across(whole, parts, document):
        return True
    return one_part_lost_a_digit([Fraction(part.bound.value) for part in parts], -gap)


def _sum_of(parts: Sequence[Commitment]) -> Interval | None:
    intervals = [values_of(part) for part in parts]
    known = [interval for interval in intervals if interval is not None]
    return total(known) if len(known) == len(intervals) else None


def _agree(whole: Commitment, parts: Sequence[Commitment]) -> bool | None:
    mine, theirs = values_of(whole), _sum_of(parts)
    if mine is None or theirs is None:
        same = sum((p.bound.value for p in parts), start=parts[0].bound.value * 0) == whole.bound.value
        return True if same else None
    return meet(mine, theirs) is not None


def _exceeds(whole: Commitment, parts: Sequence[Commitment], exhaustive: bool, *, crossing: bool) -> bool:
    """Whether one part, or all that do not overlap, must be more than the whole can be."""
    mine = values_of(whole)
    if mine is None or mine.high is None:
        return False
    if any(_above(values_of(part), mine.high) for part in parts):
        return True
    if all(values_of(part) == mine for part in parts):
        return False  # Each is the whole again: the same people, once for each of two examinations.
    apart = exhaustive or (not crossing and not _overlap(parts))
    return apart and len(parts) > 1 and _above(_sum_of(parts), mine.high)


def _overlap(parts: Sequence[Commitment]) -> bool:
    """Whether the parts are people who may be counted twice (女性, 残疾人); a word that every part has sets none across others."""
    named = [set(_OVERLAPPING.findall(part.label + "".join(part.scope))) for part in parts]
    return set.union(*named) != set.intersection(*named)


def _above(interval: Interval | None, ceiling: Fraction) -> bool:
    return interval is not None and interval.low is not None and interval.low > ceiling


def _working(whole: Commitment, parts: Sequence[Commitment], computed: Fraction, exhaustive: bool) -> Text:
    values = {
        "sum": "＋".join(f"{part.label}{printed(part)}" for part in parts),
        "computed": printed(whole, computed),
        "stated": printed(whole),
        "gap": printed(whole, abs(computed - Fraction(whole.bound.value))),
    }
    if computed == Fraction(whole.bound.value):
        return phrase("reconcile.parts-agree", **values)
    more = computed > Fraction(whole.bound.value)
    return phrase("reconcile.parts-differ" if exhaustive or more else "reconcile.parts-some", **values)
