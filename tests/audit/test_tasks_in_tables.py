"""A notice in front of a table of tasks: what its rows do and by when, what of it binds, and what only says how work is led."""

import pytest
from test_mechanisms import errors

from engine.check import document_of, read_plan_text
from engine.resolve.resolver import Resolver
from standards.catalogue import load_catalogue

HEAD = "序号\t实事名称\t目标任务\t全市数量\t一季度\t四季度\t牵头单位\n"
ROWS = (
    "1\t文化惠民\t开展送戏下乡演出\t1200场\t累计150场\t累计1200场\t市文旅局\n"
    "2\t食品安全抽检\t食品抽检合格率不低于98%，不合格食品核查处置率100%\t—\t20%\t100%\t市市场监管局\n"
    "3\t学位供给\t新增公办学位，8月底前投入使用\t9600个\t开工\t投用\t市教育局\n"
    "4\t户厕改造\t改造农村户厕，每户财政补助不超过2000元\t8000户\t摸底\t累计8000户\t市农业农村局\n"
)
SHARES = (
    "附件2\n分县任务表\n县区\t送戏下乡（场）\t公办学位（个）\t户厕改造（户）\n"
    "东河县\t300\t1500\t2000\n西河县\t900\t8100\t6000\n全市\t1200\t9600\t8000\n"
)
UPPER = (
    "南山市关于印发2024年民生实事责任分解方案的通知\n各县人民政府：\n现将方案印发给你们，请落实。\n"
    "一、明确责任。各县对任务负总责，附件1所列标准应当执行。\n"
    "二、严格标准。各县完成数不得低于附件2所列数量。\n三、加强调度。各县每季度末报送进度。\n附件：1.责任分解表\n2.分县任务表\n"
    f"附件1\n责任分解表\n{HEAD}{ROWS}{SHARES}"
)


def plan(*items: str) -> str:
    numbered = "\n".join(f"{number}.{item}" for number, item in enumerate(items, 1))
    return f"东河县2024年民生实事实施方案\n一、主要任务\n{numbered}\n"


CULTURE = "文化惠民。开展送戏下乡演出310场。"
FOOD = "食品安全抽检。食品抽检合格率不低于98.5%，不合格食品核查处置率100%。"
SCHOOLS = "学位供给。新增公办学位1560个，8月20日前投入使用。"
TOILETS = "户厕改造。改造农村户厕2100户，每户财政补助1900元。"


@pytest.mark.parametrize(
    ("items", "rule"),
    [
        ((CULTURE, FOOD, SCHOOLS, TOILETS), None),
        # Rates and caps of the table bind; what is reached by each quarter is asked of nobody.
        ((CULTURE, FOOD.replace("98.5", "97"), SCHOOLS, TOILETS), "below-floor"),
        ((CULTURE, FOOD, SCHOOLS, TOILETS.replace("1900", "2100")), "above-ceiling"),
        ((CULTURE, FOOD, SCHOOLS.replace("8月20日", "9月底"), TOILETS), "late-deadline"),
        ((CULTURE.replace("310", "280"), FOOD, SCHOOLS, TOILETS), "below-allocation"),
        ((FOOD, SCHOOLS, TOILETS), "requirement-missing"),
    ],
)
def test_what_a_table_of_tasks_behind_a_notice_asks(items: tuple[str, ...], rule: str | None) -> None:
    found = errors(plan(*items), UPPER)
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("cells", "label", "deadline"),
    [
        ("就业培训\t开展补贴性职业技能培训\t5200人次", "补贴性职业技能培训", None),
        ("粮食产能\t新建高标准农田，亩均投入不低于2400元\t8000亩", "新建高标准农田", None),
        ("扩充学位\t新增公办学位，8月底前投入使用\t1560个", "新增公办学位", "2024-08"),
        # What names nothing, or tells of several things, leaves the row its own name.
        ("农村公路\t新改建里程\t78公里", "农村公路", None),
        ("养老服务\t提升服务水平\t12个", "养老服务", None),
        ("社区建设\t完善设施，改造广场，新建步道\t12个", "社区建设", None),
        ("清洁取暖\t力争应改尽改\t460户", "清洁取暖", None),
    ],
)
def test_the_words_of_its_task_name_the_figure_of_a_row(cells: str, label: str, deadline: str | None) -> None:
    rows = f"1\t{cells}\t县甲局\n2\t道路照明\t安装路灯\t180盏\t县乙局\n3\t供水\t更新管网\t12公里\t县丙局\n"
    text = f"东河县2024年民生实事任务表\n序号\t实事名称\t目标任务\t年度数量\t责任单位\n{rows}"
    extraction = read_plan_text(document_of(text, "plan"), Resolver(load_catalogue()))
    found = next(c for c in extraction.commitments if c.id == "t1.1")
    assert (found.label, found.deadline) == (label, deadline)


SHEET = (
    "东河县2024年民生实事方案\n一、主要任务\n1.就业服务。全年组织补贴性职业技能培训{told}人次。\n2.养老服务。新建助餐点12个。\n附件\n责任分解表\n"
    "序号\t实事\t目标要求\t全年数量\t牵头单位\n1\t提升劳动者技能\t开展补贴性职业技能培训\t5200人次\t县人社局\n2\t老有所养\t新建助餐点\t12个\t县民政局\n"
)


@pytest.mark.parametrize(("told", "found"), [(5400, True), (5200, False)])
def test_the_text_and_the_row_of_a_task_give_one_figure(told: int, found: bool) -> None:
    assert bool({"body-annex-conflict", "conflicting-values"} & errors(SHEET.format(told=told))) is found


LATER = "南山市2024年民生实事方案\n一、主要任务\n1.居民医保。2025年度城乡居民医保个人缴费标准为每人400元。\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("2025年度城乡居民医保个人缴费标准为每人380元", True),
        ("2025年度城乡居民医保个人缴费标准为每人400元", False),
        # This year's is another year's.
        ("城乡居民医保个人缴费标准为每人380元", False),
    ],
)
def test_what_both_settle_for_a_later_year_is_compared(told: str, found: bool) -> None:
    text = f"东河县2024年民生实事方案\n一、主要任务\n1.居民医保。{told}。\n"
    assert bool({"below-floor", "fixed-differs"} & errors(text, LATER)) is found


EACH = "南山市2024年民生实事方案\n一、主要任务\n1.托育服务。全市新增普惠性托位3600个，{each}建成1所综合托育中心，9月底前投入使用。\n"


@pytest.mark.parametrize(("each", "found"), [("每个县至少", False), ("同步", True)])
def test_a_day_for_what_each_place_builds_is_not_that_of_the_total(each: str, found: bool) -> None:
    text = "东河县2024年民生实事方案\n一、主要任务\n1.托育服务。新增普惠性托位420个，12月底前完成。建成1所综合托育中心，8月底前投入使用。\n"
    assert ("late-deadline" in errors(text, EACH.format(each=each))) is found
