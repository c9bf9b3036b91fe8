"""A document as its reader saw it: one running text, blocks and tables that point into it, and spans.

Everything later works on ``Document.text`` and carries offsets into it, so that a figure can always be shown where it
stands. For a text file these offsets are those of the decoded file; for a binary file they are the reader's own, and a
:class:`Span` gives page, block or cell instead.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from engine.wording import Text

BlockKind = Literal["paragraph", "heading", "cell", "header", "footer", "footnote"]


class Box(Struct, frozen=True):
    """A rectangle on a page (from 1), in points from the lower left corner of the page as the file defines it."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class Span(Struct, frozen=True):
    """A place in a file and the words that stand there.

    ``start``/``end`` are character offsets into the decoded text of a text file and None for binary formats, which
    give ``page`` (from 1), ``block`` (from 0, reading order) or ``cell`` (``Sheet1!H16``). Formats with fixed pages
    also give ``boxes``, one for each line that the words stand on.
    """

    file: str
    text: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    block: int | None = None
    cell: str | None = None
    boxes: tuple[Box, ...] = ()


class Block(Struct, frozen=True):
    """A paragraph, heading or table cell: ``text[start:end]`` of its document.

    ``level`` is a heading's level from 1. ``generated`` is the number of leading characters that the file does not
    hold as text (automatic numbering), so that a quote can leave them out.
    """

    start: int
    end: int
    kind: BlockKind = "paragraph"
    level: int | None = None
    page: int | None = None
    cell: str | None = None
    generated: int = 0


class Cell(Struct, frozen=True):
    """One cell of a table, at its first row and column; ``start``/``end`` point into the document's text."""

    row: int
    column: int
    start: int
    end: int
    rows: int = 1
    columns: int = 1


class Table(Struct, frozen=True):
    """A table as a grid of cells; a merged cell is listed once, with the rows and columns it covers."""

    cells: tuple[Cell, ...]
    title: str = ""

    @property
    def height(self) -> int:
        """Number of rows."""
        return max((c.row + c.rows for c in self.cells), default=0)

    @property
    def width(self) -> int:
        """Number of columns."""
        return max((c.column + c.columns for c in self.cells), default=0)


class Note(Struct, frozen=True):
    """Something the reader has to tell: a page without text, tracked changes, a formula without a value.

    ``rule`` is the id of the rule card that speaks of it; ``detail`` goes into its message.
    """

    rule: str
    detail: Text | str
    span: Span


class Print(Struct, frozen=True):
    """A line of print: the characters of the text from ``start`` on, as they stand on ``page``.

    ``edges`` holds left, bottom, right and top of each as 32-bit floats, NaN for a blank that only joins two lines.
    """

    start: int
    page: int
    edges: bytes

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.edges) // _EDGES

    def box(self, start: int, end: int) -> Box | None:
        """Return the rectangle around the characters from ``start`` to ``end``, None when none of them is printed."""
        numbers = array("f")
        numbers.frombytes(self.edges[max(0, start - self.start) * _EDGES : max(0, end - self.start) * _EDGES])
        corners = [numbers[at : at + 4] for at in range(0, len(numbers), 4) if numbers[at] == numbers[at]]
        if not corners:
            return None
        left, bottom, right, top = zip(*corners, strict=True)
        return Box(self.page, *(round(edge, 2) for edge in (min(left), min(bottom), max(right), max(top))))


_EDGES = 16  # bytes of four 32-bit floats


class Part(Struct, frozen=True):
    """One file of a plan that was handed in as several: where its text and its blocks begin in the whole."""

    file: str
    sha256: str
    format: str
    in_file: bool = False
    start: int = 0
    block: int = 0


class Document(Struct, frozen=True, dict=True):
    """A file that was read: its words, blocks in reading order and tables.

    ``in_file`` is True when offsets into ``text`` are offsets into the decoded file (text files only). ``parts`` are
    the files of a plan that was put together from several, in order; every span names the file that it stands in.
    ``recognised`` are the pages (file, number) whose words were recognised in a picture and may be misread.
    """

    file: str
    sha256: str
    format: str
    text: str
    blocks: Sequence[Block]
    tables: Sequence[Table] = ()
    notes: Sequence[Note] = ()
    in_file: bool = False
    properties: dict[str, str] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    prints: Sequence[Print] = ()
    recognised: Sequence[tuple[str, int]] = ()

    @cached_property
    def files(self) -> tuple[Part, ...]:
        """The files that this was read from: its parts, or itself alone."""
        return tuple(self.parts) or (Part(self.file, self.sha256, self.format, self.in_file),)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds ``offset`` (the last one that starts at or before it)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def part_at(self, offset: int) -> Part:
        """Return the file that holds ``offset``."""
        files = self.files
        return files[max(0, bisect_right(files, offset, key=lambda part: part.start) - 1)]

    def part_of(self, file: str) -> Part | None:
        """Return the part of that file, None when this holds no such file."""
        return next((part for part in self.files if part.file == file), None)

    def span(self, start: int, end: int) -> Span:
        """Return the span of ``text[start:end]`` in the terms of the format of its file."""
        part = self.part_at(start)
        index = self.block_at(start)
        block = self.blocks[index] if self.blocks else Block(0, len(self.text))
        offsets: tuple[int | None, int | None] = (None, None)
        if part.in_file:
            offsets = (start - part.start, end - part.start)
        boxes = self.boxes(start, end) if self.prints else ()
        page = boxes[0].page if boxes else block.page
        return Span(part.file, self.text[start:end], *offsets, page, index - part.block, block.cell, boxes)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Return where ``text[start:end]`` is printed, a rectangle for each line; formats without pages give none."""
        first = max(0, bisect_right(self.prints, start, key=lambda line: line.start) - 1)
        found = []
        for index in range(first, len(self.prints)):
            if self.prints[index].start >= end:
                break
            found.append(self.prints[index].box(start, end))
        return tuple(box for box in found if box is not None)
