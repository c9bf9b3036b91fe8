"""Evidence as a reader sees it: the words, the words around them, and where they stand.

Offsets come from the spans that the engine made. For binary formats, whose spans give page, block or cell instead, the
offsets are taken back from the commitments and table cells that carry the same span; only a quote that is neither is
looked up within its own block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import cached_property, reduce

from msgspec import Struct

from engine.commitment import Commitment, Extraction, Item
from engine.document import Document, Span
from engine.facts.fact import Evidence, Role
from engine.patterns import lazy
from engine.wording import say
from reports.parts.printing import one_line, visible

_AROUND = 36  # characters of context on either side, at most
INNER_QUOTES = str.maketrans("“”", "‘’")  # the place puts the title itself in quotation marks
_AROUND_NUMBER = " .．、，,;；:：()（）[]【】"
_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".csv", ".ods")
_CELL_IN_TEXT = lazy(r"T(\d+)!([A-Z]{1,3})(\d+)")  # how the readers of texts name the cells of their tables
_STOP = lazy(r"[。；！？\n\t]")


class Place(Struct, frozen=True):
    """Where words stand. ``line``, ``page`` and ``block`` count from 1; what a format does not have is None."""

    file: str
    item_number: str = ""
    item_title: str = ""
    line: int | None = None
    page: int | None = None
    block: int | None = None
    cell: str | None = None

    def words(self, lang: str) -> str:
        """Return the place in words: item first, as people look for it, then line, page or cell."""
        parts = []
        if self.item_title or self.item_number:
            key = "report.at-item" if self.item_number else "report.at-item-bare"
            title = one_line(self.item_title).translate(INNER_QUOTES)
            parts.append(say(key, lang, number=one_line(self.item_number), title=title))
        if self.page is not None:
            parts.append(say("report.at-page", lang, n=self.page))
        if self.cell is not None:
            parts.append(self._cell_words(lang))
        elif self.line is not None:
            parts.append(say("report.at-line", lang, n=self.line))
        elif self.block is not None:
            parts.append(say("report.at-block", lang, n=self.block))
        return say("report.comma", lang).join(parts)

    def _cell_words(self, lang: str) -> str:
        """Return a cell as people find it: by its name in a workbook, by table, row and column in a text."""
        cell = one_line(self.cell or "")
        found = None if self.file.lower().endswith(_WORKBOOKS) else _CELL_IN_TEXT.fullmatch(cell)
        if not found:
            return say("report.at-cell", lang, cell=cell)
        column = reduce(lambda number, letter: number * 26 + ord(letter) - 64, found[2], 0)
        return say("report.at-table-cell", lang, table=int(found[1]), row=int(found[3]), column=column)


class Quote(Struct, frozen=True):
    """Words that show something, in context. ``start``/``end`` are offsets into their plan's text, None elsewhere."""

    role: Role
    text: str
    place: Place
    before: str = ""
    after: str = ""
    start: int | None = None
    end: int | None = None


class Locator(Struct, frozen=True, dict=True):
    """Finds spans of one document again: offsets, context, item and line."""

    extraction: Extraction

    @property
    def _document(self) -> Document:
        return self.extraction.document

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self._document.text))]

    @cached_property
    def _own(self) -> Mapping[int, tuple[int, int]]:
        """Where each commitment's own span stands: 2个 that a paragraph has twice is the same span by its words alone."""
        return {id(c.span): (c.start, c.end) for c in self.extraction.commitments}

    @cached_property
    def _known(self) -> Mapping[Span, tuple[int, int]]:
        document = self._document
        known = {c.span: (c.start, c.end) for c in reversed(self.extraction.commitments)}
        if not document.in_file:
            for cell in (c for table in document.tables for c in table.cells):
                known.setdefault(document.span(cell.start, cell.end), (cell.start, cell.end))
        return known

    @cached_property
    def commitments_at(self) -> Mapping[Span, Commitment]:
        """Return the commitments by their span."""
        return {c.span: c for c in reversed(self.extraction.commitments)}

    def offsets(self, span: Span) -> tuple[int, int] | None:
        """Return where ``span`` stands in the document's text, or None when it is not of it or cannot be told."""
        part = self._document.part_of(span.file)
        if part is None:
            return None
        if span.start is not None and span.end is not None and part.in_file:
            return self._without_blanks(span.start + part.start, span.end + part.start)
        found = self._own.get(id(span)) or self._known.get(span) or self._in_block(span)
        return found and self._without_blanks(*found)

    def _without_blanks(self, start: int, end: int) -> tuple[int, int] | None:
        words = self._document.text[start:end]
        if not words.strip():
            return None
        return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())

    def _in_block(self, span: Span) -> tuple[int, int] | None:
        """Look a quote up within its own block; a quote that stands there twice has no certain place."""
        blocks = self._document.blocks
        part = self._document.part_of(span.file)
        index = -1 if span.block is None or part is None else span.block + part.block
        if not 0 <= index < len(blocks) or not span.text:
            return None
        block = blocks[index]
        words = self._document.text[block.start : block.end]
        if words.count(span.text) != 1:
            return None
        start = block.start + words.index(span.text)
        return start, start + len(span.text)

    def item_at(self, start: int) -> Item | None:
        """Return the innermost item that holds ``start``."""
        holding = [i for i in self.extraction.items if i.start <= start < i.end]
        return max(holding, key=lambda i: (i.start, -i.end), default=None)

    def place(self, span: Span, offsets: tuple[int, int] | None) -> Place:
        """Return where ``span`` stands, in the terms of its file."""
        block = None if span.block is None else span.block + 1
        if offsets is None:
            return Place(span.file, page=span.page, block=block, cell=span.cell)
        item = self.item_at(offsets[0])
        part = self._document.part_at(offsets[0])
        line = None
        if part.in_file:
            line = bisect_right(self._line_starts, offsets[0]) - bisect_right(self._line_starts, part.start) + 1
        number, title = ((item.number or item.id).strip(_AROUND_NUMBER), item.title) if item else ("", "")
        return Place(span.file, number, title, line, span.page, block, span.cell)

    def context(self, start: int, end: int) -> tuple[str, str]:
        """Return the words before and after ``start``–``end`` of the same sentence, cut short with an ellipsis."""
        text = self._document.text
        left = text[max(0, start - _AROUND) : start]
        right = text[end : end + _AROUND]
        stops = [m.end() for m in _STOP.finditer(left)]
        before = left[stops[-1] :] if stops else ("…" if start > _AROUND else "") + left
        stop = _STOP.search(right)
        after = right[: stop.end()] if stop else right + ("…" if end + _AROUND < len(text) else "")
        return visible(before).lstrip(), visible(after).rstrip()

    def quote(self, evidence: Evidence) -> Quote:
        """Return the words of a piece of evidence with their context and place."""
        offsets = self.offsets(evidence.span)
        place = self.place(evidence.span, offsets)
        text = visible(evidence.span.text)
        if offsets is None:
            return Quote(evidence.role, text, place)
        return Quote(evidence.role, text, place, *self.context(*offsets), *offsets)


def bare_quote(evidence: Evidence) -> Quote:
    """Return the words of evidence from a file whose text is not at hand, such as a standard's."""
    span = evidence.span
    block = None if span.block is None else span.block + 1
    return Quote(evidence.role, visible(span.text), Place(span.file, page=span.page, block=block, cell=span.cell))
