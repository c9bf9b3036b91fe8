"""What the sections on arrangement say again of a task: another figure for it, or another day."""

import pytest
from test_mechanisms import errors

PLAN = "云溪县2024年民生实事工作方案\n一、实事项目\n1.教育。{task}\n2.道路。新建公路30公里。\n二、{title}\n{again}\n"


@pytest.mark.parametrize(
    ("task", "title", "again", "found"),
    [
        ("改扩建公办幼儿园2所，新增学位570个。", "推进安排", "确保新增540个公办幼儿园学位秋季开学投用。", True),
        ("改扩建公办幼儿园2所，新增学位570个。", "推进安排", "确保新增570个公办幼儿园学位秋季开学投用。", False),
        ("城镇新增就业1800人。", "组织保障", "县人社局要确保城镇新增就业1700人。", True),
        ("城镇新增就业1800人。", "工作要求", "县人社局紧盯重点群体，全年城镇新增就业1760人。", True),
        ("改造老旧小区13个。", "推进安排", "改造老旧小区12个，由县住建局牵头组织。", True),
        ("全年举办各类技能竞赛24场。", "保障措施", "县总工会每季度通报一次；全年36场技能竞赛要提前公布日程。", True),
        ("全年举办各类技能竞赛24场。", "保障措施", "各单位按月报送进展，全年24场技能竞赛要提前公布日程。", False),
        ("建成村级养老服务站14个。", "保障措施", "民政部门加强运营指导，建成村级养老服务站16个。", True),
        # A stage, a part, a wish, another unit or population.
        ("城镇新增就业1800人。", "推进安排", "6月底前城镇新增就业900人，9月底前1400人。", False),
        ("城镇新增就业1800人。", "推进安排", "上半年城镇新增就业900人。", False),
        ("城镇新增就业1800人。", "保障措施", "每季度城镇新增就业450人。", False),
        ("城镇新增就业1800人。", "保障措施", "帮扶城镇就业困难人员就业300人。", False),
        ("新建养老服务站9个。", "工作要求", "首批建成养老服务站4个。", False),
        ("改造老旧小区13个。", "推进安排", "6月底前完成老旧小区改造8个。", False),
        ("新增学位570个。", "推进安排", "新增普通高中学位200个。", False),
    ],
)
def test_another_figure_of_a_task_in_a_section_on_arrangement(task: str, title: str, again: str, found: bool) -> None:
    told = errors(PLAN.format(task=task, title=title, again=again))
    assert bool(told & {"conflicting-values", "body-annex-conflict"}) is found


@pytest.mark.parametrize(
    ("again", "found"),
    [
        ("老旧小区改造于11月20日前完成全部施工内容并组织居民代表验收。", True),
        ("老旧小区改造于11月20日前全部完工并交付使用。", True),
        ("老旧小区改造于11月20日前完成全部改造任务并通过县级验收。", True),
        ("老旧小区改造务必于11月20日前完成并投入使用。", True),
        ("老旧小区改造于11月底前完成主体工程并组织阶段验收。", False),
        ("老旧小区改造于10月底前完成全部施工内容并组织居民代表验收。", False),
        ("老旧小区改造于11月20日前完成资金清算并组织审计。", False),
        ("老旧小区改造于4月底前完成方案设计并组织评审。", False),
    ],
)
def test_another_day_of_a_task_whatever_is_done_besides(again: str, found: bool) -> None:
    text = PLAN.format(task="改造老旧小区13个，10月底前完工。", title="推进安排", again=again)
    assert ("deadline-conflict" in errors(text)) is found


ROW = (
    "序号\t实事名称\t目标任务\t牵头单位\n1\t城镇老旧小区改造\t改造小区26个，涉及楼栋86栋、住户{homes}户\t县住建局\n"
    "2\t适老化改造\t改造家庭780户\t县民政局\n3\t普惠托育\t新增托位300个\t县卫健局\n"
)
NAMED = "云溪县2024年民生实事工作方案\n一、总体要求\n{told}\n二、任务\n见下表。\n云溪县2024年民生实事任务表\n{rows}"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("老旧小区改造以完善类为主，全年改造26个小区，惠及住户3120户。", True),
        ("老旧小区改造以完善类为主，预计覆盖住户3120户。", True),
        ("老旧小区改造以完善类为主，惠及住户3210户。", False),
        # Of another row, another thing, a part, or of what was.
        ("适老化改造坚持一户一策，惠及住户3120户。", False),
        ("老旧小区改造惠及居民3120户。", False),
        ("老旧小区改造以完善类为主，其中住户3120户加装电梯。", False),
        ("2023年老旧小区改造惠及住户3120户。", False),
        ("老旧小区改造全面推进；惠及住户3120户。", False),
    ],
)
def test_what_the_text_says_of_a_row_that_it_names(told: str, found: bool) -> None:
    hits = errors(NAMED.format(told=told, rows=ROW.format(homes=3210)))
    assert bool(hits & {"conflicting-values", "body-annex-conflict"}) is found


FUNDED = "云溪县2024年民生实事工作方案\n一、基本情况\n{first}\n二、任务\n（一）道路。{task}\n（二）改厕。改造户厕300户。\n三、资金保障\n{second}\n"


@pytest.mark.parametrize(
    ("first", "task", "second", "found"),
    [
        ("2024年实施民生实事2项，计划总投资4.86亿元，全部纳入台账。", "新建公路30公里。", "全年计划总投资4.68亿元，分期拨付。", True),
        ("今年实施民生实事2项，总投入资金48600万元。", "新建公路30公里。", "全年总投入资金46800万元。", True),
        ("2024年实施民生实事2项，计划总投资4.86亿元，全部纳入台账。", "新建公路30公里。", "全年计划总投资4.86亿元，分期拨付。", False),
        # The money of a task, of one source or of another year is another sum.
        ("2024年实施民生实事2项，计划总投资4.86亿元。", "新建公路30公里，总投资4.68亿元。", "资金及时拨付。", False),
        ("2024年实施民生实事2项，计划总投资4.86亿元。", "新建公路30公里。", "全年落实县级财政资金4.68亿元。", False),
        ("2023年实施民生实事2项，投入资金4.86亿元。", "新建公路30公里。", "全年计划总投资4.68亿元。", False),
        ("2024年实施民生实事2项，计划总投资4.86亿元。", "新建公路30公里。", "全年计划总投资3.2亿元。", False),
    ],
)  # fmt: skip
def test_two_sums_for_all_that_is_done(first: str, task: str, second: str, found: bool) -> None:
    hits = errors(FUNDED.format(first=first, task=task, second=second))
    assert bool(hits & {"conflicting-values", "body-annex-conflict"}) is found


ROWS = (
    "云溪县2024年民生实事工作方案\n一、实事项目\n1.就业服务提升。{task}\n2.道路畅通工程。新建公路30公里。\n附件：任务分解表\n\n附件\n云溪县2024年民生实事任务分解表\n"
    "序号\t项目\t主要指标\t牵头单位\n1\t就业服务提升\t{cell}\t县人社局\n2\t道路畅通工程\t新建公路30公里\t县交通局\n"
)


@pytest.mark.parametrize(
    ("task", "cell", "found"),
    [
        ("举办专场招聘会不少于36场。", "新增就业900人；举办招聘会不少于26场", True),
        ("举办专场招聘会不少于36场。", "新增就业900人；举办招聘会不少于36场", False),
        ("举办专场招聘会36场以上。", "举办专场招聘会30场以上", True),
        ("登记失业率控制在4%以内。", "登记失业率控制在4.5%以内", True),
        ("登记失业率控制在4.5%以内。", "登记失业率控制在4.5%以内", False),
        ("发放助行器具350件。", "康复训练40名；助行器具530件", True),
        ("发放辅助器具350件。", "康复训练40名；辅助器具530件", True),
        ("发放辅助器具350件。", "康复训练40名；辅助器具350件", False),
        ("举办专场招聘会不少于36场。", "上半年举办招聘会不少于16场", False),
        # More than the least of the annex.
        ("举办专场招聘会40场。", "举办专场招聘会不少于36场", False),
    ],
)
def test_a_bound_of_the_text_is_that_of_its_row(task: str, cell: str, found: bool) -> None:
    told = errors(ROWS.format(task=task, cell=cell))
    assert bool(told & {"conflicting-values", "body-annex-conflict"}) is found


@pytest.mark.parametrize(
    ("task", "again", "found"),
    [
        ("设置避灾安置点11处。", "确保12处避灾安置点随时可用。", True),
        ("全县设置应急广播终端86个。", "确保85个应急广播终端正常运行。", True),
        ("配备自动体外除颤器40台。", "保证42台自动体外除颤器全部启用。", True),
        ("设置避灾安置点11处。", "确保11处避灾安置点随时可用。", False),
        # What is newly built is not all that there is, a part is said to be one, and a number far off is of others.
        ("新建避灾安置点11处。", "确保12处避灾安置点随时可用。", False),
        ("设置避灾安置点11处。", "确保46处避灾安置点随时可用。", False),
        ("设置避灾安置点11处。", "其中12处避灾安置点配备物资。", False),
        ("设置避灾安置点11处。", "新增12处避灾安置点标识牌。", False),
    ],
)
def test_what_is_to_be_kept_in_use_is_all_that_there_is(task: str, again: str, found: bool) -> None:
    told = errors(PLAN.format(task=task, title="保障措施", again=again))
    assert ("conflicting-values" in told) is found


@pytest.mark.parametrize(
    ("title", "again", "found"),
    [
        ("资金保障", "县财政局落实民生实事资金26800万元，优先保障在建项目。", True),
        ("保障措施", "统筹各级资金，筹集民生实事资金2.68亿元。", True),
        ("资金保障", "县财政局落实民生实事资金28600万元，优先保障在建项目。", False),
        ("资金保障", "上半年落实民生实事资金12000万元。", False),
        ("资金保障", "其中县级落实民生实事资金9600万元。", False),
    ],
)
def test_the_money_set_aside_is_the_money_planned(title: str, again: str, found: bool) -> None:
    plan = (
        "云溪县2024年民生实事工作方案\n一、目标要求\n全年统筹安排民生实事资金28600万元。\n二、实事项目\n1.道路。新建公路30公里。\n"
        f"三、{title}\n{again}\n"
    )
    assert bool(errors(plan) & {"conflicting-values", "body-annex-conflict"}) is found


@pytest.mark.parametrize(
    ("cell", "found"),
    [("辅助器具570件", True), ("辅助器具750件", False), ("轮椅570件", False), ("辅助器具570人", False)],
)
def test_a_task_is_found_in_its_table_whatever_is_done_there(cell: str, found: bool) -> None:
    plan = (
        "云溪县2024年民生实事工作方案\n一、实事项目\n1.助残。发放辅助器具750件。\n2.道路。新建公路30公里。\n"
        f"附件：任务清单\n附件\n云溪县2024年民生实事任务清单\n序号\t事项\t任务\t牵头单位\n1\t助残\t{cell}\t县残联\n2\t道路\t新建公路30公里\t县交通局\n"
    )
    assert bool(errors(plan) & {"conflicting-values", "body-annex-conflict"}) is found


@pytest.mark.parametrize(
    ("again", "found"),
    [
        ("3个城市书房10月底前全部开放。", True),
        ("城市书房于10月底前全部建成开放。", True),
        ("城市书房10月底前全部投用。", True),
        ("3个城市书房8月底前全部开放。", False),
        ("首批城市书房6月底前开放。", False),
        ("3个城市书房5月底前全部开工。", False),
    ],
)
def test_what_opens_by_one_day_does_not_open_by_another(again: str, found: bool) -> None:
    text = PLAN.format(task="建成城市书房3个，8月底前全部开放。", title="推进安排", again=again)
    assert ("deadline-conflict" in errors(text)) is found


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("开工改造老旧小区24个，10月底前全部开工。", True),
        ("动工改造老旧小区24个，11月底前动工。", True),
        ("开工改造老旧小区24个，9月底前全部开工。", False),
        # To begin is no end of what is to be rebuilt.
        ("改造老旧小区24个，10月底前全部开工。", False),
        ("开工改造老旧小区24个，10月底前完成设计。", False),
    ],
)
def test_what_is_only_to_be_begun_has_the_day_on_which_it_begins(said: str, found: bool) -> None:
    plan = (
        f"云溪县2024年民生实事工作方案\n一、实事项目\n1.安居。{said}\n2.道路。新建公路30公里。\n附件：任务清单\n附件\n"
        "云溪县2024年民生实事任务清单\n序号\t任务\t年度目标\t牵头单位\t完成时限\n"
        "1\t老旧小区开工改造\t24个\t县住建局\t2024年9月底前\n2\t新建公路\t30公里\t县交通局\t2024年12月底前\n"
    )
    assert ("deadline-conflict" in errors(plan)) is found
