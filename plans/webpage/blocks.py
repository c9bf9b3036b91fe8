"""Paragraphs and tables of a web page in reading order."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct, field

from engine.document import BlockKind
from engine.patterns import lazy
from engine.wording import phrase
from plans.assembly import Assembly, GridCell
from plans.note_marks import is_note_mark
from plans.ooxml.numerals import numeral
from plans.webpage.main_part import words

_BLOCKS = frozenset(
    (
        "p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl",
        "dt", "dd", "blockquote", "pre", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "form",
        "fieldset", "figure", "figcaption", "address", "center", "hr", "body", "html", "details", "summary",
    )
)  # fmt: skip
_STRUCK = frozenset(("s", "strike", "del"))
_HEADING = lazy(r"h[1-6]")
_HAN = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_BROKEN = lazy(rf"(?<=[{_HAN}])[ \t]*[\r\n]\s*(?=[{_HAN}])")
_BLANKS = lazy(r"[ \t\r\n\f]+")
_OFF_PAGE = lazy(
    r"(?:[【\[(（]?\s*(?:打印本页|打印|关闭窗口|关闭|返回顶部|返回列表|分享[到至]?|收藏|字体|字号|扫一扫.{0,20}|微信|微博|"
    r"QQ空间|上一[篇条].*|下一[篇条].*|(?:浏览|点击|阅读)(?:次数|量|数).{0,12}|您?当前的?位置.*|首页\s*[>＞»].*|"
    r"[大中小](?:\s+[大中小])+)\s*[】\])）]?\s*[:：|｜]?\s*)+"
)
_LONGEST_OFF_PAGE = 80
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_NUMBERED = lazy(r"[（(]?[\d一二三四五六七八九十①-⑳]+[）).、．]")
_MAX_SPAN = 1000
_LONGEST_CELL = 2000


class Writer(Struct):
    """Writes the content of an element into an assembly; a block ends at every block element and line break."""

    assembly: Assembly
    struck: list[int] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _pending: str = ""
    _tables: int = 0

    def write(self, element: etree._Element) -> None:
        """Take in an element and all in it."""
        self._children(element, "paragraph", None)
        self._end("paragraph", None)
        last = len(self.assembly.blocks) - 1
        if self.struck and last >= 0:
            told = phrase("plans.struck", count=len(self.struck))
            self.assembly.note("hidden-content", told, min(self.struck[0], last))

    def _children(self, element: etree._Element, kind: BlockKind, level: int | None) -> None:
        if element.text:
            self._parts.append(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, kind, level)
            if child.tail:
                self._parts.append(child.tail)

    def _child(self, child: etree._Element, kind: BlockKind, level: int | None) -> None:
        if child.tag == "br":
            self._end(kind, level)
        elif child.tag in _STRUCK:
            self.struck += [len(self.assembly.blocks)] if words(child).strip() else []
        elif child.tag == "sup" and is_note_mark(words(child), "".join(self._parts)):
            return
        elif child.tag not in _BLOCKS:
            self._children(child, kind, level)
        else:
            self._end(kind, level)
            self._block(child, kind, level)

    def _block(self, child: etree._Element, kind: BlockKind, level: int | None) -> None:
        if child.tag == "table" and is_data(child):
            self._table(child)
            return
        if _HEADING.fullmatch(str(child.tag)):
            kind, level = "heading", int(str(child.tag)[1])
        elif child.tag == "li":
            self._pending = _list_number(child)
        if child.tag == "pre":
            for line in words(child).splitlines():
                self._parts.append(line)
                self._end(kind, level)
            return
        self._children(child, kind, level)
        self._end(kind, level)

    def _end(self, kind: BlockKind, level: int | None) -> None:
        text = clean("".join(self._parts))
        self._parts.clear()
        if not text or (len(text) <= _LONGEST_OFF_PAGE and _OFF_PAGE.fullmatch(text)):
            return
        number = "" if _NUMBERED.match(text) else self._pending
        self._pending = ""
        self.assembly.add(number + text, kind, level=level, generated=len(number))

    def _table(self, table: etree._Element) -> None:
        caption = table.find("caption")
        title = clean(words(caption)) if caption is not None else None
        self._tables += 1
        for struck in list(table.iter(*_STRUCK)):
            self.struck += [len(self.assembly.blocks)] if words(struck).strip() else []
            tail = struck.tail
            struck.clear()
            struck.tail = tail
        cells = grid(table)
        if cells:
            self.assembly.add_table(cells, f"T{self._tables}", title=title)


def clean(text: str) -> str:
    """Return words as a browser sets them, but without the blank that a line break puts between two Han characters."""
    return _BLANKS.sub(" ", _BROKEN.sub("", text)).strip(" \u00a0\u3000\u200b\ufeff")


def is_data(table: etree._Element) -> bool:
    """Say whether a table holds figures and not the layout of a page."""
    if next((t for t in table.iter("table") if t is not table), None) is not None:
        return False
    rows = _rows(table)
    wide = max((sum(1 for _ in row.iterchildren("td", "th")) for row in rows), default=0)
    longest = max((len(words(cell)) for cell in table.iter("td", "th")), default=0)
    return len(rows) > 1 and wide > 1 and longest <= _LONGEST_CELL


def grid(table: etree._Element) -> list[GridCell]:
    """Return the cells of a table at their places; a cell that spans rows pushes those of later rows to the right."""
    rows = _rows(table)
    taken: dict[int, int] = {}
    cells: list[GridCell] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while taken.get(column, 0) > number:
                column += 1
            width = _span(cell, "colspan")
            height = min(_span(cell, "rowspan") or len(rows), len(rows) - number)
            width = max(width, 1)
            cells.append(GridCell(number, column, _cell_text(cell), height, width))
            for covered in range(column, column + width):
                taken[covered] = number + height
            column += width
    return cells


def _cell_text(cell: etree._Element) -> str:
    parts: list[str] = [cell.text or ""]
    for element in cell.iterdescendants():
        if element.tag == "sup" and len(element) == 0 and is_note_mark(element.text or "", "".join(parts)):
            parts.append(element.tail or "")
            continue
        breaks = element.tag == "br" or element.tag in _BLOCKS
        parts.append(("\x00" if breaks else "") + (element.text or ""))
        parts.append(("\x00" if breaks and element.tag != "br" else "") + (element.tail or ""))
    lines = (clean(line) for line in "".join(parts).split("\x00"))
    return "\n".join(line for line in lines if line)


def _rows(table: etree._Element) -> list[etree._Element]:
    return list(table.iter("tr"))


def _span(cell: etree._Element, name: str) -> int:
    text = (cell.get(name) or "").strip()
    return min(int(text), _MAX_SPAN) if text.isdecimal() else 1


def _list_number(item: etree._Element) -> str:
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or "none" in (parent.get("style") or "") + (item.get("style") or ""):
        return ""
    start = parent.get("start") or "1"
    first = int(start) if start.isdecimal() else 1
    place = sum(1 for _ in item.itersiblings("li", preceding=True))
    form = _LIST_FORMS.get(parent.get("type") or "1", "decimal")
    return f"{numeral(first + place, form)}. "
