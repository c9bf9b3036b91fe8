"""What holds a figure to its standard and to itself, in one line each: the case that is wrong beside the one that is right."""

from functools import cache

import pytest

from engine.check import check_texts
from engine.judge.finding import Finding
from rules import load_cards
from standards.catalogue import load_catalogue


@cache
def _cards():
    return load_cards(()), load_catalogue()


def findings(plan: str, standard: str | None = None) -> list[Finding]:
    cards, catalogue = _cards()
    return list(check_texts(plan, standard, cards, catalogue))


def errors(plan: str, standard: str | None = None, *, warnings: bool = True) -> set[str]:
    levels = ("error", "warning") if warnings else ("error",)
    return {f.rule for f in findings(plan, standard) if f.severity in levels}


UPPER = (
    "南山市2024年民生实事实施方案\n一、主要任务\n1.促进就业。全市城镇新增就业900人。\n"
    "附件\n南山市2024年任务分解表\n县区\t城镇新增就业（人）\n东河县\t500\n西河县\t400\n合计\t900\n"
)


@pytest.mark.parametrize(("jobs", "found"), [(480, True), (500, False), (620, False)])
def test_a_plan_answers_for_the_share_that_the_annex_allots_to_its_place(jobs: int, found: bool) -> None:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.促进就业。城镇新增就业{jobs}人。\n"
    assert ("below-allocation" in errors(plan, UPPER)) is found


def test_a_place_without_a_share_is_not_held_to_the_total() -> None:
    plan = "北河县2024年民生实事实施方案\n一、主要任务\n1.促进就业。城镇新增就业100人。\n"
    assert "below-allocation" not in errors(plan, UPPER)


AGES = "1.老年人福利。80—99周岁老年人高龄津贴每人每月不低于50元，100周岁及以上老年人高龄津贴每人每月不低于300元。"


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        ("80—99周岁老年人高龄津贴每人每月50元，100周岁及以上老年人高龄津贴每人每月300元。", set()),
        ("80—89周岁老年人高龄津贴每人每月60元，90—99周岁老年人高龄津贴每人每月90元，100周岁及以上老年人高龄津贴每人每月300元。", set()),
        ("80—99周岁老年人高龄津贴每人每月50元，100周岁及以上老年人高龄津贴每人每月250元。", {"below-floor"}),
        ("85—99周岁老年人高龄津贴每人每月50元，100周岁及以上老年人高龄津贴每人每月300元。", {"scope-narrowed"}),
    ],
)  # fmt: skip
def test_ages_are_compared_by_their_ends(plan: str, found: set[str]) -> None:
    assert errors(f"1.老年人福利。{plan}", AGES) == found


TABLE = (
    "1.水利建设。改造渠道。\n东河县2024年任务分解表\n乡镇\t渠道（公里）\t山塘（口）\t泵站（座）\n{rows}合计\t{total}\n"
)
ROWS = "城关镇\t12\t5\t3\n石桥镇\t9\t4\t2\n柳林镇\t8\t6\t1\n大塘乡\t7\t3\t4\n青石乡\t6\t2\t1\n"


@pytest.mark.parametrize(
    ("rows", "total", "found"),
    [
        (ROWS, "42\t20\t11", False),
        (ROWS + "小计（乡）\t13\t5\t5\n", "42\t20\t11", False),
        (ROWS + "小计（乡）\t31\t5\t5\n", "42\t20\t11", True),
        (ROWS.replace("大塘乡\t7\t3\t4\n", ""), "42\t20\t11", True),
        (ROWS.replace("石桥镇\t9", "石桥镇\t19"), "42\t20\t11", True),
    ],
)
def test_subtotals_of_some_rows_and_rows_left_out(rows: str, total: str, found: bool) -> None:
    assert ("sum-mismatch" in errors(TABLE.format(rows=rows, total=total))) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("改造住房11860户，其中东片1320户、中片180户、西片360户。", True),
        ("改造住房1680户，其中东片1320户、中片180户、西片360户。", True),
        ("改造住房1860户，其中东片320户、中片180户、西片360户。", True),
        ("改造住房1860户，其中东片1320户、中片180户、西片360户。", False),
        ("改造住房1860户，其中东片420户、中片180户。", False),
        ("改造住房5000户，其中东片300户、中片200户。", False),
        ("新增高技能人才1200人，其中技师、高级技师分别为260人和90人。", False),
    ],
)
def test_parts_claim_to_be_all_where_one_slip_parts_them_from_the_whole(sentence: str, found: bool) -> None:
    assert bool({"parts-mismatch", "part-exceeds-whole"} & errors(f"1.住房改造。{sentence}")) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("应管理2.4万人，年内管理1.75万人，管理率为75%。", True),
        ("应管理2.4万人，年内管理1.8万人，管理率为75%。", False),
        ("计划改造管网98公里，截至3月底已完成12公里，占年度计划的15.2%。", True),
        ("计划改造管网98公里，截至3月底已完成12公里，占年度计划的12.2%。", False),
    ],
)
def test_a_share_follows_from_its_own_two_counts(sentence: str, found: bool) -> None:
    assert ("ratio-mismatch" in errors(f"1.公共服务。{sentence}")) is found


def test_a_stage_of_the_year_does_not_restate_the_task_of_the_year() -> None:
    plan = (
        "东河县2024年实施方案\n1.促进就业。城镇新增就业300人。\n附件\n东河县2024年任务分解表\n"
        "乡镇\t城镇新增就业一季度（人）\t城镇新增就业全年（人）\n城关镇\t40\t180\n石桥镇\t20\t120\n合计\t60\t300\n"
    )
    assert not {"body-annex-conflict", "conflicting-values"} & errors(plan)


def test_a_list_of_tasks_in_a_table_has_its_rows_for_items() -> None:
    plan = (
        "东河县2024年民生实事任务清单\n序号\t项目名称\t目标任务\t完成时限\t责任单位\n"
        "1\t加强养老服务\t完成适老化改造100户。\t2024年12月底\t县民政局\n"
        "2\t改造老旧小区\t改造城镇老旧小区5个。\t2024年9月底\t县住建局\n"
        "3\t加强法律援助\t办理法律援助案件80件。\t2024年11月底\t\n"
    )
    upper = "1.改造老旧小区。2024年6月底前改造城镇老旧小区40个。\n2.加强法律援助。办理法律援助案件500件。\n3.加强养老服务。完成适老化改造900户。"
    found = errors(plan, upper)
    assert {"late-deadline", "responsible-missing"} <= found
    assert "requirement-missing" not in found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("开展培训2400人次，比上年的2000人次增加400人次，增长20%。", set()),
        ("开展培训2400人次，比上年的2000人次增加300人次。", {"change-mismatch"}),
        ("开展培训2400人次，较去年的2000人次增加400人次，增长25%。", {"change-mismatch"}),
        ("农村低保标准提高到每人每年6000元，比2023年的5520元增加460元。", {"change-mismatch"}),
        ("城市低保标准由每人每月650元提高到700元，增加50元，增长9.7%。", {"change-mismatch"}),
        # Both figures are rounded ones: 6.6 % to 6.9 % may be meant.
        ("投入资金5.12亿元，较上年的4.8亿元增长6.8%。", set()),
        ("投入资金5.12亿元，较上年的4.8亿元增长8.6%。", {"change-mismatch"}),
        ("城镇新增就业3200人，比上年增加80人。", set()),
    ],
)
def test_growth_follows_from_the_figure_of_the_year_before(sentence: str, found: set[str]) -> None:
    assert errors(f"东河县2024年方案\n1.民生实事。{sentence}") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("护理型床位达到480张，占养老机构床位总数800张的60%。", False),
        ("护理型床位达到480张，占养老机构床位总数800张的65%。", True),
        ("更新立管9600户，占1.1万户的87%。", False),
        ("更新立管9600户，占1.1万户的78%。", True),
        ("全县老年人2.6万人，其中参加体检1.9万人，占74.3%。", False),
        ("新建绿道12公里，占地30亩，完成投资的60%。", False),
    ],
)
def test_a_share_follows_from_the_whole_behind_it(sentence: str, found: bool) -> None:
    assert ("ratio-mismatch" in errors(f"1.公共服务。{sentence}")) is found


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ("其中城镇130个、乡村200个", True),
        ("其中城镇150个、乡村310个", False),
        ("其中面向残疾人130个、面向退役军人80个", False),
        ("其中县内130个、县外200个", True),
    ],
)
def test_words_that_leave_nothing_outside_claim_to_be_all(parts: str, found: bool) -> None:
    assert ("parts-mismatch" in errors(f"1.就业。开发公益性岗位460个，{parts}。")) is found


def test_parts_may_be_told_in_a_sentence_of_their_own() -> None:
    whole = "1.资金。全年投入资金9.86亿元。其中，上级资金4.96亿元，县级资金3.9亿元，社会资本1.2亿元。"
    assert "part-exceeds-whole" in errors(whole) or "parts-mismatch" in errors(whole)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("修建产业路74公里、村组路128公里，共202公里。", False),
        ("修建产业路74公里、村组路128公里，共212公里。", True),
        ("新增学前学位540个、小学学位900个，共新增学位1440个。", False),
        ("新增学前学位540个、小学学位900个，共新增学位1540个。", True),
        ("新建站点12个、幸福院30个，共惠及8个乡镇。", False),
        ("免费检查6000人，其中宫颈癌检查6000人、乳腺癌检查6000人。", False),
    ],
)
def test_figures_that_are_added_up_behind_them(sentence: str, found: bool) -> None:
    assert bool({"parts-mismatch", "part-exceeds-whole"} & errors(f"1.建设。{sentence}")) is found


ITEMS = "1.就业。城镇新增就业50人。\n2.住房。改造住房30户。\n3.道路。改造道路12公里。\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("今年办好3件民生实事。", False),
        ("今年办好4件民生实事。", True),
        ("2023年，全县8件民生实事全部完成。", False),
        ("去年的8件民生实事如期办结。", False),
        ("按照市2024年12件民生实事部署，制定本方案。", False),
        ("全年承办为民办实事项目2类3项。", False),
        ("全年承办为民办实事项目2类4项。", True),
        ("全年办理民生实事3件，其中省级民生实事1件、市级民生实事2件。", False),
    ],
)
def test_only_a_plans_own_number_of_items_is_held_to_its_list(told: str, found: bool) -> None:
    assert ("count-mismatch" in errors(f"东河县2024年民生实事方案\n{told}\n一、主要任务\n{ITEMS}")) is found


def test_a_number_said_twice_is_one_finding() -> None:
    plan = f"东河县2024年4件民生实事方案\n今年办好4件民生实事。\n一、主要任务\n{ITEMS}"
    cards, catalogue = _cards()
    assert [f.rule for f in check_texts(plan, None, cards, catalogue)].count("count-mismatch") == 1


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        (["2340万元", "960万元", "126万元"], False),
        (["2340万元", "960万元"], False),
        (["2340万元", "2430万元"], False),
    ],
)
def test_the_fields_of_a_form_do_not_contradict_each_other(figures: list[str], found: bool) -> None:
    plan = "".join(f"项目{'甲乙丙'[n]}\n投资估算：{money}\n" for n, money in enumerate(figures))
    assert ("conflicting-values" in errors(plan)) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("农村公路列养率达到110%。", True),
        ("矛盾纠纷化解率达到102%。", True),
        ("学前教育毛入园率达到103%。", False),
        ("医院床位使用率控制在105%以内。", False),
        ("完成年度投资计划的112%。", False),
        ("城镇新增就业完成率达到106.7%。", False),
        ("开展青年见习160人，为年度目标的106.7%。", False),
        ("新增托位210个，占全年任务数的105%。", False),
        ("养老保险覆盖面达到目标人群的105%。", True),
        # Against what was planned, with the figure of the plan between.
        ("开展青年见习160人，为年度目标150人的106.7%。", False),
        ("新增托位210个，占全年任务数200个的105%。", False),
        ("今年投资覆盖项目12个，完成投资1.86亿元，为计划1.8亿元的103.3%。", False),
        ("养老保险覆盖面达到应参保人员3万人的105%。", True),
    ],
)
def test_a_rate_of_a_population_stays_within_its_bounds(sentence: str, found: bool) -> None:
    assert ("share-out-of-range" in errors(f"1.公共服务。{sentence}")) is found


@pytest.mark.parametrize(
    ("upper", "own", "found"),
    [
        ("公共充电桩服务收费不超过每度电0.9元", "公共充电桩服务收费每度电不超过0.7元", set()),
        ("公共充电桩服务收费不超过每度电0.9元", "公共充电桩服务收费每度电不超过1.1元", {"above-ceiling"}),
        ("公共充电桩服务收费不超过0.9元/度", "公共充电桩服务收费不超过1.1元/千瓦时", {"above-ceiling"}),
        ("公共充电桩服务收费不高于每度0.9元", "公共充电桩服务收费每度电0.8元", set()),
        # A year, whatever stands behind it.
        ("独生子女家庭补助每人600元/年度", "独生子女家庭补助每人每年600元", set()),
        ("独生子女家庭补助每人600元/年度", "独生子女家庭补助每人每年500元", {"below-floor"}),
        ("停车收费不超过每小时3元", "停车收费每小时不超过2元", set()),
        ("普惠托育收费标准每人每月1600元", "普惠托育收费标准每人每月1400元", set()),
        ("普惠托育收费标准每人每月1600元", "普惠托育收费标准每人每月1900元", {"above-ceiling"}),
        ("公租房租金标准为每平方米每月6元", "公租房租金标准为每平方米每月5元", set()),
        ("稻谷最低收购价格每斤1.4元", "稻谷最低收购价格每斤1.2元", {"below-floor"}),
        ("困难群众价格补贴每人每月60元", "困难群众价格补贴每人每月50元", {"below-floor"}),
    ],
)
def test_what_people_are_charged_may_be_less_and_not_more(upper: str, own: str, found: set[str]) -> None:
    above = f"南山市2024年民生实事实施方案\n一、主要任务\n1.便民服务。{upper}。\n"
    below = f"东河县2024年民生实事实施方案\n一、主要任务\n1.便民服务。{own}。\n"
    assert errors(below, above) & {"below-floor", "above-ceiling"} == found


def told(*lines: str, year: int = 2025) -> str:
    return f"东河县{year}年民生实事实施方案\n东政办〔{year}〕6号\n一、主要任务\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("lines", "rule", "found"),
    [
        # What is reached by a day divides the whole another way than its kinds.
        (("1.公路。改建公路88.5公里，其中县道26.3公里、村道62.2公里，6月底前完工35公里。",), "part-exceeds-whole", False),
        (("1.公路。改建公路88.5公里，其中县道26.3公里、村道72.2公里，6月底前完工35公里。",), "part-exceeds-whole", True),
        # So many months a year for each are how long the sum is paid.
        (("1.康复。救助130名，每人每年训练10个月，每人每月补助2000元，全年共需资金206万元。",), "product-mismatch", True),
        (("1.康复。救助130名，每人每年训练10个月，每人每月补助2000元，全年共需资金260万元。",), "product-mismatch", False),
        # The title says what a rate is of.
        (("1.农村生活污水治理", "全县共有行政村326个，累计完成治理153个，农村生活污水治理率达到49.6%。"), "ratio-mismatch", True),
        (("1.农村生活污水治理", "全县共有行政村326个，累计完成治理153个，农村生活污水治理率达到46.9%。"), "ratio-mismatch", False),
        # What is managed is what the plan does; what is looked back at is not.
        (("1.公路。改建公路88公里。", "二、工作要求", "对2024年民生实事逐项建立台账、按月调度。"), "year-mismatch", True),
        (("1.公路。改建公路88公里。", "二、工作要求", "将2024年10件民生实事纳入年度考核。"), "year-mismatch", True),
        (("1.公路。改建公路88公里。", "二、工作要求", "对2024年民生实事逐项开展绩效评价。"), "year-mismatch", False),
        (("1.公路。改建公路88公里。", "二、工作要求", "对2025年民生实事逐项建立台账。"), "year-mismatch", False),
        # A verb before 县 makes no county of it.
        (("1.养老。床位占比60%；改造县社会福利中心，建成照护机构1所。",), "year-mismatch", False),
        (("1.养老。床位占比60%；由西河县民政局牵头，建成照护机构1所。",), "year-mismatch", True),
        # A number in the middle of a sentence lost its unit too.
        (("1.文化。开展送戏下乡260，做到村村覆盖。",), "missing-unit", True),
        (("1.文化。开展送戏下乡260场，做到村村覆盖。",), "missing-unit", False),
    ],
)  # fmt: skip
def test_what_is_told_in_a_sentence(lines: tuple[str, ...], rule: str, found: bool) -> None:
    assert (rule in errors(told(*lines))) is found


TOWNS = "乡镇\t改造户厕（户）\n城关镇\t40\n石桥镇\t30\n柳庄镇\t30\n白潭镇\t20\n渡口镇\t20\n沙岗乡\t10\n合计\t150\n"


@pytest.mark.parametrize(("words", "found"), [("在县城和镇区", False), ("在城和镇", False), ("在城东镇", True)])
def test_words_that_only_join_make_no_name_of_a_township(words: str, found: bool) -> None:
    text = told(f"1.公园。{words}新建口袋公园6个。", f"附件\n乡镇任务表\n{TOWNS}")
    assert ("place-mismatch" in errors(text)) is found
