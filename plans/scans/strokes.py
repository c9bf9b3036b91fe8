"""Ruled lines in the picture of a page: long runs of dark dots, level or upright."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plans.pages.page import Edge

_DARK = 160
_THICKEST = 12


def ruled_lines(picture: Any, scale: float) -> tuple[Edge, ...]:
    """Return the lines in a picture (an array of rows of dots, in one channel or several) of ``scale`` dots a point.

    Lines are a third of an inch long at least, so that no stroke of a character is taken for one.
    """
    grey = picture if picture.ndim == 2 else picture.min(axis=2)
    dark = grey < _DARK
    height = dark.shape[0] / scale
    least = int(24 * scale)
    level = (Edge(False, height - at / scale, a / scale, b / scale) for at, a, b in _runs(dark, least))
    upright = (Edge(True, at / scale, height - b / scale, height - a / scale) for at, a, b in _runs(dark.T, least))
    return (*level, *upright)


def _runs(dark: Any, least: int) -> Iterator[tuple[float, int, int]]:
    """Yield (row, first, end) of the runs of dark dots in a row, those of neighbouring rows as one line."""
    import numpy  # type: ignore[import-not-found,unused-ignore]

    above: list[tuple[int, int, int]] = []
    for row in numpy.flatnonzero(dark.sum(axis=1) >= least).tolist():
        edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([False], dark[row], [False])).astype(numpy.int8)))
        runs = [(a, b) for a, b in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True) if b - a >= least]
        above = [line for line in above if row - line[0] <= _THICKEST]
        for a, b in runs:
            if not any(first <= a and b <= end for _, first, end in above):
                above.append((row, a, b))
                yield row, a, b
