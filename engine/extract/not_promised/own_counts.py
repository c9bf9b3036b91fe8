"""Counts of what the plan itself consists of, which promise nothing beyond it: 十件实事, 30项民生工程中新增5项."""

from __future__ import annotations

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy

NAMED = lazy(
    r"(?:项|大|类|种|重|个|级|统|费|金)(?:(?:中央|[省市县区]级|财政|专项|转移支付)+(?=补|资|奖))?(?:补贴|补助|待遇|制度|资金|机制|体系|保障|保险|行动|工程名|收费|改革|能力|清单|目录|政策|权利|优惠|救助|服务事项|经办)"
    r"|(?:项|类|种|个)(?:重点|困难|特殊|低收入)*(?:人群|群体|对象)|项(?:基本|法定)"
)
_OWN_ITEMS = lazy(
    r"(?:大|项|件|个|类|条|方面)(?:重点|重要|主要|为民办?|惠民|省定|市定|县定|区定|省级|市级|县级|监测|民生|惠企|具体|工作|建议|候选|新增|年度|公益|票决制?)*"
    r"(?:民生实事|实事|民生工程|民生项目|民心工程|民生任务|民生大事|民生小事|大事|好事|要事|难事|实事项目|指标任务|目标任务|任务指标|考核指标|工作任务|重点任务|任务|举措|措施|工作措施|监测项目|子项目?|子任务|小项|分项)"
)
_COUNTED_ITEMS = lazy(
    r"(?:实事|子项|候选项目|民生项目|(?:民生|惠民|为民)工程项目|实事项目|全文|共分|附|任务清单)[^,。;\n\d]{0,6}(?:\d+[类项件条个])?$"
)
_IN_ALL = lazy(r"[,。;:]共(?:计|有)?$")
_PLACE_ENDS = lazy("(?:镇|乡|街道|社区|村|县|区)$")
_PLACE_SIGNS = frozenset("镇乡道区村县")
_THINGS = lazy(r"\d个(?!方面|大?类|[指目]标|项目|任务)")
_OWN_MATTERS = lazy(r"民生|实事|任务|项目")
_CLOSES_HEADING = lazy(r"\)[ ]*(?:\n|$)")
_HEADING = lazy(
    r"[ ]*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])[^,。;]{2,30}\((?:共计?)?"
)
_OWN_DONE = lazy(r"办[好成实][^,。;\n\d]{0,8}$")
_OWN_CHANGED = lazy(
    r"[项件个](?:(?:项目|工程|民生工程|标准|内容|政策)(?=[,。;、)\n]|提高)|(?:项目|工程|民生|已)[^,。;\n\d]{0,26}退出)"
)
_TOLD_NEW = lazy("(?:新增|新纳入|保留|延续|提标|扩面|提标扩面|扩面提标|(?:扩充)?整合|继续实施|退出|调整)了?$")
_OWN_NUMBER = lazy(r"\d[项件](?:民生工程|民生实事|惠民工程|民生项目)")
# 2024年确定8件: of the matters that the words before speak of.
_SETTLED = lazy(r"(?:确定|安排|实施|推进|承办|列入|选定|票决|遴选|筛选)[了出]?$")
# 共安排六方面24项, 印发5类18件民生实事: kinds, and how many they hold.
_IN_KINDS = lazy(r"(?:方面|[大个]?类)$")
_OF_KINDS = lazy(r"\d{1,3}[项件]")
# 民生项目6个,其中新开工3个、续建3个.
_DIVIDED = lazy(
    r"(?:民生实事|实事项目|民生项目|民生工程|重点项目|惠民实事)(?:共计?)?\d+[项件个][,(]其中(?:[一-龥]{2,6}\d+[项件个][、和及])*[一-龥]{2,6}$",
    needs="其中",
)
# 其余12项中, 剩余7项, 这2项预计…: some of the matters that were counted before.
_SOME = lazy(r"(?:其余|剩余|余下|剩下|这|上述|以上|的有|选出|[中里]选[了出]?)的?$")
_OF_THEM = lazy(r"您|中|[,、。(]|预计|全部|均|都|已|正在|任务|事项")
_FAR = 600
_NEAR, _NEARER, _AHEAD = 80, 60, 40
_VAGUE_COUNT = lazy(r"(?:[一-龥]{1,3}性指标|方面|环节|维度|领域|部分|层面|阶段|问题)")


def is_own_count(text: str, f: Figure) -> bool:
    """Whether a figure counts what the plan itself consists of: 十件实事, 12项任务, 共8项, 四个方面."""
    at = f.end - len(f.raw_unit) if f.raw_unit else f.end
    before = text[max(0, f.number - 14) : f.number]
    if f.unit in ("项", "件", "类", "条", "个", "张") and _COUNTED_ITEMS.search(before):
        return True
    if f.unit in ("项", "件", "类", "个") and _is_sum_of_own(text, f, before):
        return True
    if f.unit in ("项", "件", "个", "条") and _closes_heading(text, f, before):
        return True
    if _names_its_own(text, f, before):
        return True
    if f.unit in ("项", "件") and _OWN_DONE.search(before):
        return True
    if f.unit in ("项", "件", "个") and _is_some_of_own(text, f, before):
        return True
    if f.unit in ("项", "件", "个") and _DIVIDED.search(text, max(0, f.number - _NEAR), f.number):
        return True
    if f.unit in ("项", "件", "个") and _is_change_of_own(text, f, at):
        return True
    if f.unit in ("个", "项") and _VAGUE_COUNT.match(text, f.end):
        return True
    return bool(_OWN_ITEMS.match(text, at)) or (f.spelled and bool(NAMED.match(text, at)))


def _names_its_own(text: str, f: Figure, before: str) -> bool:
    """Whether a figure only counts the places that the words before it name (槐南镇、槐北镇2个镇), or is an annex's number."""
    if before[-1:] in _PLACE_SIGNS:
        place = _PLACE_ENDS.search(before)
        return place is not None and text.startswith(place.group(), f.end)
    return before.endswith(("附件", "附表"))


def _speaks_of_own(text: str, f: Figure, back: int, ahead: int) -> bool:
    """Whether the words so far around a figure speak of the plan's own matters."""
    return _OWN_MATTERS.search(text, max(0, f.number - back), f.number) is not None or (
        ahead > 0 and _OWN_MATTERS.search(text, f.end, f.end + ahead) is not None
    )


def _is_sum_of_own(text: str, f: Figure, before: str) -> bool:
    """Whether a figure sums up the plan's matters (共8项) or its kinds (5类18件)."""
    if _IN_ALL.search(before) and text[f.end : f.end + 1] in ",。;(":
        # 甲街道4个,乙街道5个,共9个 sums up what is built there.
        begin = max(text.rfind(mark, 0, f.number) for mark in "。;\n") + 1
        things = f.unit == "个" and _THINGS.search(text, begin, f.number) is not None
        return not things and _speaks_of_own(text, f, _NEARER, 0)
    return f.unit == "类" and _OF_KINDS.match(text, f.end) is not None


def _is_some_of_own(text: str, f: Figure, before: str) -> bool:
    """Whether a figure counts matters that were counted before (其余12项中) or that stand in so many kinds (六方面24项)."""
    if f.unit == "件" and _SETTLED.search(before) and _speaks_of_own(text, f, _NEAR, 0):
        return True
    if _IN_KINDS.search(before):
        return _speaks_of_own(text, f, _NEARER, _AHEAD)
    return _SOME.search(before) is not None and _OF_THEM.match(text, f.end) is not None


def _closes_heading(text: str, f: Figure, before: str) -> bool:
    if not before.endswith(("(", "(共", "(共计")) or _CLOSES_HEADING.match(text, f.end) is None:
        return False
    line = text[text.rfind("\n", 0, f.number) + 1 : f.number]
    return line.strip() in ("(", "(共", "(共计") or _HEADING.fullmatch(line) is not None


def _is_change_of_own(text: str, f: Figure, at: int) -> bool:
    """Whether a figure says how many of the plan's own matters are new, changed or gone: 30项民生工程中新增5项,提高6项标准."""
    told = _OWN_CHANGED.match(text, at) or (
        text[f.end : f.end + 1] in ",。;)" and _TOLD_NEW.search(text, max(0, f.number - 8), f.number)
    )
    return bool(told) and _OWN_NUMBER.search(text, max(0, f.number - _FAR), f.number) is not None
