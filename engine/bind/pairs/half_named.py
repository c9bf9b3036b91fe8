"""Shares whose name the plan keeps only in part: 水稻投保15600亩 where 水稻保险 of 15000 mu is allotted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from engine.bind.applied import Applied
from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.units import parse_unit

_GENERIC = lazy(
    r"新增|新建|改造|建设|完成|开展|组织|实施|免费|数量|人数|户数|人次|场次|任务|目标|面积|里程|项目|工程|工作|居民|群众|人员|对象"
    r"|\d{1,3}(?:[-—–~至到]\d{1,3})?(?:周岁|岁)(?:及?以[上下])?"
)


def half_named(asked: Sequence[Applied], offered: Sequence[Commitment]) -> Iterator[tuple[Applied, Commitment]]:
    """Yield each allotted share with the figures in its unit that name what sets it apart from the other shares."""
    own = {id(a): _pairs(a.requirement.label) for a in asked}
    common = Counter(pair for pairs in own.values() for pair in pairs)
    naming: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, c in enumerate(offered):
        dimension = parse_unit(c.unit).dimension
        for pair in _pairs(c.label) & common.keys():
            naming[pair, dimension].append(index)
    for a in asked:
        dimension = parse_unit(a.unit).dimension
        telling = [naming[pair, dimension] for pair in own[id(a)] if common[pair] == 1 and (pair, dimension) in naming]
        for index in sorted(set(chain.from_iterable(telling))):
            yield a, offered[index]


def _pairs(label: str) -> set[str]:
    return {part[i : i + 2] for part in _GENERIC.split(label) for i in range(len(part) - 1)}
