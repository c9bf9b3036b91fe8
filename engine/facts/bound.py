"""Facts of binding: which figure answers which requirement, what was not compared, which items answer each other."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from engine.bind.binding import ItemMatch, Match, Refusal
from engine.bind.contain import in_base
from engine.bind.people.ages import age_relation, bracket_of
from engine.bind.people.listed import HEAD
from engine.bind.people.relations import people_told
from engine.commitment import STRENGTH_RANK, Commitment
from engine.facts.cost import Heads, cost_of
from engine.facts.fact import Evidence, Fact, Value
from engine.patterns import lazy
from engine.quantity.days import last_day
from engine.quantity.printed import exact_decimal, printed
from engine.quantity.units import convert
from engine.requirement import Requirement
from engine.wording import Text, joined, phrase

_YEAR_ALONE = 4
_DECEMBER = 12
_WHOM = lazy(rf".*?(?:{HEAD})+")
_YEAR_END = lazy("年[底末]")
_DEED = lazy("改造|建设|涉及|惠|受益|整治|提升")
_KEPT = lazy("(?:保持|稳定|维持|巩固)[在为于]?$")


def match_fact(match: Match, number: int, plan: str, heads: Heads) -> Fact:
    """Return the fact for a match, with what arithmetic and sets say of the pair; ``heads`` tell for how many people."""
    commitment, requirement = match.commitment, match.applied.requirement
    gap = STRENGTH_RANK[requirement.strength] - STRENGTH_RANK[commitment.strength]
    fields: dict[str, Value] = {
        "kind": "match",
        "id": f"match-{number}",
        "plan": plan,
        "requirement": match.applied.key,
        "commitment": commitment.id,
        "certainty": "certain" if match.certain else "review",
        "containment": match.containment,
        "scope_relation": match.relation,
        "strength_gap": max(0, gap),
        "label_same": _bare(commitment.label) == _bare(requirement.label),
    }
    said = {"trace": _trace(match)}
    fewer = match.relation == "narrower" and _fewer_ages(match)
    whose = _told_whom(match) if match.relation == "narrower" else None
    fields |= _whom(match, whose, fewer=fewer)
    cost = cost_of(match, heads)
    if cost:
        fields["cost"] = Fraction(cost.amount)
        said["working"] = cost.working
    former = _former(match)
    if former:
        said["former"] = former
    marks = {
        "told": whose is not None,
        "groups_left_out": whose is not None and not fewer and _some_of(*whose),
        "year_alone": _is_of_the_year(commitment, requirement),
        "fewer_ages": fewer,
        "outdated": former is not None,
        "together": match.together,
        "well_above": _well_above(match),
        "share": match.applied.demanded and match.applied.value is not None,
    }
    fields |= {name: True for name, holds in marks.items() if holds}
    return Fact(fields, said=said)


def _told_whom(match: Match) -> tuple[str, str] | None:
    return people_told(match.applied, match.commitment) or _by_label(match)


def _whom(match: Match, told: tuple[str, str] | None, *, fewer: bool) -> dict[str, Value]:
    """Return whom each side is for, where the plan's are fewer: by their sentences, their ages or their labels."""
    if match.relation != "narrower":
        return {}
    requirement, commitment = match.applied.requirement, match.commitment
    words = "、".join(commitment.scope), "、".join(requirement.scope)
    by_ages = words if all(words) else (commitment.label, requirement.label)
    whose = by_ages if fewer else told
    return {"mine": whose[0], "theirs": whose[1]} if whose else {}


def _some_of(mine: str, theirs: str) -> bool:
    """Whether one list of groups is part of another: 农村妇女 of 农村妇女、城镇低保妇女."""
    listed = theirs.split("、")
    named = [any(own in one or one in own for own in mine.split("、")) for one in listed]
    return len(listed) > 1 and any(named) and not all(named) and not any(map(_DEED.search, listed))


def _by_label(match: Match) -> tuple[str, str] | None:
    """Return both labels where only they tell the people or places apart: 城区学校课后服务 of 学校课后服务."""
    requirement, commitment = match.applied.requirement, match.commitment
    if _fewer_ages(match) or set(commitment.qualifiers or commitment.scope) != set(requirement.scope):
        return None
    named = [_WHOM.match(label) for label in (commitment.label, requirement.label)]
    mine, theirs = (match.group() if match else "" for match in named)
    return (mine, theirs) if mine and theirs and mine != theirs else (commitment.label, requirement.label)


def _is_of_the_year(commitment: Commitment, requirement: Requirement) -> bool:
    """Whether a figure is the year's and sets no day of its own that could be late.

    What is to be reached by the end of a year (到2022年底达到95%) is that year's; that all tasks be done by 15 December asks
    for no other count.
    """
    if _names_the_year_alone(commitment):
        return requirement.day_of_all or _within(requirement, commitment)
    until = requirement.meet_by
    if until is not None and _is_read_at_year_end(commitment, until):
        return True
    of_december = until is not None and until.month == _DECEMBER and requirement.day_of_all
    return of_december and until is not None and commitment.deadline == str(until.year)


def _is_read_at_year_end(commitment: Commitment, until: date) -> bool:
    """Whether 年末 says when a rate is read, where the work behind it is done in time or it is only to be kept.

    年末优良率不低于92%…11月底前完成: the year's end is no day that the work is put off to.
    """
    if commitment.kind != "rate" or commitment.deadline != str(until.year):
        return False
    done = last_day(commitment.around.day) if commitment.around else None
    return (done is not None and done <= until) or _KEPT.search(_up_to(commitment)) is not None


def _up_to(commitment: Commitment) -> str:
    return commitment.sentence.partition(commitment.span.text)[0]


def _names_the_year_alone(commitment: Commitment) -> bool:
    """Whether a figure is set for its year (全年, 2024年) and not for the end of it."""
    return len(commitment.deadline or "") == _YEAR_ALONE and not _YEAR_END.search(commitment.sentence)


def _within(requirement: Requirement, commitment: Commitment) -> bool:
    """Whether a requirement is to be met within the year that a figure is set for: 全年改造300户 sets no day."""
    return requirement.meet_by is not None and commitment.deadline == str(requirement.meet_by.year)


def _fewer_ages(match: Match) -> bool:
    """Whether both labels name one age bracket, and the plan's leaves ages out."""
    requirement, commitment = match.applied.requirement, match.commitment
    wanted, given = (
        bracket_of((*requirement.scope, requirement.label)),
        bracket_of((*commitment.scope, commitment.label)),
    )
    return wanted is not None and given is not None and age_relation(wanted, given) == "narrower"


def _trace(match: Match) -> Text:
    """Return how the pair was found and, where the two write other units, the plan's figure in the standard's."""
    value, unit = match.applied.value, match.commitment.compared_unit
    if value is None or value.unit == unit or match.commitment.bound.high is not None:
        return match.trace
    mine = exact_decimal(convert(Fraction(match.commitment.bound.value), unit, value.unit))
    if mine is None:
        return match.trace
    converted = replace(match.commitment.bound, value=mine)
    words = {"printed": printed(match.commitment.bound, unit), "converted": printed(converted, value.unit)}
    return joined(match.trace, phrase("bind.converted", **words))


def _former(match: Match) -> Text | None:
    """Return whose figure it is when the plan repeats one that had ended before the day."""
    if match.containment == "inside" or not match.applied.earlier:
        return None
    ours = _ours(match)
    for value in match.applied.earlier:
        if in_base(value.bound, value.unit) == ours:
            days = f"{value.since.isoformat()}—{value.until.isoformat() if value.until else ''}"
            return Text(f"{value.number}{days}", f"{value.number} {days}")
    return None


def _well_above(match: Match) -> bool:
    """Whether a benefit per head is a fifth or more above the floor: the fisc has to bear it (财政承受能力评估)."""
    value = match.applied.value
    if value is None or match.commitment.kind != "standard" or match.applied.requirement.binding != "floor":
        return False
    return _ours(match) * 5 >= in_base(value.bound, value.unit) * 6


def _ours(match: Match) -> Fraction:
    return in_base(match.commitment.bound, match.commitment.compared_unit)


def _bare(label: str) -> str:
    return label.replace("“", "").replace("”", "").replace(" ", "")


def refusal_fact(refusal: Refusal, number: int, plan: str) -> Fact:
    """Return the fact for a pair that was not compared."""
    return Fact(
        {
            "kind": "refusal",
            "id": f"refusal-{number}",
            "plan": plan,
            "requirement": refusal.applied.key,
            "commitment": refusal.commitment.id,
            "reason": refusal.reason,
        }
    )


def item_match_fact(match: ItemMatch, number: int, plan: str) -> Fact:
    """Return the fact for a pair of items, with how many figures of the upper one the plan leaves out."""
    own = [a for a in match.dropped if a.requirement.binding != "total"]
    shown = [f"{a.requirement.label}{printed(a.value.bound, a.value.unit)}" for a in match.dropped if a.value]
    listed = "；".join(shown)
    return Fact(
        {
            "kind": "item-match",
            "id": f"item-match-{number}",
            "plan": plan,
            "requirement": match.whole.key,
            "item": match.item.id if match.item else "",
            "label": match.whole.requirement.label,
            "dropped": len(match.dropped),
            "dropped_own": len(own),
        },
        tuple(Evidence("standard", a.requirement.span) for a in match.dropped if a.requirement.span),
        said={"dropped_list": Text(listed, listed)},
    )
