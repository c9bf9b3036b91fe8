"""What is proposed instead of a slip."""

from __future__ import annotations

import pytest

from standards.files.amounts import propose_amount, propose_day, propose_unit


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("1,100", "1100"),
        ("1.79万", "17900"),
        ("1.2亿", "120000000"),
        ("95%", "95"),
        ("“５”", "5"),
        ("1_000", "1000"),
        ("4.50", "4.5"),
        ("约五", ""),
        ("inf", ""),
        ("1e99", ""),
        ("", ""),
    ],
)
def test_amounts(text, proposal):
    assert propose_amount(text) == proposal


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("2022年3月1日", "2022-03-01"),
        ("2022.3.1", "2022-03-01"),
        ("2022-02-30", "2022-02-28"),
        ("2024-2-30", "2024-02-29"),
        ("2022-13-01", ""),
        ("2022-00-10", ""),
        ("22-3-1", ""),
        ("三月", ""),
    ],
)
def test_days(text, proposal):
    assert propose_day(text) == proposal


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("元/名/月", "元/人/月"),
        ("元／人／月", "元/人/月"),
        ("元/人·月", "元/人/月"),
        ("元/每人/每月", "元/人/月"),
        ("每人每月元", "元/人/月"),
        ("万元", "元"),
        ("万平方米", "平方米"),
        ("元宝", ""),
    ],
)
def test_units(text, proposal):
    assert propose_unit(text) == proposal
