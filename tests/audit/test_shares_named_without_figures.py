"""A share allotted to a place whose task the plan names without a figure."""

from functools import cache

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

UPPER = (
    "南山市2024年民生实事实施方案\n一、主要任务\n1.稳就业。全市开展补贴性职业技能培训1000人次。\n2.养老。新增养老床位300张。\n"
    "附件\n南山市2024年任务分解表\n县区\t补贴性职业技能培训（人次）\t新增养老床位（张）\n东河县\t600\t160\n西河县\t400\t140\n合计\t1000\t300\n"
)
PLAN = "东河县2024年民生实事实施方案\n一、主要任务\n"
BEDS = "2.养老。新增养老床位160张。\n"
TABLE = "东河县2024年目标任务表\n序号\t指标\t目标值\t单位\n1\t{name}\t{value}\t{unit}\n2\t新增养老床位\t160\t张\n3\t改造小区\t3\t个\n"


@cache
def _cards():
    return load_cards(()), load_catalogue()


def missing(plan: str) -> list[tuple[str, str]]:
    cards, catalogue = _cards()
    found = check_texts(plan, UPPER, cards, catalogue)
    return [
        (f.message.zh[:4], next((e.span.text for e in f.evidence if e.role == "plan"), ""))
        for f in found
        if f.rule == "requirement-missing" and "培训" in f.label
    ]


@pytest.mark.parametrize(
    ("plan", "named"),
    [
        (f"1.稳就业。对农民工开展补贴性职业技能培训，应培尽培。\n{BEDS}", True),
        (f"1.稳就业。大规模开展补贴性职业技能培训。\n{BEDS}", True),
        (f"1.稳就业。2024年10月底前完成补贴性职业技能培训任务。\n{BEDS}", True),
        (f"1.补贴性职业技能培训。面向失业人员常年开班。\n{BEDS}", True),
        ("1.民生。办好实事。\n" + TABLE.format(name="补贴性职业技能培训", value="应培尽培", unit="—"), True),
        ("1.民生。办好实事。\n" + TABLE.format(name="面向农民工开展“补贴性”职业技能培训", value="按需开展", unit=""), True),
        (f"1.稳就业。落实就业优先政策。\n{BEDS}", False),
        (f"1.稳就业。开展职业介绍和创业指导。\n{BEDS}", False),
    ],
)  # fmt: skip
def test_a_share_that_is_named_is_shown_where_it_is_named(plan: str, named: bool) -> None:
    ((said, evidence),) = missing(PLAN + plan)
    assert (said == "方案提到", bool(evidence)) == (named, named)


@pytest.mark.parametrize(
    "plan",
    [
        f"1.稳就业。开展补贴性职业技能培训600人次。\n{BEDS}",
        f"1.稳就业。开展补贴性职业技能培训，应培尽培，全年培训600人次以上。\n{BEDS}",
        "1.民生。办好实事。\n" + TABLE.format(name="补贴性职业技能培训", value="600", unit="人次"),
        "1.民生。办好实事。\n" + TABLE.format(name="补贴性职业技能培训", value="不少于600", unit="人次"),
    ],
)
def test_a_share_with_its_figure_is_not_missing(plan: str) -> None:
    assert missing(PLAN + plan) == []
