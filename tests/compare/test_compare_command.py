"""gouji compare as a command: what it takes, what it prints, how it ends."""

import json
import subprocess

import pytest
import running
from click.testing import CliRunner
from running import ROOT, refused

from cli import main

COUNTY, COMPLIANT, TOWNSHIP = (ROOT / path for path in (running.COUNTY, running.COMPLIANT, running.TOWNSHIP))
BY_CITY = ("--standard", ROOT / running.STANDARD)
QUIET = ("--fail-on", "never")


def gouji(*arguments):
    """Run the command in this process, which has imported everything after the first run."""
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def result(tmp_path_factory):
    """The result of the county's first draft, as a file."""
    file = tmp_path_factory.mktemp("first") / "first.json"
    gouji("check", COUNTY, *BY_CITY, "--format", "json", "--output", file, "--quiet")
    return file


def rows(*arguments):
    done = gouji("compare", *arguments, "--format", "json")
    assert done.stderr == ""
    return done.returncode, json.loads(done.stdout)["summary"]


def test_a_draft_put_right_ends_well(result):
    done = running.gouji("compare", result, COMPLIANT, *BY_CITY)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("较上一稿：已整改4处，新出现0处，仍有0处\n")


def test_the_exit_code_is_that_of_check_on_the_new_draft(result):
    assert rows(result, COUNTY, *BY_CITY)[0] == gouji("check", COUNTY, *BY_CITY).returncode == 1
    assert rows(result, COUNTY, *BY_CITY, *QUIET)[0] == 0


def test_a_result_says_the_same_as_the_document(result, tmp_path):
    by_document = rows(COUNTY, COMPLIANT, *BY_CITY)
    assert rows(result, COMPLIANT, *BY_CITY) == by_document
    second = tmp_path / "second.json"
    gouji("check", COMPLIANT, *BY_CITY, "--format", "json", "--output", second, "--quiet")
    assert rows(result, second) == by_document


def test_both_drafts_are_checked_with_the_same_options(result):
    code, summary = rows(result, COUNTY, *BY_CITY, "--ignore", "sum-mismatch", *QUIET)
    assert (code, summary["unchecked"], summary["unchanged"], summary["fixed"]) == (0, 1, 3, 0)
    assert rows(COUNTY, COUNTY, *BY_CITY, "--ignore", "sum-mismatch", *QUIET)[1]["unchecked"] == 0


UPPER = "云州市2024年民生实事\n1.法律援助。办理法律援助案件100件。\n2.养老服务。新增护理型床位150张。"
OURS = "临河县2024年民生实事\n1.法律援助。办理法律援助案件90件，建成工作站12个。\n2.养老服务。新增护理型床位180张。"
EARLIER = "临河县2023年民生实事\n1.法律援助。办理法律援助案件100件。\n2.社会救助。农村低保标准每人每月560元。"
LOWER = OURS + "\n3.社会救助。农村低保标准每人每年6600元。"


@pytest.mark.parametrize("given", [("--against", UPPER, OURS), ("--previous", EARLIER, LOWER)], ids=["above", "before"])
def test_without_the_other_document_nothing_that_rests_on_it_is_put_right(given, tmp_path):
    option, *texts = given
    other, ours = (tmp_path / name for name in ("other.txt", "ours.txt"))
    for file, text in zip((other, ours), texts, strict=True):
        file.write_text(text, "utf-8")
    first = tmp_path / "first.json"
    gouji("check", ours, option, other, "--no-library", "--format", "json", "--output", first, "--quiet")
    resting = [found for found in json.loads(first.read_text("utf-8"))["findings"] if found["rests_on"]]
    _, summary = rows(first, ours, "--no-library", *QUIET)
    assert (summary["fixed"], summary["unchecked"]) == (0, len(resting))
    assert resting


def test_several_documents_are_the_new_drafts_of_several_plans(tmp_path):
    audit = tmp_path / "audit.json"
    gouji("check", COUNTY, TOWNSHIP, *BY_CITY, "--format", "json", "--output", audit, "--quiet")
    _, summary = rows(audit, TOWNSHIP, COMPLIANT, *BY_CITY, *QUIET)
    assert summary["fixed"] == 4
    assert summary["new"] == summary["unchecked"] == 0


def test_a_plan_that_is_not_there_any_more_is_no_plan_put_right(result, tmp_path):
    done = gouji("compare", result, tmp_path / "none.docx", *BY_CITY)
    assert done.returncode == 2
    assert "未再核对4处" in done.stdout
    assert "none.docx" in done.stderr


def test_reports_are_written_into_a_folder(result, tmp_path):
    formats = [word for form in ("text", "html", "json", "md", "sarif") for word in ("--format", form)]
    done = gouji("compare", result, COMPLIANT, *BY_CITY, *formats, "--output", tmp_path / "out", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sorted(file.suffix for file in (tmp_path / "out").iterdir()) == [".html", ".json", ".md", ".sarif", ".txt"]


def test_settings_beside_the_new_draft_count(result, tmp_path):
    (tmp_path / "gouji.yaml").write_text("lang: en\nfail_on: never\n", encoding="utf-8")
    plan = tmp_path / COUNTY.name
    plan.write_bytes(COUNTY.read_bytes())
    done = gouji("compare", result, plan, *BY_CITY)
    assert done.returncode == 0
    assert done.stdout.startswith("Since the last draft: 0 fixed, 0 new, 4 still there")


def test_a_waiver_since_the_last_draft_is_told(result, tmp_path):
    waivers = tmp_path / "waivers.yaml"
    waivers.write_text(
        "waivers:\n  - rule: below-floor\n    quote: 不低于1600元\n    reason: 分步到位\n    approved_by: 常务会\n",
        encoding="utf-8",
    )
    done = gouji("compare", result, COUNTY, *BY_CITY, "--waivers", waivers)
    assert "仍有4处（其中1处已豁免）" in done.stdout
    assert "上一稿后已豁免" in done.stdout


@pytest.mark.parametrize(
    ("content", "lang", "words"),
    [
        ('{"schema": "gouji/findings/2"}', "zh", ("gouji/findings/2", "升级")),
        ('{"schema": "gouji/findings/2"}', "en", ("gouji/findings/2", "later version")),
        ("{", "zh", ("不是完整的 JSON", "第1行")),
        ("{", "en", ("is not whole JSON", "line 1")),
        ('{"schema": "gouji/findings/1"}', "en", ("lacks", "tool")),
    ],
)
def test_a_result_that_cannot_be_read(tmp_path, content, lang, words):
    file = tmp_path / "bad.json"
    file.write_text(content, encoding="utf-8")
    told = refused(gouji("compare", file, COUNTY, *BY_CITY, "--lang", lang), "bad.json", *words)
    assert told.count("\n") == 1


def test_what_cannot_be_meant_is_refused(result, tmp_path):
    refused(gouji("compare", result, COUNTY, result, *BY_CITY), "first.json", "只能给一个文件")
    refused(gouji("compare", result, COUNTY, *BY_CITY, "--format", "xlsx"), "xlsx", "html, json, md, sarif, text")
    refused(gouji("compare", result, COUNTY, *BY_CITY, "--output", result), "first.json")
    refused(gouji("compare", tmp_path / "none.docx", COUNTY, *BY_CITY), "none.docx", "无从比较")
    assert gouji("compare", result).returncode == 2


def test_the_help_says_how_it_ends():
    done = gouji("compare", "--help")
    assert done.returncode == 0
    assert "退出码" in done.stdout and "exit code" in done.stdout
    assert "--explain" not in done.stdout
