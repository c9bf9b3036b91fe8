"""What must never happen at the command line: silence taken for compliance, an input destroyed, a fault shown as findings."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "plans" / "samples"


def gouji(*arguments, **more):
    command = [sys.executable, "-c", "from cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, cwd=ROOT, **more)


def verdict_of(*arguments):
    return json.loads(gouji("check", *arguments, "--format", "json").stdout)["verdict"]


@pytest.mark.parametrize("text", ["本县概况。今天天气很好。", "aGVsbG8gd29ybGQ=\n" * 40])
@pytest.mark.parametrize("options", [(), ("--no-library",)])
def test_silence_is_not_called_compliant(tmp_path, text, options):
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert verdict_of(tmp_path / "a.txt", *options) == "review"


def test_a_plan_that_nothing_was_proven_of_is_for_review(tmp_path):
    (tmp_path / "a.txt").write_text("无名县民生方案\n1.绿道。新建茶山绿道3公里。\n", "utf-8")
    assert verdict_of(tmp_path / "a.txt") == "review"
    assert verdict_of(tmp_path / "a.txt", "--no-library") == "compliant"


@pytest.mark.parametrize("option", ["plan", "standard"])
def test_an_input_is_not_overwritten(tmp_path, option):
    plan, standard = tmp_path / "plan.txt", tmp_path / "standard.yaml"
    shutil.copy(SAMPLES / "township-plan.txt", plan)
    shutil.copy(SAMPLES / "city-standard-2024.yaml", standard)
    target = plan if option == "plan" else standard
    before = target.read_bytes()
    done = gouji("check", plan, "--standard", standard, "--output", target)
    assert done.returncode == 2
    assert target.name in done.stderr.decode()
    assert target.read_bytes() == before


@pytest.mark.parametrize("name", ["tool", "T01"])
def test_a_plan_that_was_not_read_cannot_be_silenced(tmp_path, name):
    done = gouji("check", SAMPLES / "township-plan.txt", tmp_path / "nofile.txt", "--ignore", name)
    assert done.returncode == 1
    assert "nofile.txt" in done.stdout.decode()


def test_a_standard_named_twice_counts_once():
    standard = SAMPLES / "city-standard-2024.yaml"
    once = gouji("check", SAMPLES / "county-plan.docx", "--standard", standard, "--format", "json")
    twice = gouji(
        "check", SAMPLES / "county-plan.docx", "--standard", standard, "--standard", standard, "--format", "json"
    )
    assert once.stdout == twice.stdout


def test_a_standards_file_is_no_higher_document():
    done = gouji("check", SAMPLES / "township-plan.txt", "--against", SAMPLES / "city-standard-2024.yaml")
    assert done.returncode == 2
    assert "--standard" in done.stderr.decode()


def test_a_folder_without_rules_is_refused(tmp_path):
    done = gouji("check", SAMPLES / "township-plan.txt", "--rules", tmp_path)
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr.decode()


def test_a_fault_of_the_program_is_one_line_and_exit_2():
    program = (
        "import sys, engine.check\n"
        "def broken(*a, **k): raise ZeroDivisionError('inside')\n"
        "engine.check.check_plan = broken\n"
        "from cli import main\n"
        f"sys.argv = ['gouji', 'check', {str(SAMPLES / 'township-plan.txt')!r}]\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, cwd=ROOT)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert "ZeroDivisionError" in done.stderr.decode()
    assert done.stdout == b""


def test_the_samples_name_no_real_place():
    table = (ROOT / "standards" / "places" / "divisions.txt").read_text("utf-8")
    for name in ("云溪市", "清澜县", "柳澜镇"):
        assert name not in table


def test_body_and_annex_in_two_files_are_one_plan(tmp_path):
    body, annex = tmp_path / "body.txt", tmp_path / "annex.md"
    body.write_text("某县2024年民生方案\n1.养老服务。完成居家适老化改造240户。\n", "utf-8")
    rows = "| 乡镇 | 居家适老化改造（户） |\n|---|---|\n| 甲乡 | 100 |\n| 乙乡 | 90 |\n| 丙乡 | 40 |\n| 合计 | 230 |\n"
    annex.write_text(f"附件\n\n{rows}", "utf-8")
    done = gouji("check", body, annex, "--as-one", "--no-library", "--format", "json")
    found = json.loads(done.stdout)
    assert found["schema"] == "gouji/findings/1"
    assert [f["rule"] for f in found["findings"] if f["severity"] == "error"] == ["body-annex-conflict"]
    apart = json.loads(gouji("check", body, annex, "--no-library", "--format", "json").stdout)
    assert apart["schema"] == "gouji/audit/1"


def test_extract_reads_body_and_annex_as_one_and_says_in_which_file_a_figure_stands(tmp_path):
    body, annex = tmp_path / "正文.txt", tmp_path / "附件.txt"
    body.write_text("清澜县2024年民生实事方案\n1.就业。城镇新增就业500人。\n", encoding="utf-8")
    annex.write_text("附件\n2.改厕。完成农村户厕改造300户。\n", encoding="utf-8")
    shown = gouji("extract", body, annex, "--as-one", encoding="utf-8")
    assert shown.returncode == 0, shown.stderr
    rows = [line.split("  ")[-1].strip() for line in shown.stdout.splitlines()[5:]]
    assert rows == ["正文.txt，第2行", "附件.txt，第2行"]
    apart = gouji("extract", body, annex, encoding="utf-8")
    assert (apart.returncode, apart.stdout) == (2, "") and "--as-one" in apart.stderr


def test_extract_tells_what_was_not_read(tmp_path):
    body = tmp_path / "正文.txt"
    body.write_text("清澜县2024年民生实事方案\n1.就业。城镇新增就业500人。\n", encoding="utf-8")
    shown = gouji("extract", body, tmp_path / "附件.docx", "--as-one", "--lang", "en", encoding="utf-8")
    assert shown.returncode == 2 and "500 人" in shown.stdout and "附件.docx: no such file" in shown.stdout
    assert shown.stderr.count("\n") == 1 and "附件.docx: no such file" in shown.stderr
    record = json.loads(gouji("extract", body, tmp_path / "附件.docx", "--as-one", "--format", "json").stdout)
    assert len(record["not_read"]) == 1


@pytest.mark.parametrize("command", ["check", "extract"])
def test_links_that_lead_in_a_circle_are_a_file_that_is_not_there(tmp_path, command):
    loop = tmp_path / "方案.txt"
    loop.symlink_to(loop)
    done = gouji(command, loop, encoding="utf-8")
    assert done.returncode == 2 and "方案.txt" in done.stderr and done.stderr.count("\n") == 1
    assert "内部错误" not in done.stderr


def test_a_finding_is_named_by_one_word_only():
    known = ["engine/wording", "rules", "README.zh-CN.md", "docs/office.md"]
    files = [f for name in known for f in ([ROOT / name] if (ROOT / name).is_file() else (ROOT / name).rglob("*.*"))]
    assert [
        f.name for f in files if f.suffix in (".py", ".yaml", ".md", ".txt") and "指纹" in f.read_text("utf-8")
    ] == []
