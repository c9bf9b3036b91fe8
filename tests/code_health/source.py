"""The program's own source, read once and as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from running import CI, ROOT

PACKAGES = ("engine", "rules", "standards", "plans", "reports")


def modules(*folders: str) -> list[Path]:
    """Return the Python files below these folders of the checkout, sorted."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def program() -> list[Path]:
    """Return every Python file of the program itself."""
    return [*modules(*PACKAGES), ROOT / "cli.py"]


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def name_of(path: Path) -> str:
    """Return the dotted name under which a file is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and dotted name of everything that a file imports, wherever in the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = name_of(path).split(".")
                package = package if path.name == "__init__.py" else package[:-1]
                base = ".".join([*package[: len(package) - node.level + 1], *filter(None, [base])])
            yield node.lineno, base
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names if _is_module(base, alias.name))


def _is_module(base: str, name: str) -> bool:
    folder = ROOT.joinpath(*base.split("."))
    return (folder / f"{name}.py").is_file() or (folder / name / "__init__.py").is_file()


def place(path: Path, line: int) -> str:
    """Return ``file:line`` as an editor understands it."""
    return f"{path.relative_to(ROOT)}:{line}"


def tracked() -> list[Path]:
    """Return the files that are, or would be, under version control; skips outside of a checkout, fails there in CI."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        reason = "not a git checkout: there is no telling which files belong to it"
        pytest.fail(reason) if CI else pytest.skip(reason)
    return sorted(path for path in (ROOT / name for name in listed.split("\0") if name) if path.is_file())
