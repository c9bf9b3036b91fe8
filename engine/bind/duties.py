"""Whether a plan takes up a duty: something that has to be there, without a figure to compare."""

from __future__ import annotations

from engine.commitment import Extraction
from engine.normalise.fold import fold
from engine.patterns import lazy

_SILENT = lazy(r"[\s、,，。:：;；“”\"'()（）《》的和及与]")
_COVERED, _MOSTLY = 0.75, 0.6
_SENTENCE = lazy(r"[。；;！!\n]")
# Who does it and that it has to be done is no part of what is to be done.
_OBLIGED = lazy(
    r"^(?:[(（][一二三四五六七八九十\d]+[)）])?(?:各(?:县|区|市|乡|镇|街道|地|级|有关)[^,，。必应要须]{0,10})?(?:均|都)?(?:必须|应当|务必|要|应|须)?"
)
_ANSWERABLE = lazy(r"[(（]?(?:责任|牵头|配合)(?:单位|部门)[:：].*$")
# What it is done for: 确保群众求助有门.
_PURPOSE = lazy(
    "[,，](?:切实|不断|进一步|全力|更好)*(?:确保|保障|保证|让|使|便于|方便|为了|以便|满足|增强|提升|提高|解决|推动|促进)[^,，]*"
)
_SHORTEST = 8


class Duties:
    """The words of a plan, item by item, for looking up duties."""

    def __init__(self, extraction: Extraction) -> None:
        text = extraction.document.text
        parts = [text[i.start : i.end] for i in extraction.items] or [text]
        self._parts = [_SILENT.sub("", fold(part)) for part in parts]
        begins = [item.start for item in extraction.items[1:]] + [len(text)]
        leaves = [i for i, begin in zip(extraction.items, begins, strict=False) if begin >= i.end]
        self._leaves = [_SILENT.sub("", fold(text[i.start : i.end])) for i in leaves] or self._parts

    def carried_out(self, words: str) -> bool:
        """Whether one item of the plan has most of what some sentence of a higher item without figures asks for."""
        for sentence in _SENTENCE.split(words):
            deed = _SILENT.sub("", fold(_OBLIGED.sub("", _PURPOSE.sub("", _ANSWERABLE.sub("", sentence.strip())))))
            pairs = {deed[i : i + 2] for i in range(len(deed) - 1)}
            if len(deed) >= _SHORTEST and any(
                sum(pair in leaf for pair in pairs) >= _MOSTLY * len(pairs) for leaf in self._leaves
            ):
                return True
        return False

    def taken_up(self, label: str) -> bool:
        """Whether one item carries a duty: three quarters of its words' character pairs stand in that item."""
        words = _SILENT.sub("", fold(label))
        pairs = {words[i : i + 2] for i in range(len(words) - 1)}
        if not pairs:
            return False
        return any(sum(pair in part for pair in pairs) >= _COVERED * len(pairs) for part in self._parts)
