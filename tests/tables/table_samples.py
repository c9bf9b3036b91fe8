"""Tables of fictitious places, and the ways in which a web page flattens them into lines."""

from __future__ import annotations

from collections.abc import Sequence

from engine.commitment import ReadTable
from engine.document import Cell, Document, Table
from engine.tables.find.flattened import find_flattened
from engine.tables.read.understand import read_table

Rows = Sequence[Sequence[str]]


def in_lines(rows: Rows, gap: int = 1, blank: str = "\u00a0") -> str:
    """Write one cell a line, ``gap`` empty lines apart."""
    return ("\n" * (gap + 1)).join(cell or blank for row in rows for cell in row)


def as_table(rows: Rows, title: str = "") -> tuple[Table, str]:
    """Return a real table (as a Word file has it) and the text that its cells point into."""
    text, cells = "", []
    for row, values in enumerate(rows):
        for column, words in enumerate(values):
            cells.append(Cell(row, column, len(text), len(text) + len(words)))
            text += words + "\n"
    return Table(tuple(cells), title), text


def understood(rows: Rows, title: str = "") -> tuple[ReadTable, Document]:
    """Return a real table understood, and its document."""
    table, text = as_table(rows, title)
    return read_table(table, text, "t"), document_of(text)


def document_of(text: str) -> Document:
    """Return a text document without blocks."""
    return Document("plan.txt", "", "txt", text, (), in_file=True)


def grid_of(table: Table, text: str) -> list[list[str | None]]:
    """Return the words of each place of a table, None where no cell begins."""
    grid: list[list[str | None]] = [[None] * table.width for _ in range(table.height)]
    for cell in table.cells:
        grid[cell.row][cell.column] = text[cell.start : cell.end].strip()
    return grid


def only_grid(text: str) -> list[list[str | None]]:
    """Return the one table that is found in a text."""
    (table,) = find_flattened(text)
    return grid_of(table, text)
