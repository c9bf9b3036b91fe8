"""What neighbouring figures say of each other: parts of a whole, places told apart, the level that a step leads to."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from engine.extract.draft import Draft
from engine.extract.labels import counted, deed_of, with_deed, without_change, without_noun
from engine.extract.scopes import residence
from engine.patterns import lazy

# 甲县、乙县集中供养标准提高到…,分散供养标准提高到…: the places at the head of a sentence are meant in all of it.
_GOVERNED = lazy(
    r"(?:^|[,:将对在])(?P<places>(?![已将对在把])(?:[一-龥]{1,6}?(?:新区|开发区|[市县区旗镇乡]|街道)、?){1,30})"
)
_OF_WHICH = lazy(r"其中[:,]?")
# Right behind the whole: 45部，涉及西园街道18部、… ; 8600万元：区级财政5200万元，…
_ITEMISED = lazy(
    r"[,、 ]*(?:涉及|分布[在于]|分布情况为|分解到|分配到|落实到|分别是)[:,]?(?=[一-龥]{1,8}(?:街道|[镇乡村]|社区)\d)|:(?=[一-龥]{2,10}\d)"
)
_PLACES = lazy(r"乡\(镇\)|村\(社区\)|乡镇\(街道\)|乡镇|街道|社区|行政村|自然村|县区|村(?!级|民|务|部)")
_REACHED = lazy(r"[,、 ]*(?:总数|标准)?(?:力争|努力)?(?:达到?|提高到|增加到|增至|升至|降至|降到|为)[ ]*$")
_LISTED = lazy(r"、(?!惠及|涉及|受益|带动|覆盖|服务|完成|投入|总|其中)[一-龥“”A-Za-z0-9]{2,14}")
_SHARES = frozenset({"%", "‰", "倍", "百分点", "元"})
_RATES = frozenset({"%", "‰", "倍", "百分点"})
_ASIDE = lazy(r"其中|[共总均每比较原]|上年|去年|以[上下内]|至|-")
_NEAR = 400
_MOST_PARTS = 60
# How far the parts in brackets may lie from the figure that they stand behind, and be its parts.
_FAR = 4


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


def carry_deeds(text: str, drafts: list[Draft]) -> None:
    """Give the things of a list what is done to the first: 改造乡镇卫生院5所、村卫生室40个."""
    for first, second in pairwise(drafts):
        gap = text[first.figure.end : second.figure.start]
        listed = first.sentence == second.sentence and first.begin >= 0 and _LISTED.fullmatch(gap)
        if not listed or second.figure.unit in _SHARES:
            continue
        deed = first.deed or deed_of(text[first.begin : first.figure.start])
        if deed and deed not in second.label and not deed_of(gap[1:]):
            second.label = with_deed(second.label, deed, second.figure)
            second.deed = deed


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


def link_parts(text: str, drafts: list[Draft]) -> None:
    """Give figures behind 其中, or an itemisation, the whole before it: the last figure of the same unit in the sentence.

    What stands in brackets behind one of the parts says more of that part, and is no further part beside it.
    """
    _link_bracketed(text, drafts)
    itemised: dict[tuple[int, int], int] = {}
    for index, draft in enumerate(drafts):
        begin = max(draft.sentence[0], draft.figure.start - _NEAR)
        marks = [m.start() for m in _OF_WHICH.finditer(text, begin, draft.figure.start)]
        if draft.part_of is not None or (marks and _in_brackets_since(text, marks[-1], draft.figure.start)):
            continue
        if not marks and draft.sentence in itemised:
            whole = itemised[draft.sentence]
            if drafts[whole].figure.full_unit == draft.figure.full_unit:
                draft.part_of = whole
                draft.part_label = without_noun(draft.label, draft.figure)
                continue
            del itemised[draft.sentence]
        if not draft.figure.per and draft.figure.unit not in _RATES and _ITEMISED.match(text, draft.figure.end):
            itemised[draft.sentence] = index
        if not marks:
            continue
        for whole in range(index - 1, max(-1, index - _MOST_PARTS), -1):
            other = drafts[whole]
            if other.sentence != draft.sentence:
                break
            if other.figure.end <= marks[-1] and other.figure.full_unit == draft.figure.full_unit:
                draft.part_of = whole
                draft.part_label = without_noun(draft.label, draft.figure)
                break


def _in_brackets_since(text: str, start: int, at: int) -> bool:
    """Whether ``at`` stands in brackets that were opened behind ``start``."""
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def _link_bracketed(text: str, drafts: list[Draft]) -> None:
    """Give all the figures in brackets right behind a figure that one as their whole: 教学点12所（小学9所、幼儿园3所）.

    They are its parts where there are two at least, all in its unit, none of them named a total or another year's, and
    where they come near it; else the brackets tell something else of it.
    """
    for index, whole in enumerate(drafts[:-2]):
        if text[whole.figure.end : whole.figure.end + 1] != "(" or whole.figure.per or whole.figure.relative:
            continue
        close = text.find(")", whole.figure.end, whole.figure.end + _NEAR)
        parts = []
        for draft in drafts[index + 1 : index + 1 + _MOST_PARTS]:
            if draft.figure.end > close:
                break
            parts.append(draft)
        if len(parts) < 2 or _ASIDE.search(text, whole.figure.end, close):
            continue
        same = all(p.figure.full_unit == whole.figure.full_unit and not p.figure.relative for p in parts)
        gap = abs(sum(p.figure.value for p in parts) - whole.figure.value)
        if same and gap * _FAR <= whole.figure.value:
            for part in parts:
                part.part_of = index
                part.part_label = without_noun(part.label, part.figure)
