"""Whether what a plan promises lies inside what a standard allows: every comparator against every kind of requirement."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from engine.bind.contain import allowed, containment
from engine.commitment import Commitment
from engine.document import Span
from engine.quantity.bounds import Bound, Interval
from engine.requirement import DatedValue


def bound(text: str) -> Bound:
    """A bound as ``op value`` or, for a range, ``range low-high``."""
    op, _, number = text.partition(" ")
    low, _, high = number.partition("-")
    return Bound(op, Decimal(low), Decimal(high) if high else None)


def value(text: str, unit: str = "%") -> DatedValue:
    return DatedValue(bound(text), unit, date(2024, 1, 1))


def promise(text: str, unit: str = "%") -> Commitment:
    return Commitment("1.1", "1", "参保率", (), bound(text), unit, Span("plan", text), 0, 1, resolved_unit=unit)


CASES = [
    # (binding, standard, plan, where the plan's figure lies)
    ("floor", ">= 95", ">= 95", "inside"),
    ("floor", ">= 95", "= 95", "inside"),
    ("floor", ">= 95", "> 95", "inside"),
    ("floor", ">= 95", "range 95-97", "inside"),
    ("floor", ">= 95", "range 94-97", "outside"),
    ("floor", ">= 95", "= 94.9", "outside"),
    ("floor", ">= 95", "<= 99", "outside"),
    ("floor", "> 95", ">= 95", "boundary"),
    ("floor", "> 95", "= 95", "boundary"),
    ("floor", "> 95", "> 95", "inside"),
    ("floor", "= 95", ">= 95", "inside"),
    ("floor", "= 95", "= 100", "inside"),
    ("target", ">= 60", "= 61", "inside"),
    ("target", ">= 60", "= 59", "outside"),
    ("derived", ">= 845", "= 845", "inside"),
    ("total", "= 500", "= 620", "inside"),
    ("total", "= 500", ">= 500", "inside"),
    ("total", "= 500", "= 480", "outside"),
    ("ceiling", "<= 6", "<= 5.5", "inside"),
    ("ceiling", "<= 6", "<= 6", "inside"),
    ("ceiling", "<= 6", "= 0", "inside"),
    ("ceiling", "<= 6", "<= 6.5", "outside"),
    ("ceiling", "<= 6", ">= 5", "outside"),
    ("ceiling", "< 6", "<= 6", "boundary"),
    ("ceiling", "< 6", "< 6", "inside"),
    ("ceiling", "= 6", "<= 6", "inside"),
    ("ceiling", "range 5-6", "<= 6", "inside"),
    ("ceiling", "range 5-6", "<= 5.5", "inside"),
    ("ceiling", "range 5-6", "<= 7", "outside"),
    ("fixed", "= 610", "= 610", "inside"),
    ("fixed", "= 610", "= 640", "outside"),
    ("fixed", "= 610", ">= 610", "outside"),
    ("fixed", "range 2-3", "= 2", "inside"),
    ("fixed", "range 2-3", "= 4", "outside"),
    # 左右 and 约 on either side
    ("floor", "~ 70", "~ 70", "inside"),
    ("floor", "~ 70", "~ 68", "undecided"),
    ("floor", "~ 70", "~ 75", "undecided"),
    ("floor", ">= 70", "~ 70", "undecided"),
    ("floor", ">= 70", "~ 90", "undecided"),
    ("floor", "~ 70", ">= 70", "inside"),
    ("floor", "~ 70", "= 75", "inside"),
    ("floor", "~ 70", ">= 69", "undecided"),
    ("floor", "~ 70", "<= 90", "undecided"),
    ("ceiling", "~ 6", "<= 6", "inside"),
    ("ceiling", "~ 6", "= 5", "inside"),
    ("ceiling", "~ 6", "<= 6.1", "undecided"),
    ("ceiling", "~ 6", ">= 5", "undecided"),
]


@pytest.mark.parametrize(("binding", "standard", "plan", "where"), CASES)
def test_where_a_promise_lies(binding: str, standard: str, plan: str, where: str) -> None:
    assert containment(promise(plan), value(standard), binding) == where


@pytest.mark.parametrize(
    ("plan", "unit", "where"),
    [("= 6000", "元/人/年", "inside"), ("= 5999", "元/人/年", "outside"), ("= 500", "元/人/月", "inside")],
)
def test_both_are_brought_to_one_unit(plan: str, unit: str, where: str) -> None:
    assert containment(promise(plan, unit), value(">= 500", "元/人/月"), "floor") == where


def test_a_promise_without_a_resolved_unit_is_taken_in_its_own() -> None:
    bare = Commitment("1.1", "1", "低保标准", (), bound("= 500"), "元/人/月", Span("plan", "500元"), 0, 1)
    assert containment(bare, value(">= 6000", "元/人/年"), "floor") == "inside"


def test_an_approximate_standard_allows_no_set_that_could_be_proven() -> None:
    assert allowed(value("~ 70"), "floor") is None


def test_a_ceiling_that_is_worded_as_a_floor_caps_all_the_same() -> None:
    assert allowed(value(">= 70", "人"), "ceiling") == Interval(high=Fraction(70))
