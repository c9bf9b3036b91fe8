"""Patterns are compiled when they are first used, and every one of them can be."""

import ast
import gc
import re
from importlib import import_module

import pytest
from source import name_of, place, program, tree

from engine.patterns import Lazy, lazy


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


def test_every_pattern_of_the_program_compiles():
    for path in program():
        if path.stem != "__main__":
            import_module(name_of(path))
    patterns = [each for each in gc.get_objects() if type(each) is Lazy]
    assert len(patterns) > 200
    for each in patterns:
        assert each.groups >= 0


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
