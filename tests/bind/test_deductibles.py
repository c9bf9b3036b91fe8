"""What an insurance takes off is capped, told by the year whether a standard says so or not; what a thing costs is no count of it."""

from datetime import date
from decimal import Decimal

import pytest

from engine.bind.applied import Applied
from engine.check import check_plan, check_texts, document_of, read_plan_text
from engine.quantity.bounds import Bound
from engine.requirement import DatedValue, Requirement, Standard
from engine.resolve.resolver import Resolver
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(()), load_catalogue()
PLAN = "东河县2024年民生实事实施方案\n一、主要任务\n1.医疗保障。{}\n"
UPPER = "南山市2024年民生实事实施方案\n一、主要任务\n1.医疗保障。{}\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("大病保险起付线定为1.5万元。", {"above-ceiling"}),
        ("大病保险起付标准为每人每年15000元。", {"above-ceiling"}),
        ("大病保险起付线降至1.4万元。", set()),
        ("大病保险起付线1.2万元，对低保对象起付线降低50%。", set()),
        ("大病保险报销比例不低于60%。", set()),
    ],
)
def test_a_cap_whose_unit_is_bare(told: str, found: set[str]) -> None:
    value = DatedValue(Bound("<=", Decimal(14000)), "元", date(2024, 1, 1))
    cap = Applied(
        Standard("s", "保障标准"), Requirement("r", "大病保险起付线", "ceiling", values=(value,)), "in-force", value
    )
    resolver = Resolver(CATALOGUE)
    plan = read_plan_text(document_of(PLAN.format(told), "plan"), resolver)
    rules = {f.rule for f in check_plan(plan, (cap,), CARDS, resolver).findings if f.severity != "note"}
    assert rules == found


@pytest.mark.parametrize(
    ("upper", "told", "found"),
    [
        ("大病保险起付线不高于14000元。", "大病保险起付线定为1.5万元。", True),
        ("大病保险起付线为14000元，各县不得高于。", "大病保险起付线15000元。", True),
        ("一级医疗机构住院起付线不超过200元。", "一级医疗机构住院起付线300元。", True),
        ("大病保险起付线为14000元，各县不得高于。", "大病保险起付线13000元。", False),
        ("大病保险起付线不超过1.4万元。", "大病保险起付线1.4万元。", False),
    ],
)
def test_a_deductible_of_a_higher_document_is_a_cap(upper: str, told: str, found: bool) -> None:
    rules = {f.rule for f in check_texts(PLAN.format(told), UPPER.format(upper), CARDS, CATALOGUE)}
    assert ("above-ceiling" in rules) is found
    assert "unit-incomparable" not in rules


MEALS = (
    "东河县2024年民生实事实施方案\n一、主要任务\n1.社区食堂和老年助餐。{}新增老年助餐点30个。\n2.改厕。改造户厕300户。\n"
    "东河县2024年资金表（单位：万元）\n项目\t合计\t上级\t县级\n社区食堂和老年助餐\t900\t300\t600\n改厕\t60\t20\t40\n合计\t960\t320\t640\n"
)


@pytest.mark.parametrize(
    ("told", "found"),
    [("新建一批综合性社区食堂，", True), ("推进综合性社区食堂建设，", True), ("新建综合性社区食堂4个，", False)],
)
def test_what_a_thing_costs_does_not_tell_how_many_there_are(told: str, found: bool) -> None:
    upper = "南山市2024年民生实事实施方案\n一、主要任务\n1.社区食堂。每个县新建综合性社区食堂不少于3个。\n2.改厕。全市改造户厕2000户。\n"
    rules = {f.rule for f in check_texts(MEALS.format(told), upper, CARDS, CATALOGUE)}
    assert ("target-dropped" in rules) is found
