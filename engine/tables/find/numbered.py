"""Finding flattened tables of words: a head that begins with 序号, rows that begin with 1, 2, 3 ….

Rows are of irregular length, since a cell merged over several rows was written once. What follows the first full row
of a number is placed by what its columns hold (offices, persons, prose, figures), left to right, row by row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from engine.document import Cell, Table
from engine.tables.find.captions import title_above
from engine.tables.find.lines import Piece
from engine.tables.words import SERIAL, STOP, bare, is_organisation, is_total, split_label

_LONGEST_LABEL = 20
_MOST_COLUMNS = 15
_FEW = 2


def find_numbered(pieces: Sequence[Piece]) -> list[Table]:
    """Return the tables whose head begins with 序号 on a line of its own and whose rows are numbered from 1."""
    tables = []
    for index, piece in enumerate(pieces):
        if piece.kind == "T" and SERIAL.fullmatch(bare(piece.text)):
            table = _table_at(pieces, index)
            if table is not None:
                tables.append(table)
    return tables


def _table_at(pieces: Sequence[Piece], index: int) -> Table | None:
    run = _run_from(pieces, index)
    first = next((i for i, p in enumerate(run[: _MOST_COLUMNS + 1]) if p.text == "1"), None)
    if first is None or first < 2 or any(p.kind != "T" or len(p.text) > _LONGEST_LABEL for p in run[:first]):
        return None
    rows = _rows(run[first:], first)
    if not rows or sum(len(p.text) for p in run[first:]) < first:
        return None
    width = _width(rows, first, sum(split_label(p.text) is not None for p in run[:first]))
    rows[-1] = _own_cells(rows, width)
    heads = _heads(run[:first], width)
    if heads is None or len(rows[-1]) > 6 * width + max(map(len, rows[:-1]), default=width):
        return None
    title, _ = title_above(pieces, index)
    return Table((*heads, *_placed(rows, width)), title)


def _run_from(pieces: Sequence[Piece], index: int) -> list[Piece]:
    run = [pieces[index]]
    gap = pieces[index + 1].gap if index + 1 < len(pieces) else 0
    for piece in pieces[index + 1 :]:
        if piece.gap != gap or (len(run) > _MOST_COLUMNS // 2 and STOP.fullmatch(bare(piece.text))):
            break
        run.append(piece)
    return run


def _rows(cells: Sequence[Piece], labels: int) -> list[list[Piece]]:
    """Split the cells before each serial number, up to the total, if there is one.

    A number counts only when a row's worth of cells lies before it.
    """
    rows: list[list[Piece]] = []
    for piece in cells:
        numbered = piece.text == str(len(rows) + 1) or (bool(rows) and is_total(piece.text))
        if numbered and (not rows or len(rows[-1]) >= labels - 1):
            rows.append([])
        if not rows:
            return []
        rows[-1].append(piece)
    total = next((number for number, row in enumerate(rows, 1) if is_total(row[0].text)), len(rows))
    return rows[:total]


def _own_cells(rows: Sequence[list[Piece]], width: int) -> list[Piece]:
    """Return the last row without the lines that follow the table: the figures of a total, one full row where all are full."""
    last = rows[-1]
    if is_total(last[0].text):
        return [last[0], *takewhile(lambda piece: piece.kind != "T", last[1:width])]
    regular = len(rows) > _FEW and all(len(row) == width for row in rows[:-1])
    return last[:width] if regular else last


def _width(rows: Sequence[Sequence[Piece]], labels: int, doubles: int) -> int:
    if doubles and max(len(row) for row in rows) >= labels + doubles:
        return labels + doubles
    shortest = min(len(row) for row in rows)
    return shortest if labels <= shortest <= labels + 2 else labels


def _heads(labels: Sequence[Piece], width: int) -> list[Cell] | None:
    """Give each column its label; a label that is two names in one line covers two columns."""
    missing = width - len(labels)
    spans = [1] * len(labels)
    double = [i for i, p in enumerate(labels) if split_label(p.text)]
    if len(double) < missing:
        return None
    for i in double[:missing]:
        spans[i] = 2
    cells, column = [], 0
    for piece, span in zip(labels, spans, strict=True):
        cells.append(Cell(0, column, piece.start, piece.end, columns=span))
        column += span
    return cells


def _sort_of(piece: Piece) -> str:
    words = bare(piece.text)
    if piece.kind != "T":
        return piece.kind
    if is_organisation(words):
        return "office"
    return "person" if 2 <= len(words) <= 4 and not any(c.isdigit() for c in words) else "prose"


def _placed(rows: Sequence[list[Piece]], width: int) -> list[Cell]:
    sorts = _column_sorts(rows, width)
    cells: list[Cell] = []
    base = 1
    for row in rows:
        full, rest = _first_row(row, sorts)
        grid = [dict(enumerate(full))]
        for piece, column, below in _continuation(rest, sorts):
            if below:
                grid.append({})
            grid[-1][column] = piece
        cells.extend(_group_cells(grid, base))
        base += len(grid)
    return cells


def _column_sorts(rows: Sequence[Sequence[Piece]], width: int) -> list[str]:
    sorts = []
    for column in range(width):
        seen = Counter(_sort_of(row[column]) for row in rows if len(row) > column and row[column].kind != "B")
        sorts.append(min(seen, key=lambda s: (-seen[s], s)) if seen else "B")
    return sorts


def _agreement(row: Sequence[Piece], sorts: Sequence[str]) -> int:
    return sum(_sort_of(p) == s for p, s in zip(row, sorts, strict=False))


def _first_row(row: list[Piece], sorts: list[str]) -> tuple[list[Piece], list[Piece]]:
    """Return the first full row and the rest; one of two blanks in a row goes where the columns fit better then."""
    width = len(sorts)
    choices = [row]
    for i in range(1, min(len(row), width)):
        if row[i].kind == "B" and row[i - 1].kind == "B":
            choices.append(row[:i] + row[i + 1 :])
    best = max(choices, key=lambda r: (_agreement(r[:width], sorts), len(r)))
    return best[:width], best[width:]


def _continuation(rest: Sequence[Piece], sorts: Sequence[str]) -> list[tuple[Piece, int, bool]]:
    """Place the cells behind the first row: (cell, column, whether a new row begins with it)."""
    placed: list[tuple[Piece, int, bool]] = []
    column = len(sorts)
    for piece in rest:
        if piece.kind == "B":
            continue
        sort = _sort_of(piece)
        # Prose behind prose is the next line of its column rather than a column further right.
        same = column < len(sorts) and sorts[column] == sort
        later = [] if same else [c for c in range(column + 1, len(sorts)) if sorts[c] == sort]
        # The serial number and the item's name are what the merged cells hold; a new row begins right of them.
        fresh = [c for c in range(2, len(sorts)) if sorts[c] == sort] or [min(2, len(sorts) - 1)]
        below = not later
        column = later[0] if later else fresh[0]
        placed.append((piece, column, below))
    return placed


def _group_cells(grid: Sequence[dict[int, Piece]], base: int) -> list[Cell]:
    """Return the cells of one numbered row; a cell covers the rows below it that have none in its column."""
    cells = []
    for index, row in enumerate(grid):
        for column, piece in row.items():
            below = next((i for i in range(index + 1, len(grid)) if column in grid[i]), len(grid))
            cells.append(Cell(base + index, column, piece.start, piece.end, rows=below - index))
    return cells
