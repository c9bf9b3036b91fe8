"""Norms for each place of the plan's own level: 每个县至少2个 asks 2 of a county's plan, which says no 每个县 of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.commitment import Extraction
from engine.patterns import lazy

_PLACES = {
    "county": frozenset({"县", "区"}),
    "township": frozenset({"乡镇", "镇", "乡", "街道"}),
}
_UNNAMED = lazy("^[每各]个?[县区市镇乡街]")


def with_own_norms(applied: Sequence[Applied], extraction: Extraction) -> tuple[Applied, ...]:
    """Return the requirements; what is asked of each place of the plan's level is asked of the plan's own place.

    Where the plan itself counts by such places nothing is changed. A norm without a name of its own has that of its item.
    """
    mine = _PLACES.get(extraction.metadata.level, frozenset())
    counted = {part for c in extraction.commitments for part in c.compared_unit.split("/")[1:]}
    places = mine - counted
    if not places or not any(places & set(a.unit.split("/")[1:]) for a in applied):
        return tuple(applied)
    titles = {a.requirement.item: a.requirement.label for a in applied if a.is_whole}
    return tuple(_own(a, places, titles) for a in applied)


def _own(applied: Applied, places: frozenset[str], titles: Mapping[str, str]) -> Applied:
    head, *per = applied.unit.split("/")
    value = applied.value
    if value is None or not places & set(per) or not applied.drafted:
        return applied
    own = replace(value, unit="/".join([head, *(part for part in per if part not in places)]))
    requirement = replace(applied.requirement, values=(own,))
    title = titles.get(requirement.item)
    if title and _UNNAMED.search(requirement.label):
        requirement = replace(requirement, label=title)
    return replace(applied, requirement=requirement, value=own)
