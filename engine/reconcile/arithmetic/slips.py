"""What single slip of the pen would close the gap between a sum and its total.

Only what closes it exactly is named, and only where one figure alone could be the culprit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from engine.reconcile.arithmetic.show import amount, decimal_text
from engine.tables.model import Entry
from engine.wording import Text, phrase

Named = tuple[str, Entry]
_LEAST_DIGITS = 3
_SCALES = (10, 100, 1000, 10_000)


def likely_slip(parts: Sequence[Named], stated: Entry, gap: Fraction, *, total_confirmed: bool = False) -> Text | None:
    """Return the sentence for the one slip that would explain ``gap`` (computed less stated), None when none or several.

    ``total_confirmed`` is true when the total stands elsewhere too, so that it is hardly the one mistyped.
    """
    figures = [(name, entry) for name, entry in parts if entry.state == "figure" and entry.value]
    for found in (
        list(_wrong_scale(figures, gap)),
        list(_swapped_in_part(figures, gap)),
        list(_left_out_or_twice(figures, gap)),
        [] if total_confirmed else list(_in_total(stated, gap)),
    ):
        if len(found) == 1:
            return found[0]
        if found:
            return None
    return None


def _fraction(entry: Entry) -> Fraction:
    return Fraction(entry.value or 0)


def _suspect(name: str, entry: Entry, instead: Fraction, key: str) -> Text:
    return phrase(f"reconcile.{key}", name=name, printed=entry.text, instead=amount(instead, entry.power))


def _wrong_scale(figures: Sequence[Named], gap: Fraction) -> Iterator[Text]:
    for name, entry in figures:
        value = _fraction(entry)
        for factor in _SCALES:
            for instead in (value * factor, value / factor):
                if value - instead == gap:
                    yield _suspect(name, entry, instead, "slip-scale")


def _swapped_in_part(figures: Sequence[Named], gap: Fraction) -> Iterator[Text]:
    for name, entry in figures:
        for instead in _swaps(entry):
            if _fraction(entry) - instead == gap:
                yield _suspect(name, entry, instead, "slip-swap")


def _swaps(entry: Entry) -> Iterator[Fraction]:
    """Yield the values with two neighbouring digits of the figure as printed exchanged."""
    digits = str(abs(entry.value or Decimal(0)).scaleb(entry.decimals - entry.power).to_integral_value())
    digits = digits if digits.isdigit() else ""
    scale = Fraction(10) ** (entry.power - entry.decimals)
    for i in range(len(digits) - 1):
        if digits[i] != digits[i + 1]:
            yield Fraction(int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :])) * scale


def _left_out_or_twice(figures: Sequence[Named], gap: Fraction) -> Iterator[Text]:
    if len(figures) < 3:
        return
    for name, entry in figures:
        if _fraction(entry) == gap:
            yield phrase("reconcile.slip-left-out", name=name, printed=entry.text)
        if _fraction(entry) == -gap:
            yield phrase("reconcile.slip-twice", name=name, printed=entry.text)


def _in_total(stated: Entry, gap: Fraction) -> Iterator[Text]:
    computed = _fraction(stated) + gap
    if computed in set(_swaps(stated)):
        yield phrase("reconcile.slip-total-swap", printed=stated.text, instead=amount(computed, stated.power))
        return
    mine, theirs = amount(_fraction(stated), stated.power), amount(computed, stated.power)
    if len(mine) == len(theirs) > 1 and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1:
        yield phrase("reconcile.slip-total-digit", printed=stated.text, instead=theirs)


def one_slip_apart(one: Fraction, other: Fraction) -> bool:
    """Whether two figures are the same but for one slip of the pen: digits swapped, one changed, one more or less.

    Only figures of three digits and more (four for a changed one), so that it is hardly ever chance; a nought more at the
    end is as often meant.
    """
    mine, theirs = _digits(one, other)
    shorter, longer = sorted((mine, theirs), key=len)
    if len(shorter.rstrip("0")) < 2 or len(shorter) < _LEAST_DIGITS or mine == theirs:
        return False
    if len(longer) != len(shorter):
        return lost_digit(shorter, longer)
    apart = [i for i, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b]
    if len(apart) == 1:
        return len(mine.rstrip("0")) > _LEAST_DIGITS
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    return swapped and mine[apart[0]] + mine[apart[1]] == theirs[apart[1]] + theirs[apart[0]]


def one_part_lost_a_digit(parts: Sequence[Fraction], missing: Fraction) -> bool:
    """Whether one part with one digit more would make up for what is missing (324 for 1324).

    Short figures are left aside: of those with three digits one in thirty would do by chance.
    """
    if missing <= 0:
        return False
    pairs = [_digits(part, part + missing) for part in parts]
    return any(len(longer.rstrip("0")) > _LEAST_DIGITS and lost_digit(shorter, longer) for shorter, longer in pairs)


def lost_digit(shorter: str, longer: str) -> bool:
    """Whether the longer figure is the shorter one with one digit more, other than a nought at the end."""
    if len(longer) != len(shorter) + 1 or longer == f"{shorter}0":
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _digits(one: Fraction, other: Fraction) -> tuple[str, str]:
    """Return the digits of two figures in the same scale, without the noughts that both end with."""
    mine, theirs = (decimal_text(abs(number)) for number in (one, other))
    decimals = max(len(text.partition(".")[2]) for text in (mine, theirs))
    mine, theirs = (str(int(abs(number) * 10**decimals)) for number in (one, other))
    while mine.endswith("0") and theirs.endswith("0") and min(len(mine), len(theirs)) > _LEAST_DIGITS:
        mine, theirs = mine[:-1], theirs[:-1]
    return mine, theirs
