"""By when: 2024年9月底前, 次年3月15日前, 9月中旬, 第三季度, 2024.9, 年内. One pattern and one reader for wherever a plan says so.

Prose, fields (完成时限:…), cells of a column of dates and labels all look for ``DATE``; ``day_named`` reads what one says,
``last_named`` the last of several. A field or column says that a date is one to be met, running text needs ``says_by``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.patterns import lazy
from engine.quantity.numerals import DIGITS, chinese

_SPELLED_YEAR = "二[〇○零][一二三四五六七八九][一二三四五六七八九〇○零]"
_SPELLED_MONTH = "(?<![一二三四五六七八九十每])(?:十[一二]?|[一二三四五六七八九])"
_TO = "[-—–~至到]"
_YEAR = rf"(?:(?:20\d\d|{_SPELLED_YEAR})年度?|[今当本]年度?|[明次来翌]年度?|下一年度?)"
# 份 and 上旬 need no 前 to be cut out of a name; 三月 in 每三月 is a length of time, and not for this pattern to tell.
_MONTH = (
    rf"(?:(?<!\d)\d{{1,2}}|{_SPELLED_MONTH})月"
    r"(?:\d{1,2}[日号]|[一二三四五六七八九十]{1,3}[日号]|[上中下]旬|份?(?:月?[底末]|初)?)"
)
_PART = (
    r"(?:[上下]半年[底末]?|(?:[第前](?=[一二三四1-4]个?季)|(?<![每\d])(?=[一二三四1-4]季))[一二三四1-4]个?季度[底末]?)"
)
_MIDDLE = r"年?中(?=之?前|以前|[底,。;、)\n]|完成|达到|建成|$)底?"
_WITHIN = "内(?![蒙部容涝河外])"
_LONE = (
    rf"(?<![\d一二两三四五六七八九十几半])年(?:[底末]|度?{_WITHIN})|(?<![\d全])年中(?=之?前|以前|底|$)底?|全年(?!龄)"
)
# 2024.9, 2024-09-30, 2024/9/30, 2024.3-2024.10: no number goes on in it, and no unit follows it.
_DOTTED = (
    r"20\d\d(?:\.\d{1,2}(?:\.\d{1,2})?(?:[-—~](?:20\d\d\.)?\d{1,2}(?:\.\d{1,2})?)?|-\d{1,2}(?:-\d{1,2})?|/\d{1,2}(?:/\d{1,2})?)"
    r"(?![\d%万亿千百元人个户]|[.\-/]\d)月?[底末]?"
)
_PLANNED = "“?十[三四五六]五”?(?:规划|时期)?期?末"
_BEFORE = rf"(?:之?前(?![后期])|以前|之内|{_WITHIN})?"
# What begins a stretch of time of which only the end is meant: 2024年3月-10月底.
_SINCE = rf"(?:(?:{_YEAR})?(?:{_MONTH}|\d{{1,2}}(?={_TO}\d{{1,2}}月)){_TO})?"
# Most characters begin no date, which is told at once by their being none of these.
_BEGINS = "[\\d明次来翌下上今当本一二三四五六七八九十年全“第前]"
DATE = (
    rf"(?={_BEGINS})(?:(?<!\d){_DOTTED}"
    rf"|{_SINCE}(?:{_YEAR}(?:{_MONTH}|{_PART}|年?[底末]|{_MIDDLE}|年?{_WITHIN})?|{_MONTH}|{_PART}|{_LONE})"
    rf"|{_PLANNED}){_BEFORE}"
)
_DATE = lazy(DATE)

_PLANS = {"三": "2020", "四": "2025", "五": "2030", "六": "2035"}
_STRETCH = lazy(rf"(?:{_TO})(?=(?:20\d\d年|[次明今当本]年)?(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})月)|(?<=年){_TO}")
_DOTS = lazy(r"20\d\d[.\-/]")
_SAYS = lazy(
    rf"(?:(?P<year>20\d\d|{_SPELLED_YEAR})年度?|(?P<next>[明次来翌下]一?年度?)|[今当本全]年度?)?"
    r"(?:(?P<half>[上下])半年|[第前]?(?P<quarter>[一二三四1-4])个?季|(?P<middle>年?中)"
    r"|(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|(?P<third>[上中])旬)?)?"
)
_OTHER_YEAR = lazy(rf"20\d\d|{_SPELLED_YEAR}|[明次来翌]年|下一年")
_ANY_YEAR = lazy(rf"20\d\d|{_SPELLED_YEAR}|[明次来翌今当本]年|下一年")
_BY = lazy(r"[底末前内]$")
_IN_A_STRETCH = lazy(rf"^\d{{1,2}}{_TO}|月.*{_TO}")
_SAYS_MONTH = lazy("月|^20\\d\\d[.\\-/]")
_THIRDS = {"上": 10, "中": 20}
_OTHER_FIELD = lazy(r"[一-龥]{2,6}:", needs=":")
_LAST_MONTH = 12


def dates_of(text: str) -> Iterator[re.Match[str]]:
    """Yield each date that a text names, whether one to be met or not."""
    return _DATE.finditer(text)


def says_by(words: str) -> bool:
    """Whether a date as printed says in running text by when: 9月底, 9月30日前, 2024年9月, 三季度, and not 9月, 9月30日, 2024.9."""
    if not _SAYS_MONTH.search(words):
        return True
    if _DOTS.match(words) or not _ANY_YEAR.search(words):
        return _BY.search(words) is not None
    return True


def is_stretch(words: str) -> bool:
    """Whether a date as printed says from when until when."""
    return _IN_A_STRETCH.search(words) is not None


def is_bare_month(words: str) -> bool:
    """Whether a date as printed is a month (or a third of one) and nothing more, which 建成 behind it makes a day to be met."""
    return not is_stretch(words) and words.endswith(("月", "旬"))


def day_named(words: str, year: int | None) -> str | None:
    """Return what a date as printed means, as ISO day, month or year; None where it is none or only ``year`` would tell.

    ``year`` is the plan's own, for 9月底 and 年内. A quarter is its last month, the middle third of a month its 20th.
    """
    if _DOTS.match(words):
        return _of_dots(words)
    first, last = _ends(words)
    if plan := re.match("“?十(.)五", last):
        return _PLANS[plan[1]]
    said = _SAYS.match(last)
    begun = _SAYS.match(first)
    stated = _year_of(begun, year) if begun else year
    stated = _year_of(said, stated) if said else stated
    if stated is None or said is None:
        return None
    if said["half"]:
        return _iso(stated, 6 if said["half"] == "上" else _LAST_MONTH)
    if said["quarter"]:
        return _iso(stated, 3 * _number(said["quarter"]))
    if said["middle"]:
        return _iso(stated, 6)
    if not said["month"]:
        return str(stated)
    day = _number(said["day"]) if said["day"] else _THIRDS.get(said["third"] or "")
    return _iso(stated, _number(said["month"]), day)


def last_named(words: str, year: int | None) -> str | None:
    """Return the day, month or year that the value of a field or a cell of dates ends with, None where it names none.

    A year stated holds for what follows it (2024年1月-12月); another field in the same words is not read.
    """
    other = _OTHER_FIELD.search(words)
    plain = "".join((words[: other.start()] if other else words).split())
    found = None
    stated = year
    for match in _DATE.finditer(plain):
        day = day_named(match.group(), stated)
        if day:
            found = day
            stated = int(day[:4]) if _OTHER_YEAR.search(match.group()) else stated
    return found


def _ends(words: str) -> tuple[str, str]:
    """Return where a stretch of time begins and where it ends, the first empty for a single date."""
    mark = _STRETCH.search(words)
    return (words[: mark.start()], words[mark.end() :]) if mark else ("", words)


def _year_of(said: re.Match[str], year: int | None) -> int | None:
    if said["year"]:
        digits = "".join(c if c.isdecimal() else str(DIGITS[c]) for c in said["year"])
        return int(digits)
    return year + 1 if said["next"] and year is not None else year


def _of_dots(words: str) -> str | None:
    """Return what 2024.9, 2024-09-30 or 2024.3-2024.10 means."""
    stated = int(words[:4])
    last = re.split("[-—~]", words)[-1] if words[4] == "." else words
    numbers = [int(n) for n in re.findall(r"\d+", last)]
    if numbers[0] >= 2000:
        stated, numbers = numbers[0], numbers[1:]
    return _iso(stated, numbers[0], numbers[1] if len(numbers) > 1 else None)


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isdecimal() else int(chinese(numeral) or 0)


def _iso(year: int, month: int, day: int | None = None) -> str | None:
    """Return an ISO day or month, None for a month that no year has; a day that no month has is left out."""
    if not 1 <= month <= _LAST_MONTH:
        return None
    return f"{year}-{month:02d}-{day:02d}" if day and 1 <= day <= 31 else f"{year}-{month:02d}"
