"""The small texts of a standard: amounts, days, units and names, read exactly, each with a proposal when it is wrong."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from engine.patterns import lazy
from engine.quantity.measure_words import CANONICAL, MEASURE_WORDS

UNKNOWN_DAY = "unknown"
FIRST_YEAR, LAST_YEAR = 1949, 2149

_AMOUNT = lazy(r"-?\d{1,18}(\.\d{1,9})?", re.ASCII)
_DAY = lazy(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LOOSE_DAY = lazy(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_SCALES = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}
_KEBAB = lazy(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def is_amount(text: str) -> bool:
    """Return whether ``text`` is a plain decimal number: digits, at most one point, perhaps a minus."""
    return _AMOUNT.fullmatch(text) is not None


def is_kebab(text: str) -> bool:
    """Return whether ``text`` is small letters, digits and single hyphens."""
    return _KEBAB.fullmatch(text) is not None


def kebab(text: str) -> str:
    """Return the nearest kebab-case name, or ``""`` when nothing of ``text`` can be kept."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", text)
    return re.sub(r"[^a-z0-9]+", "-", spaced.lower()).strip("-")


def propose_amount(text: str) -> str:
    """Return the plain decimal that ``text`` (``1,100``, ``1.79万``, ``95%``, ``“５”``) means, or ``""``."""
    plain = unicodedata.normalize("NFKC", text).strip(" \"'“”‘’%‰").replace(",", "").replace("_", "")
    scale = _SCALES.get(plain[-1:], Decimal(1))
    try:
        amount = Decimal(plain.rstrip("万亿")) * scale
    except ArithmeticError:
        return ""
    if not amount.is_finite():
        return ""
    digits = format(amount, "f")
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return digits if is_amount(digits) else ""


def read_day(text: str) -> date | None:
    """Return the day that ``text`` (``2022-03-01``) names, or None when it is no such text or no such day."""
    if _DAY.fullmatch(text) is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def propose_day(text: str) -> str:
    """Return the day that ``text`` was probably meant to name (``2022年3月1日``, ``2022-02-30``), or ``""``."""
    found = _LOOSE_DAY.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return ""
    year, month, day = (int(part) for part in found.groups())
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and day >= 1):
        return ""
    return date(year, month, min(day, calendar.monthrange(year, month)[1])).isoformat()


def is_dayish(text: str) -> bool:
    """Return whether ``text`` has the form of a day, be there such a day or not."""
    return _DAY.fullmatch(text) is not None


def unknown_measure(unit: str) -> str | None:
    """Return the part of ``unit`` that is no known measure word, or None when all are known."""
    if not unit:
        return None
    return next((part for part in re.split("[/·]", unit) if part not in MEASURE_WORDS), None)


def propose_unit(unit: str) -> str:
    """Return how ``unit`` is spelled (``元／名·月``, ``每人每月元``, ``元/人.月`` → ``元/人/月``), or ``""``."""
    plain = unicodedata.normalize("NFKC", unit).strip().replace(" ", "")
    if each := re.fullmatch(r"(?:每(.))?(?:每(.))?(元)", plain):
        return "/".join(part for part in (each[3], each[1], each[2]) if part)
    plain = re.sub(r"/每|每", "/", plain).replace("、", "/").replace(".", "/").replace("//", "/")
    if "/" in plain:
        plain = plain.replace("·", "/")
    for scale in ("万", "亿"):
        if plain.startswith(scale) and plain not in MEASURE_WORDS:
            plain = plain[1:]
    parts = [CANONICAL.get(part, part) for part in plain.split("/")]
    return "/".join(parts) if all(part in MEASURE_WORDS for part in parts) else ""


def spelled(unit: str) -> str:
    """Return ``unit`` with each measure word spelled canonically (``元/名/月`` → ``元/人/月``)."""
    return re.sub(r"[^/·]+", lambda found: CANONICAL.get(found[0], found[0]), unit)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most like ``word``, or ``""`` when none is near."""
    import difflib

    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)), "")
