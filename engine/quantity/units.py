"""Units as dimensions: what a unit text means, and exact factors between units that convert.

A unit text is canonical as in ``元/人/月``: a numerator, then per-parts in the order person, period. Factors come from
pint with our own definitions (``units.txt``); every measure word that is not defined there is a dimension of its own.
Pint's answers are read from a table (``factors``), and each unit text is worked out once.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from msgspec import Struct

from engine.errors import UnitError
from engine.quantity.factors import factor_of
from engine.quantity.measure_words import CANONICAL, MEASURE_WORDS

_MEAL = "餐"


class Unit(Struct, frozen=True):
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
    if _MEAL in per:
        # Nobody eats for another: 每人每餐 is 每餐.
        per = [part for part in per if part != "人"]
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


def convert(value: Fraction, source: str, target: str) -> Fraction:
    """Return ``value`` of ``source`` in ``target``, exactly; raises UnitError when the dimensions differ."""
    mine, theirs = parse_unit(source), parse_unit(target)
    if mine.dimension != theirs.dimension:
        raise UnitError("units.incomparable", source=source, target=target)
    return value * mine.factor / theirs.factor


@cache
def months_in(period: str) -> Fraction | None:
    """Return how many months a period (半月, 学期, 学年) is, None for what is not counted in months."""
    try:
        unit = parse_unit(period)
    except UnitError:
        return None
    return unit.factor if unit.dimension == parse_unit("月").dimension else None
