"""Finding tables whose rows are lines: cells apart by tabs, bars (Markdown too) or several blanks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from engine.document import Cell, Table
from engine.patterns import lazy
from engine.tables.find.merged import reach_down, shifts_of
from engine.tables.printed import read_cell
from engine.tables.words import HEAD, TITLE, bare

_TAB_LINE = lazy(r"^[^\n]*\S[^\n\t]*\t[^\n]*$", re.MULTILINE)
_BAR_LINE = lazy(r"^[^\n|｜]*[|｜][^\n]*[|｜][^\n]*$", re.MULTILINE)
_GAP_LINE = lazy(r"^[^\S\n]*[^\s\t|]+(?:[^\S\n]{2,}|\u3000)\S[^\n]*$", re.MULTILINE)
_GAP = lazy(r"[ \u00a0]{2,}|[\u3000\u2003]+[ \u00a0]*")
_RULE = lazy(r"[\s|｜:+=-]+")
_LIST_NUMBER = lazy(r"[(（]?[\d一二三四五六七八九十①-⑳•·]+[.、)）．]?")
_SERIAL_HEAD = lazy(r"序号|编号|项次|No\.?")
_LONGEST_NAME = 40


class _Row(Struct, frozen=True):
    start: int
    end: int
    cells: tuple[tuple[int, int], ...]


def find_delimited(text: str) -> list[Table]:
    """Return the tables of at least two rows and two columns whose cells stand on one line."""
    tables: list[Table] = []
    for needle, pattern, split, least in _FORMS:
        if not any(mark in text for mark in needle):
            continue
        for rows in _blocks(text, pattern, split):
            table = _table(text, rows, least, padded=needle != _BLANKS)
            if table is not None:
                tables.append(table)
    return tables


def _by_tabs(line: str) -> list[tuple[int, int]]:
    return _cut(line, [(m.start(), m.end()) for m in re.finditer("\t", line)])


def _by_bars(line: str) -> list[tuple[int, int]]:
    cuts = [(m.start(), m.end()) for m in re.finditer("[|｜]", line)]
    spans = _cut(line, cuts)
    if not line[: cuts[0][0]].strip():
        spans = spans[1:]
    return spans[:-1] if spans and not line[cuts[-1][1] :].strip() else spans


def _by_blanks(line: str) -> list[tuple[int, int]]:
    first = len(line) - len(line.lstrip())
    cuts = [(m.start() + first, m.end() + first) for m in _GAP.finditer(line.strip())]
    return _cut(line, cuts)


def _cut(line: str, cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(line)]
    return [_stripped(line, a, b) for a, b in zip(starts, ends, strict=True)]


def _stripped(line: str, start: int, end: int) -> tuple[int, int]:
    words = line[start:end]
    left = len(words) - len(words.lstrip())
    return (start + left, start + left + len(words.strip())) if words.strip() else (start, start)


_BLANKS = ("  ", "\u3000", "\u00a0\u00a0", "\u2003")
_FORMS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[str], list[tuple[int, int]]], int], ...] = (
    (("|", "｜"), _BAR_LINE, _by_bars, 2),
    (("\t",), _TAB_LINE, _by_tabs, 2),
    (_BLANKS, _GAP_LINE, _by_blanks, 3),
)


def _blocks(text: str, pattern: re.Pattern[str], split: Callable[[str], list[tuple[int, int]]]) -> list[list[_Row]]:
    """Return the runs of lines of one form; one empty line between two rows is let pass."""
    blocks: list[list[_Row]] = []
    for match in pattern.finditer(text):
        between = text[blocks[-1][-1].end : match.start()] if blocks else "x"
        row = _Row(match.start(), match.end(), tuple(split(match.group())))
        if not blocks or between.strip() or between.count("\n") > 2:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _table(text: str, rows: Sequence[_Row], least: int, *, padded: bool) -> Table | None:
    ruled = [row for row in rows if not _RULE.fullmatch(text[row.start : row.end])]
    width = max((len(row.cells) for row in ruled), default=0)
    narrow = min((len(row.cells) for row in ruled), default=0)
    if len(ruled) < max(2, least) or width < least or (not padded and narrow != width):
        return None
    grid = [[text[row.start + a : row.start + b] for a, b in row.cells] for row in ruled]
    if not _is_table(grid, width):
        return None
    cells: list[Cell] = []
    serial = _SERIAL_HEAD.fullmatch(bare(grid[0][0])) is not None
    shifts = shifts_of(grid) if serial else [0] * len(grid)
    kinds = _kinds(grid, width)
    for index, row in enumerate(ruled):
        shift = shifts[index]
        spans = [*[(row.cells[0][0],) * 2] * shift, *row.cells[: len(row.cells) - shift]]
        if padded and index and spans == [*row.cells]:
            more = _filler(text[row.start : row.end]) - _filler(text[ruled[0].start : ruled[0].end])
            filled = len(row.cells) - max(0, more)
            left = _missing_left(grid[index][:filled], kinds)
            if filled < len(row.cells) and filled + left != width:
                # The page dropped its blank cells and filled the row up: nobody can tell whose the figures are.
                cells.append(Cell(index, 0, *(row.start + at for at in row.cells[0])))
                continue
            spans = [*[(row.cells[0][0],) * 2] * left, *spans[:filled]]
        spans = [*spans, *[(row.end - row.start, row.end - row.start)] * (width - len(spans))]
        cells.extend(Cell(index, c, row.start + a, row.start + b) for c, (a, b) in enumerate(spans))
    moved = [index for index, shift in enumerate(shifts) if shift]
    blank = [(cell.row, cell.column) for cell in cells if cell.start == cell.end and kinds[cell.column] != "figure"]
    return Table(reach_down(cells, moved, blank), _title(text, ruled[0].start))


def _filler(line: str) -> int:
    """Return how many cells of no width at all a row ends with: | 12 | 3 |||."""
    return max(0, len(line.rstrip()) - len(line.rstrip().rstrip("|｜")) - 1)


def _kinds(grid: Sequence[Sequence[str]], width: int) -> list[str]:
    """Return what most of the whole rows below the head hold in each column: a figure, words, or nothing that is known."""
    whole = [row for row in grid[1:] if len(row) == width]
    columns = [[_kind(row[c]) for row in whole] for c in range(width)]
    return [max(sorted(set(column)), key=column.count) if column else "" for column in columns]


def _kind(words: str) -> str:
    state = read_cell(words).state
    return "figure" if state == "figure" else "words" if words.strip() and state != "blank" else ""


def _missing_left(row: Sequence[str], kinds: Sequence[str]) -> int:
    """Return how many cells at the left of a narrow row a merged cell above holds, by what its other cells are."""
    own = [_kind(words) for words in row]
    known = [(place, kind) for place, kind in enumerate(own) if kind]
    fits = [
        sum(1 if kinds[place + shift] == kind else -1 for place, kind in known if kinds[place + shift])
        for shift in range(len(kinds) - len(row) + 1)
    ]
    best = max(range(len(fits)), key=lambda shift: (fits[shift], -shift), default=0)
    return best if best and fits[best] == len(known) > fits[0] else 0


def _is_table(grid: Sequence[Sequence[str]], width: int) -> bool:
    """Whether rows of cells are a table: a column of figures beside names, or a head of known words."""
    if width == 2 and all(_LIST_NUMBER.fullmatch(row[0].strip()) or not row[0].strip() for row in grid):
        return False
    columns = [[row[c] for row in grid if c < len(row)] for c in range(width)]
    filled = [column for column in columns if 2 * sum(bool(cell.strip()) for cell in column) >= len(grid)]
    named = any(all(len(cell) <= _LONGEST_NAME for cell in column) for column in filled)
    body = [column[1:] for column in columns]
    figures = [c for c in body if c and 2 * sum(read_cell(cell).state == "figure" for cell in c) > len(c)]
    known = sum(HEAD.fullmatch(bare(cell)) is not None for cell in grid[0])
    return len(filled) >= 2 and named and (bool(figures) or known >= 2)


def _title(text: str, start: int) -> str:
    lines = text[max(0, start - 200) : start].split("\n")
    for line in [words for words in map(str.strip, reversed(lines)) if words][:2]:
        words = bare(line)
        if TITLE.fullmatch(words) and not words.startswith(("单位", "附件", "附表")) and len(words) <= _LONGEST_NAME:
            return line
    return ""
