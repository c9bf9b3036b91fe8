"""What is in force on a day, what was before, and which of several values in force counts.

Four states, and each day has exactly one: not yet in force, in force, repealed, unknown. Unknown is a day between two
values on which nothing is recorded, any day of a value whose first day nobody knows, and any day of a requirement that
bears no date at all.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from msgspec import Struct

from engine.requirement import DatedValue, Requirement, State

ONE_DAY = timedelta(days=1)


class Period(Struct, frozen=True):
    """Days from ``first`` to ``last`` (inclusive) on which a requirement has one state and one value."""

    first: date
    last: date
    state: State
    value: DatedValue | None


def history(requirement: Requirement) -> tuple[DatedValue, ...]:
    """Return every value that a requirement had, oldest first."""
    return tuple(sorted(requirement.values, key=lambda v: v.since))


def state_on(requirement: Requirement, day: date) -> tuple[State, DatedValue | None]:
    """Return the state of a requirement on ``day`` and the value that it concerns.

    Not yet in force: the value to come. Repealed: the last one. Unknown: the value that may be in force, or the one
    before the gap. None for a requirement without values.
    """
    values = history(requirement)
    if not values:
        return _state_between(requirement.since, requirement.until, day), None
    begun = [value for value in values if value.since <= day]
    if not begun:
        return "not-yet", values[0]
    latest = begun[-1]
    if latest.until is None or day <= latest.until:
        return ("in-force" if latest.dated else "unknown"), latest
    return ("repealed" if latest is values[-1] else "unknown"), latest


def _state_between(since: date | None, until: date | None, day: date) -> State:
    if until is not None and day > until:
        return "repealed"
    if since is None:
        return "unknown"
    return "not-yet" if day < since else "in-force"


def periods(requirement: Requirement, first: date, last: date) -> tuple[Period, ...]:
    """Return the states of a requirement from ``first`` to ``last``, in order and without a gap.

    A plan's year that straddles a change (pensions on 1 July) has more than one.
    """
    changes = {first}
    for since, until in _terms(requirement):
        changes |= {day for day in (since, until + ONE_DAY if until else None) if day and first < day <= last}
    starts = sorted(changes)
    ends = [day - ONE_DAY for day in starts[1:]] + [last]
    return tuple(Period(a, b, *state_on(requirement, a)) for a, b in zip(starts, ends, strict=True))


def _terms(requirement: Requirement) -> list[tuple[date | None, date | None]]:
    if requirement.values:
        return [(v.since, v.until if v.until != date.max else None) for v in requirement.values]
    return [(requirement.since, requirement.until)]


def earlier_values(requirement: Requirement, day: date) -> tuple[DatedValue, ...]:
    """Return the values that had ended before ``day``, latest first: a plan that still gives one is out of date."""
    return tuple(v for v in reversed(history(requirement)) if v.until is not None and v.until < day)


def due(requirement: Requirement, day: date) -> bool:
    """Return whether a target binds on ``day``: from its ``meet_by`` on. Everything else binds while in force."""
    return requirement.binding != "target" or (requirement.meet_by is not None and day >= requirement.meet_by)


def months_later(day: date, months: int) -> date:
    """Return the day ``months`` later, or the last day of that month where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def is_stale(checked: date | None, review_months: int, today: date) -> bool:
    """Return whether a value has to be checked again: never checked, or its term is over on ``today``."""
    return checked is None or today > months_later(checked, review_months)
