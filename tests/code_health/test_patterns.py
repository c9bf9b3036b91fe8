"""Patterns are compiled when they are first used, and every one of them can be."""

import ast
import re
from importlib import import_module

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from source import name_of, place, program, tree

from engine.patterns import every, lazy


def test_a_lazy_pattern_answers_as_the_compiled_one():
    mine, theirs = (
        lazy(r"(?P<n>\d+)(?P<unit>元|人)", re.IGNORECASE),
        re.compile(r"(?P<n>\d+)(?P<unit>元|人)", re.IGNORECASE),
    )
    text = "每人300元，共5人"
    for _ in range(2):
        assert mine.findall(text) == theirs.findall(text)
        assert mine.search(text, 5).span() == theirs.search(text, 5).span()
        assert mine.sub("", text) == theirs.sub("", text)
    assert (mine.pattern, mine.flags, mine.groupindex) == (theirs.pattern, theirs.flags, theirs.groupindex)
    with pytest.raises(AttributeError):
        mine.unheard_of  # noqa: B018


def patterns():
    for path in program():
        if path.stem != "__main__":
            import_module(name_of(path))
    return every()


GUARDED = dict(sorted((each.pattern, each.needs) for each in patterns() if each.needs))


def test_every_pattern_of_the_program_compiles():
    assert len(patterns()) > 200
    for each in patterns():
        assert each.groups >= 0


def answers(pattern, text):
    """What every method says of a text, from its start and from further on."""
    yield from (pattern.findall(text), pattern.sub("-", text), pattern.sub("-", text, 1), pattern.split(text, 1))
    for name in ("search", "match", "fullmatch"):
        for bounds in ((), (1,), (2, 5), (3, 3), (9, 4)):
            found = getattr(pattern, name)(text, *bounds)
            yield found and (found.span(), found.groups())
    yield [found.span() for found in pattern.finditer(text, 1)]


@pytest.mark.parametrize("text", ["", "去年3个", "比去年3个多5个", "3个", "去年", "去年3个上年4个", "\n去年12个"])
def test_a_guarded_pattern_answers_as_the_compiled_one(text):
    mine, theirs = r"(?:去|上)年(\d+)(?=个)", re.compile(r"(?:去|上)年(\d+)(?=个)")
    assert list(answers(lazy(mine, needs="去年|上年"), text)) == list(answers(theirs, text))
    held = lazy(mine, needs="去年|上年").search
    for each in ("没有", text, "没有", text):
        assert (held(each) is None) == (theirs.search(each) is None)
    assert bool(lazy(mine, needs="去年|上年").search(string=text, pos=1)) == bool(theirs.search(text, 1))


def test_a_guarded_pattern_is_not_compiled_before_its_words_are_there():
    wrong = lazy(r"去年(", needs="去年")
    assert (wrong.search("今年"), wrong.sub("", "今年"), wrong.findall("今年去年", 0, 3)) == (None, "今年", [])
    with pytest.raises(re.error):
        wrong.search("去年")


@pytest.mark.parametrize("pattern", GUARDED)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nothing_matches_without_the_words_that_a_pattern_needs(pattern, data):
    text = data.draw(st.from_regex(re.compile(pattern)))
    found = re.search(pattern, text)
    assert found and any(text.find(word, found.start()) >= 0 for word in GUARDED[pattern]), (pattern, text)


def test_no_module_compiles_patterns_when_it_is_imported():
    found = [
        place(path, node.lineno)
        for path in program()
        for statement in tree(path).body
        if isinstance(statement, ast.Assign | ast.AnnAssign | ast.Expr)
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    ]
    assert found == [], "import lazy from engine.patterns instead"
