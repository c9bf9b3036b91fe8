"""A higher document that sets one figure for several benefits, whose names share their end or their beginning."""

import pytest
from test_mechanisms import errors

ORPHANS = "散居孤儿基本生活费为每人每月{one}元，事实无人抚养儿童基本生活费为每人每月{other}元。"
DISABLED = "困难残疾人生活补贴每人每月{one}元，重度残疾人护理补贴每人每月{other}元。"
POOR = "城市低保标准为每人每月{one}元，农村低保标准为每人每月{other}元。"


@pytest.mark.parametrize(
    ("upper", "plan", "least"),
    [
        ("社会散居孤儿、事实无人抚养儿童基本生活费不低于每人每月1250元。", ORPHANS, 1250),
        ("散居孤儿和事实无人抚养儿童基本生活费每人每月不低于1250元。", ORPHANS, 1250),
        ("事实无人抚养儿童、散居孤儿基本生活保障标准不低于每人每月1250元。", ORPHANS, 1250),
        ("散居孤儿基本生活费、事实无人抚养儿童基本生活费均不低于每人每月1250元。", ORPHANS, 1250),
        ("散居孤儿及事实无人抚养儿童基本生活费标准达到每人每月1250元以上。", ORPHANS, 1250),
        ("困难残疾人生活补贴、重度残疾人护理补贴均不低于每人每月100元。", DISABLED, 100),
        ("城市低保标准、农村低保标准均不低于每人每月700元。", POOR, 700),
    ],
)
@pytest.mark.parametrize(("one", "other", "found"), [(0, 0, False), (50, 0, False), (-50, 0, True), (0, -50, True)])
def test_each_of_them_is_held_to_it(upper: str, plan: str, least: int, one: int, other: int, found: bool) -> None:
    said = plan.format(one=least + one, other=least + other)
    assert ("below-floor" in errors(f"1.社会救助。{said}", f"1.社会救助。{upper}")) is found
