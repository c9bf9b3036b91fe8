"""Both matchers find what a card means, over random cards and facts with every value that is easy to get wrong."""

import sys
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from match_oracle import compares, hits_of, numbered, problem

from engine.errors import MatcherError
from engine.facts.fact import Fact
from engine.match import durable, indexed
from engine.match.compare import holds
from engine.match.compile import compile_rule
from engine.match.durable import DurableMatcher
from engine.match.indexed import IndexedMatcher
from engine.match.matchers import run_both

needs_library = pytest.mark.skipif(durable.library_problem() is not None, reason="durable_rules is not installed")
seeds = st.integers(0, 2**64 - 1)
steady = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def worker():
    with DurableMatcher() as matcher:
        yield matcher


def compiled(cards):
    return [compile_rule(*card) for card in cards]


def differs_nowhere(seed):
    cards, facts = problem(seed)
    assert numbered(IndexedMatcher().run(compiled(cards), facts), facts) == hits_of(cards, facts)


@settings(steady, max_examples=600)
@given(seeds)
def test_the_default_matcher_finds_what_the_cards_mean(seed):
    differs_nowhere(seed)


@needs_library
@settings(steady, max_examples=400)
@given(seed=seeds)
def test_durable_finds_what_the_cards_mean(worker, seed):
    cards, facts = problem(seed, rules=12)
    assert numbered(worker.run(compiled(cards), facts), facts) == hits_of(cards, facts)


@needs_library
@settings(steady, max_examples=60)
@given(seed=seeds)
def test_the_two_never_differ(worker, seed):
    cards, facts = problem(seed)
    hits, differences = run_both(compiled(cards), facts, worker)
    assert differences == []
    assert numbered(hits, facts) == hits_of(cards, facts)


def equal_as_python_has_it(value):
    return value


def unequal_when_missing(op, left, right):
    return op == "neq" if left is None or right is None else holds(op, left, right)


def open_ends(op, left, right):
    return holds({"lte": "lt", "gte": "gt"}.get(op, op), left, right)


def ordered_texts(op, left, right):
    texts = isinstance(left, str) and isinstance(right, str)
    return left < right if texts and op == "lt" else holds(op, left, right)


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("exact_key", equal_as_python_has_it),
        ("holds", unequal_when_missing),
        ("holds", open_ends),
        ("holds", ordered_texts),
    ],
)
def test_a_matcher_with_a_slip_is_caught(monkeypatch, name, wrong):
    monkeypatch.setattr(indexed, name, wrong)
    comparing = settings(steady, max_examples=1500, phases=[Phase.generate])(given(seeds)(differs_nowhere))
    with pytest.raises(AssertionError):
        comparing()


def fact(kind, name, plan="甲县", **fields):
    return Fact({"kind": kind, "id": name, "plan": plan, **fields})


VALUES = [
    "1",
    "true",
    "True",
    1,
    True,
    False,
    0,
    Fraction(1, 3),
    Fraction(1),
    "",
    "\x00",
    2**63,
    2**64,
    2**64 + 1,
    None,
]


@needs_library
@pytest.mark.parametrize("op", ["eq", "neq", "lt", "lte", "gt", "gte"])
def test_every_pair_of_values_compares_alike_in_both(worker, op):
    left = [fact("commitment", f"c{n}", **({} if v is None else {"low": v})) for n, v in enumerate(VALUES)]
    right = [fact("requirement", f"r{n}", **({} if v is None else {"low": v})) for n, v in enumerate(VALUES)]
    rule = compile_rule("x", {"r": {"kind": "requirement"}, "c": {"kind": "commitment", "low": {op: "@r.low"}}}, {})
    expected = {(f"c{i}", f"r{j}") for i, a in enumerate(VALUES) for j, b in enumerate(VALUES) if compares(op, a, b)}
    for matcher in (IndexedMatcher(), worker):
        hits = matcher.run([rule], left + right)
        assert {(h.facts["c"].fields["id"], h.facts["r"].fields["id"]) for h in hits} == expected


@needs_library
def test_hundreds_of_rules_on_one_kind_stay_within_the_librarys_limits(worker):
    rules = [compile_rule(f"over{n:03}", {"c": {"kind": "commitment", "low": {"gt": n}}}, {}) for n in range(300)]
    facts = [fact("commitment", f"c{n:03}", low=n) for n in range(0, 300, 20)]
    assert len(worker.run(rules, facts)) == sum(range(0, 300, 20))
    assert run_both(rules, facts, worker)[1] == []


@needs_library
def test_an_absence_is_not_reported_before_the_last_fact_is_in(worker):
    rule = compile_rule("silent", {"r": {"kind": "requirement"}}, {"m": {"kind": "match", "requirement": "@r.id"}})
    facts = [fact("requirement", f"r{n}") for n in range(40)] + [fact("match", "m", requirement="r7")]
    assert len(worker.run([rule], facts)) == 39


@needs_library
def test_a_match_in_one_plan_never_answers_for_another(worker):
    rule = compile_rule("silent", {"r": {"kind": "requirement"}}, {"m": {"kind": "match", "requirement": "@r.id"}})
    facts = [fact("requirement", "r", plan=p) for p in ("甲县", "乙县")] + [fact("match", "m", "甲县", requirement="r")]
    for matcher in (IndexedMatcher(), worker):
        assert [hit.facts["r"].fields["plan"] for hit in matcher.run([rule], facts)] == ["乙县"]


@needs_library
def test_many_facts_of_one_plan_are_all_kept(worker):
    facts = [fact("commitment", f"c{n}", low=Fraction(n, 7)) for n in range(3000)]
    facts += [fact("match", f"m{n}", commitment=f"c{n}") for n in range(0, 3000, 3)]
    rule = compile_rule("m", {"m": {"kind": "match"}, "c": {"kind": "commitment", "id": "@m.commitment"}}, {})
    hits, differences = run_both([rule], facts, worker)
    assert (len(hits), differences) == (1000, [])


@needs_library
def test_this_process_never_loads_the_library(worker):
    worker.run([compile_rule("c", {"c": {"kind": "commitment"}}, {})], [fact("commitment", "c")])
    assert "durable_rules_engine" not in sys.modules


@pytest.mark.parametrize("value", [0.5, None, b"1"])
def test_a_value_that_is_not_exact_is_refused(value):
    rule = compile_rule("c", {"c": {"kind": "commitment"}}, {})
    with pytest.raises(MatcherError, match=f"field low of fact c7 in 甲县: {type(value).__name__}"):
        IndexedMatcher().run([rule], [fact("commitment", "c7", low=value)])
