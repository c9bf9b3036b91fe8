"""Wholes and parts, totals and what restates them, in one line each: the case that is wrong beside the one that is right."""

from functools import cache

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

TITLE = "东河县2025年民生实事实施方案\n"


@cache
def _cards():
    return load_cards(()), load_catalogue()


def errors(plan: str) -> set[str]:
    cards, catalogue = _cards()
    plan = TITLE + plan.replace("|", "\t")
    return {f.rule for f in check_texts(plan, None, cards, catalogue) if f.severity in ("error", "warning")}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("城镇新增就业2400人以上，其中高校毕业生700人。", set()),
        ("今后五年，城镇新增就业累计1.2万人以上。", set()),
        ("“十四五”时期，全县累计城镇新增就业1.36万人。", set()),
        ("城镇新增就业2450人。", {"body-annex-conflict"}),
    ],
)
def test_the_total_of_a_table_restates_the_figure_of_its_own_year(words: str, found: set[str]) -> None:
    table = "东河县2025年任务分解表\n乡镇|城镇新增就业（人）\n城关镇|1400\n石桥镇|600\n柳林镇|400\n合计|2400\n"
    assert errors(f"1.促进就业。{words}\n{table}") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("防汛队伍桥头社区12人，全镇共42人。", set()),
        ("每村配备防汛器材，防汛队伍桥头社区为12人。", set()),
        ("防汛队伍人数48人。", {"body-annex-conflict"}),
    ],
)
def test_a_figure_of_one_row_is_no_total(words: str, found: set[str]) -> None:
    table = "东河县2025年任务分解表\n村（社区）|防汛队伍（人）|路灯（盏）\n桥头社区|12|40\n上坪村|15|35\n下坪村|15|30\n合计|42|105\n"
    assert errors(f"1.防汛抢险。{words}\n{table}") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("全县38所学校食堂（含幼儿园食堂15所）达标，其中6月30日前完成31所，8月31日前完成7所。", set()),
        ("全县38所学校食堂（含幼儿园食堂45所）达标。", {"part-exceeds-whole"}),
    ],
)
def test_parts_in_brackets_divide_otherwise_than_those_behind(words: str, found: set[str]) -> None:
    assert errors(f"1.校园食堂。{words}\n") == found


def test_notes_below_a_table_are_no_tasks() -> None:
    table = "东河县2025年民生实事进度表\n项目|目标（个）|完成（个）\n公厕|12|9\n食堂|8|6\n公园|5|4\n"
    notes = "注：1.十件民生实事总投资21942万元。\n2.完成率按年度计划计算。\n3.各项不重复。\n4.受益人口计划2.3万人。\n"
    assert "count-mismatch" not in errors(f"{table}{notes}")


BUDGET = (
    "1.资金保障。安排资金。\n东河县2025年民生支出预算表（单位：万元）\n科目|{former}|{present}|{change}|{growth}|{share}\n"
    "教育支出|8000|8800|800|10.0|44.0\n卫生健康支出|5000|5200|200|4.0|26.0\n社会保障支出|4000|4400|400|10.0|22.0\n"
    "农林水支出|2000|1600|-400|-20.0|8.0\n合计|19000|20000|1000|5.3|100.0\n"
)


@pytest.mark.parametrize(
    "heads",
    [
        ("2024年执行数", "2025年预算数", "增减额", "增减%", "占比%"),
        ("上年数", "本年数", "增减额", "增减（%）", "占比（%）"),
        ("上年预算", "本年预算", "比上年增减", "增长率%", "占总支出的%"),
    ],
)
def test_the_columns_of_a_budget_that_compares_two_years_are_no_sums(heads: tuple[str, ...]) -> None:
    names = dict(zip(("former", "present", "change", "growth", "share"), heads, strict=True))
    assert errors(BUDGET.format(**names)) == set()


LEFT = "1.推进项目。推进项目。\n东河县2025年项目进度表\n项目|{heads}\n渠道（公里）|{0}\n山塘（口）|{1}\n路灯（盏）|{2}\n泵站（座）|{3}\n"
RIGHT = ("36|27|9", "18|10|8", "450|470|0", "12|12|0")


@pytest.mark.parametrize("heads", ["年度目标|已完成|剩余任务", "计划数|完成数|未完成数", "今年目标|上半年完成|缺口"])
@pytest.mark.parametrize(
    ("row", "found"), [(None, set()), ("36|27|8", {"sum-mismatch"}), ("36|27|19", {"sum-mismatch"})]
)
def test_what_is_left_is_the_goal_less_what_is_done(heads: str, row: str | None, found: set[str]) -> None:
    rows = (row or RIGHT[0], *RIGHT[1:])
    assert errors(LEFT.format(*rows, heads=heads)) == found


def test_what_is_left_may_be_less_by_a_third_column() -> None:
    table = (
        "1.推进项目。推进项目。\n东河县2025年投资表（单位：万元）\n项目|总投资|累计完成投资|2025年计划投资|剩余投资\n"
        "渠道|1200|600|0|600\n山塘|800|300|0|500\n泵站|600|200|0|400\n水厂|900|300|250|350\n"
    )
    assert errors(table) == set()


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("孤儿|50|1500|90\n特困|300|1100|396\n低保|2000|500|640\n", set()),
        ("孤儿|50|1500|90\n特困|300|1100|369\n护理|2000|100|240\n", {"product-mismatch"}),
        ("孤儿|50|1500|90\n特困|300|1100|396\n护理|2000|100|240\n", set()),
        ("孤儿|50|1500|95\n特困|300|1100|369\n护理|2000|100|240\n", set()),
    ],
)
def test_two_rows_show_what_the_heads_say(rows: str, found: set[str]) -> None:
    table = f"1.社会救助。落实救助。\n东河县2025年资金测算表\n类别|对象（人）|月标准（元）|全年资金（万元）\n{rows}"
    assert errors(table) == found


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("渠道（公里）|36|27|75\n山塘（口）|18|9|60\n路灯（盏）|450|360|80\n", {"ratio-mismatch"}),
        ("渠道（公里）|36|27|75\n山塘（口）|18|9|50\n路灯（盏）|450|360|80\n", set()),
    ],
)
def test_a_rate_of_completion_is_shown_by_two_rows(rows: str, found: set[str]) -> None:
    assert errors(f"1.推进项目。推进项目。\n东河县2025年进度表\n项目|目标任务|已完成|完成率（%）\n{rows}") == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("12项实事全部开工，其中已完工2项、达到序时进度的7项、慢于序时进度的4项。", {"parts-mismatch"}),
        ("12项实事全部开工，其中已完工2项、达到序时进度的7项、慢于序时进度的3项。", set()),
        ("推进项目15个，其中新建项目6个，重点项目10个。", set()),
        ("培训1200人次，其中企业职工500、新市民300、学徒300、创业者200。", {"parts-mismatch"}),
        ("培训1200人次，其中企业职工500、新市民300、学徒200、创业者200。", set()),
        ("培训1200人次，其中企业职工500、新市民300。", set()),
        ("筛查9600人，每人140元，计134.4万元；管理2100人，计25.2万元；保健24万元。以上三项合计193.6万元。", {"parts-mismatch"}),
        ("筛查9600人，每人140元，计134.4万元；管理2100人，计25.2万元；保健24万元。以上三项合计183.6万元。", set()),
        ("下达资金总额陆仟肆佰万元整（6480万元）。", {"conflicting-values"}),
        ("下达资金总额陆仟肆佰捌拾万元整（6480万元），另有叁拾伍万元（350000元）。", set()),
        ("下达资金总额1250万元（大写：壹仟贰佰零伍万元整）。", {"conflicting-values"}),
        ("高血压患者1.2万人，规范管理8400人，规范管理率75%。", {"ratio-mismatch"}),
        ("高血压患者1.2万人，规范管理8400人，规范管理率70%。", set()),
        ("适龄儿童5200人，新增接种420人，接种率95%。", set()),
        ("年度投资3.6亿元，已完成投资2.8亿元，占年度计划的82%。", {"ratio-mismatch"}),
        ("建设日间照料中心3个（甲镇日间照料中心、乙镇日间照料中心）。", {"count-mismatch"}),
        ("建设日间照料中心2个（甲镇日间照料中心、乙镇日间照料中心）。", set()),
        ("建设日间照料中心3个（城镇、农村）。", set()),
        ("在城关镇、石桥镇、柳林镇5个乡镇改造渠道36公里。", set()),
        ("在城关镇、石桥镇、柳林镇4个乡镇改造渠道36公里。", {"count-mismatch"}),
        ("在城关镇、石桥镇、柳林镇等4个乡镇改造渠道36公里。", set()),
        ("设立6个专项小组，包括综合组、宣传组、督查组、项目组、资金组。", {"count-mismatch"}),
        ("设立6个专项小组，包括综合组、宣传组、督查组、项目组、资金组等。", set()),
    ],
)  # fmt: skip
def test_what_a_sentence_counts_divides_and_adds_up(words: str, found: set[str]) -> None:
    assert errors(f"1.推进工作。{words}\n") == found


@pytest.mark.parametrize(("fund", "found"), [("5200", set()), ("5300", {"sum-mismatch"})])
def test_rows_numbered_in_chinese_add_up_those_below(fund: str, found: set[str]) -> None:
    total = {"5200": "14000", "5300": "14100"}[fund]
    rows = f"一、教育|8000|8800\n学前|3000|3300\n义务|5000|5500\n二、卫生|5000|{fund}\n公卫|3000|3100\n救助|2000|2100\n"
    table = f"东河县2025年资金表\n科目|去年（万元）|今年（万元）\n{rows}合计|13000|{total}\n"
    assert errors(f"1.资金保障。安排资金。\n{table}") == found


@pytest.mark.parametrize(("goal", "found"), [(96, set()), (69, {"body-annex-conflict"})])
def test_this_years_goal_is_that_of_the_table(goal: int, found: set[str]) -> None:
    table = "东河县2025年进度表\n序号|实事名称|单位|年度目标|上半年完成\n1|农村公路提升|公里|96|48\n2|公厕改造|座|18|9\n3|路灯安装|盏|400|260\n"
    assert errors(f"一、总体情况\n{table}二、下一步安排\n（一）农村公路提升今年目标{goal}公里，要加快建设。\n") == found
