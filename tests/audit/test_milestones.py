"""A column of milestones (时间节点) beside that of the days by which rows are done is on the way to them."""

import pytest
from test_mechanisms import errors

HEAD = "东河县2024年民生实事项目责任分解表\n"
UPPER = (
    "南山市2024年民生实事实施方案\n一、主要任务\n1.促进就业。全市城镇新增就业900人。\n2.农村公路。改造农村公路60公里。\n"
    "附件\n南山市2024年任务分解表\n县区\t城镇新增就业（人）\n东河县\t500\n西河县\t400\n合计\t900\n"
)


def table(
    step: str, until: str, steps: str = "时间节点", days: str = "完成时限", jobs: str = "城镇新增就业500人"
) -> str:
    rows = [
        ("稳定就业", f"{jobs}。", step, until, "县人社局"),
        ("农村公路", "改造农村公路60公里。", "5月底前开工", "2024年11月", "县交通局"),
        ("养老服务", "改造护理型床位120张。", "每月20日前调度", "2024年12月", "县民政局"),
    ]
    lines = [f"序号\t项目\t目标任务\t{steps}\t{days}\t责任单位"]
    lines += [f"{n}\t" + "\t".join(row) for n, row in enumerate(rows, 1)]
    return HEAD + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("step", "until", "found"),
    [
        ("10月底前全部完工", "2024年9月底前全部完工", True),
        ("6月开工，10月底前完成建设", "2024年9月", True),
        ("12月15日前投入使用", "11月底前", True),
        ("10月底前完成新增就业500人", "2024年9月底", True),
        ("9月底前全部完工", "2024年9月底前全部完工", False),
        ("4月底前主体封顶，7月底前完成装修", "2024年10月底前投入使用", False),
        # What follows when the work is done, a part of it, another year, and what comes back.
        ("9月底前完工，12月底前完成竣工验收", "2024年9月底", False),
        ("11月底前完成资料归档", "2024年9月底", False),
        ("10月底前完成其余部分", "2024年9月底", False),
        ("2025年3月全部完工", "2024年9月底（一期）", False),
        ("每月25日前完成月度任务", "2024年9月10日", False),
    ],
)
@pytest.mark.parametrize(("steps", "days"), [("时间节点", "完成时限"), ("进度安排", "办结时间")])
def test_a_row_is_not_finished_after_its_day(step: str, until: str, found: bool, steps: str, days: str) -> None:
    assert ("deadline-conflict" in errors(table(step, until, steps, days))) is found


@pytest.mark.parametrize(
    ("jobs", "step", "found"),
    [
        ("城镇新增就业500人", "6月底前完成新增就业250人", set()),
        ("城镇新增就业500人", "6月底前完成50%，9月底前新增就业400人", set()),
        ("城镇新增就业460人", "6月底前完成新增就业250人", {"below-allocation"}),
        # Without a figure of its own the row promises what its last milestone says.
        ("落实就业补贴", "12月底前城镇新增就业460人", {"below-allocation"}),
    ],
)
@pytest.mark.parametrize("steps", ["时间节点", "季度节点安排"])
def test_a_milestone_answers_for_nothing_that_its_row_answers_for(
    jobs: str, step: str, found: set[str], steps: str
) -> None:
    got = errors(table(step, "2024年12月", steps, jobs=jobs), UPPER, warnings=False)
    assert got & {"below-allocation", "below-floor"} == found


@pytest.mark.parametrize(("until", "late"), [("2024年11月", False), ("2024年12月", True)])
def test_the_day_of_a_row_is_not_that_of_its_milestone(until: str, late: bool) -> None:
    upper = UPPER.replace("全市城镇新增就业900人", "2024年11月底前，全市城镇新增就业900人")
    got = errors(table("6月底前启动", until), upper, warnings=False)
    assert ("late-deadline" in got) is late
