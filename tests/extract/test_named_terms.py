"""A field or cell that sets days for several things by name sets each of them its own."""

import pytest

from engine.check import check_texts, document_of, read_plan_text
from engine.resolve.resolver import Resolver
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
ITEM = "东河县2024年民生实事实施方案\n一、主要任务\n1.设施建设。改造农村户厕300户；铺设污水管网12公里。\n完成时限：{}\n责任单位：县住建局\n"
ROW = (
    "东河县2024年民生实事任务表\n序号\t项目\t目标任务\t完成时限\t责任单位\n"
    "1\t设施建设\t改造农村户厕300户；铺设污水管网12公里。\t{}\t县住建局\n"
    "2\t稳定就业\t城镇新增就业500人。\t11月底前\t县人社局\n"
)


def days(form: str, until: str) -> list[str | None]:
    found = read_plan_text(document_of(form.format(until), "plan"), Resolver(CATALOGUE)).commitments
    return [c.deadline for c in found if c.unit in ("户", "公里")]


@pytest.mark.parametrize("form", [ITEM, ROW], ids=["item", "row"])
@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("户厕改造9月底前，污水管网11月底前", ["2024-09", "2024-11"]),
        ("农村户厕9月底前完成，污水管网11月20日前投入使用", ["2024-09", "2024-11-20"]),
        ("户厕2024年9月底，管网2024年11月底", ["2024-09", "2024-11"]),
        ("污水管网8月底前完工，户厕改造10月底前", ["2024-10", "2024-08"]),
        ("其中户厕于9月底前，污水管网于11月底前", ["2024-09", "2024-11"]),
        ("户厕改造9月底前，道路绿化11月底前", ["2024-09", None]),
        # One day for all, and steps on the way to it.
        ("11月底前", ["2024-11", "2024-11"]),
        ("6月底前开工，11月底前完工", ["2024-11", "2024-11"]),
        ("前期工作5月底前，主体工程9月底前", ["2024-09", "2024-09"]),
        ("上半年完成招标，10月底前全部完工", ["2024-10", "2024-10"]),
        ("2024年3月-11月", ["2024-11", "2024-11"]),
    ],
)
def test_each_thing_has_its_own_day(form: str, until: str, expected: list[str | None]) -> None:
    assert days(form, until) == expected


@pytest.mark.parametrize(
    ("until", "late"), [("户厕改造9月底前，污水管网12月底前", False), ("户厕改造12月底前，污水管网9月底前", True)]
)
def test_a_row_is_late_by_the_day_of_its_own_thing(until: str, late: bool) -> None:
    upper = "南山市2024年民生实事方案\n1.厕所革命。改造农村户厕9000户。10月底前完成。\n2.就业。城镇新增就业9000人。11月底前完成。\n"
    found = check_texts(ROW.format(until), upper, load_cards(), CATALOGUE)
    assert any(f.rule == "late-deadline" for f in found) is late
