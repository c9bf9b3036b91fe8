"""A sheet of a workbook, whatever kind of file it comes from."""

from __future__ import annotations

from msgspec import Struct, field

from engine.errors import ReadError

MAX_CELLS = 200_000
"""Most cells that are read of a workbook; a plan's annex has some thousands."""


class Sheet(Struct):
    """A sheet: words by (row, column) from 0, merged ranges by their first cell, and cells without a usable value.

    ``failed`` gives such a cell's formula, where the file tells it (``=SUM(B2:B9)``), and what it stores: ``""`` for
    nothing, else the error (``#REF!``). ``lost`` are cells whose words are not in the file. Hidden rows and columns are
    read, since totals add them up. ``pictures`` are large ones and ``boxes`` those with words, neither of which is read.
    """

    name: str
    visible: bool
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    failed: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)
    lost: set[tuple[int, int]] = field(default_factory=set)
    pictures: int = 0
    boxes: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def limited(file: str, count: int) -> None:
    """Raise ReadError when a workbook has more cells than are read."""
    if count > MAX_CELLS:
        raise ReadError("plans.too-many-cells", file=file, cells=count, limit=MAX_CELLS)
