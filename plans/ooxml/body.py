"""The walk through a Word document: paragraphs, tables, boxes, notes, headers and footers, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml import etree
from msgspec import Struct, field

from engine.document import BlockKind
from engine.patterns import lazy
from engine.wording import Text, phrase
from plans.assembly import Assembly
from plans.ooxml.grid import grid
from plans.ooxml.inline import REVISIONS, Aside, Inline, Piece, chosen, placeholder
from plans.ooxml.names import W, child, local, switched_on, value
from plans.ooxml.numbering import Numbering
from plans.ooxml.styles import Styles

_LETTER = lazy(r"[^\W\d_]")
_THROUGH = frozenset(("customXml", "ins", "moveTo", "smartTag"))


class Line(Struct, frozen=True, dict=True):
    """A paragraph as read: its automatic number, its words, and what stands beside it."""

    number: str = ""
    pieces: tuple[Piece, ...] = ()
    heading: bool = False
    level: int | None = None
    asides: tuple[Aside, ...] = ()

    @cached_property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)

    def shown(self) -> tuple[str, int]:
        """Return the words with their number in front, and how many characters of them are the number."""
        words = self.text.strip()
        if not words:
            return self.number.strip(), len(self.number.strip())
        return self.number + words, len(self.number)


class Walk(Struct):
    """Writes a document's content into an assembly. ``notes`` are the foot- and endnotes by part and id.

    A list given as ``written`` takes every line with the offset at which it starts in the text.
    """

    assembly: Assembly
    styles: Styles
    numbering: Numbering
    notes: dict[str, dict[str, etree._Element]] = field(default_factory=dict)
    authors: set[str] = field(default_factory=set)
    first_revision: int | None = None
    remarks: list[tuple[Text, int]] = field(default_factory=list)
    written: list[tuple[int, Line]] | None = None
    pictures: list[int] = field(default_factory=list)
    struck: list[int] = field(default_factory=list)
    _tables: int = 0
    _margin: set[str] = field(default_factory=set)

    def blocks(self, container: etree._Element, kind: BlockKind | None = None) -> None:
        """Write the content of a body, box, note, header or footer; ``kind`` overrides that of its paragraphs."""
        for found in self._flow(container):
            if isinstance(found, Line):
                self._write(found, kind)
                self._asides(found.asides, kind)
            elif local(found) == "tbl":
                self._table(found)
            else:
                self.remarks.append((phrase("plans.imported"), len(self.assembly.blocks)))

    def _write(self, line: Line, kind: BlockKind | None) -> None:
        text, generated = line.shown()
        own: BlockKind = kind or ("heading" if line.heading else "paragraph")
        if not text or (own in ("header", "footer") and self._running(text)):
            return
        block = self.assembly.add(text, own, level=line.level if own == "heading" else None, generated=generated)
        self._note_written(block.start, [line])

    def _note_written(self, start: int, lines: list[Line]) -> None:
        """Keep where the lines of a block stand, each below the one before, if anybody asks."""
        if self.written is not None:
            for line in lines:
                self.written.append((start, line))
                start += len(line.shown()[0]) + 1

    def _running(self, text: str) -> bool:
        """Say whether a line of a header or footer is a bare page number or was there before."""
        seen = text in self._margin or _LETTER.search(text) is None
        self._margin.add(text)
        return seen

    def revised(self, element: etree._Element) -> None:
        """Note who left tracked changes in ``element``, and the first place where one stands."""
        for change in element.iter(*REVISIONS):
            self.authors.add((change.get(W + "author") or "").strip() or "—")
            if self.first_revision is None:
                self.first_revision = len(self.assembly.blocks)

    def settle(self) -> None:
        """Add the notes on tracked changes and on what was not read, each at the block it concerns."""
        last = len(self.assembly.blocks) - 1
        for detail, index in self.remarks if last >= 0 else ():
            self.assembly.note("unreadable", detail, min(index, last))
        if self.pictures and last >= 0:
            told = phrase("plans.pictures", count=len(self.pictures))
            self.assembly.note("hidden-content", told, min(self.pictures[0], last))
        if self.struck and last >= 0:
            told = phrase("plans.struck", count=len(self.struck))
            self.assembly.note("hidden-content", told, min(self.struck[0], last))
        if self.authors and last >= 0:
            where = min(self.first_revision or 0, last)
            self.assembly.note("unaccepted-revisions", "、".join(sorted(self.authors)), where)

    def _asides(self, asides: tuple[Aside, ...], kind: BlockKind | None) -> None:
        for aside in asides:
            self.blocks(aside.content, kind if aside.kind == "paragraph" else aside.kind)

    def _flow(self, container: etree._Element) -> Iterator[Line | etree._Element]:
        """Yield lines, tables and chunks; a paragraph whose end was deleted runs into the next one."""
        carried = Line()
        for element in content(container):
            if local(element) != "p":
                if carried.text or carried.asides:
                    yield carried
                    carried = Line()
                if local(element) == "tbl":
                    self.revised_properties(element)
                yield element
                continue
            line = self._line(element)
            if line is None:
                continue
            line = Line(
                line.number, carried.pieces + line.pieces, line.heading, line.level, carried.asides + line.asides
            )
            if _end_deleted(element):
                carried = line
                continue
            carried = Line()
            yield line
        if carried.text or carried.asides:
            yield carried

    def revised_properties(self, table: etree._Element) -> None:
        """Note tracked changes of whole rows and cells, which stand in no paragraph."""
        for properties in table.iter(W + "trPr", W + "tcPr"):
            self.revised(properties)

    def _line(self, paragraph: etree._Element) -> Line | None:
        properties = child(paragraph, "pPr")
        self.revised(paragraph)
        if self.styles.contents(properties):
            return None
        inline = Inline(self.styles, self.notes, properties)
        inline.walk(paragraph)
        self.pictures += [len(self.assembly.blocks)] * inline.pictures
        self.struck += [len(self.assembly.blocks)] * inline.struck
        for program in inline.embedded:
            self.remarks.append((phrase("plans.embedded", program=program), len(self.assembly.blocks)))
        blank = not any(piece.text.strip() for piece in inline.pieces)
        unseen = blank and self.styles.hidden(child(properties, "rPr"), properties)
        number = "" if unseen or _end_deleted(paragraph) else self.numbering.next(properties)
        heading, level = self.styles.heading(properties)
        return Line(number, tuple(inline.pieces), heading, level, tuple(inline.asides))

    def _table(self, table: etree._Element) -> None:
        self._tables += 1
        name = f"T{self._tables}"
        later: list[etree._Element] = []
        asides: list[Aside] = []
        lines: list[list[Line]] = []

        def words(cell: etree._Element) -> tuple[str, int]:
            said: list[Line] = []
            for found in self._flow(cell):
                if isinstance(found, Line):
                    asides.extend(found.asides)
                    said.append(found)
                elif local(found) == "tbl":
                    later.append(found)
            lines.append([line for line in said if line.shown()[0]])
            shown = [line.shown() for line in lines[-1]]
            return "\n".join(text for text, _ in shown), shown[0][1] if shown else 0

        cells = grid(table, words)
        if cells:
            # Both are in the order of the rows and, within a row, of the columns.
            first = len(self.assembly.blocks)
            self.assembly.add_table(cells, name, title=value(table, "tblPr", "tblCaption"))
            for block, said in zip(self.assembly.blocks[first:], lines, strict=True):
                self._note_written(block.start, said)
        self._asides(tuple(asides), None)
        for nested in later:
            self._table(nested)


def content(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs, tables and imported chunks of a container, through controls and accepted changes."""
    for element in container:
        name = local(element)
        if name in ("p", "tbl", "altChunk"):
            yield element
        elif name == "sdt":
            inner = child(element, "sdtContent")
            if inner is not None and not placeholder(element):
                yield from content(inner)
        elif name in _THROUGH:
            yield from content(element)
        elif name == "AlternateContent":
            branch = chosen(element)
            if branch is not None:
                yield from content(branch)


def _end_deleted(paragraph: etree._Element) -> bool:
    mark = child(paragraph, "pPr", "rPr")
    return any(switched_on(mark, name) is not None for name in ("del", "moveFrom"))
