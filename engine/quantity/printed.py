"""How a figure is printed in a report: comparator, amount and unit as an official would write them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from engine.quantity.bounds import Bound

_BEFORE = {">=": "不低于", ">": "超过", "<=": "不超过", "<": "低于"}
_MYRIAD = Decimal(10_000)
_LARGE = Decimal(100_000)
_HUNDRED_MILLION = Decimal(100_000_000)


def amount(value: Decimal) -> str:
    """Return an amount as it is printed: whole ten-thousands as 万, whole hundred-millions as 亿, else the digits."""
    for scale, word in ((_HUNDRED_MILLION, "亿"), (_MYRIAD, "万")):
        if value >= scale and value >= _LARGE and (value / scale * 100) % 1 == 0:
            return f"{plain(value / scale)}{word}"
    return plain(value)


def plain(value: Decimal) -> str:
    """Return a decimal without exponent and trailing zeros behind the point."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def printed(bound: Bound, unit: str) -> str:
    """Return a bound with its unit: 不低于1510元/人/月, 95%以上 is printed as 不低于95%, 70%左右, 2-3个."""
    if bound.op == "range" and bound.high is not None:
        return f"{amount(bound.value)}-{amount(bound.high)}{unit}"
    if bound.op == "~":
        return f"{amount(bound.value)}{unit}左右"
    return f"{_BEFORE.get(bound.op, '')}{amount(bound.value)}{unit}"


def exact_decimal(value: Fraction) -> Decimal | None:
    """Return the fraction as a decimal, or None when its digits never end."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None
    places = max(twos, fives)
    return Decimal(f"{value.numerator * 10**places // value.denominator}E-{places}")
