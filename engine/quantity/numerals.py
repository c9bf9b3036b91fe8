"""Reading a printed number: Arabic or Chinese, with 万 and 亿, exactly.

The printed precision comes along: ``1.79万`` is 17900 with its last printed digit at 100.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from engine.patterns import lazy

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3}
_TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {
    "": 0,
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
}
# Those that a number in digits may have behind it wherever it stands, for the inside of a group of a pattern.
SCALE = "|".join(word for word, power in reversed(SCALES.items()) if power >= SCALES["万"])

# 三五, 二三十, 十七八: two digits where one belongs say between which two numbers it lies.
_BETWEEN = lazy(
    "(?P<before>.*[十百千万])?(?P<low>[一二两三四五六七八九])(?P<high>[二两三四五六七八九])(?P<tens>[十百千]?万?)"
)

# No number is spelled out longer than this; Python refuses to turn more than 4300 digits into one.
_LONGEST = 40


class Printed(Struct, frozen=True):
    """A number as printed: its exact value and ``decimals``, the place of the last printed digit (−2 is hundreds)."""

    value: Decimal
    decimals: int


def arabic(digits: str, scale: str = "") -> Printed:
    """Return the value of ``digits`` (``2,975``, ``1.79``) times a scale word (``万``, ``千万``, empty).

    Raises KeyError for a scale word that there is not.
    """
    plain = digits.replace(",", "")
    power = SCALES[scale]
    fraction = plain.partition(".")[2]
    # Made from text, a Decimal is exact; arithmetic would round it to the 28 digits of the context.
    value = Decimal(f"{plain}E{power}" if power else plain)
    if fraction or power:
        whole = value.to_integral_value()
        value = Decimal(int(whole)) if value == whole else value
    return Printed(value, len(fraction) - power)


def whole_number(number: str) -> int:
    """Return a whole number printed in digits or in words (``12``, ``十二``), as counts and ordinals are; 0 for neither."""
    return int(number) if number.isdigit() else int(chinese(number) or 0)


def chinese(numeral: str) -> Decimal | None:
    """Return the value of a Chinese numeral (一百八十, 三千五, 两万零五十, 二点五), None when it is not one."""
    whole, point, fraction = numeral.partition("点")
    value = _chinese_whole(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    if not fraction or any(c not in DIGITS for c in fraction):
        return None
    return None if len(fraction) > _LONGEST else Decimal(f"{value}.{''.join(str(DIGITS[c]) for c in fraction)}")


def chinese_between(numeral: str) -> tuple[Decimal, Decimal] | None:
    """Return the two numbers between which 二三十, 三五 or 十七八 lies, None for a numeral that says one number."""
    match = _BETWEEN.fullmatch(numeral)
    if match is None:
        return None
    before, tens = match["before"] or "", match["tens"]
    apart = DIGITS[match["high"]] - DIGITS[match["low"]]
    low, high = (chinese(f"{before}{match[end]}{tens}") for end in ("low", "high"))
    spoken = apart == 1 or match["low"] + match["high"] == "三五"
    return (low, high) if spoken and low is not None and high is not None and low < high else None


def _chinese_whole(numeral: str) -> int | None:
    if not 0 < len(numeral) <= _LONGEST:
        return None
    if len(numeral) > 1 and all(c in DIGITS for c in numeral):
        return int("".join(str(DIGITS[c]) for c in numeral))
    total = section = digit = 0
    last_unit = 1
    for character in numeral:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
            last_unit = 10 if digit == 0 else last_unit
            continue
        if character in _TENS:
            last_unit = _TENS[character]
            section += (digit or 1) * last_unit
        elif character == "万" and (section or digit):
            last_unit = 10**4
            total += (section + digit) * last_unit
            section = 0
        elif character == "亿" and (total or section or digit):
            last_unit = 10**8
            total = (total + section + digit) * last_unit
            section = 0
        else:
            return None
        digit = 0
    # 三千五 says 3500: a digit at the end counts in the next lower unit, unless 零 stands before it.
    return total + section + digit * (last_unit // 10 if last_unit >= 100 else 1)
