"""What it costs to close a gap: the people that a plan names, times what each is short of, times the months of a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from engine.bind.binding import Match
from engine.commitment import Commitment
from engine.quantity.measure_words import PER_PERIODS
from engine.quantity.printed import amount, exact_decimal, plain
from engine.quantity.units import convert, months_in
from engine.wording import Text, phrase

_MONTHS = 12
_HEADS = frozenset(["人", "户", "生"])


class Cost(Struct, frozen=True):
    """What closing a gap costs in 元, and the sentence that reckons it."""

    amount: Decimal
    working: Text


class Heads:
    """How many people (households, pupils) each figure per head is for, as far as a plan says so beyond doubt."""

    def __init__(self, commitments: Iterable[Commitment]) -> None:
        self._counts: dict[tuple[str, str, str], list[Commitment]] = defaultdict(list)
        self._rates: dict[tuple[str, str, str], int] = defaultdict(int)
        for commitment in commitments:
            head = _head_of(commitment)
            if head:
                self._rates[commitment.item, commitment.sentence, head] += 1
            elif commitment.unit in _HEADS and commitment.part_of is None and not commitment.relative:
                self._counts[commitment.item, commitment.sentence, commitment.unit].append(commitment)

    def of(self, rate: Commitment) -> Commitment | None:
        """Return the one exact count of heads in the sentence of a rate that is the only one there; None in doubt."""
        key = (rate.item, rate.sentence, _head_of(rate))
        counts = self._counts.get(key, [])
        certain = len(counts) == 1 and self._rates.get(key) == 1 and counts[0].bound.op == "="
        return counts[0] if certain else None


def _head_of(commitment: Commitment) -> str:
    """Return what a sum of money is paid for (人 of 元/人/月), empty for any other figure."""
    unit, *per = commitment.compared_unit.split("/")
    heads = [part for part in per if part not in PER_PERIODS]
    return heads[0] if unit == "元" and len(heads) == 1 and heads[0] in _HEADS and not commitment.relative else ""


def cost_of(match: Match, heads: Heads) -> Cost | None:
    """Return what raising a figure to its floor costs a year; None where the people or the term are not known."""
    value, commitment = match.applied.value, match.commitment
    if value is None or match.containment != "outside" or match.applied.requirement.binding not in _FLOORS:
        return None
    people = heads.of(commitment)
    periods = [part for part in value.unit.split("/")[1:] if part in PER_PERIODS]
    months = months_in(periods[0]) if len(periods) == 1 else None
    if people is None or months is None:
        return None
    ours = convert(Fraction(commitment.bound.value), commitment.compared_unit, value.unit)
    short = Fraction(value.bound.value) - ours
    times = int(_MONTHS / months)
    whole = exact_decimal(short * Fraction(people.bound.value) * times)
    each = exact_decimal(short)
    if whole is None or each is None or whole <= 0:
        return None
    words = {"short": f"{plain(each)}{value.unit}", "people": people.span.text, "count": plain(people.bound.value)}
    working = phrase(
        _WORDS.get(times, "bind.cost-terms"), **words, head=people.unit, times=times, cost=f"{amount(whole)}元"
    )
    return Cost(whole, working)


_FLOORS = ("floor", "target", "derived")
_WORDS: Mapping[int, str] = {12: "bind.cost-months", 1: "bind.cost-year"}
