"""What a higher document keeps for its own level, tells of the past or caps by the case asks nothing of a county."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()
CONFORMANCE = {c.id for c in CARDS if c.group == "conformance"}
CITY = "安岚市2026年民生工作要点\n一、农村供水。各县（市、区）农村自来水普及率达到93%。\n"
COUNTY = "青溪县2026年民生实事实施方案\n1.农村供水。农村自来水普及率达到94%。\n"


def found(upper, plan=""):
    findings = check_texts(COUNTY + plan, CITY + upper, CARDS, CATALOGUE)
    return sorted({f.rule for f in findings if f.rule in CONFORMANCE and f.severity != "note"})


@pytest.mark.parametrize(
    "upper",
    [
        "二、市气象局：建设自动气象站24个，2026年5月底前完成。\n",
        "二、市人社局开展职业技能大赛12场，在市技师学院新增学位1800个。\n",
        "二、团市委：建设青年之家6个。\n",
        "二、市级安排专项资金3.8亿元，由市财政局6月底前下达。\n",
        "二、市直部门下列工作由市级组织实施，不列入县（市、区）任务。\n",
        "二、2025年全市新增就业5.28万人，完成任务的105.6%；培训1.46万人次。\n",
        "二、2025年情况\n全市80周岁以上老年人6.3万人，平均办理时间4.2天。\n",
        "二、市民生办设在市发改委。本要点由市发改委负责解释。\n",
        "二、附则\n本要点自印发之日起施行，有效期1年。\n",
        "二、智慧养老平台。由市民政局统一建设，各县、区不另行建设，9月底前上线。\n",
        "二、市级应急物资库。由市应急局集中采购建设，年底前投用，县区不承担建设任务。\n",
        "二、市级儿童医院。门诊楼年内封顶，由市级统筹实施。（市卫生健康委）\n",
        "二、市体育中心。游泳馆10月底前开放，县区没有建设任务。\n",
        "二、市体育中心。属市级投资项目，10月底前开放。\n",
        "二、扩大医疗资源。市中医院扩建工程8月底前完工，新增床位300张。该项目由市级统筹建设，不分解到县（市、区）。\n",
    ],
)
def test_what_is_asked_of_nobody_below_is_not_missed(upper):
    assert found(upper) == []


@pytest.mark.parametrize(
    "upper",
    [
        "二、市气象局牵头，各县（市、区）建设自动气象站2个，2026年5月底前完成。\n",
        "二、乡镇卫生院建设。每个乡镇建设标准化卫生院1所。\n",
        "二、市场监管所标准化建设。新建标准化市场监管所6个。\n",
        "二、2026年新增公办幼儿园学位1800个。\n",
        "二、智慧养老。由市民政局统一建设信息平台。全市新增护理型养老床位900张。\n",
        "二、智慧养老平台。由市民政局统一建设，各县、区做好老年人信息归集，9月底前上线。\n",
        "二、标准化公厕。新建标准化公厕120座，所需资金由市级统筹承担。\n",
        "二、村级卫生室。新建标准化村卫生室80所，由市卫生健康委统筹推进，乡镇不承担配套资金。\n",
        "二、全民健身。游泳馆10月底前开放，县区不承担建设任务。全市新建多功能运动场60个。\n",
        "二、全民健身。新建多功能运动场60个，县区不承担建设资金。\n",
        "二、妇幼保健。新建标准化产科门诊12个，由市卫生健康委负责。\n",
    ],
)
def test_what_is_asked_of_the_counties_is(upper):
    assert set(found(upper)) & {"requirement-missing", "target-dropped"}


@pytest.mark.parametrize(
    ("upper", "plan", "rules"),
    [
        (
            "二、创业担保贷款。个人最高30万元，小微企业最高400万元。\n",
            "2.创业担保贷款。个人发放1.02亿元、510笔，最高30万元；小微企业发放4800万元、16笔，最高400万元。\n",
            [],
        ),
        (
            "二、创业担保贷款。创业担保贷款个人额度最高30万元。\n",
            "2.创业担保贷款。创业担保贷款个人额度最高50万元。\n",
            ["above-ceiling"],
        ),
        ("二、消防救援。城区灭火响应6分钟。\n", "2.消防救援。城区灭火响应5分钟内。\n", []),
        ("二、消防救援。城区灭火响应6分钟。\n", "2.消防救援。城区灭火响应8分钟内。\n", ["above-ceiling"]),
    ],
)
def test_a_cap_of_a_case_and_a_time_to_wait(upper, plan, rules):
    assert found(upper, plan) == rules
