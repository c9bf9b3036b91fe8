"""Figures as they are scanned: the notations of numbers, shares and ranges that public recognisers of Chinese test.

Each row is our own words for one notation, and the figure that anyone would read in it. Ends are those of the Civil
Code, art. 1259: 以上, 以下 and 以内 include the number. What only looks like such a notation stands beside it.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from engine.extract.numbers.groups import join_ranges
from engine.extract.numbers.scan import FIGURE, Figure, read_figure
from engine.normalise.clean import clean


def scanned(words: str) -> list[Figure]:
    text = clean(words).text
    found = [read_figure(text, match) for match in FIGURE.finditer(text)]
    return join_ranges(text, [figure for figure in found if figure is not None])


NUMBERS = [
    ("五个", "5"), ("十个", "10"), ("十六户", "16"), ("二十个", "20"), ("两百人", "200"), ("三百零六户", "306"), ("三百一十户", "310"),
    ("四千人", "4000"), ("四千零七十人", "4070"), ("五千六百七十八人", "5678"), ("一万户", "10000"), ("两万三千户", "23000"),
    ("八十万元", "800000"), ("一百二十万元", "1200000"), ("三千万元", "30000000"), ("两亿元", "200000000"),
    ("一亿五千万元", "150000000"), ("十二亿元", "1200000000"), ("十点五公里", "10.5"),
    ("零点八公里", "0.8"), ("一千二百三十四点五亩", "1234.5"),
    ("７２个", "72"), ("３，６５０人", "3650"), ("1,234,567元", "1234567"), ("12.75亩", "12.75"), ("0.4公里", "0.4"),
    ("3.2万人", "32000"), ("6 百人", "600"), ("8千人", "8000"), ("1.05亿元", "105000000"), ("１.２ 亿元", "120000000"),
    ("3百万元", "3000000"), ("2千万元", "20000000"), ("1.5万亿元", "1500000000000"),
]  # fmt: skip

SHARES = [
    ("7%", "7"), ("７％", "7"), ("5.5%", "5.5"), ("１２.５％", "12.5"), ("100%", "100"), ("0.04%", "0.04"), ("36 %", "36"),
    ("百分之八", "8"), ("百分之十二", "12"), ("百分之九十五", "95"), ("百分之一百", "100"), ("百分之百", "100"), ("百分之一百一十点五", "110.5"),
    ("百分之三点六", "3.6"), ("百分之零点五", "0.5"), ("百分之30", "30"), ("百分之６.５", "6.5"), ("百分之１１０", "110"),
    ("3个百分点", "3"), ("２.５个百分点", "2.5"), ("六个百分点", "6"), ("十二个百分点", "12"), ("0.8 个百分点", "0.8"),
    ("九成以上", "90"), ("七成左右", "70"), ("八成五以上", "85"), ("一半以上", "50"),
]  # fmt: skip

RANGES = [
    ("不小于30户", ">=", "30", None), ("不少于三十户", ">=", "30", None), ("至少3,600人", ">=", "3600", None), ("≥４０个", ">=", "40", None),
    ("六十户以上", ">=", "60", None), ("60户及以上", ">=", "60", None), ("大于20亩", ">", "20", None), ("超过一百二十人", ">", "120", None),
    (">15个", ">", "15", None), ("高于 25 %", ">", "25", None), ("不大于50户", "<=", "50", None), ("最多一百个", "<=", "100", None),
    ("≤2.5%", "<=", "2.5", None), ("最高 100 人", "<=", "100", None), ("二十天以内", "<=", "20", None), ("30户以下", "<=", "30", None),
    ("小于80户", "<", "80", None), ("低于4%", "<", "4", None), ("<12个", "<", "12", None), ("不足10户", "<", "10", None),
    ("约500人", "~", "500", None), ("五百人左右", "~", "500", None), ("近2万人", "~", "20000", None),
    ("20~30个", "range", "20", "30"), ("20－30个", "range", "20", "30"), ("20—30个", "range", "20", "30"), ("20至30个", "range", "20", "30"),
    ("20个至30个", "range", "20", "30"), ("一到五个", "range", "1", "5"),
    ("三至五名", "range", "3", "5"), ("十二至十五家", "range", "12", "15"), ("一千到一千五百人", "range", "1000", "1500"),
    ("5%-8%", "range", "5", "8"),
    ("5-8%", "range", "5", "8"), ("1.2万至1.5万元", "range", "12000", "15000"), ("1.2-1.5万元", "range", "12000", "15000"),
    ("达到40个", "=", "40", None),
]  # fmt: skip

NONE = [
    "十分重要",
    "百分比",
    "百分点",
    "五星",
    "成效显著",
    "七成套设备",
    "万众一心",
    "百亿元产业",
    "亿元企业",
    "一体化",
    "之间",
    "两岸",
    "三农",
]


@pytest.mark.parametrize(("words", "value"), NUMBERS + SHARES)
def test_the_value_of_a_number(words: str, value: str) -> None:
    assert [(figure.value, figure.high) for figure in scanned(words)] == [(Decimal(value), None)]


@pytest.mark.parametrize(("words", "value"), SHARES)
def test_a_share_is_counted_in_hundredths(words: str, value: str) -> None:
    (figure,) = scanned(words)
    assert figure.unit == ("百分点" if words.replace(" ", "").endswith("百分点") else "%")


@pytest.mark.parametrize(("words", "op", "low", "high"), RANGES)
def test_the_values_that_a_bound_allows(words: str, op: str, low: str, high: str | None) -> None:
    (figure,) = scanned(words)
    assert (figure.op, figure.value, figure.high) == (op, Decimal(low), Decimal(high) if high else None)


@pytest.mark.parametrize("words", NONE)
def test_what_only_looks_like_a_number(words: str) -> None:
    assert scanned(words) == []
