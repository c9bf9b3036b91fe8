"""What the text says of a total that does not add up: one slip in a table is then one finding, with both places."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec.structs import replace

from engine.document import Span
from engine.facts.fact import Fact
from engine.quantity.units import parse_unit


def totals_told(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts; a total that does not add up tells what the text has for it, with those words as evidence.

    ``restated`` is ``computed`` where the text gives what the parts add up to, so that the total alone is wrong, and
    ``stated`` where it gives the total; left out where it says neither.
    """
    figures = {str(f.fields["id"]): f for f in facts if f.fields["kind"] == "commitment"}
    told: dict[Span, tuple[Fact, Fact]] = {}
    for fact in facts:
        first, second = (figures.get(str(fact.fields.get(side))) for side in ("first", "second"))
        if fact.fields["kind"] == "restatement" and first and second:
            told.setdefault(second.evidence[0].span, (first, second))
    return [_told(fact, told) if _is_wrong(fact) else fact for fact in facts]


def _is_wrong(fact: Fact) -> bool:
    fields = fact.fields
    return fields["kind"] == "total" and fields.get("agree") is False and fields.get("axis") in ("row", "column")


def _told(total: Fact, told: dict[Span, tuple[Fact, Fact]]) -> Fact:
    pair = next((told[e.span] for e in total.evidence if e.role != "part" and e.span in told), None)
    if pair is None:
        return total
    said, figure = pair
    factor = parse_unit(str(total.fields["unit"])).factor
    for restated in ("computed", "stated"):
        amount = total.fields[restated]
        assert isinstance(amount, int | Fraction), "a total has two amounts"
        if said.fields.get("value") == amount * factor:
            fields = {**total.fields, "restated": restated, "figure": figure.fields["id"]}
            return replace(total, fields=fields, evidence=(*said.evidence, *total.evidence))
    return total
