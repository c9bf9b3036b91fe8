import pytest
from table_samples import understood

from engine.facts.fact import Fact
from engine.facts.vocabulary import fields_of
from engine.reconcile.tables.columns import column_facts


def facts_of(rows: list[list[str]]) -> list[Fact]:
    read, document = understood(rows)
    return list(column_facts([read], document, "p"))


def wrong(rows: list[list[str]]) -> list[str]:
    return [str(fact.fields["label"]) for fact in facts_of(rows) if not fact.fields["agree"]]


HEAD = ["项目", "对象（人）", "月标准（元）", "全年资金（万元）"]
MONEY = [
    ["城市低保", "1200", "740", "1065.6"],
    ["农村低保", "8600", "520", "5366.4"],
    ["散居孤儿", "82", "1300", "127.92"],
    ["集中孤儿", "45", "1800", "97.2"],
]


@pytest.mark.parametrize(
    ("row", "instead", "found"),
    [
        (3, ["集中孤儿", "45", "1800", "97.2"], []),
        (3, ["集中孤儿", "45", "1800", "79.2"], ["集中孤儿·全年资金"]),
        (2, ["散居孤儿", "28", "1300", "127.92"], ["散居孤儿·全年资金"]),
        (0, ["城市低保", "1200", "704", "1065.6"], ["城市低保·全年资金"]),
        # A row without its amount says nothing.
        (0, ["城市低保", "1200", "740", ""], []),
    ],
)
def test_people_times_rate_times_twelve_in_every_row(row: int, instead: list[str], found: list[str]) -> None:
    rows = [*MONEY[:row], instead, *MONEY[row + 1 :]]
    assert wrong([HEAD, *rows]) == found


def test_a_standard_of_half_a_year_beside_the_amount_of_the_whole() -> None:
    rows = [
        ["学段", "补助标准", "学生数（人）", "全年资金（万元）"],
        ["幼儿园", "600元/生·年", "900", "54"],
        ["普通高中", "1000元/生·年", "700", "70"],
        ["中职学校", "1200元/生·年", "500", "60"],
        ["小学", "625元/生·学期", "1840", "230"],
        ["初中", "750元/生·学期", "2600", "390"],
    ]
    assert wrong(rows) == []
    assert wrong([*rows[:-1], ["初中", "750元/生·学期", "2600", "380"]]) == ["初中·全年资金"]


SHARE_HEAD = ["乡镇", "应检（人）", "已检（人）", "检查率（%）"]
SHARES = [
    ["城关镇", "2250", "1800", "80"],
    ["东河镇", "1375", "1100", "80"],
    ["西岭乡", "1250", "950", "76"],
    ["南湾乡", "1200", "900", "75"],
]


@pytest.mark.parametrize(("last", "found"), [("78.2", []), ("78", []), ("72.8", ["合计·检查率"])])
def test_a_column_of_shares_follows_from_its_two_counts(last: str, found: list[str]) -> None:
    total = ["合计", "6075", "4750", last]
    assert wrong([SHARE_HEAD, *SHARES, total]) == found


def test_the_working_names_both_figures() -> None:
    rows = [SHARE_HEAD, *SHARES[:3], ["南湾乡", "1200", "900", "57"]]
    (fact,) = [f for f in facts_of(rows) if not f.fields["agree"]]
    assert fact.said is not None
    assert fact.said["working"].zh == "900人÷1200人＝75%，文中为57%"
    assert set(fact.fields) - {"kind", "id", "plan"} <= set(fields_of("ratio"))


@pytest.mark.parametrize(("last", "found"), [("19.7", []), ("17.9", ["社会投资·占比"])])
def test_shares_of_the_total(last: str, found: list[str]) -> None:
    rows = [
        ["资金来源", "金额（万元）", "占比（%）"],
        ["上级资金", "16200", "55.1"],
        ["县级财政", "7400", "25.2"],
        ["社会投资", "5800", last],
        ["合计", "29400", "100"],
    ]
    assert wrong(rows) == found


def test_columns_that_only_look_related_are_left_alone() -> None:
    rows = [
        ["乡镇", "低保（人）", "救助（元）", "资金（元）"],
        *([f"第{n}镇", str(n * 7), str(n * 31), str(n * n * 5)] for n in range(2, 8)),
    ]
    assert facts_of(rows) == []


RECKONED_HEAD = ["项目", "任务量", "单位", "补助标准（元）", "标准单位", "{often}", "所需资金（万元）", "市级（万元）"]
RECKONED = [
    ["护理补贴", "1500", "人", "80", "元/人/月", "12", "144", "44"],
    ["校车服务", "3200", "人", "300", "元/生/学期", "2", "192", "92"],
    ["营养早餐", "2600", "人", "4", "元/生/天", "190", "197.6", "97.6"],
    ["体检服务", "90000", "人", "60", "元/人/年", "1", "540", "140"],
    ["驿站建设", "20", "个", "50000", "元/个", "1", "100", "30"],
]


@pytest.mark.parametrize("often", ["计发期数", "发放次数", "供餐（发放）天数", "补助月数"])
@pytest.mark.parametrize("caption", ["金额单位：万元", "单位：万元", ""])
@pytest.mark.parametrize(("first", "found"), [("144", []), ("154", ["护理补贴·所需资金"])])
def test_how_often_a_standard_is_paid_is_no_money_whatever_unit_the_table_has(
    often: str, caption: str, first: str, found: list[str]
) -> None:
    head = [words.format(often=often) for words in RECKONED_HEAD]
    rows = [[*RECKONED[0][:6], first, RECKONED[0][7]], *RECKONED[1:]]
    read, document = understood([head, *rows], caption)
    facts = column_facts([read], document, "p")
    assert [str(fact.fields["label"]) for fact in facts if not fact.fields["agree"]] == found
