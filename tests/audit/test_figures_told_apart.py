"""Figures of one name that are not of one year, stage, place, part or role contradict nothing; those that are do."""

from pathlib import Path

import pytest
import yaml
from test_mechanisms import errors

OWN = {"body-annex-conflict", "conflicting-values", "count-mismatch", "empty-item"}
PLANS = yaml.safe_load(Path(__file__).with_name("told_apart.yaml").read_text("utf-8"))


def tabbed(plan: str) -> str:
    """Return a plan with tabs between the cells of its tables, which the file parts by ¦ to be legible."""
    return plan.replace(" ¦ ", "\t")


@pytest.mark.parametrize("plan", PLANS["silent"])
def test_what_is_told_apart_is_no_contradiction(plan: str) -> None:
    assert not errors(tabbed(plan)) & OWN


@pytest.mark.parametrize(("plan", "rule"), [(one["plan"], one["rule"]) for one in PLANS["found"]])
def test_what_is_told_the_same_has_to_be_the_same(plan: str, rule: str) -> None:
    assert rule in errors(tabbed(plan))


def test_a_caption_above_its_table_is_no_list_of_annexes() -> None:
    plan = "石桥镇2025年计划\n1.安装路灯180盏。\n附表：路灯任务\n村\t路灯（盏）\n东村\t100\n西村\t80\n合计\t180\n"
    assert "annex-missing" not in errors(plan)
    listed = "石桥镇2025年计划\n1.安装路灯180盏。\n附件：路灯任务分解表\n石桥镇人民政府\n2025年3月1日\n"
    assert "annex-missing" in errors(listed)


ESTATES = (
    "清源县2024年民生实事方案\n一、主要任务\n1.改造城镇老旧小区28个，惠及居民4310户，2024年9月底前{first}。\n"
    "二、进度安排\n（一）城镇老旧小区改造{again}个，2024年11月底前{then}，由县住建局调度。\n"
)


@pytest.mark.parametrize(
    ("first", "again", "then", "found"),
    [
        ("全部完工", 82, "全部完工", True),
        ("全部完工", 24, "全面完成改造", True),
        ("全部完工", 28, "全部完工", False),
        # How far it is to be by each day.
        ("完成", 46, "完成", False),
    ],
)
def test_two_figures_that_are_each_all_of_it_are_no_stages(first: str, again: int, then: str, found: bool) -> None:
    assert ("conflicting-values" in errors(ESTATES.format(first=first, again=again, then=then))) is found
