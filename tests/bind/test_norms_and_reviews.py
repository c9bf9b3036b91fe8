"""What a higher document asks of each place, of all of an age, in an annex, or only tells of the year before."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()
CITY = "安岚市2026年民生实事实施方案\n"
COUNTY = "青溪县2026年民生实事实施方案\n"


def found(plan, upper):
    findings = check_texts(COUNTY + plan, CITY + upper, CARDS, CATALOGUE)
    return sorted({f.rule for f in findings if f.rule in CONFORMANCE and f.severity != "note"})


CONFORMANCE = {c.id for c in CARDS if c.group == "conformance"}

CASES = [
    # A norm for each county is the figure of a county's plan.
    ("1.建设零工市场。新建零工市场1个。", "1.建设零工市场。每个县（市、区）至少建成3个零工市场。", ["below-floor"]),
    ("1.建设零工市场。新建零工市场3个。", "1.建设零工市场。每个县（市、区）至少建成3个零工市场。", []),
    # All of an age are to have it, whatever the words: covered, reached, extended to.
    (
        "1.老年优待。免费乘坐公交车优待扩大到70周岁以上老年人。",
        "1.老年优待。免费乘坐公交车优待扩大到所有65周岁以上老年人。",
        ["scope-narrowed"],
    ),
    (
        "1.老年优待。免费乘坐公交车优待惠及全体60周岁以上老年人。",
        "1.老年优待。免费乘坐公交车优待惠及全县65周岁以上老年人。",
        [],
    ),
    # The ages of a total are nobody's share.
    (
        "1.健康筛查。为45—64岁农村妇女免费开展“两癌”筛查900人。",
        "1.健康筛查。为35—64岁农村妇女免费开展“两癌”筛查2万人。",
        ["scope-narrowed"],
    ),
    (
        "1.健康筛查。为35—64岁农村妇女免费开展“两癌”筛查900人。",
        "1.健康筛查。为35—64岁农村妇女免费开展“两癌”筛查2万人。",
        [],
    ),
    # Kinds cannot be added up over the places.
    ("1.基层医疗。乡镇卫生院配备常用药60种。", "1.基层医疗。乡镇卫生院配备常用药不少于90种。", ["below-floor"]),
    # 工作补助 says nothing of whose work; the rest of the sentence may.
    ("1.队伍。工作补助每人每月450元。", "1.河湖巡查。河湖巡查补助每人每月不低于500元。", ["requirement-missing"]),
    ("1.队伍。河湖巡查员工作补助每人每月450元。", "1.护河。河湖巡查补助每人每月不低于500元。", ["below-floor"]),
    # A tier left out is not answered by another whose period is another.
    (
        "1.老年福利。高龄津贴80至89周岁每人每月60元，100周岁及以上每人每年7200元。",
        "1.老年福利。高龄津贴按年龄分档发放：80至89周岁每人每月不低于50元，90至99周岁每人每月不低于100元，"
        "100周岁及以上每人每月不低于500元。",
        ["target-dropped"],
    ),
    # Who of the lower places is to do it says nothing of what is to be done.
    (
        "1.托育服务。2026年12月底前建成县托育综合服务中心。",
        "1.托育服务。各县（市、区）2026年8月底前建成托育综合服务中心。",
        ["late-deadline"],
    ),
]


@pytest.mark.parametrize(("plan", "upper", "rules"), CASES)
def test_what_is_asked_of_each_place_and_age(plan, upper, rules):
    assert found(plan, upper) == rules


def test_what_was_done_the_year_before_is_asked_of_nobody():
    upper = "一、2025年工作回顾\n农村自来水普及率达到99%。\n二、2026年重点工作\n1.农村供水。农村自来水普及率达到93%。\n2.就业。零就业家庭动态清零。"
    assert "below-floor" not in found("1.农村供水。农村自来水普及率达到94%。\n2.就业。零就业家庭动态清零。", upper)


def test_a_standard_in_an_annex_binds():
    upper = (
        "一、工作任务\n1.农村供水。农村自来水普及率达到93%。\n附件\n补助标准一览表\n"
        "项目\t对象\t最低标准\n孤儿助学补助\t在校孤儿\t每人每年不低于6000元\n公益岗位补助\t困难人员\t每人每月不低于700元\n"
    )
    plan = "1.农村供水。农村自来水普及率达到94%。\n2.救助。孤儿助学补助每人每年{}元，公益岗位补助每人每月700元。"
    assert "below-floor" in found(plan.format(5000), upper)
    assert "below-floor" not in found(plan.format(6000), upper)


DAYS = [
    ("次年3月底前", True),
    ("9月底前", False),
    ("第三季度", False),
    ("九月底前", False),
    ("第四季度", True),
    ("十二月底", True),
    ("9月中旬前", False),
    ("10月上旬前", True),
    ("上半年", False),
    ("2026年二季度末", False),
]


@pytest.mark.parametrize(("day", "late"), DAYS)
@pytest.mark.parametrize(
    "plan",
    [
        "1.老旧小区改造。{}改造城镇老旧小区5个。",
        "1.老旧小区改造。改造城镇老旧小区5个，{}全部建成。",
        "1.老旧小区改造。\n改造城镇老旧小区5个。\n完成时限：{}\n",
        "序号\t项目名称\t目标任务\t完成时限\t责任单位\n1\t老旧小区改造\t改造城镇老旧小区5个\t{}\t县住建局\n"
        "2\t养老服务\t完成适老化改造100户\t5月底\t县民政局\n3\t法律援助\t办理法律援助案件80件\t5月底\t县司法局\n",
    ],
)
def test_a_day_is_late_wherever_the_plan_says_it(plan, day, late):
    upper = "1.老旧小区改造。2026年9月底前改造城镇老旧小区40个。"
    assert ("late-deadline" in found(plan.format(day), upper)) is late
