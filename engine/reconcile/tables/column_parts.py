"""其中 in a table: a column or a row that is a part of the one before it and cannot be more; and what a year has of the total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from engine.commitment import Column, ReadTable
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.patterns import lazy
from engine.reconcile.arithmetic.show import amount, in_scale, scale_name
from engine.tables.model import Entry, TableRow
from engine.wording import phrase

_PART = lazy(r"^[(（]?其中")
# 总投资 | 2024年计划投资: what one year has of a total. What was done (完成) may be more than was planned.
_TOTAL = lazy(
    r"(?:项目|工程|建设|计划|规划|估算|概算|预计|批复|核定)*总(?P<what>投资|任务|目标|规模|里程|面积|户数|套数|人数|数量)[额数量]?"
    r"|(?P<of>投资|任务|目标)总[额数量]"
)
_OF_YEAR = lazy(
    r"(?:20\d\d年度?|本年度?|当年度?|今年|年度)(?:内|的|计划|预计|拟|安排|新增|建设|改造)*(?:完成)?"
    r"(?P<what>投资|任务|目标|规模|里程|面积|户数|套数|人数|数量)?(?:计划|安排|目标|任务|指标)?[额数量]*"
)
_MONEY = "元"
_LEAST_HELD = 2

Pair = tuple[str, Entry, Entry, str]
"""What the whole is called, the whole, the part and what the part is called."""


def column_parts(read_tables: Iterable[ReadTable], document: Document, plan_id: str) -> Iterator[Fact]:
    """Yield a ``parts`` fact for each cell under 其中 and the cell that it is a part of, in one unit.

    Where most rows have more in the part than in the whole, the head means something else and nothing is said.
    """
    for read in read_tables:
        for position, column in enumerate(read.columns):
            whole = _whole_of(read.columns, position) if _is_part(column) else None
            if whole is not None:
                pairs = [_beside(row, read.columns, whole, position) for row in read.rows]
                yield from _facts(read, [pair for pair in pairs if pair], document, plan_id)
        for whole, position in _years_of_totals(read.columns):
            pairs = [_beside(row, read.columns, whole, position) for row in read.rows]
            yield from _facts(read, [pair for pair in pairs if pair], document, plan_id)
        yield from _facts(read, list(_rows(read)), document, plan_id)


def _is_part(column: Column) -> bool:
    return _PART.match(column.group or column.label) is not None or _PART.match(column.label) is not None


def _whole_of(columns: Sequence[Column], position: int) -> int | None:
    """Return the position of the column left of the parts; parts under one head 其中 have the same."""
    return next((at for at in range(position - 1, -1, -1) if not _is_part(columns[at])), None)


def _years_of_totals(columns: Sequence[Column]) -> Iterator[tuple[int, int]]:
    """Yield the positions of a total and of what each year has of it: of one unit, and of one thing where both name it."""
    totals = [(at, found) for at, column in enumerate(columns) if (found := _TOTAL.fullmatch(_leaf(column)))]
    if len(totals) != 1:
        return
    whole, total = totals[0]
    thing = total["what"] or total["of"]
    for at, column in enumerate(columns):
        found = _OF_YEAR.fullmatch(_leaf(column)) if at != whole and column.unit == columns[whole].unit else None
        if found and (found["what"] or thing) == thing and (found["what"] or column.unit != _MONEY):
            yield whole, at


def _leaf(column: Column) -> str:
    return column.label.rpartition("·")[2]


def _beside(row: TableRow, columns: Sequence[Column], whole: int, part: int) -> Pair | None:
    name = "·".join(words for words in (row.label, columns[whole].label) if words)
    pair = name, row.entries[whole], row.entries[part], columns[part].label
    return pair if _comparable(pair) else None


def _rows(read: ReadTable) -> Iterator[Pair]:
    """Yield the cells of each row that begins with 其中 and those of the last row before it that does not."""
    whole: TableRow | None = None
    for row in read.rows:
        if not _PART.match(row.label):
            whole = row
            continue
        for column, above, own in zip(read.columns, whole.entries if whole else (), row.entries, strict=False):
            name = "·".join(words for words in (whole.label if whole else "", column.label) if words)
            pair = name, above, own, row.label
            if column.summed and _comparable(pair):
                yield pair


def _comparable(pair: Pair) -> bool:
    _, whole, part, _ = pair
    figures = whole.state == part.state == "figure" and not (whole.approximate or part.approximate)
    return figures and whole.unit == part.unit and whole.unit not in ("%", "‰") and "/" not in whole.unit


def _facts(read: ReadTable, pairs: Sequence[Pair], document: Document, plan: str) -> Iterator[Fact]:
    over = [pair for pair in pairs if Fraction(pair[2].value or 0) > Fraction(pair[1].value or 0)]
    if len(pairs) - len(over) < max(_LEAST_HELD, 2 * len(over)):
        return
    yield from (_fact(read, pair, document, plan) for pair in pairs)


def _fact(read: ReadTable, pair: Pair, document: Document, plan: str) -> Fact:
    name, whole, part, part_name = pair
    stated, computed = Fraction(whole.value or 0), Fraction(part.value or 0)
    fields: dict[str, Value] = {
        "kind": "parts", "id": f"parts:{read.id}:{part.start}", "plan": plan, "whole": f"{read.id}:{whole.start}",
        "label": name, "stated": stated, "computed": computed, "exhaustive": False, "exceeds": computed > stated,
        "unit": whole.unit,
    }  # fmt: skip
    shown = {"stated": stated, "computed": computed, "gap": abs(computed - stated)}
    scale = scale_name(whole.power) + whole.unit
    working = phrase(
        "reconcile.parts-some",
        sum=f"{part_name}{part.text}",
        **{key: amount(value, whole.power) + scale for key, value in shown.items()},
    )
    evidence = (
        Evidence("plan", document.span(part.start, part.end)),
        Evidence("part", document.span(whole.start, whole.end)),
    )
    figure = Figure("=", whole.value, None, whole.unit, whole.text)
    return Fact(fields, evidence, figure, {"working": working, **in_scale(shown, whole.power)})
