"""Goals of a later year: what a higher document wants reached after the plan's year binds no plan of this year."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.commitment import Extraction

_YEAR = 4


def with_later_goals(applied: Sequence[Applied], extraction: Extraction) -> tuple[Applied, ...]:
    """Return the requirements; floors that were read from a document and name a later year are targets not yet due.

    What a standard written by hand says of its binding holds as it is, and what the plan settles for that later year itself
    (2025年度个人缴费标准 in a plan of 2024) is held to it.
    """
    year = extraction.metadata.year
    settled = {(c.indicator or c.label, c.deadline[:_YEAR]) for c in extraction.commitments if c.deadline}
    return tuple(_goal(a) if year and _is_later(a, year) and _matter(a) not in settled else a for a in applied)


def _matter(applied: Applied) -> tuple[str, str]:
    requirement = applied.requirement
    return requirement.indicator or requirement.label, str(requirement.meet_by.year if requirement.meet_by else "")


def _is_later(applied: Applied, year: int) -> bool:
    requirement = applied.requirement
    read = applied.value is not None and not applied.value.dated and requirement.binding == "floor"
    return read and requirement.meet_by is not None and requirement.meet_by.year > year


def _goal(applied: Applied) -> Applied:
    return replace(applied, requirement=replace(applied.requirement, binding="target"), due=False)
