"""The plan's own text, every word of it, with the places marked that findings and figures stand at.

Marks may nest or overlap; the text is cut at every edge, so that each piece has one set of marks and nothing is written
twice. Tables are shown as tables where their cells hold all of the words between their first and last; otherwise the
words are shown as they run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from engine.document import Block, Document, Table
from engine.judge.finding import Severity
from reports.parts.printing import visible


class Mark(Struct, frozen=True):
    """A stretch of the text that finding ``number`` (0: a figure that was merely read) stands on.

    ``part`` is true for the parts of a sum. ``target`` is the anchor to go to, ``note`` a word for the reader.
    """

    start: int
    end: int
    number: int
    severity: Severity | None
    target: str
    part: bool = False
    waived: bool = False
    note: str = ""


class Segment(Struct, frozen=True):
    """A piece of text under one set of marks. ``opens`` is the offset of a mark that starts here."""

    text: str
    marks: tuple[Mark, ...] = ()
    opens: int | None = None
    closes: tuple[Mark, ...] = ()

    @property
    def chief(self) -> Mark | None:
        """The mark that decides how the piece looks: a finding before a part of one, before a mere figure."""
        return min(self.marks, key=_rank, default=None)


class Paragraph(Struct, frozen=True):
    """A paragraph or heading (``level`` from 1, 0 for none)."""

    segments: tuple[Segment, ...]
    level: int = 0


class TextCell(Struct, frozen=True):
    """A cell of a table in the text."""

    segments: tuple[Segment, ...]
    rows: int
    columns: int


class TextTable(Struct, frozen=True):
    """A table in the text, row by row."""

    rows: tuple[tuple[TextCell, ...], ...]


def _rank(mark: Mark) -> tuple[bool, bool, bool, int, int]:
    order = ("error", "warning", "note", None).index(mark.severity)
    return (mark.number == 0, mark.part, mark.waived, order, mark.number)


class Marked:
    """A document's text cut at the edges of marks."""

    def __init__(self, document: Document, marks: Sequence[Mark]) -> None:
        self._document = document
        self._marks = sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, m.end, m.number))
        edges = {m.start for m in self._marks} | {m.end for m in self._marks}
        self._edges = sorted(edges)
        self._opened = {m.start for m in self._marks}
        self._next_mark = 0
        self._next_edge = 0
        self._active: list[Mark] = []

    def pieces(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return ``text[start:end]`` in segments. Calls must come in the order of the text."""
        found = []
        while self._next_edge < len(self._edges) and self._edges[self._next_edge] <= start:
            self._next_edge += 1
        at = start
        while at < end:
            to = self._edges[self._next_edge] if self._next_edge < len(self._edges) else end
            found.append(self._segment(at, min(to, end)))
            at = min(to, end)
            if at == to:
                self._next_edge += 1
        return tuple(found)

    def _segment(self, start: int, end: int) -> Segment:
        while self._next_mark < len(self._marks) and self._marks[self._next_mark].start <= start:
            self._active.append(self._marks[self._next_mark])
            self._next_mark += 1
        self._active = [m for m in self._active if m.end > start]
        closes = tuple(m for m in self._active if m.end == end and m.number and not m.part)
        opens = start if start in self._opened else None
        return Segment(visible(self._document.text[start:end]), tuple(self._active), opens, closes)


def paragraphs(document: Document, tables: Sequence[Table], marks: Sequence[Mark]) -> tuple[Paragraph | TextTable, ...]:
    """Return the whole text in reading order, cut into paragraphs and ``tables``, with its marks."""
    marked = Marked(document, marks)
    found: list[Paragraph | TextTable] = []
    at = 0
    for start, end, table in [*_whole_tables(document, tables), (len(document.text), len(document.text), None)]:
        found += _running(document, marked, at, start)
        if table is not None:
            found.append(_grid(marked, table))
        at = end
    return tuple(found)


def _running(document: Document, marked: Marked, start: int, end: int) -> Iterator[Paragraph]:
    """Yield the lines of ``text[start:end]``; the blocks only tell which of them are headings."""
    at = start
    while at < end:
        stop = document.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if document.text[at:stop].strip():
            yield Paragraph(marked.pieces(at, stop), _level(document, at, stop))
        at = stop + 1


def _level(document: Document, start: int, end: int) -> int:
    if not document.blocks:
        return 0
    block: Block = document.blocks[document.block_at(end - 1)]
    return (block.level or 1) if block.kind == "heading" and block.start < end else 0


def _whole_tables(document: Document, tables: Sequence[Table]) -> list[tuple[int, int, Table]]:
    """Return the tables that can be shown as tables: cells in order, apart, and nothing but blanks between them."""
    found: list[tuple[int, int, Table]] = []
    for table in tables:
        cells = sorted(table.cells, key=lambda c: (c.start, c.end))
        if not cells or [(c.row, c.column) for c in cells] != sorted((c.row, c.column) for c in cells):
            continue
        gaps = [document.text[a.end : b.start] for a, b in pairwise(cells)]
        apart = all(a.end <= b.start for a, b in pairwise(cells))
        if apart and not any(gap.strip(" \t\r\n\u3000|") for gap in gaps):
            found.append((cells[0].start, cells[-1].end, table))
    apart_tables: list[tuple[int, int, Table]] = []
    for entry in sorted(found, key=lambda f: (f[0], -f[1])):
        if not apart_tables or apart_tables[-1][1] <= entry[0]:  # a table within a cell stays with its outer table
            apart_tables.append(entry)
    return apart_tables


def _grid(marked: Marked, table: Table) -> TextTable:
    cells = sorted(table.cells, key=lambda c: (c.start, c.end))
    rows: dict[int, list[TextCell]] = {row: [] for row in range(table.height)}
    for cell in cells:
        rows[cell.row].append(TextCell(marked.pieces(cell.start, cell.end), cell.rows, cell.columns))
    return TextTable(tuple(tuple(row) for row in rows.values()))
