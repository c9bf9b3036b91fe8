"""Modules and functions that can be read in one go."""

import ast

from running import ROOT
from source import modules, place, program, tree

MODULE, FUNCTION = 300, 40
CHECKED = [*program(), *modules("benchmarks", "docs")]


def test_no_module_is_longer_than_300_lines():
    lines = {path: path.read_text("utf-8").count("\n") for path in CHECKED}
    assert {str(path.relative_to(ROOT)): count for path, count in lines.items() if count > MODULE} == {}


def test_no_function_is_longer_than_40_lines():
    long = {
        f"{place(path, node.lineno)} {node.name}": node.end_lineno - node.lineno + 1
        for path in CHECKED
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= FUNCTION
    }
    assert long == {}
