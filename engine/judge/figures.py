"""The two figures of a finding and the gap between them, exact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from engine.facts.fact import Fact, Figure
from engine.judge.card import FigureRef
from engine.judge.words import plain, rounded, shown
from engine.quantity.printed import exact_decimal
from engine.wording import Text, phrase


class Gap(Struct, frozen=True):
    """How far two figures lie apart: exact (``value``, in ``unit``) where decimals can say it, and in words."""

    value: Decimal | None
    unit: str
    text: Text


def figure_of(ref: FigureRef | None, facts: Mapping[str, Fact]) -> Figure | None:
    """Return the figure that a card names, or None when its fact has none."""
    if ref is None:
        return None
    fact = facts[ref.alias]
    if ref.field is None:
        return fact.figure
    value = fact.fields.get(ref.field)
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return _words(value)
    if ref.field == "deadline":
        return _words(date.fromordinal(int(value)).isoformat())
    unit = str(fact.fields.get("unit", ""))
    amount = exact_decimal(Fraction(value))
    return Figure("=", amount, None, unit, shown(value).zh + unit)


def _words(words: str) -> Figure | None:
    """Return what stands in a figure's place where there is no amount: a day, or whom something is for."""
    return Figure("=", None, None, "", words) if words else None


def gap_between(expected: FigureRef | None, actual: FigureRef | None, facts: Mapping[str, Fact]) -> Gap | None:
    """Return the absolute gap in the expected figure's unit, or in the actual one's where only that is exact.

    None when either side has no amount, when they are equal, or when their units have no common measure.
    """
    mine, theirs = figure_of(actual, facts), figure_of(expected, facts)
    if not (expected and actual and mine and theirs):
        return None
    if mine.unit == theirs.unit:
        pair = (_end(mine, theirs.op), _end(theirs, theirs.op))
        return None if None in pair else _gap(abs(Fraction(pair[0] or 0) - Fraction(pair[1] or 0)), theirs.unit)
    return _converted(facts[actual.alias], mine, facts[expected.alias], theirs)


def _end(figure: Figure, op: str) -> Decimal | None:
    """Return the end that counts: the upper one where the standard is a cap."""
    return figure.high if op in ("<=", "<") and figure.high is not None else figure.value


def _converted(ours: Fact, mine: Figure, standards: Fact, theirs: Figure) -> Gap | None:
    """Measure the gap in base units, which the facts carry, and turn it back into a printed unit."""
    name = "high" if theirs.op in ("<=", "<") and "high" in ours.fields else "value"
    low, high = ours.fields.get(name), standards.fields.get("value")
    if ours.fields.get("dimension") != standards.fields.get("dimension"):
        return None
    if not (isinstance(low, int | Fraction) and isinstance(high, int | Fraction)):
        return None
    base = abs(Fraction(low) - Fraction(high))
    choices = [(_per_unit(standards, theirs), theirs.unit), (_per_unit(ours, mine), mine.unit)]
    gaps = [_gap(base / size, unit) for size, unit in choices if size]
    return next((gap for gap in gaps if gap and gap.value is not None), gaps[0] if gaps else None)


def _per_unit(fact: Fact, figure: Figure) -> Fraction | None:
    """Return how many base units one printed unit is, from a figure that is given in both."""
    base = fact.fields.get("value")
    if not isinstance(base, int | Fraction) or not figure.value or not base:
        return None
    return Fraction(base) / Fraction(figure.value)


def _gap(amount: Fraction, unit: str) -> Gap | None:
    if not amount:
        return None
    exact = exact_decimal(amount)
    if exact is None:
        return Gap(exact, unit, _about(amount, unit))
    if unit == "%":
        # Two shares lie points apart: 1% of what would be another question.
        return Gap(exact, unit, phrase("judge.point" if exact == 1 else "judge.points", amount=plain(exact)))
    return Gap(exact, unit, Text(*(2 * (plain(exact) + unit,))))


def _about(amount: Fraction, unit: str) -> Text:
    return phrase("judge.about", amount=plain(rounded(amount)) + unit)
