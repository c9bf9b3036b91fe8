"""The engine knows no law: with the library gone its tests stay green, and a check of a plan by itself still runs."""

import json
import shutil
import sys

from running import BY_CITY, COUNTY, ROOT, run

PARTS = ("engine", "rules", "standards", "plans", "reports", "cli.py", "pyproject.toml")
CHEAP = ("judge", "reconcile", "tables")


def copy_without_library(target):
    for name in (*PARTS, *(f"tests/{folder}" for folder in CHEAP), "tests/conftest.py", "tests/running.py"):
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, target / name, ignore=shutil.ignore_patterns("__pycache__", "library"))
        else:
            shutil.copy(path, target / name)
    assert not (target / "standards" / "library").exists()


def test_the_engine_needs_no_library(tmp_path):
    copy_without_library(tmp_path)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:cov", "tests"]
    done = run(command, tmp_path, GOUJI_SHARED=str(tmp_path / "none"), PYTHONUTF8="1", CI="true")
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout

    checked = run([sys.executable, "cli.py", "check", *map(str, (COUNTY, *BY_CITY)), "--format", "json"], tmp_path)
    assert "below-floor" in {finding["rule"] for finding in json.loads(checked.stdout)["findings"]}
    alone = run([sys.executable, "cli.py", "check", str(COUNTY), "--format", "json"], tmp_path)
    assert {"sum-mismatch", "parts-mismatch"} <= {f["rule"] for f in json.loads(alone.stdout)["findings"]}
