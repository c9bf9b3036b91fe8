"""Telling what a higher level has to reach as a whole (全市城镇新增就业3.6万人，我县承担4800人) from what a plan promises."""

from __future__ import annotations

from engine.commitment import Metadata
from engine.patterns import lazy

_CLAUSE_ENDS = "。;；!！?？\n,，:：()（）"
_SENTENCE_ENDS = "。;；!！?？\n"
_LONGEST = 60
_IN_ALL = lazy("总(?:任务|量|目标|数)")
_OPENING = r"^\s*(?:其中|今年|当年|20\d\d年|\s)*"
_GIVEN = "(?:(?:上级|国家|中央)?(?:下达|安排|给予)给?)?"
# By level of the plan: the places above it, and how it speaks of itself.
_ABOVE = {"city": "省", "county": "省市", "township": "省市县区"}
_ITSELF = {"city": "市", "county": "县区旗", "township": "镇乡街"}
_WHOLE = {level: lazy(rf"{_OPENING}{_GIVEN}(?:[全我][{above}]|[{above}]里)") for level, above in _ABOVE.items()}
_OWN = {level: lazy(rf"[我本][{own}]|承担|分解|下达(?!给?[我全][{_ABOVE[level]}])") for level, own in _ITSELF.items()}
_GOES_ON = {level: lazy(rf"[。;；]\s*(?:其中|今年|20\d\d年)?[，,]?\s*[我本][{own}]") for level, own in _ITSELF.items()}


# 全市新增托位1500个，我市承担420个: a city under another one tells both as 全市, and its own as 我市.
_ALL_BUT_OURS = lazy(rf"{_OPENING}{_GIVEN}全[市县区]")
_OURS = lazy(r"[我本][市县区](?:需|应|将|共|要|计划|今年)*(?:承担|分担|分解|分配|分得|领受|任务|占)[^,，。;；]{0,8}\d")
_OF_ANOTHER = lazy(rf"{_OPENING}{_GIVEN}(?P<place>[一-龥]{{2,4}}?市)(?=全市|20\d\d年|下达|安排|计划|任务|总|共)")
_OWN_SHARE = lazy(r"[我本全][市县区]|承担|分解|分配")
_SHARED_OUT = lazy(r"由?各[县市区](?:[(、（]?[市区]?[、)）]?区?[)）]?)?(?:分别|共同|分头)?(?:承担|分担|落实|完成)")


def _is_told_beside_ours(text: str, at: int, clause: str, place: str) -> bool:
    """Whether a clause speaks of all of another city, or of 全市 where its sentence tells what 我市 has of it."""
    ends = [end for mark in _SENTENCE_ENDS if (end := text.find(mark, at, at + _LONGEST)) >= 0]
    behind = text[at : min(ends, default=at + _LONGEST)]
    other = _OF_ANOTHER.search(clause)
    if other and other["place"] not in place:
        return bool(_OWN_SHARE.search(behind) or "全市" in clause or _SHARED_OUT.search(behind))
    return _ALL_BUT_OURS.search(clause) is not None and _OURS.search(behind) is not None


def is_of_upper_level(text: str, at: int, metadata: Metadata) -> bool:
    """Whether the clause of a figure at ``at`` begins by speaking of the level above, and its sentence of the plan's share.

    The sentence behind may begin with the share (全市新建8公里。我县新建2公里). A total that is called one needs none. A
    county that is called a city speaks of itself as 全市.
    """
    low = max(0, at - _LONGEST)
    start = max(text.rfind(mark, low, at) for mark in _CLAUSE_ENDS) + 1
    clause = text[max(low, start) : at]
    if metadata.place.endswith("市") and _is_told_beside_ours(text, at, clause, metadata.place):
        return True
    whole, own = _WHOLE.get(metadata.level), _OWN.get(metadata.level)
    if whole is None or own is None or (metadata.level == "county" and metadata.place.endswith("市")):
        return False
    if not whole.search(clause) or own.search(clause):
        return False
    ends = [end for mark in _SENTENCE_ENDS if (end := text.find(mark, at, at + _LONGEST)) >= 0]
    end = min(ends, default=at + _LONGEST)
    told = _IN_ALL.search(clause) or own.search(text, at, end) or _GOES_ON[metadata.level].match(text, end)
    return told is not None
