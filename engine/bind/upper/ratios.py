"""Ratios that a higher document sets between two standards (特困人员基本生活标准不低于低保标准的1.3倍), as derived floors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.printed import plain
from engine.requirement import Requirement

_THERE = r"(?:当地|本地|所在地|本[省市县区旗](?:\([市县区旗]\))?|公布的?|发布的?|执行的?|同期|同年度?|当年|年度|同类)*"
_RATIO = lazy(
    rf"(?:第[一二三四五六七八九十]{{1,3}}条)?(?:城乡)?(?P<name>[^与]{{2,24}})与{_THERE}(?P<base>[^与]{{2,24}})之比"
)
# 城市、农村特困人员基本生活标准分别不低于当地城市、农村低保标准的1.3倍: what is shared out is no name of one ratio.
_SHARED_OUT = lazy(
    r"(?P<name>[一-龥、]{4,24}?标准)(?:原则上|应当?|须|要|均|都|一律|分别|统一|各自)*(?:不得?[低少]于|按照?|达到|为)(?:不得?[低少]于)?"
    rf"{_THERE}(?P<base>[一-龥、]{{2,24}}?(?:标准|低保))的[\d.]+倍",
    needs="倍",
)
# A row of 指标 and 执行要求: 城市特困人员基本生活标准 | 不低于当地城市低保标准的1.3倍.
_OF_THE_ROW = lazy(
    rf"^(?:不得?[低少]于|按照?|达到|应?为)+{_THERE}(?P<base>[一-龥]{{2,24}}?(?:标准|低保))的[\d.]+倍", needs="倍"
)
_SIDE = lazy("城市|城镇|农村|乡村")
_BOTH = lazy(r"^(?:(?:城市|城镇|农村|乡村|城乡)[、和及与]?)+")
# Assistance has a standard for the towns and one for the country, and each follows its own side.
_SPLIT = lazy("低保|最低生活保障")
_SIDES = ("城市", "农村")


def ratio_requirements(commitment: Commitment, clause: str) -> Iterator[Requirement]:
    """Yield the derived floors that a figure in 倍 sets, one a side where neither name says which; none for any other."""
    if commitment.unit != "倍" or commitment.bound.op == "~" or commitment.kind == "limit":
        return
    sides: tuple[str, ...]
    match = _RATIO.fullmatch(commitment.label)
    if match:
        name, base = match["name"], match["base"].removeprefix("城乡")
        sides = ("",) if _SIDE.search(match.group()) or not _SPLIT.search(base) else _SIDES
    elif match := _SHARED_OUT.search(commitment.sentence):
        name, base = (_BOTH.sub("", match[words]) for words in ("name", "base"))
        sides = _sides_of(commitment, match)
    elif match := _OF_THE_ROW.search(commitment.sentence):
        name, base = commitment.label, match["base"]
        sides = ("",)
    else:
        return
    for side in sides:
        yield Requirement(
            id=f"{commitment.id}-{side}" if side else commitment.id,
            label=f"{side}{name}",
            binding="derived",
            formula=f"{plain(commitment.bound.value)} * {side}{base}",
            scope=(side,) if side else (),
            strength=commitment.strength,
            clause=clause,
            item=commitment.item,
            span=commitment.span,
        )


def _sides_of(commitment: Commitment, match: re.Match[str]) -> tuple[str, ...]:
    """Return the side that one of the figures shared out is for, both for one figure, none where no side is named."""
    own = _SIDE.match(commitment.label)
    if own:
        return (own.group(),)
    told = {side for words in ("name", "base") for side in _SIDE.findall(match[words])}
    if len(told) == 1:
        return tuple(told)
    return _SIDES if told or _SPLIT.search(match["base"]) else ("",)
