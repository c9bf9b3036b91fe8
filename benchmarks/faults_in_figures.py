"""Faults in figures that tie up: sums, parts, products, shares, changes, counts and what is said twice."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from slips import NUMBER, Fault, Read, on_commitment, on_number

from engine.commitment import Commitment
from engine.document import Cell, Table
from engine.facts.fact import Fact
from engine.reconcile.arithmetic.tally import Tally, tally
from engine.reconcile.prose.parts import divide
from engine.reconcile.tables.structure import Structure, structure_of
from engine.tables.model import Entry, TableRow

_SUMS = ("sum-mismatch", "body-annex-conflict", "place-mismatch")
_PARTS = ("parts-mismatch", "part-exceeds-whole")
_SAID = ("body-annex-conflict", "conflicting-values", "sum-mismatch", "change-mismatch", *_PARTS)
_MOST_OF_A_TABLE = Fraction(1, 3)
Figures = Mapping[str, Commitment]


def in_totals(read: Read, rng: random.Random) -> Iterator[Fault]:
    """Yield a changed part, a changed total and a row left out for each column that ties up."""
    for table in read.extraction.tables:
        structure = structure_of(table)
        for index, column in enumerate(table.columns):
            total = structure.total.entries[index] if structure.total else None
            if total is None or total.state != "figure" or not column.summed:
                continue
            entries = [row.entries[index] for row in structure.leaves]
            figures = [e for e in entries if e.state == "figure"]
            result = tally(entries, total)
            if len(figures) < 2 or result.agree is not True:
                continue
            for kind, entry in (("total", total), ("part of a sum", rng.choice(figures))):
                yield from _on_entry(read, kind, entry, _hidden(result, total), rng)
        if structure.total is not None:
            yield from _row_out(table.table, structure, rng)


def _hidden(result: Tally, total: Entry) -> Fraction:
    """Return the largest change that rounding may hide: that of the parts, and that of a total in fewer decimals."""
    own = Fraction(10) ** (total.power - total.decimals) if result.blind else Fraction(0)
    return result.blind + max(result.blind, own / 2)


def _on_entry(read: Read, kind: str, entry: Entry, hidden: Fraction, rng: random.Random) -> Iterator[Fault]:
    for fault in on_number(read, kind, entry.start, entry.end, _SUMS, rng):
        change = abs(Fraction(fault.text) - Fraction(read.text[fault.start : fault.end])) * 10**entry.power
        # What rounding hides cannot be seen: the finding says how much that is.
        if change > hidden:
            yield fault


def _row_out(table: Table, structure: Structure, rng: random.Random) -> Iterator[Fault]:
    """Yield one row of figures left out with all its cells; without most of its figures a table may be an extract."""
    rows = [row for row in structure.leaves if 0 < _weight(row, structure.total) <= _MOST_OF_A_TABLE]
    whole = [row for row in rows if _cells_of(table, row.index)]
    if len(rows) > 2 and whole:
        cells = _cells_of(table, rng.choice(whole).index)
        start, end = min(c.start for c in cells), max(c.end for c in cells)
        end = min((c.start for c in table.cells if c.start >= end), default=end)
        if all(c in cells or c.end <= start or c.start >= end for c in table.cells):
            yield Fault("row", start, end, "", _SUMS)


def _weight(row: TableRow, total: TableRow | None) -> Fraction:
    """Return the share of the totals that a row makes on an average, 0 for a row without figures."""
    stated = [(e, t) for e, t in zip(row.entries, total.entries if total else (), strict=False) if t.value]
    return sum((Fraction(e.value or 0) / Fraction(t.value or 1) for e, t in stated), Fraction(0)) / max(1, len(stated))


def _cells_of(table: Table, row: int) -> list[Cell]:
    """Return the cells of a row that no merged cell touches."""
    if any(c.row < row < c.row + c.rows for c in table.cells):
        return []
    cells = [c for c in table.cells if c.row == row]
    return cells if all(c.rows == 1 for c in cells) else []


def in_facts(read: Read, rng: random.Random) -> Iterator[Fault]:
    """Yield changed parts, products, shares, changes, counts and restatements where the unchanged document ties up."""
    figures = {c.id: c for c in read.extraction.commitments}
    for fact in read.facts:
        made = _BY_KIND.get(str(fact.fields["kind"]))
        if made is not None and (fact.fields.get("agree") is True or fact.fields["kind"] == "change"):
            yield from made(read, fact, figures, rng)


def _parts(read: Read, fact: Fact, figures: Figures, rng: random.Random) -> Iterator[Fault]:
    whole = figures.get(str(fact.fields["whole"]))
    if whole is None:  # what a sentence counts and divides (12项实事，其中2项…) is no figure of the plan
        return
    shown = {evidence.span for evidence in fact.evidence if evidence.role == "part"}
    members = [c for c in figures.values() if c.span in shown]
    for changed in (rng.choice(members), whole):
        for fault in on_commitment(read, "parts", changed, _PARTS, rng):
            if _breaks(read, fault, changed, whole, members):
                yield fault


def _breaks(read: Read, fault: Fault, changed: Commitment, whole: Commitment, members: Sequence[Commitment]) -> bool:
    """Whether parts and whole cannot both be right with a fault in them.

    What rounding hides cannot be seen, and parts that come to much less than the whole may be some of them, unless
    their names leave nothing outside.
    """
    was = Fraction(read.text[fault.start : fault.end])
    now = {c.id: Fraction(c.bound.value) for c in (whole, *members)}
    now[changed.id] *= Fraction(fault.text) / was
    gap = sum(now[c.id] for c in members) - now[whole.id]
    hidden = sum((Fraction(10) ** -c.digits for c in (whole, *members) if c.digits), Fraction(0)) / 2
    some = gap < -now[whole.id] / 10 and not divide(members)
    return abs(gap) > hidden and not some


def _product(read: Read, fact: Fact, figures: Figures, rng: random.Random) -> Iterator[Fault]:
    for start, end in _place(read, fact, figures):
        for fault in on_number(read, "product", start, end, ("product-mismatch",), rng):
            # 不低于8个月 gives the least amount only, so that more of it is right.
            if _name(fact) not in figures or Decimal(fault.text) < Decimal(read.text[fault.start : fault.end]):
                yield fault


def _share(read: Read, fact: Fact, figures: Figures, rng: random.Random) -> Iterator[Fault]:
    span = fact.evidence[0].span
    places = [(span.start, span.end)] if span.start is not None and span.end is not None else []
    for start, end in _place(read, fact, figures) or places:
        for fault in on_number(read, "share", start, end, ("ratio-mismatch", "share-out-of-range"), rng):
            was = Fraction(read.text[fault.start : fault.end])
            # Counts in 万 are rounded and leave a share some room.
            if abs(Fraction(fault.text) - was) * 10 > was:
                yield fault


def _place(read: Read, fact: Fact, figures: Figures) -> list[tuple[int, int]]:
    """Return where the figure stands that a product or a share comes to: a commitment or a cell of a table."""
    name = _name(fact)
    if name in figures:
        return [(figures[name].start, figures[name].end)]
    table, _, place = name.partition(":r")
    row, _, column = place.partition(":c")
    cells = [
        found.entries[int(column)]
        for one in read.extraction.tables if one.id == table
        for found in one.rows if column and str(found.index) == row
    ]  # fmt: skip
    return [(cell.start, cell.end) for cell in cells]


def _name(fact: Fact) -> str:
    return str(fact.fields["id"]).partition(":")[2]


def _change(read: Read, fact: Fact, figures: Figures, rng: random.Random) -> Iterator[Fault]:
    own = figures[str(fact.fields["commitment"])]
    if fact.fields.get("agree") is True:
        yield from on_commitment(read, "change", own, ("change-mismatch",), rng)
    elif "agree" not in fact.fields and fact.fields["falls"] is False and own.baseline and own.bound.op != "~":
        yield from _beyond_baseline(read, own)


def _beyond_baseline(read: Read, own: Commitment) -> Iterator[Fault]:
    """Yield a figure on the other side of the one that it starts from: 由650元提高到585元."""
    found = list(NUMBER.finditer(read.text, own.start, own.end))
    if not found or not own.baseline:
        return
    printed = found[-1].group()
    before = Fraction(own.baseline) * Fraction(printed) / Fraction(own.bound.value)
    factor = Fraction(9, 10) if own.bound.value > own.baseline else Fraction(11, 10)
    decimals = len(printed.partition(".")[2])
    instead = str(Decimal(round(before * factor * 10**decimals)).scaleb(-decimals))
    if Decimal(instead) > 0 and (Fraction(instead) < before) == (factor < 1) and Fraction(instead) != before:
        yield Fault("change", found[-1].start(), found[-1].end(), instead, ("change-mismatch",))


def _count(read: Read, fact: Fact, figures: Figures, rng: random.Random) -> Iterator[Fault]:
    at = int(_name(fact))
    end = at + len(fact.evidence[0].span.text)
    for fault in on_number(read, "count", at, end, ("count-mismatch",), rng):
        # A cell may hold several things: up to ``most`` the claim can still be right.
        listed, most = (fact.fields[key] for key in ("listed", "most"))
        if not (isinstance(listed, Fraction) and isinstance(most, Fraction) and listed < int(fault.text) <= most):
            yield fault


def _restatement(read: Read, fact: Fact, figures: Figures, rng: random.Random) -> Iterator[Fault]:
    first, second = (figures.get(str(fact.fields[key])) for key in ("first", "second"))
    # A number without a unit is compared with nothing: with another number it may be another thing.
    if first and second and first.unit and second.unit and first.bound.op == second.bound.op == "=":
        yield from on_commitment(read, "restatement", second, _SAID, rng)


_BY_KIND = {
    "parts": _parts, "product": _product, "ratio": _share, "change": _change, "count": _count, "restatement": _restatement,
}  # fmt: skip
