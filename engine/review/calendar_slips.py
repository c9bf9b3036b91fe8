"""Dates that no calendar has (11月31日), and a deadline in a list of tasks that lies a year before all the others."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.review.page import Page
from engine.wording import phrase

_DATE = lazy(r"(?<!\d)(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
# 13月底前, 2025.6.31前
_MONTH = lazy(r"(?<![\d.第])(?:20\d\d年)?(?:1[3-9]|[2-9]\d|0{1,2})月(?=[底末初份]|[上中下]旬|之?前)")
_DOTTED = lazy(r"(?<![\d.])(?P<year>20\d\d)\.(?P<month>\d{1,2})\.(?P<day>\d{1,2})(?![\d.])")
_CELL = lazy(
    r"(?:^|(?<=\t))(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|上旬|中旬|下旬)?(?:以?前)?(?=\t|$)",
    re.MULTILINE,
)
_MANY = 4
_LEAP = 2024


def calendar_facts(page: Page) -> Iterator[Fact]:
    """Yield ``oddity`` facts (garbled) for dates that do not exist."""
    for match in _MONTH.finditer(page.text):
        yield _no_such_day(page, match)
    for match in (*_DATE.finditer(page.text), *_DOTTED.finditer(page.text)):
        if not _exists(int(match["year"] or _LEAP), int(match["month"]), int(match["day"])):
            yield _no_such_day(page, match)


def _no_such_day(page: Page, match: re.Match[str]) -> Fact:
    detail = phrase("review.no-such-day", day=match.group())
    return page.oddity("garbled", match.group(), detail, page.given(*match.span()))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def last_years_date(page: Page, year: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the one date of the year before that fills a cell where many cells of dates are of the plan's year.

    A cell of a date right before or behind it says that rows begin and end (开工, 完工): work may then go on from last year.
    """
    cells = list(_CELL.finditer(page.extraction.document.text))
    ours = [cell for cell in cells if int(cell["year"]) == year]
    before = [cell for cell in cells if int(cell["year"]) == year - 1]
    if len(before) != 1 or len(ours) < _MANY:
        return
    cell = before[0]
    if any(abs(other.start() - cell.end()) <= 1 or abs(cell.start() - other.end()) <= 1 for other in ours):
        return
    yield cell.group(), cell.span()
