"""Cells set so close that no blank parts them: they are parted where the cells of other lines begin, end or are centred.

A web page printed without any style sets its columns as wide as their widest cells, a point or two apart. Where one
stands, the cells of two other lines at least tell. Words are never parted by alignment alone: there is also more blank
than between the other characters of the piece, or a figure meets words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low

from msgspec.structs import replace

from engine.patterns import lazy
from plans.pages.lines import NOT_FIRST, NOT_LAST, is_wide
from plans.pages.page import Char
from plans.pages.pieces import Line, Piece

_LEAST_GAP = 0.1
_OVERLAP = -0.05
_NEAR = 0.1
_SUPPORT = 2
_SHARE = 3
_ENOUGH = 3
_LONGEST_NAME = 12
# 表一 改厕任务表: the title of a table is no row of it.
_TITLE = lazy(r"附?表[一二三四五六七八九十\d]")
_IN_FIGURES = frozenset("0123456789.,%％")


class _Places:
    """Where the pieces of each line begin and end and have their middle, and where nothing at all is printed."""

    def __init__(self, lines: Sequence[Line]) -> None:
        several = [line for line in lines if len(line) > 1]
        self._starts = [[piece.left for piece in line[1:]] for line in several]
        self._ends = [[piece.right for piece in line] for line in several]
        self._centres = [[(piece.left + piece.right) / 2 for piece in line] for line in several]
        self._chars = [char for line in lines for piece in line for char in piece.chars]
        self._rights = [line[-1].right for line in lines]

    def begins(self, at: float, near: float) -> bool:
        """Whether pieces of other lines begin there, behind others."""
        return _met(self._starts, at, near)

    def ends(self, at: float, near: float) -> bool:
        """Whether pieces of other lines end there."""
        return _met(self._ends, at, near)

    def centred(self, chars: Sequence[Char], near: float) -> bool:
        """Whether pieces of other lines have their middle where these characters have theirs."""
        return _met(self._centres, (chars[0].left + chars[-1].right) / 2, near)

    def blank(self, left: float, right: float) -> bool:
        """Whether a strip is blank from the first line to the last, with print on either side of it."""
        beside = sum(end > right for end in self._rights)
        return beside >= _ENOUGH and not any(char.left < right and left < char.right for char in self._chars)


def _met(places: Sequence[Sequence[float]], at: float, near: float) -> bool:
    met = sum(any(abs(place - at) <= near for place in line) for line in places)
    return met >= max(_SUPPORT, len(places) / _SHARE)


def parted(above: Sequence[Line], lines: Sequence[Line], below: Sequence[Line]) -> list[Line]:
    """Return the lines of a table with the pieces that hold several cells parted at the columns of the others.

    Lines above and below it are parted in the same way where that makes rows of them: short words in most of the columns.
    """
    made = list(lines)
    while True:
        places = _Places(made)
        more = [_parted(line, places) for line in made]
        if [*map(len, more)] == [*map(len, made)]:
            break
        made = more
    least = max(map(len, made)) // 2 + 1
    return [*_rows(above, places, least), *made, *_rows(below, places, least)]


def _rows(lines: Sequence[Line], places: _Places, least: int) -> Iterator[Line]:
    for line in lines:
        parts = _parted(line, places)
        short = all(len(piece.chars) <= _LONGEST_NAME for piece in parts)
        titled = _TITLE.match("".join(char.text for char in line[0].chars[:3]))
        yield parts if short and not titled and len(parts) >= least else line


def _parted(line: Line, places: _Places) -> Line:
    return [part for piece in line for part in _parts(piece, places)]


def _parts(piece: Piece, places: _Places) -> Iterator[Piece]:
    cuts = _cuts(piece)
    start = 0
    for number, (cut, kind) in enumerate(cuts):
        ends = [end for end, _ in cuts[number + 1 :]] + [len(piece.chars)]
        if _is_column(piece, (start, cut, ends), kind, places):
            yield replace(piece, chars=piece.chars[start:cut])
            start = cut
    yield replace(piece, chars=piece.chars[start:])


def _is_column(piece: Piece, at: tuple[int, int, list[int]], kind: str, places: _Places) -> bool:
    """Whether a column begins at a cut (the characters before it from the first number on), as other lines have it."""
    start, cut, ends = at
    chars, near = piece.chars, _NEAR * piece.size
    left, right = chars[cut - 1].right, chars[cut].left
    if places.begins(right, near):
        return True
    if right - left > _LEAST_GAP * piece.size and places.blank(left, right):
        return True
    # A figure is followed by its unit, wherever figures without one end above and below it.
    if kind != "unit" and places.ends(left, near) and any(places.ends(chars[end - 1].right, near) for end in ends):
        return True
    return (
        kind != "unit"
        and places.centred(chars[start:cut], near)
        and any(places.centred(chars[cut:end], near) for end in ends)
    )


def _cuts(piece: Piece) -> list[tuple[int, str]]:
    """Return before which characters a cell may begin, and after what.

    That is a ``gap``, a figure before what may be its ``unit``, or ``words`` before a figure.
    """
    square = max(char.right - char.left for char in piece.chars)
    gaps = [_gap(a, b, square) / max(square, 1.0) for a, b in pairwise(piece.chars)]
    usual = max(0.0, median_low(gaps)) if gaps else 0.0
    found = []
    for index, ((a, b), gap) in enumerate(zip(pairwise(piece.chars), gaps, strict=True), start=1):
        before, after = a.text in _IN_FIGURES, b.text in _IN_FIGURES
        wide = gap > usual + _LEAST_GAP
        if gap > _OVERLAP and (wide or before != after) and a.text not in NOT_LAST and b.text not in NOT_FIRST:
            found.append((index, "gap" if before == after else "unit" if before else "words"))
    return found


def _gap(before: Char, after: Char, square: float) -> float:
    """Return the blank between two characters; a Chinese one is as wide as the widest, however narrow its strokes are."""
    ends = [
        (char.left + char.right) / 2 + side * max(char.right - char.left, square * is_wide(char.text)) / 2
        for char, side in ((before, 1), (after, -1))
    ]
    return ends[1] - ends[0]
