"""What stands on the pages of an OFD file (GB/T 33190-2016): text objects with their places, and strokes of paths."""

from __future__ import annotations

import math
import posixpath
import unicodedata
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from engine.errors import ReadError
from engine.patterns import lazy
from plans.ooxml.container import Container
from plans.pages.page import Edges, Glyph, Sheet, is_notable, straight
from plans.pages.setting import MAX_PAGES

_POINTS = 72 / 25.4
_ASCENT, _DESCENT = 0.88, 0.12
_CLOSE = 1.3
_MOST_NUMBERS = 200_000
_MOST_GLYPHS = 2_000_000
_DEEPEST = 50
_PATH = lazy(r"[SMLQBAC]|[^\sSMLQBAC]+")
_ARGUMENTS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7}

_Point = tuple[float, float]


class _Matrix(Struct, frozen=True):
    """Maps the coordinates of an object to those of the page: ``CTM``, then the corner of its boundary; in mm."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def on(self, x: float, y: float) -> _Point:
        """Return where a point of the object stands on the page."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


class _Drawing:
    """Collects what the objects of one page draw; turns millimetres from the upper left into points from below."""

    def __init__(self, box: tuple[float, float, float, float]) -> None:
        self._left, self._top, self.wide, self.high = box
        self.glyphs: list[Glyph] = []
        self.strokes: list[tuple[_Point, _Point]] = []
        self.unknown = 0
        self.pictures = 0.0
        self.pictured = False

    def point(self, place: _Point) -> _Point:
        """Return a place in points from the lower left of the page."""
        return (place[0] - self._left) * _POINTS, (self._top + self.high - place[1]) * _POINTS

    def take(self, element: etree._Element, depth: int = 0) -> None:
        """Take in the objects of a layer or block."""
        if depth > _DEEPEST:
            return
        for item in element.iterchildren("{*}*"):
            if item.get("Visible") == "false":
                continue
            name = etree.QName(item).localname
            if name == "TextObject":
                self._text(item)
            elif name == "PathObject":
                self._path(item)
            elif name in ("ImageObject", "CompositeObject"):
                _, _, wide, high = _numbers(item.get("Boundary", ""), 4)
                self.pictures += abs(wide * high) / max(1.0, self.wide * self.high)
                area = self.wide * self.high * _POINTS**2
                self.pictured = self.pictured or is_notable(abs(wide) * _POINTS, abs(high) * _POINTS, area)
            else:
                self.take(item, depth + 1)

    def _text(self, item: etree._Element) -> None:
        matrix = _matrix(item)
        size = _number(item.get("Size", ""), 3.5)
        scale = _number(item.get("HScale", ""), 1.0)
        turn = round(math.degrees(math.atan2(-matrix.b, matrix.a)) / 90) * 90 % 360
        x = y = 0.0
        for code in item.iterchildren("{*}TextCode"):
            x, y = _number(code.get("X", ""), x), _number(code.get("Y", ""), y)
            words = code.text or ""
            right, down = (_deltas(code.get(name, ""), len(words)) for name in ("DeltaX", "DeltaY"))
            for index, char in enumerate(words):
                wide = size * scale * (1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5)
                step = right[index] if index < len(right) else 0.0 if index < len(down) else wide
                # What is set close together belongs together, however narrow the characters themselves are.
                if index < len(right) and 0 < abs(step) <= _CLOSE * size * scale:
                    wide = abs(step)
                self._glyph(char, matrix, (x, y), (wide, size), turn)
                x += step
                y += down[index] if index < len(down) else 0.0

    def _glyph(self, char: str, matrix: _Matrix, place: _Point, size: _Point, turn: int) -> None:
        if 0xE000 <= ord(char) <= 0xF8FF or char == "\ufffd":
            self.unknown += 1
        elif not char.isspace() and char.isprintable() and len(self.glyphs) < _MOST_GLYPHS:
            (x, y), (wide, high) = place, size
            a = self.point(matrix.on(x, y + _DESCENT * high))
            b = self.point(matrix.on(x + wide, y - _ASCENT * high))
            box: Edges = (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
            if all(map(math.isfinite, box)):
                self.glyphs.append(Glyph(char, box, turn))

    def _path(self, item: etree._Element) -> None:
        data = item.find("{*}AbbreviatedData")
        matrix = _matrix(item)
        if data is not None and len(self.strokes) < _MOST_NUMBERS:
            for a, b in _strokes(data.text or ""):
                self.strokes.append((self.point(matrix.on(*a)), self.point(matrix.on(*b))))


def read_pages(container: Container) -> Iterator[Sheet]:
    """Yield the pages of an OFD file's documents, numbered from 1; raises ReadError for a file that is none."""
    root = container.xml("OFD.xml")
    if root is None:
        raise ReadError("plans.damaged", file=container.file)
    number = 0
    for body in root.iterchildren("{*}DocBody"):
        place = _text(body, "DocRoot")
        document = container.xml(_path("", place)) if place else None
        if document is None:
            locked = any("encrypt" in name.lower() for name in container.names)
            raise ReadError("plans.encrypted" if locked else "plans.damaged", file=container.file)
        book = _Book(container, document, posixpath.dirname(_path("", place)))
        for page in book.pages():
            number += 1
            yield book.sheet(page, number)
    if not number:
        raise ReadError("plans.damaged", file=container.file)


class _Book:
    """One document of the file: where its pages and templates are."""

    def __init__(self, container: Container, root: etree._Element, folder: str) -> None:
        self._container = container
        self._root = root
        self._folder = folder
        self._box = _area(root.find("{*}CommonData/{*}PageArea")) or (0.0, 0.0, 210.0, 297.0)
        self._templates = {
            template.get("ID", ""): _path(folder, template.get("BaseLoc", ""))
            for template in root.iterfind("{*}CommonData/{*}TemplatePage")
        }

    def pages(self) -> list[str]:
        """Return the parts that hold the pages; raises ReadError for more pages than are read."""
        found = [_path(self._folder, page.get("BaseLoc", "")) for page in self._root.iterfind("{*}Pages/{*}Page")]
        if len(found) > MAX_PAGES:
            raise ReadError("plans.too-many-pages", file=self._container.file, pages=len(found), limit=MAX_PAGES)
        return found

    def sheet(self, part: str, number: int) -> Sheet:
        """Return a page with what its templates put on it."""
        page = self._container.xml(part)
        if page is None:
            raise ReadError("plans.damaged", file=self._container.file)
        drawing = _Drawing(_area(page.find("{*}Area")) or self._box)
        for use in page.iterchildren("{*}Template"):
            template = self._container.xml(self._templates.get(use.get("TemplateID", ""), ""))
            if template is not None:
                _take(drawing, template)
        _take(drawing, page)
        wide, high = drawing.wide * _POINTS, drawing.high * _POINTS
        strokes = straight(drawing.strokes)
        pictures = (drawing.pictures, drawing.unknown, drawing.pictured)
        return Sheet(number, wide, high, drawing.glyphs, strokes, *pictures)


def _take(drawing: _Drawing, page: etree._Element) -> None:
    for content in page.iterchildren("{*}Content"):
        drawing.take(content)


def _text(element: etree._Element, name: str) -> str:
    return (element.findtext(f"{{*}}{name}") or "").strip()


def _path(folder: str, place: str) -> str:
    return posixpath.normpath(place.lstrip("/") if place.startswith("/") else posixpath.join(folder, place))


def _area(element: etree._Element | None) -> tuple[float, float, float, float] | None:
    words = "" if element is None else _text(element, "PhysicalBox")
    box = _numbers(words, 4)
    return (box[0], box[1], box[2], box[3]) if box[2] > 0 and box[3] > 0 else None


def _matrix(item: etree._Element) -> _Matrix:
    left, top, _, _ = _numbers(item.get("Boundary", ""), 4)
    words = item.get("CTM", "")
    a, b, c, d, e, f = _numbers(words, 6) if words.strip() else [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]
    return _Matrix(a, b, c, d, e + left, f + top)


def _number(words: str, default: float) -> float:
    try:
        value = float(words)
    except ValueError:
        return default
    return value if math.isfinite(value) else default


def _numbers(words: str, count: int) -> list[float]:
    """Return ``count`` numbers, noughts for those that are not there."""
    found = [_number(word, 0.0) for word in words.split()[:count]]
    return found + [0.0] * (count - len(found))


def _deltas(words: str, most: int) -> list[float]:
    """Return steps between characters; ``g 3 1.5`` stands for three steps of 1.5."""
    found: list[float] = []
    tokens = iter(words.split())
    for token in tokens:
        if token != "g":
            found.append(_number(token, 0.0))
            continue
        count = next(tokens, "")
        step = _number(next(tokens, ""), 0.0)
        found.extend([step] * min(int(count) if count.isdecimal() else 0, most - len(found)))
        if len(found) >= most:
            break
    return found


def _strokes(words: str) -> Iterator[tuple[_Point, _Point]]:
    """Yield the straight strokes of a path; curves are passed over."""
    tokens = _PATH.findall(words)[:_MOST_NUMBERS]
    at = 0
    start = last = (0.0, 0.0)
    while at < len(tokens):
        order = tokens[at]
        count = _ARGUMENTS.get(order, 0)
        numbers = [_number(token, 0.0) for token in tokens[at + 1 : at + 1 + count]]
        at += 1 + count
        if order == "C":
            yield last, start
            last = start
        elif len(numbers) == count and count:
            point = (numbers[-2], numbers[-1])
            if order == "L":
                yield last, point
            elif order in "SM":
                start = point
            last = point
