"""Durations against the dates beside them."""

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
from engine.words.done import DONE, WHOLLY

_NUMBER = r"\d{1,3}(?:\.5)?|[一二两三四五六七八九十]{1,3}|半"
_DURATION = lazy(
    r"(?:为期|历时|(?P<works>(?:计划|建设|施工)?工期|(?:建设|实施|施工|项目)周?期)(?:为|共|约)?|期限(?:为|共)?|时间(?:为|共)?"
    r"|(?:服务|合同|租赁|试点|有效|采购|供货|改造|整治)(?:期限?|周期)(?:为|共)?|持续|共计?|(?:集中)?利?用|(?P<named>))[ ]*"
    rf"(?P<number>{_NUMBER})[ ]*个?(?P<unit>年半|年|季度|月|星期|周|天|日)(?![度初末底均])"
    r"(?(named)(?=(?:专项)?(?:行动|攻坚|整治|计划|规划|会战|提升|服务期))|)"
)
_POINT = r"(?:(?P<y{n}>\d{{4}})(?:年|(?=[ ]*[-~])))?(?:(?P<m{n}>\d{{1,2}})月份?)?(?:(?P<d{n}>\d{{1,2}})[日号])?(?P<e{n}>[底末])?"
_RANGE = lazy(
    rf"(?:自|从|由)?[ ]*(?P<now>现在|即日|印发之日|发文之日|本月|今天)?{_POINT.format(n=1)}起?[ ]*(?:开始)?[ ]*(?:至|到|-|~)[ ]*{_POINT.format(n=2)}"
)
# 从5月10日开始,到7月10日结束: beginning and end with what happens on them.
_BEGUN = lazy(
    rf"(?:自|从|由|于)?[ ]*(?P<now>(?!))?{_POINT.format(n=1)}(?:起|开始|启动|开展|部署|动员)+[ ]*[,、;]?[ ]*(?:[一-龥]{{0,4}}(?:至|到|于|在))?[ ]*"
    rf"{_POINT.format(n=2)}(?:之?前|左右)?(?:{WHOLLY})*(?:结束|为?止|收官|截止|完结)",
    needs="起|开始|启动|开展|部署|动员",
)
# 自2023年3月开工,2023年10月竣工: when works begin and end, with words between.
_WORKS = lazy(
    rf"{_POINT.format(n=1)}(?P<now>(?!))?[ ]*(?:前|左右)?(?:正式|全面|陆续)?(?:开工|动工|启动|开建|进场)"
    r"[^。;\n\d]{0,20}(?:[^。;\n\d]{0,4}工期[^,。;\n]{2,8},)?[^。;\n\d]{0,6}"
    rf"{_POINT.format(n=2)}[ ]*(?:之?前|左右)?(?:{WHOLLY})*(?:{DONE}|结束)"
)
_SENTENCE_END = lazy("[。;\n]")
_DAYS = {"年": Fraction(1461, 4), "季度": Fraction(1461, 16), "月": Fraction(1461, 48)} | {
    "星期": Fraction(7), "周": Fraction(7), "天": Fraction(1), "日": Fraction(1)
}  # fmt: skip
# What may stand between dates and the duration behind them: 3月1日至5月31日,在全县集中开展为期两个月的….
_DEED = lazy(r"[ ,()]*(?:,|止|期间|在?全[县市区镇乡]|集中|统一|组织|开展|实施|进行|利用|安排|时间)*[ ]*")
_OF_NAME = lazy(r"[一-龥“”》]{2,14}\([ ]*")
_BESIDE = 4
_BEHIND, _AHEAD = 60, 40
_SLACK = Fraction(1, 25)
_LEAST_SLACK = {"年": 7, "年半": 7, "季度": 7, "月": 7, "星期": 2, "周": 2, "天": 2, "日": 2}
_ISSUED = lazy(r"^[ ]*\d{4}年\d{1,2}月\d{1,2}日[ ]*$", re.MULTILINE)
_ISSUED_IN_WORDS = lazy(r"(?P<m>\d{1,2})月(?P<d>\d{1,2})日[^。\n]{0,24}(?:印发|下发|出台)")
_OPENING = 600


class _Stretch(Struct, frozen=True):
    """A stretch of time with the number of days that it may have, both ends included."""

    shortest: int
    longest: int


def date_facts(page: Page) -> Iterator[Fact]:
    """Yield ``oddity`` facts: durations that differ from their dates."""
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
    for found in _ranges(text, match.end(), match.end() + _BEHIND):
        if _is_range(found):
            gap = text[match.end() : found.start()]
            if match["named"] is not None and not _OF_NAME.fullmatch(gap):
                return None
            return found if not _SENTENCE_END.search(gap) and _near(gap) else None
    before = [m for m in _ranges(text, max(0, match.start() - _AHEAD), match.start()) if _is_range(m)]
    if before and _DEED.fullmatch(text, before[-1].end(), match.start()):
        return before[-1]
    return None


def _ranges(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Return the stretches of time between two offsets, in their order."""
    return sorted((m for pattern in (_RANGE, _BEGUN) for m in pattern.finditer(text, start, end)), key=re.Match.start)


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
