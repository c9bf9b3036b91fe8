"""Putting a document together block by block, with the offsets right by construction."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from math import nan
from pathlib import Path

from msgspec import Struct, field

from engine.document import Block, BlockKind, Box, Cell, Document, Note, Print, Span, Table
from engine.errors import ReadError
from engine.wording import Text

_TITLE_LENGTH = 60


class GridCell(Struct, frozen=True):
    """A cell before it has its offsets: place, extent (rows, columns) and words.

    Formats with fixed pages give the ``page`` and the ``places`` where the words' characters are printed.
    """

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    generated: int = 0
    page: int | None = None
    places: tuple[Box | None, ...] = ()


class Assembly(Struct):
    """Collects blocks and tables in reading order; the text is the blocks joined by a line feed."""

    file: str
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    prints: list[Print] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    def add(
        self,
        text: str,
        kind: BlockKind = "paragraph",
        *,
        level: int | None = None,
        page: int | None = None,
        cell: str | None = None,
        generated: int = 0,
        places: Sequence[Box | None] = (),
    ) -> Block:
        """Append a block and return it; ``places`` are where its characters are printed."""
        start = self._length + (1 if self._parts else 0)
        block = Block(start, start + len(text), kind, level, page, cell, generated)
        self.blocks.append(block)
        self._parts.append(text)
        self._length = block.end
        if places:
            self._print(start, places)
        return block

    def _print(self, start: int, places: Sequence[Box | None]) -> None:
        """Keep where characters are printed, a record for each line, so that a quote over two lines has two boxes."""
        line, last = array("f"), None
        for offset, place in enumerate(places, start):
            if place is not None and last is not None and not _level(last, place):
                self._end_line(offset, line, last.page)
                line = array("f")
            line.extend((nan,) * 4 if place is None else (place.left, place.bottom, place.right, place.top))
            last = place or last
        if last is not None:
            self._end_line(start + len(places), line, last.page)

    def _end_line(self, end: int, line: array[float], page: int) -> None:
        self.prints.append(Print(end - len(line) // 4, page, line.tobytes()))

    def add_table(
        self,
        cells: Sequence[GridCell],
        sheet: str,
        *,
        title: str | None = None,
        origin: tuple[int, int] = (0, 0),
    ) -> None:
        """Append a table and a block for each of its cells; ``sheet`` is the part of a cell's name before the ``!``.

        Without a ``title`` the short line above the table is taken for it. ``origin`` (row, column) is where the table
        starts in its sheet, so that cells have the sheet's own names.
        """
        title = self._line_above() if title is None else title
        placed = []
        for cell in sorted(cells, key=lambda c: (c.row, c.column)):
            name = f"{sheet}!{column_letters(origin[1] + cell.column)}{origin[0] + cell.row + 1}"
            block = self.add(cell.text, "cell", page=cell.page, cell=name, generated=cell.generated, places=cell.places)
            placed.append(Cell(cell.row, cell.column, block.start, block.end, cell.rows, cell.columns))
        self.tables.append(Table(tuple(placed), title))

    def note(
        self, rule: str, detail: Text | str, block: int | None = None, page: int | None = None, stands_for: str = ""
    ) -> None:
        """Append something that the reader has to tell, at a block, a page or the file as a whole.

        A blank block shows what the file holds in its stead, such as a formula.
        """
        text = stands_for if block is None else self._parts[block] or stands_for
        cell = None if block is None else self.blocks[block].cell
        self.notes.append(Note(rule, detail, Span(self.file, text, page=page, block=block, cell=cell)))

    def _line_above(self) -> str:
        for block, text in zip(reversed(self.blocks), reversed(self._parts), strict=True):
            if block.kind not in ("paragraph", "heading") or len(text) > _TITLE_LENGTH or text[-1:] in "。；：:;":
                return ""
            if not text.lstrip("（(").startswith(("单位", "填报", "制表")):
                return text
        return ""

    def build(self, data: bytes, format: str, properties: dict[str, str] | None = None) -> Document:
        """Return the document; raises ReadError when it holds no words."""
        text = "\n".join(self._parts)
        if not text.strip():
            raise ReadError("plans.no-text", file=self.file)
        return Document(
            self.file,
            digest(data),
            format,
            text,
            tuple(self.blocks),
            tuple(self.tables),
            tuple(self.notes),
            properties=properties or {},
            prints=tuple(self.prints),
            recognised=tuple((self.file, page) for page in self.recognised),
        )


def _level(a: Box, b: Box) -> bool:
    """Say whether two characters stand on one line, be it level or upright."""
    beside = a.bottom < b.top and b.bottom < a.top
    above = a.left < b.right and b.left < a.right
    return a.page == b.page and (beside or above)


def assembly(path: Path) -> Assembly:
    """Return an empty assembly for a file, named as it was given."""
    return Assembly(path.as_posix())


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def column_letters(index: int) -> str:
    """Return a column's letters as spreadsheets have them: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
