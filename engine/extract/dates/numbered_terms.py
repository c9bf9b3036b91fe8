"""Days set for tasks by their numbers: 第一、二部分任务6月底前落实, 第1至3项9月底前完成."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from engine.commitment import Item, Term
from engine.extract.dates.deadlines import days_in
from engine.patterns import lazy
from engine.quantity.numerals import whole_number
from engine.words.done import DONE, IN_PLACE, URGED, WHOLLY

_NO = r"第?(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_NUMBERS = lazy(
    rf"第(?P<numbers>{_NO}(?:[、,和及至到\-]{_NO})*)(?P<kind>部分|类|章|项|条|件)"
    rf"(?:(?:重点|目标)?(?:任务|工作|内容|项目|实事|目标|事项))?(?:{URGED}|全部|于|在)*(?=[\d一二三四五六七八九十年])",
    needs="第",
)
_ONE = lazy(r"[一二三四五六七八九十]+|\d+")
_DONE = lazy(rf"[ ]*(?:{WHOLLY}|{URGED})*(?:{DONE}|{IN_PLACE})")
_SECTIONS = frozenset(["部分", "类", "章"])
_DATE_AND_VERB = 30


class NumberedTerms:
    """The days that a text sets for some of its items by their numbers."""

    def __init__(self, text: str, year: int | None, items: Sequence[Item]) -> None:
        self._days = dict(_days(text, year, items))

    def of(self, item: Item) -> Term | None:
        """Return the day set for an item, None for none."""
        return self._days.get(item.start)


def _days(text: str, year: int | None, items: Sequence[Item]) -> Iterator[tuple[int, Term]]:
    for match in _NUMBERS.finditer(text):
        words = text[match.end() : match.end() + _DATE_AND_VERB]
        start, end, day = next(days_in(words, year), (-1, -1, ""))
        if start != 0 or not _DONE.match(words, end):
            continue
        term = Term(day, match.start(), match.end() + end)
        wanted = set(_values(match["numbers"]))
        for item in _sections(items) if match["kind"] in _SECTIONS else _tasks(items):
            if _value(item.number) in wanted:
                yield item.start, term


def _sections(items: Sequence[Item]) -> Iterator[Item]:
    return (item for item in items if item.level == 1)


def _tasks(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the innermost items whose number no other one of them has."""
    inner = [a for a, b in pairwise([*items, None]) if a and (b is None or b.start >= a.end)]
    counted = Counter(_value(item.number) for item in inner)
    return (item for item in inner if counted[_value(item.number)] == 1)


def _values(numbers: str) -> Iterator[int]:
    """Yield the numbers of a list, and those between the ends of a range."""
    for piece in re.split(r"[、,和及]", numbers):
        ends = [_value(one) for one in _ONE.findall(piece)]
        yield from range(ends[0], ends[-1] + 1) if ends else ()


def _value(number: str) -> int:
    found = _ONE.search(number)
    if found is None:
        return 0
    return whole_number(found.group())
