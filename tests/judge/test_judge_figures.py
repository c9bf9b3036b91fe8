"""The gap between two figures: exact, in a unit that can say it, and never a rounded number as if it were exact."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.judge.card import FigureRef
from engine.judge.figures import figure_of, gap_between
from engine.judge.words import exact_decimal, fill, plain, shown
from engine.wording import Text
from tests.judge.judge_facts import ACTUAL, EXPECTED, fact, figure, pair

GAPS = [
    ((("=", "1500", "元/人/月"), (">=", "1510", "元/人/月")), None, "10", "元/人/月", "10元/人/月"),
    (((">=", "93", "%"), (">=", "95", "%")), None, "2", "%", "2个百分点"),
    ((("=", "97.25", "%"), (">=", "99", "%")), None, "1.75", "%", "1.75个百分点"),
    ((("<=", "18", "月"), ("<=", "12", "月")), None, "6", "月", "6月"),
    ((("range", "10", "月", "18"), ("<=", "12", "月")), None, "6", "月", "6月"),
    ((("range", "10", "月", "18"), (">=", "12", "月")), None, "2", "月", "2月"),
    # 4800 a year is 400 a month: the gap is said in the standard's unit
    ((("=", "4800", "元/人/年"), (">=", "420", "元/人/月")), ("4800", "5040"), "20", "元/人/月", "20元/人/月"),
    # 5000 a year is 416.66… a month: no decimal says the gap per month, so it is said per year
    ((("=", "5000", "元/人/年"), (">=", "420", "元/人/月")), ("5000", "5040"), "40", "元/人/年", "40元/人/年"),
    ((("=", "1", "万平方米"), ("=", "12000", "平方米")), ("10000", "12000"), "2000", "平方米", "2000平方米"),
]


@pytest.mark.parametrize(("figures", "base", "value", "unit", "words"), GAPS)
def test_gap(figures, base, value, unit, words):
    gap = gap_between(EXPECTED, ACTUAL, pair(*figures, base=base))
    assert (gap.value, gap.unit, gap.text.zh) == (Decimal(value), unit, words)


def test_a_gap_that_no_decimal_can_say_is_given_about_and_not_as_a_number():
    c = fact(shown=figure("=", "0", "元/年"), value=Fraction(0), dimension="d")
    r = fact("requirement", "r", shown=figure(">=", "100", "元/季"), value=Fraction(100, 3), dimension="d")
    third = fact("requirement", "r", shown=figure(">=", "3", "元/季"), value=Fraction(1), dimension="d")
    small = fact(shown=figure("=", "7", "元/年"), value=Fraction(1, 3), dimension="d")
    assert gap_between(EXPECTED, ACTUAL, {"c": c, "r": r}).value == 100
    assert gap_between(EXPECTED, ACTUAL, {"c": small, "r": third}).value == 2
    odd = fact("requirement", "r", shown=figure(">=", "1", "元/季"), value=Fraction(3, 7), dimension="d")
    gap = gap_between(
        EXPECTED, ACTUAL, {"c": fact(shown=figure("=", "1", "元/年"), value=Fraction(1, 11), dimension="d"), "r": odd}
    )
    assert (gap.value, gap.text.zh, gap.text.en) == (None, "约0.79元/季", "about 0.79元/季")


@pytest.mark.parametrize(
    "facts",
    [
        pair(("=", "1100", "元"), (">=", "1100", "元")),
        {"c": fact(), "r": fact(shown=figure("=", "1", "元"))},
        {
            "c": fact(shown=figure("=", "5", "人"), value=5, dimension="person"),
            "r": fact(shown=figure("=", "6", "人次"), value=6, dimension="visit"),
        },
    ],
    ids=["equal", "no figure", "other dimension"],
)
def test_no_gap(facts):
    assert gap_between(EXPECTED, ACTUAL, facts) is None


def test_a_field_of_a_fact_can_be_a_figure_in_the_facts_unit():
    total = fact("total", "t", stated=Fraction(20400), computed=Fraction(20402), unit="人")
    stated = figure_of(FigureRef("t", "stated"), {"t": total})
    assert (stated.op, stated.value, stated.unit, stated.text) == ("=", Decimal(20400), "人", "20400人")
    assert gap_between(FigureRef("t", "stated"), FigureRef("t", "computed"), {"t": total}).text.zh == "2人"


@given(st.decimals(-(10**6), 10**6, places=3), st.decimals(-(10**6), 10**6, places=3))
def test_the_gap_is_exact_and_the_same_from_both_sides(one, other):
    there = gap_between(EXPECTED, ACTUAL, pair(("=", one, "元"), ("=", other, "元")))
    back = gap_between(EXPECTED, ACTUAL, pair(("=", other, "元"), ("=", one, "元")))
    assert there == back
    assert (there.value if there else 0) == abs(one - other)


@given(st.fractions())
def test_a_fraction_is_a_decimal_exactly_or_not_at_all(value):
    exact = exact_decimal(value)
    if exact is None:
        assert any(value.denominator % p == 0 for p in (3, 7, 11, 13)) or value.denominator > 13
    else:
        assert Fraction(exact) == value


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (20400, "20400"),
        (Fraction(5, 2), "2.5"),
        (Fraction(594, 7), "约84.86"),
        (Fraction(-1, 3), "约-0.33"),
        ("人", "人"),
        (True, "是"),
    ],
)
def test_values_as_a_reader_sees_them(value, words):
    assert shown(value).zh == words


@given(st.integers(-(10**30), 10**30), st.integers(0, 9))
def test_plain_numbers_keep_every_digit_and_no_exponent(number, places):
    text = plain(Decimal(f"{number}E-{places}"))
    assert "E" not in text and Decimal(text) == Decimal(f"{number}E-{places}")


def test_sentences_take_what_is_said_first_then_fields_and_say_what_is_missing():
    facts = {"c": fact(said={"label": Text("名称", "name")}, deadline=738520, unit="元")}
    text = fill(
        Text("{c.label}|{c.deadline}|{c.item}|{difference}", "{c.label}|{c.deadline}|{c.item}|{difference}"),
        facts,
        Text("差", "gap"),
    )
    assert text == Text("名称|2022年12月31日|未注明|差", "name|2022-12-31|not stated|gap")


def test_quotation_marks_inside_quotation_marks_are_single():
    facts = {"c": fact(label="“四好农村路”建设")}
    assert (
        fill(Text("“{c.label}”与{c.label}", "{c.label}"), facts, Text("", "")).zh
        == "“‘四好农村路’建设”与“四好农村路”建设"
    )


@pytest.mark.parametrize(
    ("name", "fields", "words"),
    [
        ("number", {"kind": "item", "number": "12、"}, "12"),
        ("number", {"kind": "item", "number": "（三）"}, "三"),
        ("number", {"kind": "plan", "number": "东政办〔2022〕9号"}, "东政办〔2022〕9号"),
        ("scope", {"scope": ""}, "不限"),
        ("unit", {}, ""),
        ("stated", {"stated": 0}, "0"),
        ("agree", {"agree": False}, "否"),
        ("deadline", {}, "未注明"),
    ],
)
def test_fields_with_a_form_of_their_own(name, fields, words):
    settings = {"kind": "total"} | fields
    assert fill(Text(f"{{c.{name}}}", ""), {"c": fact(**settings)}, Text("", "")).zh == words


def test_braces_in_a_figure_are_not_taken_for_names():
    facts = {"c": fact(label="{c.kind}{0}")}
    assert fill(Text("“{c.label}”", "{c.label}"), facts, Text("", "")).zh == "“{c.kind}{0}”"
