"""Names of parts that leave nothing outside: 城镇 and 乡村, 县道, 乡道 and 村道."""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.commitment import Commitment
from engine.patterns import lazy

# Words that leave nothing outside: where parts are named by all of one row, they are all there is.
_DIVISIONS = tuple(
    tuple(map(lazy, row.split()))
    for row in (
        "城镇|城区|县城|城市|市区 乡村|农村|乡镇|镇村",
        "集中 分散|散居",
        "公办 民办",
        "线上 线下",
        "县内 县外",
        "县内 县外省内|省内县外 省外",
        "省内 省外",
        "区内 区外",
        "市内 市外",
        "县道 乡道 村道",
        "新建 改建|改扩建|续建",
        "室内 室外",
        "路内 路外|公共停车场|停车场",
        "男 女",
        "一季度 二季度 三季度 四季度",
        "上半年 下半年",
        "东[片部区] 中[片部区] 西[片部区]",
    )
)


def divide(parts: Sequence[Commitment]) -> bool:
    """Whether the names of the parts are those of one division, one each: 城镇 and 乡村, 县道, 乡道 and 村道."""
    shared = set.intersection(*(set(part.scope) for part in parts))
    names = [part.label + "".join(word for word in part.scope if word not in shared) for part in parts]
    return any(len(row) == len(names) and _one_each(row, names) for row in _DIVISIONS)


def _one_each(row: Sequence[re.Pattern[str]], names: Sequence[str]) -> bool:
    found = [[number for number, word in enumerate(row) if word.search(name)] for name in names]
    return all(len(words) == 1 for words in found) and len({words[0] for words in found}) == len(row)
