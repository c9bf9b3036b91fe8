"""Numbering: gaps, repeats and mixed styles within one series of items."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from msgspec import Struct, field

from engine.commitment import Item
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.quantity.numerals import whole_number
from engine.reconcile.lists.enumerations import table_listings
from engine.review.page import Page
from engine.tables.words import bare
from engine.wording import Text, phrase

_PRINTED = lazy(
    r"(?P<open>[(第]?)(?P<value>\d{1,3}|[一二三四五六七八九十百]{1,4})(?P<close>[.、:)]{0,2}|[条项件章节]|部分)[、:. ]*$"
)
_MOST_MISSING = 3
_LEAST_ROWS = 5
_DIGITS = "一二三四五六七八九十"


class _Series(Struct):
    """A run of items in one style: the last number, and what was found wrong so far."""

    level: int
    value: int = 0
    item: Item | None = None
    mark: str = ""
    reported: set[str] = field(default_factory=set)


def numbering_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (numbering) for each series of items and kind of fault: gap, repeat, mixed styles.

    A series may begin with any number, begin again at 1, and run on across the headings above it.
    """
    open_series: dict[str, _Series] = {}
    for item in page.skeleton.items:
        read = _read(item.number)
        if read is None:
            continue
        style, value, mark = read
        series = open_series.get(style)
        for other in open_series.values():
            if other.level > item.level:
                other.item = None
        if series is None or value == 1 or (series.item is None and value != series.value + 1):
            open_series[style] = _Series(item.level, value, item, mark)
            continue
        yield from _checked(page, series, item, value, mark)
        series.value, series.item, series.level = value, item, item.level
    yield from _rows(page)


def _rows(page: Page) -> Iterator[Fact]:
    """Yield a fact for each table whose rows are numbered upward with a few numbers left out."""
    document = page.extraction.document
    for listing in table_listings(page.extraction.tables, document):
        printed = [document.text[start:end].strip() for start, end in listing.places]
        values = [int(bare(number)) for number in printed]
        missing = sorted(set(range(1, values[-1])) - set(values))
        upward = all(one < other for one, other in itertools.pairwise(values))
        if len(values) >= _LEAST_ROWS and upward and 0 < len(missing) <= _MOST_MISSING:
            after = next(i for i, value in enumerate(values) if value > missing[0])
            numbers = "、".join(str(number) for number in missing)
            detail = phrase("review.number-gap", before=printed[after - 1], number=printed[after], missing=numbers)
            name = f"{printed[after]} {listing.names[after][:20]}"
            yield page.oddity("numbering", name, detail, listing.places[after])


def _read(printed: str) -> tuple[str, int, str] | None:
    """Return style, value and closing mark of a number as printed, None for one that belongs to no plain series."""
    if len(printed) == 1 and "①" <= printed <= "⑳":
        return "①", ord(printed) - ord("①") + 1, ""
    match = _PRINTED.match(printed.replace(" ", ""))
    if match is None:
        return None
    digits = match["value"]
    value = whole_number(digits)
    kind = "1" if digits.isdigit() else "一"
    if match["open"] == "第":
        return f"第{kind}{match['close']}", value, ""
    if match["open"]:
        return f"({kind})", value, ""
    closing = match["close"][:1]
    return (f"{kind})", value, "") if closing == ")" else (kind, value, closing)


def _checked(page: Page, series: _Series, item: Item, value: int, mark: str) -> Iterator[Fact]:
    last = series.item
    if last is not None and value != series.value + 1:
        fault = _gap_or_repeat(page, series.value, last, item, value)
        if fault and fault[0] not in series.reported:
            series.reported.add(fault[0])
            yield _fact(page, item, fault[1])
    if mark != series.mark and mark and series.mark and "mixed" not in series.reported:
        series.reported.add("mixed")
        yield _fact(page, item, phrase("review.mixed-marks", first=series.mark, then=mark))


def _gap_or_repeat(page: Page, before: int, last: Item, item: Item, value: int) -> tuple[str, Text] | None:
    if value <= before:
        key = "repeat" if value == before else "order"
        return "repeat", phrase(f"review.number-{key}", number=item.number, before=last.number)
    missing = range(before + 1, value)
    between = page.text[last.start + len(last.number) : item.start]
    if len(missing) > _MOST_MISSING or any(_stands_in(between, number, item.number) for number in missing):
        return None
    numbers = "、".join(str(number) for number in missing)
    return "gap", phrase("review.number-gap", before=last.number, number=item.number, missing=numbers)


def _stands_in(text: str, number: int, printed: str) -> bool:
    """Whether the missing number is there after all, where it was not read as an item's."""
    words = str(number) if any(c.isdigit() for c in printed) else _numeral(number)
    return (
        re.search(rf"(?<![\d{_DIGITS}]){words}[ ]*[.、:)]|^[ (第]*{words}(?![\d{_DIGITS}])", text, re.MULTILINE)
        is not None
    )


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens - 1]}十"
    return head + (_DIGITS[ones - 1] if ones else "")


def _fact(page: Page, item: Item, detail: Text) -> Fact:
    end = item.start + len(page.text[item.start : item.end].lstrip()[:1])
    words = page.text[item.start : item.end]
    start = item.start + len(words) - len(words.lstrip())
    stop = min(start + len(item.number) + len(item.title) + 2, max(item.end, end))
    line = page.text.find("\n", start)
    stop = min(stop, line) if line >= 0 else stop
    return page.oddity("numbering", f"{item.number}{item.title[:20]}", detail, page.given(start, stop))
