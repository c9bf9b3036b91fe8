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


BINDING = (
    "南山市2024年民生实事实施方案\n一、主要任务\n1.促进就业。全市城镇新增就业900人。\n2.养老服务。全市建设护理型床位260张。\n"
    "3.农村公路。全市改造农村公路90公里。\n附件\n南山市2024年任务分解表\n"
    "县区\t城镇新增就业（人）\t护理型床位（张）\t农村公路（公里）\n东河县\t500\t120\t60\n西河县\t400\t140\t30\n合计\t900\t260\t90\n"
)
SCHEDULED = (
    "东河县2024年民生实事实施方案\n一、主要任务\n（一）促进就业。城镇新增就业{jobs}人。\n（二）养老服务。建设护理型床位120张。\n"
    "（三）农村公路。改造农村公路60公里。\n{schedule}\n三、保障措施\n（一）加强领导。各单位各负其责。\n"
)


@pytest.mark.parametrize(
    "schedule",
    [
        "二、时序安排\n二季度：至6月底，城镇新增就业累计完成260人，护理型床位累计建成50张，农村公路累计改造25公里。",
        "二、进度要求\n4月至6月，组织项目开工，6月底前农村公路完成25公里，城镇新增就业达到260人。7月至9月，加快建设进度，农村公路完成45公里。",
        "二、实施步骤\n（一）第一阶段（2月至5月）。完成前期工作，城镇新增就业180人。\n（二）第二阶段（6月至9月）。城镇新增就业达到390人，护理型床位建成90张。",
        "二、节点安排\n1.上半年。城镇新增就业260人，建设护理型床位60张。\n2.下半年。全面完成全年任务。",
        "二、推进安排\n一季度城镇新增就业110人、二季度150人、三季度140人、四季度100人；护理型床位三季度末建成100张。",
        "二、调度安排\n实行按季调度，到9月底，城镇新增就业不少于400人；农村公路改造完成48公里。",
        "二、进度安排\n8月底前，护理型床位完成80张，城镇新增就业完成350人，其余任务年底前完成。",
        "附件\n东河县2024年民生实事节点表\n时间\t重点任务\t责任单位\n二季度\t城镇新增就业累计260人，护理型床位累计50张\t县人社局\n三季度\t城镇新增就业累计390人，护理型床位累计90张\t县民政局",
    ],
)
@pytest.mark.parametrize(("jobs", "found"), [("500", set()), ("480", {"below-allocation"})])
def test_a_schedule_answers_for_nothing_that_the_tasks_answer_for(schedule: str, jobs: str, found: set[str]) -> None:
    got = errors(SCHEDULED.format(schedule=schedule, jobs=jobs), BINDING)
    assert got - {"annex-missing"} == found


@pytest.mark.parametrize(
    "schedule",
    [
        # The year's own, and what is done by its end, are no stages, nor is what begins on a day.
        "二、目标安排\n全年城镇新增就业460人。",
        "二、目标安排\n12月底前，城镇新增就业460人。",
        "二、资金安排\n自7月1日起，城镇新增就业460人按新标准补贴。",
    ],
)
def test_what_the_whole_year_is_to_see_is_no_milestone(schedule: str) -> None:
    assert errors(SCHEDULED.format(schedule=schedule, jobs="500"), BINDING)


def test_the_last_stage_of_a_schedule_alone_is_what_a_plan_promises() -> None:
    schedule = "二、时序安排\n二季度：至6月底，城镇新增就业累计完成260人。\n四季度：至年底，城镇新增就业累计完成480人。"
    plan = SCHEDULED.format(schedule=schedule, jobs="").replace("城镇新增就业人。", "落实就业补贴政策。")
    assert errors(plan, BINDING) == {"below-allocation"}


def works(begun: str, ended: str, day: str, until: str) -> str:
    """A plan whose list of tasks sets a day for the stations, and a table of works another."""
    return (
        "东河县2024年民生实事实施方案\n一、主要任务\n（一）养老服务。新建乡镇养老服务站14个。\n（二）水利。维修山塘36口。\n"
        "附件：1.东河县2024年任务清单\n2.东河县2024年重点项目建设表\n附件1\n东河县2024年任务清单\n"
        f"序号\t事项\t任务\t完成时限\n1\t养老服务\t乡镇养老服务站14个\t{until}\n2\t水利\t维修山塘36口\t2024年11月30日前\n"
        f"附件2\n东河县2024年重点项目建设表\n序号\t项目\t建设规模\t{begun}\t{ended}\n"
        f"1\t乡镇养老服务站\t14个\t4月6日\t{day}\n2\t山塘维修\t36口\t3月12日\t10月25日\n"
    )


@pytest.mark.parametrize(
    ("day", "until", "found"),
    [
        ("10月15日", "2024年11月30日前", False),
        ("9月", "2024年11月底前", False),
        ("12月10日", "2024年11月30日前", True),
    ],
)
@pytest.mark.parametrize(
    ("begun", "ended"), [("开工时间", "完工时间"), ("计划开工时间", "计划竣工时间"), ("开工日期", "建成日期")]
)
def test_works_may_end_before_the_day_of_their_task(begun: str, ended: str, day: str, until: str, found: bool) -> None:
    assert ("deadline-conflict" in errors(works(begun, ended, day, until))) is found


@pytest.mark.parametrize(("begun", "ended"), [("责任单位", "完成时限"), ("牵头单位", "完工时间")])
def test_two_lists_of_tasks_set_one_day(begun: str, ended: str) -> None:
    plan = (
        works(begun, ended, "10月15日", "2024年11月30日前").replace("4月6日", "县民政局").replace("3月12日", "县水利局")
    )
    assert "deadline-conflict" in errors(plan)
