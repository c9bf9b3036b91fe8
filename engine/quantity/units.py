"""Units as dimensions: what a unit text means, and exact factors between units that convert.

A unit text is canonical as in ``元/人/月``: a numerator, then per-parts in the order person, period. Factors come from
pint with our own definitions (``units.txt``); every measure word that is not defined there is a dimension of its own.
Pint's answers are read from a table (``factors``), and each unit text is worked out once.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from engine.errors import UnitError
from engine.quantity.factors import factor_of
from engine.quantity.measure_words import CANONICAL, MEASURE_WORDS, PER_PERIODS


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit text with its dimension and the exact factor into the base unit of that dimension.

    ``dimension`` is a text such as ``[money]/[month]/[person]``; two units convert when it is the same.
    """

    text: str
    dimension: str
    factor: Fraction


@cache
def parse_unit(text: str) -> Unit:
    """Return the unit that ``text`` (``元/人/月``, ``%``, ``月·人``, or empty for none) names.

    Raises UnitError for a measure word nobody uses.
    """
    head, *per = text.split("/")
    if not head and per:
        raise UnitError("units.unknown", unit=text, part="/")
    above: list[str] = []
    below: list[str] = []
    factor = Fraction(1)
    for part, sign in [(p, 1) for p in head.split("·") if p] + [(p, -1) for p in per]:
        name = CANONICAL.get(part, part)
        if name not in MEASURE_WORDS:
            raise UnitError("units.unknown", unit=text, part=part)
        dimension, single = factor_of(name)
        (above if sign > 0 else below).append(dimension)
        factor *= single if sign > 0 else 1 / single
    # Nothing cancels: 人/万人 is a share of people and 小时/周 one of time, neither is a bare number.
    dimension = "/".join(["·".join(sorted(above)), *sorted(below)])
    return Unit(text, dimension, factor)


def dimension_of(text: str) -> str:
    """Return the dimension of a unit text, ``""`` for no unit or a plain number."""
    return parse_unit(text).dimension


def convert(value: Fraction, source: str, target: str) -> Fraction:
    """Return ``value`` of ``source`` in ``target``, exactly; raises UnitError when the dimensions differ."""
    mine, theirs = parse_unit(source), parse_unit(target)
    if mine.dimension != theirs.dimension:
        raise UnitError("units.incomparable", source=source, target=target)
    return value * mine.factor / theirs.factor


def with_denominators(unit: str, own: str) -> str:
    """Return ``unit`` with the denominators of an indicator's ``own`` unit that the words left out.

    元/月 of an allowance whose own unit is 元/人/月 is 元/人/月; 元/年 of it is 元/人/年. A period is supplied only where
    the words name none. Units whose numerators differ are returned as they are.
    """
    head, *per = unit.split("/")
    own_head, *own_per = own.split("/")
    if CANONICAL.get(head, head) != own_head:
        return unit
    mine = {CANONICAL.get(p, p) for p in per}
    has_period = any(p in PER_PERIODS for p in mine)
    missing = [p for p in own_per if p not in mine and not (p in PER_PERIODS and has_period)]
    heads = [p for p in [*per, *missing] if CANONICAL.get(p, p) not in PER_PERIODS]
    periods = [p for p in [*per, *missing] if CANONICAL.get(p, p) in PER_PERIODS]
    return "/".join([head, *heads, *periods])
