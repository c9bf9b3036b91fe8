"""Whether printed figures tie up with a printed total, and how large an error could not have been seen.

Whole figures are exact. Where decimals are printed, each figure may have been rounded by half of its last digit: the
parts to the finest decimals that their column shows, the total either to the same or to its own. Where these two
readings differ, nothing is said: the total may be a rounded one or a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from engine.reconcile.arithmetic.intervals import meet, rounded, total
from engine.tables.model import Entry

Doubt = Literal["", "rounding", "damaged", "blank", "approximate", "memo", "subtotal"]


class Tally(Struct, frozen=True):
    """The result: ``agree`` is None when it cannot be decided (``doubt`` says why), ``gap`` is computed less stated.

    ``blind`` is the largest error that rounding could have hidden, 0 for exact figures.
    """

    agree: bool | None
    computed: Fraction
    stated: Fraction
    blind: Fraction = Fraction(0)
    doubt: Doubt = ""

    @property
    def gap(self) -> Fraction:
        """The sum of the parts less the total stated."""
        return self.computed - self.stated


def tally(parts: Sequence[Entry], stated: Entry) -> Tally:
    """Compare the sum of the parts with the total stated; blanks count as nothing.

    A mismatch over a damaged cell, the one blank of its column or an approximate figure is left undecided.
    """
    printed = [entry for entry in parts if entry.state == "figure"]
    computed = sum((_value(entry) for entry in printed), Fraction(0))
    agree, blind, doubt = _judged(printed, stated, computed)
    if agree is False and any(entry.state in ("damaged", "words", "hole") for entry in parts):
        agree, doubt = None, "damaged"
    if agree is False and any(entry.approximate for entry in (*printed, stated)):
        agree, doubt = None, "approximate"
    if agree is False and computed < _value(stated) and _lone_blank(parts):
        agree, doubt = None, "blank"
    return Tally(agree, computed, _value(stated), blind, doubt)


def _lone_blank(parts: Sequence[Entry]) -> bool:
    """Whether one cell alone is empty, which may be a figure lost; a dash, or several blanks, are meant."""
    blanks = [entry for entry in parts if entry.state == "blank"]
    return len(blanks) == 1 and not blanks[0].text and len(parts) > 2


def _value(entry: Entry) -> Fraction:
    return Fraction(0) if entry.value is None else Fraction(entry.value)


def _step(place: int) -> Fraction:
    return Fraction(10) ** -place


def _judged(printed: Sequence[Entry], stated: Entry, computed: Fraction) -> tuple[bool | None, Fraction, Doubt]:
    every = [*printed, stated]
    if all(entry.decimals == 0 for entry in every) and len({entry.power for entry in every}) == 1:
        return computed == _value(stated), Fraction(0), ""
    finest = {entry.power: max(e.decimals for e in printed if e.power == entry.power) for entry in printed}
    steps = [_step(finest[entry.power] - entry.power) for entry in printed]
    spread = total(rounded(_value(e), step) for e, step in zip(printed, steps, strict=True))
    own = _step(stated.decimals - stated.power)
    fine = min([own, *steps])
    if computed == _value(stated):
        return True, sum(steps, fine) / 2, ""
    if meet(spread, rounded(_value(stated), fine)) is not None:
        return True, sum(steps, fine) / 2, ""
    if meet(spread, rounded(_value(stated), own)) is not None:
        return None, sum(steps, own) / 2, "rounding"
    return False, sum(steps, own) / 2, ""
