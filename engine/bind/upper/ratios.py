"""Ratios that a higher document sets between two standards (特困人员基本生活标准不低于低保标准的1.3倍), as derived floors."""

from __future__ import annotations

from collections.abc import Iterator

from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.printed import plain
from engine.requirement import Requirement

_RATIO = lazy(
    r"(?:第[一二三四五六七八九十]{1,3}条)?(?:城乡)?(?P<name>[^与]{2,24})与(?:当地|本地|所在地|同期|同年度?|年度|同类)*(?P<base>[^与]{2,24})之比"
)
_SIDE = lazy("城市|城镇|农村|乡村")
# Assistance has a standard for the towns and one for the country, and each follows its own side.
_SPLIT = lazy("低保|最低生活保障")
_SIDES = ("城市", "农村")


def ratio_requirements(commitment: Commitment, clause: str) -> Iterator[Requirement]:
    """Yield the derived floors that a figure in 倍 sets, one a side where neither name says which; none for any other."""
    match = _RATIO.fullmatch(commitment.label) if commitment.unit == "倍" and commitment.bound.op != "~" else None
    if match is None or commitment.kind == "limit":
        return
    sides = ("",) if _SIDE.search(match.group()) or not _SPLIT.search(match["base"]) else _SIDES
    for side in sides:
        yield Requirement(
            id=f"{commitment.id}-{side}" if side else commitment.id,
            label=f"{side}{match['name']}",
            binding="derived",
            formula=f"{plain(commitment.bound.value)} * {side}{match['base']}",
            scope=(side,) if side else (),
            strength=commitment.strength,
            clause=clause,
            item=commitment.item,
            span=commitment.span,
        )
