"""The head of a table without ruled lines: names of columns, and names of groups above several of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from engine.tables.printed import split_unit
from plans.assembly import GridCell
from plans.pages.pieces import Line, Piece, Strip, cell_of, covered

_WRAPPED = 1.55
_DEEP = 0.6


def head_cells(head: Sequence[Line], strips: Sequence[Strip], near: float) -> list[GridCell]:
    """Return the cells of the head, in each column one below the other; lines less than ``near`` apart may be one cell."""
    stacks: list[list[list[Piece]]] = [[] for _ in strips]
    wide: dict[int, range] = {}
    for index, line in enumerate(head):
        own = [covered(piece, strips) for piece in line]
        free = _below(head[index:], strips) - {c for columns in own for c in columns}
        free -= {c for c in free if stacks[c]}
        reaches = _reaches(own, line, free, strips)
        units = all(split_unit(piece.text) is not None for piece in line)
        for piece, reach in zip(line, reaches, strict=True):
            group = [piece]
            last = stacks[reach[0]][-1] if stacks[reach[0]] else None
            most = min(near, _WRAPPED * piece.size)
            if last is not None and len(reach) == 1 and not units and last[-1].middle - piece.middle <= most:
                last.append(piece)
                continue
            wide[id(group)] = reach
            for column in reach:
                stacks[column].append(group)
    return _stacked(stacks, wide, head[-1][0].middle if head else 0.0)


def _below(head: Sequence[Line], strips: Sequence[Strip]) -> set[int]:
    """Return the columns that only lines well below the first one name: what stands half a row below is beside it."""
    top, bottom = head[0][0].middle, head[-1][0].middle
    deep = [line for line in head[1:] if top - line[0].middle > _DEEP * (top - bottom)]
    return {c for line in deep for piece in line for c in covered(piece, strips)}


def _reaches(own: Sequence[list[int]], line: Line, free: set[int], strips: Sequence[Strip]) -> list[range]:
    """Return the columns that each piece of a line of the head names: its own and free ones beside them.

    Names set to the left reach to the right; where free columns lie left of the first name, each goes to the nearest.
    """
    bounds = [(columns[0], columns[-1]) for columns in own]
    centred = any(first - 1 in free for first, _ in bounds[:1]) or any(
        first - 1 in free and last + 1 not in free for (_, last), (first, _) in pairwise(bounds)
    )
    centres = [(piece.left + piece.right) / 2 for piece in line]
    found: list[set[int]] = [set(range(first, last + 1)) for first, last in bounds]
    for column in sorted(free):
        left = [i for i, (_, last) in enumerate(bounds) if last < column]
        middle = sum(strips[column]) / 2
        nearest = min(range(len(line)), key=lambda i: abs(centres[i] - middle))
        owner = nearest if centred else left[-1] if left else None
        if owner is not None:
            found[owner].add(column)
    return [_unbroken(columns, bounds[i][0]) for i, columns in enumerate(found)]


def _unbroken(columns: set[int], within: int) -> range:
    first = last = within
    while first - 1 in columns:
        first -= 1
    while last + 1 in columns:
        last += 1
    return range(first, last + 1)


def _stacked(stacks: Sequence[list[list[Piece]]], wide: dict[int, range], foot: float) -> list[GridCell]:
    height = max((len(stack) for stack in stacks), default=0)
    cells = []
    for column, stack in enumerate(stacks):
        for level, group in enumerate(stack):
            reach = wide[id(group)]
            if reach[0] == column:
                lowest = level + 1 == len(stack)
                # A name at the foot of the head stands right above the body, whatever is missing above it.
                row = height - 1 if lowest and level and group[-1].middle <= foot + 1 else level
                cells.append(cell_of(row, reach[0], [group], height - row if lowest else 1, len(reach)))
    return cells
