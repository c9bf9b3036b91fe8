"""Durations against the dates beside them, and last year's year left in."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.quantity.numerals import chinese
from engine.review.page import Page
from engine.wording import phrase

_NUMBER = r"\d{1,3}(?:\.5)?|[一二两三四五六七八九十]{1,3}|半"
_DURATION = lazy(
    r"(?:为期|历时|(?P<works>(?:计划|建设|施工)?工期|(?:建设|实施|施工|项目)周?期)(?:为|共|约)?|期限(?:为|共)?|时间(?:为|共)?|持续|共计?)[ ]*"
    rf"(?P<number>{_NUMBER})[ ]*个?(?P<unit>年半|年|季度|月|星期|周|天|日)(?![度初末底均])"
)
_POINT = r"(?:(?P<y{n}>\d{{4}})年)?(?:(?P<m{n}>\d{{1,2}})月份?)?(?:(?P<d{n}>\d{{1,2}})[日号])?(?P<e{n}>[底末])?"
_RANGE = lazy(
    rf"(?:自|从|由)?[ ]*(?P<now>现在|即日|印发之日|发文之日|本月|今天)?{_POINT.format(n=1)}起?[ ]*(?:开始)?[ ]*(?:至|到|-|~)[ ]*{_POINT.format(n=2)}"
)
# 自2023年3月开工,2023年10月竣工: when works begin and end, with words between.
_WORKS = lazy(
    rf"{_POINT.format(n=1)}(?P<now>(?!))?[ ]*(?:前|左右)?(?:正式|全面|陆续)?(?:开工|动工|启动|开建|进场)"
    r"[^。;\n\d]{0,20}(?:[^。;\n\d]{0,4}工期[^,。;\n]{2,8},)?[^。;\n\d]{0,6}"
    rf"{_POINT.format(n=2)}[ ]*(?:之?前|左右)?(?:全面|全部|基本|正式)*(?:竣工|完工|建成|完成|结束|交付|投用|投入使用|通车)"
)
_DAYS = {"年": Fraction(1461, 4), "季度": Fraction(1461, 16), "月": Fraction(1461, 48)} | {
    "星期": Fraction(7), "周": Fraction(7), "天": Fraction(1), "日": Fraction(1)
}  # fmt: skip
_BESIDE = 4
_SLACK = Fraction(1, 25)
_LEAST_SLACK = {"年": 7, "年半": 7, "季度": 7, "月": 7, "星期": 2, "周": 2, "天": 2, "日": 2}
_ISSUED = lazy(r"^[ ]*\d{4}年\d{1,2}月\d{1,2}日[ ]*$", re.MULTILINE)
_ISSUED_IN_WORDS = lazy(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日[^。\n]{0,24}(?:印发|下发|出台)")
_OPENING = 600

_YEAR = lazy(r"(?<!\d)(?P<year>20\d\d)(?:年|(?=[一-龥]))(?!以来|底以前|前)")
_YEARS = lazy(r"(?<!\d)20\d\d年?[ ]*(?:-|~|至|到|、|和)[ ]*(?:20)?\d\d", needs="-|~|至|到|、|和")
_OWN = lazy(r"民生|实事|任务|目标|分解|明细|清单|计划|方案|项目")
_HISTORY = lazy(r"完成|回顾|总结|成效|进展|结转|续建|跨年|上年|去年|结果|情况|省|国务院|中央|市委|市政府")
_OVERDUE = lazy(
    r"(?P<year>20\d\d)年(?:\d{1,2}月)?(?:底|末|\d{1,2}日)(?:之前|以前|前)(?:[要须]|全部|全面|基本|确保|力争)*(?:完成|建成|实现|达到|竣工|完工|开工|通车|通水|投用|投入使用|交付|办结|整改到位|发放到位)(?!的|并|了|后|、|投)"
)
# 完成时限：2023年12月: the one term of the year before where several others are of the plan's own.
_TERM = lazy(
    r"(?:(?:完成|建成|办结|竣工|实施|建设)(?:时限|期限|时间)|时限)(?:要求)?[ ]*:[ ]*"
    r"(?P<year>20\d\d)年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)?(?:之?前|以前)?(?=[ ]*(?:[,。;)\n]|$|完成))",
    needs="时限|期限|时间",
)
_LEAST_TERMS, _MOSTLY = 3, 3
_DONE = lazy(r"已|曾|截至|截止|以来|基础上|历年|上年|去年|对照")
_SENTENCE_END = lazy("[。;\n]")


class _Stretch(Struct, frozen=True):
    """A stretch of time with the number of days that it may have, both ends included."""

    shortest: int
    longest: int


def date_facts(page: Page) -> Iterator[Fact]:
    """Yield ``oddity`` facts: durations that differ from their dates, years that are not the plan's."""
    yield from _durations(page)
    if page.extraction.metadata.year and not _YEARS.search(page.extraction.metadata.title):
        yield from _wrong_headings(page, page.extraction.metadata.year)
        yield from _overdue(page, page.extraction.metadata.year)
        yield from _last_years_terms(page, page.extraction.metadata.year)


def _durations(page: Page) -> Iterator[Fact]:
    text = page.text
    for match in _DURATION.finditer(text):
        found = _range_beside(text, match)
        stretch = _stretch(page, found) if found else None
        if found is None or stretch is None:
            continue
        stated = _days(match)
        slack = max(stated * _SLACK, Fraction(_LEAST_SLACK[match["unit"]]))
        if stretch.shortest - slack <= stated <= stretch.longest + slack:
            continue
        start, end = min(match.start(), found.start()), max(match.end(), found.end())
        words = text[start : end + (text[end : end + 1] == ")")]
        dates = found.group().strip("自从由 ")
        days = str(stretch.longest) if stretch.shortest == stretch.longest else f"{stretch.shortest}—{stretch.longest}"
        stated_words = text[match.start("number") : match.end()]
        detail = phrase("review.duration", stated=stated_words, dates=dates, days=days)
        yield page.oddity("duration", words, detail, page.given(start, start + len(words)))


def _range_beside(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """Return the dates right behind a duration (in brackets, as a rule) or right before it; of works those of its sentence."""
    if match["works"]:
        start = max(text.rfind(mark, 0, match.start()) for mark in "。;\n") + 1
        ends = [at for mark in "。;\n" if (at := text.find(mark, match.end())) >= 0]
        works = [m for m in _WORKS.finditer(text, start, min(ends, default=len(text))) if _is_range(m)]
        if len(works) == 1:
            return works[0]
    for found in _RANGE.finditer(text, match.end(), match.end() + 60):
        if _is_range(found):
            gap = text[match.end() : found.start()]
            return found if not _SENTENCE_END.search(gap) and _near(gap) else None
    before = [m for m in _RANGE.finditer(text, max(0, match.start() - 40), match.start()) if _is_range(m)]
    if before and len(text[before[-1].end() : match.start()].strip(" ,()")) == 0:
        return before[-1]
    return None


def _near(gap: str) -> bool:
    """Whether only the name of the action stands between: 为期1年的专项整治(…)."""
    return gap.rstrip().endswith(("(", ",", ":", "自", "从")) or len(gap) <= _BESIDE


def _is_range(found: re.Match[str]) -> bool:
    begins = found["now"] or found["y1"] or found["m1"]
    return bool(begins) and bool(found["y2"] or found["m2"] or found["d2"])


def _days(match: re.Match[str]) -> Fraction:
    number, unit = match["number"], match["unit"]
    half = Fraction(1, 2) if unit == "年半" else Fraction(0)
    amount = (
        Fraction(1, 2) if number == "半" else Fraction(Decimal(number) if number[0].isdigit() else chinese(number) or 0)
    )
    return (amount + half) * _DAYS["年" if half else unit]


def _stretch(page: Page, found: re.Match[str]) -> _Stretch | None:
    plan_year = page.extraction.metadata.year
    year = int(found["y1"] or plan_year or 0)
    last_year = int(found["y2"] or found["y1"] or plan_year or 0)
    month = int(found["m2"] or (found["m1"] if found["d2"] else None) or 0)
    ends = _ends(last_year, month, int(found["d2"] or 0), at_end=bool(found["e2"]))
    starts = _from_now(page, ends) if found["now"] else _ends(year, int(found["m1"] or 0), int(found["d1"] or 0))
    if starts is None or ends is None or ends[1] < starts[0]:
        return None
    shortest, longest = (ends[0] - starts[1]).days + 1, (ends[1] - starts[0]).days + 1
    if not found["now"]:
        # From 2021 to 2023 is two years or three, from March to May two months or three.
        coarse = 366 if not (found["m1"] or found["m2"]) else 0 if found["d2"] else 31
        shortest = max(shortest, longest - coarse)
    return _Stretch(max(0, shortest), longest)


def _ends(year: int, month: int, day: int, *, at_end: bool = False) -> tuple[date, date] | None:
    """Return the first and the last day that a date to the year, month or day can mean; None for an impossible one."""
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None
    return (last, last) if at_end else (first, last)


def _from_now(page: Page, ends: tuple[date, date] | None) -> tuple[date, date] | None:
    """Return when "now" can be: the day the document bears, the day it says it was issued, else any of the year."""
    if ends is None:
        return None
    metadata = page.extraction.metadata
    if metadata.date and _ISSUED.search(page.text):
        issued = date.fromisoformat(metadata.date)
        return (issued, issued) if issued <= ends[0] else None
    spoken = _ISSUED_IN_WORDS.search(page.text[:_OPENING])
    if spoken and metadata.year:
        return _ends(metadata.year, int(spoken["m"]), int(spoken["d"]))
    return (date(metadata.year, 1, 1), ends[1]) if metadata.year and metadata.year <= ends[1].year else None


def _wrong_headings(page: Page, year: int) -> Iterator[Fact]:
    """Yield headings and annex titles that name last year where the title and another one name the plan's year."""
    headings = list(_headings(page))
    right = sum(1 for words, _, _ in headings if str(year) in words)
    if str(year) not in page.extraction.metadata.title or not right:
        return
    for words, start, end in headings:
        years = {int(m["year"]) for m in _YEAR.finditer(words)}
        if years == {year - 1} and _OWN.search(words) and not _HISTORY.search(words) and not _YEARS.search(words):
            detail = phrase("review.wrong-year", year=year - 1, plan=year)
            yield page.oddity("wrong-year", words, detail, page.given(start, end))


def _headings(page: Page) -> Iterator[tuple[str, int, int]]:
    """Yield the words and place of each item's title, annex's title and line that heads an annex."""
    skeleton, text = page.skeleton, page.text
    for item in skeleton.items:
        at = text.find(item.title, item.start, item.end) if 4 <= len(item.title) <= 40 else -1
        if at >= 0:
            yield item.title, at, at + len(item.title)
    listed = skeleton.annex_list
    for title in skeleton.annexes:
        at = text.find(title, *(listed or (0, 0)))
        if at >= 0:
            yield title, at, at + len(title)
    for head in skeleton.annex_heads:
        line = page.line_at(head)
        if len(line) > _BESIDE * 2:
            yield line, head, head + len(text[head:].split("\n", 1)[0].rstrip())


def _overdue(page: Page, year: int) -> Iterator[Fact]:
    """Yield deadlines of the year before in a plan that was issued in its own year."""
    metadata = page.extraction.metadata
    issued = metadata.date[:4] or "".join(re.findall(r"(?<=[〔\[(])(?:19|20)\d\d(?=[〕\])])", metadata.number))
    if not issued or int(issued[:4]) != year:
        return
    for match in _OVERDUE.finditer(page.text):
        start = max(page.text.rfind(mark, 0, match.start()) for mark in "。;\n") + 1
        sentence = page.text[start : match.end() + 20]
        if int(match["year"]) == year - 1 and not _DONE.search(sentence):
            detail = phrase("review.wrong-year", year=year - 1, plan=year)
            yield page.oddity("wrong-year", match.group(), detail, page.given(match.start(), match.end()))


def _last_years_terms(page: Page, year: int) -> Iterator[Fact]:
    """Yield the term of a task that names the year before where most others name the plan's year."""
    terms = list(_TERM.finditer(page.text))
    ours = sum(1 for term in terms if int(term["year"]) >= year)
    before = [term for term in terms if int(term["year"]) == year - 1]
    if ours < _LEAST_TERMS or _MOSTLY * len(before) > ours:
        return
    for term in before:
        detail = phrase("review.wrong-year", year=year - 1, plan=year)
        yield page.oddity("wrong-year", term.group(), detail, page.given(*term.span()))
