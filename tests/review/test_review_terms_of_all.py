"""A task set for a later day than the plan sets for all of its tasks."""

import pytest
from review_reading import labels

HEAD = "东河县2024年民生实事方案\n一、供水保障。改造管网16公里"
ALL = "\n二、工作要求\n各责任单位要压实责任，确保11月底前全部完成年度任务。\n"


@pytest.mark.parametrize(
    ("day", "found"), [("12月20日前完成", 1), ("12月底前完工", 1), ("10月底前完工", 0), ("11月30日前完成", 0)]
)
def test_a_day_of_its_own_is_held_against_that_of_all(day: str, found: int) -> None:
    assert len(labels(f"{HEAD}，{day}。{ALL}", "two-terms")) == found


@pytest.mark.parametrize(
    "task",
    ["。全年新建水厂2座", "，到2025年9月底前达到30公里", "。12月20日前拨付补助资金80万元", "，下半年完成"],
)
def test_years_later_goals_and_payments_are_no_conflict(task: str) -> None:
    assert labels(f"{HEAD}{task}。{ALL}", "two-terms") == []
