import re
from decimal import Decimal

import pytest
from plan_samples import figure, plan

from engine.facts.fact import Fact
from engine.reconcile.prose.changes import change_facts
from engine.reconcile.prose.parts import parts_facts
from engine.reconcile.prose.products import product_facts
from engine.reconcile.prose.ratios import ratio_facts


def changes(text: str, words: str, value: str, baseline: str, unit: str = "元/人/月") -> list[Fact]:
    commitment = figure(text, words, "补助标准", value, unit, baseline=Decimal(baseline))
    return list(change_facts(plan(text, commitment), "p"))


@pytest.mark.parametrize(
    ("text", "words", "value", "falls"),
    [
        ("补助标准由600元提高到650元。", "650元", "650", False),
        ("补助标准由600元提高到560元。", "560元", "560", True),
        ("补助标准由600元降低到560元。", "560元", "560", False),
        ("补助标准由600元减至650元。", "650元", "650", True),
    ],
)
def test_words_of_growth_lead_upward(text: str, words: str, value: str, falls: bool) -> None:
    assert [f.fields["falls"] for f in changes(text, words, value, "600")] == [falls]


def test_without_such_words_nothing_is_said() -> None:
    assert changes("补助标准由600元调整为560元。", "560元", "560", "600") == []


@pytest.mark.parametrize(
    ("behind", "agree"),
    [
        ("，增加50元", True),
        ("，增加60元", False),
        ("，增长8.3%", True),
        ("，增长8%", True),
        ("，提高了9.5%", False),
        ("，惠及群众300人", None),
        ("，增幅居全省前列", None),
    ],
)
def test_growth_stated_against_growth_computed(behind: str, agree: bool | None) -> None:
    text = f"补助标准由600元提高到650元{behind}。"
    (fact,) = changes(text, "650元", "650", "600")
    assert fact.fields.get("agree") is agree


@pytest.mark.parametrize(
    ("total", "agree"), [("60万元", True), ("50万元", False), ("600000元", True), ("600001元", False)]
)
def test_people_times_rate_times_months(total: str, agree: bool) -> None:
    text = f"为100人发放补助，每人每月500元，全年共发放{total}。"
    value = str(Decimal(total.rstrip("万元")) * (10_000 if "万" in total else 1))
    commitments = [
        figure(text, "100人", "人数", "100", "人"),
        figure(text, "500元", "标准", "500", "元/人/月"),
        figure(text, total, "补助资金", value, "元", digits=-4 if "万" in total else None),
    ]
    assert [f.fields["agree"] for f in product_facts(plan(text, *commitments), "p")] == [agree]


@pytest.mark.parametrize(
    ("period", "total", "agree"),
    [
        ("学年", "5万元", True),
        ("学年", "60万元", False),
        ("半月", "120万元", True),
        ("半月", "60万元", False),
        ("半年", "10万元", True),
        ("学期", "10万元", True),
    ],
)
def test_the_periods_of_a_rate_are_counted_in_months(period: str, total: str, agree: bool) -> None:
    text = f"为100人发放补助，每人每{period}500元，全年共发放{total}。"
    commitments = [
        figure(text, "100人", "人数", "100", "人"),
        figure(text, "500元", "标准", "500", f"元/人/{period}"),
        figure(text, total, "补助资金", str(Decimal(total[:-2]) * 10_000), "元", digits=-4),
    ]
    assert [f.fields["agree"] for f in product_facts(plan(text, *commitments), "p")] == [agree]


def test_the_number_of_months_is_needed() -> None:
    text = "为100人发放补助，每人每月500元，共发放50万元。"
    commitments = [
        figure(text, "100人", "人数", "100", "人"),
        figure(text, "500元", "标准", "500", "元/人/月"),
        figure(text, "50万元", "补助资金", "500000", "元"),
    ]
    assert list(product_facts(plan(text, *commitments), "p")) == []


@pytest.mark.parametrize(("months", "agree"), [("640", False), ("648", True)])
def test_persons_times_months(months: str, agree: bool) -> None:
    text = f"康复救助儿童81人，人均不低于8个月，康复服务{months}月·人。"
    commitments = [
        figure(text, "81人", "人数", "81", "人"),
        figure(text, "不低于8个月", "时长", "8", "月/人", op=">="),
        figure(text, f"{months}月·人", "服务量", months, "月·人"),
    ]
    (fact,) = product_facts(plan(text, *commitments), "p")
    assert (fact.fields["computed"], fact.fields["agree"]) == (648, agree)


def shares(share: str, between: str = "，其中", before: str = "，占") -> list[Fact]:
    text = f"全县有村120个{between}已建成90个{before}{share}。"
    commitments = [
        figure(text, "120个", "村数", "120", "个"),
        figure(text, "90个", "建成数", "90", "个"),
        figure(text, share, "建成率", share.rstrip("%"), "%", digits=len(share.rstrip("%").partition(".")[2]) or None),
    ]
    return list(ratio_facts(plan(text, *commitments), "p"))


@pytest.mark.parametrize(("share", "agree"), [("75%", True), ("75.0%", True), ("74%", False), ("80%", False)])
def test_a_share_against_its_counts(share: str, agree: bool) -> None:
    (fact,) = shares(share)
    assert (fact.fields["computed"], fact.fields["agree"]) == (75, agree)


def test_a_share_of_something_else_is_left_alone() -> None:
    assert shares("80%", before="，群众满意度达") == []


def test_a_share_cut_off_instead_of_rounded_is_let_pass() -> None:
    text = "全县有村3个，其中已建成2个，占66%。"
    commitments = [
        figure(text, "3个", "村数", "3", "个"),
        figure(text, "2个", "建成数", "2", "个"),
        figure(text, "66%", "建成率", "66", "%"),
    ]
    (fact,) = ratio_facts(plan(text, *commitments), "p")
    assert fact.fields["agree"] is True


def test_all_facts_of_a_plan_have_their_own_ids() -> None:
    text = "培训100人，其中甲类60人，乙类40人。补助标准由600元提高到650元。"
    extraction = plan(
        text,
        figure(text, "100人", "培训人数", "100", "人", id="w"),
        figure(text, "60人", "甲类", "60", "人", id="a", part_of="w"),
        figure(text, "40人", "乙类", "40", "人", id="b", part_of="w"),
        figure(text, "650元", "补助标准", "650", "元/人/月", baseline=Decimal(600)),
    )
    facts = [
        fact for derive in (parts_facts, change_facts, product_facts, ratio_facts) for fact in derive(extraction, "p")
    ]
    assert sorted(str(f.fields["kind"]) for f in facts) == ["change", "parts"]
    assert len({f.fields["id"] for f in facts}) == len(facts)
    assert all(f.fields["plan"] == "p" for f in facts)


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        ("上年底已建成充电站45个，今年新增15个，累计达到", True),
        ("到2023年底建成充电站45个，2024年新增充电站15个，总数达到", True),
        ("上年底已建成充电站45个，今年新增13个，累计达到", False),
        # Not exact, of something else, or with more in between.
        ("上年底已建成充电站约45个，今年新增13个，累计达到", None),
        ("上年底已建成充电站45个，今年新增停车场13个，累计达到", None),
        ("上年底已建成充电站45个，今年新增13个、撤并2个，累计达到", None),
        ("上年底已建成充电站45座，今年新增13座，累计达到", None),
    ],
)
def test_a_running_total_against_what_was_and_what_is_added(words: str, agree: bool | None) -> None:
    text = f"{words}60个。"
    facts = list(change_facts(plan(text, figure(text, "60个", "充电站数量", "60", "个", id="t")), "p"))
    assert [fact.fields.get("agree") for fact in facts] == ([] if agree is None else [agree])


@pytest.mark.parametrize(
    ("text", "agree"),
    [
        ("全县泵站20座，至年末累计改造15座，改造率78%。", [False]),
        ("全县泵站20座，至年末累计改造15座，改造率75%。", [True]),
        ("全县泵站20座，今年新改造15座，改造率90%。", []),
        ("全县泵站20座，累计改造15座，完好率90%。", []),
        # In words; tenths are rough.
        ("全县泵站20座，至年末累计改造15座，改造率百分之七十八。", [False]),
        ("全县泵站20座，至年末累计改造15座，改造率百分之七十五。", [True]),
        ("全县泵站20座，至年末累计改造15座，改造率八成。", []),
    ],
)
def test_a_rate_follows_from_all_there_are_and_those_done_so_far(text: str, agree: list[bool]) -> None:
    words = re.findall(r"\d+(?:座|%)|百分之[七八十五]+|八成", text)
    spelled = {"百分之七十八": "78", "百分之七十五": "75", "八成": "80"}
    members = [
        figure(text, one, "泵站", spelled.get(one, one.rstrip("座%")), "座" if one[-1] == "座" else "%")
        for one in words
    ]
    assert [f.fields["agree"] for f in ratio_facts(plan(text, *members), "p")] == agree


def test_hours_of_two_things_are_no_product() -> None:
    text = "为1650名老人每人每月服务3小时，护理员培训服务不少于40小时，全年开展。"
    commitments = [
        figure(text, "1650名", "人数", "1650", "人"),
        figure(text, "3小时", "服务时长", "3", "小时/人/月"),
        figure(text, "不少于40小时", "培训时长", "40", "小时", op=">="),
    ]
    assert list(product_facts(plan(text, *commitments), "p")) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{whole}甲项需资金1200万元，占总需求的24%；乙项需资金1750万元，占总需求的35%；丙项需资金750万元，占15%。", []),
        (
            "{whole}甲项需资金1200万元，占总需求的24%；乙项需资金1750万元，占总需求的53%；丙项需资金750万元，占15%。",
            [53],
        ),
        ("{whole}\n二、分项\n甲项1200万元，占24%；乙项0.175亿元，占比38%；丙项750万元，占总额的15%。", [38]),
        # Only one bears the whole out.
        ("{whole}甲项需资金1200万元，占总需求的24%；乙项需资金1750万元，占总需求的53%。", []),
        # Of something else: another sum, a part, the year before.
        ("{whole}甲项1200万元，占24%；乙项1750万元，占全县财政支出的5.3%；丙项750万元，占15%。", []),
        ("{whole}甲项1200万元，占24%；乙项1750万元，占35%，其中县级350万元，占20%；丙项750万元，占15%。", []),
        ("{whole}甲项1200万元，占24%；丙项750万元，占15%。另一批总投资共800万元，其中县级200万元，占25%。", []),
        ("{whole}甲项1200万元，约占25%；乙项1750万元，占35%；丙项750万元，占15%。", []),
    ],
)
def test_shares_of_a_whole_told_once_for_all_of_them(text: str, wrong: list[int]) -> None:
    facts = ratio_facts(plan(text.format(whole="全年共需资金5000万元，比上年增加200万元。")), "p")
    assert [fact.fields["stated"] for fact in facts if not fact.fields["agree"]] == wrong
