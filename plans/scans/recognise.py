"""Characters of a page that is a picture, by rapidocr: its models come with it, so nothing is fetched.

A line's box is shared out to its characters, wide ones twice as much as narrow ones, so that quotes have a place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from engine.document import Box
from plans.pages.page import Char, Edges, Page
from plans.scans.strokes import ruled_lines

_SCALE = 200 / 72
_LEAST_SCORE = 0.5


class Recogniser:
    """Recognises text in pictures of pages; loading its models takes some seconds."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR  # type: ignore[import-not-found,unused-ignore]

        self._engine: Any = RapidOCR(params={"Global.log_level": "critical", "Global.text_score": _LEAST_SCORE})

    def recognised(self, source: Any, page: Page) -> Page:
        """Return the page (of a pypdfium2 document) with the characters that its picture shows."""
        leaf = source[page.number - 1]
        turn = leaf.get_rotation()
        drawn = leaf.render(scale=_SCALE)
        width, height = drawn.width / _SCALE, drawn.height / _SCALE
        picture = drawn.to_numpy()
        found = self._engine(picture)
        leaf.close()
        lines = [] if found.boxes is None else zip(found.boxes, found.txts, strict=True)
        chars: list[Char] = []
        for corners, words in lines:
            across = [float(corner[0]) / _SCALE for corner in corners]
            down = [height - float(corner[1]) / _SCALE for corner in corners]
            for char, edges in shared_out(words, (min(across), min(down), max(across), max(down))):
                chars.append(Char(char, *edges, Box(page.number, *unturned(edges, turn, (width, height)))))
        return replace(
            page, width=width, height=height, chars=tuple(chars), edges=ruled_lines(picture, _SCALE), recognised=True
        )


def shared_out(words: str, box: Edges) -> Iterator[tuple[str, Edges]]:
    """Yield each character of a line that is no blank, with its part of the line's box."""
    left, bottom, right, top = box
    weights = [2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in words]
    step = (right - left) / max(1, sum(weights))
    # The box has some air around the line; a wide character is as high as it is wide.
    middle, high = (bottom + top) / 2, min(top - bottom, 2 * step)
    at = left
    for char, weight in zip(words, weights, strict=True):
        if not char.isspace():
            yield char, (at, middle - high / 2, at + weight * step, middle + high / 2)
        at += weight * step


def unturned(box: Edges, turn: int, size: tuple[float, float]) -> Edges:
    """Return a box on a page as it is shown, turned by ``turn`` degrees clockwise, as a box on the page in the file."""
    left, bottom, right, top = box
    width, height = size
    if turn == 90:
        return height - top, left, height - bottom, right
    if turn == 180:
        return width - right, height - top, width - left, height - bottom
    if turn == 270:
        return bottom, width - right, top, width - left
    return box
