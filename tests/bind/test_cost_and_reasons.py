"""What a finding explains: how a figure was read and converted, why this standard, what closing the gap costs."""

from datetime import date

import pytest
from running import ROOT, STANDARD

from engine.check import check_plan, check_texts, document_of, read_plan_text
from engine.resolve.resolver import Resolver
from rules import load_cards
from standards.catalogue import load_catalogue
from standards.files.loader import load_standard
from standards.in_force.apply import apply

CATALOGUE = load_catalogue()
RESOLVER = Resolver(CATALOGUE)
CARDS = load_cards()


def cost(plan, standard):
    findings = check_texts(f"1.保障。{plan}", f"1.保障。{standard}", CARDS, CATALOGUE)
    (finding,) = [f for f in findings if f.rule == "below-floor"]
    return [step.zh.partition("，")[2] for step in finding.trace if step.zh.startswith("资金缺口")]


ORPHAN = "散居孤儿基本生活费不低于每人每月1100元。"
RURAL = "农村低保标准不低于每人每月420元。"
COSTS = [
    ("散居孤儿每人每月1010元，共130人。", ORPHAN, ["90元/人/月×130人×12＝14.04万元。"]),
    ("农村低保标准每人每年4800元，惠及2100人。", RURAL, ["20元/人/月×2100人×12＝50.4万元。"]),
    ("散居孤儿每人每月1010元，惠及约130人。", ORPHAN, []),
    ("散居孤儿每人每月1010元。", ORPHAN, []),
    ("散居孤儿每人每月1010元。培训职工130人。", ORPHAN, []),
    ("散居孤儿每人每月1010元，集中供养孤儿每人每月1700元，共130人。", ORPHAN, []),
    ("散居孤儿每人每月1010元，惠及130人，其中女童60人。", ORPHAN, ["90元/人/月×130人×12＝14.04万元。"]),
    ("散居孤儿每人每月1010元，惠及130人、培训社工20人。", ORPHAN, []),
    # A school year is a year, whatever the unit of the standard calls it.
    (
        "护河巡查补助每人每学年1100元，惠及300人。",
        "护河巡查补助每人每学年不低于1250元。",
        ["150元/人/学年×300人＝每年45000元。"],
    ),
    (
        "护河巡查补助每人每半月200元，惠及40人。",
        "护河巡查补助每人每半月不低于250元。",
        ["50元/人/半月×40人×24＝48000元。"],
    ),
]


@pytest.mark.parametrize(("plan", "standard", "expected"), COSTS)
def test_a_gap_costs_something_only_where_the_people_are_certain(plan, standard, expected):
    assert cost(plan, standard) == expected


def test_a_reader_sees_the_figure_converted_into_the_standards_unit():
    findings = check_texts("1.救助。农村低保标准每人每年4800元。", f"1.救助。{RURAL}", CARDS, CATALOGUE)
    steps = "".join(step.zh for f in findings if f.rule == "below-floor" for step in f.trace)
    assert "换算：4800元/人/年＝400元/人/月。" in steps
    assert "原文“4800元”，读作4800元/人/年。" in steps


HEAD = """
title: {title}
number: {number}
issuer: 民政
level: {level}
place: {place}
published: 2022-01-05
source: {{confidence: primary, checked: 2022-02-01}}
requirements:
  - id: orphan-scattered
    indicator: orphan-living-allowance
    label: 散居孤儿基本生活保障标准
    scope: [散居]
    binding: floor
    values: [{values}]
"""
CHAIN = (
    ("nation", "全国", "国标〔2010〕1号", '{from: 2010-01-01, op: ">=", value: "600", unit: 元/人/月}'),
    (
        "province",
        "岚省",
        "岚民发〔2022〕3号",
        '{from: 2021-01-01, to: 2021-12-31, op: ">=", value: "1000", unit: 元/人/月}, '
        '{from: 2022-01-01, op: ">=", value: "1100", unit: 元/人/月}',
    ),
    ("city", "岚省/岚市", "岚市民〔2022〕9号", '{from: 2023-01-01, op: ">=", value: "1150", unit: 元/人/月}'),
)


@pytest.fixture
def chain(tmp_path):
    made = []
    for level, place, number, values in CHAIN:
        file = tmp_path / f"{level}.yaml"
        file.write_text(HEAD.format(title="孤儿标准", level=level, place=place, number=number, values=values), "utf-8")
        made.append(load_standard(file, known_indicators=frozenset(CATALOGUE.indicators)))
    return made


def test_a_finding_says_why_this_standard_and_which_others_were_looked_at(chain):
    plan = read_plan_text(document_of("岚县2022年民生实事\n1.孤儿。散居孤儿每人每月1050元。", "plan"), RESOLVER)
    applied = apply(chain, level="county", on=date(2022, 12, 31))
    (finding,) = [f for f in check_plan(plan, applied, CARDS, RESOLVER).findings if f.rule == "below-floor"]
    (why,) = [step.zh for step in finding.trace if step.zh.startswith("采用这一标准的理由")]
    assert why == (
        "采用这一标准的理由：在有效的 2 条中要求最高。截至2022-12-31比较过的各级、各期标准："
        "国家（国标〔2010〕1号）不低于600元/人/月，要求较低；"
        "省（岚民发〔2022〕3号）不低于1000元/人/月，2021-12-31已到期；"
        "省（岚民发〔2022〕3号）不低于1100元/人/月，采用；"
        "市（岚市民〔2022〕9号）不低于1150元/人/月，2023-01-01起施行，尚未生效。"
    )


def test_the_reason_stands_in_english_too(chain):
    applied = apply(chain, level="county", on=date(2022, 12, 31))
    (reason,) = [a.reason.en for a in applied if a.reason]
    assert reason.startswith(
        "Why this standard: it asks the most of the 2 in force. Standards looked at for 2022-12-31:"
    )
    assert "city (岚市民〔2022〕9号)" in reason and "in force from 2023-01-01, not yet" in reason


@pytest.mark.parametrize(
    ("plan", "certainty"),
    [
        ("1.孤儿保障。散居孤儿基本生活保障标准每人每月1200元。", "certain"),
        ("1.孤儿基本生活保障。散居的每人每月1200元。", "review"),
        ("1.孤儿保障。散居每人每月1200元。", "review"),
    ],
)
def test_a_figure_that_only_its_context_names_is_for_a_person_to_confirm(plan, certainty):
    standard = load_standard(ROOT / STANDARD)
    read = read_plan_text(document_of(plan, "plan.txt"), RESOLVER)
    applied = apply([standard], level="county", on=date(2024, 12, 31))
    findings = check_plan(read, applied, CARDS, RESOLVER).findings
    assert [f.certainty for f in findings if f.rule == "below-floor"] == [certainty]
