"""gouji.yaml beside the plans: what an office says once instead of on each call, and what every report says of it."""

import json
import shutil

import pytest
from running import COUNTY, ROOT, STANDARD, gouji, refused


@pytest.fixture
def folder(tmp_path):
    shutil.copy(ROOT / COUNTY, tmp_path / "plan.docx")
    shutil.copy(ROOT / STANDARD, tmp_path / "city.yaml")
    return tmp_path


def settle(folder, text):
    (folder / "gouji.yaml").write_text(text, encoding="utf-8")


def result(folder, *more):
    done = gouji("check", folder / "plan.docx", *more, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def rules(result):
    return {f["rule"] for f in result["findings"]}


def test_standards_and_silenced_rules_come_from_beside_the_plan(folder):
    settle(folder, "standard: [city.yaml]\nignore: [sum-mismatch, S02]\n")
    found = result(folder)
    assert "below-floor" in rules(found)
    assert not rules(found) & {"sum-mismatch", "parts-mismatch"}
    said = " ".join(found["remarks"])
    assert "gouji.yaml" in said
    assert "S01" in said and "S02" in said


def test_the_command_line_goes_before_the_settings(folder):
    settle(folder, "standard: [city.yaml]\nignore: [sum-mismatch]\nlang: en\n")
    assert "sum-mismatch" in rules(result(folder, "--ignore", "below-floor"))


def test_the_language_and_the_level_of_failing(folder):
    settle(folder, "standard: [city.yaml]\nlang: en\nfail_on: never\n")
    done = gouji("check", folder / "plan.docx")
    assert done.returncode == 0
    assert done.stdout.startswith("Verdict")


def test_waivers_decisions_and_cards_of_the_house(folder):
    (folder / "waived.yaml").write_text(
        "waivers:\n  - rule: below-floor\n    quote: 不低于1600元\n    reason: a\n    approved_by: b\n",
        encoding="utf-8",
    )
    settle(folder, "standard: [city.yaml]\nwaivers: waived.yaml\n")
    assert result(folder)["summary"]["waived"] == 1


def test_one_named_is_used_wherever_it_lies(folder, tmp_path):
    (folder / "house.yaml").write_text("ignore: [consistency]\n", encoding="utf-8")
    found = result(folder, "--standard", folder / "city.yaml", "--settings", folder / "house.yaml")
    assert rules(found) == {"below-floor"}


def test_leaving_rules_out_on_the_command_line_is_told_too(folder):
    assert any("S01 " in said for said in result(folder, "--no-library", "--ignore", "S01")["remarks"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ignor: [a]\n", ("第1行", "ignor", "ignore")),
        ("ignore: sum-mismatch\n", ("第1行", "ignore", "[a, b]")),
        ("standard: [none.yaml]\n", ("第1行", "none.yaml")),
        ("lang: zh\nignore: [S01, sum-mismach]\n", ("gouji.yaml", "第2行", "sum-mismach", "sum-mismatch")),
        ("select:\n  - C01\n  - no-such-rule\n", ("gouji.yaml", "第3行", "no-such-rule")),
        ("lang: fr\n", ("第1行", "zh", "en")),
    ],
)
def test_a_slip_is_told(folder, text, words):
    settle(folder, text)
    refused(gouji("check", folder / "plan.docx"), *words)


def test_plans_under_two_settings_are_not_checked_as_one_run(folder):
    other = folder / "other"
    other.mkdir()
    shutil.copy(folder / "plan.docx", other)
    settle(folder, "ignore: [S01]\n")
    refused(gouji("check", folder / "plan.docx", other / "plan.docx"), "gouji.yaml", "--settings")
