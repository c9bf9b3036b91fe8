from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from engine.quantity.bounds import Interval
from engine.reconcile.arithmetic.intervals import add, exactly, meet, rounded, total

VALUES = st.integers(-40, 40).map(lambda n: Fraction(n, 4))
ENDS = st.one_of(st.none(), VALUES)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = draw(ENDS), draw(ENDS)
    if low is not None and high is not None and low > high:
        low, high = high, low
    closed = low is not None and low == high
    low_open = low is not None and not closed and draw(st.booleans())
    return Interval(low, high, low_open, high is not None and not closed and draw(st.booleans()))


def holds(interval: Interval, value: Fraction) -> bool:
    above = interval.low is None or value > interval.low or (value == interval.low and not interval.low_open)
    below = interval.high is None or value < interval.high or (value == interval.high and not interval.high_open)
    return above and below


@given(intervals(), intervals(), intervals())
def test_addition_is_commutative_and_associative(a: Interval, b: Interval, c: Interval) -> None:
    assert add(a, b) == add(b, a)
    assert add(add(a, b), c) == add(a, add(b, c))
    assert add(a, exactly(Fraction(0))) == a


@given(intervals(), intervals(), VALUES, VALUES)
def test_a_sum_holds_the_sums_of_what_its_terms_hold(a: Interval, b: Interval, x: Fraction, y: Fraction) -> None:
    if holds(a, x) and holds(b, y):
        assert holds(add(a, b), x + y)


@given(intervals(), intervals(), VALUES)
def test_a_meeting_holds_what_both_hold_and_nothing_else(a: Interval, b: Interval, x: Fraction) -> None:
    both = meet(a, b)
    assert meet(b, a) == both
    assert (both is not None and holds(both, x)) == (holds(a, x) and holds(b, x))


@given(VALUES, st.sampled_from([Fraction(0), Fraction(1, 10), Fraction(1), Fraction(1000)]))
def test_a_rounded_figure_may_have_been_itself(value: Fraction, step: Fraction) -> None:
    interval = rounded(value, step)
    assert holds(interval, value)
    assert interval.low is not None and interval.high is not None and interval.high - interval.low == step


def test_halves_round_away_from_zero() -> None:
    tenth = Fraction(1, 10)
    assert holds(rounded(Fraction(1), tenth), Fraction(95, 100))
    assert not holds(rounded(Fraction(1), tenth), Fraction(105, 100))
    assert holds(rounded(Fraction(-1), tenth), Fraction(-95, 100))
    assert not holds(rounded(Fraction(-1), tenth), Fraction(-105, 100))


def test_open_ends_that_touch_do_not_meet() -> None:
    half_open = Interval(Fraction(49), Fraction(50), low_open=True)
    assert meet(half_open, exactly(Fraction(49))) is None
    assert meet(half_open, exactly(Fraction(50))) == exactly(Fraction(50))
    assert meet(Interval(high=Fraction(3), high_open=True), Interval(low=Fraction(3))) is None


def test_three_thirds_make_a_hundred_but_not_a_hundred_and_two() -> None:
    parts = total([rounded(Fraction(33), Fraction(1))] * 3)
    assert meet(parts, rounded(Fraction(100), Fraction(1))) is not None
    assert meet(parts, rounded(Fraction(102), Fraction(1))) is None
