"""Dates that stand apart from their figures: a sentence that only says when all before it is done, and one for the whole plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from engine.commitment import Term
from engine.extract.deadlines import days_in
from engine.extract.words import Boundaries
from engine.patterns import lazy

_NOUN = r"(?:民生|惠民|为民|年度|建设|改造|整治|工程|项目|任务|工作|目标|事项|实事|指标|内容)"
_URGED = r"(?:确保|力争|务必|必须|保证|计划|预计|应当?|须|要|需|将|均|都|于|在|至|到|按时|按期|如期|全部|全面|基本)"
_ALL_OF_IT = r"(?:以上|上述|本项|该项|各项|各类|所有|表中|表内|表列|所列|本表|全年|\d{1,2}[项件个])"
_WHO = r"(?:(?:各|全)[一-龥]{0,8}?(?:单位|部门|乡镇|镇街|街道|县区|区县|[镇街地县市区]))?"
# What may stand before such a date in its clause, and behind it up to the end.
_LEAD = lazy(rf"[ ]*(?:附?[注说][明]?:)?{_WHO}(?:{_ALL_OF_IT}|{_NOUN}|{_URGED})*[ ]*")
_DONE = lazy(
    rf"[ ]*,?(?:{_URGED})*(?:完成|建成|完工|竣工|投用|投入使用|交付使用|办结|落实到位|见效)"
    rf"(?:{_ALL_OF_IT}|{_NOUN}|全部|的|并|及|和|交付|投入使用|投用)*[ ]*(?=[,。;!(\n]|$)"
)
_TO_THE_END = lazy(r"[。;!(\n]|$")
_BACK = lazy(r"以上|上述|各项|所有|表[中内列]|所列|本表|全部")
_ALL = lazy(r"各项|各类|所有|全部|全面|上述|以上|表[中内列]|所列|本表|年度|全年|\d{1,2}[项件个]")
_TASKS = lazy(r"任务|实事|项目|工程|事项")
# What holds for some of the tasks, or not strictly, is no day for all of them.
_BUT = lazy(r"除[^,。;\n]{0,20}外|跨年|原则上|力争|争取|其余|其他|部分|首批|第[一二三]批|试点|结转|续建")


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

    def for_figure(self, at: int, start: int, end: int) -> Term | None:
        """Return the date for a figure at ``at`` in an item ``start:end``, None where no such sentence follows it."""
        return next((t for t, since in self._closing if at < t.start < end and max(since, start) <= at), None)

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
