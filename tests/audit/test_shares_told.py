"""Shares that a higher document tells in its sentences or gives a day in its table, and what its rows say of all."""

import pytest
from test_mechanisms import errors

UPPER = (
    "东河县2025年重点民生工程工作要点\n一、就业方面\n全县城镇新增就业5800人以上，其中城关镇不少于1450人、石桥镇不少于620人。\n"
    "二、养老方面\n新建老年助餐点，其中城关镇不少于6个、石桥镇不少于4个，9月30日前投入运营。\n"
    "三、交通方面\n改建农村公路，其中石桥镇不少于18公里，10月31日前完工。\n"
)
GOOD = (
    "就业。城镇新增就业640人。",
    "养老。新建老年助餐点4个，9月20日前投入运营。",
    "交通。改建农村公路18公里，10月25日前完工。",
)


def plan(*items: str, place: str = "石桥镇") -> str:
    numbered = "\n".join(f"{number}.{item}" for number, item in enumerate(items, 1))
    return f"东河县{place}2025年重点民生工程实施方案\n一、重点任务\n{numbered}\n"


@pytest.mark.parametrize(
    ("items", "place", "found"),
    [
        (GOOD, "石桥镇", set()),
        ((GOOD[0].replace("640", "600"), *GOOD[1:]), "石桥镇", {"below-allocation"}),
        ((GOOD[0], GOOD[1].replace("4个", "3个"), GOOD[2]), "石桥镇", {"below-allocation"}),
        ((*GOOD[:2], GOOD[2].replace("10月25日", "11月25日")), "石桥镇", {"late-deadline"}),
        ((*GOOD[:2], "交通。农村公路列养率100%。"), "石桥镇", {"requirement-missing"}),
        # 城关镇 is a town by its name, as 石桥镇 is.
        ((GOOD[0].replace("640", "1400"), GOOD[1].replace("4个", "6个")), "城关镇", {"below-allocation"}),
        ((GOOD[0].replace("640", "1500"), GOOD[1].replace("4个", "5个")), "城关镇", {"below-allocation"}),
        # What is asked of another town is nothing for this one.
        ((GOOD[0].replace("640", "1500"), GOOD[1].replace("4个", "6个")), "城关镇", set()),
    ],
)
def test_a_share_told_in_a_sentence_is_that_of_the_place_it_names(
    items: tuple[str, ...], place: str, found: set[str]
) -> None:
    told = errors(plan(*items, place=place), UPPER)
    assert {rule for rule in told if rule != "target-dropped"} - {"requirement-missing"} == found - {
        "requirement-missing"
    }
    assert "requirement-missing" not in found or told


TABLE = (
    "南山市关于下达2024年民生实事目标任务的通知\n一、表一所列为分解到各县区的数量任务，不得调减。\n二、各县区要在3月底前印发本级实施方案。\n附件\n"
    "表一 数量任务分解\n序号\t任务\t单位\t全市\t东河县\t西河县\t完成时限\t牵头单位\n1\t老旧供热管网改造\t公里\t180\t48\t132\t10月15日前\t市城管局\n"
    "2\t新建老年助餐点\t个\t85\t20\t65\t10月底前\t市民政局\n表二 统一执行的标准\n序号\t领域\t指标\t执行要求\t牵头单位\n"
    "1\t救助\t城市低保标准\t每人每月不低于760元\t市民政局\n2\t救助\t城市特困人员基本生活标准\t不低于当地城市低保标准的1.3倍\t市民政局\n"
    "3\t养老\t80—89周岁老年人高龄津贴\t每人每月不低于60元\t市民政局\n"
)
HEAT = "供热管网改造。改造老旧供热管网48公里，10月10日前全部完工。"
MEALS = "老年助餐。10月底前新建老年助餐点20个，年底全县累计达到52个。"
AID = "困难群众救助。城市低保标准为每人每月780元，城市特困人员基本生活标准为每人每月1020元。"
AGES = "高龄津贴。80—89周岁老年人高龄津贴每人每月60元。"


@pytest.mark.parametrize(
    ("items", "found"),
    [
        ((HEAT, MEALS, AID, AGES), set()),
        ((HEAT.replace("10月10日", "10月31日"), MEALS, AID, AGES), {"late-deadline"}),
        ((HEAT, MEALS, AID.replace("1020", "1000"), AGES), {"derived-floor"}),
        ((HEAT, MEALS.replace("20个", "18个"), AID, AGES), {"below-allocation"}),
        ((HEAT, MEALS, AID, AGES.replace("60元", "50元")), {"below-floor"}),
    ],
)
def test_rows_of_the_tables_behind_a_letter(items: tuple[str, ...], found: set[str]) -> None:
    numbered = "\n".join(f"{number}.{item}" for number, item in enumerate(items, 1))
    assert errors(f"东河县2024年民生实事实施方案\n一、实事内容\n{numbered}\n", TABLE) == found


SHEET = (
    "东河县2024年民生实事任务清单\n序号\t领域\t实事名称\t目标任务\t完成时限\t责任单位\n1\t养老\t高龄津贴\t80—89周岁每人每月{told}元\t12月底前\t县民政局\n"
    "2\t住房\t供热管网改造\t改造老旧供热管网48公里\t10月10日前\t县城管局\n3\t养老\t老年助餐\t新建老年助餐点20个\t10月底前\t县民政局\n"
    "4\t救助\t困难群众救助\t城市低保标准每人每月780元，城市特困人员基本生活标准每人每月1020元\t12月底前\t县民政局\n"
)


@pytest.mark.parametrize(("told", "found"), [(50, {"below-floor"}), (60, set())])
def test_the_name_of_a_matter_says_what_its_cell_pays(told: int, found: set[str]) -> None:
    assert errors(SHEET.format(told=told), TABLE) == found


FUNDS = (
    "东河县2024年民生实事方案\n一、主要任务\n1.救助。做好补助发放。\n附表\n补助资金测算表\n补助项目\t对象数\t对象单位\t补助标准（元，分月发放的为每月）\t发放月数\t全年资金（万元）\n"
    "散居孤儿基本生活\t46\t人\t1300\t12\t{told}\n高龄津贴\t15\t人\t400\t12\t7.2\n90岁津贴\t740\t人\t120\t12\t106.56\n"
    "集中供养孤儿\t12\t人\t1680\t12\t24.19\n80岁津贴\t6200\t人\t50\t12\t372\n适老化改造\t480\t户\t3000\t一次性\t144\n"
)


@pytest.mark.parametrize(("told", "found"), [("76.71", True), ("71.76", False)])
def test_each_column_of_a_row_keeps_its_own_unit(told: str, found: bool) -> None:
    assert ("product-mismatch" in errors(FUNDS.format(told=told))) is found


OWN = "东河县2025年民生实事方案\n一、总体安排\n{ahead}\n二、重点任务\n1.养老助餐。9月20日前新建老年助餐点5个并投入运营。\n2.供水。更新管网6公里。\n"


@pytest.mark.parametrize(
    ("ahead", "found"),
    [
        ("年内新建老年助餐点4个，更新管网6公里，全部任务于11月底前完成。", True),
        ("年内新建老年助餐点5个，更新管网6公里，全部任务于11月底前完成。", False),
        # More by a later day.
        ("年内新建老年助餐点8个，更新管网6公里，全部任务于11月底前完成。", False),
    ],
)
def test_no_more_is_done_by_an_earlier_day_than_by_a_later_one(ahead: str, found: bool) -> None:
    assert ("conflicting-values" in errors(OWN.format(ahead=ahead))) is found


@pytest.mark.parametrize(
    ("words", "rule", "found"),
    [
        ("由柳树镇社会事务办逐月核对名单", "year-mismatch", True),
        ("由石桥镇社会事务办逐月核对名单", "year-mismatch", False),
        ("新建助餐点6，每点面积不少于60平方米", "missing-unit", True),
        ("新建助餐点6个，每点面积不少于60平方米", "missing-unit", False),
        ("全镇210户中，纳入收运体系的达到204户，覆盖率98.6%", "ratio-mismatch", True),
        ("全镇210户中，纳入收运体系的达到204户，覆盖率97.1%", "ratio-mismatch", False),
    ],
)
def test_what_a_township_tells(words: str, rule: str, found: bool) -> None:
    assert (rule in errors(plan(f"养老。发放高龄津贴，{words}。"))) is found


COUNTY = "东河县2024年民生实事方案\n东政办〔2024〕6号\n一、主要任务\n"


@pytest.mark.parametrize(
    ("words", "rule", "found"),
    [
        ("1.学位。新增学位420个，由三部分构成：新建幼儿园180个、改扩建150个、接收配套80个，8月31日前投入使用。", "parts-mismatch", True),
        ("1.学位。新增学位410个，由三部分构成：新建幼儿园180个、改扩建150个、接收配套80个，8月31日前投入使用。", "parts-mismatch", False),
        ("1.保障。县政府督查室于2023年11月底前对10件民生实事开展集中督查。", "year-mismatch", True),
        ("1.保障。县政府督查室于2024年11月底前对10件民生实事开展集中督查。", "year-mismatch", False),
        ("1.保障。2023年，县政府督查室于2023年11月底前对各项任务开展督查。", "year-mismatch", False),
        ("1.孤儿。集中养育孤儿每人每月不低于1600元，散居孤儿每人每月不低于1150。", "missing-unit", True),
        ("1.孤儿。集中养育孤儿每人每月不低于1600元，散居孤儿每人每月不低于1150元。", "missing-unit", False),
        ("1.解释。执行中的问题由西岩区民政局会同有关部门负责解释。", "year-mismatch", True),
        ("1.解释。执行中的问题由高新区民政局会同有关部门负责解释。", "year-mismatch", False),
        ("1.解释。执行中的问题由县民政局会同有关部门负责解释。", "year-mismatch", False),
        ("1.低保。散居孤儿基本生活保障标准为每人每月1180元。\n2.资金。散居孤儿基本生活保障标准按每人每月1150元。", "conflicting-values", True),
        ("1.低保。散居孤儿基本生活保障标准为每人每月1180元。\n2.资金。散居孤儿基本生活保障标准按每人每月1180元。", "conflicting-values", False),
    ],
)  # fmt: skip
def test_what_a_county_tells(words: str, rule: str, found: bool) -> None:
    assert (rule in errors(f"{COUNTY}{words}\n")) is found


SAME_KIND = "南山市2024年提标通知\n一、特困供养。特困人员基本生活标准不低于本县（区）公布的同类低保标准的1.3倍。\n"


@pytest.mark.parametrize(("paid", "found"), [(940, True), (970, False)])
def test_a_ratio_to_what_the_place_itself_has_made_known(paid: int, found: bool) -> None:
    text = f"东河县2024年提标通知\n一、低保。城市低保标准每人每月740元。\n二、特困供养。城市特困人员基本生活标准为每人每月{paid}元。\n"
    assert ("derived-floor" in errors(text, SAME_KIND)) is found


TOWNS = ("城厢街道", "渡口镇", "青杠镇", "磨盘镇", "龙洞乡", "花椒乡")


@pytest.mark.parametrize(("named", "found"), [("双桥镇", True), ("磨盘镇", False)])
def test_all_townships_listed_behind_their_number_in_brackets(named: str, found: bool) -> None:
    rows = "".join(f"{named if town == '磨盘镇' else town}\t{10 + n}\n" for n, town in enumerate(TOWNS))
    listed = f"实施范围为全县6个乡镇（街道），即{'、'.join(TOWNS)}。"
    text = f"{COUNTY}1.户厕。{listed}改造户厕75户。\n附件\n乡镇任务分解表\n乡镇\t改造户厕（户）\n{rows}合计\t75\n"
    assert ("place-mismatch" in errors(text)) is found


ROADS = "东河县2025年工作要点\n一、交通出行\n农村公路列养率达到100%，公交站点覆盖率达到80%以上。\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("公交站点覆盖率达到85%。本街道没有农村公路建设和管养任务。", False),
        ("公交站点覆盖率达到85%。", True),
        ("公交站点覆盖率达到85%。对没有完成任务的单位通报批评。", True),
        ("公交站点覆盖率达到85%。农村公路没有新增任务。", True),
    ],
)
def test_a_place_that_says_it_has_none_is_asked_for_no_figure_of_it(told: str, found: bool) -> None:
    text = f"东河县城东街道2025年民生工程任务书\n一、交通出行\n{told}\n"
    assert ("target-dropped" in errors(text, ROADS)) is found


def test_what_a_plan_has_a_figure_of_is_held_to_it_whatever_it_says_to_have_none_of() -> None:
    told = "公交站点覆盖率达到85%，农村公路列养率达到90%。本街道没有农村公路建设任务。"
    assert "below-floor" in errors(f"东河县城东街道2025年民生工程任务书\n一、交通出行\n{told}\n", ROADS)
