"""PDF files with text: paragraphs with their page, tables between ruled lines, no running heads or page numbers.

A page that is a picture, or whose characters have no meaning, is told (``unreadable``); nothing is recognised from
pictures. Needs pypdfium2.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.document import Document
from engine.errors import ReadError
from engine.wording import phrase

if TYPE_CHECKING:
    from plans.assembly import Assembly, GridCell
    from plans.pages.content import Page
    from plans.pages.lines import Measure, Row
    from plans.pages.ruled import Ruled

_FEWEST_CHARS = 10
_PICTURE = 0.5
_UNKNOWN = 0.1
_SAME_EDGE = 6.0


class PdfReader:
    """Reads PDF files that hold text; blocks carry their page from 1."""

    formats = ("pdf",)
    isolated = True
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know a PDF by its first bytes."""
        return head[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"%PDF-")

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError when it is damaged, needs a password or holds no text at all."""
        from plans.assembly import assembly
        from plans.pages.content import read_page

        source = _opened(path.as_posix(), data)
        try:
            pages = [read_page(source, number) for number in range(1, len(source) + 1)]
        finally:
            source.close()
        made = assembly(path)
        _Setting(made).write(pages)
        for page in pages:
            reason = _unread(page)
            if reason:
                made.note("unreadable", phrase(f"plans.{reason}", page=page.number), page=page.number)
        return made.build(data, "pdf", {"pages": str(len(pages))})


def _opened(file: str, data: bytes) -> Any:
    import pypdfium2 as pdfium  # type: ignore[import-untyped]
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise ReadError("plans.encrypted" if locked else "plans.damaged", file=file) from None


def _unread(page: Page) -> str:
    if page.unknown > _UNKNOWN:
        return "page-garbled"
    return "page-without-text" if len(page.chars) < _FEWEST_CHARS and page.pictures > _PICTURE else ""


class _Setting:
    """Writes pages into an assembly; a paragraph or a table may go on from one page to the next."""

    def __init__(self, made: Assembly) -> None:
        self.made = made
        self.held: tuple[Row, int] | None = None
        self.table: tuple[Ruled, list[GridCell], int] | None = None
        self.tables = 0

    def write(self, pages: list[Page]) -> None:
        from plans.pages.lines import measure, rows, without_running_heads
        from plans.pages.ruled import ruled_tables

        found = {page.number: ruled_tables(page.edges, page.chars) for page in pages}
        lines = []
        for page in pages:
            free = [char for char in page.chars if not any(table.holds(char) for table in found[page.number])]
            lines.append((page, rows(free)))
        kept = without_running_heads(lines)
        width = min((page.width for page in pages), default=0.0)
        area = measure([row for _, page_rows in kept for row in page_rows], width)
        for page, page_rows in kept:
            self._page(page.number, page_rows, found[page.number], area)
        self._end_paragraph()
        self._end_table()

    def _page(self, number: int, lines: list[Row], tables: list[Ruled], area: Measure) -> None:
        pending = list(tables)
        for row in lines:
            while pending and pending[0].top > row.middle:
                self._take_table(pending.pop(0), number)
            self._take_row(row, number, area)
        for table in pending:
            self._take_table(table, number)

    def _take_row(self, row: Row, number: int, area: Measure) -> None:
        from plans.pages.lines import continues, joined

        self._end_table()
        if self.held is not None and continues(self.held[0], row, area):
            self.held = (joined(self.held[0], row), self.held[1])
            return
        self._end_paragraph()
        self.held = (row, number)

    def _take_table(self, table: Ruled, number: int) -> None:
        self._end_paragraph()
        if self.table is None or not _goes_on(self.table[0], table) or self.table[2] == number:
            self._end_table()
            self.table = (table, list(table.cells), number)
            return
        _, cells, _ = self.table
        height = max(cell.row + cell.rows for cell in cells)
        self.table = (table, cells + _below(cells, table.cells, height), number)

    def _end_paragraph(self) -> None:
        if self.held is not None:
            self.made.add(self.held[0].text, page=self.held[1])
        self.held = None

    def _end_table(self) -> None:
        if self.table is not None:
            self.tables += 1
            self.made.add_table(self.table[1], f"T{self.tables}", page=self.table[2])
        self.table = None


def _goes_on(before: Ruled, after: Ruled) -> bool:
    """Say whether a table has the columns of the one before it, so that it is its next page."""
    return len(before.xs) == len(after.xs) and all(
        abs(a - b) <= _SAME_EDGE for a, b in zip(before.xs, after.xs, strict=True)
    )


def _below(first: list[GridCell], more: tuple[GridCell, ...], height: int) -> list[GridCell]:
    """Return the cells of a table's next page, moved below the first ones; a head that is repeated is left out."""
    from dataclasses import replace

    def row_of(cells: list[GridCell] | tuple[GridCell, ...], row: int) -> list[tuple[int, str]]:
        return [(cell.column, cell.text) for cell in cells if cell.row == row]

    repeated = 0
    rows = max(cell.row + cell.rows for cell in more)
    while repeated < rows - 1 and row_of(more, repeated) and row_of(more, repeated) == row_of(first, repeated):
        repeated += 1
    return [replace(cell, row=cell.row - repeated + height) for cell in more if cell.row >= repeated]


READER = PdfReader()
