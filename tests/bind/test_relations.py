"""How the words of a requirement and of a figure relate: scopes, the two residences, units, duties, places and their shares."""

from datetime import date

import pytest

from engine.bind.applied import Applied
from engine.bind.duties import Duties
from engine.bind.people.relations import relation_of, unit_reason, worded_relation
from engine.bind.upper.allocation import allotted_to, same_place
from engine.bind.upper.draft import draft_standard
from engine.check import document_of, read_plan_text
from engine.commitment import Commitment
from engine.document import Span
from engine.extract import extract
from engine.quantity.bounds import Bound
from engine.quantity.days import last_day
from engine.requirement import Requirement, Standard
from engine.resolve.resolver import Resolver
from standards.catalogue import load_catalogue

RESOLVER = Resolver(load_catalogue())


@pytest.mark.parametrize(
    ("wanted", "given", "relation"),
    [
        ((), (), "equal"),
        (("散居",), ("散居",), "equal"),
        (("散居",), (), "wider"),
        ((), ("散居",), "narrower"),
        (("散居",), ("集中供养",), "disjoint"),
        (("小学", "初中"), ("高中",), "disjoint"),
        (("一级",), ("一级", "农村"), "narrower"),
        (("一级", "农村"), ("一级",), "wider"),
        (("一级", "农村"), ("一级", "城市"), "wider"),
        (("残疾",), ("低保",), "equal"),
    ],
)
def test_scopes_relate_by_their_words(wanted, given, relation):
    assert relation_of(wanted, given) == relation


def figure(label, scope=(), unit="%"):
    return Commitment("1.1", "1", label, scope, Bound(">=", 95), unit, Span("plan", label), 0, 1)


def asked(label, scope=()):
    return Applied(Standard("s", "s"), Requirement("r", label, "floor", scope=scope), "in-force")


@pytest.mark.parametrize(
    ("requirement", "plan", "beside", "relation"),
    [
        ("农村垃圾日产日清率", "城区垃圾日产日清率", (), "disjoint"),
        ("农村垃圾日产日清率", "农村垃圾日产日清率", (), "equal"),
        ("垃圾日产日清率", "农村垃圾日产日清率", (), "narrower"),
        ("垃圾日产日清率", "农村垃圾日产日清率", ("城市垃圾日产日清率",), "equal"),
        ("城乡垃圾日产日清率", "垃圾日产日清率", (), "equal"),
        ("城市和农村垃圾日产日清率", "农村垃圾日产日清率", (), "equal"),
        ("农村垃圾日产日清率", "城市和农村垃圾日产日清率", (), "equal"),
        ("城市和农村垃圾日产日清率", "城市垃圾日产日清率", (), "equal"),
        ("城市垃圾日产日清率", "城市和农村垃圾日产日清率", (), "equal"),
    ],
)
def test_town_and_country_are_kept_apart_where_both_sides_name_one(requirement, plan, beside, relation):
    siblings = [figure(label) for label in beside]
    assert worded_relation(asked(requirement), figure(plan), siblings) == relation


@pytest.mark.parametrize(
    ("mine", "theirs", "reason"),
    [
        ("元/户/月", "元/人/月", "denominator"),
        ("元/月", "元/人/月", "denominator"),
        ("人次", "人", "unit"),
        ("", "人", "unit"),
    ],
)
def test_why_units_are_not_compared(mine, theirs, reason):
    assert unit_reason(mine, theirs) == reason


@pytest.mark.parametrize(
    ("plan", "duty", "there"),
    [
        ("1.养老。开展特殊困难老年人探访关爱服务。", "特殊困难老年人探访关爱服务", True),
        ("1.养老。对特殊困难的老年人开展“探访”关爱服务。", "特殊困难老年人探访关爱服务", True),
        ("1.养老。开展老年人助餐服务。", "特殊困难老年人探访关爱服务", False),
        ("1.养老。为特殊困难老年人改造住房。", "特殊困难老年人探访关爱服务", False),
        ("1.养老。特殊困难老年人。\n2.儿童。探访关爱服务。", "特殊困难老年人探访关爱服务", False),
        ("1.养老。探访关爱。", "", False),
        ("1.养老。探访关爱。", "老", False),
    ],
)
def test_a_duty_is_taken_up_by_one_item_that_says_most_of_it(plan, duty, there):
    assert Duties(extract(document_of(plan, "plan.txt"))).taken_up(duty) is there


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("青溪县", "青溪县", True),
        ("安岚市/青溪县", "青溪县", True),
        ("青溪县", "青溪", True),
        ("东屏镇", "东屏街道", True),
        ("青溪县", "白石县", False),
        ("市县", "市区", False),
        ("", "", False),
    ],
)
def test_places_are_the_same_whatever_follows_their_stem(one, other, same):
    assert same_place(one, other) is same


ANNEX = (
    "安岚市2024年民生实事\n1.就业。{text}\n附件1\n城镇新增就业任务分解表\n县区\t城镇新增就业（人）\n"
    "青溪县\t400\n东屏镇\t300\n东屏街道\t200\n合计\t900\n"
)


def shares(place, text="城镇新增就业900人。"):
    upper = read_plan_text(document_of(ANNEX.format(text=text), "upper.txt"), RESOLVER)
    allotted = allotted_to(place, upper, draft_standard(upper), RESOLVER)
    return [(str(a.value.bound.value), a.requirement.item, a.requirement.label) for a in allotted]


@pytest.mark.parametrize(
    ("place", "amounts"),
    [
        ("青溪县", ["400"]),
        ("安岚市/青溪县", ["400"]),
        ("青溪", ["400"]),
        ("东屏镇", ["300"]),
        ("安岚市东屏镇", ["300"]),
        ("白石县青溪", []),
        ("东屏", []),  # 东屏镇 and 东屏街道: two places, so none
        ("白石县", []),
        ("", []),
    ],
)
def test_a_place_is_allotted_its_own_row(place, amounts):
    assert [value for value, *_ in shares(place)] == amounts


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("城镇新增就业900人。", "1"),
        ("全市900人。", "1"),  # the one figure that is their sum
        ("全市900人，其中女性900人。", ""),  # two of them: nobody can tell which
        ("城镇失业人员再就业900人。", ""),
    ],
)
def test_shares_divide_the_figure_of_the_text_that_they_name_or_make_up(text, item):
    assert [found for _, found, _ in shares("青溪县", text)] == [item]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024-06", date(2024, 6, 30)),
        ("2024-02", date(2024, 2, 29)),
        ("2024-06-15", date(2024, 6, 15)),
        ("2024-13", None),
        ("2024-02-30", None),
        ("", None),
        (None, None),
    ],
)
def test_a_deadline_is_the_last_day_that_it_covers(text, day):
    assert last_day(text) == day
