"""The words that stand around a figure: headings, the caption of its table, the heads of its column and row, its sentence."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from engine.commitment import Commitment, Extraction, ReadTable
from engine.document import Cell
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.tables.structure import structure_of

_SENTENCE_END = lazy("[。!?\n]")
_ANNEX_HEAD = lazy(r"^[ ]*附[ ]*[件表][ ]*[\d一二三四五六七八九十]{0,2}[ ]*:?[ ]*\n+(.{2,60})$", 8, needs="附")
_ANNEX_MARK = lazy("附[ ]*件", needs="附")
_LONGEST_HEADING = 30
_LONGEST_CAPTION = 60
_CAPTION_LINES = 3
_LONGEST_SENTENCE = 300
_LONGEST_BRACKET = 12


class Words(Struct, frozen=True):
    """The words around one figure, folded.

    ``heads`` are the headings above it and the caption of its table, ``row`` and ``column`` the heads in the table, each
    empty outside of one; ``sentence`` is what its sentence, or its cell, says before the figure and in brackets right
    behind it. ``total`` is the table whose total row it stands in, ``at`` its table and row.
    """

    heads: str
    row: str
    column: str
    sentence: str
    total: ReadTable | None = None
    at: tuple[str, int] | None = None

    @property
    def all(self) -> str:
        """Everything, from the farthest to the nearest."""
        return "\n".join((self.heads, self.row, self.column, self.sentence))


class Surroundings:
    """Finds the words around the figures of one extraction."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction

    @cached_property
    def _text(self) -> str:
        return fold(self._extraction.document.text)

    @cached_property
    def _cells(self) -> list[tuple[int, int, ReadTable, Cell]]:
        found = [(c.start, c.end, read, c) for read in self._extraction.tables for c in read.table.cells]
        return sorted(found, key=lambda cell: cell[:2])

    @cached_property
    def _starts(self) -> list[int]:
        return [cell[0] for cell in self._cells]

    def of(self, figure: Commitment) -> Words:
        """Return the words around a figure."""
        found = self._cell_at(figure.start)
        if found is None:
            return Words(self._headings(figure.start), "", "", self._sentence(figure, 0))
        read, cell = found
        caption = self._caption(read)
        # Where the last item's text ends is told by nothing: a table that is called one of the annex is not in it.
        heads = caption if "附表" in caption else f"{self._headings(self._first(read))}\n{caption}"
        column = " ".join(self._text[c.start : c.end] for c in self._heads_of(read, cell))
        sentence = self._sentence(figure, cell.start)
        total = structure_of(read).total
        if total is not None and total.index == cell.row:
            return Words(heads, "", column, sentence, read, (read.id, cell.row))
        return Words(heads, self._row(read, cell), column, sentence, None, (read.id, cell.row))

    def _cell_at(self, offset: int) -> tuple[ReadTable, Cell] | None:
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._cells[at][1]:
            return None
        return self._cells[at][2:]

    def _first(self, read: ReadTable) -> int:
        return min((c.start for c in read.table.cells), default=0)

    def _heads_of(self, read: ReadTable, cell: Cell) -> list[Cell]:
        above = (c for c in read.table.cells if c.row < read.head_rows and c.column < cell.column + cell.columns)
        return [c for c in above if c.column + c.columns > cell.column]

    def _row(self, read: ReadTable, cell: Cell) -> str:
        for row in read.rows:
            if row.index == cell.row:
                return fold(f"{row.group} {row.label}")
        return fold(next((w.row_label for w in read.words if w.row == cell.row), ""))

    def _headings(self, offset: int) -> str:
        """Return the titles of the items around an offset, outermost first, and that of the annex it lies in."""
        found = [
            item.title
            for item in self._extraction.items
            if item.start + len(item.number) + len(item.title) < offset < item.end
            and len(item.title) <= _LONGEST_HEADING
        ]
        annexes = [m[1] for m in _ANNEX_HEAD.finditer(self._text, 0, offset)]
        return fold("\n".join([*annexes[-1:], *found]))

    def _caption(self, read: ReadTable) -> str:
        """Return a table's title and the short lines right above it."""
        above = [line.strip() for line in self._text[max(0, self._first(read) - 400) : self._first(read)].split("\n")]
        lines: list[str] = []
        for line in reversed([line for line in above if line]):
            if len(line) > _LONGEST_CAPTION or line.endswith(("。", ";")) or len(lines) == _CAPTION_LINES:
                break
            if _ANNEX_MARK.match(line):
                break
            lines.insert(0, line)
        return "\n".join([*lines, fold(read.title)])

    def _sentence(self, figure: Commitment, least: int) -> str:
        low = max(least, figure.start - _LONGEST_SENTENCE, 0)
        words = self._text[low : figure.start]
        start = max((m.end() for m in _SENTENCE_END.finditer(words)), default=0)
        behind = self._text[figure.end : figure.end + _LONGEST_BRACKET]
        bracket = behind.partition(")")[0] if behind.startswith("(") and ")" in behind else ""
        return words[start:] + bracket
