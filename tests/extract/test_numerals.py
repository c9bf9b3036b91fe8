"""Printed numbers: Arabic and Chinese, with scale words, exactly."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.quantity.numerals import SCALES, arabic, chinese

ARABIC = [
    ("7", "", "7", 0),
    ("007", "", "7", 0),
    ("2,975", "", "2975", 0),
    ("12,345,678", "", "12345678", 0),
    ("1.79", "万", "17900", -2),
    ("1.5", "亿", "150000000", -7),
    ("3", "万", "30000", -4),
    ("3", "百", "300", -2),
    ("2.5", "千万", "25000000", -6),
    ("2", "万亿", "2000000000000", -12),
    ("0.5", "", "0.5", 1),
    ("95.50", "", "95.50", 2),
    ("95.0", "", "95", 1),
    ("0.00001", "万", "0.1", 1),
    ("1,100", "万", "11000000", -4),
    ("783.5", "万", "7835000", -3),
]


@pytest.mark.parametrize(("digits", "scale", "value", "decimals"), ARABIC)
def test_arabic_number_with_scale_word(digits: str, scale: str, value: str, decimals: int) -> None:
    printed = arabic(digits, scale)
    assert (str(printed.value), printed.decimals) == (value, decimals)


def test_an_unknown_scale_word_is_refused() -> None:
    with pytest.raises(KeyError):
        arabic("3", "打")


@given(
    whole=st.integers(0, 10**40),
    fraction=st.text("0123456789", max_size=12),
    scale=st.sampled_from(sorted(SCALES)),
    grouped=st.booleans(),
)
@example(whole=10**40, fraction="1", scale="万亿", grouped=True)
def test_arabic_is_exact_however_long(whole: int, fraction: str, scale: str, grouped: bool) -> None:
    digits = (f"{whole:,}" if grouped else str(whole)) + (f".{fraction}" if fraction else "")
    exact = Fraction(f"{whole}.{fraction or 0}") * 10 ** SCALES[scale]
    printed = arabic(digits, scale)
    assert Fraction(printed.value) == exact
    assert printed.decimals == len(fraction) - SCALES[scale]
    assert "E" not in str(printed.value) or exact.denominator > 1


CHINESE = [
    ("零", "0"), ("〇", "0"), ("一", "1"), ("两", "2"), ("九", "9"), ("十", "10"), ("十五", "15"), ("二十", "20"), ("二十一", "21"),
    ("九十九", "99"), ("一百", "100"), ("百", "100"), ("一百零五", "105"), ("一百一十", "110"), ("一百一", "110"), ("一百八十", "180"),
    ("三百六十五", "365"), ("一千", "1000"), ("一千零八", "1008"), ("一千零八十", "1080"), ("三千五", "3500"), ("三千五百", "3500"),
    ("一千二百三十四", "1234"), ("一万", "10000"), ("十万", "100000"), ("两万零五十", "20050"), ("一万五", "15000"), ("一万零五", "10005"),
    ("一万五千", "15000"), ("十二万三千", "123000"), ("一百二十万", "1200000"), ("三千万", "30000000"), ("一亿", "100000000"),
    ("一亿三千万", "130000000"), ("二十亿零五百万", "2005000000"), ("一万亿", "1000000000000"), ("一万五千亿", "1500000000000"),
    ("二〇二三", "2023"), ("二○二三", "2023"), ("一二三", "123"), ("二点五", "2.5"), ("十二点三四", "12.34"), ("零点零五", "0.05"),
    ("一百二十点五", "120.5"),
]  # fmt: skip


@pytest.mark.parametrize(("numeral", "value"), CHINESE)
def test_chinese_numeral(numeral: str, value: str) -> None:
    assert chinese(numeral) == Decimal(value)


@pytest.mark.parametrize(
    "words", ["", "县", "五个", "第三", "3", "五点", "点", "二点十", "一.五", "半", "-五", "五 十"]
)
def test_what_is_no_chinese_numeral(words: str) -> None:
    assert chinese(words) is None


def _below_ten_thousand(number: int) -> str:
    """Write a number as an office does: 一千零五, 一百一十."""
    words, gap = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += ("零" if gap and words else "") + "零一二三四五六七八九"[digit] + unit
        gap = digit == 0
    return words


def _written(number: int) -> str:
    words, gap = "", False
    for power, unit in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // power % 10**4
        if section:
            words += ("零" if words and (gap or section < 1000) else "") + _below_ten_thousand(section) + unit
        gap = section == 0 or section % 10 == 0
    return words or "零"


@given(st.integers(0, 10**12 - 1))
@example(10_010)
@example(100_500_000)
def test_every_written_out_number_is_read_back(number: int) -> None:
    assert chinese(_written(number)) == number


@given(st.integers(10, 19))
def test_the_leading_one_of_ten_may_be_left_out(number: int) -> None:
    assert chinese(_written(number).removeprefix("一")) == number


@given(st.text("零一二三四五六七八九十百千万亿两点〇县 3", max_size=30) | st.text(max_size=10))
@example("一" * 5000)
@example("一点" + "一" * 5000)
@example("千" * 5000 + "万亿" * 5000)
def test_chinese_never_fails_on_any_words(words: str) -> None:
    value = chinese(words)
    assert value is None or value >= 0
