"""Printing figures, dates and foreign text so that people read them right and nothing in them can do harm."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import cast

from engine.commitment import Commitment
from engine.facts.fact import Figure
from engine.patterns import lazy
from engine.quantity.bounds import Bound, Op
from engine.quantity.printed import amount as in_words
from engine.quantity.printed import printed
from engine.requirement import DatedValue

SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=", "~": "≈", "range": ""}

# Controls, invisible and direction-changing characters, half surrogates: text may hide or reorder words by them.
_HIDDEN = lazy(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_MOST = Decimal(10) ** 15  # nothing that a plan writes in 万 or 亿 is larger
_NO_LINE_END = frozenset("（【《“‘〔")
_NO_LINE_START = frozenset("，。、；：！？）】》”’％%,.;:!?)]}〕…·")


def visible(text: str) -> str:
    """Return ``text`` with every hidden or direction-changing character spelt out as ``‹U+202E›``."""
    if text.isprintable():  # no hidden character is, and most text has nothing but printable ones
        return text
    return _HIDDEN.sub(lambda m: f"‹U+{ord(m[0]):04X}›", text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return ``text`` visible and on one line, for a sentence, a heading or a cell."""
    return " ".join(visible(text).split())


def plain(amount: Decimal) -> str:
    """Return an amount as a plain decimal string without exponent or idle zeros: ``1.79E+4`` is ``17900``."""
    digits = format(amount, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in ("-0", "") else digits


def written(amount: Decimal) -> str:
    """Return an amount for people, by the one rule of the messages: bare digits, large round ones in 万 and 亿.

    Official documents part no thousands (GB/T 15835-2011 leaves it open): ``36000`` and ``20万``, never ``36,000``.
    """
    size = Decimal(plain(amount)).copy_abs()  # abs() would round to the digits of the context
    digits = in_words(size) if size < _MOST else plain(size)
    return f"-{digits}" if amount < 0 and digits != "0" else digits


def amount_words(op: str, value: Decimal | None, high: Decimal | None, unit: str, digits: str = "") -> str:
    """Return comparator, amount and unit as a short formula: ``≥ 1100 元/人/月``, ``2–3 个``, ``1.2亿元``.

    ``digits`` is the amount as somebody wrote it (``18600万``), where it is to be shown like that.
    """
    if value is None:
        return ""
    number = digits or written(value) if op != "range" or high is None else f"{written(value)}–{written(high)}"
    head = f"{SIGNS[op]} " if SIGNS.get(op) and op != "=" else ""
    return f"{head}{number}{_unit(one_line(unit), number)}"


def _unit(unit: str, number: str) -> str:
    """Return a unit as it stands behind a number: apart from digits, close behind 万 and 亿."""
    return unit if unit in ("", "%", "‰") or number.endswith(("万", "亿")) else f" {unit}"


def figure_words(figure: Figure, digits: str = "") -> str:
    """Return a figure of a finding as a formula, with ``digits`` for its amount; its words alone where it has none."""
    return amount_words(figure.op, figure.value, figure.high, figure.unit, digits) or one_line(figure.text)


def in_prose(figure: Figure) -> str:
    """Return a figure as a sentence has it, ``不低于1250元/人/月``; its words alone where it has no amount."""
    if figure.value is None:
        return one_line(figure.text)
    return printed(Bound(cast(Op, figure.op), figure.value, figure.high), one_line(figure.unit))


def bound_words(bound: Bound, unit: str) -> str:
    """Return a bound in its unit as a formula."""
    return amount_words(bound.op, bound.value, bound.high, unit)


def value_words(value: DatedValue) -> str:
    """Return a standard's value as a formula."""
    return bound_words(value.bound, value.unit)


def commitment_words(commitment: Commitment) -> str:
    """Return a commitment's figure as a formula in the unit that is compared."""
    return bound_words(commitment.bound, commitment.compared_unit)


def width_of(text: str) -> int:
    """Return the columns that ``text`` takes on a terminal: two for a wide character, none for a combining mark."""
    return sum(map(_columns, text))


@lru_cache(maxsize=1 << 15)
def _columns(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.combining(char) else 1


def padded(text: str, width: int) -> str:
    """Return ``text`` filled up with spaces to ``width`` columns."""
    return text + " " * (width - width_of(text))


def clipped(text: str, width: int) -> str:
    """Return ``text`` cut to ``width`` columns, with an ellipsis where something was cut."""
    if width_of(text) <= width:
        return text
    kept, room = "", width - 1
    for char in text:
        room -= width_of(char)
        if room < 0:
            break
        kept += char
    return kept + "…"


def _pieces(text: str) -> Iterable[str]:
    """Split where a line may break: around wide characters and at spaces, never before closing punctuation."""
    start, before, after_wide = 0, "", False
    for at, char in enumerate(text):
        wide = _columns(char) == 2
        breakable = (wide or after_wide or before == " ") and before not in _NO_LINE_END
        if breakable and at > start and char not in _NO_LINE_START and char != " ":
            yield text[start:at]
            start = at
        before, after_wide = char, wide
    if text:
        yield text[start:]


def _fitting(piece: str, room: int) -> list[tuple[str, int]]:
    """Cut a piece that is wider than ``room``; return the parts with their widths."""
    whole = width_of(piece)
    if whole <= room or len(piece) == 1:
        return [(piece, whole)]
    parts: list[tuple[str, int]] = []
    start, used = 0, 0
    for n, char in enumerate(piece):
        size = _columns(char)
        if used + size > room and n > start:
            parts.append((piece[start:n], used))
            start, used = n, 0
        used += size
    return [*parts, (piece[start:], used)]


def wrapped(text: str, width: int, indent: str = "", hanging: str | None = None) -> list[str]:
    """Return ``text`` in lines of ``width`` columns; the first begins with ``indent``, the others with ``hanging``."""
    rest = indent if hanging is None else hanging
    lines, line, used = [], indent, width_of(indent)
    if used + width_of(text) <= width:
        return [(indent + text).rstrip()]
    room = max(2, width - max(used, width_of(rest)))
    for piece, size in (part for whole in _pieces(text) for part in _fitting(whole, room)):
        if used + size > width and used + width_of(piece.rstrip()) > width:
            lines += [line.rstrip()] if line.strip() else []
            line, used = rest, width_of(rest)
        line, used = line + piece, used + size
    return [*lines, line.rstrip()]
