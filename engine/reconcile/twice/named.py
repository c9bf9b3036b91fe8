"""What a figure is called, by which another one of the same thing is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from decimal import Decimal

from engine.commitment import Commitment
from engine.patterns import lazy

_NOISE = lazy(
    r"[\s、,，。:：;；“”\"'‘’()（）《》·]|(?:全[县市区镇乡]|年度|当年|年内|[今本]年(?:度)?(?:目标|任务|计划)?|各[类种])"
)
# 农村公路提升里程 is called 农村公路提升 in the row of a table.
_COUNTED = lazy(r"(.{4,})(?:里程|数量|人数|人次|户数|户次|个数|面积)")
_SHORTEST = 4
_FORM = 3

Key = tuple[str, str, tuple[str, ...], str]


def keys_of(commitments: Sequence[Commitment]) -> list[Key | None]:
    """Return the keys of figures; one outside the catalogue has the indicator of the only other thing that its words name.

    发放辅助器具570件 is resolved by its deed, 辅助器具 | 750件 in a table is not.
    """
    keys = [_key(c) for c in commitments]
    known: dict[tuple[str, tuple[str, ...], str], set[Key]] = defaultdict(set)
    for key, c in zip(keys, commitments, strict=True):
        if key and key[1]:
            known[key[0], key[2], c.unit].add(key)
    return [
        _completed(key, known.get((key[0], key[2], c.unit), set())) if key else None
        for key, c in zip(keys, commitments, strict=True)
    ]


def _completed(key: Key, named: Set[Key]) -> Key:
    return next(iter(named)) if not key[1] and len(named) == 1 else key


def form_fields(commitments: Sequence[Commitment], keys: Sequence[Key | None]) -> frozenset[Key]:
    """Return the names that stand with three figures or more in one part of a plan: fields of a form (投资估算)."""
    values: dict[tuple[Key, str], set[Decimal]] = defaultdict(set)
    for commitment, key in zip(commitments, keys, strict=True):
        if key is not None and commitment.section == "body":
            values[key, commitment.section].add(commitment.bound.value)
    return frozenset(key for (key, _), known in values.items() if len(known) >= _FORM)


def _key(commitment: Commitment) -> Key | None:
    label = _NOISE.sub("", commitment.label)
    label = counted[1] if (counted := _COUNTED.fullmatch(label)) else label
    if commitment.relative or len(label) < _SHORTEST or label[0] in "比较在":
        return None
    # A qualifier that the name holds is told by it, also where a cell of a table has no scope of its own.
    scope = tuple(sorted(words for words in commitment.scope if words not in label))
    return label, commitment.indicator or "", scope, commitment.compared_unit
