"""Totals of tables: each column and each row against the total that is stated for it, subtotals against their group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from msgspec.structs import replace

from engine.commitment import ReadTable
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.reconcile.arithmetic.show import amount, decimal_text, in_scale, scale_name
from engine.reconcile.arithmetic.slips import Named, likely_slip
from engine.reconcile.arithmetic.tally import Tally, tally
from engine.reconcile.tables.additions import Addition, column_additions, group_additions, row_additions
from engine.reconcile.tables.structure import structure_of
from engine.tables.model import Entry
from engine.wording import Text, phrase

_SHOWN = 40


_Checked = tuple[Addition, Tally]


def table_totals(read_tables: Iterable[ReadTable], document: Document, plan_id: str) -> Iterator[Fact]:
    """Yield a ``total`` fact for every column, row and group of each table that states what it adds up to.

    ``agree`` is left out where nothing can be decided (a damaged cell, an approximate figure, a total that may be
    rounded). Amounts are in the base unit of the column.
    """
    for read in read_tables:
        structure = structure_of(read)
        columns = _undecided_if_none([(s, _tallied(s, structure.memo)) for s in column_additions(read, structure)])
        rows = [(s, tally([e for _, e in s.parts], s.stated)) for s in row_additions(read)]
        groups = [(s, _tallied(s, structure.memo)) for s in group_additions(read, structure)]
        columns = [(check, _carried(check, result, groups)) for check, result in columns]
        wrong = {check.stated.start for check, result in (*columns, *groups) if result.agree is False}
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


def _tallied(check: Addition, memo: bool) -> Tally:
    result = tally([entry for _, entry in check.parts], check.stated)
    return replace(result, agree=None, doubt="memo") if memo and result.agree is False else result


def _carried(check: Addition, result: Tally, groups: Sequence[_Checked]) -> Tally:
    """Leave a total open that is right by the subtotals stated where one of these is wrong: that one is the defect."""
    own = {entry.start for entry in check.subtotals if entry.state == "figure"}
    below = [(group, found) for group, found in groups if group.stated.start in own]
    if result.agree is not False or all(found.agree is not False for _, found in below):
        return result
    divided = {entry.start for group, _ in below for _, entry in group.parts}
    above = [*(group.stated for group, _ in below), *(e for _, e in check.parts if e.start not in divided)]
    return replace(result, agree=None, doubt="subtotal") if tally(above, check.stated).agree else result


def _undecided_if_none(results: list[tuple[Addition, Tally]]) -> list[tuple[Addition, Tally]]:
    """Leave all columns open when there are several and not one ties up: the table is then read wrongly.

    Where nearly every column falls short, and by little, a row was left out.
    """
    if len(results) < 3 or any(result.agree is not False for _, result in results):
        return results
    short = [-result.gap / result.stated for _, result in results if result.gap < 0 < result.stated]
    if len(short) * 4 >= len(results) * 3 and sum(short) * 3 <= len(short):
        return results
    return [(check, replace(result, agree=None, doubt="")) for check, result in results]


def _fact(check: Addition, result: Tally, table: str, document: Document, plan: str, crossing: Text | None) -> Fact:
    fields: dict[str, Value] = {
        "kind": "total", "id": check.id, "plan": plan, "table": table, "axis": check.axis, "label": check.label,
        "stated": result.stated, "computed": result.computed, "gap": result.gap, "unit": check.unit,
    }  # fmt: skip
    if result.agree is not None:
        fields["agree"] = result.agree
    elif result.doubt:
        fields["doubt"] = result.doubt
    stated = check.stated
    figure = Figure("=", stated.value, None, check.unit, stated.text)
    return Fact(fields, _evidence(check, document), figure, _said(check, result, crossing))


def _evidence(check: Addition, document: Document) -> tuple[Evidence, ...]:
    evidence = []
    stated = check.stated
    if check.place is not None:
        evidence.append(Evidence("plan", document.span(*check.place)))
    if check.place is None or not check.place[0] <= stated.start < check.place[1]:
        evidence.append(Evidence("total", document.span(stated.start, stated.end)))
    parts = [entry for _, entry in check.parts if entry.state == "figure"]
    return (*evidence, *(Evidence("part", document.span(entry.start, entry.end)) for entry in parts))


def _said(check: Addition, result: Tally, crossing: Text | None) -> dict[str, Text]:
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


def _slip(check: Addition, result: Tally) -> Text | None:
    doubled = sum((Fraction(e.value or Decimal(0)) for e in check.subtotals), Fraction(0))
    if check.subtotals and doubled == -result.gap and decimal_text(doubled) != "0":
        return phrase("reconcile.slip-subtotals")
    return likely_slip(check.parts, check.stated, result.gap, total_confirmed=check.confirmed)
