"""Intervals of printed, rounded figures: what a figure may have been before it was rounded, and sums of such.

After XBRL Calculations 1.1, with open and closed ends kept: a sum's end is open when either end is, an intersection
takes the end that wins and on a tie the open one.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce

from engine.quantity.bounds import Interval

NOTHING = Interval(Fraction(0), Fraction(0))
"""Exactly zero: what a sum begins with."""


def exactly(value: Fraction) -> Interval:
    """Return the interval that holds one value alone."""
    return Interval(value, value)


def rounded(value: Fraction, step: Fraction) -> Interval:
    """Return the values that print as ``value`` when rounded half up to a multiple of ``step`` (away from zero).

    A step of 0 means that nothing was rounded.
    """
    if step == 0:
        return exactly(value)
    half = step / 2
    return Interval(value - half, value + half, low_open=value <= 0, high_open=value >= 0)


def add(one: Interval, other: Interval) -> Interval:
    """Return the interval of all sums of a value of the one and a value of the other."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Interval(
        low,
        high,
        low is not None and (one.low_open or other.low_open),
        high is not None and (one.high_open or other.high_open),
    )


def total(intervals: Iterable[Interval]) -> Interval:
    """Return the interval of all sums of one value of each."""
    return reduce(add, intervals, NOTHING)


def meet(one: Interval, other: Interval) -> Interval | None:
    """Return the values that lie in both, None when there are none."""
    low, low_open = _tighter(one.low, one.low_open, other.low, other.low_open, upper=False)
    high, high_open = _tighter(one.high, one.high_open, other.high, other.high_open, upper=True)
    if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
        return None
    return Interval(low, high, low_open, high_open)


def _tighter(
    mine: Fraction | None, mine_open: bool, theirs: Fraction | None, theirs_open: bool, *, upper: bool
) -> tuple[Fraction | None, bool]:
    if mine is None:
        return theirs, theirs_open and theirs is not None
    if theirs is None:
        return mine, mine_open
    if mine == theirs:
        return mine, mine_open or theirs_open
    return (mine, mine_open) if (mine < theirs) == upper else (theirs, theirs_open)
