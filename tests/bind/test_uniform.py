"""A sum that a higher document sets for all alike may be neither lowered nor raised."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
JOBS = "\n2.就业。城镇新增就业{}人。\n"


def found(plan: str, upper: str) -> set[str]:
    upper = f"南山市2024年民生实事方案\n1.老年人福利。{upper}{JOBS.format(9000)}"
    plan = f"东河县2024年民生实事方案\n1.老年人福利。{plan}{JOBS.format(900)}"
    return {f.rule for f in check_texts(plan, upper, CARDS, CATALOGUE) if f.severity in ("error", "warning")}


UNIFORM = [
    "高龄津贴执行全市统一标准：80—89周岁每人每月60元，90—99周岁每人每月110元，各县不得自行提高或降低。",
    "高龄津贴按全市统一标准发放，80—89周岁每人每月60元，90—99周岁每人每月110元。",
    "80—89周岁、90—99周岁高龄津贴分别为每人每月60元、110元，各地不得擅自调整。",
    "80—89周岁、90—99周岁高龄津贴分别为每人每月60元、110元。各县不得自行提高或降低津贴标准。",
    "80—89周岁、90—99周岁高龄津贴分别为每人每月60元、110元。上述标准不得随意变动。",
    "80—89周岁、90—99周岁高龄津贴全市统一执行每人每月60元、110元，不得提高或降低。",
]
FLOORS = [
    "80—89周岁、90—99周岁高龄津贴分别为每人每月60元、110元。",
    "高龄津贴全市统一最低标准为80—89周岁每人每月60元，90—99周岁每人每月110元。",
    "80—89周岁、90—99周岁高龄津贴分别不低于每人每月60元、110元，统一按月发放。",
    "80—89周岁、90—99周岁高龄津贴分别为每人每月60元、110元，各县可结合实际适当提高。",
    "80—89周岁、90—99周岁高龄津贴分别为每人每月60元、110元，各县不得降低标准。",
    "80—89周岁、90—99周岁高龄津贴分别为每人每月60元、110元，统一通过社保卡发放。",
]
RAISED = "80—89周岁老年人高龄津贴每人每月60元，90—99周岁老年人高龄津贴每人每月130元。"
SAME = "80—89周岁、90—99周岁老年人高龄津贴分别为每人每月60元、110元。"


@pytest.mark.parametrize("upper", UNIFORM)
def test_it_may_not_be_raised(upper: str) -> None:
    assert found(RAISED, upper) == {"fixed-differs"}
    assert found(SAME, upper) == set()


def test_an_age_above_is_no_floor() -> None:
    upper = "高龄津贴执行全市统一标准：80—89周岁每人每月60元，100周岁及以上每人每月400元。"
    assert "fixed-differs" in found("80—89周岁高龄津贴每人每月60元，100周岁及以上高龄津贴每人每月450元。", upper)


@pytest.mark.parametrize("upper", FLOORS)
def test_a_floor_may(upper: str) -> None:
    assert found(RAISED, upper) == set()
    assert found(SAME, upper) == set()
