"""One state a day, one value in force a day, whatever the dates."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from standard_samples import requirement, value

from engine.quantity.bounds import Bound
from engine.requirement import DatedValue
from standards.in_force.timeline import due, earlier_values, history, is_stale, months_later, periods, state_on

PENSION = requirement(
    value("88", "2018-01-01", "2020-06-30"),
    value("93", "2020-07-01", "2022-06-30"),
    value("98", "2022-07-01", "2023-06-30"),
)
ONE = timedelta(days=1)


def shown(found):
    state, found_value = found
    return state, str(found_value.bound.value) if found_value else None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2017-12-31", ("not-yet", "88")),
        ("2018-01-01", ("in-force", "88")),
        ("2022-06-30", ("in-force", "93")),
        ("2022-07-01", ("in-force", "98")),
        ("2023-06-30", ("in-force", "98")),
        ("2023-07-01", ("repealed", "98")),
    ],
)
def test_a_change_on_the_first_of_july(day, expected):
    assert shown(state_on(PENSION, date.fromisoformat(day))) == expected


def test_a_plan_year_that_straddles_a_change_has_two_periods():
    found = periods(PENSION, date(2022, 1, 1), date(2022, 12, 31))
    assert [(str(p.first), str(p.last), p.state, str(p.value.bound.value)) for p in found] == [
        ("2022-01-01", "2022-06-30", "in-force", "93"),
        ("2022-07-01", "2022-12-31", "in-force", "98"),
    ]


def test_days_between_two_values_are_unknown():
    gap = requirement(value("600", "2019-01-01", "2019-12-31"), value("650", "2021-01-01"))
    assert shown(state_on(gap, date(2020, 5, 1))) == ("unknown", "600")


def test_a_value_whose_first_day_nobody_knows_is_never_said_to_be_in_force():
    old = DatedValue(Bound(">=", Decimal(600)), "元/人/月", date.min, date(2022, 12, 31), dated=False)
    known = requirement(old, value("650", "2023-01-01"))
    assert shown(state_on(known, date(2022, 6, 1))) == ("unknown", "600")
    assert shown(state_on(known, date(2023, 1, 1))) == ("in-force", "650")


@pytest.mark.parametrize(
    ("since", "until", "day", "state"),
    [
        (None, None, "2022-01-01", "unknown"),
        ("2022-01-01", None, "2021-12-31", "not-yet"),
        ("2022-01-01", None, "2022-01-01", "in-force"),
        ("2022-01-01", "2022-12-31", "2022-12-31", "in-force"),
        ("2022-01-01", "2022-12-31", "2023-01-01", "repealed"),
        (None, "2022-12-31", "2023-01-01", "repealed"),
        (None, "2022-12-31", "2022-12-31", "unknown"),
    ],
)
def test_a_duty_without_values_has_its_own_days(since, until, day, state):
    first, last = (date.fromisoformat(d) if d else None for d in (since, until))
    duty = requirement(binding="duty", since=first, until=last)
    assert state_on(duty, date.fromisoformat(day)) == (state, None)


days = st.dates(date(2010, 1, 1), date(2030, 12, 31))


@st.composite
def timelines(draw):
    """A requirement whose values follow each other, with or without days between them."""
    starts = sorted(draw(st.sets(days, min_size=1, max_size=6)))
    values = []
    for number, first in enumerate(starts):
        following = starts[number + 1] - ONE if number + 1 < len(starts) else None
        last = following
        if draw(st.booleans()):
            last = draw(st.dates(first, following or date(2031, 12, 31)))
        values.append(DatedValue(Bound(">=", Decimal(number)), "元", first, last, dated=draw(st.booleans())))
    return requirement(*draw(st.permutations(values)))


@given(timelines(), days)
def test_each_day_has_one_state_and_it_is_the_one_that_the_dates_say(known, day):
    state, found = state_on(known, day)
    holding = [v for v in known.values if v.since <= day and (v.until is None or day <= v.until)]
    assert len(holding) <= 1
    if holding:
        assert (state, found) == ("in-force" if holding[0].dated else "unknown", holding[0])
    elif all(v.since > day for v in known.values):
        assert state == "not-yet"
    elif all(v.until is not None and v.until < day for v in known.values):
        assert state == "repealed"
    else:
        assert state == "unknown"


@given(timelines(), days, days)
def test_periods_cover_every_day_once_and_agree_with_the_day(known, one, other):
    first, last = sorted((one, other))
    found = periods(known, first, last)
    assert found[0].first == first
    assert found[-1].last == last
    assert all(a.last + ONE == b.first for a, b in pairwise(found))
    for period in found:
        assert state_on(known, period.first) == state_on(known, period.last) == (period.state, period.value)


@given(timelines(), days)
def test_time_runs_one_way(known, day):
    order = ["not-yet", "in-force", "repealed"]
    now, later = state_on(known, day)[0], state_on(known, day + ONE)[0]
    if now in order and later in order:
        assert order.index(now) <= order.index(later)


@given(timelines(), days)
def test_what_was_before_has_ended_and_comes_latest_first(known, day):
    before = earlier_values(known, day)
    assert all(v.until < day for v in before)
    assert [v.since for v in before] == sorted((v.since for v in before), reverse=True)
    assert set(before) <= set(history(known))


def test_a_target_binds_from_its_day_on():
    target = requirement(value("55", "2022-01-10"), binding="target", meet_by=date(2025, 12, 31))
    assert not due(target, date(2025, 12, 30))
    assert due(target, date(2025, 12, 31))
    assert due(requirement(value("55", "2022-01-10")), date(2022, 1, 10))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2023-11-22", 12, "2024-11-22"),
        ("2023-12-31", 6, "2024-06-30"),
    ],
)
def test_months_later(day, months, later):
    assert months_later(date.fromisoformat(day), months) == date.fromisoformat(later)


def test_a_value_is_stale_the_day_after_its_term():
    checked = date(2025, 11, 22)
    assert not is_stale(checked, 12, date(2026, 11, 22))
    assert is_stale(checked, 12, date(2026, 11, 23))
    assert is_stale(None, 12, date(2026, 11, 22))
