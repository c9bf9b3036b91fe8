"""What reading a table gives: entries of its columns of figures, and its rows with the part each one plays."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

State = Literal["figure", "blank", "damaged", "words", "hole"]
RowRole = Literal["part", "subtotal", "total", "memo"]


class Entry(Struct, frozen=True):
    """A cell in a column of figures, or the figure that a column's head names.

    ``value`` is in the base unit of ``unit`` (万 resolved, None unless ``state`` is figure), ``decimals`` the digits
    printed behind the point, ``power`` the ten's power of the scale word. ``hole`` is a place without any cell, as a
    damaged row leaves it; a cell of words has the unit that its figure would have. ``start``/``end`` are offsets into the text of the document.
    """

    state: State
    start: int
    end: int
    text: str = ""
    value: Decimal | None = None
    decimals: int = 0
    power: int = 0
    unit: str = ""
    approximate: bool = False

    @property
    def digits(self) -> int | None:
        """Decimals in the base unit (negative where 万 rounds), None for a whole and exact figure."""
        return None if self.decimals == 0 and self.power == 0 else self.decimals - self.power


class TableRow(Struct, frozen=True):
    """A row below the head: its name, the group it stands in, its role and one entry for each column of figures."""

    index: int
    label: str
    role: RowRole
    entries: tuple[Entry, ...]
    group: str = ""
    start: int = 0
    end: int = 0


class TableFigure(Struct, frozen=True):
    """One figure of a table with its names: row, column, unit; ``value`` in the base unit."""

    table: str
    row: int
    column: int
    row_label: str
    column_label: str
    unit: str
    value: Decimal
    digits: int | None
    approximate: bool
    role: RowRole
    start: int
    end: int
    group: str = ""


class TableWords(Struct, frozen=True):
    """A cell of words (目标值 不低于95%) with the names of its row and column, for whoever reads prose.

    ``indicated``: a column of indicators says what the row measures.
    """

    table: str
    row: int
    column: int
    row_label: str
    column_label: str
    start: int
    end: int
    indicated: bool = False
