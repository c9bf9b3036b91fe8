"""Goals of a later year: what a higher document wants reached after the plan's year binds no plan of this year."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied


def with_later_goals(applied: Sequence[Applied], year: int | None) -> tuple[Applied, ...]:
    """Return the requirements; floors that were read from a document and name a later year are targets not yet due.

    What a standard written by hand says of its binding holds as it is.
    """
    return tuple(_goal(a) if year and _is_later(a, year) else a for a in applied)


def _is_later(applied: Applied, year: int) -> bool:
    requirement = applied.requirement
    read = applied.value is not None and not applied.value.dated and requirement.binding == "floor"
    return read and requirement.meet_by is not None and requirement.meet_by.year > year


def _goal(applied: Applied) -> Applied:
    return replace(applied, requirement=replace(applied.requirement, binding="target"), due=False)
