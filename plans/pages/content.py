"""What stands on a page of a PDF: characters with their boxes, ruled lines, and how much of it is pictures."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

_MOST_SEGMENTS = 200_000
_STRAIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Char:
    """A character and its box, in points from the lower left of the page as it is read."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """Height of its line, about the size of the font."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Edge:
    """A ruled line: ``at`` is its height (or, upright, its distance from the left), between ``low`` and ``high``."""

    upright: bool
    at: float
    low: float
    high: float


@dataclass(frozen=True)
class Page:
    """One page. ``pictures`` is the share of it that pictures cover, ``unknown`` the share of unreadable characters."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    edges: tuple[Edge, ...]
    pictures: float
    unknown: float


def read_page(document: Any, number: int) -> Page:
    """Return the page with this number (from 1), turned so that most of its text runs from left to right."""
    page = document[number - 1]
    textpage = page.get_textpage()
    try:
        width, height = page.get_size() if page.get_rotation() % 180 == 0 else reversed(page.get_size())
        turn, found, unknown = _chars(textpage)
        box = (width, height)
        chars = tuple(Char(text, *_turned(place, turn, box)) for text, place in found)
        edges = tuple(_edge(line, turn, box) for line in _lines(page))
        share = unknown / max(1, unknown + len(chars))
        if turn % 180:
            width, height = height, width
        return Page(number, width, height, chars, edges, _pictures(page, box), share)
    finally:
        textpage.close()
        page.close()


_Box = tuple[float, float, float, float]


def _chars(textpage: Any) -> tuple[int, list[tuple[str, _Box]], int]:
    """Return the page's main direction in degrees, its visible characters, and the number that have no meaning."""
    found: list[tuple[str, _Box]] = []
    turns: Counter[int] = Counter()
    unknown = 0
    pending = 0
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if 0xD800 <= code < 0xDC00:
            pending = code
            continue
        if pending and 0xDC00 <= code < 0xE000:
            code = 0x10000 + (pending - 0xD800) * 0x400 + code - 0xDC00
        pending = 0
        if code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or 0xE000 <= code <= 0xF8FF:
            unknown += 1
            continue
        text = chr(code)
        if text.isspace() or not text.isprintable() or raw.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        # PDFium counts angles clockwise.
        turns[round(-math.degrees(raw.FPDFText_GetCharAngle(textpage, index)) / 90) * 90 % 360] += 1
        found.append((text, textpage.get_charbox(index, loose=True)))
    return (turns.most_common(1)[0][0] if turns else 0), found, unknown


def _turned(box: _Box, turn: int, size: tuple[float, float]) -> _Box:
    """Return a box on the page turned so that text at an angle of ``turn`` degrees runs from left to right."""
    left, bottom, right, top = box
    width, height = size
    if turn == 90:
        return bottom, width - right, top, width - left
    if turn == 180:
        return width - right, height - top, width - left, height - bottom
    if turn == 270:
        return height - top, left, height - bottom, right
    return box


def _edge(line: _Box, turn: int, size: tuple[float, float]) -> Edge:
    left, bottom, right, top = _turned(line, turn, size)
    if right - left >= top - bottom:
        return Edge(False, (bottom + top) / 2, left, right)
    return Edge(True, (left + right) / 2, bottom, top)


def _lines(page: Any) -> Iterator[_Box]:
    """Yield the straight level or upright lines drawn on a page, sides of rectangles included."""
    count = 0
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,), max_depth=1):
        matrix = item.get_matrix()
        start = last = None
        for index in range(raw.FPDFPath_CountSegments(item)):
            count += 1
            if count > _MOST_SEGMENTS:
                return
            segment = raw.FPDFPath_GetPathSegment(item, index)
            x, y = ctypes.c_float(), ctypes.c_float()
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.on_point(x.value, y.value)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == raw.FPDF_SEGMENT_LINETO and last is not None:
                yield from _straight(last, point)
            last = point
            if raw.FPDFPathSegment_GetClose(segment) and start is not None:
                yield from _straight(point, start)


def _straight(a: tuple[float, float], b: tuple[float, float]) -> Iterator[_Box]:
    across, up = abs(a[0] - b[0]), abs(a[1] - b[1])
    if min(across, up) <= _STRAIGHT < max(across, up):
        yield min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])


def _pictures(page: Any, size: tuple[float, float]) -> float:
    covered = 0.0
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=1):
        try:
            left, bottom, right, top = item.get_bounds()
        except pdfium.PdfiumError:
            continue
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return covered / max(1.0, size[0] * size[1])
