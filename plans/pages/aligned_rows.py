"""Which lines of a table without ruled lines make a row: each row has an anchor, a line with figures or its number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from engine.tables.printed import is_figure
from engine.tables.words import SERIAL, is_total
from plans.pages.pieces import Line

HALF = 0.75
"""Share of the distance of two rows within which a line belongs to the nearer one."""

_ALONE = 0.9
_FEWEST_NUMBERS = 2


def has_figures(line: Line) -> bool:
    """Whether a line has a figure behind its first piece."""
    return any(is_figure(piece.text) for piece in line[1:])


def pitch(lines: Sequence[Line]) -> float:
    """Return how far apart the rows with figures usually stand."""
    return spacing(lines, [i for i, line in enumerate(lines) if has_figures(line)])


def spacing(lines: Sequence[Line], anchors: Sequence[int]) -> float:
    """Return how far apart these lines usually stand."""
    return median_low([lines[a][0].middle - lines[b][0].middle for a, b in pairwise(anchors)] or [0.0])


def head_and_anchors(lines: Sequence[Line]) -> tuple[int, list[int]]:
    """Return how many lines are the head, and the lines that anchor the rows below it."""
    named = next((i for i, line in enumerate(lines) if SERIAL.fullmatch(line[0].text)), None)
    if named is not None:
        numbered = _numbered(lines, named)
        if len(numbered) >= _FEWEST_NUMBERS:
            # Where a row takes one line, none of the first row stands above its number.
            single = numbered[1] - numbered[0] == 1
            return named + 1 + _cut(lines[named : numbered[0] + 1], last=single), numbered
    figures = [i for i, line in enumerate(lines) if has_figures(line)]
    return (figures[0] if figures else len(lines)), figures


def _numbered(lines: Sequence[Line], named: int) -> list[int]:
    found: list[int] = []
    number = 1
    for index in range(named + 1, len(lines)):
        first = lines[index][0].text
        if first == str(number):
            number += 1
            found.append(index)
        elif found and any(is_total(piece.text) for piece in lines[index]):
            found.append(index)
    return found


def _cut(lines: Sequence[Line], *, last: bool = False) -> int:
    """Return how many lines between the first and the last one belong to the first: down to the widest gap."""
    gaps = [round(a[0].middle - b[0].middle, 1) for a, b in pairwise(lines)]
    widest = max(gaps)
    even = [i for i, gap in enumerate(gaps) if gap >= widest - 1]
    return even[-1] if last else even[len(even) // 2]


def in_rows(body: Sequence[Line], anchors: Sequence[int]) -> list[list[Line]]:
    """Gather the lines of each row. A line far from its neighbours, the name of a group, is a row of its own.

    Lines between two anchors are parted at the widest gap; where there is none, in the middle, or right above the
    lower one if the rows are set from the top.
    """
    apart = spacing(body, anchors)
    alone = {i for i in range(len(body)) if i not in anchors and _is_alone(body, i, _ALONE * apart)}
    rows: list[list[Line]] = [[body[i] for i in range(anchors[0]) if i not in alone]]
    found = [(i, [body[i]]) for i in alone]
    from_top = anchors[0] == 0
    for number, anchor in enumerate(anchors):
        rows[-1].append(body[anchor])
        found.append((anchor, rows[-1]))
        end = anchors[number + 1] if number + 1 < len(anchors) else len(body)
        between = [i for i in range(anchor + 1, end) if i not in alone]
        cut = len(between)
        if end < len(body) and between:
            cut = _cut([body[i] for i in (anchor, *between, end)], last=from_top)
        rows[-1] += [body[i] for i in between[:cut]]
        rows.append([body[i] for i in between[cut:]])
    return [lines for _, lines in sorted(found, key=lambda row: row[0])]


def _is_alone(body: Sequence[Line], index: int, distance: float) -> bool:
    beside = [body[i][0].middle for i in (index - 1, index + 1) if 0 <= i < len(body)]
    return distance > 0 and all(abs(middle - body[index][0].middle) >= distance for middle in beside)
