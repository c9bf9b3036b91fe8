"""What answers together, apart or in turn: tiers by age, pieces of a share, benefits counted, years, ratios of two sides."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()
CITY = "安岚市2024年民生实事实施方案\n"
COUNTY = "青溪县2024年民生实事实施方案\n"


def found(plan: str, upper: str) -> list[str]:
    conformance = {c.id for c in CARDS if c.group == "conformance"}
    findings = check_texts(COUNTY + plan, CITY + upper, CARDS, CATALOGUE)
    return [f.rule for f in findings if f.rule in conformance and f.severity != "note"]


MEALS = "1.助餐。就餐补贴65—79周岁每餐不低于2元、80周岁以上每餐不低于4元；食堂监管覆盖率100%。"


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        ("就餐补贴65—79周岁每人每餐2元、80—89周岁每人每餐4元、90周岁以上每人每餐5元", []),
        ("给予65—79周岁老年人每餐2元、80周岁以上老年人每餐4元补贴", []),
        ("就餐补贴65—79周岁每人每餐2元、80—89周岁每人每餐3元、90周岁以上每人每餐5元", ["below-floor"]),
        ("就餐补贴65—79周岁每人每餐1元、80周岁以上每人每餐4元", ["below-floor"]),
    ],
)
def test_tiers_answer_by_their_ages(plan: str, rules: list[str]) -> None:
    assert found(f"1.社区助餐。{plan}；食堂监管覆盖率100%。", MEALS) == rules


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        ("困难残疾人生活补贴、重度残疾人护理补贴均为每人每月115元", []),
        ("残疾人两项补贴每人每月115元", []),
        ("困难残疾人生活补贴每人每月115元、重度残疾人护理补贴每人每月105元", ["below-floor"]),
        ("重度残疾人护理补贴每人每月115元", ["target-dropped"]),
    ],
)
def test_benefits_that_the_upper_document_counts(plan: str, rules: list[str]) -> None:
    upper = "1.助残。改造无障碍家庭160户；残疾人两项补贴标准不低于每人每月110元。"
    assert found(f"1.助残。改造无障碍家庭16户；{plan}。", upper) == rules


def shared(task: str, head: str, mine: int) -> str:
    return f"1.任务。{task}。\n附件\n任务分解表\n县区\t{head}\n云台县\t40\n青溪县\t{mine}\n合计\t{40 + mine}"


@pytest.mark.parametrize(
    ("plan", "task", "head", "mine", "rules"),
    [
        ("新建公办幼儿园1所，改扩建公办幼儿园2所", "新建、改扩建公办幼儿园43所", "公办幼儿园（所）", 3, []),
        ("新建公办幼儿园1所，改扩建公办幼儿园1所", "新建、改扩建公办幼儿园43所", "公办幼儿园（所）", 3, None),
        ("安装太阳能路灯80盏、普通路灯40盏", "安装路灯160盏", "路灯安装（盏）", 120, []),
        ("安装太阳能路灯80盏、普通路灯30盏", "安装路灯160盏", "路灯安装（盏）", 120, None),
        ("安装路灯110盏，其中太阳能路灯80盏", "安装路灯160盏", "路灯安装（盏）", 120, None),
        ("新建农村公路10公里，改建农村公路20公里", "新改建农村公路70公里", "农村公路（公里）", 30, []),
    ],
)
def test_pieces_of_a_share(plan: str, task: str, head: str, mine: int, rules: list[str] | None) -> None:
    wanted = found(f"1.任务。{plan}。", shared(task, head, mine))
    assert wanted == rules if rules is not None else set(wanted) == {"below-allocation"}


YEARS = "1.养老。到2026年底，护理型床位占比不低于65%。2024年底前，护理型床位占比不低于60%。"


@pytest.mark.parametrize(
    ("plan", "upper", "rules"),
    [
        ("1.养老。护理型床位占比由58%提高到62%。到2026年底，护理型床位占比达到66%。", YEARS, []),
        ("1.养老。护理型床位占比由55%提高到58%。到2026年底，护理型床位占比达到66%。", YEARS, ["below-floor"]),
        ("1.养老。到2026年底，护理型床位占比达到66%。", YEARS, ["late-deadline"]),
        # A share is counted when the year ends, whatever day all works have to be done by.
        (
            "1.建档。到2024年底居民电子健康档案建档率达到95%。",
            "1.建档。居民电子健康档案建档率不低于92%。\n二、要求\n各项任务2024年12月15日前完成。",
            [],
        ),
        (
            "1.改厕。12月20日前改造户厕300户。",
            "1.改厕。改造户厕2000户。\n二、要求\n各项任务2024年12月15日前完成。",
            ["late-deadline"],
        ),
    ],
)
def test_each_year_answers_for_itself(plan: str, upper: str, rules: list[str]) -> None:
    assert found(plan, upper) == rules


@pytest.mark.parametrize(
    "ratio",
    [
        "城市、农村特困人员基本生活标准分别不低于当地城市、农村低保标准的1.3倍",
        "城乡特困人员基本生活标准分别不低于当地城乡低保标准的1.3倍",
        "特困人员基本生活标准按照城市、农村低保标准的1.3倍确定",
        "特困人员基本生活标准按不低于当年城乡低保标准的1.3倍确定",
        "特困人员基本生活标准不低于低保标准的1.3倍",
    ],
)
@pytest.mark.parametrize(("urban", "rural"), [(988, 832), (975, 832), (988, 825), (975, 825)])
def test_ratios_of_both_sides(ratio: str, urban: int, rural: int) -> None:
    plan = (
        "1.救助。城市低保标准由每人每月730元提高到760元，农村低保标准由每人每月600元提高到640元，"
        f"城市特困人员基本生活标准由每人每月949元提高到{urban}元，农村特困人员基本生活标准由每人每月780元提高到{rural}元。"
    )
    upper = f"1.救助。城市低保标准不低于每人每月740元，农村低保标准不低于每人每月620元；{ratio}。"
    assert found(plan, upper) == ["derived-floor"] * ((urban < 988) + (rural < 832))


@pytest.mark.parametrize(
    "aside", ["为上年的112%", "与上年持平", "不低于上年水平", "为去年的1.2倍", "保持上年规模", "上年结转资金一并使用"]
)
def test_what_is_compared_with_last_year_is_told_of_this_one(aside: str) -> None:
    plan = f"1.法律援助。办理法律援助案件540件，{aside}；“12348”热线接通率不低于96%。"
    assert found(plan, "1.法律援助。“12348”热线接通率不低于95%。") == []
    assert found(plan, "1.法律援助。“12348”热线接通率不低于97%。") == ["below-floor"]


def test_both_payers_of_an_insurance_are_known_beside_each_other() -> None:
    upper = "1.医保。居民医保财政补助标准不低于每人每年640元，居民医保个人缴费标准不低于每人每年380元。"
    plan = "1.城乡居民医疗保障。财政补助标准每人每年{}元，个人缴费标准每人每年{}元。"
    assert found(plan.format(640, 380), upper) == []
    assert found(plan.format(630, 380), upper) == ["below-floor"]
    assert found(plan.format(640, 370), upper) == ["below-floor"]


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        ("5月底前全部开工", []),
        ("全部如期开工", []),
        ("开工率100%", []),
        ("开工率95%", ["below-floor"]),
        ("加快开工建设", ["target-dropped"]),
    ],
)
def test_a_share_of_all_may_be_promised_in_words(plan: str, rules: list[str]) -> None:
    upper = "1.老旧小区改造。老旧小区改造项目开工率100%；居民满意率不低于90%。"
    assert found(f"1.老旧小区改造。居民满意率达到92%，项目{plan}。", upper) == rules


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        ("护理补贴一级每人每月130元、二级每人每月105元", []),
        ("护理补贴一级每人每月130元、二级每人每月85元", ["below-floor"]),
        ("护理补贴一级每人每月130元", ["scope-narrowed"]),
    ],
)
def test_grades_that_one_sentence_gives_leave_nobody_out(plan: str, rules: list[str]) -> None:
    assert found(f"1.助残。重度残疾人{plan}。", "1.助残。重度残疾人护理补贴标准不低于每人每月90元。") == rules


def test_the_rest_that_follows_later_moves_no_day_of_what_is_told_before() -> None:
    plan = "1.照明。教室照明改造320间，教室照明达标率达到80%，其余80间于2025年6月底前完成。"
    assert found(plan, "1.照明。2024年教室照明达标率不低于80%。") == []


GOAL = "1.照明。到2025年底，教室照明达标率达到100%；2024年教室照明达标率不低于80%。\n二、任务分工\n各项任务于2024年11月30日前完成。"


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        ("教室照明达标率达到80%", []),
        ("教室照明达标率达到75%", ["below-floor"]),
        ("2024年11月20日前教室照明达标率达到80%", []),
        ("2024年12月10日前教室照明达标率达到80%", ["late-deadline"]),
    ],
)
def test_the_day_of_all_tasks_is_not_that_of_a_later_year(plan: str, rules: list[str]) -> None:
    assert found(f"1.照明。{plan}。", GOAL) == rules


def test_payments_in_one_line_keep_their_own_names() -> None:
    upper = "1.资助。学前教育资助标准不低于每生每年1000元；家庭经济困难寄宿生生活补助标准小学不低于每生每年1250元、初中不低于每生每年1500元。"
    plan = "1.资助。学前教育资助标准每生每年1000元；家庭经济困难寄宿生生活补助小学每生每年1250元、初中每生每年{}元。"
    assert found(plan.format(1500), upper) == []
    assert found(plan.format(1400), upper) == ["below-floor"]
