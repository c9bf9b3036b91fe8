"""How much a figure has grown by the words behind it (增加50元，增长8.3%), against what follows from the two figures."""

from __future__ import annotations

import re
from fractions import Fraction

from msgspec import Struct

from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.bounds import Interval
from engine.quantity.measure_words import AFTER_NUMBER, canonical
from engine.quantity.numerals import SCALES
from engine.quantity.units import months_in
from engine.reconcile.arithmetic.intervals import exactly, rounded
from engine.reconcile.arithmetic.show import decimal_text
from engine.reconcile.prose.common import power_of, printed, step_of
from engine.wording import Text, phrase
from engine.words.change import FALL, RISE
from engine.words.periods import YEAR_BEFORE

UP, DOWN = f"{RISE}|增幅|涨幅", f"{FALL}|降幅"
AMOUNT = rf"(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>个百分点|%|{AFTER_NUMBER})?"
GROWTH = lazy(
    rf"^[^,。;]{{0,2}}[,(、]?(?P<lead>(?:同比|[较比](?:{YEAR_BEFORE}|原标准|原来)|每人每[月年]|每[人月年户]|标准|[月年]?人均|净|再|同比)*)"
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|为|达|到达|幅度为?达?)?(?P<each>每人每[月年]|每[人月年户]|[月年]?人均)?{AMOUNT}(?P<per>(?:[/每][人户生])?[/每][月年])?",
    needs=f"{UP}|{DOWN}",
)
_BOUND = lazy("(?P<roughly>左右|上下)|(?P<least>以上)|(?P<most>以内|以下)")
# 由每年6360元提高到6840元，每月提高40元: the growth may be told by another period than the figures.
_PERIOD = lazy("[每/][人户生]?[每/]?(?P<each>[月年])|(?P<mean>[月年])人?均")
# A promise of so few digits is chosen, not measured.
_CHOSEN = 2


class Change(Struct, frozen=True):
    """A commitment, the figure before it with the size of its last digit (0: exact), and the words behind both.

    ``reaches`` is true of what 由A提高到B promises.
    """

    commitment: Commitment
    before: Fraction
    step: Fraction
    behind: str
    reaches: bool = False

    @property
    def change(self) -> Fraction:
        """The figure less the one before."""
        return Fraction(self.commitment.bound.value) - self.before


class StatedGrowth(Struct, frozen=True):
    """A growth as stated and as the two figures make it, in its own unit, with whether they agree and how that was worked out.

    ``words`` are those that state it, folded and without blanks.
    """

    agrees: bool
    working: Text
    stated: Fraction
    computed: Fraction
    unit: str
    words: str


def stated_growth(one: Change) -> StatedGrowth | None:
    """Compare each growth stated right behind the figure (增加50元，增长8.3%) with what follows from the two figures.

    Return the first that does not follow, else the last one; None when none is stated.
    """
    result, behind = None, one.behind
    while (match := GROWTH.match(behind)) is not None:
        judged = _judged(one, match)
        if judged is not None:
            result = judged
            if not judged.agrees:
                return judged
        behind = behind[match.end() :]
    return result


def _judged(one: Change, match: re.Match[str]) -> StatedGrowth | None:
    own, unit = one.commitment.compared_unit, match["unit"] or ""
    bound = _BOUND.match(match.string, match.end())
    if bound and bound["roughly"]:
        return None
    power = SCALES[match["scale"]]
    if unit == "%":
        if one.before == 0 or own in ("%", "‰"):
            return None
        computed, possible = abs(one.change) / one.before * 100, _growth_rates(one)
    elif own.split("/")[0] == canonical(unit.replace("个百分点", "%")):
        computed = abs(one.change) * _periods(own, f"{match['lead']}{match['each'] or ''}{match['per'] or ''}")
        possible = (exactly(computed),)
    else:
        return None
    stated = Fraction(match["number"]) * 10**power
    text = phrase(
        "reconcile.change-stated",
        before=printed(one.commitment, one.before), after=printed(one.commitment),
        computed=_shown(computed / 10**power, unit) + match["scale"] + unit,
        stated=match["number"] + match["scale"] + unit,
    )  # fmt: skip
    step = Fraction(10) ** (power - len(match["number"].partition(".")[2]))
    agree = any(_rounds_to(values, stated, step) for values in possible)
    if bound:
        agree = agree or (computed >= stated if bound["least"] else computed <= stated)
    words = match.group().lstrip(",(、")
    return StatedGrowth(agree, text, stated, computed, own.split("/")[0] if unit != "%" else unit, words)


def _shown(computed: Fraction, unit: str) -> str:
    return decimal_text(Fraction(round(computed * 100), 100) if unit == "%" else computed)


def _periods(own: str, told: str) -> Fraction:
    """Return how much of a unit's period (元/人/年) the words of a growth speak of (每月): a twelfth; 1 where one names none."""
    named = _PERIOD.search(told)
    mine = next((months for part in own.split("/")[1:] if (months := months_in(part))), None)
    theirs = months_in(named["each"] or named["mean"]) if named else None
    return theirs / mine if mine and theirs else Fraction(1)


def _growth_rates(one: Change) -> tuple[Interval, ...]:
    """Return the growth in per cent that two figures printed in 万 or 亿 can stand for; exact figures stand for one.

    What a plan chose to reach is a figure at face value, or what the growth makes of the one before it, never both.
    """
    after, before = Fraction(one.commitment.bound.value), one.before
    steps = [step for step in (step_of(one.commitment), one.step) if step]
    at_face = exactly(abs(after - before) / before * 100)
    if not steps or not power_of(one.commitment):
        return (at_face,)
    now, then = rounded(after, min(steps)), rounded(before, min(steps))
    if not then.low or then.low <= 0:
        return (at_face,)
    if _is_chosen(one):
        return _rates(exactly(after), then), _rates(now, exactly(before))
    return (_rates(now, then),)


def _is_chosen(one: Change) -> bool:
    """Whether a figure is a promise of few digits (由2.0万人次提高到2.5万人次); sums of money are reckoned, and then rounded."""
    commitment = one.commitment
    digits = commitment.bound.value.normalize().as_tuple().digits
    return one.reaches and not commitment.unit.startswith("元") and len(digits) <= _CHOSEN


def _rates(now: Interval, then: Interval) -> Interval:
    """Return the growth in per cent between two figures; all their ends are above zero."""
    nothing = Fraction(0)
    pairs = ((now.low or nothing, then.high or nothing), (now.high or nothing, then.low or nothing))
    ends = sorted(abs(a - b) / b * 100 for a, b in pairs)
    return Interval(ends[0], ends[1])


def _rounds_to(possible: Interval, stated: Fraction, step: Fraction) -> bool:
    """Whether one of the values prints as stated, rounded or cut off at the last digit printed."""
    low, high = possible.low or Fraction(0), possible.high or Fraction(0)
    return high >= stated - step / 2 and low < stated + step
