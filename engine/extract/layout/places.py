"""Where things stand: the item that holds an offset, and the cells of tables that nothing in the text parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from engine.commitment import Item, ReadTable
from engine.document import Document
from engine.normalise.clean import Clean

_PARTS = frozenset("\t\n|｜")


class Places:
    """Looks up the innermost item that holds an offset of the cleaned text."""

    def __init__(self, items: list[Item]) -> None:
        self._items = items
        self._starts = [item.start for item in items]
        self._around: list[int] = []
        for index, item in enumerate(items):
            outer = index - 1
            while outer >= 0 and items[outer].end <= item.start:
                outer = self._around[outer]
            self._around.append(outer)

    def around(self, item: Item) -> Item | None:
        """Return the item that ``item`` is part of, None for one of the first level."""
        outer = self._around[bisect_left(self._starts, item.start)]
        return self._items[outer] if outer >= 0 and self._items[outer].end >= item.end else None

    def is_last(self, item: Item) -> bool:
        """Whether no item begins behind this one."""
        return item is self._items[-1]

    def at(self, offset: int) -> Item | None:
        """Return the item, or None outside every item."""
        index = bisect_right(self._starts, offset) - 1
        while index >= 0:
            if self._items[index].end > offset:
                return self._items[index]
            index = self._around[index]
        return None


def borders(document: Document, cleaned: Clean) -> list[int]:
    """Return where, in the cleaned text, each further file of a plan or further sheet begins: no item reaches over it."""
    begun = {*(part.start for part in document.files[1:]), *_sheet_starts(document)}
    return [cleaned.place(start) for start in sorted(begun)]


def _sheet_starts(document: Document) -> list[int]:
    """Return where the second sheet of a workbook and each one behind it begins; lines of words that bear a cell's name are in one."""
    if not any(block.cell and block.kind != "cell" for block in document.blocks):
        return []
    sheets = [((block.cell or "").rpartition("!")[0], block.start) for block in document.blocks]
    return [start for (before, _), (sheet, start) in pairwise(sheets) if sheet and sheet != before]


def run_together(tables: tuple[ReadTable, ...], text: str, cleaned: Clean) -> frozenset[int]:
    """Return where cells of words begin that at most a blank of their line parts from the cell before."""
    begun = {w.start for t in tables for w in t.words if w.start and text[w.start - 1] not in _PARTS}
    begun |= {w.end for t in tables for w in t.words if text[w.end : w.end + 1] not in _PARTS} if begun else set()
    return frozenset(cleaned.place(offset) for offset in begun)
