"""What a reader of fixed pages hands on: characters with their boxes, ruled lines, and how much of it is pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from engine.document import Box
from plans.ooxml.pictures import is_large

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left of the page."""


class Char(Struct, frozen=True):
    """A character and its box, in points from the lower left of the page as it is read.

    ``place`` is where it is printed, on the page as the file defines it.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    place: Box

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        """Height of its line, about the size of the font."""
        return self.top - self.bottom


class Edge(Struct, frozen=True):
    """A ruled line: ``at`` is its height (or, upright, its distance from the left), between ``low`` and ``high``."""

    upright: bool
    at: float
    low: float
    high: float


class Page(Struct, frozen=True):
    """One page. ``pictures`` is the share of it that pictures cover, ``unknown`` the share of unreadable characters.

    ``pictured`` says that one of the pictures, beside the text and not behind all of it, may well hold words.
    ``damaged`` marks a page that could not be loaded, ``recognised`` one whose characters were recognised in a picture.
    """

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    edges: tuple[Edge, ...]
    pictures: float = 0.0
    unknown: float = 0.0
    damaged: bool = False
    recognised: bool = False
    pictured: bool = False


class Glyph(NamedTuple):
    """A character as the file sets it: its box, and the degrees (0, 90, 180, 270, against the clock) it is turned by."""

    text: str
    box: Edges
    turn: int


class Sheet(Struct, frozen=True):
    """A page as the file defines it, before it is turned to be read. ``lines`` are level or upright."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    lines: list[Edges]
    pictures: float = 0.0
    unknown: int = 0
    pictured: bool = False

    def upright(self) -> Page:
        """Return the page turned so that most of its text runs from left to right."""
        turns = Counter(glyph.turn for glyph in self.glyphs)
        turn = turns.most_common(1)[0][0] if turns else 0
        size = (self.width, self.height)
        chars = tuple(
            Char(glyph.text, *_turned(glyph.box, turn, size), Box(self.number, *glyph.box)) for glyph in self.glyphs
        )
        edges = tuple(_edge(_turned(line, turn, size)) for line in self.lines)
        width, height = (self.height, self.width) if turn % 180 else size
        unknown = self.unknown / max(1, self.unknown + len(chars))
        return Page(self.number, width, height, chars, edges, self.pictures, unknown, pictured=self.pictured)


def _turned(box: Edges, turn: int, size: tuple[float, float]) -> Edges:
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


def _edge(line: Edges) -> Edge:
    left, bottom, right, top = line
    if right - left >= top - bottom:
        return Edge(False, (bottom + top) / 2, left, right)
    return Edge(True, (left + right) / 2, bottom, top)


def straight(points: Iterable[tuple[tuple[float, float], tuple[float, float]]]) -> list[Edges]:
    """Return the strokes between two points that run level or upright."""
    found = []
    for a, b in points:
        across, up = abs(a[0] - b[0]), abs(a[1] - b[1])
        if min(across, up) <= _STRAIGHT < max(across, up):
            found.append((min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))
    return found


def is_notable(wide: float, high: float, area: float) -> bool:
    """Say whether a picture, in points, may well hold words of its own: large, and no scan with the text laid over it."""
    return is_large(wide / _CM, high / _CM) and wide * high < _WHOLE * area


_CM = 72 / 2.54  # points in a centimetre
_WHOLE = 0.8  # share of a page from which on a picture is the page itself
_STRAIGHT = 1.0  # points that a stroke may lean by
