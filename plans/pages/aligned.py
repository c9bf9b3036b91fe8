"""Tables without ruled lines: lines of print whose pieces stand below one another, under a head of words.

Columns are where most of the rows with figures have print; the blank strips between them part the cells. A piece that
lies across several columns is a merged cell. Where that leaves doubt there is no table, and the lines stay lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from engine.patterns import lazy
from engine.tables.printed import is_figure
from engine.tables.words import TITLE, is_subtotal, is_total
from plans.assembly import GridCell
from plans.pages.aligned_rows import HALF, has_figures, head_and_anchors, in_rows, pitch, spacing
from plans.pages.column_heads import head_cells
from plans.pages.lines import Row
from plans.pages.pieces import Line, Piece, Strip, cell_of, covered, overlap, pieces_of
from plans.pages.ruled import Ruled
from plans.pages.tight import parted

_FEWEST_ROWS = 2
_BESIDE = 2
"""Lines above and below a table that may be of it though they stand in one piece."""
_APART = 3.0
_LONGEST_GROUP = 12
_CLOSE = 1.3
_INDENT = 3
_ASIDE = lazy(r"(?:注|备注|说明|来源|单位|附[件表]\d*)[:：].*")
_CAPTION = lazy(r"(?:.{0,4}单位|填报.{0,3}|制表.{0,3}|审核.{0,3}|联系.{0,2}|.{0,2}(?:日期|时间))[:：].*")


def aligned_tables(lines: Sequence[Row], before: Ruled | None = None) -> list[Ruled]:
    """Return the tables that stand among the lines of a page, from top to bottom.

    ``before`` is the table that ended the page before, whose columns the first lines may go on with, without a head.
    """
    pieces = [pieces_of(row) for row in lines]
    for start, end in list(_runs(pieces)):
        head, foot = max(0, start - _BESIDE), end + _BESIDE
        pieces[head:foot] = parted(pieces[head:start], pieces[start:end], pieces[end:foot])
    found: list[Ruled] = []
    for start, end in _runs(pieces):
        first = _first_of_head(pieces, start, end)
        table = _table(pieces[first:end], before if first == 0 and before and not before.exact else None)
        if table is not None:
            found.append(table)
    return found


def _runs(lines: Sequence[Line]) -> Iterable[tuple[int, int]]:
    """Yield stretches of lines in several pieces; a line in one piece is part of one when it stands between such lines."""
    first = last = None
    for index, line in enumerate(lines):
        if len(line) < 2:
            continue
        if last is None or first is None or not _together(lines[last : index + 1]):
            if first is not None and last is not None:
                yield first, last + 1
            first = index
        last = index
    if first is not None and last is not None:
        yield first, last + 1


def _first_of_head(lines: Sequence[Line], first: int, end: int) -> int:
    """Return where the head begins: the name of a group may stand alone, half a row above names of one row more."""
    apart = pitch(lines[first:end])
    while first:
        above, line = lines[first - 1], lines[first]
        text = above[0].text
        near = above[0].middle - line[0].middle < HALF * apart and above[0].size <= 1.2 * line[0].size
        if len(above) > 1 or not near or len(text) > _LONGEST_GROUP or TITLE.fullmatch(text):
            break
        first -= 1
    return first


def _together(lines: Sequence[Line]) -> bool:
    """Whether the last line goes on with the first one, with little between them."""
    size = lines[0][0].size
    alone = [piece for line in lines[1:-1] for piece in line]
    inner = lines[0][0].left + _INDENT * size
    if any(TITLE.fullmatch(piece.text) or _ASIDE.fullmatch(piece.text) for piece in alone):
        return False
    narrow = all(len(piece.text) <= _LONGEST_GROUP or piece.left > inner for piece in alone)
    return len(lines) <= 4 and narrow and lines[0][0].middle - lines[-1][0].middle <= _APART * len(lines) * size


def _table(lines: Sequence[Line], before: Ruled | None) -> Ruled | None:
    first, anchors = head_and_anchors(lines)
    if len(anchors) < (1 if before else _FEWEST_ROWS):
        return None
    head, body = list(lines[:first]), _body(lines, first, anchors[-1])
    while head and any(_CAPTION.fullmatch(piece.text) for piece in head[0]):
        head.pop(0)
    numbered = first != anchors[0] or not has_figures(lines[anchors[0]])
    if any(len(line) > 1 for line in head):
        strips = _strips(head, body if numbered else [line for line in body if has_figures(line)], len(anchors))
    elif before is not None and not head:
        strips = _carried_on(before, body)
    else:
        return None
    with_figures = any(_is_column_of_figures(strip, body) for strip in strips[1:])
    if len(strips) < 2 or not (with_figures or (numbered and len(strips) > _FEWEST_ROWS)):
        return None
    cells = head_cells(head, strips, HALF * spacing(lines, anchors))
    height = max((cell.row + cell.rows for cell in cells), default=0)
    cells += _body_cells(in_rows(body, [anchor - first for anchor in anchors]), strips, height)
    placed = _apart(cells)
    if not placed:
        return None
    return Ruled(*_edges([piece for line in (*head, *body) for piece in line], strips), tuple(placed), exact=False)


def _apart(cells: Sequence[GridCell]) -> list[GridCell]:
    """Return the cells with none over another: each reaches as far as no other one begins; empty where two begin at one."""
    taken = {(cell.row, cell.column) for cell in cells}
    if len(taken) < len(cells):
        return []
    made = []
    for cell in cells:
        width = height = 1
        while width < cell.columns and (cell.row, cell.column + width) not in taken:
            width += 1
        across = range(cell.column, cell.column + width)
        while height < cell.rows and not any((cell.row + height, column) in taken for column in across):
            height += 1
        taken |= {(row, column) for row in range(cell.row, cell.row + height) for column in across}
        made.append(replace(cell, rows=height, columns=width))
    return made


def _edges(used: Sequence[Piece], strips: Sequence[Strip]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return where the columns meet, with the outer edges, and the upper and lower edge of a table."""
    inner = [(a[1] + b[0]) / 2 for a, b in pairwise(strips)]
    xs = (min(piece.left for piece in used), *inner, max(piece.right for piece in used))
    chars = [char for piece in used for char in piece.chars]
    return xs, (max(char.top for char in chars), min(char.bottom for char in chars))


def _carried_on(before: Ruled, body: Sequence[Line]) -> list[Strip]:
    """Return the columns of the table on the page before, none where the lines do not keep to them."""
    xs = (0.0, *before.xs[1:-1], max(before.xs[-1], *(piece.right for line in body for piece in line)))
    strips = list(pairwise(xs))
    figures = [piece for line in body for piece in line[1:] if is_figure(piece.text)]
    kept = all(any(a - 1 <= piece.left and piece.right <= b + 1 for a, b in strips) for piece in figures)
    return strips if kept else []


def _body(lines: Sequence[Line], first: int, last: int) -> list[Line]:
    """Return the lines of the rows: down to the last anchor, and what stands close below it."""
    near = max(HALF * pitch(lines[first:]), _CLOSE * lines[last][0].size)
    end = last + 1
    while end < len(lines) and lines[end - 1][0].middle - lines[end][0].middle < near:
        end += 1
    return list(lines[first:end])


def _strips(head: Sequence[Line], lines: Sequence[Line], height: int) -> list[Strip]:
    """Return from where to where each column has print, from left to right.

    Names of totals may be set across columns; so may one row in a dozen that has another merged cell.
    """
    least = 1 + height // 12
    set_in = [p for line in lines for p in line if not (is_total(p.text) or is_subtotal(p.text))]
    ends = sorted((x, step) for p in set_in for x, step in ((p.left, 1), (p.right, -1)))
    strips: list[Strip] = []
    count = 0
    start = 0.0
    for x, step in ends:
        if step == 1 and count + 1 == least:
            start = x
        elif step == -1 and count == least:
            strips.append((start, x))
        count += step
    # A column may be all but blank: then its name in the head tells of it.
    for piece in (piece for line in reversed(head) for piece in line):
        if not any(overlap(piece, strip) > 0 for strip in strips):
            strips.append((piece.left, piece.right))
    return sorted(strips)


def _is_column_of_figures(strip: Strip, body: Sequence[Line]) -> bool:
    texts = [piece.text for line in body for piece in line if overlap(piece, strip) > 0]
    return 2 * sum(map(is_figure, texts)) > len(texts)


def _body_cells(rows: Sequence[Sequence[Line]], strips: Sequence[Strip], first: int) -> list[GridCell]:
    cells: list[GridCell] = []
    for number, lines in enumerate(rows):
        placed: dict[int, list[list[Piece]]] = {}
        width: dict[int, int] = {}
        for line in lines:
            parts: dict[int, list[Piece]] = {}
            for piece in line:
                columns = covered(piece, strips)
                parts.setdefault(columns[0], []).append(piece)
                width[columns[0]] = max(width.get(columns[0], 1), len(columns))
            for column, pieces in parts.items():
                placed.setdefault(column, []).append(pieces)
        for column, groups in sorted(placed.items()):
            free = min((c for c in placed if c > column), default=len(strips)) - column
            cells.append(cell_of(first + number, column, groups, 1, min(width[column], free)))
        empty = [c for c in range(len(strips)) if not any(a <= c < a + width[a] for a in placed)]
        cells += [GridCell(first + number, column, "") for column in empty]
    return cells
