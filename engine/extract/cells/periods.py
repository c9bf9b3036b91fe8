"""Rows of one thing for parts of the year (1—6月, 7—12月): what is paid in the first is overtaken by what is paid in the last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator

from engine.commitment import ReadTable
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.tables.words import bare

_YEAR = r"(?:20\d\d年)?"
_PERIOD = lazy(
    rf"{_YEAR}(?:\d{{1,2}}月?(?:\d{{1,2}}日)?[-—–~至到]+{_YEAR}(?P<last>\d{{1,2}})月(?:\d{{1,2}}日)?(?:份)?|(?P<half>[上下])半年"
    r"|第?(?P<quarter>[一二三四1-4])季度?|(?P<month>\d{1,2})月(?:份|(?:\d{1,2}日)?[起前后]))(?:执行|标准)?"
)
_BRACKETED = lazy(r"[(（]([^()（）]{2,14})[)）]")
_QUARTERS = "一二三四"


def overtaken(table: ReadTable, text: str) -> frozenset[int]:
    """Return the rows that tell of an earlier part of the year than another row of their name does."""
    ends: dict[int, int] = {}
    names: dict[int, Hashable] = {}
    for row in table.rows:
        told = [m for words in _BRACKETED.findall(row.label) if (m := _end_of(words))]
        ends |= {row.index: told[0]} if told else {}
        names[row.index] = row.group, _BRACKETED.sub("", row.label) if told else row.label
    for words in table.words:
        if end := _end_of(text[words.start : words.end]):
            ends[words.row] = end
    return frozenset(_earlier(names, ends))


def without_period(label: str) -> str:
    """Return the name of a row without the part of the year in brackets: 城乡低保 for 城乡低保（7—12月）."""
    return _BRACKETED.sub(lambda m: "" if _end_of(m[1]) else m[0], label)


def _earlier(names: dict[int, Hashable], ends: dict[int, int]) -> Iterator[int]:
    last: dict[Hashable, int] = defaultdict(int)
    for row, end in ends.items():
        if row in names:
            last[names[row]] = max(last[names[row]], end)
    yield from (row for row, end in ends.items() if row in names and end < last[names[row]])


def _end_of(words: str) -> int:
    """Return the month with which the part of a year that words are ends, 0 for other words."""
    found = _PERIOD.fullmatch(fold(bare(words)))
    if found is None:
        return 0
    if found["half"]:
        return 6 if found["half"] == "上" else 12
    if found["quarter"]:
        return 3 * (_QUARTERS.find(found["quarter"]) + 1 or int(found["quarter"]))
    return int(found["last"] or found["month"])
