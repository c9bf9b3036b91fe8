from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_samples import understood

from engine.facts.fact import Fact
from engine.facts.vocabulary import fields_of
from engine.reconcile.tables.sums import table_totals


def facts_of(rows: list[list[str]], title: str = "") -> list[Fact]:
    read, document = understood(rows, title)
    return list(table_totals([read], document, "p"))


def verdicts(rows: list[list[str]], axis: str = "column") -> dict[str, object]:
    return {str(f.fields["label"]): f.fields.get("agree") for f in facts_of(rows) if f.fields["axis"] == axis}


def working(rows: list[list[str]]) -> str:
    (fact,) = facts_of(rows)
    assert fact.said is not None
    return fact.said["working"].zh


def one_column(head: str, *cells: str, total: str) -> list[list[str]]:
    names = ["东河镇", "西岭乡", "北溪镇", "南湖镇", "中原乡"]
    return [["乡镇", head], *([n, c] for n, c in zip(names, cells, strict=False)), ["合计", total]]


@pytest.mark.parametrize(
    ("head", "cells", "total", "agree"),
    [
        ("户数（户）", ["10", "20", "30"], "60", True),
        ("户数（户）", ["10", "20", "30"], "61", False),
        ("户数（户）", ["1,000", "2,000", "30"], "3,030", True),
        ("户数", ["10户", "20户", "30户"], "60户", True),
        ("户数（户）", ["10", "", "", "30"], "40", True),
        ("户数（户）", ["10", "", "", "30"], "45", False),
        ("户数（户）", ["10", "—", "5", "30"], "46", False),
        # One blank alone may be a figure that was left out; a sum above the total cannot come of that.
        ("户数（户）", ["10", "20", "", "30"], "65", None),
        ("户数（户）", ["10", "20", "", "30"], "55", False),
        ("户数（户）", ["10", "2O", "30"], "60", None),
        ("户数（户）", ["10", "若干", "30", "5", "6"], "60", None),
        ("户数（户）", ["10", "20", "约30"], "61", None),
        ("投资（万元）", ["33.3", "33.3", "33.3"], "100.0", True),
        ("投资（万元）", ["33.3", "33.3", "33.3"], "100.2", False),
        # 71 may be a rounded 71.4 or a wrong total: that is not for the program to say.
        ("投资（万元）", ["20.15", "30.12", "21.13"], "71", None),
        ("投资（万元）", ["20.15", "30.12", "21.13"], "75", False),
        ("投资（万元）", ["100", "200", "300"], "610", False),
    ],
)
def test_a_column_against_its_total(head: str, cells: list[str], total: str, agree: bool | None) -> None:
    (fact,) = facts_of(one_column(head, *cells, total=total))
    assert fact.fields.get("agree") is agree


def test_amounts_are_in_the_base_unit_and_the_gap_is_computed_less_stated() -> None:
    (fact,) = facts_of(one_column("投资（万元）", "1.5", "2", "3", total="7.5"))
    assert (fact.fields["stated"], fact.fields["computed"], fact.fields["gap"]) == (75000, 65000, -10000)
    assert fact.fields["unit"] == "元"
    assert fact.figure is not None and fact.figure.value == Decimal(75000)


def test_the_evidence_names_head_total_and_every_part() -> None:
    (fact,) = facts_of(one_column("户数（户）", "10", "20", "30", total="61"))
    assert [(e.role, e.span.text) for e in fact.evidence] == [
        ("plan", "户数（户）"),
        ("total", "61"),
        ("part", "10"),
        ("part", "20"),
        ("part", "30"),
    ]


def test_a_total_named_in_the_head_is_checked_where_no_row_states_it() -> None:
    rows = [["乡镇", "新增就业300人"], ["东河镇", "100"], ["西岭乡", "210"]]
    (fact,) = facts_of(rows)
    assert (fact.fields["stated"], fact.fields["computed"], fact.fields["agree"]) == (300, 310, False)


def test_a_column_that_states_no_total_gives_no_fact() -> None:
    assert facts_of([["乡镇", "户数"], ["东河镇", "1"], ["西岭乡", "2"]]) == []


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (one_column("户", "132", "245", "310", total="714"), "合计数比各项之和多27"),
        (one_column("户", "132", "245", "310", total="696"), "“西岭乡”的245若为254（相邻两位数字颠倒）"),
        (one_column("户", "132", "245", "37", total="169"), "差额正好等于“西岭乡”的245，合计可能漏加了这一项"),
        (one_column("户", "132", "245", "37", total="659"), "差额正好等于“西岭乡”的245，合计可能重复加了这一项"),
        (one_column("户", "132", "2450", "37", total="414"), "“西岭乡”的2450若为245（单位或小数点有误）"),
        (one_column("户", "132", "245", "37", total="441"), "合计441若为414（相邻两位数字颠倒）"),
    ],
)
def test_the_likely_slip_is_named(rows: list[list[str]], words: str) -> None:
    assert words in working(rows)


def test_no_slip_is_guessed_where_two_would_explain_the_gap() -> None:
    assert working(one_column("户", "12", "12", "30", total="66")).endswith("多12")


def test_the_working_says_what_it_could_not_see() -> None:
    assert "0.02万元以内的差错无法发现" in working(one_column("投资（万元）", "1.25", "2.50", "3.25", total="7.00"))


SUBTOTALS = [
    ["区域", "单位", "户数（户）", "人数（人）"],
    ["城区", "小计", "30", "3"],
    ["城区", "甲街道", "10", "1"],
    ["城区", "乙街道", "20", "2"],
    ["乡镇", "小计", "15", "7"],
    ["乡镇", "丙镇", "7", "3"],
    ["乡镇", "丁乡", "8", "4"],
    ["合计", "", "45", "10"],
]


@pytest.mark.parametrize("last", [False, True])
def test_subtotals_before_and_behind_their_rows(last: bool) -> None:
    rows = [row[1:] for row in SUBTOTALS]
    rows[0], rows[-1] = ["单位", "户数（户）", "人数（人）"], ["合计", "45", "10"]
    if last:
        rows = [rows[0], rows[2], rows[3], rows[1], rows[5], rows[6], rows[4], rows[7]]
    assert all(f.fields.get("agree") is True for f in facts_of(rows)) and len(facts_of(rows)) == 6


def test_a_wrong_subtotal_and_a_right_total() -> None:
    rows = [list(row) for row in SUBTOTALS]
    rows[4][2] = "16"
    wrong = [f for f in facts_of(rows) if f.fields.get("agree") is False]
    assert [(f.fields["label"], f.fields["gap"]) for f in wrong] == [("户数·乡镇·小计", -1)]


def test_a_grand_total_that_counts_subtotals_twice() -> None:
    rows = [list(row) for row in SUBTOTALS]
    rows[-1][2] = "90"
    (wrong,) = [f for f in facts_of(rows) if f.fields.get("agree") is False]
    assert wrong.said is not None and "小计被重复计算" in wrong.said["working"].zh


def test_groups_that_no_row_calls_subtotals_are_found_by_their_figures() -> None:
    rows = [[row[0] if row[1] in ("小计", "") else row[1], *row[2:]] for row in SUBTOTALS]
    rows[0] = ["地区", "户数（户）", "人数（人）"]
    assert set(verdicts(rows).values()) == {True}


def test_rows_numbered_in_chinese_head_the_rows_below() -> None:
    rows = [
        ["序号", "项目", "投资（万元）"],
        ["一", "教育", "30"],
        ["1", "新建学校", "10"],
        ["2", "改造学校", "20"],
        ["二", "道路", "12"],
        ["1", "修路", "12"],
        ["", "合计", "42"],
    ]
    assert verdicts(rows)["投资"] is True


def test_rows_of_which_are_not_added_again() -> None:
    rows = [["项目", "人数（人）"], ["培训", "80"], ["其中：妇女", "30"], ["就业", "20"], ["合计", "100"]]
    assert verdicts(rows) == {"人数": True}


def test_rows_against_their_total_column() -> None:
    rows = [
        ["项目", "中央资金（万元）", "省级资金（万元）", "合计（万元）"],
        ["修路", "10", "20", "30"],
        ["修桥", "5", "5", "11"],
        ["护栏", "5", "5", "10"],
    ]
    assert verdicts(rows, "row") == {"修路·合计": True, "修桥·合计": False, "护栏·合计": True}


def test_a_total_column_of_another_unit_adds_up_nothing() -> None:
    rows = [["项目", "人数（人）", "户数（户）", "合计（万元）"], ["修路", "1", "2", "3"], ["修桥", "1", "2", "4"]]
    assert verdicts(rows, "row") == {}


def test_the_cell_where_wrong_row_and_wrong_column_cross_is_named() -> None:
    rows = [
        ["项目", "甲", "乙", "合计"],
        ["修路", "10", "26", "30"],
        ["修桥", "5", "6", "11"],
        ["合计", "15", "26", "41"],
    ]
    texts = [f.said["working"].zh for f in facts_of(rows) if f.said and f.fields.get("agree") is False]
    assert len(texts) == 2 and all("交叉处的26若为20则行列均相符" in text for text in texts)


def test_where_no_column_ties_up_the_table_is_read_wrongly_and_nothing_is_said() -> None:
    rows = [["乡镇", "甲", "乙", "丙"], ["东", "1", "2", "3"], ["西", "4", "5", "6"], ["合计", "50", "70", "90"]]
    assert set(verdicts(rows).values()) == {None}


def test_shares_and_averages_have_no_total() -> None:
    rows = [["乡镇", "覆盖率（%）", "人均补助（元）"], ["东", "90", "80"], ["西", "80", "70"], ["合计", "85", "75"]]
    assert facts_of(rows) == []


def test_every_field_is_in_the_vocabulary_and_every_id_unique() -> None:
    facts = facts_of(SUBTOTALS)
    assert all(set(f.fields) <= set(fields_of("total")) for f in facts)
    assert len({f.fields["id"] for f in facts}) == len(facts)


COUNTS = st.integers(1, 9000)
NAMES = [f"{a}{b}镇" for a in "东西南北中" for b in "山水河湖"]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[int]], int]:
    width, height = draw(st.integers(1, 5)), draw(st.integers(3, 12))
    body = draw(st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=height, max_size=height))
    return body, draw(st.sampled_from([0, height]))


def printed(body: list[list[int]], place: int, row_totals: bool = False) -> list[list[str]]:
    """Print a table of counts with its right total row at ``place``, and a total column if asked for."""
    columns = [f"任务{'甲乙丙丁戊'[i]}（户）" for i in range(len(body[0]))] + (["合计（户）"] if row_totals else [])
    rows = [[*row, sum(row)] if row_totals else list(row) for row in body]
    total = [sum(column) for column in zip(*rows, strict=True)]
    named = [(name, row) for name, row in zip(NAMES, rows, strict=False)]
    named.insert(place, ("合计", total))
    return [["乡镇", *columns], *([name, *map(str, row)] for name, row in named)]


@given(tables(), st.booleans())
def test_right_totals_agree_wherever_the_total_stands(sample: tuple[list[list[int]], int], row_totals: bool) -> None:
    facts = facts_of(printed(*sample, row_totals=row_totals))
    columns = [f for f in facts if f.fields["axis"] == "column"]
    assert len(columns) == len(sample[0][0]) + row_totals
    assert all(f.fields.get("agree") is True for f in facts)


@given(tables(), st.booleans(), st.data())
def test_one_changed_cell_gives_one_wrong_column(
    sample: tuple[list[list[int]], int], row_totals: bool, data: st.DataObject
) -> None:
    body, place = sample
    row_totals = row_totals and len(body[0]) > 1
    rows = printed(body, place, row_totals)
    inner = [i for i in range(1, len(rows)) if rows[i][0] != "合计"]
    row, column = data.draw(st.sampled_from(inner)), data.draw(st.integers(1, len(body[0])))
    rows[row][column] = str(int(rows[row][column]) + data.draw(st.integers(1, 500)))
    wrong = [f for f in facts_of(rows) if f.fields.get("agree") is not True]
    assert [f.fields["axis"] for f in wrong] == ["column"] + ["row"] * row_totals
    assert all(f.fields.get("agree") is False for f in wrong)
    assert wrong[0].fields["label"] == rows[0][column].removesuffix("（户）")


@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(sample: tuple[list[list[int]], int], random: object) -> None:
    body, place = sample
    shuffled = list(body)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def sums(rows: list[list[int]]) -> list[object]:
        return [
            (f.fields["label"], f.fields["computed"], f.fields.get("agree")) for f in facts_of(printed(rows, place))
        ]

    assert sums(body) == sums(shuffled)
