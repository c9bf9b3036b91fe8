"""Telling what a higher level has to reach as a whole (全市城镇新增就业3.6万人，我县承担4800人) from what a plan promises."""

from __future__ import annotations

import re

from engine.commitment import Metadata
from engine.patterns import lazy

_CLAUSE_ENDS = "。;；!！?？\n,，:：()（）"
_LONGEST_CLAUSE = 40
_OWN = lazy("[我本][省市县区镇乡]|街道|承担|分解|下达")
_OPENING = r"^\s*(?:其中|今年|当年|20\d\d年|\s)*"
_WHOLE = {
    "city": lazy(rf"{_OPENING}(?:全省|省里)"),
    "county": lazy(rf"{_OPENING}(?:全[省市]|[省市]里)"),
    "township": lazy(rf"{_OPENING}(?:全[省市县区]|[省市县区]里)"),
}


def is_of_upper_level(text: str, at: int, metadata: Metadata) -> bool:
    """Whether the clause of a figure at ``at`` begins by saying that it speaks of the level above the plan's own.

    A county that is called a city speaks of itself as 全市; nothing is told of it.
    """
    whole = _WHOLE.get(metadata.level)
    if whole is None or (metadata.level == "county" and metadata.place.endswith("市")):
        return False
    low = max(0, at - _LONGEST_CLAUSE)
    start = max(text.rfind(mark, low, at) for mark in _CLAUSE_ENDS) + 1
    clause = text[max(low, start) : at]
    return _told(whole, clause)


def _told(whole: re.Pattern[str], clause: str) -> bool:
    return whole.search(clause) is not None and _OWN.search(clause) is None
