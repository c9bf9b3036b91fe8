"""How amounts are printed in a working: exactly, in the scale of the figures that they are compared with."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from engine.quantity.numerals import SCALES
from engine.wording import Text

_SCALE_NAMES = {power: word for word, power in SCALES.items()}


def decimal_text(value: Fraction) -> str:
    """Return a number as it is printed: exact where its decimals end, else to six places."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    shown = exact if rest == 1 else round(exact, 6)
    text = f"{shown:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(value: Fraction, power: int = 0, unit: str = "") -> str:
    """Return ``value`` (in the base unit) in the scale of ``power``, with the scale word only when a unit is given."""
    number = decimal_text(value / Fraction(10) ** power)
    return number + _SCALE_NAMES.get(power, "") + unit if unit else number


def scale_name(power: int) -> str:
    """Return the scale word of a power of ten (万 for 4)."""
    return _SCALE_NAMES.get(power, "")


def in_scale(values: Mapping[str, Fraction], power: int) -> dict[str, Text]:
    """Return amounts in the base unit as a message prints them before the unit: 130.5万 for 1 305 000 at a power of 4."""
    said = {name: amount(value, power) + scale_name(power) for name, value in values.items()}
    return {name: Text(words, words) for name, words in said.items()}
