"""A day by which an item is done, told without saying again what: the title says it, on both sides."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
UPPER = (
    "南山市2024年民生工程实施方案\n一、主要任务\n1.城乡适龄妇女“两癌”免费筛查。{day}（市卫生健康委）\n"
    "2.农村公路养护。农村公路列养率达到100%。（市交通运输局）\n"
)
LISTED = (
    "东河县2024年民生工程实施方案\n一、主要任务\n1.适龄妇女“两癌”免费筛查。组织乡镇卫生院逐村开展。{day}\n"
    "2.农村公路养护。农村公路列养率达到100%。\n"
)
NESTED = (
    "东河县2024年民生工程实施方案\n一、适龄妇女“两癌”免费筛查\n（一）目标任务。逐村开展筛查。\n（二）进度安排。4月底前完成人员培训；{day}\n"
    "二、农村公路养护\n（一）目标任务。农村公路列养率达到100%。\n（二）资金筹措。由县财政安排。\n"
)
BOUND = (
    "东河县人民政府办公室关于印发2024年2项民生工程实施办法的通知\n各乡镇人民政府：\n现印发给你们，请认真执行。\n"
    "东河县适龄妇女“两癌”免费筛查实施办法\n一、目标任务\n逐村开展筛查。\n二、进度安排\n4月底前完成人员培训；{day}\n"
    "东河县农村公路养护实施办法\n一、目标任务\n农村公路列养率达到100%。\n二、资金筹措\n由县财政安排。\n"
)


def late(plan: str, mine: str, theirs: str) -> bool:
    found = check_texts(plan.format(day=mine), UPPER.format(day=theirs), CARDS, CATALOGUE)
    return any(f.rule == "late-deadline" for f in found)


@pytest.mark.parametrize("plan", [LISTED, NESTED, BOUND], ids=["listed", "nested", "bound"])
@pytest.mark.parametrize(
    ("mine", "theirs", "found"),
    [
        ("12月20日前完成年度筛查任务。", "2024年11月底前完成年度筛查任务。", True),
        ("12月20日前全面完成。", "11月底前全面完成。", True),
        ("12月底前全部完成任务。", "2024年11月底前完成筛查任务。", True),
        ("11月20日前完成年度筛查任务。", "2024年11月底前完成年度筛查任务。", False),
        ("10月底前全面完成。", "11月底前全面完成。", False),
        # Another thing than the item itself is done by then, or no day is told.
        ("12月底前完成资料归档。", "11月底前全面完成。", False),
        ("12月底前完成绩效评价。", "11月底前全面完成。", False),
        ("全面完成年度任务。", "11月底前全面完成。", False),
        ("12月20日前全面完成。", "11月5日前启动。", False),
    ],
)
def test_the_title_says_what_is_to_be_done(plan: str, mine: str, theirs: str, found: bool) -> None:
    assert late(plan, mine, theirs) is found


def test_the_day_of_one_item_is_not_that_of_another() -> None:
    plan = LISTED.format(day="") + "3.老年助餐。12月20日前全面完成。\n"
    found = check_texts(plan, UPPER.format(day="11月底前全面完成。"), CARDS, CATALOGUE)
    assert all(f.rule != "late-deadline" for f in found)
