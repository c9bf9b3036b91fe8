"""What a plan lists: its numbered items in groups, the numbered rows of its tables, the cells of their indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from engine.commitment import Extraction, Item, ReadTable
from engine.document import Cell, Document
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import whole_number
from engine.tables.words import bare

_VALUE = lazy(r"\d+|[一二三四五六七八九十百]+")
_TITLE_LENGTH = 40
_CONTAINER = lazy(
    r".*(?:要求|措施|保障|思想|原则|目标|组织|领导|步骤|安排|任务|内容|考核|指标|附则|背景|督查|宣传|管理|分工|机制|情况|进展|成效|做法|问题|不足|打算|部署)$|.*民生实事项目$|.*民生工程$"
)
_CLAUSE = lazy(r"[;；。]\s*(?=\S)")
_IN_HEADING = lazy(
    r"^.{2,30}\((?:共计?)?(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<unit>项|件|个|条)\)[ ]*$", needs=")"
)
_NOTES = lazy(r"\s*(?:注|备注|说明|附注)[:：]", needs="注|说明")
_NOTE_BEFORE = 12
_SERIAL = lazy("序号|编号|顺序号|项目序号")
_OF_ITEMS = lazy("^(?:民生|为民|惠民)?(?:实事|项目|事项|工程|任务)(?:项目|事项)?(?:名称)?$")
_OF_PLACES = lazy("^(?:乡|镇|村|社区|街道|县|市|区|单位|责任单位|牵头单位|部门|学校|地区)")
_NAMES_INDICATORS = lazy("(?:量化|考核|主要|具体|民生)*指标(?:名称|内容)?")
_FEWEST = 2


class Listing(Struct, frozen=True):
    """Things listed one after another under a heading; ``start`` is where the list begins.

    ``last`` is the last number printed, ``whole`` False when a number is missing on the way, ``numbers`` those of items. ``most`` is the greatest
    number of things that may be meant (cells may hold several).
    """

    heading: str
    names: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    start: int
    end: int
    section: str
    whole: bool = True
    last: int = 0
    most: int = 0
    level: int = 1
    numbers: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """Number of things listed."""
        return len(self.names)

    def may_be_an_excerpt(self, number: int) -> bool:
        """Whether so few are listed of ``number`` that others may stand elsewhere; a digit too many is a slip instead."""
        typed = str(number)
        slip = any(typed[:i] + typed[i + 1 :] == str(self.count) for i in range(len(typed)))
        return not slip and (number - self.count) * 3 > number

    @property
    def sections(self) -> bool:
        """Whether these are the sections of a document (主要任务, 工作要求) rather than things that it does."""
        return 2 * sum(_CONTAINER.fullmatch(name) is not None for name in self.names) >= self.count


def item_listings(extraction: Extraction) -> list[Listing]:
    """Return the groups of numbered items that follow each other on one level, each with the heading above it.

    Items numbered on through several sections (一、…1. 2. 二、…3. 4.) are one group, which has no heading of its own.
    """
    groups: list[list[Item]] = []
    open_groups: dict[int, list[Item]] = {}
    closed: dict[int, list[Item]] = {}
    parents: dict[int, str] = {}
    headings: list[str] = []
    for item in _tasks(extraction):
        for level in [level for level in open_groups if level > item.level]:
            closed[level] = open_groups.pop(level)
        before = closed.get(item.level, [])
        goes_on = item.level not in open_groups and before and _number(item) == _number(before[-1]) + 1
        if goes_on and item.section == before[-1].section:
            open_groups[item.level] = before
            headings[next(i for i, group in enumerate(groups) if group is before)] = ""
        elif _number(item) == 1 or item.level not in open_groups:
            open_groups[item.level] = []
            groups.append(open_groups[item.level])
            headings.append(parents.get(item.level - 1, ""))
        open_groups[item.level].append(item)
        parents[item.level] = item.title
    document = extraction.document
    return [_listing(group, heading, document) for group, heading in zip(groups, headings, strict=True)]


def _tasks(extraction: Extraction) -> Iterator[Item]:
    """Yield the items without the notes below a table (注：1.… 2.…), which list nothing that is done."""
    notes = -1
    text = extraction.document.text
    for item in extraction.items:
        before = text[max(0, item.start - _NOTE_BEFORE) : item.start + 1].rpartition("\n")[2]
        if _NOTES.search(before) or _NOTES.match(text, item.start):
            notes = item.level
        elif notes >= 0 and (item.level < notes or (item.level == notes and _number(item) == 1)):
            notes = -1
        if notes < 0:
            yield item


def section_claims(extraction: Extraction, text: str) -> Iterator[tuple[tuple[int, int], int, str, Listing]]:
    """Yield place, number and unit of each count in a heading (一、促进就业(3项)), and what stands under the heading.

    With headings below it again the count may be of either; it is left alone where neither level has that many.
    """
    folded = fold(text)
    for at, item in enumerate(extraction.items):
        line = folded[item.start : item.end].partition("\n")[0]
        claim = _IN_HEADING.search(line)
        inner: list[Item] = []
        for other in extraction.items[at + 1 :]:
            if other.start >= item.end:
                break
            inner.append(other)
        if not claim or not inner:
            continue
        number = claim["number"]
        value = whole_number(number)
        levels = [[other for other in inner if other.level == level] for level in sorted({o.level for o in inner})]
        below = next((items for items in levels if len(items) == value), levels[0] if len(levels) == 1 else [])
        if below:
            place = item.start + claim.start("number"), item.start + claim.end("unit")
            yield place, value, claim["unit"], _listing(below, item.title, extraction.document)


def _number(item: Item) -> int:
    match = _VALUE.search(item.number)
    if match is None:
        return 0
    return whole_number(match.group())


def _listing(items: Sequence[Item], heading: str, document: Document) -> Listing:
    numbers = [_number(item) for item in items]
    whole = numbers == list(range(1, len(numbers) + 1))
    places = tuple(_title_place(item, document.text) for item in items)
    section = "annex" if items[0].section in ("annex", "table") else items[0].section
    return Listing(
        heading,
        tuple(i.title for i in items),
        places,
        items[0].start,
        items[-1].end,
        section,
        whole,
        numbers[-1],
        level=items[0].level,
        numbers=tuple(numbers),
    )


def _title_place(item: Item, text: str) -> tuple[int, int]:
    line = text[item.start : min(item.end, item.start + _TITLE_LENGTH)]
    kept = re.split("[。\n]", line.lstrip("\n"))[0]
    start = item.start + len(line) - len(line.lstrip("\n"))
    return start, start + len(kept.rstrip())


def _line_above(text: str, offset: int) -> str:
    lines = [line.strip() for line in text[max(0, offset - 200) : offset].split("\n")]
    return next((line for line in reversed(lines) if line), "")


def table_listings(tables: Sequence[ReadTable], document: Document) -> Iterator[Listing]:
    """Yield the rows of each table that has serial numbers 1, 2, 3 … in its first column or in one headed 序号."""
    for read in tables:
        numbered = _numbered(read, document)
        if numbered:
            yield _rows(read, numbered, numbered, document)


def item_rows(tables: Sequence[ReadTable], document: Document) -> Iterator[Listing]:
    """Yield the items of each table with serial numbers, as ``table_listings`` does.

    Rows that give several measures of one item, each under the item's name again, are that one item; rows of places or
    offices list nothing that is done.
    """
    for read in tables:
        numbered = _numbered(read, document)
        heads = _heads(read, document)
        if numbered and not _OF_PLACES.search(heads.get(numbered[0].column + 1, "")):
            yield _rows(read, numbered, _named_once(read, numbered, heads, document), document)


def _numbered(read: ReadTable, document: Document) -> list[Cell]:
    """Return the cells that hold the serial numbers, none where they do not begin with 1 or are too few."""
    serial = _serial_column(read, document)
    inside = (c for c in read.table.cells if c.column == serial and c.row >= read.head_rows)
    cells = sorted(inside, key=lambda c: c.row)
    numbered = [c for c in cells if bare(document.text[c.start : c.end]).isdigit()]
    if len(numbered) < _FEWEST or _serial(numbered[0], document) != 1:
        return []
    return numbered


def _serial(cell: Cell, document: Document) -> int:
    return int(bare(document.text[cell.start : cell.end]))


def _rows(read: ReadTable, numbered: Sequence[Cell], items: Sequence[Cell], document: Document) -> Listing:
    """Return the rows of ``items`` as a listing; ``numbered`` are the cells of all serial numbers."""
    values = [_serial(c, document) for c in numbered]
    named = {words.row: words.row_label for words in reversed(read.words)}
    names = tuple(named.get(c.row, "") for c in items)
    places = tuple((c.start, c.end) for c in items)
    whole = values == list(range(1, len(values) + 1))
    start, end = min(c.start for c in read.table.cells), max(c.end for c in read.table.cells)
    title = _title(read, document)
    return Listing(title, names, places, start, end, "annex", whole, values[-1], most=len(numbered))


def _heads(read: ReadTable, document: Document) -> dict[int, str]:
    """Return what heads each column, the lowest head where there are several."""
    heads = sorted((c for c in read.table.cells if c.row < read.head_rows), key=lambda c: c.row)
    return {c.column: bare(document.text[c.start : c.end]) for c in heads}


def _named_once(read: ReadTable, numbered: Sequence[Cell], heads: dict[int, str], document: Document) -> list[Cell]:
    """Return the serial cells of the rows that name an item for the first time, all where no column names items."""
    column = next((at for at in sorted(heads) if _OF_ITEMS.search(heads[at])), None)
    if column is None:
        return list(numbered)
    named = {
        row: bare(document.text[c.start : c.end])
        for c in read.table.cells
        if c.column == column and c.row >= read.head_rows
        for row in range(c.row, c.row + c.rows)
    }
    first: dict[str, Cell] = {}
    for cell in numbered:
        first.setdefault(named.get(cell.row) or f"{cell.row}", cell)
    return list(first.values())


def _serial_column(read: ReadTable, document: Document) -> int:
    heads = (c for c in read.table.cells if c.row < read.head_rows)
    return min((c.column for c in heads if _SERIAL.fullmatch(bare(document.text[c.start : c.end]))), default=0)


def _title(read: ReadTable, document: Document) -> str:
    start = min((c.start for c in read.table.cells), default=0)
    return read.title or _line_above(document.text, start)


def indicator_listings(tables: Sequence[ReadTable], document: Document) -> Iterator[Listing]:
    """Yield the cells of each column of indicators (指标任务): one indicator a cell at least, one a clause at most.

    Where the numbered rows are named by what they measure (序号、指标名称), each is one.
    """
    for read in tables:
        numbered, heads = _numbered(read, document), _heads(read, document)
        if numbered and any(_NAMES_INDICATORS.fullmatch(head) for head in heads.values()):
            yield _rows(read, numbered, numbered, document)
            continue
        columns = sorted({w.column for w in read.words if "指标" in w.column_label and "单位" not in w.column_label})
        if len(columns) != 1:
            continue
        cells = [words for words in read.words if words.column == columns[0]]
        texts = [fold(document.text[w.start : w.end]).strip() for w in cells]
        most = sum(1 + len(_CLAUSE.findall(text)) for text in texts)
        places = tuple((w.start, w.end) for w in cells)
        start, end = min(c.start for c in read.table.cells), max(c.end for c in read.table.cells)
        yield Listing(_title(read, document), tuple(texts), places, start, end, "annex", True, len(cells), most)
