"""Reviews in a whole check: what is found in the real documents, and documents known from outside."""

from collections import Counter
from pathlib import Path

import pytest
from review_reading import RESOLVER

from engine.check import Circumstances, check_plan, document_of, read_plan_text
from engine.review.facts import review_facts
from plans import read_plan
from rules import load_cards


@pytest.mark.parametrize(
    ("seed", "forms"),
    [
        ("000", {"garbled": 1, "numbering": 1}),
        ("001", {"annex": 1, "document-number": 1, "garbled": 2, "name-drift": 1}),
        ("002", {"garbled": 2}),
        ("003", {"garbled": 1, "name-drift": 1, "not-in-body": 1}),
        ("004", {"duration": 1}),
    ],
)
def test_real_documents_give_what_is_wrong_with_them_and_no_more(
    seeds: dict[str, Path], seed: str, forms: dict[str, int]
) -> None:
    extraction = read_plan_text(read_plan(seeds[seed]), RESOLVER)
    found = [f.fields for f in review_facts(extraction, "p")]
    odd = [f for f in found if f["kind"] == "oddity" or not (f["found"] and f["named"])]
    assert Counter(str(f.get("form") or f["target"]) for f in odd) == forms


@pytest.mark.parametrize("name", ["county-plan.docx", "county-plan-compliant.docx", "township-plan.txt"])
def test_the_sample_plans_are_well_drafted(name: str) -> None:
    extraction = read_plan_text(read_plan(Path(__file__).parents[2] / "plans/samples" / name), RESOLVER)
    found = [f.fields for f in review_facts(extraction, "p")]
    assert [f for f in found if f["kind"] == "oddity" or not (f["found"] and f["named"])] == []


@pytest.mark.parametrize(
    ("known", "verdicts"),
    [
        (None, []),
        ({}, ["indeterminate"]),
        ({"河政办〔2022〕9号": False}, []),
        ({"河政办〔2022〕9号": True}, ["violates"]),
    ],
)
def test_a_check_says_what_it_knows_of_documents_cited(known: dict[str, bool] | None, verdicts: list[str]) -> None:
    text = "按照《关于办好民生实事的通知》（河政办〔2022〕9号）精神，制定本方案。\n1.老旧小区改造。改造3个。\n"
    extraction = read_plan_text(document_of(text, "plan.txt"), RESOLVER)
    result = check_plan(extraction, (), load_cards(), RESOLVER, Circumstances(known_documents=known))
    assert [f.verdict for f in result.findings if f.rule == "cited-document"] == verdicts
