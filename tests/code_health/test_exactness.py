"""The engine computes exactly and gives the same answer twice: no float, clock, chance or network in it."""

import ast

import pytest
from source import imports, modules, place, tree

FORBIDDEN_MODULES = {
    *("time", "random", "secrets", "uuid", "tempfile", "getpass", "platform"),
    *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "requests", "httpx", "aiohttp"),
    *("numpy", "pandas", "statistics", "cmath"),
}
FORBIDDEN_CALLS = {"float", "complex", "hash", "eval", "exec", "open", "input"}
FORBIDDEN_ENDS = {"now", "utcnow", "today", "urandom", "getrandbits", "perf_counter", "monotonic", "getenv"}

# Scores of how alike two names or two lines are; no figure of a plan goes through them. Leave, do not add.
SCORES = {
    "engine/bind/duties.py",
    "engine/bind/enough.py",
    "engine/bind/items.py",
    "engine/bind/pairs/several.py",
    "engine/reconcile/twice/stated_totals.py",
    "engine/resolve/likeness.py",
    "engine/tables/find/matrix.py",
}


def is_float(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, float | complex)


def engine_nodes():
    return [(path, node) for path in modules("engine") for node in ast.walk(tree(path))]


def test_no_module_of_clock_chance_or_network():
    found = [
        f"{place(path, line)} imports {target}"
        for path in modules("engine")
        for line, target in imports(path)
        if any(target == name or target.startswith(f"{name}.") for name in FORBIDDEN_MODULES)
    ]
    assert found == []


def test_no_call_that_rounds_reads_the_clock_or_differs_from_run_to_run():
    found = []
    for path, node in engine_nodes():
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in FORBIDDEN_CALLS:
            found.append(f"{place(path, node.lineno)} {ast.unparse(node.func)}()")
        if isinstance(node.func, ast.Attribute) and node.func.attr in FORBIDDEN_ENDS:
            found.append(f"{place(path, node.lineno)} {ast.unparse(node.func)}()")
    assert found == []


def test_no_number_with_a_binary_point():
    found = {place(path, node.lineno): node.value for path, node in engine_nodes() if is_float(node)}
    assert {where: value for where, value in found.items() if where.rpartition(":")[0] not in SCORES} == {}


def test_every_score_is_still_one():
    assert {place(path, 0)[:-2] for path, node in engine_nodes() if is_float(node)} == SCORES


@pytest.mark.parametrize(
    "slip",
    ["float('0.1')", "x = 0.1", "import random", "from datetime import date\ndate.today()", "import urllib.request"],
)
def test_a_slip_would_be_seen(slip, tmp_path, monkeypatch):
    import source

    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / "slip.py").write_text(slip)
    monkeypatch.setattr(source, "ROOT", tmp_path)
    checks = (
        test_no_module_of_clock_chance_or_network,
        test_no_call_that_rounds_reads_the_clock_or_differs_from_run_to_run,
        test_no_number_with_a_binary_point,
    )
    seen = 0
    for check in checks:
        try:
            check()
        except AssertionError:
            seen += 1
    assert seen == 1
