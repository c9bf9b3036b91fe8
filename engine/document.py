"""A document as its reader saw it: one running text, blocks and tables that point into it, and spans.

Everything later works on ``Document.text`` and carries offsets into it, so that a figure can always be shown where it
stands. For a text file these offsets are those of the decoded file; for a binary file they are the reader's own, and a
:class:`Span` gives page, block or cell instead.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from engine.wording import Text

BlockKind = Literal["paragraph", "heading", "cell", "header", "footer", "footnote"]


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file and the words that stand there.

    ``start``/``end`` are character offsets into the decoded text of a text file and None for binary formats, which
    give ``page`` (from 1), ``block`` (from 0, reading order) or ``cell`` (``Sheet1!H16``).
    """

    file: str
    text: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    block: int | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
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


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, at its first row and column; ``start``/``end`` point into the document's text."""

    row: int
    column: int
    start: int
    end: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
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


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader has to tell: a page without text, tracked changes, a formula without a value.

    ``rule`` is the id of the rule card that speaks of it; ``detail`` goes into its message.
    """

    rule: str
    detail: Text | str
    span: Span


@dataclass(frozen=True)
class Document:
    """A file that was read: its words, blocks in reading order and tables.

    ``in_file`` is True when offsets into ``text`` are offsets into the decoded file (text files only).
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

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds ``offset`` (the last one that starts at or before it)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def span(self, start: int, end: int) -> Span:
        """Return the span of ``text[start:end]`` in the terms of the file's format."""
        index = self.block_at(start)
        block = self.blocks[index] if self.blocks else Block(0, len(self.text))
        offsets: tuple[int | None, int | None] = (start, end) if self.in_file else (None, None)
        return Span(self.file, self.text[start:end], *offsets, block.page, index, block.cell)
