"""Shares whose name the plan keeps only in part: 水稻投保15600亩 where 水稻保险 of 15000 mu is allotted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from engine.bind.applied import Applied
from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.units import parse_unit

_GENERIC = lazy("新增|新建|改造|建设|完成|数量|人数|户数|任务|目标|面积|里程|项目|工程|工作")


def half_named(asked: Sequence[Applied], offered: Sequence[Commitment]) -> Iterator[tuple[Applied, Commitment]]:
    """Yield each allotted share with the figures in its unit that name what sets it apart from the other shares."""
    own = {id(a): _pairs(a.requirement.label) for a in asked}
    common = Counter(pair for pairs in own.values() for pair in pairs)
    for a in asked:
        telling = {pair for pair in own[id(a)] if common[pair] == 1}
        dimension = parse_unit(a.unit).dimension
        for c in offered:
            if telling & _pairs(c.label) and parse_unit(c.unit).dimension == dimension:
                yield a, c


def _pairs(label: str) -> set[str]:
    return {part[i : i + 2] for part in _GENERIC.split(label) for i in range(len(part) - 1)}
