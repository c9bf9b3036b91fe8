"""What neighbouring figures say of each other: what is done to them all, places told apart, the level that a step leads to."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from engine.extract.draft import RATES, Draft
from engine.extract.names.labels import counted, deed_of, tidy, with_deed, without_change
from engine.extract.names.naming import (
    deed_behind,
    deeds_ahead,
    done_to,
    has_deed,
    is_deed,
    is_place,
    is_thing,
)
from engine.extract.names.nouns import with_noun, without_noun
from engine.extract.names.scopes import residence
from engine.patterns import lazy
from engine.words.change import CHANGED_TO

# 甲县、乙县集中供养标准提高到…,分散供养标准提高到…: the places at the head of a sentence are meant in all of it.
_GOVERNED = lazy(
    r"(?:^|[,:将对在])(?P<places>(?![已将对在把])(?:[一-龥]{1,6}?(?:新区|开发区|[市县区旗镇乡]|街道)、?){1,30})"
)
_PLACES = lazy(r"乡\(镇\)|村\(社区\)|乡镇\(街道\)|乡镇|街道|社区|行政村|自然村|县区|村(?!级|民|务|部)")
_KINDS_OF_PLACE = (
    r"(?P<place>(?:中心|主)?城区|市区|城[市镇]|农村|乡[镇村]|县城|镇区|山区|村级|(?:其他|其余)?(?:各)?县(?:\([市区、]{1,3}\)|[市区])?|"
    r"[一-龥]{1,5}(?:县|市|(?<![城社园片景库校小郊地])区|镇|街道))"
)
_PLACE_FIRST = lazy(rf"(?:其中[:,]?)?{_KINDS_OF_PLACE}")
_BARE_PLACE = lazy(
    rf"(?:其中[:,]?)?{_KINDS_OF_PLACE}(?:的)?(?:要|须|应|力争|分别)?(?:达到?|{CHANGED_TO}|保持在|稳定在|控制在|为)?"
)
_REACHED = lazy(rf"[,、 ]*(?:总数|标准)?(?:力争|努力)?(?:达到?|{CHANGED_TO}|为)[ ]*$")
_LISTED = lazy(
    r"(?:、(?!惠及|涉及|受益|带动|覆盖|服务|完成|投入|总|其中)[一-龥“”A-Za-z0-9]{2,14}"
    r"|,(?:[一-龥]{2,6}|[一-龥]{1,4}\([一-龥]{1,4}\)[一-龥]{1,5}))"
)
# After a comma only a bare thing goes on in the list, nothing that says what is done or for whom.
_OWN_CLAUSE = lazy(
    r"面积|[长宽量时改]|藏书|开放|惠及|涉及|受益|带动|覆盖|服务|总|其中|共|计划|预计|人[口员数]|群众|居民|[率额费]$|就业|参保|投资"
)
_SHARES = frozenset({"%", "‰", "倍", "百分点", "元"})
# How warm, how loud or how fast it is to be: nothing that is built with the thing before.
_SET_APART = frozenset({"℃", "分贝", "小时", "分钟", "工作日"})
_NEAR = 400
_LONGEST_PLACE = 8


def tell_places_apart(text: str, drafts: list[Draft]) -> None:
    """Give 23个乡(镇)、433个村(社区) in one sentence the kind of place that each of them counts as its scope."""
    for first, second in pairwise(drafts):
        kinds = [_PLACES.match(text, draft.figure.end) for draft in (first, second)]
        if first.sentence != second.sentence or first.figure.unit != second.figure.unit or None in kinds:
            continue
        words = [match.group() for match in kinds if match]
        if words[0] != words[1] and second.figure.start - first.figure.end <= len(words[0]) + 1:
            rest = counted(text, second.figure.end + len(words[1]), second.sentence[1])
            for draft, word in zip((first, second), words, strict=True):
                draft.scope, draft.label = draft.scope or (word,), f"{rest}{word}数"


def tell_governed_apart(text: str, drafts: list[Draft]) -> None:
    """Give figures of one name in sentences of one line, each about other places, those places as scope."""
    alike: dict[tuple[int, str, str, tuple[str, ...]], list[Draft]] = defaultdict(list)
    for draft in drafts:
        line = text.rfind("\n", 0, draft.figure.start)
        alike[line, draft.label, draft.figure.full_unit, draft.scope].append(draft)
    for members in alike.values():
        if len({draft.sentence for draft in members}) < 2:
            continue
        heads = [_GOVERNED.search(text[draft.sentence[0] : draft.figure.start][:_NEAR]) for draft in members]
        places = [head["places"].rstrip("、") for head in heads if head]
        if len(set(places)) == len(members):
            for draft, place in zip(members, places, strict=True):
                own = residence(draft.label)
                draft.scope = (*(draft.scope or ((own,) if own else ())), place)


def name_bare_places(text: str, drafts: list[Draft]) -> None:
    """Give a rate that only a place names what the one before is of: 市区入园率达到95%,县(市)达到90%."""
    for first, second in pairwise(drafts):
        if first.sentence != second.sentence or min(first.begin, second.begin) < 0 or first.figure.unit not in RATES:
            continue
        place = _BARE_PLACE.fullmatch(text[second.begin : second.figure.start].strip(" ,、"))
        if place is None or first.figure.full_unit != second.figure.full_unit or first.figure.relative:
            continue
        own = _PLACE_FIRST.match(text[first.begin : first.figure.start].strip(" ,、"))
        rest = first.label
        if own and rest.startswith(named := tidy(own["place"])):
            rest = rest[len(named) :]
            first.scope = first.scope or (own["place"],)
        if rest:
            second.label = f"{tidy(place['place'])}{rest}"
            second.scope = second.scope or (place["place"],)


def carry_deeds(text: str, drafts: list[Draft]) -> None:
    """Give the things of a list what is done to the first: 改造乡镇卫生院5所、村卫生室40个."""
    for first, second in pairwise(drafts):
        gap = text[first.figure.end : second.figure.start]
        listed = first.sentence == second.sentence and first.begin >= 0 and _LISTED.fullmatch(gap)
        if not listed or second.figure.unit in _SHARES or second.figure.unit in _SET_APART:
            continue
        if gap[0] == "," and (_OWN_CLAUSE.search(gap) or has_deed(gap)):
            continue
        deed = first.deed or deed_of(text[first.begin : first.figure.start])
        own = deed_of(gap[1:]) or deed_behind(without_noun(second.label, second.figure))
        if deed and deed not in second.label and not own:
            second.label = with_deed(second.label, deed, second.figure)
            second.deed = deed


def carry_names(text: str, drafts: list[Draft]) -> None:
    """Give a second measure of one thing the name of the first: 老旧小区450个、4200栋."""
    for first, second in pairwise(drafts):
        gap = text[first.figure.end : second.figure.start].strip(" ")
        if gap in ("、", "和", ",") and first.figure.unit != second.figure.unit and second.figure.unit not in _SHARES:
            named = without_noun(first.label, first.figure)
            if not is_thing(counted(text, second.figure.end, second.sentence[1])) and named != first.label:
                second.label = with_noun(named, second.figure)


def carry_things(drafts: list[Draft]) -> None:
    """Give a figure that says only what is done the thing of the one before: 新建成幼儿园2所,新开工建设2所."""
    for first, second in pairwise(drafts):
        done = without_noun(second.label, second.figure)
        if first.sentence != second.sentence or first.figure.full_unit != second.figure.full_unit or not is_deed(done):
            continue
        where, named = _place_ahead(without_noun(first.label, first.figure))
        deed, behind = deeds_ahead(named), deed_behind(named)
        thing = named[len(deed) :] if deed else named.removesuffix(behind)
        if thing and (deed or behind) and not is_deed(thing):
            second.label = second.label.replace(done, f"{where}{done_to(done, thing)}", 1)


def _place_ahead(named: str) -> tuple[str, str]:
    """Return the place that stands before what is done, and the rest: 主城区, 新建公厕."""
    for size in range(2, min(_LONGEST_PLACE, len(named))):
        if is_place(named[:size]) and deeds_ahead(named[size:]):
            return named[:size], named[size:]
    return "", named


def follow_steps(text: str, drafts: list[Draft]) -> None:
    """Give the level behind a step (提高5元,达到99元) the label and denominators of what was raised, and where it began."""
    for step, level in pairwise(drafts):
        if step.sentence != level.sentence or not step.figure.relative or level.figure.relative:
            continue
        same = step.figure.unit == level.figure.unit or (step.figure.unit, level.figure.unit) == ("百分点", "%")
        if same and _REACHED.fullmatch(text, step.figure.end, level.figure.start):
            level.label = without_change(step.label)
            level.scope = level.scope or step.scope
            level.figure.per = level.figure.per or step.figure.per
            if step.figure.unit == "百分点":
                level.figure.baseline, step.figure.baseline = step.figure.baseline, None
