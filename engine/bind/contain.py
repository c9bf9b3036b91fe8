"""Whether a plan's figure lies inside what a standard allows, in base units, 左右 included."""

from __future__ import annotations

from fractions import Fraction

from engine.commitment import Commitment
from engine.quantity.bounds import Bound, Containment, Interval
from engine.quantity.units import parse_unit
from engine.requirement import Binding, DatedValue

_MANY_TIMES = 10


def in_base(bound: Bound, unit: str) -> Fraction:
    """Return the number of a bound in the base unit of its dimension."""
    return Fraction(bound.value) * parse_unit(unit).factor


def allowed(value: DatedValue, binding: Binding) -> Interval | None:
    """Return the set of values that a requirement allows, in base units.

    A floor allows everything from its number up, whatever its comparator (a bare 100 % is a floor of 100 %), a ceiling
    everything down from it; a fixed figure only itself. None for an approximate one.
    """
    factor = parse_unit(value.unit).factor
    bound = value.bound
    if bound.op == "~":
        return None
    number = Fraction(bound.value)
    if binding in ("floor", "target", "derived", "total"):
        return Interval(low=number, low_open=bound.op == ">").scaled(factor)
    if binding == "ceiling":
        top = Fraction(bound.high) if bound.high is not None else number
        return Interval(high=top, high_open=bound.op == "<").scaled(factor)
    interval = bound.interval()
    return interval.scaled(factor) if interval else None


def is_beyond_comparison(commitment: Commitment, value: DatedValue, binding: Binding) -> bool:
    """Whether a sum is so many times a cap that it cannot be what is capped: 发放贷款1.02亿元 beside 个人最高30万元."""
    if binding != "ceiling" or value.unit != "元":
        return False
    ours = in_base(commitment.bound, commitment.compared_unit)
    return ours > _MANY_TIMES * in_base(value.bound, value.unit)


def promised(commitment: Commitment) -> Interval | None:
    """Return the values that a commitment allows, in base units; None for an approximate one."""
    interval = commitment.bound.interval()
    return interval.scaled(parse_unit(commitment.compared_unit).factor) if interval else None


def containment(commitment: Commitment, value: DatedValue, binding: Binding) -> Containment:
    """Say whether what a plan promises lies inside what the standard allows.

    左右 against 左右 of the same figure lies inside; 左右 against a hard end is undecided; a definite figure against
    左右 lies inside when it is on the better side.
    """
    mine, theirs = promised(commitment), allowed(value, binding)
    if mine is not None and theirs is not None:
        return mine.lies_inside(theirs)
    ours = in_base(commitment.bound, commitment.compared_unit)
    standard = in_base(value.bound, value.unit)
    if mine is None and theirs is None:
        return "inside" if ours == standard else "undecided"
    if mine is None:
        return "undecided"
    low, high = mine.low, mine.high
    if binding == "ceiling":
        return "inside" if high is not None and high <= standard else "undecided"
    return "inside" if low is not None and low >= standard else "undecided"
