"""Units as dimensions: what converts, exactly how, and what must never be compared."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import UnitError
from engine.quantity import factors
from engine.quantity.measure_words import AFTER_NUMBER, CANONICAL, DENOMINATOR, MEASURE_WORDS, canonical
from engine.quantity.units import convert, months_in, parse_unit

HERE = Path(__file__).parent
SENTENCES = sorted((HERE / "sentences").glob("*.yaml"))
USED = sorted(
    {figure["unit"] for path in SENTENCES for case in yaml.safe_load(path.read_text("utf-8")) for figure in case["figures"]}
)  # fmt: skip

FACTORS = [
    ("1", "元/人/年", "元/人/月", "1/12"),
    ("13200", "元/人/年", "元/人/月", "1100"),
    ("625", "元/生/学期", "元/生/年", "1250"),
    ("1250", "元/生/学年", "元/生/年", "1250"),
    ("3", "亩", "平方米", "2000"),
    ("15", "亩", "公顷", "1"),
    ("1", "平方公里", "亩", "1500"),
    ("2.5", "公里", "米", "2500"),
    ("1", "季度", "月", "3"),
    ("1", "次/季度", "次/半年", "2"),
    ("2", "周", "天", "14"),
    ("36", "小时", "天", "3/2"),
    ("30", "分钟", "小时", "1/2"),
    ("5", "‰", "%", "1/2"),
    ("1.5", "倍", "%", "150"),
    ("8", "张/千人", "张/万人", "80"),
    ("3", "角", "元", "3/10"),
    ("1", "兆瓦", "千瓦", "1000"),
    ("1", "元/人/月", "元/月/人", "1"),
    ("1", "元/名/月", "元/人/月", "1"),
]


@pytest.mark.parametrize(("value", "source", "target", "expected"), FACTORS)
def test_conversion(value: str, source: str, target: str, expected: str) -> None:
    assert convert(Fraction(value), source, target) == Fraction(expected)


APART = [
    ("人", "人次"), ("户", "户次"), ("人", "户"), ("人", "生"), ("个", "所"), ("张", "个"), ("场", "场次"), ("次", "人次"),
    ("件", "件次"), ("元/月", "元/人/月"), ("元/人/月", "元/户/月"), ("元/人", "元/人/月"), ("%", "百分点"), ("月", "天"), ("年", "周"),
    ("平方米", "立方米"), ("米", "平方米"), ("千瓦", "千瓦时"), ("元", ""), ("%", ""), ("人·天", "人"), ("月·人", "人"),
    ("小时/周", ""), ("人/万人", ""), ("小时/周", "人/万人"), ("张/千人", "张"), ("℃", "%"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), APART)
def test_what_is_never_compared(first: str, second: str) -> None:
    assert parse_unit(first).dimension != parse_unit(second).dimension
    with pytest.raises(UnitError):
        convert(Fraction(1), first, second)


@cache
def comparable() -> list[tuple[str, str]]:
    """All pairs of differently spelled measure words of one dimension."""
    spelled = sorted({CANONICAL.get(word, word) for word in MEASURE_WORDS})
    pairs = itertools.permutations(spelled, 2)
    return [(first, second) for first, second in pairs if parse_unit(first).dimension == parse_unit(second).dimension]


PAIRS = st.deferred(lambda: st.sampled_from(comparable()))


def test_conversions_agree_with_pint() -> None:
    import pint

    with resources.as_file(resources.files("engine.quantity").joinpath("units.txt")) as path:
        registry = pint.UnitRegistry(str(path), non_int_type=Fraction)
    names = {"%": "百分号", "‰": "千分号", "10万人": "十万人"}

    assert len(comparable()) > 100
    for first, second in comparable():
        theirs = registry.Quantity(Fraction(7), names.get(first, first)).to(names.get(second, second)).magnitude
        assert convert(Fraction(7), first, second) == theirs, (first, second)


def test_the_table_of_factors_is_what_pint_says() -> None:
    assert factors.TABLE.read_text(encoding="utf-8") == factors.written()


def test_a_word_that_is_not_in_the_table_is_asked_of_pint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factors, "_known", dict)
    factors.factor_of.cache_clear()
    assert factors.factor_of("亩") == ("[area]", Fraction(2000, 3))
    assert factors.factor_of("盏") == ("[盏]", 1)


@given(st.fractions(), PAIRS)
def test_there_and_back_is_exact(value: Fraction, pair: tuple[str, str]) -> None:
    assert convert(convert(value, *pair), pair[1], pair[0]) == value


@given(st.fractions(), PAIRS, PAIRS)
def test_each_part_of_a_rate_converts_by_itself(value: Fraction, top: tuple[str, str], below: tuple[str, str]) -> None:
    rate = convert(value, f"{top[0]}/{below[0]}", f"{top[1]}/{below[1]}")
    assert rate == value * convert(Fraction(1), *top) / convert(Fraction(1), *below)


@pytest.mark.parametrize("unit", USED)
def test_every_unit_of_the_labelled_sentences_is_known(unit: str) -> None:
    known = parse_unit(unit)
    assert known.factor > 0
    assert (known.dimension == "") == (unit == "")
    assert convert(Fraction(1), unit, unit) == 1


@pytest.mark.parametrize("word", sorted(MEASURE_WORDS))
def test_every_measure_word_is_a_unit(word: str) -> None:
    assert parse_unit(word).dimension
    assert parse_unit(word).dimension == parse_unit(CANONICAL.get(word, word)).dimension


@pytest.mark.parametrize("words", [AFTER_NUMBER, DENOMINATOR])
def test_every_word_that_is_read_as_a_unit_is_one(words: str) -> None:
    """A plan's own words must never stop the run that reads them."""
    plain = re.sub(r"\(\?[^)]*\)", "", words).replace("\\", "").split("|")
    assert [word for word in plain if canonical(word) not in MEASURE_WORDS] == []


@pytest.mark.parametrize("unit", ["两银子", "元/魔方", "people", "元//月", "/月", "元/", "元每月", " ", "元 ", "℃℃"])
def test_an_unknown_unit_is_refused(unit: str) -> None:
    with pytest.raises(UnitError) as caught:
        parse_unit(unit)
    assert unit.strip("/ ") in caught.value.text.zh or unit in caught.value.text.zh


@pytest.mark.parametrize(
    ("period", "months"),
    [("月", 1), ("半月", Fraction(1, 2)), ("季度", 3), ("半年", 6), ("学期", 6), ("学年", 12), ("年", 12)],
)
def test_a_period_is_so_many_months(period, months):
    assert months_in(period) == months


@pytest.mark.parametrize("unit", ["", "天", "周", "次", "人", "元/月", "月·人", "词"])
def test_what_is_not_counted_in_months(unit):
    assert months_in(unit) is None
