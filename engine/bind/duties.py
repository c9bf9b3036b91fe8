"""Whether a plan takes up a duty: something that has to be there, without a figure to compare."""

from __future__ import annotations

from engine.commitment import Extraction
from engine.normalise.fold import fold
from engine.patterns import lazy

_SILENT = lazy(r"[\s、,，。:：;；“”\"'()（）《》的和及与]")
_COVERED = 0.75


class Duties:
    """The words of a plan, item by item, for looking up duties."""

    def __init__(self, extraction: Extraction) -> None:
        text = extraction.document.text
        parts = [text[i.start : i.end] for i in extraction.items] or [text]
        self._parts = [_SILENT.sub("", fold(part)) for part in parts]

    def taken_up(self, label: str) -> bool:
        """Whether one item carries a duty: three quarters of its words' character pairs stand in that item."""
        words = _SILENT.sub("", fold(label))
        pairs = {words[i : i + 2] for i in range(len(words) - 1)}
        if not pairs:
            return False
        return any(sum(pair in part for pair in pairs) >= _COVERED * len(pairs) for part in self._parts)
