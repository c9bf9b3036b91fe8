"""Calls and files that cannot be followed: one clear line, exit code 2, and nothing of the program's insides."""

import signal
import subprocess
import sys
import time

import pytest
from running import COUNTY, ROOT, STANDARD, gouji, in_chinese

OFFICE = {
    "a list of several": ("waivers", "waivers:\n  - {rule: below-floor, fingerprint: d3, quote: x, reason: a, approved_by: b}"),
    "a tab": ("waivers", "waivers:\n\t- rule: below-floor"),
    "an unknown decision": ("decisions", "decisions:\n  - {quote: x, decision: perhaps, by: a, date: 2024-05-06, reason: r}"),
    "a folder": ("settings", None),
}  # fmt: skip


@pytest.mark.parametrize(("option", "content"), OFFICE.values(), ids=OFFICE)
def test_an_office_file_that_is_wrong_is_told_without_english(tmp_path, option, content):
    file = tmp_path / "f.yaml"
    if content is None:
        file.mkdir()
    else:
        file.write_text(content, encoding="utf-8")
    done = gouji("check", COUNTY, f"--{option}", file)
    assert done.returncode == 2 and done.stdout == ""
    assert in_chinese(done.stderr) and done.stderr.count("\n") == 1
    assert not {"or", "found", "expected", "character"} & set(done.stderr.split())


def test_settings_that_are_a_folder_are_not_passed_over(tmp_path):
    (tmp_path / "gouji.yaml").mkdir()
    plan = tmp_path / "方案.txt"
    plan.write_text("清澜县2024年民生实事方案\n1.就业。城镇新增就业500人。\n", encoding="utf-8")
    done = gouji("check", plan)
    assert done.returncode == 2 and "gouji.yaml" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", COUNTY, "--output", ""],
        ["check", COUNTY, "--waivers", " "],
        ["check", ""],
        ["extract", ""],
        ["check", COUNTY, "--standard", ""],
    ],
    ids=lambda words: " ".join(map(str, words[-2:])),
)
def test_an_empty_path_is_a_slip_and_no_folder(arguments, tmp_path):
    done = gouji(*arguments, cwd=tmp_path)
    assert done.returncode == 2 and "不能为空" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("more", [("--format", "html"), ("--output", "a.txt")])
def test_an_explanation_writes_no_report_and_says_so(more, tmp_path):
    done = gouji("check", COUNTY, "--standard", STANDARD, "--explain", "d37c", *more, cwd=tmp_path)
    assert done.returncode == 2 and "--explain" in done.stderr and list(tmp_path.iterdir()) == []


def test_a_higher_document_that_is_yaml_is_known_whatever_its_case(tmp_path):
    upper = tmp_path / "上级.YAML"
    upper.write_text("title: x", encoding="utf-8")
    assert "--standard" in gouji("check", COUNTY, "--against", upper).stderr


def test_a_plan_named_twice_counts_once():
    once = gouji("check", COUNTY, "--standard", STANDARD, "--format", "json")
    twice = gouji("check", COUNTY, ROOT / "plans" / "." / "samples" / "county-plan.docx", "--standard", STANDARD, "--format", "json")  # fmt: skip
    assert once.stdout == twice.stdout


def test_an_output_below_a_file_is_told_in_chinese(tmp_path):
    (tmp_path / "报告").write_text("", encoding="utf-8")
    done = gouji("check", COUNTY, "--format", "json", "--output", tmp_path / "报告" / "a.json")
    assert done.returncode == 2 and "不是文件夹" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="names of files are text there")
def test_a_missing_file_with_a_name_in_another_encoding_is_told():
    command = [sys.executable, str(ROOT / "cli.py"), "check", "方案.txt".encode("gb18030")]
    done = subprocess.run(command, capture_output=True, cwd=ROOT, check=False)
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_an_interrupted_check_is_no_finding(tmp_path):
    plan = tmp_path / "长方案.txt"
    plan.write_text("清澜县2024年民生实事方案\n" + "1.就业。城镇新增就业500人。\n" * 20_000, encoding="utf-8")
    command = [sys.executable, str(ROOT / "cli.py"), "check", str(plan), "--no-library"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, b"")
    assert err.decode("utf-8").strip() == "已中断，检查没有做完，没有得出结论。"


def test_a_correction_to_an_unknown_indicator_is_told(tmp_path):
    file = tmp_path / "d.yaml"
    entry = "{quote: 不低于60%, decision: correct, value: '65', indicator: no-such, by: 张某, date: 2024-05-06, reason: 笔误}"
    file.write_text(f"decisions:\n  - {entry}\n", encoding="utf-8")
    done = gouji("check", COUNTY, "--standard", STANDARD, "--decisions", file, "--format", "md")
    assert "人工认定没有用上" in done.stdout and "指标目录中没有 no-such" in done.stdout
    assert "不符合1" in gouji("check", COUNTY, "--standard", STANDARD).stdout
