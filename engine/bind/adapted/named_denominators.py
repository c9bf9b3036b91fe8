"""Standards whose name says what their figure is counted by (每千名老年人拥有养老床位数 35张, 人均补助标准 94元)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.extract.draft import RATES
from engine.extract.numbers.each import denominators
from engine.quantity.measure_words import unit_text
from engine.requirement import DatedValue

# Heads that people and homes are counted by; 每县区 is answered by the place itself.
_HEADS = frozenset(["人", "户", "生", "百人", "千人", "万人", "10万人", "百户", "千户", "万户"])


def with_named_denominators(applied: Sequence[Applied]) -> tuple[Applied, ...]:
    """Return the requirements, those with a bare unit given the denominator that their own name tells.

    A plan's figure is read so too: 每千名老年人拥有养老床位35张 is 张/千人 on both sides.
    """
    return tuple(_named(a) for a in applied)


def _named(applied: Applied) -> Applied:
    value = applied.value
    if value is None or "/" in value.unit or value.unit in RATES or not value.unit:
        return applied
    per = [part for part in denominators(applied.requirement.label) if part in _HEADS]
    if len(per) != 1:
        return applied
    unit = unit_text(value.unit, per)

    def named(one: DatedValue) -> DatedValue:
        return replace(one, unit=unit) if one.unit == value.unit else one

    requirement = replace(applied.requirement, values=tuple(map(named, applied.requirement.values)))
    return replace(applied, requirement=requirement, value=named(value), earlier=tuple(map(named, applied.earlier)))
