"""What one cell of a table says: a figure, a blank, a damaged figure or words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER, DENOMINATOR, MEASURE_WORDS, canonical, unit_text
from engine.quantity.numerals import SCALE, SCALES, arabic, chinese
from engine.words.counted import THINGS

State = Literal["figure", "blank", "damaged", "words"]

_SCALE = f"{SCALE}|千"
_FIGURE = lazy(
    rf"(?P<about>约|近|大约)?(?P<number>[-+]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)"
    rf"(?P<scale>{_SCALE})?(?P<unit>(?:{AFTER_NUMBER})(?:/(?:{DENOMINATOR})(?:[/·](?:{DENOMINATOR}))?)?)?(?P<round>左右|上下)?"
)
_FOOTNOTE = lazy(r"(?:[*※#†]|[①-⑳]|\[\d{1,2}\]|\(?注\d{0,2}\)?|[⁰¹²³⁴-⁹])+$")
_INVISIBLE = lazy("[\u200b-\u200d\u2060\ufeff\u00ad]+")
# 20（含5户续建）: the figure of the cell, and what is told of it.
_ASIDE = lazy(r"\((?:其中|含|包括|包含)[^()]*\)$")
# A numeral of one character is a serial number, or that of a class or quarter (一类, 一季度).
_SPELLED = lazy(rf"(?P<number>[一二三四五六七八九十百千万零〇两]{{2,9}})(?P<unit>{THINGS})?")
# More digits are no amount of anything: a code, or two cells run together.
_MOST_DIGITS = 16
_BLANK = lazy(r"[-—/\\·.、…]*|无|空|暂无|不涉及|N/?A|null|none", re.IGNORECASE)
_SPOILT = lazy(
    r"#+|#[A-Z/0]+[!?]?|[\d.,\s]*[\ufffd□?？][\d.,\s□?？\ufffd]*|[\d.,]*[oOlI][\d.,oOlI]*|[\d.,\s+*-]*\d[\d.,\s+*-]*"
)


_BOUND_BEFORE = lazy(r"[≥≤><=]+|不(?:低于|少于|高于|超过|大于|小于)|(?:达到|控制在|超过|高于|低于|至少|力争)(?:达到)?")
# 每人每月, 每户每年: what a sum is paid for, before it.
_PER_BEFORE = lazy(r"(?:每(?:人|名|生|户|例|亩|床|年|月|天|日|次|学年|学期)){1,3}", needs="每")
_BOUND_BEHIND = lazy(r"(?:及?以[上下内]|左右|以上)$")
_NUMERATOR = lazy(AFTER_NUMBER)
_DATES = frozenset("年月日")


class Printed(Struct, frozen=True):
    """A cell as printed.

    ``value`` is in the base unit of ``unit`` (万 resolved), ``decimals`` the digits printed behind the point, ``power``
    the scale word (4 for 万); ``start``/``end`` are the figure's place within the cell.
    """

    state: State
    value: Decimal | None = None
    decimals: int = 0
    power: int = 0
    unit: str = ""
    approximate: bool = False
    start: int = 0
    end: int = 0


def split_unit(words: str) -> tuple[int, str] | None:
    """Return (power of ten, canonical unit) of ``万元/年`` or ``元/月·人``; None when the words are no unit."""
    words = "".join(fold(words).split())
    for scale in (*_SCALE.split("|"), ""):
        if words.startswith(scale):
            unit = _spelled(words[len(scale) :])
            if unit is not None and (unit or scale):
                return SCALES[scale], unit
    return None


def _spelled(words: str) -> str | None:
    if not words:
        return ""
    head, *per = words.split("/")
    if _NUMERATOR.fullmatch(head) is None:
        return None
    parts = [canonical(p) for chunk in per for p in chunk.split("·")]
    if any(p not in MEASURE_WORDS for p in (head, *parts)):
        return None
    return unit_text(canonical(head), parts)


@lru_cache(maxsize=8192)
def read_cell(text: str) -> Printed:
    """Return what a cell says. 不低于95% is words: prose that the extractor reads, no figure to add up."""
    folded = fold(text)
    words = folded.strip()
    if not words or _BLANK.fullmatch(words):
        return Printed("blank")
    shown = _FOOTNOTE.sub("", _ASIDE.sub("", words)).rstrip() or words
    plain = _INVISIBLE.sub("", shown)
    match = _FIGURE.fullmatch(plain) or _FIGURE.fullmatch("".join(plain.split())) if _joinable(plain) else None
    start = folded.index(words)
    if match is None:
        return _spelled_out(plain, start) or Printed("damaged" if _SPOILT.fullmatch(plain) else "words")
    if match["unit"] in _DATES:
        return Printed("words")
    if sum(map(str.isdigit, match["number"])) > _MOST_DIGITS:
        return Printed("damaged")
    number = arabic(match["number"].replace(",", ""), match["scale"] or "")
    decimals = len(match["number"].partition(".")[2])
    unit = (_spelled(match["unit"]) or match["unit"]) if match["unit"] else ""
    about = bool(match["about"] or match["round"])
    power = SCALES[match["scale"] or ""]
    return Printed("figure", number.value, decimals, power, unit, about, start, start + len(shown))


def _spelled_out(plain: str, start: int) -> Printed | None:
    """Return a whole number in words (二十, 三十一户) as its cell's figure."""
    match = _SPELLED.fullmatch(plain)
    value = chinese(match["number"]) if match else None
    if match is None or value is None:
        return None
    unit = canonical(match["unit"]) if match["unit"] else ""
    return Printed("figure", value, 0, 0, unit, False, start, start + len(plain))


def _joinable(plain: str) -> bool:
    # 1 200 may be one number or two cells run together; only a blank before the unit is harmless.
    return re.search(r"\d\s+\d", plain) is None


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure and nothing else."""
    return read_cell(text).state == "figure"


def is_bounded(text: str) -> bool:
    """Whether a cell holds one figure with a bound (≥95, 4.5以内), which is prose to read but a figure of its column."""
    core = _without_bound(text)
    return core != "".join(fold(text).split()) and is_figure(core)


def told_unit(text: str) -> str | None:
    """Return the unit of the one figure that a cell holds, with its bound or without (不少于60小时); None where it holds other words."""
    figure = read_cell(_without_bound(text))
    return figure.unit if figure.state == "figure" else None


def _without_bound(text: str) -> str:
    return _BOUND_BEHIND.sub("", _BOUND_BEFORE.sub("", "".join(fold(text).split())))


def is_told_figure(text: str) -> bool:
    """Whether a cell holds a figure, with its bound and with what it is paid for (不低于每人每月595元), and nothing else."""
    words = "".join(fold(text).split())
    core = _BOUND_BEHIND.sub("", _BOUND_BEFORE.sub("", _PER_BEFORE.sub("", words, 1), 1))
    return is_figure(core)


def scaled(figure: Printed, power: int, unit: str) -> Printed:
    """Return a figure without a unit of its own in the unit of its column (``power`` for its 万)."""
    if figure.state != "figure" or figure.value is None or figure.unit or figure.power:
        return figure
    value = figure.value.scaleb(power)
    whole = value.to_integral_value()
    value = whole.quantize(Decimal(1)) if value == whole else value
    return Printed("figure", value, figure.decimals, power, unit, figure.approximate, figure.start, figure.end)
