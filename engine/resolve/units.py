"""Whether a printed unit can stand for an indicator's own, and what is compared then.

Units are canonical strings, a measure word and what it is per: 元/人/月. The indicator may supply what the words leave
out (元/月 of an orphan's allowance is 元/人/月); it never changes what they say.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from msgspec import Struct

from engine.quantity.measure_words import CANONICAL
from engine.quantity.units import months_in

Quality = Literal["exact", "supplied", "period", "open", "unitless"]

_FAMILY = {
    unit: family
    for family, units in {
        "length": "公里 米",
        "area": "平方米 平方公里 亩 公顷",
        "mass": "吨 公斤 千克",
        "money": "元",
        "power": "千瓦 兆瓦",
    }.items()
    for unit in units.split()
}
_PEOPLE = frozenset({"人", "生"})
_OTHER_PERIODS = frozenset({"天", "次"})


class UnitFit(Struct, frozen=True):
    """The unit compared, and how it came about.

    ``supplied``: the indicator gave a denominator; ``period``: it gave the period as well; ``open``: the period is
    missing and nobody can tell which; ``unitless``: the words give no unit at all.
    """

    unit: str
    quality: Quality


@lru_cache(maxsize=1024)
def _split(unit: str) -> tuple[str, tuple[str, ...]]:
    head, *per = (CANONICAL.get(part, part) for part in unit.split("/"))
    return head, tuple(per)


@lru_cache(maxsize=4096)
def fit_unit(printed: str, own: str, others: tuple[str, ...] = (), periods: tuple[str, ...] = ()) -> UnitFit | None:
    """Return how a figure in ``printed`` reads as a figure in ``own``, or None when it cannot.

    ``others`` are further spellings of the indicator's unit, read as ``own``; ``periods`` says that a missing period
    cannot be guessed.
    """
    if not printed:
        return UnitFit("", "unitless")
    if printed == own:
        return UnitFit(own, "exact")
    if printed in others:
        return UnitFit(own, "exact")
    head, per = _split(printed)
    own_head, own_per = _split(own)
    if _FAMILY.get(head, head) != _FAMILY.get(own_head, own_head):
        return _as_other(printed, own, others, periods)
    return _with_denominators(head, per, own_per, bool(periods)) or _as_other(printed, own, others, periods)


def _as_other(printed: str, own: str, others: tuple[str, ...], periods: tuple[str, ...]) -> UnitFit | None:
    for other in others:
        fit = fit_unit(printed, other, (), periods)
        if fit is not None:
            return UnitFit(own, fit.quality) if fit.unit == other else fit
    return None


def _with_denominators(head: str, per: tuple[str, ...], own_per: tuple[str, ...], guess_barred: bool) -> UnitFit | None:
    """Fill the denominators of ``head/per`` up to those of the indicator; None when they contradict each other."""
    filled: list[str] = []
    rest = list(per)
    lacks_period = False
    for wanted in own_per:
        given = next((part for part in rest if _stands_for(part, wanted)), None)
        if given is not None:
            rest.remove(given)
            filled.append(given if _is_period(wanted) else wanted)
            continue
        lacks_period = lacks_period or _is_period(wanted)
        filled.append(wanted)
    if rest:
        return None
    if lacks_period and guess_barred:
        return UnitFit("/".join((head, *per)), "open")
    unit = "/".join((head, *filled))
    if len(filled) == len(per):
        return UnitFit(unit, "exact")
    return UnitFit(unit, "period" if lacks_period else "supplied")


def _stands_for(printed: str, wanted: str) -> bool:
    if printed == wanted or (printed in _PEOPLE and wanted in _PEOPLE):
        return True
    return months_in(printed) is not None and months_in(wanted) is not None


def _is_period(part: str) -> bool:
    return part in _OTHER_PERIODS or months_in(part) is not None
