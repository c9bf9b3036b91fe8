"""Where a comment can hang in a Word document: from offsets in the text back to the elements that hold the words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from lxml import etree
from msgspec import Struct

from plans.ooxml.body import Line
from plans.ooxml.names import W, child, local

_THROUGH = frozenset(
    ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdt", "sdtContent")
)
_FILLED_IN = ("text", "dropDownList", "comboBox", "date", "dataBinding")
_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}


class Spot(Struct, frozen=True):
    """Words of the text from ``start`` to ``end``, held by ``element`` after ``skipped`` of its characters."""

    start: int
    end: int
    element: etree._Element
    skipped: int


class Edge(Struct, frozen=True):
    """A place between two characters: after ``count`` characters of ``element``, ``at`` in the text."""

    at: int
    element: etree._Element
    count: int


class Words(Struct, frozen=True):
    """Words that a comment can hang on exactly."""

    first: Edge
    last: Edge


class Anchors:
    """Finds the place of a comment in the part whose root is ``root``, from the lines read with their offsets."""

    def __init__(self, root: etree._Element, lines: Sequence[tuple[int, Line]]) -> None:
        self._root = root
        self._spots = [spot for start, line in lines for spot in _spots(start, line)]
        self._ends = [spot.end for spot in self._spots]
        self._references: dict[tuple[str, str], etree._Element] = {}
        for name in _NOTES.values():
            for found in root.iter(W + name):
                self._references.setdefault((name, found.get(W + "id", "")), found)

    def place(self, start: int, end: int) -> Words | etree._Element | None:
        """Return the words from ``start`` to ``end``, else the paragraph beside which they stand, else None.

        Words that run on into another cell are those in the first cell.
        """
        touched = self._touched(start, end)
        if not touched:
            return self._beside(start)
        inside = [spot for spot in touched if self._bears_comments(spot.element)]
        if not inside:
            return self._host(touched[0].element)
        story = _story(inside[0].element)
        inside = [spot for spot in inside if _story(spot.element) is story]
        first, last = inside[0], inside[-1]
        a, b = max(start, first.start), min(end, last.end)
        return Words(
            Edge(a, first.element, first.skipped + a - first.start),
            Edge(b, last.element, last.skipped + b - last.start),
        )

    def _touched(self, start: int, end: int) -> list[Spot]:
        first = last = bisect_right(self._ends, start)
        while last < len(self._spots) and self._spots[last].start < end:
            last += 1
        return self._spots[first:last]

    def _bears_comments(self, element: etree._Element) -> bool:
        above = list(element.iterancestors())
        return above[-1] is self._root and not any(local(node) == "txbxContent" for node in above)

    def _beside(self, start: int) -> etree._Element | None:
        """Return the paragraph of the next words, for an automatic number that the file does not hold."""
        at = min(bisect_right(self._ends, start), len(self._spots) - 1)
        return self._host(self._spots[at].element) if self._spots else None

    def _host(self, element: etree._Element) -> etree._Element | None:
        """Return the paragraph of the body that a text box or a note belongs to; headers belong to none."""
        node: etree._Element | None = element
        while node is not None:
            above = list(node.iterancestors())
            box = next((each for each in reversed(above) if local(each) == "txbxContent"), None)
            if above[-1] is self._root:
                return paragraph_of(box if box is not None else node)
            note = next((each for each in above if local(each) in _NOTES), None)
            node = self._references.get((_NOTES[local(note)], note.get(W + "id", ""))) if note is not None else None
        return None


def _spots(start: int, line: Line) -> list[Spot]:
    """Return where the words of a line stand, which is shown after its number and without blanks around it."""
    lead = len(line.text) - len(line.text.lstrip())
    begin = start + line.shown()[1]
    length = len(line.text.strip())
    found, at = [], -lead
    for piece in line.pieces:
        a, b = max(at, 0), min(at + len(piece.text), length)
        if a < b:
            found.append(Spot(begin + a, begin + b, piece.element, a - at))
        at += len(piece.text)
    return found


def _story(element: etree._Element) -> etree._Element | None:
    return next((node for node in element.iterancestors() if local(node) in ("tc", "body")), None)


def paragraph_of(element: etree._Element) -> etree._Element | None:
    """Return the innermost paragraph around an element."""
    return next((node for node in element.iterancestors(W + "p")), None)


def unit_of(element: etree._Element) -> etree._Element:
    """Return the outermost element of its paragraph, seen through accepted changes and links, that holds ``element``.

    Marks of a comment may stand before and after it. Fields to be filled in are not looked into.
    """
    path = [element]
    for node in element.iterancestors():
        if node.tag == W + "p":
            break
        path.append(node)
    for node in reversed(path):
        if local(node) not in _THROUGH or _is_filled_in(node):
            return node
    return element


def _is_filled_in(node: etree._Element) -> bool:
    return local(node) == "sdt" and any(child(node, "sdtPr", name) is not None for name in _FILLED_IN)
