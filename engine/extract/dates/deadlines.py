"""Until when a figure is promised: a date that leads it, one that closes its sentence, or the 完成时限 of its item."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from engine.commitment import Term
from engine.extract.layout.words import paragraph_at
from engine.patterns import lazy
from engine.quantity.dates import DATE, dates_of, day_named, is_bare_month, is_stretch, last_named, says_by
from engine.words.done import BUILT, DONE, IN_PLACE, PREPARATION, TERM_FIELD, URGED, WHOLLY

# Columns of dates: 完成时限, 办结时间.
UNTIL = lazy(rf"时限|时间|期限|(?:{DONE})日期")
# What is finished in a month is finished by its end.
_FINISHED = lazy(f"(?:{WHOLLY})?(?:{BUILT})")
# The year's figure is no later than its last day, but nobody says that it has to be reached by then.
_OVER_THE_YEAR = "全年"
_HISTORIC = lazy(
    r"(?:《[^》]*|(?<![占配床师生百])比|较|以来|(?<!各)自|从|(?:建|始|起|成立|印发|发布|出台|开工|启动|建成)于)$"
)
_AFTERWARDS = lazy(
    r"(?:以来|起|以后|的基础|相比|增长|印发|出台|[^,。;]{0,20}》|(?:以前|新)?(?:建成|竣工|出生|登记|注册|认定|入住)的)"
)
# What follows a date that closes a list of figures.
_FINISH = lazy(
    rf"[ ]*(?:前|内)?(?:{URGED}|基本|陆续)*"
    rf"(?:(?:改造|整治|建设|安装|维修|修缮|整改|施工|配备|更换|发放)?(?:{DONE}|{IN_PLACE}|完毕)|投入|达到|实现|全部(?!开工|启动)|全面(?!开工|启动)|发放|启用|验收|拨付|兑付|兑现|移交|通气|投产|挂牌|开餐|开放|运行|(?:搬迁)?入住|搬迁)"
)
# 开工改造小区24个,10月底前全部开工: of what is only to be begun this is the day.
_BEGIN = lazy(rf"[ ]*(?:前|内)?(?:{URGED}|{WHOLLY})*(?:开工|动工)(?:建设|改造)?(?=[,。;)\n]|$)")
_TO_BEGIN = lazy(r"(?:开工|动工)[^,。;、\n\d]{0,20}\d[^。;\n]{0,20}$", needs="开工|动工")
# 3月底前完成设计,11月底前全部完工: what is finished first is a step before the works.
_PREPARED = lazy(
    rf"[ ]*(?:前|内)?(?:{URGED}|{WHOLLY})*(?:完成|通过)[^,。;:()\d]{{0,12}}?(?:{PREPARATION})"
    r"(?:编制|审查|报批|审批|批复|招标|施工|等|各项|前期|工作|任务|手续|程序|工程|环节)*(?=[,。;()\n、]|并|及|和|$)"
)
_TOWARDS = lazy("(?:^|[,。;:\n])(?:力争)?[到至]$")
_IN_TURN = lazy(r"(?:20\d\d年?[、和及])+20\d\d年(?=[^,。;\d]{0,12}分别|分别)", needs="20")
_A_YEAR = lazy(r"20\d\d")
_TERM_FIELD = lazy(r"(?:时限|期限)(?:要求)?:[ ]*$")
_LONGEST_CLAUSE, _SAME = 400, 48
# What stands around the name of a thing in the clause that says by when it is done.
_FILLER = lazy(
    r"^[ ]*(?:其中|同时|并|确保|力争|务必|全部|所有|各类|计划|预计)*"
    rf"|(?:建设|改造)?(?:工程|项目|任务|工作)?(?:{URGED}|全部|于|在|到|至)*$"
)
_URGED = lazy(rf"^[ ]*(?:其中|同时|并|确保|力争|务必)*|(?:{URGED}|全部|于|在|到|至)*$")
_WORKS = lazy(r"(?:[建改新扩]+[设造建]|建设|改造|整治|整修|施工|安装|工程|项目|任务|工作|主体|配套|设施|竣工|验收)*")
_ANAPHORIC = lazy(r"以上|上述|各|所有|全部|这些|该|本|均|\d")
# 新增托位3600个,每个县至少建成1所,9月底前投入使用: each place's own is told from there on.
_EACH_PLACE = lazy(r",(?:每个?|各)(?:县|市|区|旗|乡|镇|街道|村|社区)", needs="每|各")
_SHORTEST_NAME = 3
_YEAR_ALONE = 4
_REST = lazy(r"[^,。;)\n]*")
_IN_BRACKETS = lazy(r"[ ]*(?:前|底)?[ ]*\)")
_FIELD = lazy(
    rf"(?:{TERM_FIELD}"
    rf"|(?:时间|进度)(?=安排|要求|节点|进度))(?:要求|安排|节点|进度)?[】\])]?[ ]*(?::|(?<=[时期]限)为?(?={DATE}))[ ]*"
    r"(?P<value>[^\n。;]{2,40})"
    rf"|(?:以上|上述)[^,。;\n\d]{{0,10}}?(?P<all>[^\n。;,]{{2,24}}(?:{DONE}|{IN_PLACE}))"
)


def _said(text: str) -> Iterator[re.Match[str]]:
    """Yield each date of running text that says by when, or over what year."""
    for match in dates_of(text):
        words = match.group()
        if says_by(words) or (is_bare_month(words) and _FINISHED.match(text, match.end())):
            yield match


def _day_to_meet(text: str, match: re.Match[str], year: int | None) -> str | None:
    """Return the day, month or year of a date to be met; None for that of another document, of a beginning, of years gone by."""
    words = match.group()
    day = day_named(words, year) if words != _OVER_THE_YEAR else None
    before = text[max(0, match.start() - 12) : match.start()]
    if day and year and int(day[:_YEAR_ALONE]) < year and not (words.endswith("前") or before.endswith(("到", "至"))):
        return None
    return None if _HISTORIC.search(before) or _AFTERWARDS.match(text, match.end()) else day


def days_in(text: str, year: int | None) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and day (ISO day, month or year) of each date to be met that a text names."""
    for match in _said(text):
        day = _day_to_meet(text, match, year)
        if day:
            yield match.start(), match.end(), day


class _Date(Struct):
    """A date of the text: ``day`` to be met by, None for no term; ``closes`` what was said before it in its sentence.

    What follows one that is ``over`` the year has no day from before it.
    """

    start: int
    end: int
    day: str | None
    closes: bool
    leads: bool
    over: bool


def _leads(text: str, match: re.Match[str]) -> bool:
    """Whether a date is a clause of its own that sets until when what follows is reached: 到2025年, 2024年底前."""
    if text[match.end() : match.end() + 1] != ",":
        return False
    reaching = _TOWARDS.search(text, max(0, match.start() - 4), match.start())
    return bool(reaching) or match.group().endswith("前")


class Dates:
    """The dates of a text that something is to be done by, found once; ``starts`` are where its figures begin, sorted.

    ``year`` is the plan's own, for 年底前 and the like.
    """

    def __init__(self, text: str, year: int | None, starts: Sequence[int]) -> None:
        self._starts, self._text = starts, text
        self._dates = [
            _Date(
                m.start(),
                m.end(),
                None if _PREPARED.match(text, m.end()) else _day_to_meet(text, m, year),
                self._closes(text, m),
                _leads(text, m),
                m.group() == _OVER_THE_YEAR,
            )
            for m in _said(text)
        ]
        self._places = [date.start for date in self._dates]

    def holds_figure(self, start: int, end: int) -> bool:
        """Whether a figure begins between two offsets."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)

    def deadline_of(self, figure: tuple[int, int], sentence: tuple[int, int]) -> Term | None:
        """Return the deadline that its sentence gives for the figure at ``figure``, else None.

        A date governs the figures behind it until the next one; a date that closes a list (…5所、…3个,6月底前完成)
        governs those before it that have none.
        """
        first, here, last = (bisect_left(self._places, at) for at in (sentence[0], figure[0], sentence[1]))
        behind = []
        for date in self._dates[here:last]:
            if date.closes and date.start >= figure[1]:
                named = self._named(date, sentence[0])
                if named and date.day and named[0] <= figure[0] < named[1]:
                    return Term(date.day, date.start, date.end)
                behind += [] if named or self._is_of_another(date, figure, sentence[0]) else [date]
        for date in reversed(self._dates[first:here]):
            if date.over:
                break
            closes = date.closes and self.holds_figure(sentence[0], date.start)
            if date.day and date.end <= figure[0] and not closes:
                # 今年改造4个,12月25日前建成: the day says more than the year, and nothing of what is read at its end (年末达到96%).
                read_then = self._text[date.end - 1] in "底末" and not self.holds_figure(date.end, figure[0])
                whole_year = len(date.day) == _YEAR_ALONE and not read_then
                within = (d for d in behind if d.day and whole_year and d.day.startswith(date.day))
                nearer = next((d for d in within if len(d.day or "") > _YEAR_ALONE), date)
                return Term(nearer.day or "", nearer.start, nearer.end)
        closing = next((Term(d.day, d.start, d.end) for d in behind if d.day), None)
        return closing or self._led(first, sentence[0])

    def _is_of_another(self, date: _Date, figure: tuple[int, int], since: int) -> bool:
        """Whether the clause of a closing date names a thing of its own: 近视率控制在48%以内,食堂改造9月底前完成."""
        clause = max(since, *(self._text.rfind(mark, since, date.start) + 1 for mark in ",("))
        name = _URGED.sub("", self._text[clause : date.start])
        if clause > figure[0] and _THE_REST.match(self._text, clause):
            return True
        if _EACH_PLACE.search(self._text, figure[1], date.start):
            return True
        if len(name) <= _SHORTEST_NAME or _WORKS.fullmatch(name) or clause <= figure[0] or _ANAPHORIC.search(name):
            return False
        begin = max(since, *(self._text.rfind(mark, since, figure[0]) + 1 for mark in ",;:"))
        words = self._text[begin:clause]
        return not any(name[i : i + 2] in words for i in range(len(name) - 1))

    def _named(self, date: _Date, since: int) -> tuple[int, int] | None:
        """Return where the sentence named before what the clause of a closing date names anew (其中改造12月底前完成)."""
        clause = max(since, *(self._text.rfind(mark, since, date.start) + 1 for mark in ",("))
        name = _FILLER.sub("", self._text[clause : date.start])
        at = self._text.find(name, since, clause) if len(name) >= _SHORTEST_NAME else -1
        if at < 0:
            return None
        ends = [end for mark in ",;(" if (end := self._text.find(mark, at, clause)) >= 0]
        return max(since, *(self._text.rfind(mark, since, at) + 1 for mark in ",、")), min(ends, default=clause)

    def _led(self, first: int, sentence: int) -> Term | None:
        """Return a year that stood alone before the clauses that ; parts: 到2025年,甲达到…;乙达到….

        A year is until when all of a plan is reached; a day is that of its own clause.
        """
        begin = max(self._text.rfind(mark, max(0, sentence - _LONGEST_CLAUSE), sentence) for mark in "。\n")
        before = self._dates[bisect_left(self._places, begin) : first]
        led = before[-1] if before and begin >= 0 and before[-1].leads else None
        return Term(led.day, led.start, led.end) if led and led.day and len(led.day) == _YEAR_ALONE else None

    def _closes(self, text: str, match: re.Match[str]) -> bool:
        """Whether a date ends what was said before it: something is finished by then, and its clause has no figure."""
        if _TERM_FIELD.search(text, max(0, match.start() - 8), match.start()):
            return True
        begun = _BEGIN.match(text, match.end()) and _TO_BEGIN.search(text, max(0, match.start() - _SAME), match.start())
        if not begun and not _FINISH.match(text, match.end()):
            # 改造6个(9月底前), while (2025年3月至2026年8月) says how long works go on.
            alone = text[match.start() - 1 : match.start()] == "(" and not is_stretch(match.group())
            return alone and bool(_IN_BRACKETS.match(text, match.end()))
        rest = _REST.match(text, match.end(), match.end() + _LONGEST_CLAUSE)
        return not self.holds_figure(match.end(), rest.end() if rest else match.end())


def only_date(words: str, year: int | None) -> str | None:
    """Return the one date to be met by that words name, None for none, several or a year alone."""
    found = [day for _, _, day in days_in(words, year)]
    return found[0] if len(set(found)) == 1 and len(found[0]) > _YEAR_ALONE else None


def without_dates(words: str) -> str:
    """Return words without the dates in them."""
    kept, at = [], 0
    for match in _said(words):
        kept.append(words[at : match.start()])
        at = match.end()
    return "".join([*kept, words[at:]])


def years_in_turn(left: str, figures: int) -> list[str]:
    """Return the years that 2023年、2024年分别 pairs with as many figures, else nothing."""
    named = _IN_TURN.search(left)
    years = _A_YEAR.findall(named.group()) if named else []
    return years if len(years) == figures > 1 else []


# 其余80间于明年6月底前完成: the day of what is left, not of what was told before.
_THE_REST = lazy(r"(?:其余|剩余|余下)[^,。;]{0,12}?\d")


# 以上任务 behind the sentences of one item is that item's; 以上各项 behind the last one may be of all.
_EACH = lazy(r"(?:以上|上述)(?:各|所有|全部|[\d一二三四五六七八九十]{1,3}[项件个类])")
_STOPS = frozenset("。;")


def _is_of_several(text: str, at: int) -> bool:
    """Whether 以上 or 上述 at ``at`` may speak of several items: its line has at most one sentence for it, or it counts them."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return sum(before.count(stop) for stop in _STOPS) <= 1 or _EACH.match(text, at) is not None


class Terms:
    """The dates that fields of items name (完成时限:2024年9月底, 以上项目10月底前完工), looked up by place."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text = text
        found = ((m, last_named(m["value"] or m["all"], year)) for m in _FIELD.finditer(text))
        kept = [(m.start(), Term(day, *m.span("value" if m["value"] else "all"))) for m, day in found if day]
        self._places = [place for place, _ in kept]
        self._days = [term for _, term in kept]
        closing = [m for m in _FIELD.finditer(text) if m["all"]]
        self._backwards = {m.start("all") for m in closing}
        self._of_all = {m.start("all") for m in closing if _is_of_several(text, m.start())}

    def is_of_all(self, term: Term, at: int) -> bool:
        """Whether a date is said of all items before it, one of them with a figure at ``at``: 以上项目10月底前完工."""
        return term.start in self._of_all and at < term.start

    def for_figure(self, at: int, start: int, end: int) -> Term | None:
        """Return the date for a figure at ``at`` in an item ``start:end``: the next named, else the last before it."""
        index = bisect_left(self._places, at)
        if index < len(self._places) and self._places[index] < end:
            return self._days[index]
        before = self._days[index - 1] if index and self._places[index - 1] >= start else None
        return before if before and before.start not in self._backwards else None

    def paragraph(self, at: int) -> tuple[int, int]:
        """Return the line that holds ``at``, with the lines behind it that are fields of it (完成时限:…)."""
        return paragraph_at(self._text, at)

    def only_one(self, start: int, end: int) -> Term | None:
        """Return the date named between two offsets, None when there is none or more than one."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return self._days[first] if last - first == 1 else None
