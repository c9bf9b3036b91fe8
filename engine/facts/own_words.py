"""What an item says itself: a numbered table behind its last line that others point to (按表1执行) is none of it."""

from __future__ import annotations

from bisect import bisect_left

from engine.commitment import Extraction, Item
from engine.normalise.fold import fold
from engine.patterns import lazy

_CAPTION = lazy(
    r"^[ ]*(?P<name>附?表[ ]*(?:\d{1,2}|[一二三四五六七八九十]))(?=[ :.、]|[一-龥])[^\n。;]{0,60}$", needs="表"
)
_LONGEST_TAIL = 160


class OwnWords:
    """The words of items, without the tables that stand behind them and are those of other items."""

    def __init__(self, extraction: Extraction) -> None:
        self._text = extraction.document.text
        self._folded = fold(self._text)
        self._tables = sorted(
            min(cell.start for cell in read.table.cells) for read in extraction.tables if read.table.cells
        )

    def of(self, item: Item) -> str:
        """Return the words of an item as they stand in the document."""
        return self._text[item.start : self._end(item)].strip()

    def _end(self, item: Item) -> int:
        index = bisect_left(self._tables, item.start)
        if index == len(self._tables) or self._tables[index] >= item.end:
            return item.end
        table = self._tables[index]
        low = max(item.start, table - _LONGEST_TAIL)
        at = low
        for line in self._folded[low:table].split("\n"):
            caption = _CAPTION.match(line)
            if caption and at > item.start and self._is_pointed_to(caption["name"], item, at + len(line)):
                return at
            at += len(line) + 1
        return item.end

    def _is_pointed_to(self, name: str, item: Item, end: int) -> bool:
        """Whether words outside of an item name a table, while the item itself does not."""
        bare = name.replace(" ", "")
        around = (self._folded[: item.start] + "\n" + self._folded[end:]).replace(" ", "")
        own = self._folded[item.start : end].replace(" ", "")
        pointed = sum(not around[at + len(bare) : at + len(bare) + 1].isdigit() for at in _places(bare, around))
        return pointed > 0 and len(_places(bare, own)) == 1


def _places(words: str, text: str) -> list[int]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
