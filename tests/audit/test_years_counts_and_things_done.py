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


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("各单位倒排工期，确保2023年民生工程各项任务圆满完成。", True),
        ("确保2023年民生实事目标任务全面圆满完成。", True),
        ("各单位挂图推进，确保2023年12月底前全部完成年度任务。", True),
        ("确保2024年民生工程各项任务圆满完成。", False),
        ("2023年民生工程各项任务圆满完成。", False),
        ("在确保2023年民生工程任务圆满完成的基础上，再接再厉。", False),
        ("巩固2023年民生实事成果，确保持续见效。", False),
    ],
)
def test_what_is_still_to_be_completed_is_of_the_plans_year(said: str, found: bool) -> None:
    plan = f"东河县2024年民生工程实施方案\n东政办〔2024〕6号\n一、主要任务\n1.道路。新建公路30公里。\n二、工作要求\n{said}\n"
    assert ("year-mismatch" in errors(plan)) is found


@pytest.mark.parametrize("deed", ["梳理形成", "遴选确定", "票决产生", "征集筛选出", "谋划实施", "研究提出"])
@pytest.mark.parametrize(("number", "found"), [("3", True), ("4", False), ("四", False)])
def test_as_many_are_listed_as_were_chosen(deed: str, number: str, found: bool) -> None:
    plan = (
        f"东河县2024年民生实事实施方案\n在广泛征求意见的基础上，{deed}{number}件民生实事，制定本方案。\n一、主要任务\n"
        "1.道路。新建公路30公里。\n2.养老。新建助餐点6个。\n3.教育。新增学位270个。\n4.就业。新增就业900人。\n"
    )
    assert ("count-mismatch" in errors(plan)) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("2023年受理诉求1250件，办结1225件，办结率96%。", True),
        ("2023年受理诉求1250件，办结1225件，办结率98%。", False),
        ("摸排隐患210处，整改189处，整改率95%。", True),
        ("抽检食品1200批次，合格1176批次，合格率98%。", False),
        ("全县86个行政村中，78个卫生室完成达标建设，达标率86.2%。", True),
        ("全县86个行政村中，78个卫生室完成达标建设，达标率90.7%。", False),
        ("全县40所学校，36所配备校医，配备率85%。", True),
        ("全县40所学校，其中36所配备校医，配备率为90%。", False),
        # A rate of others, one that is to come, and what is only new of it.
        ("全县65个社区，52个建成养老服务站，覆盖率达到85%。", False),
        ("办理提案84项，已办复63项，办复率达到100%。", False),
        ("全县40所学校，36所新增校医，配备率达到95%。", False),
        ("新建幼儿园4所，2所投用，毛入园率达到95%。", False),
    ],
)
def test_a_rate_follows_from_the_counts_beside_it(said: str, found: bool) -> None:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.任务。{said}\n"
    assert ("ratio-mismatch" in errors(plan)) is found


@pytest.mark.parametrize(
    ("amount", "found"), [("35.46万元", True), ("34.56万元", False), ("34.6万元", False), ("345600元", False)]
)
@pytest.mark.parametrize("length", ["全年12个月", "12个月", "按12个月计算"])
def test_how_long_it_is_paid_stands_before_the_amount(length: str, amount: str, found: bool) -> None:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.就业。开发公益性岗位180个，其中保洁员36人，岗位补贴每人每月800元，{length}共需{amount}。\n"
    assert ("product-mismatch" in errors(plan)) is found
