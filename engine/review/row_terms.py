"""Two days for a row: a milestone after the row's own day (时间节点 10月底前全部完工, 完成时限 9月底), another table's, or the text's."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from msgspec import Struct

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
_LEAST_SHARED = 3
_SILENT = lazy(r"[\s、,，。:：;；“”\"'()（）《》]|全部|所有|各项")
_YEAR_ALONE, _LEAST_NAME, _IN_CLAUSE = 4, 4, 2
_QUARTERS, _COVERED = 4, 3


def row_term_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (two-terms) for each row that is to be finished after its day, or in the text by another.

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
        yield from _told_in_text(page, read, figures)
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
    names = [_joined(row.label) for row in read.rows]
    for words in read.words if year and len(until) == 1 else ():
        name = _joined(words.row_label)
        said = page.folded[words.start : words.end]
        days = [named for _, _, named in days_in(said, year)]
        last = last_day(days[0]) if len(days) == 1 and len(days[0]) > _YEAR_ALONE else None
        if words.column_label in until and last and names.count(name) == 1 and not _OTHERWISE.search(said):
            found[name] = words, last
    return found


def _joined(name: str) -> str:
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


def _told_in_text(page: Page, table: ReadTable, figures: Sequence[int]) -> Iterator[Fact]:
    """Yield a fact for each row of a table of terms whose task the text wants finished by another day of the year.

    Title and clause together name the task as the row does; one clause alone, without a figure, may set its day.
    """
    year, until = page.extraction.metadata.year, terms(table)
    held = [w for w in table.words if w.column_label in until and w.row_label]
    clauses = _Clauses(_dated_clauses(page, figures) if held else ())
    for words in held:
        name, last = _bare(words.row_label), last_day(last_named(page.folded[words.start : words.end], year))
        if last is None or len(name) < _LEAST_NAME or STAGE.search(name) or _OTHERWISE.search(name):
            continue
        alike = clauses.naming(name)
        if len(alike) != 1 or alike[0].day == last or alike[0].day.year != last.year:
            continue
        (one,) = alike
        said = " ".join(page.folded[words.start : words.end].split())
        detail = phrase("review.two-terms", first=page.folded[slice(*one.said)].strip(), second=said)
        row = page.extraction.document.text.find(words.row_label, 0, words.start)
        named = [(row, row + len(words.row_label))] if row >= 0 else []
        yield page.oddity("two-terms", words.row_label, detail, *named, one.place, (words.start, words.end))


class _Clause(Struct, frozen=True):
    """A clause of the text with the one day in it by which something is finished, and the title of its item."""

    words: str
    title: str
    place: tuple[int, int]
    said: tuple[int, int]
    day: date


def _dated_clauses(page: Page, figures: Sequence[int]) -> Iterator[_Clause]:
    items = page.extraction.items
    behind = [*(item.start for item in items[1:]), len(page.folded)]
    inner = [i for i, start in zip(items, behind, strict=False) if i.section == "body" and start >= i.end]
    cells = sorted((cell.start, cell.end) for read in page.extraction.tables for cell in read.table.cells)
    first = cells[0][0] if cells else len(page.folded)
    for item in inner:
        for match in _CLAUSE.finditer(page.folded, item.start, min(item.end, first)):
            words, figure = match.group(), bisect_left(figures, match.start()) != bisect_left(figures, match.end())
            days = list(days_in(words, page.extraction.metadata.year))
            day = last_day(days[0][2]) if len(days) == 1 and len(days[0][2]) > _YEAR_ALONE else None
            if (
                day
                and not figure
                and _FINISHED.search(words)
                and not STAGE.search(words)
                and not _OTHERWISE.search(words)
            ):
                said = match.start() + days[0][0], match.start() + days[0][1]
                yield _Clause(_bare(words), _bare(item.title), match.span(), said, day)


class _Clauses:
    """Looks clauses up by the pairs of characters in them."""

    def __init__(self, clauses: Iterable[_Clause]) -> None:
        self._clauses = list(clauses)
        self._with: dict[str, list[int]] = defaultdict(list)
        for place, clause in enumerate(self._clauses):
            for pair in _pairs(clause.words):
                self._with[pair].append(place)

    def naming(self, name: str) -> list[_Clause]:
        """Return the clauses that, with the titles above them, name a task as its row does."""
        wanted = _pairs(name)
        shared = Counter(place for pair in sorted(wanted) for place in self._with.get(pair, ()))
        found = [self._clauses[place] for place, often in sorted(shared.items()) if often >= _IN_CLAUSE]
        return [
            one
            for one in found
            if _QUARTERS * len(wanted & _pairs(one.words + "\n" + one.title)) >= _COVERED * len(wanted)
        ]


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


def _bare(words: str) -> str:
    return _SILENT.sub("", words)


def _late(clause: str, last: date, year: int | None) -> tuple[int, int] | None:
    """Return where a clause names the one day, after ``last`` and of its year, by which something is finished."""
    days = list(days_in(clause, year))
    if len(days) != 1 or STAGE.search(clause) or _OTHERWISE.search(clause) or not _FINISHED.search(clause):
        return None
    start, end, named = days[0]
    day = last_day(named)
    late = day is not None and len(named) > _YEAR_ALONE and day.year == last.year and day > last
    return (start, end) if late else None
