"""Totals of tables: each column and each row against the total that is stated for it, subtotals against their group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from engine.commitment import ReadTable
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.reconcile.show import amount, decimal_text, in_scale, scale_name
from engine.reconcile.slips import Named, likely_slip
from engine.reconcile.structure import Structure, structure_of
from engine.reconcile.summands import across_groups, behind_of, members_of, sources_of
from engine.reconcile.tally import Tally, tally
from engine.tables.model import Entry, TableRow
from engine.tables.words import UNSUMMED
from engine.wording import Text, phrase

_SHOWN = 40
_TELLING_ROWS = 3


@dataclass(frozen=True, slots=True)
class _Sum:
    """One addition to check: named parts, the total stated, what it measures and where its name stands."""

    id: str
    axis: str
    label: str
    unit: str
    parts: tuple[Named, ...]
    stated: Entry
    place: tuple[int, int] | None = None
    confirmed: bool = False
    subtotals: tuple[Entry, ...] = ()


_Checked = tuple[_Sum, Tally]


def table_totals(read_tables: Iterable[ReadTable], document: Document, plan_id: str) -> Iterator[Fact]:
    """Yield a ``total`` fact for every column, row and group of each table that states what it adds up to.

    ``agree`` is left out where nothing can be decided (a damaged cell, an approximate figure, a total that may be
    rounded). Amounts are in the base unit of the column.
    """
    for read in read_tables:
        structure = structure_of(read)
        columns = _undecided_if_none([(s, _tallied(s, structure.memo)) for s in _columns(read, structure)])
        rows = [(s, tally([e for _, e in s.parts], s.stated)) for s in _rows(read)]
        groups = [(s, _tallied(s, structure.memo)) for s in _subtotals(read, structure)]
        wrong = {check.stated.start for check, result in columns if result.agree is False}
        rows = [(s, r) for s, r in rows if r.agree is not False or s.stated.start not in wrong]
        crossing = _crossing(columns, rows)
        for check, result in (*columns, *groups, *rows):
            yield _fact(check, result, read.id, document, plan_id, crossing)


def _crossing(columns: Sequence[_Checked], rows: Sequence[_Checked]) -> Text | None:
    """Name the cell where the one wrong column and the one wrong row cross, when both are out by the same."""
    wrong_columns = [(c, r) for c, r in columns if r.agree is False]
    wrong_rows = [(c, r) for c, r in rows if r.agree is False]
    if len(wrong_columns) != 1 or len(wrong_rows) != 1 or wrong_columns[0][1].gap != wrong_rows[0][1].gap:
        return None
    (column, result), (row, _) = wrong_columns[0], wrong_rows[0]
    shared = {e.start: (n, e) for n, e in column.parts if e.state == "figure"}
    cells = [shared[e.start] for _, e in row.parts if e.state == "figure" and e.start in shared]
    if len(cells) != 1 or cells[0][1].value is None:
        return None
    name, entry = cells[0]
    instead = amount(Fraction(cells[0][1].value) - result.gap, entry.power)
    return phrase("reconcile.slip-crossing", column=column.label, row=name, printed=entry.text, instead=instead)


def _tallied(check: _Sum, memo: bool) -> Tally:
    result = tally([entry for _, entry in check.parts], check.stated)
    return replace(result, agree=None, doubt="memo") if memo and result.agree is False else result


def _undecided_if_none(results: list[tuple[_Sum, Tally]]) -> list[tuple[_Sum, Tally]]:
    """Leave all columns open when there are several and not one ties up: the table is then read wrongly.

    Where nearly every column falls short, and by little, a row was left out.
    """
    if len(results) < 3 or any(result.agree is not False for _, result in results):
        return results
    short = [-result.gap / result.stated for _, result in results if result.gap < 0 < result.stated]
    if len(short) * 4 >= len(results) * 3 and sum(short) * 3 <= len(short):
        return results
    return [(check, replace(result, agree=None, doubt="")) for check, result in results]


def _columns(read: ReadTable, structure: Structure) -> Iterator[_Sum]:
    for index, column in enumerate(read.columns):
        total = structure.total.entries[index] if structure.total else None
        stated = total if total and total.state == "figure" else column.head
        parts = tuple((row.label, row.entries[index]) for row in structure.leaves)
        if not column.summed or stated is None or not _comparable(parts, stated):
            continue
        confirmed = column.head is not None and total is not None and column.head.value == total.value
        place = (column.start, column.end) if column.end else None
        yield _Sum(
            f"total:{read.id}:c{column.index}", "column", column.label, column.unit, parts, stated, place, confirmed,
            tuple(row.entries[index] for row in structure.subtotals),
        )  # fmt: skip


def _subtotals(read: ReadTable, structure: Structure) -> Iterator[_Sum]:
    for subtotal, members in structure.groups:
        for index, column in enumerate(read.columns):
            stated = subtotal.entries[index]
            parts = tuple((row.label, row.entries[index]) for row in members)
            if column.summed and stated.state == "figure" and _comparable(parts, stated):
                name = "·".join(n for n in (column.label, subtotal.group, subtotal.label) if n)
                id = f"total:{read.id}:c{column.index}:r{subtotal.index}"
                place = (subtotal.start, subtotal.end) if subtotal.end else None
                yield _Sum(id, "column", name, column.unit, parts, stated, place)


def _comparable(parts: Sequence[Named], stated: Entry) -> bool:
    """Whether there are two figures at least, all in the unit of the total."""
    figures = [entry for _, entry in parts if entry.state == "figure"]
    units = {entry.unit for entry in (*figures, stated)}
    return len(parts) > 1 and len(figures) > 0 and len(units) == 1


def _rows(read: ReadTable) -> Iterator[_Sum]:
    for index, column in enumerate(read.columns):
        across = across_groups(read.columns, index)
        sources = [] if column.adds or across else sources_of(read.columns, index)
        behind = [] if column.adds or across or sources else behind_of(read.columns, index)
        members = across or (members_of(read.columns, column) if column.adds else sources or behind)
        if not column.summed or len(members) < 2:
            continue
        # A total row repeats what its columns show.
        rows = [row for row in read.rows if not behind or row.role == "part"]
        checks = [check for row in rows if (check := _row(read, row, index, members)) is not None]
        held = [check for check in checks if tally([e for _, e in check.parts], check.stated).agree is True]
        # Where most rows do not tie up, the column adds up something else; sources need not be all. Where no word
        # says that a column adds up, rows of several parts have to show it.
        if behind:
            meant = sum(map(_is_divided, held)) >= _TELLING_ROWS and len(held) * 4 >= len(checks) * 3
        elif sources:
            meant = len(held) > 1 and len(held) * 3 >= 2 * len(checks)
        else:
            meant = len(held) * 2 >= len(checks)
        if meant:
            yield from checks


def _is_divided(check: _Sum) -> bool:
    return sum(1 for _, entry in check.parts if entry.value) > 1


def _row(read: ReadTable, row: TableRow, total: int, members: Sequence[int]) -> _Sum | None:
    stated = row.entries[total]
    parts = tuple((read.columns[i].label, row.entries[i]) for i in members)
    if stated.state != "figure" or not _comparable(parts, stated) or not _adds_up(row.label, stated.unit):
        return None
    column = read.columns[total]
    label = "·".join(name for name in (row.label, column.label) if name)
    place = (row.start, row.end) if row.end > row.start else None
    return _Sum(f"total:{read.id}:r{row.index}:c{column.index}", "row", label, stated.unit, parts, stated, place)


def _adds_up(label: str, unit: str) -> bool:
    """Whether what a row measures can be added up: no shares, no standards per head."""
    return unit not in ("%", "‰", "个百分点") and "/" not in unit and UNSUMMED.fullmatch(label) is None


def _fact(check: _Sum, result: Tally, table: str, document: Document, plan: str, crossing: Text | None) -> Fact:
    fields: dict[str, Value] = {
        "kind": "total", "id": check.id, "plan": plan, "table": table, "axis": check.axis, "label": check.label,
        "stated": result.stated, "computed": result.computed, "gap": result.gap, "unit": check.unit,
    }  # fmt: skip
    if result.agree is not None:
        fields["agree"] = result.agree
    stated = check.stated
    figure = Figure("=", stated.value, None, check.unit, stated.text)
    return Fact(fields, _evidence(check, document), figure, _said(check, result, crossing))


def _evidence(check: _Sum, document: Document) -> tuple[Evidence, ...]:
    evidence = []
    stated = check.stated
    if check.place is not None:
        evidence.append(Evidence("plan", document.span(*check.place)))
    if check.place is None or not check.place[0] <= stated.start < check.place[1]:
        evidence.append(Evidence("total", document.span(stated.start, stated.end)))
    parts = [entry for _, entry in check.parts if entry.state == "figure"]
    return (*evidence, *(Evidence("part", document.span(entry.start, entry.end)) for entry in parts))


def _said(check: _Sum, result: Tally, crossing: Text | None) -> dict[str, Text]:
    """Show every part, the sum, the total, what may explain the gap and what could not be seen, in the total's scale."""
    power = check.stated.power
    shown = in_scale({"stated": result.stated, "computed": result.computed, "gap": abs(result.gap)}, power)
    values = {name: f"{text.zh}{check.unit}" for name, text in shown.items()}
    working = _outcome(result, {"sum": _sum_text(check.parts), **values})
    slip = (crossing or _slip(check, result)) if result.agree is False else None
    likely = Text("", "")
    if slip is not None:
        working = phrase("reconcile.join", first=working, second=slip)
        likely = Text(f"{slip.zh}。", f"{_sentence(slip.en)}. ")
    if result.blind:
        blind = phrase("reconcile.blind", blind=amount(result.blind, power) + scale_name(power) + check.unit)
        working = phrase("reconcile.join", first=working, second=blind)
    return {"working": working, "likely": likely, **shown}


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _outcome(result: Tally, values: dict[str, object]) -> Text:
    if result.agree is None:
        reason = phrase(f"reconcile.why-{result.doubt or 'structure'}")
        return phrase("reconcile.sum-undecided", reason=reason, **values)
    if result.agree:
        return phrase("reconcile.sum-close" if result.gap else "reconcile.sum-agrees", **values)
    return phrase("reconcile.sum-more" if result.gap > 0 else "reconcile.sum-less", **values)


def _sum_text(parts: Sequence[Named]) -> str | Text:
    shown = [_named(name, entry) for name, entry in parts if entry.state == "figure"]
    if not shown:
        return phrase("reconcile.no-figures")
    if len(shown) > _SHOWN:
        return phrase("reconcile.folded", shown="＋".join(shown[:_SHOWN]), count=len(shown))
    return "＋".join(shown)


def _named(name: str, entry: Entry) -> str:
    return f"{name} {entry.text}" if name[-1:].isdigit() else f"{name}{entry.text}"


def _slip(check: _Sum, result: Tally) -> Text | None:
    doubled = sum((Fraction(e.value or Decimal(0)) for e in check.subtotals), Fraction(0))
    if check.subtotals and doubled == -result.gap and decimal_text(doubled) != "0":
        return phrase("reconcile.slip-subtotals")
    return likely_slip(check.parts, check.stated, result.gap, total_confirmed=check.confirmed)
