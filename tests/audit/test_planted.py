"""Problems planted in county plans, and tempting figures that are right, in the formats that offices send."""

import json
import sys
from pathlib import Path

import pytest
import yaml
from running import gouji

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "plans")]

from planted_files import written  # noqa: E402
from scoring import score  # noqa: E402

CASES = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((HERE / "cases").glob("*.json"))}
KNOWN = yaml.safe_load((HERE / "known_misses.yaml").read_text("utf-8")) or {}
MUSTS = [(name, label["id"]) for name, case in CASES.items() for label in case["findings"] if label["expect"] == "must"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("planted")


@pytest.fixture(scope="session")
def scored(folder: Path):
    """Return what a case's check misses and what it says that nobody asked for; each case runs once."""
    known = {}

    def of(name: str, *more: str):
        if (name, more) not in known:
            found = checked(CASES[name], folder, *more)
            known[name, more] = (*score(CASES[name], found), found)
        return known[name, more]

    return of


def checked(case: dict, folder: Path, *more: str) -> list[dict]:
    words = [word if word.startswith("--") else str(written(word, folder)) for word in case["args"]]
    done = gouji("check", written(case["plan"], folder), *words, *more, "--format", "json", "--output", "-")
    assert done.returncode in (0, 1), done.stderr
    told = json.loads(done.stdout)
    # Several plans give their findings one by one, and those of the audit as a whole.
    return [finding for one in (*told.get("plans", []), told) for finding in one["findings"]]


@pytest.mark.parametrize(("name", "label"), MUSTS, ids=[f"{name}-{label}" for name, label in MUSTS])
def test_each_planted_problem_is_found(scored, request: pytest.FixtureRequest, name: str, label: str) -> None:
    reason = KNOWN.get(name, {}).get(label)
    if reason:
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    missed, *_ = scored(name)
    assert label not in [one["id"] for one in missed["must"]]


@pytest.mark.parametrize("name", CASES)
def test_nothing_else_is_called_an_error_and_no_right_figure_is_doubted(
    scored, request: pytest.FixtureRequest, name: str
) -> None:
    if reason := KNOWN.get(name, {}).get("silent"):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    _, alarms, _, _ = scored(name)
    assert [(finding["rule"], finding["message"]) for finding in alarms] == []


@pytest.mark.parametrize("name", CASES)
def test_what_should_be_found_is_found(scored, name: str) -> None:
    missed, *_ = scored(name)
    assert missed["should"] == []


@pytest.mark.parametrize("name", CASES)
def test_each_case_tempts_with_enough_right_figures(name: str) -> None:
    assert len(CASES[name]["must_not"]) >= 10
    assert sum(label["expect"] == "must" for label in CASES[name]["findings"]) >= 6


@pytest.mark.parametrize("name", CASES)
def test_both_matchers_find_the_same(scored, name: str) -> None:
    from running import durable_problem

    if problem := durable_problem():
        pytest.skip(problem)
    assert scored(name, "--matcher", "both")[3] == scored(name)[3]
