"""Tiers by age whose people are counted before what each of them is paid."""

from __future__ import annotations

from itertools import pairwise

from engine.extract.draft import Draft
from engine.patterns import lazy

# 90-99周岁1260人,每人每月130元: how many there are of a tier, and what each of them is paid.
_TIER = lazy(
    r"(?P<ages>\d{1,3}(?:周岁|岁)?[-~至到]\d{1,3}(?:周岁|岁)|\d{1,3}(?:周岁|岁)及?以[上下]|百岁(?:以上)?)(?:的)?[一-龥]{0,8}\(?[一-龥]{0,2}$",
    needs="岁",
)
_EACH_OF_THEM = lazy(
    r"[人名位]?[一-龥]{0,4}\)?[,、:]?(?:按照?|补助|补贴|津贴|标准|发放|享受|给予|为|均|的)*每[人名位](?:每[月年季日天])?(?:的|按照?|补助|补贴|津贴|标准|发放|给予|提高到|增加到|为|不低于)*"
)


def tell_tiers_apart(text: str, drafts: list[Draft]) -> None:
    """Give a sum per head the ages of those who are counted right before it: 90-99周岁1260人,每人每月130元."""
    for counted_first, paid in pairwise(drafts):
        people, sum_each = counted_first.figure, paid.figure
        if people.unit != "人" or sum_each.unit != "元" or not sum_each.per or paid.scope:
            continue
        begin = max(counted_first.sentence[0], counted_first.begin, 0)
        tier = _TIER.search(text, begin, people.start)
        if (
            tier
            and counted_first.sentence == paid.sentence
            and _EACH_OF_THEM.fullmatch(text, people.end, sum_each.number)
        ):
            paid.scope = (tier["ages"],)
