"""Figures written so that nobody can be sure what they are: a minus, a power, two points, the greater end first.

What is read of them may be another figure than was meant, so the place is shown instead of passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.quantity.measure_words import AFTER_NUMBER
from engine.review.page import Page
from engine.wording import phrase

# Months, days and places in a list are written in these ways too, and lines of so many kilovolts from high to low.
_COUNTED = rf"(?![年月日号岁期条项类级章节页届批]|千伏)(?:[万亿]+(?:{AFTER_NUMBER})?|{AFTER_NUMBER}|%)"
_PLAIN = r"\d+(?:\.\d+)?"
_NEGATIVE = lazy(rf"(?:(?<=[一-龥,，:：(（])|(?<=\n)|\A)-{_PLAIN}[ ]*(?!‰|百分点|℃){_COUNTED}")
_MAY_FALL = lazy("[增减升降差比较盈亏余变速幅]|指数|价格")
_MINUS = frozenset("-−－")
_SHAPES = {
    "power": lazy(rf"(?<![A-Za-z0-9.]){_PLAIN}[eE][+-]?\d+[ ]*{_COUNTED}"),
    "nought": lazy(r"(?<![\d./])\d+/0+(?![\d./])"),
    "commas": lazy(rf"(?<![\d,.第])(?!\d{{1,3}}(?:,\d{{3}})+(?!,?\d))\d+(?:,\d+)+(?:\.\d+)?[ ]*{_COUNTED}"),
    "points": lazy(rf"(?<![\d.])\d+(?:\.\d+){{2,}}[ ]*{_COUNTED}"),
    "part": lazy(rf"[¼½¾⅐-⅞↉][ ]*{_COUNTED}"),
}
# 2023-24学年 is a year with the next one.
_RANGE = lazy(
    rf"(?<![\d.-])(?!(?:19|20)\d\d[ ]?[-~])(?P<low>{_PLAIN})[ ]?(?P<first>%?)[ ]?[-~][ ]?(?!0\d)(?P<high>{_PLAIN})[ ]?(?P<unit>{_COUNTED})(?!-)"
)
# Beyond this an end without a scale may be the smaller one after all: 500-1万元.
_NO_SCALE = 100
_LAST_YEAR = 2149
_YEAR = lazy(r"(?<!\d)\d{4}年(?=底|末|度|\d|民生|政府)")
_TURNED = lazy("[\u202a-\u202e\u2066-\u2069]")
_AROUND = 8


def doubtful_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (garbled) for each figure whose way of writing is doubtful, and one for turned text."""
    text = page.folded
    given = page.extraction.document.text
    for match in _NEGATIVE.finditer(text):
        before = text[max(0, match.start() - _AROUND) : match.start()]
        if given[match.start()] in _MINUS and not _MAY_FALL.search(before):
            yield _fact(page, match, "negative")
    for kind, shape in _SHAPES.items():
        for match in shape.finditer(text):
            # Chinese commas part the members of a list.
            if kind != "commas" or "，" not in given[match.start() : match.end()]:
                yield _fact(page, match, kind)
    for match in _RANGE.finditer(text):
        if _is_turned_round(match):
            yield _fact(page, match, "reversed")
    for match in _YEAR.finditer(text):
        if int(match.group()[:-1]) > _LAST_YEAR:
            yield _fact(page, match, "year")
    yield from _turned(page)


def _fact(page: Page, match: re.Match[str], kind: str) -> Fact:
    words = page.extraction.document.text[match.start() : match.end()].strip()
    return page.oddity("garbled", words, phrase(f"review.doubtful-{kind}"), match.span())


def _is_turned_round(match: re.Match[str]) -> bool:
    low, high = Decimal(match["low"]), Decimal(match["high"])
    scaled = match["unit"][0] in "万亿" and low >= _NO_SCALE
    return low > high and not scaled and match["first"] in ("", match["unit"])


def _turned(page: Page) -> Iterator[Fact]:
    """Yield one fact for controls that show a text in another order than it has, counted."""
    given = page.extraction.document.text
    found = list(_TURNED.finditer(given))
    if found:
        at = found[0].start()
        start, end = max(given.rfind("\n", 0, at) + 1, at - _AROUND), min(len(given), at + _AROUND)
        words = _TURNED.sub("", given[start:end].split("\n")[0]).strip()
        yield page.oddity("garbled", words, phrase("review.turned", count=len(found)), (start, end))
