"""Tables between ruled lines: which edges make a grid, which of its fields are merged, and what stands in each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from plans.assembly import GridCell
from plans.pages.lines import Row, joined, rows
from plans.pages.page import Char, Edge

_NEAR = 3.0
_SHORTEST = 4.0
_MOST_EDGES = 4000


class Ruled(Struct, frozen=True):
    """A table on a page: its edges from left to right and from top to bottom, and its cells.

    ``exact`` is False where no line is drawn and the edges lie somewhere between the columns.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    exact: bool = True

    @property
    def top(self) -> float:
        """Height of its upper edge."""
        return self.ys[0]

    @property
    def lone(self) -> bool:
        """Whether it is one row alone."""
        return self.exact and len(self.ys) == 2

    def holds(self, char: Char) -> bool:
        """Say whether a character stands in the table."""
        across = (char.left + char.right) / 2
        return self.xs[0] - 1 <= across <= self.xs[-1] + 1 and self.ys[-1] - 1 <= char.middle <= self.ys[0] + 1


def ruled_tables(edges: Sequence[Edge], chars: Sequence[Char]) -> list[Ruled]:
    """Return the tables of two columns at least, from top to bottom; one row alone may be the head or foot of another page's."""
    drawn = [edge for edge in edges if edge.high - edge.low >= _SHORTEST][:_MOST_EDGES]
    tables = []
    for group in _groups(drawn):
        xs = _merged([edge.at for edge in group if edge.upright])
        ys = _merged([edge.at for edge in group if not edge.upright])[::-1]
        if len(xs) > 2 and len(ys) > 1:
            cells = _cells(xs, ys, group, chars)
            if sum(1 for cell in cells if cell.text) > 1:
                tables.append(Ruled(tuple(xs), tuple(ys), tuple(cells)))
    return sorted(tables, key=lambda table: -table.top)


def _groups(edges: Sequence[Edge]) -> list[list[Edge]]:
    """Gather the edges that touch one another."""
    parent = list(range(len(edges)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    level = [i for i, edge in enumerate(edges) if not edge.upright]
    for i, edge in enumerate(edges):
        if edge.upright:
            for j in level:
                if _touch(edge, edges[j]):
                    parent[root(i)] = root(j)
    groups: dict[int, list[Edge]] = {}
    for i, edge in enumerate(edges):
        groups.setdefault(root(i), []).append(edge)
    return list(groups.values())


def _touch(upright: Edge, level: Edge) -> bool:
    return (
        level.low - _NEAR <= upright.at <= level.high + _NEAR
        and upright.low - _NEAR <= level.at <= upright.high + _NEAR
    )


def _merged(places: list[float]) -> list[float]:
    """Return places in ascending order, those that are near one another as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _cells(xs: list[float], ys: list[float], edges: Sequence[Edge], chars: Sequence[Char]) -> list[GridCell]:
    height, width = len(ys) - 1, len(xs) - 1
    owner = {(r, c): (r, c) for r in range(height) for c in range(width)}
    extent: dict[tuple[int, int], tuple[int, int]] = {}
    for r in range(height):
        for c in range(width):
            if owner[r, c] != (r, c):
                continue
            rows_, columns = _extent(r, c, xs, ys, edges, owner)
            extent[r, c] = (rows_, columns)
            for rr in range(r, r + rows_):
                for cc in range(c, c + columns):
                    owner[rr, cc] = (r, c)
    inside = _placed(xs, ys, chars, owner)
    cells = []
    for r, c in sorted(extent):
        words = _words(inside.get((r, c), []))
        text = words.text.replace("\t", " ") if words else ""
        cells.append(GridCell(r, c, text, *extent[r, c], places=words.places() if words else ()))
    return cells


def _extent(
    r: int,
    c: int,
    xs: list[float],
    ys: list[float],
    edges: Sequence[Edge],
    owner: dict[tuple[int, int], tuple[int, int]],
) -> tuple[int, int]:
    """Return how many rows and columns the cell at (r, c) covers: as far as no edge is drawn."""
    columns = 1
    while c + columns < len(xs) - 1 and owner[r, c + columns] == (r, c + columns):
        if _drawn(edges, True, xs[c + columns], (ys[r] + ys[r + 1]) / 2):
            break
        columns += 1
    rows_ = 1
    while r + rows_ < len(ys) - 1:
        if _drawn(edges, False, ys[r + rows_], (xs[c] + xs[c + 1]) / 2):
            break
        rows_ += 1
    return rows_, columns


def _drawn(edges: Sequence[Edge], upright: bool, at: float, beside: float) -> bool:
    return any(
        edge.upright == upright and abs(edge.at - at) <= _NEAR and edge.low - 1 <= beside <= edge.high + 1
        for edge in edges
    )


def _placed(
    xs: list[float], ys: list[float], chars: Sequence[Char], owner: dict[tuple[int, int], tuple[int, int]]
) -> dict[tuple[int, int], list[Char]]:
    inside: dict[tuple[int, int], list[Char]] = {}
    downward = [-y for y in ys]
    for char in chars:
        column = bisect_right(xs, (char.left + char.right) / 2) - 1
        row = bisect_right(downward, -char.middle) - 1
        if (row, column) in owner:
            inside.setdefault(owner[row, column], []).append(char)
    return inside


def _words(chars: list[Char]) -> Row | None:
    lines = rows(chars)
    return joined(lines) if lines else None
