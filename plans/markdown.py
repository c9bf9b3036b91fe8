"""Markdown (.md): the text exactly as the file has it, with its headings and tables.

Offsets are those of the decoded file, as in plain text; blocks leave out the marks of headings, lists and quotations,
and cells the emphasis around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, field

from engine.document import Block, Cell, Document, Table
from engine.patterns import lazy
from plans.assembly import column_letters
from plans.text import READER as TEXT

_SUFFIXES = (".md", ".markdown")
_LINE = lazy(r"[^\r\n]+")
_MARK = lazy(r"[ \t\ufeff]*(?:>[ \t]?)*(?:(?P<heading>#{1,6})[ \t]+|[-*+][ \t]+)?")
_CLOSING = lazy(r"[ \t]+#+[ \t]*$")
_RULE = lazy(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_BAR = lazy(r"(?<!\\)\|")
_PADDING = " \t*_\u3000\u00a0"
_TITLE_LENGTH = 60


class _Page(Struct):
    """What has been found so far."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)

    def line(self, start: int, end: int) -> None:
        """Take in a line that is of no table."""
        mark = _MARK.match(self.text, start, end)
        assert mark is not None
        level = len(mark["heading"]) if mark["heading"] else None
        if level:
            closing = _CLOSING.search(self.text[mark.end() : end])
            end = mark.end() + closing.start() if closing else end
        start, end = _without(self.text, mark.end(), end, _PADDING if level else " \t\u3000\u00a0\ufeff")
        if start < end:
            self.blocks.append(Block(start, end, "heading" if level else "paragraph", level))

    def table(self, lines: list[tuple[int, int]]) -> None:
        """Take in the lines of a table; the second, which rules off its head, holds no words."""
        title = self._title()
        sheet = f"T{len(self.tables) + 1}"
        cells = []
        rows = [list(_fields(self.text, *line)) for index, line in enumerate(lines) if index != 1]
        for row, found in enumerate(rows):
            for column, (start, end) in enumerate(found[: len(rows[0])]):
                cells.append(Cell(row, column, start, end))
                self.blocks.append(Block(start, end, "cell", cell=f"{sheet}!{column_letters(column)}{row + 1}"))
        self.tables.append(Table(tuple(cells), title))

    def _title(self) -> str:
        block = self.blocks[-1] if self.blocks else None
        if block is None or block.kind == "cell" or block.end - block.start > _TITLE_LENGTH:
            return ""
        words = self.text[block.start : block.end].strip("*_ ")
        return "" if words[-1:] in ("。", "；", "：", ":", ";") else words


class MarkdownReader:
    """Reads Markdown, which its name alone tells from plain text."""

    formats = ("md",)
    isolated = False
    generic = True

    def sniff(self, head: bytes, name: str) -> bool:
        """Take text that is named as Markdown."""
        return name.lower().endswith(_SUFFIXES) and TEXT.sniff(head, name)

    def read(self, path: Path, data: bytes) -> Document:
        """Return the text with headings and tables; raises ReadError for bytes that are no text."""
        from msgspec.structs import replace

        plain = TEXT.read(path, data)
        page = _Page(plain.text)
        lines = [match.span() for match in _LINE.finditer(plain.text)]
        at = 0
        while at < len(lines):
            length = _table_length(plain.text, lines, at)
            if length:
                page.table(lines[at : at + length])
            else:
                page.line(*lines[at])
            at += length or 1
        return replace(plain, format="md", blocks=tuple(page.blocks) or plain.blocks, tables=tuple(page.tables))


def _table_length(text: str, lines: list[tuple[int, int]], at: int) -> int:
    """Return how many lines the table that begins at a line has, 0 when none begins there."""
    if at + 1 >= len(lines) or "|" not in text[slice(*lines[at])]:
        return 0
    rule = text[slice(*lines[at + 1])].strip()
    if not _RULE.fullmatch(rule) or len(list(_fields(text, *lines[at]))) != len(list(_fields(text, *lines[at + 1]))):
        return 0
    end = at + 2
    while end < len(lines) and "|" in text[slice(*lines[end])] and _adjoin(text, lines[end - 1][1], lines[end][0]):
        end += 1
    return end - at


def _adjoin(text: str, end: int, start: int) -> bool:
    return text[end:start] in ("\n", "\r\n", "\r")


def _fields(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a line stand, without the blanks and the emphasis around them."""
    start, end = _without(text, start, end, " \t")
    if text[start : start + 1] == "|":
        start += 1
    if text[end - 1 : end] == "|" and text[end - 2 : end - 1] != "\\":
        end -= 1
    for bar in _BAR.finditer(text, start, end):
        yield _without(text, start, bar.start(), _PADDING)
        start = bar.end()
    yield _without(text, start, end, _PADDING)


def _without(text: str, start: int, end: int, padding: str) -> tuple[int, int]:
    words = text[start:end]
    left = len(words) - len(words.lstrip(padding))
    return start + left, start + left + len(words.strip(padding))


READER = MarkdownReader()
