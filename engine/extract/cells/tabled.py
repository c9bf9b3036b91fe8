"""Commitments that stand in the cells of a table: a row is what is measured, a column which figure of it.

A matrix of places against tasks shares totals out and commits nobody to anything new, so its cells are no commitments;
its heads, which name the totals, are read as prose.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from engine.commitment import Commitment, Kind, ReadTable, Section, Term
from engine.document import Document
from engine.extract.cells.columns import FORMER, YEAR, asked_above, done, promising_nothing, stages, terms
from engine.extract.cells.periods import overtaken, without_period
from engine.extract.cells.row_tasks import task_of_row, term_of_row
from engine.extract.dates.closing_terms import term_in_heading
from engine.extract.dates.named_terms import SetDays, named_terms
from engine.extract.layout.responsible import split_units
from engine.extract.numbers.each import EACH_PAID, denominators
from engine.normalise.fold import simplified
from engine.patterns import lazy
from engine.quantity.bounds import Bound, Op
from engine.quantity.dates import last_named
from engine.quantity.measure_words import unit_text
from engine.tables.model import TableFigure, TableWords
from engine.tables.read.understand import figures

_PLACE = lazy(r".{1,10}(?:镇|乡|街道|苏木|村|社区|县|区|市|旗|农场|林场|开发区|办事处|园区)$")
_SHARED_OUT = lazy("乡镇|镇街|街道|县区|县市区|各[县区市乡镇]|分解|分配")
_TARGET = lazy(r"目标|计划|任务|指标值|数量|标准|规模|投资|资金|金额|补助|新增|本年|当年|年度")
_NOT_TARGET = lazy(r"上年|去年|基期|现状|已完成|累计完成|完成情况|进度|权重|分值|得分|序号|排名|备注|增幅|增长")
# What such a table sets down is allotted or asked for, however its columns are called.
_ALLOTS = lazy(r"(?:分配|安排|下达|计划|任务|目标|分解)表")
_LOWEST = lazy(r"下限|最低(?:值|标准|要求)|不[低少]于")
_HIGHEST = lazy(r"上限|最高(?:值|标准|限)|不超过|不高于")
_START = attrgetter("start")
_SERIAL = 3
_OFFICES = lazy(r"责任|牵头|实施单位|主管|承办|主责|主办|负责(?:单位|部门)|落实单位")
_MONEY = lazy(r"投资|资金|金额|经费")


class Prose(Struct, frozen=True):
    """A cell of words: what names its row, whether a column of indicators does, the date and the offices of the row."""

    start: int
    end: int
    row: str
    indicated: bool
    until: SetDays | None
    offices: tuple[str, ...] = ()


class Cells(Struct, frozen=True):
    """What tables take from the prose: stretches of cells of figures, and the row names and units of cells of words."""

    figures: frozenset[int]
    reports: tuple[tuple[int, int], ...]
    words: tuple[Prose, ...]
    units: Mapping[int, tuple[int, str]]

    def reports_at(self, offset: int) -> bool:
        """Whether an offset lies in a cell that tells what is done so far (进展情况)."""
        index = bisect_right(self.reports, (offset, offset)) - 1
        return any(start <= offset < end for start, end in self.reports[max(0, index) : index + 2])

    def unit_at(self, offset: int) -> tuple[int, str] | None:
        """Return the unit, with the power of its 万, that a figure in the cell of words at ``offset`` has."""
        found = self.prose_at(offset)
        return self.units.get(found.start) if found else None

    def offices_at(self, offset: int) -> tuple[str, ...]:
        """Return the offices that the row of the cell of words at ``offset`` names in a column of its own."""
        found = self.prose_at(offset)
        return found.offices if found else ()

    def prose_at(self, offset: int) -> Prose | None:
        """Return the cell of words that holds ``offset``; None for any other place."""
        index = bisect_right(self.words, offset, key=_START) - 1
        return self.words[index] if index >= 0 and offset < self.words[index].end else None


def cells_of(tables: Sequence[ReadTable], document: Document, year: int | None) -> Cells:
    """Return the cells of understood tables, by their offsets into the document's text; serial numbers are figures.

    Cells under the head of an earlier year than the document's own tell what was, as those of 进展情况 do.
    """
    taken = {
        i for t in tables for row in t.rows for e in row.entries if e.state == "figure" for i in range(e.start, e.end)
    }
    for table in tables:
        prose = {words.start for words in table.words}
        filled = {c.row for c in table.table.cells if c.start in taken}
        # A row without figures says in its words what it promises (新增公交线路3条 in its first cell).
        below = (
            c
            for c in table.table.cells
            if c.row >= table.head_rows and c.start not in prose and (c.row in filled or c.end - c.start <= _SERIAL)
        )
        taken.update(i for cell in below for i in range(cell.start, cell.end))
    words = [prose for t in tables for prose in _prose(t, document, year)]
    entries = (e for t in tables for row in t.rows for e in row.entries if e.state == "words" and e.unit)
    told = [w for t in tables for w in promising_nothing(t, year)]
    reports = sorted((w.start, w.end) for w in told)
    units = {e.start: (e.power, e.unit) for e in entries}
    return Cells(frozenset(taken), tuple(reports), tuple(sorted(words, key=_START)), units)


def _prose(table: ReadTable, document: Document, year: int | None) -> Iterator[Prose]:
    dates, offices, until_columns = _deadlines(table, document, year), _offices(table, document), terms(table)
    for w in table.words:
        told = not _OFFICES.search(w.column_label) and w.column_label not in until_columns
        if (told and (w.row_label or w.row in dates)) or offices.get(w.row):
            later = _later(w, table, year)
            row, until = (w.row_label, SetDays(later) if later else dates.get(w.row)) if told else ("", None)
            yield Prose(w.start, w.end, row, w.indicated, until, offices.get(w.row, ()))


def _later(words: TableWords | TableFigure, table: ReadTable, year: int | None) -> Term | None:
    """Return the year that the head of a column sets for its cells, where it is later than the document's own.

    It serves cells of words and of figures alike; what was done or by how much a figure grows is no promise in any year.
    """
    if _NOT_TARGET.search(words.column_label):
        return None
    years = [int(y) for y in YEAR.findall(words.column_label)]
    if not years or not year or min(years) <= year:
        return None
    head = next((c for c in table.columns if c.index == words.column and c.end), words)
    return Term(str(max(years)), head.start, head.end)


def is_matrix(table: ReadTable) -> bool:
    """Whether the rows of a table are places, to which the totals of its columns are shared out."""
    labels = [row.label for row in table.rows if row.role == "part" and row.label]
    return bool(labels) and 2 * sum(1 for label in labels if _PLACE.match(label)) >= len(labels)


def _shares(table: ReadTable) -> frozenset[int]:
    """Return the columns that share a row's figure out to places: two at least are called so, alone or by their group."""
    named = {c.index for c in table.columns if _PLACE.match(c.label.rpartition("·")[2]) or _SHARED_OUT.search(c.group)}
    return frozenset(named if len(named) > 1 else ())


def tabled(tables: Sequence[ReadTable], document: Document, year: int | None, annex_from: int) -> Iterator[Commitment]:
    """Yield the commitments in the cells of tables whose rows are indicators; ``annex_from`` is where annexes begin."""
    for table in tables:
        if is_matrix(table):
            continue
        offices, tasks = _offices(table, document), task_of_row(table, document)
        by_task = {row: SetDays(term) for row, term in term_of_row(table, document, year).items()}
        deadlines = by_task | _deadlines(table, document, year)
        unasked = _shares(table) | stages(table) | done(table) | asked_above(table)
        allotted, former = _ALLOTS.search(table.title) is not None, overtaken(table, document.text)
        cells = [
            f
            for f in figures(table)
            if f.role == "part"
            and f.row_label
            and not (f.row in former and "/" in f.unit)
            and f.column not in unasked
            and (_is_target(f.column_label, year, allotted) or (_later(f, table, year) and not _is_money(f)))
        ]
        counted = Counter(cell.row for cell in cells if not _is_money(cell) and not _later(cell, table, year))
        for number, cell in enumerate(cells, 1):
            section: Section = "annex" if cell.start >= annex_from else "table"
            later = _later(cell, table, year)
            named = not later and (_is_money(cell) or counted[cell.row] > 1)
            task = "" if named else tasks.get(cell.row, "")
            found = _commitment(cell, f"{table.id}.{number}", document, section, named, task)
            days = deadlines.get(cell.row)
            until = later or (days.of(found.label) if days else None)
            yield replace(found, responsible=offices.get(cell.row, ())).by(until)


def _is_money(cell: TableFigure) -> bool:
    return cell.unit.startswith("元") and _MONEY.search(cell.column_label) is not None


def _is_target(column: str, year: int | None, allotted: bool) -> bool:
    if _NOT_TARGET.search(column) or FORMER.match(column):
        return False
    years = [int(y) for y in YEAR.findall(column)]
    if years and year:
        return year in years
    return not column or allotted or bool(_TARGET.search(column)) or len(column) <= 6


def _offices(table: ReadTable, document: Document) -> dict[int, tuple[str, ...]]:
    said = _said(table, document, {w.column_label for w in table.words if _OFFICES.search(w.column_label)})
    found = {row: tuple(split_units(words.replace("\n", "、"))) for row, words, _ in said}
    return {row: units for row, units in found.items() if units}


def _deadlines(table: ReadTable, document: Document, year: int | None) -> dict[int, SetDays]:
    said = _said(table, document, terms(table))
    title = _of_title(table, document, year)
    all_rows = dict.fromkeys((row.index for row in table.rows), SetDays(title)) if title else {}
    return all_rows | {
        row: SetDays(Term(until, *place), named_terms(words, place[0], year))
        for row, words, place in said
        if (until := last_named(words, year))
    }


def _of_title(table: ReadTable, document: Document, year: int | None) -> Term | None:
    """Return the date that the title of a table sets for its rows: 第二类 群众服务(2023年7月20日前落实)."""
    first = min((cell.start for cell in table.table.cells), default=0)
    at = document.text.rfind(table.title, 0, first) if table.title else -1
    return term_in_heading(simplified(table.title), at, year) if at >= 0 else None


def _said(table: ReadTable, document: Document, heads: Collection[str]) -> Iterator[tuple[int, str, tuple[int, int]]]:
    """Yield what the cells of the columns under such heads say and where, for every row that a cell covers."""
    text = simplified(document.text)
    heights = {(cell.row, cell.column): cell.rows for cell in table.table.cells}
    for words in table.words:
        if words.column_label in heads:
            for row in range(words.row, words.row + heights.get((words.row, words.column), 1)):
                yield row, text[words.start : words.end], (words.start, words.end)


def _commitment(
    cell: TableFigure, identifier: str, document: Document, section: Section, named: bool, task: str
) -> Commitment:
    row = without_period(cell.row_label)
    label = f"{row}{cell.column_label}" if named else task or row
    return Commitment(
        id=identifier,
        item="",
        label=label,
        scope=(),
        bound=Bound("~" if cell.approximate else _end_of(cell.column_label), cell.value),
        unit=_unit(cell),
        span=document.span(cell.start, cell.end),
        start=cell.start,
        end=cell.end,
        resolved_unit=_unit(cell),
        kind="limit" if _end_of(cell.column_label) == "<=" else _kind(_unit(cell)),
        section=section,
        sentence=f"{cell.row_label} {cell.column_label}",
        digits=cell.digits,
    )


def _unit(cell: TableFigure) -> str:
    """Return the unit of a cell, with the 每户 that the name of its row says (农村户厕改造每户奖补)."""
    per = denominators(cell.row_label) if cell.unit in EACH_PAID else []
    return unit_text(cell.unit, per) if per else cell.unit


def _end_of(column: str) -> Op:
    """Return the bound that the head of a column gives its figures: 下限, 不低于; 上限, 不超过."""
    if _LOWEST.search(column):
        return ">="
    return "<=" if _HIGHEST.search(column) else "="


def _kind(unit: str) -> Kind:
    if unit in ("%", "‰"):
        return "rate"
    return "standard" if unit.startswith("元/") else "amount"
