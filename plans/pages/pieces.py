"""Pieces of a line of print that stand together, and the columns that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from plans.assembly import GridCell
from plans.pages.lines import PIECE_GAP, Row, joined, rows
from plans.pages.page import Char


class Piece(Struct, frozen=True):
    """Characters of one line that stand together, and where."""

    chars: tuple[Char, ...]
    middle: float
    size: float

    @property
    def left(self) -> float:
        """Its left end."""
        return self.chars[0].left

    @property
    def right(self) -> float:
        """Its right end."""
        return max(char.right for char in self.chars)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(char.text for char in self.chars)


Line = list[Piece]
Strip = tuple[float, float]


def pieces_of(row: Row) -> Line:
    """Return the pieces of a line, from left to right."""
    found: list[list[Char]] = []
    for char in (char for char in row.chars if char is not None):
        if found and char.left - found[-1][-1].right <= PIECE_GAP * max(row.size, 1.0):
            if char is not found[-1][-1]:
                found[-1].append(char)
        else:
            found.append([char])
    return [Piece(tuple(chars), row.middle, max(row.size, 1.0)) for chars in found]


def overlap(piece: Piece, strip: Strip) -> float:
    """Return how wide a piece stands in a strip of the page; 0 or less where it does not."""
    return min(piece.right, strip[1]) - max(piece.left, strip[0])


def covered(piece: Piece, strips: Sequence[Strip]) -> list[int]:
    """Return the columns that a piece stands in, the nearest one where it stands between two."""
    inside = [i for i, strip in enumerate(strips) if overlap(piece, strip) > 0]
    return inside or [max(range(len(strips)), key=lambda i: overlap(piece, strips[i]))]


def cell_of(row: int, column: int, lines: Sequence[Sequence[Piece]], down: int, across: int) -> GridCell:
    """Return the cell of these pieces, given line by line, at its place in the table."""
    words = joined(rows(char for pieces in lines for piece in pieces for char in piece.chars))
    return GridCell(row, column, words.text.replace("\t", " "), down, across, places=words.places())
