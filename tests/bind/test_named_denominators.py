"""A standard whose name says what its figure is counted by is held against the plan's figure of that kind."""

from datetime import date
from decimal import Decimal

import pytest

from engine.bind.adapted.named_denominators import with_named_denominators
from engine.bind.applied import Applied
from engine.check import check_plan, document_of, read_plan_text
from engine.quantity.bounds import Bound
from engine.requirement import DatedValue, Requirement, Standard
from engine.resolve.resolver import Resolver
from rules import load_cards
from standards.catalogue import load_catalogue


def floor(label: str, value: str, unit: str) -> Applied:
    dated = DatedValue(Bound(">=", Decimal(value)), unit, date(2024, 1, 1))
    standard = Standard("s", "养老服务标准")
    return Applied(standard, Requirement("r", label, "floor", values=(dated,)), "in-force", dated)


@pytest.mark.parametrize(
    ("label", "unit", "read"),
    [
        ("每千名老年人拥有养老床位数", "张", "张/千人"),
        ("每万人口全科医生数", "人", "人/万人"),
        ("人均体育场地面积", "平方米", "平方米/人"),
        ("生均公用经费", "元", "元/生"),
        # Written out, a share, a place that answers for itself, and a name that says nothing of the kind.
        ("每千人口托位数", "个/千人", "个/千人"),
        ("年均增幅", "%", "%"),
        ("每县区建设服务平台数量", "个", "个"),
        ("养老床位数", "张", "张"),
    ],
)
def test_the_name_tells_what_a_bare_unit_is_counted_by(label: str, unit: str, read: str) -> None:
    (applied,) = with_named_denominators([floor(label, "35", unit)])
    assert applied.unit == applied.requirement.values[0].unit == read


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("每千名老年人拥有养老床位35张左右。", "approximate-floor"),
        ("每千名老年人拥有养老床位33张。", "below-floor"),
        ("每千名老年人拥有养老床位36张。", None),
        ("新增养老床位30张。", None),
    ],
)
def test_the_two_are_compared(words: str, rule: str | None) -> None:
    resolver = Resolver(load_catalogue())
    plan = read_plan_text(document_of(f"东河县2025年养老服务方案\n一、主要目标\n{words}\n", "plan"), resolver)
    applied = [floor("每千名老年人拥有养老床位数", "35", "张")]
    found = {f.rule for f in check_plan(plan, applied, load_cards(), resolver).findings}
    assert found & {"approximate-floor", "below-floor"} == ({rule} if rule else set())
