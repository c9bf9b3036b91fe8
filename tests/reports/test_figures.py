"""The figures of a finding: what they are called, in which unit they are compared, and how a sum is laid out."""

from __future__ import annotations

from decimal import Decimal

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from msgspec.structs import replace

from engine.document import Span
from engine.facts.fact import Evidence, Figure
from reports import renderer_named
from reports.parts.sentences import adds_up, conversion_words, difference_words, figures, sum_side
from reports.parts.view import view_of
from reports.renderer import RenderOptions

CALLED = "集中供养孤儿基本生活保障标准"


def only(finding):
    return view_of(factory.audit(factory.plan(findings=(finding,)))).plans[0].findings[0]


def article(finding):
    made = renderer_named("html").render(factory.audit(factory.plan(findings=(finding,))), RenderOptions())
    return lxml_html.document_fromstring(made.decode()).xpath("//article")[0]


def figure(value, unit="人次", op="="):
    return Figure(op, Decimal(value), None, unit, f"{value}{unit}")


def parts(expected, actual, *words):
    """A whole and its parts in one sentence, as 其中 lists them."""
    evidence = tuple(Evidence("part", factory.span(w)) for w in words)
    return replace(
        factory.sum_mismatch(),
        expected=figure(expected),
        actual=figure(actual),
        difference=(Decimal(abs(expected - actual)), "人次"),
        evidence=(factory.plan_words("2200人次"), *evidence),
    )


@pytest.mark.parametrize(
    ("expected", "actual", "side", "names"),
    [
        (2680, 2200, "expected", ["分项相加", "文中总数", "总数少于分项之和"]),
        (2200, 2680, "actual", ["文中总数", "分项相加", "总数少于分项之和"]),
        (2700, 2680, "actual", ["文中总数", "分项相加", "总数多于分项之和"]),
        (1, 2, None, ["应为", "实为", "相差"]),
    ],
)
def test_the_sum_is_told_from_the_total_whichever_is_expected(expected, actual, side, names):
    view = only(parts(expected, actual, "1080元", "1600元"))
    assert sum_side(view) == side and adds_up(view) == (side is not None)
    assert [title for title, *_ in figures(view, "zh")] == names


def test_parts_of_a_sentence_are_listed_by_name_in_the_order_of_the_text():
    finding = parts(2680, 2200, "不低于每人每月1080元", "不低于每人每月1600元")
    rows = [
        " ".join(row.text_content().split()) for row in article(finding).xpath(".//table[contains(@class,'sum')]//tr")
    ]
    assert rows == [
        f"{CALLED} 不低于每人每月1600元".replace(" ", ""),
        "散居孤儿基本生活保障标准不低于每人每月1080元",
        "分项相加2680 人次",
        "文中总数2200人次",
    ]


def test_a_summed_column_has_its_own_sum_under_the_stated_total():
    table = article(factory.sum_mismatch()).xpath(".//table[contains(@class,'grid')]")[0]
    last = [" ".join(cell.text_content().split()) for cell in table.xpath(".//tr[last()]/*")]
    assert last == ["分项相加", "1940 户"] and table.xpath(".//tr[last()]/td/@class") == ["computed"]


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "words"),
    [
        ("480", "元/人/月", "元/人/年", "≥ 5760 元/人/年"),
        ("5760", "元/人/年", "元/人/月", "≥ 480 元/人/月"),
        ("100", "元/人/年", "元/人/月", ""),  # eight and a third: no exact decimal, so nothing is said
        ("15", "亩", "公顷", "≥ 1 公顷"),
        ("5", "人", "人次", ""),
        ("5", "人", "人", ""),
        ("5", "人", "", ""),
    ],
)
def test_a_figure_in_another_unit_is_converted_exactly_or_not_at_all(value, unit, wanted, words):
    assert conversion_words(figure(value, unit, ">="), wanted) == words


@given(st.integers(1, 10**9))
def test_a_month_and_its_year_say_the_same(amount):
    there = conversion_words(figure(amount, "元/人/月"), "元/人/年").partition("元")[0].strip()
    assert Decimal(there.rstrip("万亿")) * {"万": 10**4, "亿": 10**8}.get(there[-1], 1) == amount * 12


def test_the_unit_conversion_stands_beside_the_figure_found():
    yearly = figure("12960", "元/人/年", ">=")
    rows = figures(only(replace(factory.below_floor(), actual=yearly)), "zh")
    assert rows[1] == ("实为", "≥ 12960 元/人/年", "折合 ≥ 1080 元/人/月")


@pytest.mark.parametrize(
    ("words", "amount", "unit", "shown"),
    [
        ("18600万元", 186_000_000, "元", "18600万元"),
        ("1.86亿元", 186_000_000, "元", "1.86亿元"),
        ("3,200 万元", 32_000_000, "元", "3,200万元"),
        ("2.5万人次", 25_000, "人次", "2.5万人次"),
        ("186000000元", 186_000_000, "元", "1.86亿元"),
        ("1200户", 1200, "户", "1200 户"),
        ("18600万元", 12_000_000, "元", "1200万元"),
    ],
)
def test_an_amount_keeps_the_scale_in_which_the_plan_has_it(words, amount, unit, shown):
    finding = replace(factory.count_mismatch(), actual=figure(amount, unit), difference=None)
    finding = replace(finding, evidence=(Evidence("plan", Span("甲.txt", words)),))
    assert figures(only(finding), "zh")[-1][1] == shown


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ("1", "1 percentage point"),
        ("-1", "-1 percentage point"),
        ("0.5", "0.5 percentage points"),
        ("2", "2 percentage points"),
    ],
)
def test_one_point_is_one(points, words):
    assert difference_words((Decimal(points), "%"), "en") == words


def test_of_two_places_neither_is_called_the_right_one():
    one, other = factory.plan_words("2200人次"), factory.plan_words("3000人")
    finding = replace(
        factory.count_mismatch(), evidence=(one, other), expected=figure(2200), actual=figure(3000), difference=None
    )
    assert [title for title, *_ in figures(only(finding), "zh")] == ["一处写", "另一处写"]
    assert [title for title, *_ in figures(only(factory.count_mismatch()), "zh")][:2] == ["应为", "实为"]


def test_a_standard_is_quoted_only_where_its_words_are_known():
    side = article(factory.below_floor()).xpath(".//figure[contains(@class,'standard')]")[0]
    assert side.xpath("string(figcaption)") == "标准规定" and "未附原文" in side.text_content()
    text = factory.document(file="上级.txt")
    quoted = Evidence("standard", text.span(5, 15))
    worded = replace(factory.below_floor(), evidence=(*factory.below_floor().evidence[:1], quoted))
    side = article(worded).xpath(".//figure[contains(@class,'standard')]")[0]
    assert side.xpath("string(figcaption)") == "标准原文" and side.xpath("string(.//mark)") == text.text[5:15]


def test_a_waiver_says_why_by_whom_and_until_when():
    words = article(factory.waived()).xpath("string(.//dl[@class='waiver'])")
    assert "机构改革中" in words and "县政府办公室" in words and "2024年12月31日" in words
