"""Standards as they concern one plan: its level, the day that counts, and the strictest of several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.upper.allocation import share_of
from engine.requirement import DatedValue, Requirement, Standard
from engine.wording import phrase
from standards.in_force.reasons import with_reason
from standards.in_force.strictest import Candidate, strictest
from standards.in_force.timeline import due, earlier_values, state_on


def apply(
    standards: Sequence[Standard], *, level: str, on: date, place: str = "", standing_duties: bool = True
) -> tuple[Applied, ...]:
    """Return every requirement of ``standards``, given from the nation down, as it concerns a plan of ``level`` on a day.

    Without ``standing_duties`` a plan has to carry only duties that have an end: one without is law that binds the
    place, and no yearly plan has to repeat it. Of several floors (or ceilings) in force for one indicator and scope the
    strictest counts; the others are kept, set aside with the reason. Of a total the plan has to carry what is allotted to
    its ``place``, a name or a path. Requirements that share an id are told apart by their standard's.
    """
    applied = [_applied(s, r, level, on, standing_duties) for s in standards for r in s.requirements]
    applied += [share for a in applied if place and (share := share_of(a, place)) is not None]
    return tuple(_told_apart(_only_strictest(applied, on)))


def _applied(standard: Standard, requirement: Requirement, level: str, on: date, standing: bool) -> Applied:
    state, value = state_on(requirement, on)
    binds = not requirement.applies_to or not level or level in requirement.applies_to
    return Applied(
        standard,
        requirement,
        state,
        value,
        applies=binds,
        why_not=None if binds else phrase("bind.other-level"),
        earlier=earlier_values(requirement, on),
        demanded=binds and _is_demanded(requirement, standing),
        due=due(requirement, on),
    )


def _is_demanded(requirement: Requirement, standing: bool) -> bool:
    if requirement.binding != "duty" or requirement.strength != "must":
        return False
    return standing or requirement.until is not None


def _only_strictest(applied: list[Applied], on: date) -> list[Applied]:
    groups: dict[tuple[str, tuple[str, ...], str], list[int]] = defaultdict(list)
    for index, a in enumerate(applied):
        r = a.requirement
        if r.indicator and r.binding in ("floor", "ceiling"):
            groups[r.indicator, tuple(sorted(r.scope)), r.binding].append(index)
        elif _counts(a):
            applied[index] = replace(a, reason=with_reason(a, [a], on, phrase("force.choice-only")))
    for (_, _, binding), members in groups.items():
        _set_aside(applied, members, on, ceiling=binding == "ceiling")
    return applied


def _counts(applied: Applied) -> bool:
    return applied.applies and applied.state == "in-force" and applied.value is not None


def _set_aside(applied: list[Applied], members: list[int], on: date, *, ceiling: bool) -> None:
    counting = [i for i in members if _counts(applied[i])]
    candidates = {i: Candidate(applied[i].standard, applied[i].requirement, _value(applied[i])) for i in counting}
    choice = strictest(list(candidates.values()), ceiling=ceiling)
    if choice is None:
        return
    reasons = {id(candidate): text for candidate, text in choice.aside}
    for index, candidate in candidates.items():
        if id(candidate) in reasons:
            applied[index] = replace(applied[index], applies=False, why_not=reasons[id(candidate)])
    group = [applied[i] for i in members]
    for index, candidate in candidates.items():
        if id(candidate) not in reasons:
            applied[index] = replace(applied[index], reason=with_reason(applied[index], group, on, choice.reason))


def _value(applied: Applied) -> DatedValue:
    assert applied.value is not None
    return applied.value


def _told_apart(applied: list[Applied]) -> list[Applied]:
    seen: dict[str, int] = {}
    for a in applied:
        seen[a.requirement.id] = seen.get(a.requirement.id, 0) + 1
    return [
        replace(a, requirement=replace(a.requirement, id=f"{a.standard.id}#{a.requirement.id}"))
        if seen[a.requirement.id] > 1
        else a
        for a in applied
    ]
