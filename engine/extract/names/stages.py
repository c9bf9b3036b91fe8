"""Stages: figures that one thing is to reach one after the other (上半年达到60%,全年达到95%)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from engine.extract.draft import Draft
from engine.patterns import lazy
from engine.words.change import CHANGED_TO
from engine.words.done import FINISHED
from engine.words.periods import STAGE_OF_YEAR

_PART = rf"{STAGE_OF_YEAR}|\d{{1,2}}月(?:份|[上中下]旬|\d{{1,2}}[日号])?|[一二三四五六七八九十]{{1,2}}月(?:份)?"
_WHOLE = r"全年|年底|年末|年内|当年|(?:到|至)?20\d\d年(?:底|末)?"
_END = r"(?:底|末|之?前|以前|内|累计)*"
# Before it a stage may be named in one clause with its thing (参保率上半年达到60%) or lead it (上半年参保率达到60%).
_STAGE = lazy(rf"(?:{_PART}){_END}[^,，。;；:：、\n\d]{{0,24}}$")
_ONLY_WHEN = lazy(
    rf"[,;、 ]*(?:(?:再|并|力争|确保|其中|到|至)*(?:{_PART}|{_WHOLE}){_END})"
    rf"(?:再|力争|确保|全部|全面|分别|要)*(?:达到?|完成|实现|{CHANGED_TO}|突破|不低于|不少于|超过|不超过|控制在|为|到|至)*",
    needs="上半年|下半年|年中|季度|月|全年|年底|年末|年内|当年|20",
)
# 6月底前完成(1000人): only when and that it is done, in a clause of its own.
_BARE = lazy(
    rf"(?:^|[,，。;；、:：\n(（])[ ]*(?:其中|确保|力争|计划)?(?:{_PART}){_END}(?:力争|确保|计划|先行?|预计)*"
    rf"(?:{FINISHED}|办理|实现|达到?)(?:任务|其中|不少于|至少|超过|约)*$"
)
# Behind it nothing else is named: 年底前12座完工 counts what is finished.
_ENDS = lazy(r"[,。;、:)\s]|$")
# Which time a sentence names: 至6月底, 二季度, 第一阶段 or 全年; what has been paid since 7月1日起 is no step to anything.
_TIMES = lazy(
    rf"(?<!\d)(?:(?P<part>{STAGE_OF_YEAR}|第?[一二三四]阶段"
    r"|(?:20\d\d年)?(?:[1-9]|10)月(?:份|[上中下]旬|\d{1,2}[日号])?(?=[底末之以前内、,，:：至到累完实达—–~-]))"
    r"|(?P<whole>全年|年底|年末|年内|当年|1[12]月|20\d\d年))"
)
_NAMES_STAGE = lazy(
    rf"{STAGE_OF_YEAR}|第[一二三四]阶段|\d{{1,2}}月(?:份|\d{{1,2}}[日号]|[上中下]旬)?[至到—–~-]+(?:20\d\d年)?\d{{1,2}}月"
    r"|^[(（]?(?:截?至|到)?\d{1,2}月[底末份]?前?[)）]?$"
)
_LONGEST = 240
_IN_LABEL = lazy(rf"(?<=[一-龥]{{3}})(?:{_PART}){_END}(?:达到?|完成)?")


def name_stages(drafts: Sequence[Draft], text: str) -> None:
    """Give a figure before which stands nothing but when it is to be reached the name of the figure before it.

    Both must be of one sentence and in one unit; ``text`` is the cleaned text. Neither keeps the time in its name.
    """
    for before, draft in pairwise(drafts):
        one, other = before.figure, draft.figure
        if before.sentence != draft.sentence or one.full_unit != other.full_unit or one.relative or other.relative:
            continue
        if _ONLY_WHEN.fullmatch(text, one.end, other.number) and _ENDS.match(text, other.end):
            before.label = draft.label = _IN_LABEL.sub("", before.label)
            before.scope = draft.scope = before.scope or draft.scope
            draft.kind = before.kind if other.op == one.op else draft.kind


def is_stage(text: str, start: int) -> bool:
    """Whether the clause of ``text`` before ``start`` says that what follows is reached in a part of the year."""
    return _STAGE.search(text, max(0, start - 48), start) is not None


def bare_stage(text: str, start: int) -> bool:
    """Whether nothing but a part of the year and that something is done then stands before ``start`` in its clause."""
    return _BARE.search(text, max(0, start - 24), start) is not None


def led_by_stage(text: str, start: int) -> bool:
    """Whether the sentence of ``text`` before ``start`` speaks, since it last named a time, of a part of the year."""
    begin = max(text.rfind(mark, max(0, start - _LONGEST), start) for mark in "。\n")
    times = [m["part"] for m in _TIMES.finditer(text, max(begin + 1, start - _LONGEST), start)]
    return bool(times) and times[-1] is not None


def names_stage(words: str) -> bool:
    """Whether a heading, or the head of a row or a column, names a part of the year: 二季度, 第二阶段（4月至6月）."""
    return _NAMES_STAGE.search(words) is not None
