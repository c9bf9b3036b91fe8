"""Groups that a higher document lists before one noun, of which a plan keeps only some."""

import pytest

from engine.bind.people import groups_in, some_of_those, told_relation

VISITS = "对独居、空巢、留守、失能老年人开展探访，每月不少于2次"


@pytest.mark.parametrize(
    ("wanted", "given", "beside", "relation"),
    [
        (VISITS, "对独居、空巢老年人开展探访，每月2次", "", "narrower"),
        ("为一级、二级残疾人发放护理补贴", "为一级残疾人发放护理补贴", "", "narrower"),
        ("为低保和特困家庭发放电费补贴", "为特困家庭发放电费补贴", "", "narrower"),
        (VISITS, "对失能、留守、空巢和独居老年人开展探访，每月2次", "", "equal"),
        (VISITS, "对独居、空巢老年人开展探访", "留守老年人、失能老年人每月探访", "equal"),
        (VISITS, "对独居、空巢等老年人开展探访，每月2次", "", "equal"),
        (VISITS, "对全体老年人开展探访，每月2次", "", "equal"),
        ("为一级、二级残疾人发放护理补贴", "为重度残疾人发放护理补贴", "", "equal"),
        ("对独居、空巢等老年人开展探访", "对独居老年人开展探访", "", "equal"),
    ],
)
def test_a_plan_that_keeps_some_groups_of_a_list_is_narrower(wanted, given, beside, relation) -> None:
    assert told_relation(wanted, given, lambda: beside) == relation


def test_the_groups_are_told_as_they_are_listed() -> None:
    assert groups_in(VISITS) == (("独居", "空巢", "留守", "失能"), "老年人")
    given = "对独居、空巢老年人开展探访"
    assert some_of_those(VISITS, given) == ("独居、空巢老年人", "独居、空巢、留守、失能老年人")
