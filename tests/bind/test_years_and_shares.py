"""Two years of one place, and all places of one total: what falls, what stays, what cannot be said."""

from datetime import date

import pytest
from msgspec.structs import replace

from engine.audit import audit_findings
from engine.check import Circumstances, check_plan, document_of, read_plan_text
from engine.facts.allocation import allocation_facts
from engine.facts.yearly import yearly_facts
from engine.resolve.resolver import Resolver
from rules import load_cards
from standards.catalogue import load_catalogue
from standards.files.loader import load_standard
from standards.in_force.apply import apply

RESOLVER = Resolver(load_catalogue())
CARDS = load_cards()


def read(text, name="plan"):
    return read_plan_text(document_of(text, name), RESOLVER)


def drops(now, before):
    plan, previous = read(now, "now"), read(before, "before")
    further = tuple(yearly_facts(plan, previous, RESOLVER, "now"))
    findings = check_plan(plan, (), CARDS, RESOLVER, Circumstances(further=further)).findings
    return [f for f in findings if f.rule == "year-on-year-drop"]


YEARS = [
    # (this year, last year, the labels that fell)
    ("1.救助。农村低保标准每人每年6600元。", "1.低保。农村低保标准每人每月560元。", ["农村低保标准"]),
    ("1.救助。农村低保标准每人每年6720元。", "1.低保。农村低保标准每人每月560元。", []),
    ("1.参保。居民医保参保率94%以上。", "1.医保。居民医保参保率95%以上。", ["居民医保参保率"]),
    ("1.步道。茶山步道巡护到位率85%。", "1.步道。茶山步道巡护到位率90%。", ["茶山步道巡护到位率"]),
    ("1.步道。茶山步道巡护到位率85%左右。", "1.步道。茶山步道巡护到位率90%。", []),
    ("1.就业。城镇新增就业300人。", "1.就业。城镇新增就业500人。", []),
    ("1.就业。城镇登记失业率控制在5.5%以内。", "1.就业。城镇登记失业率控制在5%以内。", []),
    ("1.孤儿。散居孤儿每人每月1200元。", "1.孤儿。集中供养孤儿每人每月1700元。", []),
    ("1.救助。农村低保标准每人每年6600元。", "1.救助。城市低保标准每人每月700元。", []),
    ("1.公卫。高血压患者管理率45%。", "1.公卫。高血压患者规范管理率65%。", []),
    ("1.救助。低保标准提高5%。", "1.救助。低保标准提高8%。", []),
    # What is kept up from year to year is no work that is done once.
    ("1.文化。送戏下乡演出24场。", "1.文化。送戏下乡演出30场。", ["送戏下乡演出场次"]),
    ("1.文化。放映农村公益电影600场。", "1.文化。放映农村公益电影720场。", ["农村公益电影放映场次"]),
    ("1.就业。开发公益性岗位560个。", "1.就业。开发公益性岗位620个。", ["公益性岗位开发数量"]),
    ("1.就业。举办招聘会40场。", "1.就业。举办招聘会42场。", ["招聘会场次"]),
    ("1.文化。送戏下乡演出32场。", "1.文化。送戏下乡演出30场。", []),
    ("1.就业。开展职业技能培训500人次。", "1.就业。开展职业技能培训800人次。", []),
    ("1.文化。新建文化广场3个。", "1.文化。新建文化广场5个。", []),
    ("1.公路。改造公路20公里。", "1.公路。改造公路30公里。", []),
    # A task in words has no level to fall from.
    ("1.公厕。新建农村公厕12座，2024年10月底前完工。", "1.公厕。新建农村公厕，2023年10月底前完工。", []),
]


@pytest.mark.parametrize(("now", "before", "fallen"), YEARS)
def test_only_levels_fall_and_only_against_the_same_thing(now, before, fallen):
    assert [f.label for f in drops(now, before)] == fallen


def test_a_drop_shows_both_years():
    (drop,) = drops("1.救助。农村低保标准每人每年6600元。", "1.低保。农村低保标准每人每月560元。")
    assert drop.message.zh == "农村低保标准6600元/人/年，低于上一年度的560元/人/月"
    assert [(e.role, e.span.file, e.span.text) for e in drop.evidence] == [
        ("plan", "now", "6600元"),
        ("standard", "before", "560元"),
    ]


UPPER = (
    "安岚市2024年民生实事\n1.就业。城镇新增就业1000人。\n2.厕所。改造农村户厕2000户。\n附件1\n"
    "城镇新增就业任务分解表\n县区\t城镇新增就业（人）\n青溪县\t400\n白石县\t300\n东屏区\t300\n合计\t1000\n"
)


def county(place, jobs, toilets=""):
    return read(
        f"{place}2024年民生实事\n1.就业。城镇新增就业{jobs}。\n2.厕所。改造农村户厕{toilets or '700户'}。", place
    )


def together(*plans, upper=UPPER, applied=(), places=()):
    document = read(upper, "upper") if upper else None
    facts = allocation_facts(document, plans, applied, RESOLVER, lower_places=places)
    found = audit_findings(facts, CARDS)
    return [(f.severity, f.verdict, f.label[:6]) for f in found]


A, B, C, SHORT = (
    county("青溪县", "400人"),
    county("白石县", "300人"),
    county("东屏区", "300人"),
    county("东屏区", "250人"),
)


def test_all_places_together_have_to_reach_the_total():
    assert together(A, B, C) == []
    assert together(A, B, SHORT) == [("error", "violates", "城镇新增就业")]


def test_while_a_place_is_missing_nothing_is_concluded():
    assert ("note", "indeterminate", "城镇新增就业") in together(A, B)


def test_an_approximate_share_proves_nothing():
    assert together(A, B, county("东屏区", "250人左右")) == [("note", "indeterminate", "城镇新增就业")]


def test_a_total_without_an_annex_needs_the_list_of_places():
    few = [county(place, "400人", "600户") for place in ("青溪县", "白石县", "东屏区")]
    assert together(*few) == [("note", "indeterminate", "农村户厕改造")]
    assert together(*few, places=("青溪县", "白石县", "东屏区")) == [("error", "violates", "农村户厕改造")]
    assert together(*few, places=("青溪县", "白石县", "东屏区", "南屏县")) == [
        ("note", "indeterminate", "农村户厕改造")
    ]


def test_one_plan_alone_is_no_audit():
    assert together(SHORT) == []


STANDARD = """
title: 2024年民生实事任务
number: 岚政〔2024〕3号
issuer: 安岚市人民政府
level: city
place: 安岚省/安岚市
published: 2024-01-05
source: {confidence: primary, checked: 2024-02-01}
requirements:
  - id: toilets
    label: 改造农村户厕
    binding: total
    shares: {青溪县: "800", 白石县: "600", 东屏区: "600"}
    values: [{from: 2024-01-01, to: 2024-12-31, op: ">=", value: "2000", unit: 户}]
"""


@pytest.fixture
def standard(tmp_path):
    file = tmp_path / "tasks.yaml"
    file.write_text(STANDARD, "utf-8")
    return load_standard(file, known_indicators=frozenset(RESOLVER.catalogue.indicators))


def applied_to(standard, place):
    return apply([standard], level="county", on=date(2024, 12, 31), place=place)


@pytest.mark.parametrize(
    ("place", "toilets", "rules"),
    [
        ("青溪县", "700户", ["below-allocation"]),
        ("安岚省/安岚市/青溪县", "700户", ["below-allocation"]),
        ("白石县", "700户", []),
        ("南屏县", "7户", []),
    ],
)
def test_a_written_standard_holds_a_place_to_its_share(standard, place, toilets, rules):
    plan = county("青溪县", "400人", toilets)
    plan = replace(plan, metadata=replace(plan.metadata, place=place))
    findings = check_plan(plan, applied_to(standard, place), CARDS, RESOLVER).findings
    assert [f.rule for f in findings if f.group == "conformance" and f.severity == "error"] == rules


def test_a_written_total_is_added_up_too(standard):
    plans = [county(place, "400人", "600户") for place in ("青溪县", "白石县", "东屏区")]
    applied = applied_to(standard, "青溪县")
    assert together(*plans, upper="", applied=applied) == [("error", "violates", "改造农村户厕")]
    assert together(*plans[:2], upper="", applied=applied) == [("note", "indeterminate", "改造农村户厕")]
