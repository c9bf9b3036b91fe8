"""Faults to put into a document, one at a time: where its figures tie up today, and what would break that.

A place is eligible only where the unchanged document proves something: a sum that ties up, parts that make their whole,
a figure that lies inside what the standard allows. Each fault knows the rules one of which has to speak of it.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from engine.bind.binding import Binding, Match
from engine.commitment import Commitment, Extraction
from engine.document import Block, Cell, Document, Table
from engine.facts.fact import Fact
from engine.quantity.units import parse_unit
from engine.reconcile.structure import structure_of
from engine.reconcile.tally import tally
from engine.tables.model import Entry, TableRow

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SUMS = ("sum-mismatch", "body-annex-conflict", "place-mismatch")
_PARTS = ("parts-mismatch", "part-exceeds-whole")
_SAID = ("body-annex-conflict", "conflicting-values", "sum-mismatch", "change-mismatch", *_PARTS)
_FLOOR = ("below-floor", "below-allocation", "derived-floor", "outdated-standard", "fixed-differs")
_DATE = re.compile(r"(?P<month>\d{1,2})(?=月(?:底|末|\d{1,2}日)?前)")
_PER = (("每人每月", "每人每年"), ("元/人/月", "元/人/年"), ("每月", "每年"))


@dataclass(frozen=True, slots=True)
class Fault:
    """Text to put in the place of ``start``–``end``, what kind of slip it is, and the rules that may find it."""

    kind: str
    start: int
    end: int
    text: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A plan as the check reads it, with what holds in it."""

    extraction: Extraction
    facts: Sequence[Fact]
    binding: Binding

    @property
    def text(self) -> str:
        """The document's text."""
        return self.extraction.document.text


def faults_of(read: Read, rng: random.Random) -> list[Fault]:
    """Return one fault for each eligible place, in the order of kinds and places."""
    made = [*_totals(read, rng), *_by_facts(read, rng), *_by_matches(read, rng)]
    return list(dict.fromkeys(made))


def injected(document: Document, fault: Fault) -> Document:
    """Return the document with the fault in it; blocks and cells behind it move along."""
    by = len(fault.text) - (fault.end - fault.start)

    def moved(offset: int) -> int:
        if offset >= fault.end:
            return offset + by
        return min(offset, fault.start + len(fault.text)) if offset > fault.start else offset

    def block(one: Block) -> Block:
        return replace(one, start=moved(one.start), end=moved(one.end))

    def table(one: Table) -> Table:
        kept = [c for c in one.cells if fault.text or not fault.start <= c.start <= c.end <= fault.end]
        gone = {c.row for c in one.cells} - {c.row for c in kept}
        return replace(one, cells=tuple(_up(replace(c, start=moved(c.start), end=moved(c.end)), gone) for c in kept))

    text = document.text[: fault.start] + fault.text + document.text[fault.end :]
    return replace(
        document, text=text, blocks=[block(b) for b in document.blocks], tables=[table(t) for t in document.tables],
        prints=(),
    )  # fmt: skip


def _up(cell: Cell, gone: set[int]) -> Cell:
    return replace(cell, row=cell.row - sum(row < cell.row for row in gone))


def slipped(number: str, rng: random.Random) -> str:
    """Return the number with one slip of the pen: two digits swapped, one changed, one doubled or one left out."""
    digits = [i for i, c in enumerate(number) if c.isdigit()]
    ways = [_swapped(number, i, j) for i, j in itertools.pairwise(digits) if number[i] != number[j]]
    at = rng.choice(digits)
    ways.append(number[:at] + str((int(number[at]) + rng.randint(1, 9)) % 10) + number[at + 1 :])
    whole = number.partition(".")[0]
    if len(whole) > 1:
        ways.append(number[1:] if number[1] != "0" else number[0] + number[2:])
    ways.append(number[0] + number)
    fit = [
        w for w in ways if not w.startswith("0") and w != number and Decimal(w) != Decimal(number) and Decimal(w) > 0
    ]
    return rng.choice(fit) if fit else ""


def _swapped(number: str, i: int, j: int) -> str:
    letters = list(number)
    letters[i], letters[j] = letters[j], letters[i]
    return "".join(letters)


def _on_number(
    read: Read, kind: str, start: int, end: int, rules: tuple[str, ...], rng: random.Random
) -> Iterator[Fault]:
    found = list(_NUMBER.finditer(read.text, start, end))
    if not found:
        return
    instead = slipped(found[-1].group(), rng)
    if instead:
        yield Fault(kind, found[-1].start(), found[-1].end(), instead, rules)


def _totals(read: Read, rng: random.Random) -> Iterator[Fault]:
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
            yield from _on_entry(read, "total", total, result.blind, rng)
            yield from _on_entry(read, "part of a sum", rng.choice(figures), result.blind, rng)
        if structure.total is not None:
            yield from _row_out(read, table.table, structure.leaves, rng)


def _on_entry(read: Read, kind: str, entry: Entry, blind: Fraction, rng: random.Random) -> Iterator[Fault]:
    for fault in _on_number(read, kind, entry.start, entry.end, _SUMS, rng):
        change = abs(Fraction(fault.text) - Fraction(read.text[fault.start : fault.end])) * 10**entry.power
        # What rounding hides cannot be seen: the finding says how much that is.
        if change > 2 * blind:
            yield fault


def _row_out(read: Read, table: Table, leaves: Sequence[TableRow], rng: random.Random) -> Iterator[Fault]:
    """Yield one row of figures left out with all its cells."""
    rows = [row for row in leaves if any(e.state == "figure" and e.value for e in row.entries)]
    whole = [row for row in rows if _cells_of(table, row.index)]
    if len(rows) > 2 and whole:
        cells = _cells_of(table, rng.choice(whole).index)
        start, end = min(c.start for c in cells), max(c.end for c in cells)
        end = min((c.start for c in table.cells if c.start >= end), default=end)
        if all(c in cells or c.end <= start or c.start >= end for c in table.cells):
            yield Fault("row", start, end, "", _SUMS)


def _cells_of(table: Table, row: int) -> list[Cell]:
    """Return the cells of a row that no merged cell touches."""
    if any(c.row < row < c.row + c.rows for c in table.cells):
        return []
    cells = [c for c in table.cells if c.row == row]
    return cells if all(c.rows == 1 for c in cells) else []


def _by_facts(read: Read, rng: random.Random) -> Iterator[Fault]:
    """Yield changed parts, products, shares, changes, counts and restatements where the unchanged document ties up."""
    figures = {c.id: c for c in read.extraction.commitments}
    for fact in read.facts:
        fields = fact.fields
        if fields.get("agree") is not True:
            continue
        name = str(fields["id"]).partition(":")[2]
        if fields["kind"] == "parts":
            members = [c for c in figures.values() if c.part_of == fields["whole"]]
            yield from _on_commitment(read, "parts", rng.choice(members), _PARTS, rng)
            yield from _on_commitment(read, "parts", figures[str(fields["whole"])], _PARTS, rng)
        elif fields["kind"] == "product" and name in figures:
            made = _on_commitment(read, "product", figures[name], ("product-mismatch",), rng)
            # 不低于8个月 gives the least amount only, so that more of it is right.
            yield from (f for f in made if Decimal(f.text) < Decimal(read.text[f.start : f.end]))
        elif fields["kind"] == "ratio" and name in figures:
            yield from _on_commitment(read, "share", figures[name], ("ratio-mismatch", "share-out-of-range"), rng)
        elif fields["kind"] == "change" and name in figures:
            yield from _on_commitment(read, "change", figures[name], ("change-mismatch",), rng)
        elif fields["kind"] == "count" and name.isdigit():
            at = int(name)
            digits = _NUMBER.match(read.text, at)
            if digits:
                yield from _on_number(read, "count", at, digits.end(), ("count-mismatch",), rng)
        elif fields["kind"] == "restatement" and str(fields["second"]) in figures:
            second = figures[str(fields["second"])]
            if second.bound.op == "=" and figures[str(fields["first"])].bound.op == "=":
                yield from _on_commitment(read, "restatement", second, _SAID, rng)


def _on_commitment(
    read: Read, kind: str, commitment: Commitment, rules: tuple[str, ...], rng: random.Random
) -> Iterator[Fault]:
    yield from _on_number(read, kind, commitment.start, commitment.end, rules, rng)


def _by_matches(read: Read, rng: random.Random) -> Iterator[Fault]:
    """Yield figures out of bounds, weaker words, other units and later dates where the plan meets its standard."""
    for match in read.binding.matches:
        requirement, value, own = match.applied.requirement, match.applied.value, match.commitment
        if match.containment != "inside" or not match.applied.applies or value is None:
            continue
        if requirement.binding in ("floor", "derived") or (requirement.binding == "total" and match.applied.demanded):
            yield from _beyond(read, match, Fraction(9, 10), "floor", _FLOOR)
            if own.bound.op in (">=", "=") and value.bound.op in (">=", ">", "="):
                yield from _about(read, own)
            yield from _other_period(read, own)
        elif requirement.binding == "ceiling":
            yield from _beyond(read, match, Fraction(11, 10), "ceiling", ("above-ceiling",))
        if requirement.meet_by and own.deadline:
            yield from _later(read, own)


def _beyond(read: Read, match: Match, share: Fraction, kind: str, rules: tuple[str, ...]) -> Iterator[Fault]:
    """Yield a figure that lies a tenth, and one that lies half, out of what the standard allows."""
    own, value = match.commitment, match.applied.value
    found = list(_NUMBER.finditer(read.text, own.start, own.end))
    if not found or value is None or own.bound.op in ("range", "~") or value.bound.op in ("range", "~"):
        return
    printed = found[-1].group()
    decimals = len(printed.partition(".")[2])
    asked = Fraction(value.bound.high or value.bound.value) * parse_unit(value.unit).factor
    ours = Fraction(own.bound.value) * parse_unit(own.resolved_unit or own.unit).factor
    for factor in (share, share - Fraction(2, 5) if share < 1 else share + Fraction(2, 5)):
        scaled = round(Fraction(printed) * asked / ours * factor * 10**decimals)
        instead = str(Decimal(scaled).scaleb(-decimals))
        off = Fraction(instead) / Fraction(printed) * ours / asked
        if scaled > 0 and instead != printed and (off < 1 if share < 1 else off > 1):
            beyond = "well " if factor != share else ""
            yield Fault(f"{beyond}out of a {kind}", found[-1].start(), found[-1].end(), instead, rules)


def _about(read: Read, own: Commitment) -> Iterator[Fault]:
    """Yield 左右 in the place of a bound word."""
    words = read.text[own.start : own.end]
    plain = re.sub("不低于|不少于|达到|至少|以上|超过", "", words)
    yield Fault("bound word", own.start, own.end, f"{plain}左右", ("approximate-floor", "approximate-target"))


def _other_period(read: Read, own: Commitment) -> Iterator[Fault]:
    start = max(0, own.start - 12)
    for month, year in _PER:
        at = read.text.rfind(month, start, own.end + 6)
        if at >= 0 and own.resolved_unit.endswith("/月"):
            yield Fault("unit", at, at + len(month), year, (*_FLOOR, "unit-incomparable"))
            return


def _later(read: Read, own: Commitment) -> Iterator[Fault]:
    stop = read.text.find("。", own.end)
    begin = max(read.text.rfind("。", 0, own.start), read.text.rfind("\n", 0, own.start)) + 1
    for match in _DATE.finditer(read.text, begin, stop if stop >= 0 else own.end):
        if int(match["month"]) < 12:
            yield Fault("date", match.start(), match.end(), "12", ("late-deadline", "deadline-conflict"))
            return
