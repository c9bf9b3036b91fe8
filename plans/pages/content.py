"""What stands on a page of a PDF, as PDFium gives it."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pypdfium2.raw as raw  # type: ignore[import-untyped]

from plans.pages.page import Glyph, Page, Sheet, is_notable, straight

_MOST_SEGMENTS = 200_000

_Point = tuple[float, float]


def read_page(document: Any, number: int) -> Page:
    """Return the page with this number (from 1), turned so that most of its text runs from left to right."""
    try:
        page = document[number - 1]
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        return Page(number, 0.0, 0.0, (), (), damaged=True)
    try:
        width, height = page.get_size() if page.get_rotation() % 180 == 0 else reversed(page.get_size())
        glyphs, unknown = _glyphs(textpage)
        pictures, pictured = _pictures(page, width * height)
        sheet = Sheet(number, width, height, glyphs, straight(_strokes(page)), pictures, unknown, pictured)
        return sheet.upright()
    finally:
        textpage.close()
        page.close()


def _glyphs(textpage: Any) -> tuple[list[Glyph], int]:
    """Return the page's visible characters, and the number of those that have no meaning."""
    found: list[Glyph] = []
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
        turn = round(-math.degrees(raw.FPDFText_GetCharAngle(textpage, index)) / 90) * 90 % 360
        found.append(Glyph(text, textpage.get_charbox(index, loose=True), turn))
    return found, unknown


def _strokes(page: Any) -> Iterator[tuple[_Point, _Point]]:
    """Yield the strokes between two points drawn on a page, sides of rectangles included."""
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
                yield last, point
            last = point
            if raw.FPDFPathSegment_GetClose(segment) and start is not None:
                yield point, start


def _pictures(page: Any, area: float) -> tuple[float, bool]:
    """Return the share of a page of this area that pictures cover, and whether one may well hold words."""
    covered, pictured = 0.0, False
    for item in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=1):
        try:
            left, bottom, right, top = item.get_bounds()
        except pdfium.PdfiumError:
            continue
        wide, high = max(0.0, right - left), max(0.0, top - bottom)
        covered += wide * high
        pictured = pictured or is_notable(wide, high, area)
    return covered / max(1.0, area), pictured
