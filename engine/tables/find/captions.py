"""The head and the title of a flattened table: which of the lines above the rows belong to which column."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from engine.document import Cell
from engine.tables.find.lines import Piece
from engine.tables.words import CORNER, TITLE, bare, is_subtotal, is_total, split_label

_LONGEST_TITLE = 60


class Head(Struct, frozen=True):
    """Head cells (rows from 0), the number of head rows, the title and where in the run all that begins."""

    cells: tuple[Cell, ...]
    rows: int
    title: str
    start: int


def head_above(run: Sequence[Piece], first: int, kinds: str) -> Head:
    """Return the head of the table whose rows begin at ``run[first]`` with columns of ``kinds``."""
    width = len(kinds)
    lowest = first
    while lowest > 0 and first - lowest < 4 * width + 4 and run[lowest - 1].kind != "N":
        lowest -= 1
    lines = list(range(lowest, first))
    begin = _begin(run, lines, first, width)
    title, start = title_above(run, begin)
    labels = run[begin:first]
    cells = _arranged(labels, kinds, certain=begin > lowest or _is_corner(labels))
    if cells is None:
        return Head((), 0, title, start)
    return Head(tuple(cells), max(c.row + c.rows for c in cells), title, start)


def _is_corner(labels: Sequence[Piece]) -> bool:
    return bool(labels) and CORNER.fullmatch(bare(labels[0].text)) is not None


def _begin(run: Sequence[Piece], lines: Sequence[int], first: int, width: int) -> int:
    """Return where the head begins: at the last corner word that leaves a label for each column, or below a title."""
    corners = [i for i in lines if first - i >= width - 1 and CORNER.fullmatch(bare(run[i].text))]
    if corners:
        begin = corners[-1]
        while begin - 1 in corners:
            begin -= 1
        return begin
    titles = [i for i in lines if is_title(run[i])]
    begin = titles[-1] + 1 if titles else lines[0] if lines else first
    return begin if first - begin >= width - 1 or titles else max(begin, first - width)


def is_title(piece: Piece) -> bool:
    """Whether a line reads as the title of a table or annex, or as its 单位：万元."""
    words = bare(piece.text)
    return piece.kind == "T" and len(words) <= _LONGEST_TITLE and TITLE.fullmatch(words) is not None and len(words) > 3


def title_above(run: Sequence[Piece], begin: int) -> tuple[str, int]:
    """Return the title in the up to three lines above ``begin`` and where it starts (``begin`` when there is none)."""
    for index in range(begin - 1, max(-1, begin - 4), -1):
        words = bare(run[index].text)
        if run[index].kind == "T" and is_title(run[index]) and not words.startswith(("单位:", "附件", "附表")):
            return run[index].text, index
    return "", begin


def _cell(piece: Piece, row: int, column: int, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(row, column, piece.start, piece.end, rows, columns)


def _arranged(labels: Sequence[Piece], kinds: str, *, certain: bool) -> list[Cell] | None:
    width, count = len(kinds), len(labels)
    if count == width:
        return [_cell(p, 0, c) for c, p in enumerate(labels)]
    if count == width - 1:
        merged = _merged_labels(labels, 1) if certain and _is_corner(labels) else None
        return merged or [_cell(p, 0, c + 1) for c, p in enumerate(labels)]
    if count > width and certain:
        corners = next((i for i, p in enumerate(labels) if not CORNER.fullmatch(bare(p.text))), count)
        extra = count - width
        if extra <= 2 and corners > extra:
            corner = Cell(0, 0, labels[0].start, labels[extra].end)
            return [corner, *(_cell(p, 0, c + 1) for c, p in enumerate(labels[extra + 1 :]))]
        return _two_rows(labels, kinds) or _lowest(labels, kinds)
    return _lowest(labels, kinds) if count > width else None


def _lowest(labels: Sequence[Piece], kinds: str) -> list[Cell]:
    return [_cell(p, 0, c) for c, p in enumerate(labels[-len(kinds) :])]


def _merged_labels(labels: Sequence[Piece], missing: int) -> list[Cell] | None:
    """Spread labels over one column more each where two names ran together in one line (实事项目名称指标任务)."""
    cells: list[Cell] = []
    column = 0
    for piece in labels:
        span = 2 if missing and split_label(piece.text) else 1
        missing -= span - 1
        cells.append(_cell(piece, 0, column, columns=span))
        column += span
    return cells if not missing else None


def _two_rows(labels: Sequence[Piece], kinds: str) -> list[Cell] | None:
    """Read a head of two rows: groups above, and below them what each group is divided into."""
    leading = len(kinds) - len(kinds.lstrip("T")) if kinds[0] == "T" else 1 + (kinds[1:2] == "T")
    groups = len(labels) - len(kinds)
    measured = len(kinds) - leading
    for alone in range(measured - 2 * groups + 1):
        upper = labels[leading : leading + groups + alone]
        lower = labels[leading + groups + alone :]
        single = [i for i, p in enumerate(upper) if _stands_alone(p)]
        if len(lower) % groups or len(lower) < 2 * groups or len(single) != alone:
            continue
        size = len(lower) // groups
        if groups == 1 or [bare(p.text) for p in lower] == [bare(p.text) for p in lower[:size]] * groups:
            return _grouped(labels[:leading], upper, lower, set(single), size)
    return None


def _stands_alone(piece: Piece) -> bool:
    words = bare(piece.text)
    return is_total(words) or is_subtotal(words) or words.endswith(("备注", "责任单位", "牵头单位", "完成时限"))


def _grouped(
    corner: Sequence[Piece], upper: Sequence[Piece], lower: Sequence[Piece], single: set[int], size: int
) -> list[Cell]:
    cells = [_cell(p, 0, c, rows=2) for c, p in enumerate(corner)]
    column, below = len(corner), 0
    for index, piece in enumerate(upper):
        if index in single:
            cells.append(_cell(piece, 0, column, rows=2))
            column += 1
            continue
        cells.append(_cell(piece, 0, column, columns=size))
        cells.extend(_cell(p, 1, column + i) for i, p in enumerate(lower[below : below + size]))
        column, below = column + size, below + size
    return cells
