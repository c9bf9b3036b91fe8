"""The words that stand around a figure: headings, the caption of its table, the heads of its column and row, its sentence."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from engine.commitment import Commitment, Extraction, ReadTable
from engine.document import Cell
from engine.extract.layout.places import Places
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
# Sorts behind every name.
_LAST = "\U0010ffff"


class Words(Struct, frozen=True):
    """The words around one figure, folded.

    ``heads`` are the headings above it and the caption of its table, ``row`` and ``column`` the heads in the table, each
    empty outside of one; ``sentence`` is what its sentence, or its cell, says before the figure and in brackets right
    behind it. ``leaves`` are the names, folded, of the rows that it adds up where it stands in the total row of a table, None
    elsewhere; ``at`` is its table and row.
    """

    heads: str
    row: str
    column: str
    sentence: str
    leaves: tuple[str, ...] | None = None
    at: tuple[str, int] | None = None

    @property
    def all(self) -> str:
        """Everything, from the farthest to the nearest."""
        return "\n".join((self.heads, self.row, self.column, self.sentence))


class _Frame:
    """What stands around the cells of one table, looked up once: its heads by column, the names of its rows, its total."""

    def __init__(self, read: ReadTable, text: str) -> None:
        self.read = read
        self.first = min((c.start for c in read.table.cells), default=0)
        self._text = text
        self._heads = [c for c in read.table.cells if c.row < read.head_rows]

    @cached_property
    def _rows(self) -> dict[int, str]:
        said = {words.row: words.row_label for words in reversed(self.read.words)}
        return said | {row.index: f"{row.group} {row.label}" for row in reversed(self.read.rows)}

    @cached_property
    def _total(self) -> tuple[int, tuple[str, ...]] | None:
        """The total row, and the names of the rows that it adds up."""
        structure = structure_of(self.read)
        total = structure.total
        return (total.index, tuple(fold(row.label) for row in structure.leaves)) if total else None

    def leaves(self, row: int) -> tuple[str, ...] | None:
        """Return the names of the rows that a row adds up as the table's total, None for any other row."""
        return self._total[1] if self._total and self._total[0] == row else None

    def row(self, row: int) -> str:
        """Return the name of a row."""
        return fold(self._rows.get(row, ""))

    def column(self, cell: Cell) -> str:
        """Return the heads above a cell."""
        above = (c for c in self._heads if c.column < cell.column + cell.columns and c.column + c.columns > cell.column)
        return " ".join(self._text[c.start : c.end] for c in above)


class Surroundings:
    """Finds the words around the figures of one extraction."""

    def __init__(self, extraction: Extraction) -> None:
        self._extraction = extraction
        self._heads: dict[str, str] = {}

    @cached_property
    def _text(self) -> str:
        return fold(self._extraction.document.text)

    @cached_property
    def _cells(self) -> list[tuple[int, int, _Frame, Cell]]:
        framed = [_Frame(read, self._text) for read in self._extraction.tables]
        found = [(c.start, c.end, frame, c) for frame in framed for c in frame.read.table.cells]
        return sorted(found, key=lambda cell: cell[:2])

    @cached_property
    def _starts(self) -> list[int]:
        return [cell[0] for cell in self._cells]

    def of(self, figure: Commitment) -> Words:
        """Return the words around a figure."""
        found = self._cell_at(figure.start)
        if found is None:
            return Words(self._headings(figure.start), "", "", self._sentence(figure, 0))
        frame, cell = found
        heads, column, sentence = self._above(frame), frame.column(cell), self._sentence(figure, cell.start)
        leaves = frame.leaves(cell.row)
        row = frame.row(cell.row) if leaves is None else ""
        return Words(heads, row, column, sentence, leaves, (frame.read.id, cell.row))

    def _cell_at(self, offset: int) -> tuple[_Frame, Cell] | None:
        at = bisect_right(self._starts, offset) - 1
        if at < 0 or offset >= self._cells[at][1]:
            return None
        return self._cells[at][2:]

    def _above(self, frame: _Frame) -> str:
        """Return the headings above a table and its caption."""
        known = self._heads.get(frame.read.id)
        if known is None:
            caption = self._caption(frame)
            # Where the last item's text ends is told by nothing: a table that is called one of the annex is not in it.
            known = caption if "附表" in caption else f"{self._headings(frame.first)}\n{caption}"
            self._heads[frame.read.id] = known
        return known

    @cached_property
    def _annexes(self) -> list[tuple[int, str]]:
        return [(m.end(), m[1]) for m in _ANNEX_HEAD.finditer(self._text)]

    @cached_property
    def _places(self) -> Places:
        return Places(list(self._extraction.items))

    def _headings(self, offset: int) -> str:
        """Return the titles of the items around an offset, outermost first, and that of the annex it lies in."""
        titles: list[str] = []
        item = self._places.at(offset)
        while item is not None:
            if item.start + len(item.number) + len(item.title) < offset and len(item.title) <= _LONGEST_HEADING:
                titles.insert(0, item.title)
            item = self._places.around(item)
        index = bisect_right(self._annexes, (offset, _LAST))
        annexes = [name for _, name in self._annexes[max(0, index - 1) : index]]
        return fold("\n".join([*annexes, *titles]))

    def _caption(self, frame: _Frame) -> str:
        """Return a table's title and the short lines right above it."""
        above = [line.strip() for line in self._text[max(0, frame.first - 400) : frame.first].split("\n")]
        lines: list[str] = []
        for line in reversed([line for line in above if line]):
            if len(line) > _LONGEST_CAPTION or line.endswith(("。", ";")) or len(lines) == _CAPTION_LINES:
                break
            if _ANNEX_MARK.match(line):
                break
            lines.insert(0, line)
        return "\n".join([*lines, fold(frame.read.title)])

    def _sentence(self, figure: Commitment, least: int) -> str:
        low = max(least, figure.start - _LONGEST_SENTENCE, 0)
        words = self._text[low : figure.start]
        start = max((m.end() for m in _SENTENCE_END.finditer(words)), default=0)
        behind = self._text[figure.end : figure.end + _LONGEST_BRACKET]
        bracket = behind.partition(")")[0] if behind.startswith("(") and ")" in behind else ""
        return words[start:] + bracket
