"""Parts of a whole: figures behind 其中, in an itemisation, and in brackets behind the one that they open up."""

from __future__ import annotations

from engine.extract.draft import RATES, Draft
from engine.extract.names.labels import with_deed
from engine.extract.names.naming import begins_with_deed, deed_behind, deeds_ahead, is_place
from engine.extract.names.nouns import without_noun
from engine.extract.names.sums import link_sums
from engine.patterns import lazy
from engine.words.change import GROWN_BY

_OF_WHICH = lazy(r"其中[:,]?|(?<=[,(])(?:包括|包含|含)[:,]?(?=[一-龥“])", needs="其中|包括|含")
# Right behind the whole: 45部，涉及西园街道18部、… ; 8600万元：区级财政5200万元，…
_ITEMISED = lazy(
    r"[,、 ]*(?:涉及|分布[在于]|分布情况为|分解到|分配到|落实到|分别是)[:,]?(?=[一-龥]{1,8}(?:街道|[镇乡村]|社区)\d)|:(?=[一-龥]{2,10}\d)"
    r"|[一-龥]{0,12}[,、](?:按照?[^,。;:\d]{1,12}?)?"
    r"(?:分为|划分为|构成为|具体为|分别为|(?<=类别|年龄|等级|性别|学段|类型|区域|乡镇)分)[:,]?(?=[一-龥]{1,10}\d)",
    needs=":|涉及|分|落实到|构成为|具体为",
)
# Behind an itemisation: whom all of it serves, or what is done besides.
_TURNS = lazy("惠及|受益|覆盖|带动|另外|另[新建设]|累计|同时")
_OPENED_UP = lazy(r"\((?:其中|含|内含|包括|包含)[:,]?[^()]*$")
_STOPS = lazy(r"[,。;:!?()\n]")
_ASIDE = lazy(r"其中|[共总均每比较原]|上年|去年|以[上下内]|至|-")
# 全县托位总数由1614个增加到1854个: all there are, which is no part of what is added to them.
_OF_ALL = lazy("全[县市区镇乡省旗]|总[数量体]|总规模|总计|共计|合计|存量|保有量")
_SHARES_OUT = lazy(r"分别[^,。;:\d]{0,12}$", needs="分别")
_NEXT_OF_LIST = lazy(r"[ ]*[、和及与,][^,。;:\d其]{0,6}")
_LIST_ENDS = lazy("[,，]")
# 占应参保人口2.8万人的96%, 为年度任务900户的95%: what a share is of divides into nothing.
_SHARED = lazy(r"^[^,。;、:()\d]{0,4}的[^,。;、:()\d]{0,8}\d+(?:\.\d+)?%|^的(?:比例|比重|比率)")
_SHARE_OF = lazy(r"(?:占|为|完成|达到?|相当于)[^,。;:()]*$")
_GROWN_BY = lazy(GROWN_BY)
# How long the name of what is counted may be between a figure and the bracket behind it.
_THING = 16
# A county has some hundreds of villages, and a sentence may list them all.
_MOST_PARTS = 500
# How far the parts in brackets may lie from the figure that they stand behind, and be its parts.
_FAR = 4
_SHARES = RATES | {"元"}
_NEAR = 4_000


def _opened_up(text: str, drafts: list[Draft], index: int) -> int | None:
    """Return the figure that a bracket right behind it opens up: 10 of 学校10所(含寄宿制学校4所、走读学校6所)."""
    draft = drafts[index]
    opened = _OPENED_UP.search(text, max(draft.sentence[0], draft.figure.start - _NEAR), draft.figure.start)
    if opened is None:
        return None
    for whole in range(index - 1, max(-1, index - _MOST_PARTS), -1):
        figure = drafts[whole].figure
        if figure.end <= opened.start():
            near = opened.start() - figure.end <= _THING and not _STOPS.search(text, figure.end, opened.start())
            return whole if near and figure.full_unit == draft.figure.full_unit else None
    return None


def _link(part: Draft, whole: int, other: Draft) -> None:
    """Make a figure part of the whole at index ``whole``, and say in its label what the whole says for both."""
    own, all_of_it = without_noun(part.label, part.figure), without_noun(other.label, other.figure)
    part.part_of, part.part_label = whole, own
    if part.figure.unit in RATES and (who := own.removesuffix(all_of_it)) and who != own:
        part.part_label = who
    if part.figure.unit in _SHARES or not own or own.startswith("新") or begins_with_deed(own) or deed_behind(own):
        return
    if is_place(own):
        part.label = f"{own}{other.label}"
        return
    ahead = deeds_ahead(all_of_it)
    behind = deed_behind(all_of_it)
    if (ahead or behind).strip("、和与及") in own:
        return
    if ahead and ahead != all_of_it:
        part.label = f"{ahead}{part.label}"
    elif behind and behind != all_of_it:
        part.label = with_deed(part.label, behind, part.figure)


def link_parts(text: str, drafts: list[Draft]) -> None:
    """Give figures behind 其中, or an itemisation, the whole before it: the last figure of the same unit in the sentence.

    What stands in brackets behind one of the parts says more of that part, and is no further part beside it.
    """
    _link_bracketed(text, drafts)
    itemised: dict[tuple[int, int], int] = {}
    marked: dict[tuple[int, int], list[int]] = {}
    wholes: dict[int, int | None] = {}
    for index, draft in enumerate(drafts):
        if draft.part_of is not None:
            continue
        whole = _opened_up(text, drafts, index)
        marks = _marks(text, draft) if whole is None else []
        if marks and (_tells_of_all(text, marks[-1], draft) or _is_measure(text, draft)):
            continue
        if marks:
            whole = _before_mark(text, drafts, index, marks[-1])
            if whole is not None:
                marked.setdefault((marks[-1], whole), []).append(index)
        elif whole is None:
            whole = _itemised(text, drafts, index, itemised)
        wholes[index] = whole
    for (_, whole), parts in marked.items():
        found = _whole_of(text, drafts, whole, parts)
        wholes.update(dict.fromkeys(parts))
        wholes.update(dict.fromkeys(_filling(text, drafts, found, parts), found))
    for index, found in sorted(wholes.items()):
        if found is not None:
            _link(drafts[index], found, drafts[found])
    link_sums(text, drafts)


def _marks(text: str, draft: Draft) -> list[int]:
    """Return where 其中 and its kind stand before a figure in its sentence, those in brackets closed since left out."""
    begin, at = max(draft.sentence[0], draft.figure.start - _NEAR), draft.figure.start
    return [m.start() for m in _OF_WHICH.finditer(text, begin, at) if not _closed_since(text, begin, m.start(), at)]


def _whole_of(text: str, drafts: list[Draft], nearest: int, parts: list[int]) -> int | None:
    """Return the whole of parts behind 其中 and behind this nearest figure, None where none that is told is it."""
    listed = _shared_out(text, drafts, nearest)
    return _of_a_list(drafts, listed, parts) if listed else _adding_up(drafts, nearest, parts)


def _filling(text: str, drafts: list[Draft], whole: int | None, parts: list[int]) -> list[int]:
    """Return the parts up to a comma at which they fill the whole: what follows divides it anew, or is another thing.

    村10个、社区2个，建成服务站12个; 快充50个、慢充150个，公共120个、专用80个.
    """
    if whole is None:
        return parts
    total = drafts[whole].figure.value * 0
    for number, part in enumerate(parts[:-1], 1):
        total += drafts[part].figure.value
        between = text[drafts[part].figure.end : drafts[parts[number]].figure.start]
        if number > 1 and total == drafts[whole].figure.value and _LIST_ENDS.search(between):
            return parts[:number]
    return parts


def _adding_up(drafts: list[Draft], nearest: int, parts: list[int]) -> int:
    """Return the whole of parts behind 其中: the nearest figure before it, unless they exceed it and are all of one before.

    新建12所,年内竣工3所,其中小学7所、初中5所 are the twelve.
    """
    total = sum((drafts[part].figure.value for part in parts), start=drafts[nearest].figure.value * 0)
    if total <= drafts[nearest].figure.value:
        return nearest
    for earlier in range(nearest - 1, max(-1, nearest - _MOST_PARTS), -1):
        other, near = drafts[earlier], drafts[nearest]
        if other.sentence != near.sentence:
            break
        if other.figure.full_unit == near.figure.full_unit and other.figure.value == total:
            return earlier
    return nearest


def _shared_out(text: str, drafts: list[Draft], last: int) -> list[int]:
    """Return the figures of the list that ends with this one and that 分别 shares out: 分别投入300万元、500万元、200万元."""
    listed = [last]
    while listed[0]:
        other, first = drafts[listed[0] - 1], drafts[listed[0]]
        alike = other.sentence == first.sentence and other.figure.full_unit == first.figure.full_unit
        if not alike or not _NEXT_OF_LIST.fullmatch(text, other.figure.end, first.figure.start):
            break
        listed.insert(0, listed[0] - 1)
    first = drafts[listed[0]]
    begin = max(first.sentence[0], first.figure.start - _NEAR)
    shared = len(listed) > 1 and _SHARES_OUT.search(text, begin, first.figure.start) is not None
    return listed if shared else []


def _of_a_list(drafts: list[Draft], listed: list[int], parts: list[int]) -> int | None:
    """Return the whole of parts behind a list that is shared out: what the list adds up to, where a figure before says it.

    三年投入1000万元,三年分别投入300万元、500万元、200万元,其中债券400万元 are a part of the thousand. Where no figure says
    it, what the last of the list cannot hold may be a part of them all, and is one of none that is told.
    """
    last = drafts[listed[-1]].figure.value
    in_all = sum((drafts[index].figure.value for index in listed), start=last * 0)
    total = sum((drafts[index].figure.value for index in parts), start=last * 0)
    first = drafts[listed[0]]
    for earlier in range(listed[0] - 1, max(-1, listed[0] - _MOST_PARTS), -1):
        other = drafts[earlier]
        if other.sentence != first.sentence:
            break
        if other.figure.full_unit == first.figure.full_unit and other.figure.value == in_all:
            return earlier
    return None if last < total <= in_all else listed[-1]


def _itemised(text: str, drafts: list[Draft], index: int, itemised: dict[tuple[int, int], int]) -> int | None:
    """Return the whole whose itemisation a figure goes on in; one that begins an itemisation is kept by its sentence."""
    draft = drafts[index]
    whole = itemised.get(draft.sentence)
    goes_on = index > 0 and not _TURNS.search(text, drafts[index - 1].figure.end, draft.figure.start)
    if whole is not None and goes_on and drafts[whole].figure.full_unit == draft.figure.full_unit:
        return whole
    itemised.pop(draft.sentence, None)
    if _begins_itemisation(text, draft):
        itemised[draft.sentence] = index
    return None


def _begins_itemisation(text: str, draft: Draft) -> bool:
    return (
        not draft.figure.per and draft.figure.unit not in RATES and _ITEMISED.match(text, draft.figure.end) is not None
    )


def _before_mark(text: str, drafts: list[Draft], index: int, mark: int) -> int | None:
    """Return the last figure of the same unit before 其中, None for a figure in brackets that were opened behind it."""
    draft = drafts[index]
    if _in_brackets_since(text, mark, draft.figure.start):
        return None
    for whole in range(index - 1, max(-1, index - _MOST_PARTS), -1):
        other = drafts[whole]
        if other.sentence != draft.sentence:
            return None
        if other.figure.end > mark or other.figure.full_unit != draft.figure.full_unit:
            continue
        if not _is_measure(text, other):
            return whole
    return None


def _is_measure(text: str, draft: Draft) -> bool:
    begin, figure = max(draft.sentence[0], draft.figure.start - _NEAR), draft.figure
    return measures_another(text[begin : figure.start], text[figure.end : draft.sentence[1]])


def measures_another(before: str, behind: str) -> bool:
    """Whether a figure between these words of its sentence is only what another one is measured by.

    The base of a share (占2.8万人的96%) and what something grew by (比上年增加420人) divide into nothing.
    """
    if _GROWN_BY.search(before):
        return True
    return _SHARED.search(behind) is not None and _SHARE_OF.search(before) is not None


def _tells_of_all(text: str, mark: int, draft: Draft) -> bool:
    """Whether the clause of a figure turns from the parts behind a mark to all there are of the thing."""
    lead = draft.figure.lead
    commas = [m.end() for m in _LIST_ENDS.finditer(text, mark, lead)]
    return bool(commas) and _OF_ALL.search(text, commas[-1], draft.figure.start) is not None


def _closed_since(text: str, begin: int, mark: int, at: int) -> bool:
    """Whether ``mark`` stands in brackets that are closed before ``at``: 含 of 学校10所(含教学点4所)、幼儿园5所."""
    return text.rfind("(", begin, mark) > text.rfind(")", begin, mark) and text.find(")", mark, at) >= 0


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
                _link(part, index, whole)
