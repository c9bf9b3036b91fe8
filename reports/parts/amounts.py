"""Amounts as words state them: what they come to, and how the plan itself writes one."""

from __future__ import annotations

import re
from decimal import Decimal

from engine.patterns import lazy
from engine.quantity.numerals import SCALES
from reports.parts.records import FindingView

_AMOUNT = lazy(r"[^\d]*?(-?\d[\d,，]*(?:\.\d+)?)\s*([万亿]?)[^\d]*")


def number_of(text: str) -> Decimal | None:
    """Return the one amount that words state, 万 and 亿 resolved; None for none or several."""
    found = _AMOUNT.fullmatch(text)
    return Decimal(re.sub("[,，]", "", found[1])).scaleb(SCALES[found[2]]) if found else None


_WRITTEN = lazy(r"(?<![\d.])\d[\d,，]*(?:\.\d+)?\s*[万亿]?")


def as_written(view: FindingView, value: Decimal | None) -> str:
    """Return an amount as the plan or the message writes it (``18600万``); empty where neither does."""
    if value is None:
        return ""
    words = (*(quote.text for quote in view.quotes), view.finding.message.zh)
    found = [amount.group() for text in words for amount in _WRITTEN.finditer(text)]
    return next((one.replace(" ", "") for one in found if one[-1] in "万亿" and number_of(one) == value), "")
