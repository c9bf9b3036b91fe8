"""What a rule card may say, what it then means, and what is said to whoever wrote it wrongly."""

from decimal import Decimal
from fractions import Fraction

import pytest

from engine.errors import RuleError
from engine.facts.fact import Fact
from engine.match.compile import compile_rule
from engine.match.indexed import IndexedMatcher
from engine.match.rule import Condition, Ref

C = {"kind": "commitment"}
R = {"kind": "requirement"}


def fact(name, kind="commitment", **fields):
    return Fact({"kind": kind, "id": name, "plan": "甲县", **fields})


def hit_ids(rule, facts):
    return [tuple(fact.fields["id"] for fact in hit.facts.values()) for hit in IndexedMatcher().run([rule], facts)]


COMMITMENTS = [
    fact("c1", low=12, section="body", approximate=True),
    fact("c2", low=Fraction(25, 2), section="annex", approximate=False),
    fact("c3", low=13, section="table"),
    fact("c4", section="true"),
    fact("c5", low="12.5"),
]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, ["c1", "c2", "c3", "c4", "c5"]),
        ({"section": "body"}, ["c1"]),
        ({"section": ["body", "table", "body"]}, ["c1", "c3"]),
        ({"section": {"neq": ["body", "table"]}}, ["c2", "c4"]),
        ({"section": {"neq": "body"}}, ["c2", "c3", "c4"]),
        ({"approximate": True}, ["c1"]),
        ({"approximate": {"neq": True}}, ["c2"]),
        ({"low": {"lt": "12.5"}}, ["c1"]),
        ({"low": {"lte": "12.5"}}, ["c1", "c2"]),
        ({"low": {"gte": Decimal("12.5")}}, ["c2", "c3"]),
        ({"low": {"gt": 12, "lt": 13}}, ["c2"]),
        ({"low": {"eq": 12}}, ["c1"]),
        ({"low": "12.5"}, ["c5"]),
        ({"low": {"gte": -1, "neq": [12, 13]}}, ["c2"]),
    ],
)
def test_a_condition_means_what_it_says(conditions, expected):
    rule = compile_rule("x", {"c": C | conditions}, {})
    assert hit_ids(rule, COMMITMENTS) == [(name,) for name in expected]


def test_a_card_in_full():
    rule = compile_rule(
        "below-floor",
        {
            "m": {"kind": "match"},
            "r": {"kind": "requirement", "id": "@m.requirement", "binding": "floor"},
            "c": {"kind": "commitment", "id": "@m.commitment", "low": {"lt": "@r.low"}},
        },
        {"d": {"kind": "refusal", "commitment": "@c.id"}},
    )
    facts = [fact(f"r{n}", "requirement", binding="floor", low=1100) for n in range(3)]
    facts += [fact("r3", "requirement", binding="ceiling", low=1100)]
    facts += [fact(f"c{n}", low=low) for n, low in enumerate([1000, 1100, 900, 0])]
    facts += [fact(f"m{n}", "match", requirement=f"r{n}", commitment=f"c{n}") for n in range(4)]
    facts += [fact("d", "refusal", commitment="c2")]
    assert hit_ids(rule, facts) == [("m0", "r0", "c0")]


def test_every_later_pattern_is_bound_to_the_plan_of_the_first():
    rule = compile_rule("x", {"r": R, "c": C | {"plan": "@r.plan"}}, {"m": {"kind": "match"}})
    join = Condition("plan", "eq", Ref("r", "plan"))
    assert [pattern.conditions.count(join) for pattern in rule.when + rule.without] == [0, 1, 1]


@pytest.mark.parametrize(
    ("when", "without", "zh", "en"),
    [
        ({}, {}, "when 至少要有一个条件组", "when needs at least one pattern"),
        ([C], {}, "when 应写成", "when must be written alias: {field: condition}"),
        ({"c": C}, [C], "without 应写成", "without must be written"),
        ({"c": "commitment"}, {}, "c：应写成 {字段: 条件}", "c: write {field: condition}"),
        ({"c": {}}, {}, "c：应写成 {字段: 条件}", "c: write {field: condition}"),
        ({"1c": C}, {}, "代号 1c 不可用", "1c cannot be an alias"),
        ({False: C}, {}, "代号 False 不可用", "False cannot be an alias"),
        ({"c": C}, {"c": C}, "代号 c 在 when 和 without 中重复", "alias c stands in both when and without"),
        ({"c": {"low": 1}}, {}, "缺少 kind", "kind is missing"),
        ({"c": {"kind": ["commitment", "item"]}}, {}, "缺少 kind", "name one kind of fact"),
        ({"c": {"kind": "comitment"}}, {}, "是否应为 commitment？可用：plan", "did you mean commitment? Kinds: plan"),
        ({"c": {"kind": "zzzz"}}, {}, "没有 zzzz 这种事实。可用", "there is no kind of fact zzzz. Kinds"),
        ({"c": C | {"lwo": 1}}, {}, "没有字段 lwo，是否应为 low？", "commitment has no field lwo; did you mean low?"),
        ({"c": C | {"binding": "floor"}}, {}, "commitment 没有字段 binding", "commitment has no field binding"),
        ({"r": R, "c": C | {"low": "@r.lov"}}, {}, "规则 x 的 r：requirement 没有字段 lov", "r: requirement has no"),
        ({"c": C | {"low": "@"}}, {}, "引用 @ 应写成 @代号.字段", "write the reference @ as @alias.field"),
        ({"c": C | {"low": "@r.low"}, "r": R}, {}, "引用的代号 r 不在它前面", "refers to r, which is no earlier"),
        ({"c": C | {"low": "@c.high"}}, {}, "引用的代号 c 不在它前面", "refers to c, which is no earlier"),
        ({"c": C}, {"r": R, "d": C | {"low": "@r.low"}}, "引用的代号 r", "refers to r"),
        ({"req": R, "c": C | {"low": "@rec.low"}}, {}, "是否应为 req？", "did you mean req?"),
        ({"c": C | {"low": {"lst": 1}}}, {}, "比较符 lst 无效，是否应为 lt？", "no operator lst; did you mean lt?"),
        ({"c": C | {"low": {"<": 1}}}, {}, "比较符 < 无效。可用：eq, neq", "no operator <. Operators: eq, neq"),
        ({"c": C | {"low": None}}, {}, "字段 low 没有写值", "field low has no value"),
        ({"c": C | {"low": {}}}, {}, "字段 low 没有写值", "field low has no value"),
        ({"c": C | {"low": []}}, {}, "字段 low 没有写值", "field low has no value"),
        ({"c": C | {"low": {"lt": None}}}, {}, "字段 low 没有写值", "field low has no value"),
        ({"c": C | {"low": 12.5}}, {}, "字段 low 的值 12.5 不可用", "field low cannot be compared with 12.5"),
        ({"c": C | {"low": {"lt": 12.5}}}, {}, "加引号的小数", "a quoted decimal"),
        ({"c": C | {"low": {"lt": "many"}}}, {}, "比较的值 many 不是数", "not many"),
        ({"c": C | {"low": {"lt": "１２"}}}, {}, "比较的值 １２ 不是数", "not １２"),
        ({"c": C | {"low": {"gt": True}}}, {}, "比较的值 True 不是数", "not True"),
        ({"c": C | {"low": [1, None]}}, {}, "字段 low 的值 None 不可用", "field low cannot be compared with None"),
        ({"c": C | {"low": {"lt": [1, 2]}}}, {}, "列表不能与 lt 连用", "lt takes no list"),
        ({"r": R, "c": C | {"low": ["@r.low"]}}, {}, "列表中不能有引用 @r.low", "not the reference @r.low"),
        ({"c": C | {"plan": "甲县"}}, {}, "不要对 plan 另设条件", "leave plan out"),
        ({"r": R, "c": C | {"plan": {"neq": "@r.plan"}}}, {}, "不要对 plan 另设条件", "leave plan out"),
        ({"r": R, "c": C | {"plan": "@r.id"}}, {}, "不要对 plan 另设条件", "leave plan out"),
    ],
)
def test_a_slip_is_refused_with_what_to_write_instead(when, without, zh, en):
    with pytest.raises(RuleError) as refusal:
        compile_rule("x", when, without)
    text = refusal.value.text
    assert zh in text.zh and "规则 x" in text.zh
    assert en in text.en and "Rule x" in text.en
