"""What a plan held against a higher document is told of people and places that it leaves out, and where it shows them."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()


def told(plan, upper):
    findings = check_texts(plan, upper, CARDS, CATALOGUE)
    return [f for f in findings if f.severity != "note" and f.code.startswith("C")]


def shown(finding):
    return {role: [e.span.text for e in finding.evidence if e.role == role] for role in ("plan", "standard")}


@pytest.mark.parametrize(
    ("upper", "plan", "mine", "theirs"),
    [
        (
            "1.助残。持证残疾人基本康复服务率不低于90%。",
            "1.助残。就业年龄段持证残疾人基本康复服务率达到92%。",
            "就业年龄段持证残疾人",
            "持证残疾人",
        ),
        (
            "1.口腔健康。对全体小学生开展窝沟封闭，封闭率不低于60%。",
            "1.口腔健康。对小学一至三年级学生开展窝沟封闭，封闭率达到65%。",
            "小学一至三年级",
            "小学生",
        ),
        (
            "1.营养餐。营养餐覆盖乡镇学校、村小和教学点，每生每天不低于5元。",
            "1.营养餐。营养餐发放到村小和教学点，每生每天5元。",
            "村小和教学点",
            "乡镇学校、村小和教学点",
        ),
        (
            "1.道路。自然村、林场和渔场居民点通砂石路率100%。",
            "1.道路。自然村通砂石路率100%，林场和渔场居民点另行研究。",
            "林场和渔场居民点另行研究",
            "自然村、林场和渔场居民点",
        ),
        (
            "1.妇女健康。为35—64周岁农村妇女和城镇低保妇女免费检查乳腺癌，10月底前完成年度检查任务。",
            "1.关爱妇女。对35—64周岁农村妇女免费检查乳腺癌，10月15日前完成。",
            "35—64周岁农村妇女",
            "农村妇女和城镇低保妇女",
        ),
    ],
)
def test_the_people_of_both_are_shown_beside_the_figures(upper, plan, mine, theirs):
    (finding,) = told(plan, upper)
    assert finding.rule == "scope-narrowed"
    evidence = shown(finding)
    assert any(mine in words or words in mine for words in evidence["plan"])
    assert theirs in evidence["standard"]


@pytest.mark.parametrize(
    ("upper", "plan"),
    [
        ("1.助残。残疾人康复服务率不低于90%。", "1.助残。持证和未持证残疾人康复服务率达到92%。"),
        ("1.走访。定期走访独居、空巢老年人，每月不少于2次。", "1.走访。定期探访独居、空巢老年人，每月2次。"),
        (
            "1.道路。自然村、林场和渔场居民点通砂石路率100%。",
            "1.道路。自然村通砂石路率100%，林场、渔场居民点通砂石路率100%。",
        ),
        (
            "1.妇女健康。为35—64周岁农村妇女和城镇低保妇女免费检查乳腺癌，10月底前完成年度检查任务。",
            "1.关爱妇女。对35—64周岁城镇低保妇女和农村妇女免费检查乳腺癌，10月15日前完成。",
        ),
        ("1.保洁。每村保洁员不少于2名。\n2.时限要求。各项任务11月底前落实。", "1.保洁。每村保洁员不少于2名。"),
        (
            "1.保洁。每村保洁员不少于2名。\n2.各县（市、区）于6月30日前制定具体办法。",
            "1.保洁。每村保洁员不少于2名。",
        ),
    ],
)
def test_nothing_is_told_where_nobody_is_left_out(upper, plan):
    assert told(plan, upper) == []


def test_a_row_of_a_table_answers_a_task_without_a_figure():
    plan = "任务清单\n编号\t事项\t目标\t牵头单位\nB1\t免排队通道\t覆盖老年人、残疾人和军人\t县民政局\nB2\t预约上门\t面向全体居民\t县民政局\n"
    upper = "1.窗口服务。为70周岁以上老年人、残疾人、孕产妇和军人提供免排队通道。"
    assert "scope-narrowed" in [f.rule for f in told(plan, upper)]


def test_an_allotted_share_is_compared_in_the_unit_that_both_write():
    upper = "全市任务\n附件\n任务分解表\n县区\t公益性岗位安置（人）\n东河县\t480\n西岭县\t520\n"
    plan = "东河县2023年实施方案\n1.就业。公益性岗位安置445人。"
    assert [f.rule for f in told(plan, upper)] == ["below-allocation"]


@pytest.mark.parametrize(
    ("upper", "plan", "rules"),
    [
        ("幼儿园应当配备保安，配备率100%。", "鼓励幼儿园配备保安，配备率100%。", ["weaker-strength"]),
        ("企业应当开展岗前培训，人均不少于24学时。", "倡导企业开展岗前培训，人均24学时。", ["weaker-strength"]),
        ("幼儿园应当配备保安，配备率100%。", "鼓励社会办园，确保幼儿园配备保安，配备率100%。", []),
        ("幼儿园应当配备保安，配备率100%。", "鼓励社会办园，新建幼儿园配备保安，配备率100%。", []),
        ("每学年视力监测不少于2次。", "每学年视力监测1次。", ["below-floor"]),
        ("每学年视力监测不少于1次。", "每学年视力监测2次。", []),
    ],
)
def test_what_is_only_encouraged_or_done_less_often_is_told(upper, plan, rules):
    assert [f.rule for f in told(f"1.学校安全。{plan}", f"1.学校安全。{upper}")] == rules


@pytest.mark.parametrize(
    ("upper", "plan", "rules"),
    [
        (
            "低保户、特困户和孤儿家庭取暖补助每户每年不低于800元。",
            "取暖补助每户每年850元，对象为低保户和特困户。",
            ["scope-narrowed"],
        ),
        ("低保户、特困户和孤儿家庭取暖补助每户每年不低于800元。", "取暖补助每户每年750元。", ["below-floor"]),
        ("乡镇卫生院和村卫生室远程会诊覆盖率100%。", "基层医疗卫生机构远程会诊覆盖率100%。", []),
        (
            "一、二级残疾人护理补贴每人每月不低于80元。",
            "一级残疾人护理补贴每人每月100元、二级残疾人护理补贴每人每月85元。",
            [],
        ),
        (
            "为一、二级残疾人发放护理补贴，每人每月不低于80元。",
            "为一级残疾人发放护理补贴，每人每月85元。",
            ["scope-narrowed"],
        ),
        (
            "特困人员供养标准不低于每人每月1000元。",
            "农村特困人员供养标准每人每月1050元，城市特困人员供养标准每人每月1200元。",
            [],
        ),
        (
            "全市生活垃圾无害化处理率达到99%。",
            "县城生活垃圾无害化处理率达到100%，乡镇生活垃圾无害化处理率达到99%。",
            [],
        ),
        (
            "低保户、特困户和孤儿家庭取暖补助每户每年不低于800元。",
            "取暖补助每户每年850元，对象为低保户、孤儿家庭、特困户。",
            [],
        ),
    ],
)
def test_a_benefit_answers_by_its_name_for_whomever_it_is(upper, plan, rules):
    assert [f.rule for f in told(f"1.温暖过冬。{plan}", f"1.温暖过冬。{upper}")] == rules


@pytest.mark.parametrize(
    ("figure", "rules"),
    [("水稻投保15600亩", []), ("水稻投保14600亩", []), ("小麦投保15600亩", ["requirement-missing"])],
)
def test_a_share_named_in_part_is_not_called_missing(figure, rules):
    upper = "全县任务书\n附件\n任务分解表\n镇\t路灯（盏）\t水稻保险（亩）\n东河镇\t380\t15000\n西岭镇\t420\t12000\n"
    plan = f"东河镇2023年实施方案\n1.亮化。新装路灯380盏。\n2.农业。{figure}。"
    assert [f.rule for f in told(plan, upper)] == rules


TIERS = "老年人发放高龄津贴，80—89周岁每人每月{}60元，90周岁以上每人每月{}120元。"


@pytest.mark.parametrize(
    ("upper", "plan", "rules"),
    [
        ("70周岁以上", "80周岁以上", ["scope-narrowed"]),
        ("80周岁以上", "80周岁以上", []),
        ("80周岁以上", "70周岁以上", []),
    ],
)
def test_tiers_that_begin_later_for_all_are_told_once(upper, plan, rules):
    findings = told(f"1.津贴。为{plan}{TIERS.format('', '')}", f"1.津贴。为{upper}{TIERS.format('不低于', '不低于')}")
    assert [f.rule for f in findings] == rules
