"""Telling what a higher level has to reach as a whole (全市城镇新增就业3.6万人，我县承担4800人) from what a plan promises."""

from __future__ import annotations

from engine.commitment import Metadata
from engine.patterns import lazy

_CLAUSE_ENDS = "。;；!！?？\n,，:：()（）"
_SENTENCE_ENDS = "。;；!！?？\n"
_LONGEST = 60
_OWN = lazy("[我本][省市县区镇乡]|承担|分解|下达")
_IN_ALL = lazy("总(?:任务|量|目标|数)")
_OPENING = r"^\s*(?:其中|今年|当年|20\d\d年|\s)*"
_WHOLE = {
    "city": lazy(rf"{_OPENING}(?:全省|省里)"),
    "county": lazy(rf"{_OPENING}(?:全[省市]|[省市]里)"),
    "township": lazy(rf"{_OPENING}(?:全[省市县区]|[省市县区]里)"),
}


def is_of_upper_level(text: str, at: int, metadata: Metadata) -> bool:
    """Whether the clause of a figure at ``at`` begins by speaking of the level above, and its sentence of the plan's share.

    A total that is called one needs no share beside it. A county that is called a city speaks of itself as 全市.
    """
    whole = _WHOLE.get(metadata.level)
    if whole is None or (metadata.level == "county" and metadata.place.endswith("市")):
        return False
    low = max(0, at - _LONGEST)
    start = max(text.rfind(mark, low, at) for mark in _CLAUSE_ENDS) + 1
    clause = text[max(low, start) : at]
    if not whole.search(clause) or _OWN.search(clause):
        return False
    ends = [end for mark in _SENTENCE_ENDS if (end := text.find(mark, at, at + _LONGEST)) >= 0]
    return bool(_IN_ALL.search(clause) or _OWN.search(text, at, min(ends, default=at + _LONGEST)))
