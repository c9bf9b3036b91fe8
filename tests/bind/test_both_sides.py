"""A ratio to a standard that the plan has for town and country in one."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
UPPERS = [
    "特困人员基本生活标准按不低于当地低保标准的1.3倍确定。",
    "特困人员基本生活标准不低于当地低保标准的1.3倍。",
    "城市、农村特困人员基本生活标准分别不低于当地城市、农村低保标准的1.3倍。",
]
BEHIND = "\n2.就业。城镇新增就业{}人。\n"


def wrong(plan: str, upper: str) -> int:
    upper = f"南山市2024年民生实事方案\n1.社会救助。{upper}{BEHIND.format(9000)}"
    plan = f"东河县2024年民生实事方案\n1.社会救助。{plan}{BEHIND.format(900)}"
    return sum(f.rule in ("derived-floor", "below-floor") for f in check_texts(plan, upper, CARDS, CATALOGUE))


@pytest.mark.parametrize("upper", UPPERS)
@pytest.mark.parametrize(
    ("plan", "count"),
    [
        ("城乡低保标准由每人每月780元提高到820元，特困人员基本生活标准提高到每人每月1050元。", 1),
        ("低保标准提高到每人每月820元，特困人员基本生活标准提高到每人每月1050元。", 1),
        ("城乡低保标准每人每月820元，城市、农村特困人员基本生活标准分别为每人每月1100元、1050元。", 1),
        ("城乡低保标准提高到每人每月820元，特困人员基本生活标准提高到每人每月1066元。", 0),
        ("城乡低保标准提高到每人每月820元，特困人员基本生活标准提高到每人每月1070元。", 0),
        ("城市、农村低保标准分别提高到每人每月820元、600元，城市、农村特困人员基本生活标准分别为每人每月1070元、780元。", 0),
        ("城市、农村低保标准分别提高到每人每月820元、600元，城市、农村特困人员基本生活标准分别为每人每月1070元、770元。", 1),
        ("特困人员基本生活标准提高到每人每月1050元。", 0),
        ("特困人员全护理照料标准每人每月800元，城乡低保标准提高到每人每月820元。", 0),
    ],
)  # fmt: skip
def test_one_standard_for_both(upper: str, plan: str, count: int) -> None:
    assert wrong(plan, upper) == count
