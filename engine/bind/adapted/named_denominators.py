"""Standards whose name says what their figure is counted by (每千名老年人拥有养老床位数 35张, 人均补助标准 94元), or whose indicator does."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.extract.draft import RATES
from engine.extract.numbers.each import denominators
from engine.quantity.measure_words import unit_text
from engine.requirement import DatedValue
from engine.resolve.resolver import Resolver

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
    return _in_unit(applied, value.unit, unit_text(value.unit, per)) if len(per) == 1 else applied


def with_denominators_of_indicators(applied: Sequence[Applied], resolver: Resolver) -> tuple[Applied, ...]:
    """Return the requirements, those with a bare unit given the denominators of the indicator that their label names.

    A plan's figure is read so too: 大病保险起付线14000元 is 元/人/年 on both sides.
    """
    return tuple(_catalogued(a, resolver) for a in applied)


def _catalogued(applied: Applied, resolver: Resolver) -> Applied:
    value, label = applied.value, applied.requirement.label
    if value is None or applied.drafted or "/" in value.unit or value.unit in RATES or not value.unit:
        return applied
    found = resolver.resolve(label, label, value.unit, "")
    own = applied.requirement.indicator
    indicator = resolver.catalogue.get(found.indicator)
    if indicator is None or own not in (None, indicator.id):
        return applied
    # Which period a benefit is for is not guessed; what an insurance takes off or pays at most is told by the year.
    told = found.certainty == "certain" or indicator.kind == "limit"
    bare = found.resolved_unit.startswith(f"{value.unit}/")
    return _in_unit(applied, value.unit, found.resolved_unit) if told and bare else applied


def _in_unit(applied: Applied, bare: str, unit: str) -> Applied:
    def named(one: DatedValue) -> DatedValue:
        return replace(one, unit=unit) if one.unit == bare else one

    value = named(applied.value) if applied.value else None
    requirement = replace(applied.requirement, values=tuple(map(named, applied.requirement.values)))
    return replace(applied, requirement=requirement, value=value, earlier=tuple(map(named, applied.earlier)))
