"""What a reader of plans would say a label is about, and what it must not be taken for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from engine.resolve.resolver import Resolver
from standards.catalogue import load_catalogue

HERE = Path(__file__).parent


@cache
def resolver() -> Resolver:
    return Resolver(load_catalogue())


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line[2:].split(" |")] for line in lines if line.startswith("- ")]


POSITIVE = rows("positive.yaml")
NEGATIVE = rows("negative.yaml")


@pytest.mark.parametrize("row", POSITIVE, ids=lambda row: f"{row[0]} {row[1]}")
def test_label_is_resolved(row: list[str]) -> None:
    label, unit, measure, indicator, scope, compared = (*row, "", "")[:6]
    found = resolver().resolve(label, label, unit, measure)
    assert found.indicator == indicator, found
    assert set(found.scope) == set(scope.split(",") if scope else ())
    assert found.resolved_unit == (compared or unit)


@pytest.mark.parametrize("row", NEGATIVE, ids=lambda row: f"{row[0]} {row[1]}")
def test_tempting_label_is_not_taken(row: list[str]) -> None:
    label, unit, measure, tempting, instead = (*row, "")[:5]
    assert tempting in load_catalogue().indicators
    found = resolver().resolve(label, label, unit, measure)
    assert found.indicator != tempting
    assert (found.indicator or "") == instead, found


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert len(POSITIVE) >= 120
    assert len(NEGATIVE) >= 60


CONTEXT = [
    ("城镇低保适龄妇女开展人数", "城乡适龄妇女“两癌”免费筛查", "人", "two-cancer-screening"),
    ("免费康复救助人数", "为残疾儿童提供免费康复救助", "人", "disabled-children-rehabilitation"),
    ("筛查覆盖率", "适龄妇女“两癌”免费筛查", "%", "two-cancer-screening-rate"),
    ("农村重度残疾人标准", "重度残疾人生活救助制度", "元/人/年", "severe-disability-living-aid"),
]


@pytest.mark.parametrize(("label", "context", "unit", "indicator"), CONTEXT)
def test_words_of_the_context_are_a_matter_for_review(label: str, context: str, unit: str, indicator: str) -> None:
    found = resolver().resolve(label, context, unit)
    assert (found.indicator, found.certainty) == (indicator, "review")


@pytest.mark.parametrize(
    ("label", "context", "unit"),
    [
        ("数量", "适龄妇女“两癌”免费筛查", "个"),
        ("县本级资金", "困难残疾人生活补贴和重度残疾人护理补贴", "元"),
        ("建档人数", "散居孤儿基本生活保障标准", "人"),
        ("覆盖率", "提高城市低保标准", "%"),
    ],
)
def test_a_context_alone_names_nothing(label: str, context: str, unit: str) -> None:
    assert resolver().resolve(label, context, unit).indicator is None


@pytest.mark.parametrize(
    ("unit", "compared", "certainty"),
    [
        ("元/月", "元/人/月", "certain"),
        ("元/人/年", "元/人/年", "certain"),
        ("元", "元/人/月", "review"),
        ("", "", "review"),
    ],
)
def test_a_missing_denominator_is_supplied(unit: str, compared: str, certainty: str) -> None:
    found = resolver().resolve("散居孤儿基本生活保障标准", "", unit, "standard")
    assert (found.indicator, found.resolved_unit, found.certainty) == ("orphan-living-allowance", compared, certainty)


def test_a_period_that_texts_use_both_ways_is_not_guessed() -> None:
    found = resolver().resolve("农村低保标准", "", "元", "standard")
    assert (found.indicator, found.resolved_unit, found.certainty) == ("rural-minimum-living-allowance", "元", "review")


@pytest.mark.parametrize(
    "label", ["“两癌”免费检查人数", "两癌免费检查人数", "「两癌」 免费检查人数", "（两癌）免费检查人数"]
)
def test_marks_do_not_matter(label: str) -> None:
    assert resolver().resolve(label, "", "人").indicator == "two-cancer-screening"


def test_a_refusal_says_why() -> None:
    found = resolver().resolve("孤儿基本生活补助资金", "", "元", "amount")
    reasons = [rejection.explained(load_catalogue()) for rejection in found.rejected]
    assert found.indicator is None
    assert any("孤儿基本生活保障标准" in reason.zh and "Orphans" in reason.en for reason in reasons)


def test_an_unresolved_label_names_what_is_near() -> None:
    found = resolver().resolve("事实无人抚养儿童心理辅导场次", "", "场次")
    assert found.indicator is None
    assert "unattended-children-allowance" in found.nearest
