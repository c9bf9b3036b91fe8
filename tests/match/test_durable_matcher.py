"""The second matcher when things go wrong: no library, a worker that dies, hangs or lies, a rule it cannot hold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from engine.errors import MatcherError
from engine.facts.fact import Fact
from engine.match import durable
from engine.match.compile import compile_rule
from engine.match.durable import DurableMatcher, library_problem
from engine.match.durable_worker import fnv1a, free_names
from engine.match.indexed import IndexedMatcher
from engine.match.matchers import BothMatcher, Difference, matcher_named, run_both
from engine.match.rule import Condition, Pattern, Ref, Rule

needs_library = pytest.mark.skipif(library_problem() is not None, reason="durable_rules is not installed")

RULE = compile_rule("below", {"c": {"kind": "commitment", "low": {"lt": 5}}}, {})
FACTS = [Fact({"kind": "commitment", "id": f"c{n}", "plan": "甲县", "low": n}) for n in range(10)]
WORKER = str(Path(durable.__file__).with_name("durable_worker.py"))

MORTAL = """
import os, pathlib, runpy, signal, sys
worker, tally, lives = sys.argv[1:]
seen = pathlib.Path(tally).read_text() if pathlib.Path(tally).exists() else ""
pathlib.Path(tally).write_text(seen + "x")
if len(seen) < int(lives):
    print('{"ready": true}', flush=True)
    sys.stdin.readline(), sys.stdin.readline()
    os.kill(os.getpid(), signal.SIGSEGV)
runpy.run_path(worker, run_name="__main__")
"""
LIAR = """
import json
import subprocess
import sys
sys.stdin.readline()
print('{"ready": true}', flush=True)
for line in sys.stdin:
    print(sys.argv[1], flush=True)
"""


@pytest.fixture(autouse=True)
def library_found(monkeypatch):
    """Where the worker is played, the library need not be there."""
    monkeypatch.setattr(durable, "library_problem", lambda: None)


@pytest.fixture
def played():
    """Give a matcher whose worker gives one answer, whatever it is asked."""
    matchers = []

    def play(answer):
        matchers.append(DurableMatcher([sys.executable, "-c", LIAR, answer]))
        return matchers[-1]

    yield play
    for matcher in matchers:
        matcher.close()


def ids(hits):
    return [hit.facts["c"].fields["id"] for hit in hits]


@needs_library
@pytest.mark.parametrize("deaths", [0, 1])
def test_a_worker_that_dies_once_is_replaced(tmp_path, deaths):
    with DurableMatcher([sys.executable, "-c", MORTAL, WORKER, str(tmp_path / "tally"), str(deaths)]) as matcher:
        assert ids(matcher.run([RULE], FACTS)) == ["c0", "c1", "c2", "c3", "c4"]
    assert (tmp_path / "tally").read_text() == "x" * (deaths + 1)


@needs_library
def test_a_worker_that_dies_twice_is_reported_and_the_next_run_goes_on(tmp_path):
    with DurableMatcher([sys.executable, "-c", MORTAL, WORKER, str(tmp_path / "tally"), "2"]) as matcher:
        with pytest.raises(MatcherError) as error:
            matcher.run([RULE], FACTS)
        assert "甲县" in error.value.text.en and "died twice" in error.value.text.en
        assert "两次中断" in error.value.text.zh and "--matcher indexed" in error.value.text.zh
        assert len(matcher.run([RULE], FACTS)) == 5


def test_a_command_that_never_starts_a_worker_is_a_death_too():
    with pytest.raises(MatcherError, match="died twice"):
        DurableMatcher([sys.executable, "-c", ""]).run([RULE], FACTS)


def test_a_worker_that_hangs_counts_as_dead(monkeypatch):
    monkeypatch.setattr(durable, "ANSWER_SECONDS", 0.3)
    with pytest.raises(MatcherError, match="died twice"):
        DurableMatcher([sys.executable, "-c", "import time; time.sleep(3600)"]).run([RULE], FACTS)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ('{"error": "RuntimeError: 3 facts kept of 4"}', "failed on 甲县 (RuntimeError: 3 facts kept of 4)"),
        ('{"missing": "undefined symbol"}', "cannot be loaded (undefined symbol)"),
        ('{"hits": [[0, [7]]]}', "reported rule below for c7, which exact values do not confirm"),
        ('{"hits": [[0, [1]], [0, [1]]]}', "reported rule below for c1 more than once"),
        ("no json", "died twice on 甲县"),
        ("[]", "died twice on 甲县"),
    ],
)
def test_what_the_worker_says_is_not_taken_on_trust(played, answer, said):
    with pytest.raises(MatcherError) as error:
        played(answer).run([RULE], FACTS)
    assert said in error.value.text.en and error.value.text.zh


def test_a_difference_names_the_rule_the_facts_and_who_found_them(played):
    hits, differences = run_both(
        [RULE], FACTS, played('{"hits": [[0, [0]], [0, [1]], [0, [1]], [0, [2]], [0, [3]], [0, [9]]]}')
    )
    assert ids(hits) == ["c0", "c1", "c2", "c3", "c4"]
    assert differences == [
        Difference("below", "甲县", ("c1",), "durable"),
        Difference("below", "甲县", ("c4",), "indexed"),
        Difference("below", "甲县", ("c9",), "durable"),
    ]


def test_both_keeps_the_differences_of_every_run(played):
    both = BothMatcher(played('{"hits": [[0, [0]], [0, [1]], [0, [2]], [0, [3]]]}'))
    for _ in range(2):
        assert len(both.run([RULE], FACTS)) == 5
    assert both.differences == [Difference("below", "甲县", ("c4",), "indexed")] * 2
    both.close()


@needs_library
def test_run_both_needs_no_preparation():
    hits, differences = run_both([RULE], FACTS)
    assert (len(hits), differences) == (5, [])


@pytest.mark.parametrize(
    ("version", "said"),
    [((3, 13), "does not run on Python 3.13"), ((3, 14), "does not run on Python 3.14"), ((3, 12), "is not installed")],
)
def test_a_missing_library_says_how_to_install_it(monkeypatch, version, said):
    monkeypatch.setattr(durable, "find_spec", lambda name: None)
    problem = library_problem(version)
    assert said in problem.text.en and "'.[durable]'" in problem.text.en and "--matcher indexed" in problem.text.en
    assert "'.[durable]'" in problem.text.zh and "--matcher indexed" in problem.text.zh


def test_without_the_library_no_worker_is_started(monkeypatch):
    monkeypatch.setattr(durable, "library_problem", lambda: library_problem((3, 13)))
    with pytest.raises(MatcherError, match=r"Python 3\.13"):
        DurableMatcher(["/no/such/program"]).run([RULE], FACTS)


def test_matchers_go_by_name():
    assert isinstance(matcher_named("indexed"), IndexedMatcher)
    assert isinstance(matcher_named("durable"), DurableMatcher)


KIND = Condition("kind", "eq", "commitment")
JOIN = Condition("plan", "eq", Ref("a0", "plan"))
MANY = tuple(range(40))


@pytest.mark.parametrize(
    ("when", "without", "said"),
    [
        ([Pattern("a0", ())], [], "pattern a0 has no constant kind"),
        ([Pattern("a0", (KIND,)), Pattern("a1", (KIND,))], [], "pattern a1 is not joined on plan"),
        ([Pattern("a0", (KIND,))], [Pattern("a1", (KIND,))], "pattern a1 is not joined on plan"),
        (
            [Pattern("a0", (KIND,)), *[Pattern(f"a{n}", (KIND, JOIN)) for n in range(1, 16)]],
            [],
            "more than 15 patterns",
        ),
        ([Pattern("a0", (KIND,))], [Pattern("b", (KIND, JOIN, Condition("low", "in", MANY)))], "more than 15 patterns"),
        (
            [Pattern("a0", (KIND, Condition("low", "in", MANY), Condition("high", "in", MANY)))],
            [],
            "combine in more than 1000 ways",
        ),
        (
            [Pattern("a0", (KIND,)), Pattern("a1", (KIND, JOIN, *[Condition("low", "neq", Ref("a0", "low"))] * 15))],
            [],
            "pattern a1 has too many conditions",
        ),
    ],
)
def test_a_rule_that_it_cannot_hold_is_refused(when, without, said):
    with pytest.raises(MatcherError) as error:
        DurableMatcher().run([Rule("big", tuple(when), tuple(without))], FACTS)
    assert "cannot represent rule big" in error.value.text.en and said in error.value.text.en
    assert "规则 big" in error.value.text.zh


def test_ids_never_share_a_hash_with_one_in_use():
    taken = {fnv1a("f1"), fnv1a("f3")}
    names = free_names("f", taken)
    assert [next(names) for _ in range(3)] == ["f0", "f2", "f4"]
    assert fnv1a("plan-504979") == fnv1a("plan-2204246")


@needs_library
def test_rules_that_change_reach_the_worker(monkeypatch):
    monkeypatch.setattr(durable, "LOADS_PER_WORKER", 3)
    with DurableMatcher() as matcher:
        for limit in [1, 2, 3, 4, 5, 6, 7, 2]:
            rule = compile_rule("below", {"c": {"kind": "commitment", "low": {"lt": limit}}}, {})
            assert len(matcher.run([rule], FACTS)) == limit


@pytest.mark.parametrize("matcher", [IndexedMatcher(), pytest.param(DurableMatcher(), marks=needs_library)])
@pytest.mark.parametrize("value", ["3", True, "abc"])
def test_only_numbers_have_an_order_even_in_a_rule_that_no_card_wrote(matcher, value):
    rule = Rule("odd", (Pattern("c", (KIND, Condition("low", "gte", value))),))
    assert matcher.run([rule], [*FACTS, Fact({"kind": "commitment", "id": "t", "plan": "甲县", "low": value})]) == []


@pytest.mark.parametrize("matcher", [IndexedMatcher(), DurableMatcher()])
def test_a_fact_that_belongs_nowhere_is_refused(matcher):
    with pytest.raises(MatcherError, match="Fact number 11 lacks kind, id or plan"):
        matcher.run([RULE], [*FACTS, Fact({"kind": "commitment", "id": "c"})])


OPEN_TO_ALL = {"rulesets": [{"0/0": [["a"], {"all": [{"a": {"$and": [{"kind": "c0"}]}}], "dist": 0}]}]}


@needs_library
@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ({"kind": "c0", "no": 4}, {"hits": [[0, [4]]]}),
        ({"kind": "c1", "no": 4}, {"hits": []}),
        ({"kind": "c0", "no": 0.5}, {"error": "TypeError: float in a row"}),
        ({"kind": "c0", "no": None}, {"error": "TypeError: NoneType in a row"}),
        ({"kind": "c0", "no": 2**62}, {"error": "TypeError: int in a row"}),
        ({"kind": "c0"}, {"error": "KeyError: 'no'"}),
    ],
)
def test_the_worker_says_what_went_wrong_and_goes_on(row, answer):
    fine = {"kind": "c0", "no": 1}
    requests = [{"ruleset": 0, "rows": []}, OPEN_TO_ALL, *({"ruleset": 0, "rows": [one]} for one in (row, fine))]
    lines = "".join(json.dumps(request) + "\n" for request in requests)
    ended = subprocess.run([sys.executable, "-P", WORKER], input=lines, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert answers == [{"error": "RuntimeError: no rules yet"}, {"ready": True}, answer, {"hits": [[0, [1]]]}]
