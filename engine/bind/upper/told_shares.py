"""Shares that a higher document allots in its sentences: 其中泉西街道不少于6个、石门梁镇不少于4个."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.upper.allocation import WITHIN, same_place
from engine.patterns import lazy
from engine.wording import phrase
from engine.words.places import ONE_PLACE

_LOWER = lazy(ONE_PLACE)


def shares_told(applied: Sequence[Applied], place: str, upper_place: str) -> tuple[Applied, ...]:
    """Return the requirements; what is asked of one named place has to be carried by the plan of that place, and by no other.

    ``place`` is the plan's own, a name or a path, ``upper_place`` that of the higher document, whose own name sets nobody apart.
    """
    name = place.rpartition("/")[2]
    # A title may name the county before its township: 芦塘县双桥镇.
    names = {name, WITHIN.sub("", name, count=1)}
    return tuple(_for(a, names, upper_place) for a in applied) if name else tuple(applied)


def _for(applied: Applied, names: Collection[str], upper_place: str) -> Applied:
    requirement = applied.requirement
    places = [word for word in requirement.scope if _LOWER.fullmatch(word) and not same_place(word, upper_place)]
    if not places or applied.value is None or requirement.binding not in ("total", "floor"):
        return applied
    if not any(same_place(name, word) for word in places for name in names):
        return replace(applied, applies=False, why_not=phrase("bind.share-of-another", place="、".join(places)))
    label = requirement.label
    for word in places:
        label = label.replace(word, "", 1)
    own = replace(
        requirement,
        label=label or requirement.label,
        scope=tuple(word for word in requirement.scope if word not in places),
        binding="total",
    )
    return replace(applied, requirement=own, demanded=True)
