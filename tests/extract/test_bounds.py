"""Sets of allowed values: containment with open and closed ends, and scaling into another unit."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.quantity.bounds import Bound, Interval, Op

ENDS = st.none() | st.integers(-3, 3).map(Fraction)
# Ends are whole numbers, so that these points decide every question of membership: each end, one point between any
# two neighbouring ends, and one beyond either side.
POINTS = [Fraction(n, 2) for n in range(-8, 9)] + [Fraction(-(10**6)), Fraction(10**6)]


def holds(interval: Interval, value: Fraction) -> bool:
    above = interval.low is None or value > interval.low or (value == interval.low and not interval.low_open)
    below = interval.high is None or value < interval.high or (value == interval.high and not interval.high_open)
    return above and below


def some(interval: Interval) -> bool:
    return any(holds(interval, value) for value in POINTS)


INTERVALS = st.builds(Interval, ENDS, ENDS, st.booleans(), st.booleans()).filter(some)


@given(INTERVALS)
def test_a_set_lies_inside_itself(mine: Interval) -> None:
    assert mine.lies_inside(mine) == "inside"


@given(INTERVALS, INTERVALS)
def test_inside_means_that_every_allowed_value_is_allowed(mine: Interval, theirs: Interval) -> None:
    contained = all(holds(theirs, value) for value in POINTS if holds(mine, value))
    assert (mine.lies_inside(theirs) == "inside") == contained


@given(INTERVALS, INTERVALS)
def test_boundary_means_that_excluded_end_values_alone_stand_outside(mine: Interval, theirs: Interval) -> None:
    outside = [value for value in POINTS if holds(mine, value) and not holds(theirs, value)]
    excluded = {end for end, opened in ((theirs.low, theirs.low_open), (theirs.high, theirs.high_open)) if opened}
    assert (mine.lies_inside(theirs) == "boundary") == (bool(outside) and set(outside) <= excluded)


@given(INTERVALS, INTERVALS, INTERVALS)
def test_inside_is_transitive(first: Interval, second: Interval, third: Interval) -> None:
    if first.lies_inside(second) == "inside" == second.lies_inside(third):
        assert first.lies_inside(third) == "inside"


@given(INTERVALS, INTERVALS, st.fractions(Fraction(1, 1000), 1000))
def test_another_unit_changes_no_answer(mine: Interval, theirs: Interval, factor: Fraction) -> None:
    assert mine.scaled(factor).lies_inside(theirs.scaled(factor)) == mine.lies_inside(theirs)


@given(INTERVALS, st.fractions(Fraction(1, 1000), 1000))
def test_scaling_there_and_back_is_exact(mine: Interval, factor: Fraction) -> None:
    assert mine.scaled(factor).scaled(1 / factor) == mine


def test_monthly_amount_over_a_year() -> None:
    assert Interval(low=Fraction(1100), low_open=True).scaled(Fraction(12)) == Interval(
        low=Fraction(13200), low_open=True
    )


READ = [
    (">=", "95", None, Interval(low=Fraction(95))),
    (">", "95", None, Interval(low=Fraction(95), low_open=True)),
    ("<=", "5.5", None, Interval(high=Fraction(11, 2))),
    ("<", "5.5", None, Interval(high=Fraction(11, 2), high_open=True)),
    ("=", "42", None, Interval(Fraction(42), Fraction(42))),
    ("range", "2", "3", Interval(Fraction(2), Fraction(3))),
    ("~", "4.2", None, None),
]


@pytest.mark.parametrize(("op", "value", "high", "expected"), READ)
def test_a_bound_allows(op: Op, value: str, high: str | None, expected: Interval | None) -> None:
    assert Bound(op, Decimal(value), None if high is None else Decimal(high)).interval() == expected


AGAINST = [
    # a plan's bound, the standard's, what a supervisor would say
    (">=", "95", ">=", "95", "inside"),
    (">", "95", ">=", "95", "inside"),
    (">=", "95", ">", "95", "boundary"),
    ("=", "95", ">", "95", "boundary"),
    ("=", "95", ">=", "95", "inside"),
    ("=", "94.99", ">=", "95", "outside"),
    (">=", "94", ">=", "95", "outside"),
    ("<=", "95", ">=", "95", "outside"),
    ("<=", "5", "<=", "5", "inside"),
    ("<", "5", "<=", "5", "inside"),
    ("<=", "5", "<", "5", "boundary"),
    ("=", "1100", "=", "1100", "inside"),
    (">=", "1100", "=", "1100", "outside"),
]


@pytest.mark.parametrize(("op", "value", "their_op", "their_value", "expected"), AGAINST)
def test_a_plan_against_a_standard(op: Op, value: str, their_op: Op, their_value: str, expected: str) -> None:
    mine, theirs = Bound(op, Decimal(value)).interval(), Bound(their_op, Decimal(their_value)).interval()
    assert mine is not None
    assert theirs is not None
    assert mine.lies_inside(theirs) == expected


def test_a_range_meets_a_floor_when_its_lower_end_does() -> None:
    floor = Interval(low=Fraction(2))
    assert Interval(Fraction(2), Fraction(3)).lies_inside(floor) == "inside"
    assert Interval(Fraction(1), Fraction(3)).lies_inside(floor) == "outside"
