"""Telling how a procedure runs from what is promised: penalties, days of public notice, rules that end, who looks after whom."""

from __future__ import annotations

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy

_DAYS = frozenset({"天", "日", "工作日"})
# 处一倍以上三倍以下罚款, 追回并处2万元罚款.
_FINED = lazy(r"[^,。;\n]{0,14}(?:罚款|罚金|滞纳金|违约金)", needs="罚|金")
_PUNISHED = lazy(r"(?:并处|处以|罚款|罚金)[^,。;、\n一-龥]{0,4}$|(?<![\d去各用住])处$", needs="处|罚")
# 公示7天: how long a list hangs out.
_NOTICE = lazy(
    r"(?:公示|公告|张榜)(?:时间|期限|期)?(?:不[少低]于|至少|满|为)?[ ]*$|公示[^,。;\n\d]{0,4}$", needs="公示|公告|张榜"
)
# 按每镇5万元的原标准停止执行: what a document ends it does not promise.
_ENDED = lazy(r"[^,。;\n]{0,16}(?:停止执行|不再执行|同时废止|予以废止|即行废止|取消)", needs="执行|废止|取消")
# 每名班子成员联系1-2个村: who looks after whom.
_LOOKS_AFTER = lazy(
    r"每[名位个](?:[一-龥]{0,4})(?:成员|干部|领导|党员|委员|代表)[^,。;\n\d]{0,4}(?:联系|包联|包保|挂[包钩联]|结对|帮带)[^,。;\n\d]{0,3}(?:\d+[-~至到])?$",
    needs="联|包|挂|结对|帮带",
)
# 查看24个项目的内容: what a reader is asked to look at; 到会的168名镇人大代表: who sat there.
_LOOKED_AT = lazy(r"(?:察看|查看|浏览|阅读|下载)(?:了)?$")
_SAT = lazy(r"(?:出席|参加|与会|到会)[^,。;\n\d]{0,20}的?$", needs="出席|参加|与会|到会")
_MEMBERS = lazy(r"(?:省|市|县|区|镇|乡)?(?:人大代表|党代表|政协委员|代表(?!队)|议事代表)")
_CAME = lazy(r"(?:省|市|县|区|镇|乡)?(?:人大|党|议事|居民|村民)?代表(?:到会|参会|出席|与会|票选|投票|表决)")
# 高出省定标准4元: by how much it exceeds another's.
_EXCEEDS = lazy(r"(?:高出|超出)[^,。;\n\d]{0,10}(?:标准|水平|平均)(?:数|线)?$", needs="标准|水平|平均")
# (分布于东林、南坝等5个村): where it is.
_WHERE = lazy(r"\((?:主要)?(?:分布|位于)[^()\n\d]{0,60}$", needs="分布|位于")
_NEAR, _BRACKET = 30, 64


def is_procedure(text: str, f: Figure) -> bool:
    """Whether a figure belongs to a procedure or a penalty and promises nobody anything.

    A plain look for a word costs nothing, and most figures stand near none of these.
    """
    before, behind = text[max(0, f.lead - _NEAR) : f.number], text[f.end : f.end + _NEAR]
    ends = "金" in behind or "罚" in behind or "执行" in behind or "废止" in behind or "取消" in behind
    if ends and (_FINED.match(text, f.end) or _ENDED.match(text, f.end)):
        return True
    if f.unit in _DAYS and _NOTICE.search(before):
        return True
    if f.unit == "元" and _EXCEEDS.search(before):
        return True
    if ("处" in before or "罚" in before) and _PUNISHED.search(before):
        return True
    return _is_of_others(text, f, before, behind) or ("每" in before and bool(_LOOKS_AFTER.search(before)))


def _is_of_others(text: str, f: Figure, before: str, behind: str) -> bool:
    """Whether a figure counts who came to choose, what readers are asked to look at, or where something lies."""
    low = max(0, f.number - _BRACKET)
    if "(" in text[low : f.number] and _WHERE.search(text, low, f.number):
        return True
    if ("看" in before or "浏览" in before or "阅读" in before or "下载" in before) and _LOOKED_AT.search(before):
        return True
    if "代表" not in behind and "委员" not in behind:
        return False
    return bool(_CAME.match(text, f.end) or (_SAT.search(before) and _MEMBERS.match(text, f.end)))
