"""What lies in the checkout: names at the top, nothing of one machine, tests that are all collected."""

import re
import socket
from collections import Counter
from pathlib import Path

from running import ROOT
from source import modules, tracked

TOP = {
    *("engine", "rules", "standards", "plans", "reports", "cli.py", "tests", "pyproject.toml", "README.md"),
    *("README.zh-CN.md", "docs", "benchmarks", "Makefile", "CHANGELOG.md"),
}
TEXT = {".py", ".md", ".yaml", ".toml", ".txt", ".csv", ".html", ".css", ".js", ".json", ""}
# Written apart so that this file does not hold what it looks for.
OF_ONE_MACHINE = re.compile(
    "|".join(
        (
            rf"/{'root'}/",
            rf"/{'work'}/",
            rf"/{'home'}/\w",
            rf"/{'Users'}/\w",
            rf"[A-Z]:\\{'Users'}",
            rf"/{'tmp'}/\w+",
            r"\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}:\d+",
            rf"{'local'}host:\d+",
            rf"\b{'pypi'}\.[a-z]",
            rf"{'python'}hosted",
            r"\bmirrors?\.[a-z]+\.[a-z]",
        )
    )
)


def test_only_the_names_agreed_on_stand_at_the_top():
    top = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} - TOP == set()


def test_no_path_or_host_of_one_machine():
    host = socket.gethostname()
    found = []
    for path in tracked():
        if path.suffix not in TEXT:
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if OF_ONE_MACHINE.search(line) or (len(host) > 5 and host != "localhost" and host in line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_no_binary_beyond_samples_and_pictures():
    known = {".docx", ".xlsx", ".pdf", ".png"}
    assert [str(p.relative_to(ROOT)) for p in tracked() if p.suffix not in TEXT | known] == []


def test_every_python_folder_of_the_program_is_a_package():
    without = {path.parent for path in modules("engine", "rules", "standards", "plans", "reports")}
    assert [str(f.relative_to(ROOT)) for f in sorted(without) if not (f / "__init__.py").is_file()] == []


def test_test_files_can_be_collected_together():
    """Test folders are no packages (one named ``reports`` would hide the program's), so base names must differ."""
    assert sorted((ROOT / "tests").rglob("__init__.py")) == []
    names = Counter(path.name for path in modules("tests") if path.name != "conftest.py")
    assert [name for name, count in names.items() if count > 1] == []


def test_every_test_file_is_named_so_that_it_is_collected():
    import ast

    from source import tree

    missed = [
        str(Path(path).relative_to(ROOT))
        for path in modules("tests")
        if not path.name.startswith("test_")
        and any(isinstance(node, ast.FunctionDef) and node.name.startswith("test_") for node in tree(path).body)
    ]
    assert missed == []
