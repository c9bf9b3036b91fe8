"""Figures that a higher document sets for all places alike: neither less nor more."""

import pytest
from test_mechanisms import errors


@pytest.mark.parametrize(
    "upper",
    [
        "困难残疾人生活补贴全市统一为每人每月90元，各县（区）不得上浮或者下调。",
        "困难残疾人生活补贴标准全市统一执行每人每月90元。",
        "困难残疾人生活补贴每人每月90元，各地不得自行调整。",
        "困难残疾人生活补贴标准为每人每月90元，各县区不得擅自提高或者降低。",
        "困难残疾人生活补贴一律按每人每月90元执行。",
        "困难残疾人生活补贴标准统一确定为每人每月90元，严禁另行制定标准。",
        "困难残疾人生活补贴每人每月90元，任何单位不得变更。",
    ],
)
@pytest.mark.parametrize(("paid", "found"), [(95, "fixed-differs"), (80, "fixed-differs"), (90, "")])
def test_a_uniform_figure_is_neither_lowered_nor_raised(upper: str, paid: int, found: str) -> None:
    plan = f"1.社会救助。困难残疾人生活补贴为每人每月{paid}元。"
    assert errors(plan, f"1.社会救助。{upper}") == ({found} if found else set())


@pytest.mark.parametrize(
    "upper",
    [
        "困难残疾人生活补贴每人每月90元。",
        "困难残疾人生活补贴每人每月90元，各地不得降低。",
        "困难残疾人生活补贴全市统一不低于每人每月90元。",
        "困难残疾人生活补贴全市统一提高到每人每月90元，有条件的可以适当提高。",
        "困难残疾人生活补贴全市统一最低标准为每人每月90元。",
        "统一组织发放困难残疾人生活补贴，每人每月90元以上。",
        "困难残疾人生活补贴每人每月90元，由民政部门统一发放。",
        "统一残疾人证样式，困难残疾人生活补贴每人每月90元。",
    ],
)
def test_a_least_figure_may_be_exceeded(upper: str) -> None:
    plan = "1.社会救助。困难残疾人生活补贴为每人每月95元。"
    assert errors(plan, f"1.社会救助。{upper}") == set()
