"""Formulas of derived standards."""

from __future__ import annotations

from fractions import Fraction

import pytest

from engine.errors import StandardError
from engine.quantity.formula import parse_formula


@pytest.mark.parametrize(
    ("text", "figures", "result"),
    [
        ("1.3 * urban-living", {"urban-living": Fraction(650)}, Fraction(845)),
        ("urban-living * 1.3", {"urban-living": Fraction(650)}, Fraction(845)),
        ("1.3×urban-living", {"urban-living": Fraction(650)}, Fraction(845)),
        ("own-share + subsidy", {"own-share": Fraction(350), "subsidy": Fraction(610)}, Fraction(960)),
        ("1.3 * 城市低保标准", {"城市低保标准": Fraction(650)}, Fraction(845)),
        ("个人缴费 + 财政补助", {"个人缴费": Fraction(350), "财政补助": Fraction(610)}, Fraction(960)),
        ("0.1 * a + 0.2 * a", {"a": Fraction(1)}, Fraction(3, 10)),
    ],
)
def test_the_result_is_exact(text, figures, result):
    assert parse_formula(text).value(figures) == result


def test_a_missing_figure_gives_no_result():
    assert parse_formula("a + b").value({"a": Fraction(1)}) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1.3",
        "a -",
        "a - b",
        "a / 2",
        "2 * a * 3",
        "(a)",
        "a ** 2",
        "eval('1')",
        "A",
        "甲",
        "低保标准的1.3倍",
        "a + ",
        "１ * a",
    ],
)
def test_anything_else_is_refused(text):
    with pytest.raises(StandardError) as refused:
        parse_formula(text)
    assert "1.3 * urban-minimum-living-allowance" in refused.value.text.zh
