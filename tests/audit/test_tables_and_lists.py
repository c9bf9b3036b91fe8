"""Tables that say no word of adding up, lists without names, figures of another level: wrong beside right."""

import pytest
from test_mechanisms import errors


def plan_with(table: str, sentence: str = "1.民生实事。办好民生实事。") -> str:
    return f"东河县2024年民生实事实施方案\n{sentence}\n附件\n东河县2024年资金安排表\n{table}"


FUNDS = (
    "项目\t总投资（万元）\t上级资金（万元）\t县级资金（万元）\n路灯更换\t1280\t700\t580\n供水管网\t9800\t5800\t4000\n"
    "校舍改造\t7600\t4560\t3040\n公交一体化\t{bus}\t1200\t1800\n"
)


@pytest.mark.parametrize(("bus", "found"), [("2900", True), ("3000", False)])
def test_a_column_that_adds_up_those_behind_it_in_all_other_rows(bus: str, found: bool) -> None:
    assert ("sum-mismatch" in errors(plan_with(FUNDS.format(bus=bus)))) is found


def test_columns_that_seldom_add_up_are_left_alone() -> None:
    table = "项目\t总投资（万元）\t上年（万元）\t今年（万元）\n路灯更换\t1280\t700\t580\n供水管网\t9900\t5800\t4000\n校舍改造\t7700\t4560\t3040\n"
    assert "sum-mismatch" not in errors(plan_with(table))


RAISED = (
    "项目\t上年标准（元/人/月）\t今年标准（元/人/月）\t提高幅度（%）\n城市低保\t720\t760\t5.6\n农村低保\t560\t590\t5.4\n"
    "散居孤儿\t1350\t1400\t3.7\n高龄津贴\t50\t60\t{rate}\n"
)


@pytest.mark.parametrize(("rate", "found"), [("25.0", True), ("20.0", False)])
def test_growth_in_a_column_follows_from_the_two_standards(rate: str, found: bool) -> None:
    assert ("ratio-mismatch" in errors(plan_with(RAISED.format(rate=rate)))) is found


MARKET = "1.农贸市场改造项目。改造农贸市场6家；总投资2860万元。"
LISTED = "项目名称\t建设规模（家）\t总投资（万元）\n农贸市场改造项目\t{count}\t{money}\n"


@pytest.mark.parametrize(("count", "money", "found"), [("6", "2860", False), ("6", "2960", True), ("8", "2860", True)])
def test_a_row_named_after_an_item_repeats_its_figures(count: str, money: str, found: bool) -> None:
    table = LISTED.format(count=count, money=money)
    assert bool({"body-annex-conflict", "conflicting-values"} & errors(plan_with(table, MARKET))) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("全市城镇新增就业3.6万人，我县承担4800人。", False),
        ("全县城镇新增就业3.6万人。", True),
    ],
)
def test_the_total_of_the_level_above_is_none_of_the_plan(sentence: str, found: bool) -> None:
    plan = (
        f"东河县2024年民生实事实施方案\n1.促进就业。{sentence}\n附件\n东河县2024年任务分解表\n"
        "乡镇\t城镇新增就业（人）\n城关镇\t3000\n石桥镇\t1800\n合计\t4800\n"
    )
    assert bool({"body-annex-conflict", "conflicting-values"} & errors(plan)) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("加装电梯45部，涉及西园街道18部、东山街道12部、桥北街道17部。", True),
        ("加装电梯47部，涉及西园街道18部、东山街道12部、桥北街道17部。", False),
        ("全年资金8600万元：区级财政5200万元，市级补助2600万元，社会资本900万元。", True),
        ("全年资金8700万元：区级财政5200万元，市级补助2600万元，社会资本900万元。", False),
        ("老年人助餐每人每餐补贴4元，其中失能老人6元。", False),
    ],
)
def test_an_itemisation_behind_its_whole_adds_up_to_it(sentence: str, found: bool) -> None:
    assert bool({"parts-mismatch", "part-exceeds-whole"} & errors(f"1.民生实事。{sentence}")) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("全年资金8600万元，其中区级5800万元、市级2800万元，较上年7500万元增长14.7%。", False),
        ("农村低保由520元/月提高至550元/月，提高幅度6.8%。", True),
        ("农村低保由520元/月提高至550元/月，提高幅度5.8%。", False),
    ],
)
def test_growth_is_that_of_the_whole_and_under_any_name(sentence: str, found: bool) -> None:
    assert ("change-mismatch" in errors(f"东河县2024年方案\n1.资金。{sentence}")) is found


MAINTAINED = "1.公路养护。县道、乡道、村道养护补助标准分别为每公里每年1.2万元、0.6万元、0.3万元。"


@pytest.mark.parametrize(
    ("amounts", "found"), [("1.2万元、0.6万元、0.3万元", False), ("1.2万元、0.5万元、0.3万元", True)]
)
def test_a_list_without_names_answers_in_its_order(amounts: str, found: bool) -> None:
    plan = f"1.公路养护。养护县道8公里、乡道22公里、村道75公里，按每公里每年{amounts}补助。"
    assert bool({"below-floor", "fixed-differs"} & errors(plan, MAINTAINED)) is found


TIERS = "1.高龄津贴。80至89周岁每人每月不低于80元，90至99周岁每人每月不低于150元，百岁以上每人每月不低于500元。"


@pytest.mark.parametrize(("nineties", "found"), [(150, False), (145, True)])
def test_each_tier_of_ages_is_held_to_its_own(nineties: int, found: bool) -> None:
    plan = f"1.高龄津贴。80至89岁每人每月80元，90至99岁每人每月{nineties}元，百岁以上每人每月500元。"
    assert errors(plan, TIERS) == ({"below-floor"} if found else set())


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("11月31日", True), ("13月底", True), ("2024年0月末", True), ("2024.6.31", True),
        ("11月30日", False), ("2月29日", False), ("12月底", False), ("2024.6.30", False), ("第13个月", False),
    ],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_damage(day: str, found: bool) -> None:
    from test_mechanisms import _cards

    from engine.check import check_texts

    plan = f"东河县2024年方案\n1.住房。改造老旧小区3个，{day}前完成。"
    assert ("garbled-text" in {f.rule for f in check_texts(plan, None, *_cards())}) is found


TASKS = (
    "序号\t项目名称\t建设规模（个）\t完成时限\t责任单位\n1\t社区食堂\t12\t2024年9月\t县民政局\n2\t老旧小区改造\t8\t{month}\t县住建局\n"
    "3\t口袋公园\t6\t2024年8月\t{office}\n4\t乡镇卫生院\t4\t2024年11月\t县卫健局\n5\t农贸市场\t5\t2024年10月\t县商务局\n"
)


@pytest.mark.parametrize(
    ("month", "office", "found"),
    [
        ("2024年10月", "县城管局", set()),
        ("2024年10月", "", {"responsible-missing"}),
        ("2023年10月", "县城管局", {"year-mismatch"}),
    ],
)
def test_a_blank_office_and_last_years_date_in_an_annex(month: str, office: str, found: set[str]) -> None:
    plan = plan_with(
        TASKS.format(month=month, office=office), "1.民生实事。办好民生实事，城镇新增就业100人。（责任单位：县人社局）"
    )
    assert errors(plan) & {"responsible-missing", "year-mismatch"} == found


TERMS = (
    "序号\t{head}\t完成时限\t责任单位\n1\t社区食堂建设\t2024年9月\t县民政局\n2\t护理员岗前培训\t2024年6月\t{office}\n"
    "3\t口袋公园建设\t2024年8月\t县城管局\n4\t农贸市场改造\t2024年10月\t县商务局\n"
)


@pytest.mark.parametrize(
    ("head", "office", "found"),
    [
        ("工作任务", "", True),
        ("重点工作内容", "", True),
        ("工作事项", "", True),
        ("工作任务", "县人社局", False),
        ("时间", "", False),
    ],
)
def test_a_blank_office_in_a_table_of_terms(head: str, office: str, found: bool) -> None:
    plan = plan_with(
        TERMS.format(head=head, office=office), "1.民生实事。办好民生实事，城镇新增就业100人。（责任单位：县人社局）"
    )
    assert ("responsible-missing" in errors(plan)) is found


GROUPED = (
    "序号 乡镇 修缮 重建 合计\n户数 补助资金（万元） 户数 补助资金（万元） 总户数 补助资金（万元）\n"
    "1 城关镇 1 0.8 2 4.4 3 5.2\n2 石桥镇 2 1.6 2 4.4 4 {money}\n3 柳林乡 1 0.8 1 2.2 2 3.0\n"
    "4 云岭乡 1 0.8 2 4.4 {households} 5.2\n5 沙河镇 3 2.4 1 2.2 4 4.6\n合计 8 6.4 8 17.6 {total} 24.0\n"
)


@pytest.mark.parametrize(
    ("money", "households", "total", "found"),
    [
        ("6.0", "3", "16", set()),
        ("6.0", "3", "17", {"sum-mismatch"}),
        ("6.0", "4", "17", {"sum-mismatch"}),  # a row of the group 合计 that its other groups do not make
        ("9.0", "3", "16", {"sum-mismatch"}),
    ],
)
def test_columns_in_groups_beside_a_group_that_adds_them_up(
    money: str, households: str, total: str, found: set[str]
) -> None:
    table = GROUPED.format(money=money, households=households, total=total)
    assert {"sum-mismatch", "product-mismatch"} & errors(plan_with(table)) == found


COUNTED = (
    "乡镇\t户数（户）\t补助{name}（万元）\t资金（万元）\n"
    "城关镇\t3\t2.1\t6.3\n石桥镇\t4\t2.1\t8.4\n柳林乡\t1\t2.1\t2.1\n云岭乡\t5\t1.8\t{money}\n"
)


@pytest.mark.parametrize(
    ("name", "money", "found"), [("标准", "9.0", False), ("标准", "9.5", True), ("资金", "9.5", False)]
)
def test_a_sum_of_money_is_no_price(name: str, money: str, found: bool) -> None:
    assert ("product-mismatch" in errors(plan_with(COUNTED.format(name=name, money=money)))) is found
