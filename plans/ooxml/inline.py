"""The words of a paragraph as a reader sees them with all changes accepted."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree
from msgspec import Struct, field

from engine.document import BlockKind
from plans.note_marks import is_note_mark
from plans.ooxml.names import W, child, local, switched_on, value
from plans.ooxml.pictures import holds_picture
from plans.ooxml.styles import Styles

REVISIONS = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"))
"""Elements by which tracked changes of the words (not of their looks) are written."""

_LEFT_OUT = frozenset(
    (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "del",
        "moveFrom",
        "delText",
        "instrText",
        "delInstrText",
        "fldChar",
        "rt",
        "rubyPr",
        "softHyphen",
        "commentReference",
        "annotationRef",
        "footnoteRef",
        "endnoteRef",
        "pgNum",
        "lastRenderedPageBreak",
        "Fallback",
    )
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BOXES = frozenset(("drawing", "pict", "object"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNREAD = ("Excel", "Word", "ET.", "WPS")
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}

_SYMBOL_FONT = {0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0x2D: "-"}
_WINGDINGS = {0xA8: "□", 0x6F: "□", 0xFE: "☑", 0xFC: "✓", 0x6C: "●", 0x6E: "■", 0xD8: "➢"}


class Aside(Struct, frozen=True):
    """What stands beside a paragraph and becomes blocks of its own: a text box or a note."""

    kind: BlockKind
    content: etree._Element


class Piece(NamedTuple):
    """Some words of a paragraph and the element that holds them."""

    text: str
    element: etree._Element


class Inline(Struct):
    """Collects the words of one paragraph; asides are kept apart so that they do not run into its sentences."""

    styles: Styles
    notes: dict[str, dict[str, etree._Element]]
    properties: etree._Element | None = None
    pieces: list[Piece] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    embedded: list[str] = field(default_factory=list)
    pictures: int = 0
    struck: int = 0

    def walk(self, element: etree._Element) -> None:
        """Take in the children of ``element``."""
        for part in element:
            self._take(part, local(part))

    def _take(self, part: etree._Element, name: str) -> None:
        words = words_of(part, name)
        if words is not None:
            self.pieces.append(Piece(words, part))
        elif name in _BOXES:
            self._boxes(part)
        elif name in _NOTES:
            self._note(part, _NOTES[name])
        elif name == "AlternateContent":
            self._alternative(part)
        elif name == "r":
            self._run(part)
        elif name == "sdt":
            self._control(part)
        elif name and name not in _LEFT_OUT:
            self.walk(part)

    def _run(self, run: etree._Element) -> None:
        looks = child(run, "rPr")
        if self.styles.hidden(looks, self.properties):
            return
        words = "".join(text.text or "" for text in run.iter(W + "t"))
        if switched_on(looks, "strike") or switched_on(looks, "dstrike"):
            self.struck += bool(words.strip())
            return
        raised = value(looks, "vertAlign") == "superscript"
        if not (raised and is_note_mark(words, "".join(piece.text for piece in self.pieces[-1:]))):
            self.walk(run)

    def _control(self, part: etree._Element) -> None:
        content = child(part, "sdtContent")
        if content is not None and not placeholder(part):
            self.walk(content)

    def _alternative(self, part: etree._Element) -> None:
        choice = chosen(part)
        if choice is not None:
            self.walk(choice)

    def _boxes(self, part: etree._Element) -> None:
        self.pictures += holds_picture(part)
        for found in part.iter("{*}txbxContent", "{*}OLEObject"):
            if _within(found, part, ("txbxContent", "Fallback")):
                continue
            if local(found) == "txbxContent":
                self.asides.append(Aside("paragraph", found))
            elif found.get("ProgID", "").startswith(_UNREAD):
                self.embedded.append(found.get("ProgID", ""))

    def _note(self, reference: etree._Element, part: str) -> None:
        note = self.notes.get(part, {}).get(reference.get(W + "id", ""))
        if note is not None:
            self.asides.append(Aside("footnote", note))


def words_of(part: etree._Element, name: str) -> str | None:
    """Return the words that an element called ``name`` stands for by itself, None for one that holds others."""
    if name == "t":
        text = part.text or ""
        return text if part.get(_SPACE) == "preserve" else text.strip(" \t\r\n")
    return symbol(part) if name == "sym" else _SIGNS.get(name)


def _within(element: etree._Element, top: etree._Element, names: tuple[str, ...]) -> bool:
    for above in element.iterancestors():
        if above is top:
            return False
        if local(above) in names:
            return True
    return False


def chosen(part: etree._Element) -> etree._Element | None:
    """Return the branch of an AlternateContent that is read: the first choice, else the fallback."""
    branches = {local(branch): branch for branch in reversed(part)}
    return branches.get("Choice", branches.get("Fallback"))


def placeholder(control: etree._Element) -> bool:
    """Say whether a content control shows its prompt (单击此处输入文字), which nobody wrote."""
    return switched_on(control, "sdtPr", "showingPlcHdr") or False


def symbol(element: etree._Element) -> str:
    """Return the character of a ``w:sym``, whose code may be a place in the Symbol or Wingdings font."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return "\ufffd"
    font = (element.get(W + "font") or "").lower()
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    if font == "symbol" and place in _SYMBOL_FONT:
        return _SYMBOL_FONT[place]
    if font.startswith("wingdings"):
        return _WINGDINGS.get(place, "\ufffd")
    if 0xE000 <= code <= 0xF8FF:
        return chr(place) if font == "symbol" and 0x30 <= place <= 0x39 else "\ufffd"
    return chr(code) if 0x20 <= code < 0xD800 else "\ufffd"
