"""Lines out of characters, and paragraphs out of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from engine.document import Box
from engine.patterns import lazy
from plans.pages.page import Char, Page

_CELL_GAP = 1.6
PIECE_GAP = 0.6
"""Widest blank inside what stands together on a line, in sizes of its type."""
_WORD_GAP = 0.25
_LEVEL = 0.4
_HAN = lazy(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014-\u201d\u2460-\u24ff]")
_PAGE_NUMBER = lazy(r"[-—–－\s·]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／，,]?\s*共?\s*\d{1,4}\s*页?)?[-—–－\s·]*")
_OPENING = lazy(
    r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第[一二三四五六七八九十百\d]+[章节条]|附件|[①-⑳●■◆])"
)
# No line is broken before or after these; quotation marks are kept to both sides (Unicode Annex 14, LB19).
NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕…—％%),.;:?!]}“”‘’")
NOT_LAST = frozenset("（《〈「『【〔([{“”‘’")
_LATIN = lazy(r"[!-~]")
_MARGIN = 0.12
_ENOUGH = 8
_AT_EDGE = 0.3


class Row(Struct, frozen=True):
    """A line of print: its words (a tab between pieces that stand far apart), box and size of type.

    ``chars`` has the character behind each of the words' own, None for a blank that was put between.
    """

    text: str
    chars: tuple[Char | None, ...]
    left: float
    right: float
    middle: float
    size: float

    def places(self) -> tuple[Box | None, ...]:
        """Return where each of the words' characters is printed."""
        return tuple(None if char is None else char.place for char in self.chars)


def rows(chars: Iterable[Char]) -> list[Row]:
    """Return the lines from top to bottom: characters whose middles are level, from left to right."""
    lines: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (-c.middle, c.left)):
        line = lines[-1] if lines else None
        if line and abs(line[0].middle - char.middle) < _LEVEL * max(line[0].height, char.height):
            line.append(char)
        else:
            lines.append([char])
    return [_row(sorted(line, key=lambda c: c.left)) for line in lines]


def _row(line: Sequence[Char]) -> Row:
    size = Counter(round(char.height, 1) for char in line).most_common(1)[0][0]
    text = ""
    chars: list[Char | None] = []
    before = None
    for char in line:
        blank = "" if before is None else _between(before, char, max(size, 1.0))
        text += blank + char.text
        chars += [*([None] * len(blank)), *([char] * len(char.text))]
        before = char
    middle = sum(char.middle for char in line) / len(line)
    return Row(text, tuple(chars), line[0].left, max(char.right for char in line), middle, size)


def _between(before: Char, after: Char, size: float) -> str:
    gap = (after.left - before.right) / size
    if gap > _CELL_GAP:
        return "\t"
    spaced = gap > _WORD_GAP and not _HAN.match(before.text) and not _HAN.match(after.text)
    return " " if spaced else ""


def is_wide(text: str) -> bool:
    """Say whether a character is Chinese, or set as wide as one."""
    return _HAN.match(text) is not None


def without_running_heads(pages: Sequence[tuple[Page, list[Row]]]) -> list[tuple[Page, list[Row]]]:
    """Return the pages without page numbers and without lines that most pages repeat at their top or bottom."""
    seen: Counter[tuple[str, str]] = Counter()
    for page, lines in pages:
        seen.update({(edge, _kind(row)) for edge, row in _outer(page, lines)})
    least = max(2, (len(pages) + 1) // 2)
    kept = []
    for page, lines in pages:
        dropped = {
            id(row)
            for edge, row in _outer(page, lines)
            if _PAGE_NUMBER.fullmatch(row.text) or (seen[edge, _kind(row)] >= least and not _of_a_table(row))
        }
        kept.append((page, [row for row in lines if id(row) not in dropped]))
    return kept


def _outer(page: Page, lines: Sequence[Row]) -> list[tuple[str, Row]]:
    outer = [("top", row) for row in lines[:2] if row.middle > (1 - _MARGIN) * page.height]
    return outer + [("bottom", row) for row in lines[-2:] if row.middle < _MARGIN * page.height]


def _of_a_table(row: Row) -> bool:
    """Whether a line is in three pieces at least: a table's head that every page repeats, or its rows of one form."""
    chars = [char for char in row.chars if char is not None]
    return sum(after.left - before.right > PIECE_GAP * max(row.size, 1.0) for before, after in pairwise(chars)) > 1


def _kind(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text)


class Measure(Struct, frozen=True):
    """The type area of a document: left and right edge of its lines, and the usual size of type."""

    left: float
    right: float
    size: float


def measure(lines: Sequence[Row], width: float) -> Measure:
    """Return the edges that most lines keep to on pages of this width.

    Where too few lines end at one place, the right margin is taken to be about as wide as the left one.
    """
    if not lines:
        return Measure(0, 0, 1)
    size = Counter(round(row.size) for row in lines for _ in row.text).most_common(1)[0][0]
    body = [row for row in lines if abs(row.size - size) <= 0.2 * size] or list(lines)
    rights = sorted(row.right for row in body)
    left, right = min(row.left for row in body), rights[-(-9 * (len(rights) - 1) // 10)]
    at_edge = sum(1 for place in rights if abs(place - right) <= size)
    if len(body) < _ENOUGH or at_edge < _AT_EDGE * len(body):
        right = max(right, width - 1.2 * left)
    return Measure(left, right, float(max(size, 1)))


def continues(before: Row, row: Row, area: Measure) -> bool:
    """Say whether a line goes on with the paragraph of the line before it."""
    if "\t" in row.text or "\t" in before.text or abs(before.size - row.size) > 0.2 * max(before.size, row.size):
        return False
    if before.size > 1.15 * area.size:
        centred = abs((before.left + before.right) - (row.left + row.right)) < 2 * area.size
        if centred and row.left > area.left:
            return True
    full = area.right - before.right <= _first_piece(row) + 0.6 * area.size
    flush = row.left <= area.left + 0.8 * area.size
    return full and flush and not (_OPENING.match(row.text) and before.text[-1:] in "。；：）)!！")


def _first_piece(row: Row) -> float:
    """Return the width of what could not be parted at the start of a line: a number with its unit, 施。, （一."""
    last = row.chars[0]
    for before, after, char in zip(row.text, row.text[1:], row.chars[1:], strict=False):
        if after not in NOT_FIRST and before not in NOT_LAST and not (_LATIN.match(before) and _LATIN.match(after)):
            break
        last = char or last
    return last.right - row.left if last is not None else 0.0


def _apart(before: str, after: str) -> bool:
    return not (_HAN.match(before) or _HAN.match(after) or (before.isdigit() and after.isdigit()))


def joined(lines: Sequence[Row]) -> Row:
    """Return lines as one; a blank is put between words that are not Chinese, but not inside a number."""
    text: list[str] = []
    chars: list[Char | None] = []
    for row in lines:
        if text and _apart(text[-1][-1:], row.text[:1]):
            text.append(" ")
            chars.append(None)
        text.append(row.text)
        chars += row.chars
    return replace(lines[-1], text="".join(text), chars=tuple(chars))
