"""Finding a matrix of figures in a run of cells: rows of one width, each a name and its figures or blanks.

The width is the period of the kinds of cell: at distance w, words meet words or blanks, figures meet figures or blanks.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from msgspec import Struct

from engine.tables.find.lines import Piece
from engine.tables.words import CORNER, SERIAL, STOP, TITLE, bare, is_subtotal, is_total

_WIDEST = 30
_LEAST_ROWS = 3
_LEAST_FILLED = 0.25
# Added up, words and a figure give a sum that no other pair gives.
_CODE = {"T": 1, "N": 2, "B": 4}
_CLASH = 3


class Matrix(Struct, frozen=True):
    """Rows of cells ``run[first : first + rows * width]``, and what follows them.

    ``kinds`` says per column T or N. ``damaged`` are stretches of cells (start, end) that fit no row; the rows go on
    behind them. ``short_total`` is the number of cells of a last total row whose label spans several columns (0: none).
    """

    first: int
    width: int
    kinds: str
    starts: tuple[int, ...]
    damaged: tuple[tuple[int, int], ...] = ()
    short_total: int = 0

    @property
    def end(self) -> int:
        """Index of the first cell behind the matrix."""
        ends = [start + self.width for start in self.starts] + [end for _, end in self.damaged]
        return max(ends) + self.short_total


def find_matrix(run: Sequence[Piece]) -> Matrix | None:
    """Return the largest matrix in a run of cells, the narrowest one where two cover nearly the same, or None."""
    best: Matrix | None = None
    codes = bytes(_CODE[piece.kind] for piece in run)
    for width in range(2, min(_WIDEST, len(run) // _LEAST_ROWS) + 1):
        for start, end in _periodic(codes, width):
            matrix = _evaluated(run, codes, width, start, end)
            if matrix and (best is None or _covered(matrix) * 10 > _covered(best) * 11):
                best = matrix
    return _continued(run, best) if best else None


def _covered(matrix: Matrix) -> int:
    return len(matrix.starts) * matrix.width


def _periodic(codes: bytes, width: int) -> list[tuple[int, int]]:
    """Return the stretches, three periods long at least, in which no figure meets words one width on."""
    stretches = []
    start = 0
    for i, pair in enumerate(map(add, codes, codes[width:])):
        if pair == _CLASH:
            stretches.append((start, i + width))
            start = i + 1
    stretches.append((start, len(codes)))
    return [(a, b) for a, b in stretches if b - a >= _LEAST_ROWS * width]


def _evaluated(run: Sequence[Piece], codes: bytes, width: int, start: int, end: int) -> Matrix | None:
    kinds = [_majority(codes[start + residue : end : width]) for residue in range(width)]
    if "N" not in kinds or "T" not in kinds:
        return None
    best: tuple[int, Matrix] | None = None
    for phase in range(width):
        turned = "".join(kinds[phase:] + kinds[:phase])
        if turned[0] == "N" and turned[1] != "T":
            continue
        matrix = _trimmed(codes, start + phase, end, turned)
        if matrix is None or (turned[0] == "N" and not _serial_first(run, matrix)):
            continue
        score = _phase_score(run, matrix)
        if best is None or score > best[0]:
            best = score, matrix
    return best[1] if best and _plausible(run, best[1]) else None


def _majority(column: bytes) -> str:
    words, figures = column.count(_CODE["T"]), column.count(_CODE["N"])
    if not words and not figures:
        return "B"
    return "N" if figures >= words else "T"


def _fits(row: Sequence[Piece], kinds: str) -> bool:
    return all(piece.kind == kind or "B" in (piece.kind, kind) for piece, kind in zip(row, kinds, strict=False))


def _trimmed(codes: bytes, first: int, end: int, kinds: str) -> Matrix | None:
    """Return the rows from ``first`` on without rows at either end that are head or trailing words."""
    width = len(kinds)
    starts = list(range(first, end - width + 1, width))
    wanted = bytes(_CODE[kind] for kind in kinds)
    fits = [_CLASH not in map(add, codes[s : s + width], wanted) for s in starts]
    good = [fit and _CODE["N"] in codes[s : s + width] for fit, s in zip(fits, starts, strict=True)]
    first_good = good.index(True) if True in good else len(good)
    last_good = len(good) - good[::-1].index(True) if True in good else len(good)
    starts, fits = starts[first_good:last_good], fits[first_good:last_good]
    return Matrix(starts[0], width, kinds, tuple(starts)) if len(starts) >= _LEAST_ROWS and all(fits) else None


def _phase_score(run: Sequence[Piece], matrix: Matrix) -> int:
    """Say how much speaks for the rows to begin where they do (serial numbers, a total's name, the head's corner)."""
    first, width = matrix.first, matrix.width
    names = [run[s] for s in matrix.starts]
    score = 4 if _serial_first(run, matrix) else 2
    score += 3 if any(is_total(p.text) or is_subtotal(p.text) for p in names) else 0
    head = run[first - width] if first >= width else None
    score += 3 if head and CORNER.fullmatch(bare(head.text)) else 0
    score += 1 if matrix.kinds[-1] == "N" else 0
    return score + (1 if len(matrix.starts) * width + first == len(run) else 0) - (1 if matrix.kinds[0] == "B" else 0)


def _serial_first(run: Sequence[Piece], matrix: Matrix) -> bool:
    """Whether rows begin with a serial number and then a name."""
    return matrix.kinds.startswith("NT") and is_serial([run[s] for s in matrix.starts])


def is_serial(column: Sequence[Piece]) -> bool:
    """Whether a column counts 1, 2, 3 … down its rows (a row without a number, such as a total, is let pass)."""
    numbers = [p.text for p in column if p.kind == "N"]
    if len(numbers) < 2 or any(p.kind == "T" and not is_total(p.text) for p in column):
        return False
    return all(text.isdigit() for text in numbers) and [int(t) for t in numbers] == list(
        range(int(numbers[0]), int(numbers[0]) + len(numbers))
    )


def _plausible(run: Sequence[Piece], matrix: Matrix) -> bool:
    """Whether rows are filled well enough to be a table, and no list of numbers with words behind them."""
    columns = [[run[s + c] for s in matrix.starts] for c in range(matrix.width)]
    serial = int(_serial_first(run, matrix))
    figures = [col for col, kind in zip(columns[serial:], matrix.kinds[serial:], strict=True) if kind == "N"]
    if not figures or _is_half(columns[0]):
        return False
    filled = sum(p.kind == "N" for col in figures for p in col)
    if filled < _LEAST_FILLED * len(figures) * len(matrix.starts):
        return False
    with_figures = sum(any(col[r].kind == "N" for col in figures) for r in range(len(matrix.starts)))
    if with_figures * 10 < 7 * len(matrix.starts):
        return False
    return matrix.width > 2 or _two_columns(run, matrix)


def _is_half(names: Sequence[Piece]) -> bool:
    """Whether every second name is blank: then two of the rows are one."""
    halves = [{piece.kind for piece in names[start::2]} for start in (0, 1)]
    return {"B"} in halves and {"T"} in halves


def _two_columns(run: Sequence[Piece], matrix: Matrix) -> bool:
    """Ask two columns for a head's corner or a total, since a name and a figure in turn may be a page's menu."""
    names = [run[s] for s in matrix.starts]
    before = run[max(0, matrix.first - 3) : matrix.first]
    known = any(CORNER.fullmatch(bare(p.text)) or SERIAL.fullmatch(bare(p.text)) for p in before)
    return len(names) >= 4 and all(len(p.text) <= 20 for p in names) and (known or any(is_total(p.text) for p in names))


def _continued(run: Sequence[Piece], matrix: Matrix) -> Matrix:
    """Follow the rows behind a damaged one, and take in a last total row whose label spans several columns."""
    starts, damaged = _preceded(run, matrix)
    position = starts[-1] + matrix.width
    while (resumed := _resumption(run, position, matrix)) is not None:
        if resumed > position:
            damaged.append((position, resumed))
        while _row_at(run, resumed, matrix):
            starts.append(resumed)
            resumed += matrix.width
        position = resumed
    _open_ends(run, matrix, starts, damaged)
    short = _short_total(run, position, matrix.kinds)
    last = run[starts[-1]]
    ended = bool(short) or last.kind == "B" or is_total(last.text) or (bool(damaged) and damaged[-1][0] > starts[-1])
    broken = 0 if ended else _broken_row(run, position, matrix.width)
    if broken:
        damaged.append((position, position + broken))
    first = min([starts[0], *(start for start, _ in damaged)])
    return Matrix(first, matrix.width, matrix.kinds, tuple(starts), tuple(damaged), short)


def _preceded(run: Sequence[Piece], matrix: Matrix) -> tuple[list[int], list[tuple[int, int]]]:
    """Take in the rows before a damaged one that stands above the rows found."""
    starts: list[int] = list(matrix.starts)
    damaged: list[tuple[int, int]] = []
    width = matrix.width
    while run[max(0, starts[0] - 1)].kind != "T" and starts[0] > width:
        first = starts[0]
        before = next((s for s in range(first - width - 1, first - 3 * width, -1) if _opens(run, s, matrix)), None)
        if before is None:
            name = next((i for i in range(first - 1, max(0, first - width), -1) if run[i].kind == "T"), None)
            if name is not None and run[name - 1].kind == "T":
                damaged.insert(0, (name, first))
            break
        damaged.insert(0, (before + width, first))
        starts.insert(0, before)
        while _opens(run, starts[0] - width, matrix):
            starts.insert(0, starts[0] - width)
    return starts, damaged


def _open_ends(run: Sequence[Piece], matrix: Matrix, starts: list[int], damaged: list[tuple[int, int]]) -> None:
    """Give up a last row with figures left over behind it, and a first one whose name is the head of a column."""
    end = starts[-1] + matrix.width
    if end < len(run) and run[end].kind == "N" and len(starts) > 1:
        while end < len(run) and run[end].kind != "T":
            end += 1
        damaged.append((starts.pop(), end))
    lengths = sorted(len(run[start].text) for start in starts)
    if (
        len(run[starts[0]].text) > max(12, 3 * lengths[len(lengths) // 2])
        and matrix.kinds[0] == "T"
        and len(starts) > 1
    ):
        first = starts.pop(0)
        damaged.insert(0, (first + 1, first + matrix.width))


def _broken_row(run: Sequence[Piece], position: int, width: int) -> int:
    """Return the length of a damaged row at ``position``: a name, then figures and blanks, but fewer than a row has."""
    end = position + 1
    while end < min(len(run), position + width) and run[end].kind != "T":
        end += 1
    figures = any(piece.kind == "N" for piece in run[position + 1 : end])
    return end - position if figures and run[position].kind == "T" else 0


def _opens(run: Sequence[Piece], start: int, matrix: Matrix) -> bool:
    return start >= 0 and run[start].kind == matrix.kinds[0] and _row_at(run, start, matrix)


def _row_at(run: Sequence[Piece], start: int, matrix: Matrix) -> bool:
    row = run[start : start + matrix.width]
    return len(row) == matrix.width and _fits(row, matrix.kinds) and any(p.kind == "N" for p in row)


def _resumption(run: Sequence[Piece], position: int, matrix: Matrix) -> int | None:
    """Return where the rows go on at or behind ``position``: rows that fit, up to words or the end."""
    width = matrix.width
    for start in range(position, min(position + 2 * width, len(run) - width + 1)):
        if _begins_another(run[position:start]):
            return None
        if run[start].kind != matrix.kinds[0] or not _row_at(run, start, matrix):
            continue
        behind = start + width
        if behind >= len(run) or run[behind].kind != "N" or _row_at(run, behind, matrix):
            return start
    return None


def _begins_another(stretch: Sequence[Piece]) -> bool:
    """Whether cells between rows are the title or the head of another table rather than a damaged row."""
    words = [bare(p.text) for p in stretch if p.kind == "T"]
    return len(words) > 3 or any(CORNER.fullmatch(w) or TITLE.fullmatch(w) or STOP.fullmatch(w) for w in words)


def _short_total(run: Sequence[Piece], position: int, kinds: str) -> int:
    leading = len(kinds) - len(kinds.lstrip("T"))
    serial_first = kinds.startswith("NT")
    leading = 2 if serial_first else leading
    length = len(kinds) - leading + 1
    row = run[position : position + length]
    if leading < 2 or len(row) < length or not is_total(row[0].text):
        return 0
    return length if _fits(row[1:], kinds[leading:]) and any(p.kind == "N" for p in row[1:]) else 0
