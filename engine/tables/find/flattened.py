"""Finding tables that a web page or an editor flattened into lines of text.

Three forms: a cell a line (a matrix of figures, or rows that begin with a serial number), and rows on a line with
their cells apart by tabs, bars, several blanks or single ones. Prose is never made into a table: where no form fits all the way,
there is no table. Offsets of the cells point into the text as given.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from engine.document import Block, Cell, Table
from engine.tables.find.barred import find_barred
from engine.tables.find.captions import head_above
from engine.tables.find.delimited import find_delimited
from engine.tables.find.glued import find_glued
from engine.tables.find.lines import Piece, may_hold_tables, pieces_of, segments, usual_gaps
from engine.tables.find.matrix import Matrix, find_matrix
from engine.tables.find.numbered import find_numbered
from engine.tables.find.short import find_short
from engine.tables.find.spaced import find_spaced

_LEAST_CELLS = 9


def find_flattened(text: str, blocks: Sequence[Block] = ()) -> tuple[Table, ...]:
    """Return the tables that stand in ``text`` as lines, in reading order.

    ``blocks`` are the reader's; cells of a table that the reader found already are left alone. Text without a line
    that is a figure alone, a tab, a bar or a wide gap costs one pass.
    """
    found = [*find_glued(text), *find_barred(text), *find_delimited(text), *find_spaced(text)]
    if may_hold_tables(text):
        pieces = pieces_of(text)
        numbered = find_numbered(pieces)
        found += _best(matrix for matrix in _matrices(pieces) if not _out_of_step(matrix, numbered))
        found += numbered
    taken = [(block.start, block.end) for block in blocks if block.kind == "cell"]
    return tuple(_apart(found, taken))


def _matrices(pieces: Sequence[Piece]) -> list[Table]:
    tables: list[Table] = []
    # Where no cell was lost, both ways of counting gaps give the same runs.
    seen: set[tuple[int, ...]] = set()
    for gap in usual_gaps(pieces):
        for lost in (False, True):
            for run in segments(pieces, gap, lost_blanks=lost):
                place = tuple(piece.start for piece in run)
                if place not in seen:
                    seen.add(place)
                    tables.extend(_in_run(run))
    return tables


def _out_of_step(matrix: Table, numbered: Sequence[Table]) -> bool:
    """Whether a matrix has a numbered table's serial numbers among its figures, or is a piece of it: its rows begin elsewhere."""
    serials = {c.start for table in numbered for c in table.cells if c.column == 0 and c.row}
    return any(c.column and c.start in serials for c in matrix.cells) or any(_is_piece(matrix, t) for t in numbered)


def _is_piece(matrix: Table, table: Table) -> bool:
    """Whether a matrix is some rows out of a table whose head names its columns: begun below the head, before the last row."""
    (start, end), (first, last) = _extent(matrix), _extent(table)
    begun = max(cell.start for cell in table.cells if cell.column == 0)
    return first < start < begun and end <= last


def _in_run(run: Sequence[Piece]) -> Iterable[Table]:
    while len(run) >= _LEAST_CELLS and any(piece.kind == "N" for piece in run):
        matrix = find_matrix(run)
        if matrix is None:
            short = find_short(run)
            yield from [short] if short else []
            return
        head = head_above(run, matrix.first, matrix.kinds)
        if not head.cells and matrix.first and run[matrix.first - 1].kind == "N":
            # Rows that begin in the middle of others would add up to nothing that is stated.
            return
        cells = [*head.cells, *_body(run, matrix, head.rows)]
        yield _without_empty_columns(Table(tuple(cells), head.title), run, matrix)
        yield from _in_run(run[: head.start])
        run = run[matrix.end :]


def _body(run: Sequence[Piece], matrix: Matrix, row: int) -> Iterable[Cell]:
    stretches = sorted([(s, s + matrix.width) for s in matrix.starts] + list(matrix.damaged))
    for start, end in stretches:
        # Of a damaged row only its name has a known place; its other cells are left as holes.
        known = matrix.width if (start, end) not in matrix.damaged else 1
        for column, piece in enumerate(run[start : start + known]):
            yield Cell(row, column, piece.start, piece.end)
        row += 1
    if matrix.short_total:
        start = matrix.end - matrix.short_total
        label, *figures = run[start : matrix.end]
        leading = matrix.width - len(figures)
        yield Cell(row, 0, label.start, label.end, columns=leading)
        for column, piece in enumerate(figures):
            yield Cell(row, leading + column, piece.start, piece.end)


def _without_empty_columns(table: Table, run: Sequence[Piece], matrix: Matrix) -> Table:
    """Drop a last column that is blank throughout: the empty line between two rows."""
    last = matrix.width - 1
    if matrix.kinds[last] != "B" or matrix.width < 3:
        return table
    blank = {piece.start for piece in run if piece.kind == "B"}
    column = [c for c in table.cells if c.column == last and c.columns == 1]
    if not all(c.start in blank for c in column):
        return table
    return Table(tuple(c for c in table.cells if c.column != last or c.columns != 1), table.title)


def _extent(table: Table) -> tuple[int, int]:
    return min(c.start for c in table.cells), max(c.end for c in table.cells)


def _best(tables: Iterable[Table]) -> list[Table]:
    """Keep, of tables read from the same lines in different ways, the one with the most cells."""
    return _apart(sorted(tables, key=lambda t: (-len(t.cells), _extent(t))), ())


def _apart(tables: Iterable[Table], taken: Iterable[tuple[int, int]]) -> list[Table]:
    """Return the tables that overlap neither a place taken nor a table before them, in reading order."""
    places = sorted(taken)
    kept: list[Table] = []
    for table in tables:
        start, end = _extent(table)
        index = bisect_right(places, (start, end))
        after = index == len(places) or end <= places[index][0]
        if after and (index == 0 or places[index - 1][1] <= start):
            places.insert(index, (start, end))
            kept.append(table)
    return sorted(kept, key=_extent)
