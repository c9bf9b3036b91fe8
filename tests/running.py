"""Running the command as a user does: in a process of its own, from any folder, with any environment."""

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("GOUJI_SHARED") or ROOT.parent / "shared")
CI = os.environ.get("CI") == "true"

SAMPLES = Path("plans/samples")
COUNTY = SAMPLES / "county-plan.docx"
COMPLIANT = SAMPLES / "county-plan-compliant.docx"
TOWNSHIP = SAMPLES / "township-plan.txt"
STANDARD = SAMPLES / "city-standard-2024.yaml"
BY_CITY = ("--standard", STANDARD)

Done = subprocess.CompletedProcess[str]


def bare_environment(**changes: str) -> dict[str, str]:
    """Return the environment of a user whose terminal knows nothing of Chinese, with changes."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "LANG"))}
    return kept | {"LC_ALL": "C"} | changes


def run(command: list[str], cwd: Path, **environment: str) -> Done:
    """Run any command there and return what it printed, as UTF-8."""
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=cwd, env=bare_environment(**environment), timeout=600
    )


def gouji(*arguments: object, cwd: Path = ROOT, **environment: str) -> Done:
    """Run the command of this checkout in ``cwd``; a call with the same words in the checkout itself runs once."""
    words = tuple(map(str, arguments))
    return _once(words, tuple(environment.items())) if cwd == ROOT else _now(words, cwd, environment)


@cache
def _once(words: tuple[str, ...], environment: tuple[tuple[str, str], ...]) -> Done:
    return _now(words, ROOT, dict(environment))


def _now(words: tuple[str, ...], cwd: Path, environment: dict[str, str]) -> Done:
    return run([sys.executable, str(ROOT / "cli.py"), *words], cwd, **environment)


def refused(done: Done, *words: str) -> str:
    """Hold that the run ended with exit code 2 and one clear text on standard error; return that text."""
    assert (done.returncode, done.stdout) == (2, ""), done
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr
    return done.stderr


def in_chinese(text: str) -> bool:
    """Whether there is a Chinese sentence in the text."""
    return bool(re.search("[一-鿿]{4}", text))


def durable_problem() -> str | None:
    """Return why durable_rules cannot be used here, or None."""
    from engine.match.durable import library_problem

    return None if library_problem() is None else "durable_rules is not installed; it needs Python 3.11 or 3.12"
