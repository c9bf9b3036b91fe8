"""What names a figure may stand in another part of its item; what stands behind it is said of others."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()
CONFORMANCE = {c.id for c in CARDS if c.group == "conformance"}
CITY = "安岚市2026年民生实事实施方案\n"
COUNTY = "青溪县2026年民生实事实施方案\n"
PENSION = "1.城乡居民养老保险。城乡居民养老保险参保率达到94%以上。"
MEDICINE = "1.残疾人康复。贫困精神残疾人药费补助每人每年1200元。"
BEDS = "1.养老服务。全市新增护理型养老床位1300张。\n2.医疗服务。市中医院迁建工程6月底前投用，新增床位300张。"


def found(plan: str, upper: str) -> list[str]:
    findings = check_texts(COUNTY + plan, CITY + upper, CARDS, CATALOGUE)
    return sorted({f.rule for f in findings if f.rule in CONFORMANCE and f.severity != "note"})


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        ("1.城乡居民养老保险。参保率达到95%以上，困难群众参保率100%。", []),
        ("1.城乡居民养老保险。参保率达到95%以上；脱贫人口应保尽保。", []),
        ("1.城乡居民养老保险。参保率达到92%以上，困难群众参保率100%。", ["below-floor"]),
    ],
)
def test_what_is_said_behind_a_figure_is_of_others(plan: str, rules: list[str]) -> None:
    assert found(plan, PENSION) == rules


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        ("（一）目标任务。为96名贫困精神残疾人发放药费补助。\n（二）补助标准。药费补助每人每年1200元。", []),
        (
            "（一）目标任务。为96名贫困精神残疾人发放药费补助。\n（二）补助标准。药费补助每人每年900元。",
            ["below-floor"],
        ),
        ("（一）目标任务。为96名贫困精神残疾人发放药费补助。\n（二）补助标准。按月足额发放。", ["requirement-missing"]),
        # Another medicine is another's.
        (
            "（一）目标任务。为96名慢性病患者发放药费补助。\n（二）补助标准。药费补助每人每年1200元。",
            ["requirement-missing"],
        ),
    ],
)
def test_whose_a_standard_is_may_stand_under_the_heading_beside(plan: str, rules: list[str]) -> None:
    assert found(f"一、残疾人康复\n{plan}", MEDICINE) == rules


ROWS = "序号\t项目名称\t目标任务\t完成时限\n1\t{}\t{}\t11月底前\n"


@pytest.mark.parametrize(
    ("title", "task", "rules"),
    [
        ("养老服务", "新增护理型养老床位130张，其中东城街道70张、沙溪镇40张、柳河镇20张。", []),
        ("医疗服务", "县中医院新增床位30张。", ["late-deadline"]),
    ],
)
def test_what_a_place_has_of_one_thing_answers_for_no_other(title: str, task: str, rules: list[str]) -> None:
    assert [rule for rule in found(ROWS.format(title, task), BEDS) if rule == "late-deadline"] == rules


QUALITY = "1.农田建设。建设农田3万亩。\n2.质量监管。主要材料抽检比例不低于12%，公示牌设置率达到100%。"
LED = "一、重点任务\n1.农田建设。新建农田3000亩。\n二、保障措施\n（一）严格监管。{}\n（二）调度通报。每季度通报一次。"


@pytest.mark.parametrize(
    ("led", "rules"),
    [
        ("主要材料抽检比例达到12%，公示牌设置率达到100%。", []),
        ("主要材料抽检比例达到15%以上，公示牌设置率达到100%。", []),
        ("主要材料抽检比例达到8%，公示牌设置率达到100%。", ["below-floor"]),
        ("主要材料抽检比例力争达到12%，公示牌设置率达到100%。", ["weaker-strength"]),
        ("主要材料抽检比例12%左右，公示牌设置率达到100%。", ["approximate-floor"]),
    ],
)
def test_what_is_asked_may_stand_in_the_section_on_how_work_is_led(led: str, rules: list[str]) -> None:
    assert found(LED.format(led), QUALITY) == rules


@pytest.mark.parametrize(
    "led",
    [
        "6月底前主要材料抽检比例达到5%。",
        "上半年主要材料抽检比例达到5%，全年达到12%。",
        "竣工资料抽检比例达到8%，公示牌设置率达到100%。",
        "自查整改率达到100%。",
    ],
)
def test_what_is_called_otherwise_there_answers_nothing(led: str) -> None:
    assert "below-floor" not in found(LED.format(led), QUALITY)


WATER = (
    "一、目标\n各县区自来水普及率不低于92%。\n二、任务\n1.水厂。智能水表覆盖率达到100%。\n2.管网。管网漏损率不超过12%。"
)


@pytest.mark.parametrize("title", ["总体要求和目标", "指导思想及工作目标", "总体要求与主要目标", "基本原则和目标任务"])
def test_a_section_with_goals_sets_figures_whatever_else_it_says(title: str) -> None:
    plan = f"一、{title}\n自来水普及率达到90%。\n二、重点任务\n1.水厂。智能水表覆盖率达到100%。\n2.管网。管网漏损率控制在12%以内。"
    assert found(plan, WATER) == ["below-floor"]


WORKS = "1.供水工程。各县（市、区）扩建的城区水厂须于2026年9月底前建成通水，输水管道敷设须于2026年10月31日前全部完成。"


@pytest.mark.parametrize(
    ("plan", "rules"),
    [
        ("输水管道敷设于2026年11月20日前全部完成，管道漏损率控制在11%以内。", ["late-deadline"]),
        ("输水管道敷设确保11月底前全部完成。", ["late-deadline"]),
        ("漏损率控制在11%以内，输水管道敷设务必于12月10日前完成。", ["late-deadline"]),
        ("扩建的城区水厂于2026年10月20日前建成通水，输水管道敷设10月底前完成。", ["late-deadline"]),
        ("输水管道敷设于2026年10月20日前全部完成，管道漏损率控制在11%以内。", []),
        ("扩建的城区水厂于2026年9月15日前建成通水，输水管道敷设10月底前完成。", []),
        ("输水管道敷设9月底前完成主体工程，10月25日前全部完工。", []),
        ("输水管道敷设加快推进，12月底前管道漏损率控制在11%以内。", []),
    ],
)
def test_each_clause_with_a_day_is_a_task(plan: str, rules: list[str]) -> None:
    assert [rule for rule in found(f"1.供水工程。{plan}", WORKS) if rule == "late-deadline"] == rules


@pytest.mark.parametrize(
    ("upper", "plan", "narrowed"),
    [
        ("对农村低保对象、特困人员、防止返贫监测对象", "对农村低保对象、特困人员", True),
        ("对低保家庭、特困人员、社会救助对象", "对低保家庭、特困人员", True),
        ("对脱贫户、低保户、返贫监测户", "对脱贫户、低保户", True),
        ("为农村低保对象、特困人员、重点帮扶人口", "为特困人员、重点帮扶人口", True),
        ("对农村低保对象、特困人员、防止返贫监测对象", "对农村低保对象、特困人员、防止返贫监测对象", False),
        ("对农村低保对象、特困人员、防止返贫监测对象", "对农村低保对象、特困人员、监测对象等困难群众", False),
    ],
)
def test_who_is_helped_may_be_called_after_the_help(upper: str, plan: str, narrowed: bool) -> None:
    told = found(f"1.水费减免。{plan}，每户每年减免水费80元。", f"1.水费减免。{upper}，每户每年减免水费不少于80元。")
    assert ("scope-narrowed" in told) is narrowed


@pytest.mark.parametrize(
    ("plan", "narrowed"),
    [
        ("对0至7周岁听障儿童实施康复救助，应救尽救", True),
        ("对6周岁以下听障儿童落实康复救助", True),
        ("对0至12周岁听障儿童组织康复救助", True),
        ("对0至15周岁听障儿童实施康复救助，应救尽救", False),
        ("对0至17周岁听障儿童实施康复救助", False),
        ("对听障儿童实施康复救助", False),
    ],
)
def test_ages_of_a_task_without_a_figure(plan: str, narrowed: bool) -> None:
    told = found(f"1.康复。{plan}。", "1.康复。对0至15周岁听障儿童实施康复救助，做到应救尽救。")
    assert ("scope-narrowed" in told) is narrowed


@pytest.mark.parametrize(
    ("plan", "upper", "told"),
    [
        ("高血压患者管理率达到68%", "高血压患者规范管理率不低于64%", True),
        ("老年人健康规范管理率达到64%", "老年人健康管理率不低于70%", True),
        ("高血压患者规范管理率达到68%", "高血压患者规范管理率不低于64%", False),
        ("高血压患者管理率达到68%，高血压患者规范管理率达到66%", "高血压患者规范管理率不低于64%", False),
        # Another benefit or place is no other measure of the same.
        ("困难残疾人生活补贴每人每月90元", "重度残疾人护理补贴每人每月不低于95元", False),
        ("农村低保标准每人每月600元", "城市低保标准每人每月不低于760元", False),
    ],
)
def test_another_measure_of_the_same_is_shown_and_not_compared(plan: str, upper: str, told: bool) -> None:
    findings = check_texts(f"{COUNTY}1.服务。{plan}。", f"{CITY}1.服务。{upper}。", CARDS, CATALOGUE)
    assert any(f.rule == "unit-incomparable" for f in findings) is told
    assert all(f.rule not in ("below-floor", "scope-narrowed") for f in findings)
