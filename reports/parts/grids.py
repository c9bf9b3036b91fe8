"""The table behind a sum: its grid as the plan has it, with the parts and the total marked."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from engine.commitment import Extraction, ReadTable
from engine.document import Cell
from engine.facts.fact import Role
from reports.parts.printing import one_line, visible
from reports.parts.quotes import Quote

_WHOLE = 300  # a table of so many cells at most is shown whole; a larger one loses the lines not concerned
_LABELS = 2  # columns at the left that name the rows


class CellView(Struct, frozen=True):
    """One cell as shown; ``role`` tells a part and the total."""

    text: str
    rows: int
    columns: int
    head: bool
    role: Role | None


class PartView(Struct, frozen=True):
    """A marked figure of a table with the words of its row and column that name it."""

    label: str
    quote: Quote


class TableView(Struct, frozen=True):
    """A table as shown. ``hidden_rows`` and ``hidden_columns`` count what was left out: nothing is cut silently.

    ``column`` is how many columns stand left of the one that is added up, 0 where no one column is.
    """

    title: str
    rows: tuple[tuple[CellView, ...], ...]
    parts: tuple[PartView, ...]
    hidden_rows: int = 0
    hidden_columns: int = 0
    column: int = 0


class Grids(Struct, frozen=True, dict=True):
    """The tables of one plan, found by the offset of a cell."""

    extraction: Extraction

    @cached_property
    def _cells(self) -> list[tuple[int, int, ReadTable, Cell]]:
        found = [(c.start, c.end, t, c) for t in self.extraction.tables for c in t.table.cells]
        return sorted(found, key=lambda f: (f[0], f[1]))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, *_ in self._cells]

    def cell_at(self, offset: int) -> tuple[ReadTable, Cell] | None:
        """Return the table and the cell that hold ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        start, end, table, cell = self._cells[index]
        return (table, cell) if start <= offset < end else None

    def heading_of(self, offset: int) -> str:
        """Return the names of the row and the column of the cell at ``offset``; empty for none and for a head."""
        found = self.cell_at(offset)
        if found is None or found[1].row < found[0].head_rows:
            return ""
        table, cell = found
        names = (self._row_name(table, cell), self._column_name(table, cell))
        return " · ".join(dict.fromkeys(name for name in names if name and name != one_line(self._text(cell))))

    def view(self, quotes: Sequence[Quote]) -> TableView | None:
        """Return the table in which the parts and the total among ``quotes`` stand, or None when they are in none."""
        found = [(q, at) for q in quotes if q.start is not None and (at := self.cell_at(q.start)) is not None]
        if not found:
            return None
        totals = [at for q, at in found if q.role == "total"]
        table = (totals or [at for _, at in found])[0][0]
        marked = {at[1]: q for q, at in reversed(found) if at[0] is table}
        rows, columns = _kept(table, list(marked))
        # Parts that stand below each other are named by their rows, those beside each other by their columns.
        below = len({at[1].row for _, at in found}) > 1 or len(found) == 1
        name = self._row_name if below else self._column_name
        parts = tuple(PartView(name(table, at[1]), q) for q, at in found if at[0] is table)
        return TableView(
            title=one_line(table.title or table.table.title),
            rows=self._rows(table, rows, columns, marked),
            parts=parts,
            hidden_rows=table.table.height - len(rows),
            hidden_columns=table.table.width - len(columns),
            column=columns.index(table_column) if (table_column := _only_column(marked)) is not None else 0,
        )

    def _rows(
        self, table: ReadTable, rows: Sequence[int], columns: Sequence[int], marked: Mapping[Cell, Quote]
    ) -> tuple[tuple[CellView, ...], ...]:
        """Lay the cells out over the rows and columns kept; a merged cell covers as many as are left of it."""
        kept_rows, kept_columns = set(rows), set(columns)
        placed: dict[int, list[tuple[int, CellView]]] = {row: [] for row in rows}
        for cell in table.table.cells:
            high = [r for r in range(cell.row, cell.row + cell.rows) if r in kept_rows]
            wide = [c for c in range(cell.column, cell.column + cell.columns) if c in kept_columns]
            if high and wide:
                role = marked[cell].role if cell in marked else None
                head = cell.row < table.head_rows
                view = CellView(visible(self._text(cell)), len(high), len(wide), head, role)
                placed[high[0]].append((wide[0], view))
        return tuple(tuple(view for _, view in sorted(row, key=lambda v: v[0])) for row in placed.values())

    def _text(self, cell: Cell) -> str:
        return self.extraction.document.text[cell.start : cell.end].strip()

    def _row_name(self, table: ReadTable, cell: Cell) -> str:
        texts = map(self._text, self._labels(table).get(cell.row, ()))
        return next((one_line(text) for text in texts if text and not _numeric(text)), "")

    @cached_property
    def _row_labels(self) -> dict[str, Mapping[int, Sequence[Cell]]]:
        return {}

    def _labels(self, table: ReadTable) -> Mapping[int, Sequence[Cell]]:
        """Return the cells that may name each row of a table, the nearest to its figures first."""
        if table.id not in self._row_labels:
            rows: dict[int, list[Cell]] = defaultdict(list)
            for cell in (c for c in reversed(table.table.cells) if c.column < _LABELS):
                for row in range(cell.row, cell.row + cell.rows):
                    rows[row].append(cell)
            self._row_labels[table.id] = rows
        return self._row_labels[table.id]

    def _column_name(self, table: ReadTable, cell: Cell) -> str:
        heads = [c for c in table.table.cells if c.row < table.head_rows and _covers_column(c, cell.column)]
        return one_line(self._text(heads[-1])) if heads else ""


def _kept(table: ReadTable, marked: Sequence[Cell]) -> tuple[list[int], list[int]]:
    """Choose the rows and columns to show."""
    grid = table.table
    if grid.height * grid.width <= _WHOLE:
        return list(range(grid.height)), list(range(grid.width))
    rows = {c.row for c in marked} | set(range(table.head_rows))
    columns = {c.column for c in marked} | set(range(min(_LABELS, grid.width)))
    return sorted(rows), sorted(columns)


def _only_column(marked: Iterable[Cell]) -> int | None:
    columns = {cell.column for cell in marked}
    return columns.pop() if len(columns) == 1 else None


def _covers_column(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.columns


def _numeric(text: str) -> bool:
    return text.replace(",", "").replace(".", "").replace("，", "").strip().isdigit()
