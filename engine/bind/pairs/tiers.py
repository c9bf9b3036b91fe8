"""Tiers by age: 80周岁以上每餐3元 is answered by what the plan pays for 80—89周岁 and for 90周岁以上, whatever it calls them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.bind.applied import Applied
from engine.bind.binding import Relation
from engine.bind.people.ages import Bracket, age_relation, bracket_of, brackets_in
from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.units import parse_unit

_IN_GENERAL = lazy(
    r"[\d\-—–~]+|周?岁|及?以[上下内]|每[人名位月年次天]|老年人?|老人|人员|补贴|津贴|补助|标准|不[低少]于|[均满为对]"
)


def tier_pairs(
    asked: Sequence[Applied], offered: Sequence[Commitment]
) -> Iterator[tuple[Applied, Commitment, Relation]]:
    """Yield what answers what by age, and how the ages relate, where one sentence of either side has all tiers in a unit.

    Both sides stand in one item each. With two such sentences in one unit the ages do not say which of them is meant.
    """
    wanted: dict[str, list[tuple[Applied, Bracket]]] = defaultdict(list)
    for a in asked:
        ages = bracket_of((*a.requirement.scope, a.requirement.label))
        if ages and "/" in a.unit:
            wanted[parse_unit(a.unit).dimension].append((a, ages))
    given: dict[str, list[tuple[Commitment, Bracket]]] = defaultdict(list)
    for c in offered:
        ages = bracket_of((*c.scope, c.label))
        if ages and "/" in c.resolved_unit:
            given[parse_unit(c.resolved_unit).dimension].append((c, ages))
    for dimension, those in wanted.items():
        mine = given[dimension]
        if len(those) == len(mine) == 1 == len(set(brackets_in(those[0][0].requirement.told))):
            continue  # One age on either side is no tier, and its words say for whom it is.
        alone = len({a.requirement.told for a, _ in those}) == 1 == len({c.sentence for c, _ in mine})
        if alone and _speaks_of(mine[0][0], [a.requirement.label for a, _ in those]):
            yield from _by_age(those, mine)


def _speaks_of(commitment: Commitment, labels: Sequence[str]) -> bool:
    """Whether the sentence of a tier has any of the words that name what is paid (助餐), those of ages and money aside."""
    names = [_IN_GENERAL.sub(" ", label) for label in labels]
    pairs = {name[i : i + 2] for name in names for i in range(len(name) - 1) if " " not in name[i : i + 2]}
    return any(pair in f"{commitment.sentence} {commitment.label}" for pair in pairs)


def _by_age(
    asked: Sequence[tuple[Applied, Bracket]], given: Sequence[tuple[Commitment, Bracket]]
) -> Iterator[tuple[Applied, Commitment, Relation]]:
    brackets = [ages for _, ages in given]
    for a, wanted in asked:
        for c, own in given:
            relation = age_relation(wanted, own, [ages for ages in brackets if ages != own])
            if relation != "disjoint":
                yield a, c, relation
