"""Dates that stand apart from their figures: of a heading, of a sentence that says when all before it is done, of the whole plan."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from operator import attrgetter

from engine.commitment import Item, Term
from engine.extract.dates.deadlines import days_in
from engine.extract.layout.words import Boundaries
from engine.patterns import lazy
from engine.words.done import DONE, IN_PLACE, IN_USE, URGED, WHOLLY

_NOUN = r"(?:民生|惠民|为民|年度|建设|改造|整治|工程|项目|任务|工作|目标|事项|实事|指标|内容)"
_URGED = rf"(?:要求|{URGED}|{WHOLLY}|于|在|至|到)"
_ALL_OF_IT = r"(?:以上|上述|本项|该项|各项|各类|所有|表中|表内|表列|所列|本表|全年|(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[项件个类])"
_WHO = r"(?:(?:各|全)[一-龥]{0,8}?(?:单位|部门|乡镇|镇街|街道|县区|区县|[镇街地县市区]))?"
# What may stand before such a date in its clause, and behind it up to the end.
_LEAD = lazy(
    rf"[ ]*(?:\([一二三四五六七八九十\d]{{1,3}}\)|[一二三四五六七八九十]{{1,3}}、|\d{{1,2}}[.、])?"
    rf"\(?(?:附?[注说][明]?:)?{_WHO}(?:{_ALL_OF_IT}|{_NOUN}|{_URGED})*[ ]*"
)
_DONE = lazy(
    rf"[ ]*,?{_URGED}*(?:{DONE}|{IN_PLACE})"
    rf"(?:{_ALL_OF_IT}|{_NOUN}|全部|的|并|及|和|{IN_USE})*[ ]*(?=[,。;!()\n]|$)"
)
_TO_THE_END = lazy(r"\)?[。;!(\n]|\)?$")
# (2024年9月底前完成), 完成时限:9月底: what a heading may say of when all under it is done.
_IN_HEADING = lazy(r"(?:[(,:;、 ]|(?:时限|期限|时间)[^,。;\d]{0,2}[为:])(?:于|在|力争|确保|须|要|全部|均)*$")
_BEHIND = lazy(
    rf"[ ]*{_URGED}*(?:{DONE}|{IN_PLACE})?"
    r"(?:的(?:任务|项目|工作|事项|实事|目标))?[ ]*(?=[),;。]|$)"
)
# The day on which a table was drawn up is none to be met.
_SAYS_BY = lazy(rf"前|内|时限|期限|时间|{DONE}|{IN_PLACE}")
_HEADING, _VERB = 60, 8
_BACK = lazy(r"以上|上述|各项|所有|表[中内列]|所列|本表|全部")
_THESE = lazy(r"[ ]*\(?(?:注:)?(?:以上|上述|本项|该项|本类|本章|本部分)")
_ALL = lazy(r"各项|各类|所有|全部|全面|上述|以上|表[中内列]|所列|本表|年度|全年|\d{1,2}[项件个]")
# 目标任务: is the name of a field.
_TASKS = lazy(r"(?:任务|实事|项目|工程|事项)(?!:)")
# What holds for some of the tasks, or not strictly, is no day for all of them.
_BUT = lazy(r"除[^,。;\n]{0,20}外|跨年|原则上|力争|争取|其余|其他|部分|首批|第[一二三]批|试点|结转|续建")
_START = attrgetter("start")


def term_in_heading(line: str, at: int, year: int | None) -> Term | None:
    """Return the one date by which a heading that begins at ``at`` wants all under it done: 教育(2024年9月底前完成)."""
    if "月" not in line or "。" in line[:-1]:
        return None
    found = [
        Term(day, at + start, at + end)
        for start, end, day in days_in(line, year)
        if _IN_HEADING.search(line, 0, start) and _BEHIND.match(line, end) and _SAYS_BY.search(line, 0, end + _VERB)
    ]
    return found[0] if len(found) == 1 else None


class ClosingTerms:
    """The dates of a text that close what stands before them (…14个。2024年10月底前完工。) or all of a plan."""

    def __init__(self, text: str, year: int | None) -> None:
        self._text = text
        self._bounds = Boundaries(text)
        self._days = [
            (start, done.end(), day)
            for start, end, day in days_in(text, year)
            if _LEAD.fullmatch(text, self._bounds.clause(start), start) and (done := _DONE.match(text, end))
        ]
        self._closing = list(self._closing_sentences())
        self._these = [term for term, _ in self._closing if self._is_line_on_these(term.start)]
        self._year = year

    def for_figure(self, at: int, start: int, end: int) -> Term | None:
        """Return the date for a figure at ``at`` in an item ``start:end``, None where no such sentence follows it."""
        return next((t for t, since in self._closing if at < t.start < end and max(since, start) <= at), None)

    def heading(self, item: Item) -> Term | None:
        """Return the date that the heading of an item sets for all under it."""
        end = self._text.find("\n", item.start, item.start + _HEADING)
        return term_in_heading(self._text[item.start : end], item.start, self._year) if end >= 0 else None

    def next_on_these(self, at: int) -> Term | None:
        """Return the next date behind ``at`` that a line of its own sets for the items before it (以上任务均于…前完成)."""
        index = bisect_left(self._these, at, key=_START)
        return self._these[index] if index < len(self._these) else None

    def _is_line_on_these(self, at: int) -> bool:
        line = self._text.rfind("\n", 0, at) + 1
        return _THESE.match(self._text, line) is not None and not _BUT.search(self._text, line, at)

    def _closing_sentences(self) -> Iterator[tuple[Term, int]]:
        """Yield each date whose sentence says nothing else, and where what it closes begins.

        That is its line, or all before a line of its own.
        """
        for start, end, day in self._days:
            begin = self._bounds.sentence(start)[0]
            if begin == self._bounds.clause(start) and _TO_THE_END.match(self._text, end):
                line = self._text.rfind("\n", 0, start) + 1
                whole = line == begin or _BACK.search(self._text, begin, end)
                yield Term(day, start, end), 0 if whole else line

    def of_all(self, is_task: Callable[[int], bool]) -> Term | None:
        """Return the day by which a plan wants all of its tasks done; None for none, or several.

        It stands outside the tasks, which ``is_task`` tells by offset, or in a note below a table, and speaks of them all.
        """
        found = [t for t in self._for_all() if self._is_note(t.start) or not is_task(t.start)]
        return found[0] if len({term.day for term in found}) == 1 else None

    def _for_all(self) -> Iterator[Term]:
        for start, end, day in self._days:
            clause, (begin, stop) = self._bounds.clause(start), self._bounds.sentence(start)
            if _BUT.search(self._text, begin, stop):
                continue
            if _ALL.search(self._text, clause, end) and _TASKS.search(self._text, begin, end):
                yield Term(day, start, end)

    def _is_note(self, at: int) -> bool:
        line = self._text.rfind("\n", 0, at) + 1
        return self._text[line : line + 3].lstrip().startswith(("注", "附注", "说明", "备注"))
