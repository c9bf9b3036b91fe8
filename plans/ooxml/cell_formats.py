"""A cell's value as the sheet shows it: percentages, dates, thousands, and units written into the number format.

Formats are those of ECMA-376 part 1, 18.8.30. Values stay decimal throughout. Decimals are rounded as shown, except
that a fraction is never rounded away altogether (12.5 under the format ``0`` is read as 12.5).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache

from engine.patterns import lazy

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-m-yy", 16: "m-d",
    17: "yyyy-m", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "#,##0",
    43: "#,##0.00", 44: "#,##0.00", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Codes of the built-in formats, as a Chinese Excel shows them."""

_TOKEN = lazy(
    r'"([^"]*)"|\\(.)|\[([^\]]*)\]|_.|\*.|General|G/通用格式|[ymdhs]+|AM/PM|上午/下午|.', re.IGNORECASE | re.DOTALL
)
_DATE_WORD = lazy(r"[ymdhs]+", re.IGNORECASE)
_EXACT = Context(prec=15, rounding=ROUND_HALF_UP)
_DAY_MAX = 2958465


@lru_cache(maxsize=4096)
def shown(raw: str, code: str, epoch_1904: bool = False) -> str:
    """Return a number, given as the file writes it, in the form that its format code asks for."""
    try:
        value = _EXACT.create_decimal(raw)
    except InvalidOperation:
        return raw
    if not value.is_finite():
        return raw
    section, value = _section(code, value)
    tokens = list(_TOKEN.finditer(section))
    if any(_DATE_WORD.fullmatch(token[0]) for token in tokens):
        return _date(value, tokens, epoch_1904)
    return _number(value, tokens)


def _section(code: str, value: Decimal) -> tuple[str, Decimal]:
    """Choose the section for positive, negative or zero; a section for negatives writes its own sign."""
    parts: list[str] = [""]
    for token in _TOKEN.finditer(code):
        if token[0] == ";":
            parts.append("")
        else:
            parts[-1] += token[0]
    if value < 0 and len(parts) > 1:
        bare = not re.search(r"[-(（]", parts[1])
        return parts[1], value if bare and parts[1].strip() else abs(value)
    if value == 0 and len(parts) > 2:
        return parts[2], value
    return parts[0], value


def _literal(token: re.Match[str]) -> str:
    """Return the words that a token of a format stands for."""
    if token[1] is not None or token[2] is not None:
        return token[1] or token[2] or ""
    if token[3] is not None:
        return token[3][1:].partition("-")[0] if token[3].startswith("$") else ""
    return "" if token[0][0] in "_*" and len(token[0]) == 2 else token[0]


def _number(value: Decimal, tokens: list[re.Match[str]]) -> str:
    places = [i for i, token in enumerate(tokens) if token[0] in ("0", "#", "?")]
    code = "".join(token[0] for token in tokens if token.lastindex is None)
    if not places or "/" in code or re.search(r"e[+-]", code, re.IGNORECASE):
        return _general(value, tokens, bool(places))
    first, last = places[0], places[-1]
    pattern = "".join(token[0] for token in tokens[first : last + 1] if token[0] in ("0", "#", "?", ".", ","))
    after = tokens[last + 1 :]
    while after and after[0][0] == ",":
        value /= 1000
        after = after[1:]
    value *= 100 ** sum(token[0] == "%" for token in tokens)
    before = "".join(_literal(token) for token in tokens[:first])
    return before + _digits(value, pattern) + "".join(_literal(token) for token in after)


def _general(value: Decimal, tokens: list[re.Match[str]], fraction: bool) -> str:
    if fraction or not tokens or tokens[0][0] == "@":
        return plain(value)
    text = ""
    for token in tokens:
        text += plain(value) if token[0].lower() in ("general", "g/通用格式") else _literal(token)
    return text.strip()


def _digits(value: Decimal, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    most, least = len(decimals.replace(",", "")), decimals.count("0")
    exact = _EXACT.create_decimal(value)
    if most == 0 and exact != exact.to_integral_value():
        text = plain(exact)
    else:
        text = f"{exact.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, Context(prec=60)):f}"
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    ones, _, rest = digits.partition(".")
    while len(rest) > least and len(rest) <= most and rest.endswith("0"):
        rest = rest[:-1]
    ones = ones.zfill(whole.count("0"))
    grouped = f"{int(ones):,}" if "," in whole else ones
    return sign + grouped + (f".{rest}" if rest else "")


def plain(value: Decimal) -> str:
    """Return a number in digits, without exponent and without zeros at the end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(value: Decimal, tokens: list[re.Match[str]], epoch_1904: bool) -> str:
    if not 0 <= value <= _DAY_MAX:
        return plain(value)
    # Day 60 of the 1900 calendar is a 29 February that never was; real days are counted from 30 December 1899.
    epoch = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30 if value >= 60 else 31)
    seconds = int((value * 86400).to_integral_value(ROUND_HALF_UP))
    moment = epoch + timedelta(days=seconds // 86400, seconds=seconds % 86400)
    text, hour = "", False
    for token in tokens:
        word = token[0].lower()
        if not _DATE_WORD.fullmatch(token[0]):
            text += _literal(token)
            continue
        text += _date_part(moment, word, hour)
        hour = word[0] == "h"
    return text.strip()


def _date_part(moment: datetime, word: str, after_hour: bool) -> str:
    kind = word[0]
    if kind == "y":
        return f"{moment.year:04d}" if len(word) > 2 else f"{moment.year % 100:02d}"
    number = {"d": moment.day, "h": moment.hour, "s": moment.second}.get(
        kind, moment.minute if after_hour else moment.month
    )
    return f"{number:02d}" if len(word) == 2 else str(number)
