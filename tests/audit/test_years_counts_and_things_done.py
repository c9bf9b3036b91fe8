"""Counts of a year held against counts without one, and things told of by what was done to them."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue


def errors(plan: str, standard: str | None = None) -> set[str]:
    found = check_texts(plan, standard, load_cards(()), load_catalogue())
    return {f.rule for f in found if f.severity in ("error", "warning")}


CHECKS = "石桥镇2024年民生实事方案\n1.关爱环卫工人。为环卫工人{often}免费查体1次，2024年9月底前完成。\n"


@pytest.mark.parametrize("asked", ["每年", ""])
@pytest.mark.parametrize("given", ["", "每年", "配合镇卫生院为"])
@pytest.mark.parametrize(
    ("day", "found"),
    [("8月底前", set()), ("9月30日前", set()), ("11月20日前", {"late-deadline"})],
)
def test_a_count_without_its_year_answers_one_by_the_year(asked: str, given: str, day: str, found: set[str]) -> None:
    doing = f"{given}环卫工人免费查体1次" if given.endswith("为") else f"为环卫工人{given}免费查体1次"
    plan = f"上湾村2024年民生实事方案\n1.关爱环卫工人。{doing}，{day}完成。\n"
    assert errors(plan, CHECKS.format(often=asked)) == found


PROMISED = (
    "青石县2024年民生实事承诺\n1.停车。新增公共停车泊位1500个。\n2.绿化。建设湿地公园8个。\n3.就业。新增就业3000人。\n"
)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("到年底，大家将看到新增的1500个公共停车泊位。", set()),
        ("到年底，大家将看到新增的1300个公共停车泊位。", {"conflicting-values"}),
        ("年底前，新增的1300个公共停车泊位将全部启用。", {"conflicting-values"}),
        ("去年新增的1300个公共停车泊位已启用。", set()),
        ("到年底，大家将看到新增的1300个充电桩。", set()),
    ],
)
def test_what_is_told_again_as_things_that_were_added(said: str, found: set[str]) -> None:
    assert errors(f"{PROMISED}{said}\n") == found
