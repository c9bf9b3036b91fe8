"""Two days for a row: a milestone by which all is done after the row's own day (时间节点 10月底前全部完工, 完成时限 9月底), or another table's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from engine.commitment import ReadTable
from engine.extract.cells.columns import milestones, terms
from engine.extract.dates.deadlines import days_in
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.quantity.dates import last_named
from engine.quantity.days import last_day
from engine.review.due import STAGE
from engine.review.page import Page
from engine.tables.model import TableWords
from engine.wording import phrase
from engine.words.done import DONE, IN_PLACE

_CLAUSE = lazy(r"[^,，。;；\n]+")
_FINISHED = lazy(f"{DONE}|{IN_PLACE}")
# What comes back every month, what follows when the work is done, and a day that holds for a part.
_OTHERWISE = lazy("每[月季周年]|[(（]|决算|结算|审计|总结|考核|评估|移交|养护|资料|归档")
# Until when it is paid, looked at or handed in is not until when it is done.
_OF_SOMETHING_ELSE = lazy(
    "开工|启动|开始|动工|拨付|验收|审计|决算|结算|考核|评估|报送|公示|公开|招标|审批|备案|有效|调度|督[导查办]|整改"
)
_YEAR_ALONE, _LEAST_SHARED = 4, 3


def row_term_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (two-terms) for each row that is to be finished after its day.

    Where the milestone gives a figure, that figure has two days and is told of by ``due``.
    """
    figures = sorted(c.start for c in page.extraction.commitments)
    year = page.extraction.metadata.year
    for read in page.extraction.tables if year else ():
        steps, until = milestones(read), terms(read)
        days = {w.row: w for w in read.words if w.column_label in until}
        for words in read.words:
            if words.column_label in steps and words.row in days:
                yield from _after(page, words, days[words.row], figures)
    yield from _of_another_table(page)


def _of_another_table(page: Page) -> Iterator[Fact]:
    """Yield a fact for each row whose name stands in another table, of the same rows, with another day of that year."""
    tables = [days for read in page.extraction.tables if len(days := _days_of_rows(page, read)) >= _LEAST_SHARED]
    told: set[str] = set()
    for first, second in combinations(tables, 2):
        shared = [name for name in first if name in second]
        if len(shared) < _LEAST_SHARED:
            continue
        for name in shared:
            (one, mine), (other, theirs) = first[name], second[name]
            if mine == theirs or mine.year != theirs.year or name in told:
                continue
            told.add(name)
            said = [" ".join(page.folded[w.start : w.end].split()) for w in (one, other)]
            detail = phrase("review.two-terms", first=said[0], second=said[1])
            yield page.oddity("two-terms", name, detail, (one.start, one.end), (other.start, other.end))


def _days_of_rows(page: Page, read: ReadTable) -> dict[str, tuple[TableWords, date]]:
    """Return the one day that each row of a table is to be finished by, by the row's name; names that stand twice name none."""
    year = page.extraction.metadata.year
    until = {head for head in terms(read) if not _OF_SOMETHING_ELSE.search(head)}
    found: dict[str, tuple[TableWords, date]] = {}
    names = [_bare(row.label) for row in read.rows]
    for words in read.words if year and len(until) == 1 else ():
        name = _bare(words.row_label)
        said = page.folded[words.start : words.end]
        days = [named for _, _, named in days_in(said, year)]
        last = last_day(days[0]) if len(days) == 1 and len(days[0]) > _YEAR_ALONE else None
        if words.column_label in until and last and names.count(name) == 1 and not _OTHERWISE.search(said):
            found[name] = words, last
    return found


def _bare(name: str) -> str:
    return "".join(name.split())


def _after(page: Page, words: TableWords, term: TableWords, figures: Sequence[int]) -> Iterator[Fact]:
    text, year = page.folded, page.extraction.metadata.year
    said = text[term.start : term.end]
    named = last_named(said, year)
    last = last_day(named)
    if last is None or len(named or "") == _YEAR_ALONE or _OTHERWISE.search(said):
        return
    for clause in _CLAUSE.finditer(text, words.start, words.end):
        late = _late(clause.group(), last, year)
        if late and bisect_left(figures, clause.start()) == bisect_left(figures, clause.end()):
            place = clause.start() + late[0], clause.start() + late[1]
            detail = phrase("review.two-terms", first=text[slice(*place)].strip(), second=" ".join(said.split()))
            label = " ".join(words.row_label.split()) or clause.group().strip()
            yield page.oddity("two-terms", label, detail, clause.span(), place, (term.start, term.end))
            return


def _late(clause: str, last: date, year: int | None) -> tuple[int, int] | None:
    """Return where a clause names the one day, after ``last`` and of its year, by which something is finished."""
    days = list(days_in(clause, year))
    if len(days) != 1 or STAGE.search(clause) or _OTHERWISE.search(clause) or not _FINISHED.search(clause):
        return None
    start, end, named = days[0]
    day = last_day(named)
    late = day is not None and len(named) > _YEAR_ALONE and day.year == last.year and day > last
    return (start, end) if late else None
