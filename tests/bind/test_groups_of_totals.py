"""A total is shared out among the places; the groups that it is for are not."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
JOBS = "\n2.就业。城镇新增就业{}人。\n"


def narrowed(plan: str, upper: str) -> bool:
    upper = f"南山市2024年民生实事方案\n1.健康服务。{upper}{JOBS.format(9000)}"
    plan = f"东河县2024年民生实事方案\n1.健康服务。{plan}{JOBS.format(900)}"
    return any(f.rule == "scope-narrowed" for f in check_texts(plan, upper, CARDS, CATALOGUE))


@pytest.mark.parametrize(
    ("upper", "plan", "found"),
    [
        ("为独居老年人和失能老年人免费体检，全市体检9000人。", "为独居老年人免费体检900人。", True),
        ("为独居老年人、失能老年人免费体检9000人。", "对失能老年人免费体检900人，11月底前完成。", True),
        ("为农村妇女和城镇低保妇女免费检查，全市检查9000人。", "对农村妇女免费检查900人。", True),
        ("为农村妇女和城镇低保妇女免费检查，全市检查9000人。", "对城镇低保妇女免费检查900人。", True),
        # All of them, in another order, in one word, or whoever it may be.
        ("为独居老年人和失能老年人免费体检，全市体检9000人。", "为失能老年人和独居老年人免费体检900人。", False),
        ("为农村妇女和城镇低保妇女免费检查，全市检查9000人。", "对农村妇女和城镇低保妇女免费检查900人。", False),
        ("为独居老年人和失能老年人免费体检，全市体检9000人。", "为独居等老年人免费体检900人。", False),
        ("为独居老年人和失能老年人免费体检，全市体检9000人。", "为老年人免费体检900人。", False),
        ("为老年人免费体检9000人。", "为独居老年人和失能老年人免费体检900人。", False),
        ("为独居老年人和失能老年人免费体检，全市体检9000人。", "为独居老年人免费体检500人、失能老年人免费体检400人。", False),
    ],
)  # fmt: skip
def test_a_group_left_out_of_a_total(upper: str, plan: str, found: bool) -> None:
    assert narrowed(plan, upper) is found
