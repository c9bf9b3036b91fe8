"""Reports on progress (上半年民生实事办理情况的通报): which of their figures are the year's targets and which are done so far."""

from __future__ import annotations

from typing import Literal

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy
from engine.words.periods import STAGE_OF_YEAR

Said = Literal["target", "done", ""]

_SPAN = rf"(?:{STAGE_OF_YEAR}|(?<![\d年])\d{{1,2}}月份?|半年|阶段)"
_TITLE = lazy(
    rf"{_SPAN}[^,。;\n]{{0,30}}(?:情况|进展|进度|通报|总结|小结)|(?:进展|推进|办理|完成|落实|进度)情况[^,。;\n]{{0,8}}$"
)
# 完成年度目标3000人的60%, 年度目标(宫颈癌4000人、乳腺癌4000人), 目标65%以上.
_TARGET = lazy(
    r"(?:(?:年度|全年|年初|既定|总)?(?:目标|任务)(?:任务|数|值)?(?:为|是|:)?|年度?计划)[^,。;\n\d完已]{0,16}$"
    r"|(?:年度|全年)?(?:目标|任务)(?:任务|数)?(?:为|是)?[:(][^()。;\n完已]{0,30}$",
    needs="目标|任务|计划",
)
# 为年度目标的108%: how far it has come, no target of its own.
_OF_TARGET = lazy(r"(?:目标|任务|计划)(?:任务|总[数量]|[数量值])?的[约近]?$", needs="目标|任务|计划")
_AHEAD = lazy(
    r"下一?步|下半年|[三四]季度|年底|年内|月底前|月\d{1,2}日前|(?<!\d)\d{1,2}月(?:底|中旬|份)?前|确保|力争|将(?!近)|要(?![求闻素点])|不低于|不少于|其余|剩余|还将|再(?=[投建完新改])"
)
_DONE = lazy(
    r"(?:已|累计|实际|目前|截至|同比|(?<=[^。;\n| :).])(?<!计划)(?<!任务)(?<!要求)(?<!全部)完成(?!率)"
    r"|上半年|[一二]季度|\d{1,2}(?:-|~|—|至|到)\d{1,2}月)[^,。;\n]{0,14}$"
)
_SO_FAR = lazy(
    r"截至[^,。;\n]{2,12},|(?:上半年|[一二]季度|\d{1,2}(?:-|~|至|到)\d{1,2}月份?)[^,。;\n\d]{0,4}(?:共|累计|分别)?(?:发放|拨付|完成|投入|救助)"
)
# 新建服务站20个,已建成8个: what was wanted stands before what is done of it.
_THEN_DONE = lazy(
    r"[^。;\n\d]{0,16}?[,、(](?:其中|目前|现|上半年|截至[^,]{2,8},?)?(?:已|累计|实际|完成|建成|开工|完工)(?![^,。;\n\d]{0,6}(?:目标|任务|计划))[^,。;\n\d]{0,12}\d"
)
# 签约率达到62.3%(目标65%以上).
_THEN_TARGET = lazy(r"[^,。;\n\d(]{0,6}[,(](?:年度|全年)?(?:目标|任务|计划)(?:任务|数|值)?(?:为|是)?[^,。;\n]{0,6}\d")


def reports_progress(title: str) -> bool:
    """Whether a document's title says that it tells how far things have come."""
    return _TITLE.search(title) is not None


def said_of(text: str, f: Figure, sentence: int) -> Said:
    """Return what a report on progress says of a figure whose sentence begins at ``sentence``; nothing where it is open."""
    clause = max(sentence, *(text.rfind(mark, sentence, f.lead) + 1 for mark in ",;，；"))
    ahead = _AHEAD.search(text, sentence, f.lead)
    if f.unit == "%" and _OF_TARGET.search(text, clause, f.number):
        return "target" if ahead else "done"
    if _TARGET.search(text, clause, f.lead):
        return "target"
    if _THEN_TARGET.match(text, f.end):
        return "done"
    so_far = _SO_FAR.search(text, sentence, f.lead)
    if (so_far or _DONE.search(text, clause, f.number)) and not ahead:
        return "done"
    return "target" if _THEN_DONE.match(text, f.end) or ahead else ""
