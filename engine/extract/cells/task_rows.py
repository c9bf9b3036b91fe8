"""A plan that is a list of tasks in a table: its rows are the items (序号、项目名称、目标任务、完成时限、责任单位)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from engine.commitment import Commitment, Extraction, Item, ReadTable, Term
from engine.extract.cells.columns import terms
from engine.extract.dates.named_terms import SetDays, named_terms
from engine.extract.layout.responsible import split_units
from engine.patterns import lazy
from engine.quantity.dates import last_named
from engine.tables.grid import Grid
from engine.tables.model import TableWords

_NAME = lazy(r"(?:民生实事|实事|工作|任务|项目|工程|事项|建设)*(?:项目|名称|事项|实事|任务名称?|工程)(?:名称)?$")
# Where no column is headed by what the rows are, the one of what they are to reach or do names them (序号、指标、责任单位).
_NAME_OF_ROW = lazy(r"(?:具体|主要|考核|量化|重点|工作|年度)*(?:指标|任务|(?:工作|任务)(?:内容|事项))(?:名称)?$")
_TASK = lazy(r"目标|任务|内容|举措|措施|指标|标准")
_OFFICE = lazy(r"责任单位|牵头|实施单位|主管|承办|负责单位|责任部门|主办")
_SERIAL = lazy(r"\d{1,3}")
_LEAST_ROWS = 3


def rows_as_items(extraction: Extraction) -> Extraction:
    """Return the extraction with an item for each row of its table of tasks, where the text itself has no items.

    The figures of a row belong to it; a column of dates gives them the deadline that their own words do not give.
    """
    if any(item.section == "body" for item in extraction.items):
        return extraction
    items: list[Item] = []
    deadlines: dict[str, SetDays] = {}
    for read in extraction.tables:
        if not items:
            items, deadlines = _items(read, extraction)
    if len(items) < _LEAST_ROWS:
        return extraction
    starts = [item.start for item in items]
    commitments = tuple(
        _at_home(c, items[max(0, bisect_right(starts, c.start) - 1)], deadlines) for c in extraction.commitments
    )
    return replace(extraction, items=tuple(sorted((*extraction.items, *items), key=_start)), commitments=commitments)


def rows_of_tasks(read: ReadTable, extraction: Extraction) -> tuple[Item, ...]:
    """Return the rows of a table that names a project and its office in each as items; empty for any other table."""
    rows, heads = _rows(read)
    named = _named(heads) or [column for column, head in heads.items() if _NAME_OF_ROW.fullmatch(head)]
    offices = _offices(heads)
    if not named or not offices:
        return ()
    text = extraction.document.text
    grid = Grid(read.table, text)
    found = ((row, cells) for row, cells in rows.items() if named[0] in cells)
    return tuple(_item(read.id, row, cells, named[0], text, grid, offices) for row, cells in found)


def _start(item: Item) -> int:
    return item.start


def _items(read: ReadTable, extraction: Extraction) -> tuple[list[Item], dict[str, SetDays]]:
    rows, heads = _rows(read)
    named = _named(heads)
    tasked = [column for column, head in heads.items() if _TASK.search(head) and column not in named[:1]]
    if not named or not tasked:
        return [], {}
    grid, offices = Grid(read.table, extraction.document.text), _offices(heads)
    found: list[Item] = []
    deadlines: dict[str, SetDays] = {}
    year, until_columns = extraction.metadata.year, terms(read)
    for row, cells in rows.items():
        if named[0] not in cells or not any(column in cells for column in tasked):
            continue
        item = _item(read.id, row, cells, named[0], extraction.document.text, grid, offices)
        found.append(item)
        dated = next((cells[c] for c in cells if heads[c] in until_columns), None)
        said = _text(extraction, dated) if dated else ""
        if dated and (until := last_named(said, year)):
            term = Term(until, dated.start, dated.end)
            deadlines[item.id] = SetDays(term, named_terms(said, dated.start, year))
    return found, deadlines


def _rows(read: ReadTable) -> tuple[dict[int, dict[int, TableWords]], dict[int, str]]:
    """Return the words of each row by column, in the order of the rows, and the heads of the columns."""
    rows: dict[int, dict[int, TableWords]] = defaultdict(dict)
    for words in sorted(read.words, key=lambda words: words.row):
        rows[words.row][words.column] = words
    return dict(rows), {words.column: words.column_label for words in read.words}


def _named(heads: Mapping[int, str]) -> list[int]:
    return [column for column, head in heads.items() if _NAME.search(head) and not _OFFICE.search(head)]


def _text(extraction: Extraction, words: TableWords) -> str:
    return extraction.document.text[words.start : words.end]


def _offices(heads: Mapping[int, str]) -> list[int]:
    return sorted(column for column, head in heads.items() if _OFFICE.search(head))


def _item(
    table: str, row: int, cells: Mapping[int, TableWords], name: int, text: str, grid: Grid, offices: Sequence[int]
) -> Item:
    title = " ".join(text[cells[name].start : cells[name].end].split())
    named = grid.owner(row, name)
    own = [cell for reached in range(row, row + (named.rows if named else 1)) for cell in grid.cells_of(reached)]
    serial = next((s for c in range(name) if _SERIAL.fullmatch(s := grid.text(row, c))), "")
    # An office may stand once beside several rows.
    told = [cell for column in offices if (cell := grid.cover(row, column)) is not None]
    units = tuple(dict.fromkeys(u for c in told for u in split_units(text[c.start : c.end].replace("\n", "、"))))
    end = max([cell.end for cell in own], default=cells[name].end)
    return Item(f"{table}-r{row}", serial, title, units, cells[name].start, end)


def _at_home(commitment: Commitment, item: Item, deadlines: Mapping[str, SetDays]) -> Commitment:
    if commitment.item or not item.start <= commitment.start < item.end:
        return commitment
    responsible = commitment.responsible or item.responsible
    days = None if commitment.deadline else deadlines.get(item.id)
    until = days.of(commitment.label) if days else None
    return replace(commitment, item=item.id, responsible=responsible, section="body").by(until)
