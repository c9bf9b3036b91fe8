"""From pages to a document: paragraphs, and tables between ruled lines, without running heads or page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from engine.tables.words import HEAD, bare
from engine.wording import phrase
from plans.assembly import Assembly, GridCell
from plans.pages.aligned import aligned_tables
from plans.pages.lines import Measure, Row, continues, joined, measure, rows, without_running_heads
from plans.pages.page import Page
from plans.pages.ruled import Ruled, ruled_tables

MAX_PAGES = 2000
"""Most pages that are read; a plan has some dozens."""

_SAME_EDGE = 6.0
_FEWEST_CHARS = 10
_PICTURE = 0.5
_UNKNOWN = 0.1


class Setting:
    """Writes pages into an assembly; a paragraph or a table may go on from one page to the next."""

    def __init__(self, made: Assembly) -> None:
        self.made = made
        self.held: list[Row] = []
        self.held_on = 0
        self.table: tuple[Ruled, list[GridCell], int] | None = None
        self.tables = 0

    def write(self, pages: Sequence[Page]) -> None:
        """Take in all pages, in order."""
        found = _of_tables([(page.number, ruled_tables(page.edges, page.chars)) for page in pages])
        lines: list[tuple[Page, list[Row]]] = []
        for page in pages:
            free = [char for char in page.chars if not any(table.holds(char) for table in found[page.number])]
            lines.append((page, rows(free)))
        kept = without_running_heads(lines)
        width = min((page.width for page in pages if not page.damaged), default=0.0)
        area = measure([row for _, page_rows in kept for row in page_rows], width)
        before: Ruled | None = None
        for page, page_rows in kept:
            aligned = aligned_tables(page_rows, before)
            lines_left = [row for row in page_rows if not any(_within(row, table) for table in aligned)]
            tables = sorted((*found[page.number], *aligned), key=lambda table: -table.top)
            self._page(page.number, lines_left, tables, area)
            before = tables[-1] if tables else None
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
        self._end_table()
        if not (self.held and continues(self.held[-1], row, area)):
            self._end_paragraph()
            self.held_on = number
        self.held.append(row)

    def _take_table(self, table: Ruled, number: int) -> None:
        self._end_paragraph()
        if self.table is None or not _goes_on(self.table[0], table) or self.table[2] == number:
            self._end_table()
            self.table = (table, [replace(cell, page=number) for cell in table.cells], number)
            return
        _, cells, _ = self.table
        height = max(cell.row + cell.rows for cell in cells)
        below = _below(cells, table.cells, height)
        self.table = (table, cells + [replace(cell, page=number) for cell in below], number)

    def _end_paragraph(self) -> None:
        if self.held:
            whole = joined(self.held)
            # Only a blank: a tab would promise that no cell of the line is missing.
            self.made.add(whole.text.replace("\t", "\u3000"), page=self.held_on, places=whole.places())
        self.held = []

    def _end_table(self) -> None:
        if self.table is not None:
            self.tables += 1
            self.made.add_table(self.table[1], f"T{self.tables}")
        self.table = None


def _of_tables(pages: Sequence[tuple[int, list[Ruled]]]) -> dict[int, list[Ruled]]:
    """Return the tables of each page, of single rows only those that the table of the page before or behind goes on with.

    A head may be left at the foot of its page, and a total stand alone on the next one.
    """
    kept: dict[int, list[Ruled]] = {}
    for index, (number, tables) in enumerate(pages):
        before = pages[index - 1][1][-1:] if index else []
        behind = pages[index + 1][1][:1] if index + 1 < len(pages) else []
        kept[number] = [
            table
            for table in tables
            if not table.lone
            or (table is tables[-1] and any(not other.lone and _goes_on(table, other) for other in behind))
            or (table is tables[0] and any(not other.lone and _goes_on(other, table) for other in before))
        ]
    return kept


def _within(row: Row, table: Ruled) -> bool:
    return table.ys[-1] <= row.middle <= table.ys[0]


def _goes_on(before: Ruled, after: Ruled) -> bool:
    """Say whether a table has the columns of the one before it, so that it is its next page."""
    if before.exact != after.exact or _names_anew(before, after):
        return False
    if not before.exact:
        return len(before.xs) == len(after.xs)
    return len(before.xs) == len(after.xs) and all(
        abs(a - b) <= _SAME_EDGE for a, b in zip(before.xs, after.xs, strict=True)
    )


def _names_anew(before: Ruled, after: Ruled) -> bool:
    """Whether a table begins with a head of its own, other than that of the one before it."""
    heads = [[cell.text for cell in table.cells if cell.row == 0] for table in (before, after)]
    known = sum(HEAD.fullmatch(bare(words)) is not None for words in heads[1])
    return heads[0] != heads[1] and known > 1


def _below(first: list[GridCell], more: tuple[GridCell, ...], height: int) -> list[GridCell]:
    """Return the cells of a table's next page, moved below the first ones; a head that is repeated is left out."""

    def row_of(cells: list[GridCell] | tuple[GridCell, ...], row: int) -> list[tuple[int, str]]:
        return [(cell.column, cell.text) for cell in cells if cell.row == row]

    repeated = 0
    rows = max(cell.row + cell.rows for cell in more)
    while repeated < rows - 1 and row_of(more, repeated) and row_of(more, repeated) == row_of(first, repeated):
        repeated += 1
    return [replace(cell, row=cell.row - repeated + height) for cell in more if cell.row >= repeated]


def note_unread(made: Assembly, pages: Sequence[Page], without_text: str = "page-without-text") -> None:
    """Tell of every page that is damaged or a picture, or whose characters have no meaning (``unreadable``).

    ``without_text`` names the words for a page that is a picture.
    """
    for page in pages:
        reason = ""
        if page.damaged:
            reason = "page-damaged"
        elif page.unknown > _UNKNOWN:
            reason = "page-garbled"
        elif is_picture(page):
            reason = without_text
        if reason:
            made.note("unreadable", phrase(f"plans.{reason}", page=page.number), page=page.number)
    pictured = [page.number for page in pages if page.pictured and not is_picture(page)]
    if pictured:
        made.note("hidden-content", phrase("plans.page-pictures", pages="、".join(map(str, pictured))))
    made.recognised = [page.number for page in pages if page.recognised and page.chars]
    if made.recognised:
        made.note("recognised-text", phrase("plans.recognised", pages="、".join(map(str, made.recognised))))


def is_picture(page: Page) -> bool:
    """Say whether a page is a picture with next to no text."""
    return not page.damaged and len(page.chars) < _FEWEST_CHARS and page.pictures > _PICTURE
