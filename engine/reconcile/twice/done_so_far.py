"""What a report says is done in its text, held against the row of its table: 已筛查4690人 … 妇女免费筛查 | 8000 | 4960."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from engine.commitment import Commitment, Extraction, Item, ReadTable, Section
from engine.extract.cells.columns import done
from engine.facts.fact import Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.bounds import Bound
from engine.quantity.measure_words import AFTER_NUMBER, canonical
from engine.quantity.numerals import SCALES
from engine.reconcile.arithmetic.intervals import rounded
from engine.reconcile.prose.common import figure_of, printed, shown
from engine.tables.model import Entry, TableRow
from engine.wording import phrase

_COUNT = lazy(rf"(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{AFTER_NUMBER})")
# What the clause of a figure says before it where it tells what is done, and where it is another figure all the same.
_IS_DONE = lazy(
    r"(?:已经?|累计|实际|目前|共|只|仅|上半年|季度|月份?|截[至止])[^,。;、\n\d]{0,12}$|(?:^|[,。;:])(?:完成|建成|筛查|办结|新增|改造|培训|发放)[^,。;、\n\d]{0,8}$"
)
_ANOTHER = lazy("其中|目标|任务|计划|要求|去年|上年|同期|占|剩余|还|尚|未|再|将|每|平均|日均|投入|支出|资金|检出|转诊")
_PLANNED = lazy(r"(?:完成|建成)(?:年度|全年)?(?:目标|任务|计划)")
_COLUMN = lazy(
    r"^(?:累计|实际|目前|现|已|至今)*(?:完成|建成|筛查|办结|达到)(?:情况|任务)?[数量值]*(?:[(（].*)?$|^(?:实际|累计)[数值]$|^完成[数量]$"
)
_DAY = lazy(r"截[至止][^,。;\n]{0,14}?(\d{1,2})月")
_NOISE = lazy(
    r"[\s、,，。:：;；“”\"‘’'()（）·]|开展|实施|推进|办理|建设|改造|新建|新增|增加|完善|提升|项目|工程|工作|行动|免费|数量|数$"
)
_SHORTEST = 3


class _Done(Struct, frozen=True):
    """A row of a table with the cell that says how much of it is done."""

    read: ReadTable
    row: TableRow
    entry: Entry


def done_facts(extraction: Extraction, plan: str) -> Iterator[tuple[Fact, Commitment, Commitment]]:
    """Yield a ``restatement`` fact for each row whose item of the text says otherwise what is done, with both figures.

    Where any figure of the item is that of the row, the two agree; an item that tells of two such figures is left alone.
    """
    rows = [told for read in extraction.tables for told in _rows(read)]
    text = fold(extraction.document.text) if rows else ""
    items = _by_name(extraction.items)
    for one in rows:
        item = items.get(_bare(one.row.label))
        if item and not _inside(item, one) and (said := _said(text, item, one, extraction)):
            yield _fact(said, one, extraction, plan)


def _rows(read: ReadTable) -> Iterator[_Done]:
    """Yield the rows of a table that has just one column of what is done."""
    indexes = done(read)
    places = [
        at
        for at, c in enumerate(read.columns)
        if c.index in indexes and c.unit not in ("%", "‰") and _COLUMN.search(c.label.rpartition("·")[2])
    ]
    for row in read.rows if len(places) == 1 else ():
        entry = row.entries[places[0]]
        if row.role == "part" and entry.state == "figure" and entry.unit and not entry.approximate:
            yield _Done(read, row, entry)


def _by_name(items: Sequence[Item]) -> dict[str, Item | None]:
    """Return the items by what their titles name; a name that stands twice leads to none."""
    found: dict[str, Item | None] = {}
    for item in items:
        name = _bare(item.title)
        if len(name) >= _SHORTEST:
            found[name] = None if name in found else item
    return found


def _bare(words: str) -> str:
    return _NOISE.sub("", fold(words))


def _inside(item: Item, one: _Done) -> bool:
    return item.start <= one.entry.start < item.end


def _said(text: str, item: Item, one: _Done, extraction: Extraction) -> re.Match[str] | None:
    """Return the one figure of an item that says what is done in the unit of the row; None where the row's own stands there too."""
    unit = canonical(one.entry.unit)
    counts = [m for m in _COUNT.finditer(text, item.start, item.end) if canonical(m["unit"]) == unit]
    cells = {Fraction(e.value) for e in one.row.entries if e.value is not None}
    if any(_means(m, cell) for m in counts for cell in cells):
        return None
    if not _days(text[item.start : item.end]) <= _days(text[: extraction.items[0].start] + fold(one.read.title)):
        return None
    told = [m for m in counts if _is_done(text, item.start, m.start())]
    return told[0] if len(told) == 1 else None


def _days(words: str) -> set[str]:
    """Return the months up to which words tell how things stand."""
    spans = {month for span, month in (("上半年", "6"), ("三季度", "9"), ("一季度", "3")) if span in words}
    return spans | {found[1] for found in _DAY.finditer(words)}


def _means(match: re.Match[str], value: Fraction) -> bool:
    interval = rounded(_value(match), _step(match))
    return interval.low is not None and interval.high is not None and interval.low <= value <= interval.high


def _value(match: re.Match[str]) -> Fraction:
    return Fraction(match["number"]) * Fraction(10) ** SCALES[match["scale"]]


def _step(match: re.Match[str]) -> Fraction:
    power, decimals = SCALES[match["scale"]], len(match["number"].partition(".")[2])
    return Fraction(10) ** (power - decimals) if power or decimals else Fraction(0)


def _is_done(text: str, begin: int, at: int) -> bool:
    clause = max(begin, *(text.rfind(mark, begin, at) for mark in ",。;:("))
    words = text[clause:at]
    return bool(_IS_DONE.search(words)) and not _ANOTHER.search(words) and not _PLANNED.search(words)


def _fact(said: re.Match[str], one: _Done, extraction: Extraction, plan: str) -> tuple[Fact, Commitment, Commitment]:
    entry = one.entry
    own = _figure(f"done:{said.start()}", one, extraction, said.span(), _value(said), "body")
    place, value = (entry.start, entry.end), Fraction(entry.value or 0)
    cell = _figure(f"{one.read.id}:done:{one.row.index}", one, extraction, place, value, "annex")
    fields: dict[str, Value] = {
        "kind": "restatement", "id": f"restatement:{own.id}:{cell.id}", "plan": plan, "first": own.id,
        "second": cell.id, "label": one.row.label, "agree": False, "across": "annex",
    }  # fmt: skip
    working = phrase("reconcile.restated", first=printed(own), second=printed(cell))
    fact = Fact(fields, (shown(own, "plan"), shown(cell, "plan")), figure_of(cell), {"working": working})
    return fact, own, cell


def _figure(
    name: str, one: _Done, extraction: Extraction, place: tuple[int, int], value: Fraction, section: Section
) -> Commitment:
    """Return a figure that is no commitment, in the form of one, for the cards that show both sides."""
    number = Decimal(value.numerator) / Decimal(value.denominator)
    unit = canonical(one.entry.unit)
    return Commitment(
        id=name, item="", label=one.row.label, scope=(), bound=Bound("=", number), unit=unit,
        span=extraction.document.span(*place), start=place[0], end=place[1], resolved_unit=unit, section=section,
    )  # fmt: skip
