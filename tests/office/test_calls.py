"""A call as people slip in it, and what comes out of a run that could do only a part: short, clear, in their language."""

import json
import re
import subprocess
import sys
import zipfile
from html import unescape

import pytest
from click.testing import CliRunner
from running import BY_CITY, COMPLIANT, COUNTY, ROOT, STANDARD, TOWNSHIP, bare_environment, gouji, in_chinese

from cli import main

CITY = ("--standard", str(ROOT / STANDARD))
PLAN = "{name}2024年民生实事实施方案\n1.困难群众救助。散居孤儿每人每月不低于1300元。责任单位：县民政局\n"


def called(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def plan(tmp_path):
    file = tmp_path / "清溪县.txt"
    file.write_text(PLAN.format(name="清溪县"), "utf-8")
    return file


class TestOutputThatTakesNothing:
    @pytest.mark.parametrize("words", [("--version",), ("--help",), ("check", "--help"), ("rules", "list")])
    @pytest.mark.parametrize(
        ("into", "said"), [(">/dev/full", "写标准输出时出错（磁盘已满）"), (">&-", "标准输出已关闭")]
    )
    def test_is_one_clear_line(self, words, into, said):
        command = f'"{sys.executable}" "{ROOT / "cli.py"}" {" ".join(words)} {into}'
        done = subprocess.run(
            ["sh", "-c", command], capture_output=True, encoding="utf-8", env=bare_environment(), timeout=600
        )
        assert done.returncode == 2
        assert said in done.stderr and len(done.stderr.splitlines()) == 1

    def test_a_report_written_to_a_file_needs_no_standard_output(self, plan, tmp_path):
        command = f'"{sys.executable}" "{ROOT / "cli.py"}" check "{plan}" --no-library --output "{tmp_path}/r.txt" >&-'
        done = subprocess.run(
            ["sh", "-c", command], capture_output=True, encoding="utf-8", env=bare_environment(), timeout=600
        )
        assert done.returncode == 0 and (tmp_path / "r.txt").stat().st_size


class TestSlips:
    @pytest.mark.parametrize(
        "slip", [("--matcher", "best"), ("--fail-onn", "note"), ("--on", "2024-13-01"), ("--select", "")]
    )
    def test_are_told_in_the_language_asked_for(self, plan, slip):
        chinese, english = (called("check", plan, *slip, "--lang", lang) for lang in ("zh", "en"))
        both = called("check", plan, *slip)
        assert {done.exit_code for done in (chinese, english, both)} == {2}
        assert "用法：" in chinese.stderr and not any(word in chinese.stderr for word in ("Error", "Usage", "Try "))
        assert not in_chinese(english.stderr)
        assert in_chinese(both.stderr) and "Error" in both.stderr

    @pytest.mark.parametrize("option", ["--select", "--ignore", "--explain", "--place", "--format"])
    @pytest.mark.parametrize("nothing", ["", " ", ","])
    def test_an_option_with_nothing_in_it_is_not_ignored(self, plan, option, nothing):
        done = called("check", plan, "--no-library", option, nothing)
        assert done.exit_code == 2 and f"{option} 的内容不对，不能为空" in done.stderr
        assert done.stdout == ""

    def test_a_template_that_nothing_is_written_into_is_told(self, plan):
        done = called("check", plan, "--no-library", "--template", ROOT / COUNTY)
        assert done.exit_code == 2 and "--format docx" in done.stderr

    @pytest.mark.parametrize(("content", "why"), [(b"", "不是 Word 文档"), (b"PK\x03\x04", "不是 Word 文档")])
    def test_a_template_that_cannot_be_used_is_named(self, plan, tmp_path, content, why):
        (tmp_path / "红头.docx").write_bytes(content)
        out = ("--format", "docx", "--output", tmp_path / "o.docx")
        done = called("check", plan, "--no-library", "--template", tmp_path / "红头.docx", *out)
        assert done.exit_code == 2 and "红头.docx" in done.stderr and why in done.stderr

    def test_what_the_system_refuses_is_told_in_chinese(self, tmp_path):
        done = called("check", tmp_path / ("长" * 200 + ".txt"))
        assert done.exit_code == 2 and "文件名太长" in done.stderr and "too long" not in done.stderr


class TestAFileThatIsNotThere:
    def test_alone_it_is_one_line(self, tmp_path):
        done = called("check", tmp_path / "无.docx")
        assert (done.exit_code, done.stdout) == (2, "")
        assert "找不到文件" in done.stderr and len(done.stderr.splitlines()) == 1

    def test_among_others_it_is_told_in_short_and_praised_for_nothing(self, plan, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        done = called("check", "无.docx", plan.name, "--no-library")
        assert done.exit_code == 1
        part = done.stdout.split("=" * 60)[1]
        assert "结论：未能读取" in part and "找不到文件" in part
        assert len(part.strip("=\n").splitlines()) <= 6
        assert not any(word in part for word in ("【】", "须人工复核", "sha256"))
        assert "【】" not in done.stdout

    @pytest.mark.parametrize("form", ["text", "html", "md", "json", "sarif", "junit", "xlsx", "docx", "github"])
    def test_every_format_says_so_and_shows_no_empty_quote(self, tmp_path, form):
        out = tmp_path / "r.out"
        done = called("check", tmp_path / "无.docx", "--format", form, "--output", out)
        assert done.exit_code == 2
        said = text_of(out)
        assert "无.docx" in said
        assert not any(empty in said for empty in ("【】", "****", "<mark></mark>", "“”"))

    def test_in_json_it_is_a_plan_of_which_nothing_is_known(self, tmp_path):
        result = json.loads(called("check", tmp_path / "无.docx", "--format", "json").stdout)
        assert (result["schema"], result["verdict"], result["plan"]["title"]) == ("gouji/findings/1", "review", "")


def text_of(file):
    """Return all text of a report, of the parts of a Word or Excel file too."""
    data = file.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    with zipfile.ZipFile(file) as parts:
        return unescape("\n".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml")))


class TestComments:
    def test_are_written_where_they_can_be_and_the_others_are_named(self, plan, tmp_path):
        done = called("check", plan, ROOT / COMPLIANT, *CITY, "--format", "annotated", "--output", tmp_path / "out")
        assert done.exit_code == 1, "the text's own findings decide"
        assert [file.name for file in (tmp_path / "out").iterdir()] == ["county-plan-compliant_批注.docx"]
        assert (
            plan.name in done.stderr
            and "不能写批注" in done.stderr
            and COMPLIANT.name not in done.stderr.split("不能写批注")[1]
        )

    def test_are_refused_before_anything_is_written_where_no_plan_can_bear_them(self, plan, tmp_path):
        formats = ("--format", "md", "--format", "annotated")
        done = called("check", plan, "--no-library", *formats, "--output", tmp_path / "out")
        assert done.exit_code == 2 and "不能写批注" in done.stderr
        assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("form", ["html", "docx", "xlsx", "md", "annotated"])
def test_papers_and_pages_speak_no_command_line(tmp_path, form, lang):
    """Nobody who is handed a report has typed anything: place, year and day are asked for in an office's words."""
    (tmp_path / "waivers.yaml").write_text(
        "waivers:\n  - {rule: C01, quote: 不低于1600元, reason: 分步到位, approved_by: 常务会, until: 2030-01-01}\n",
        "utf-8",
    )
    out = tmp_path / ("r.docx" if form == "annotated" else "r.out")
    more = ("--waivers", tmp_path / "waivers.yaml", "--ignore", "S02", "--lang", lang, "--output", out)
    done = called("check", ROOT / COUNTY, "--year", "2024", *more, "--format", form)
    assert done.exit_code < 2, done.stderr
    said = text_of(out)
    assert ("没有指定审核当日" if lang == "zh" else "day of the audit was not given") in said
    for option in ("--place", "--year", "--today", "--standard", "--format", "gouji check", "pip install"):
        assert option not in said


def test_the_terminal_says_which_option_sees_to_it(plan):
    done = called("check", plan)
    assert "（命令行选项：--today）" in done.stdout and "（命令行选项：--place）" in done.stdout


class TestVerdictsPraiseNothingUnproven:
    def test_what_was_held_against_nothing_has_no_grade(self, plan):
        first = called("check", plan, "--no-library").stdout.splitlines()
        assert first[0].startswith("结论：未发现错误（等次：不评定）") and "不能视为符合上级标准" in first[0] + first[1]

    def test_what_awaits_review_has_none_yet(self, plan):
        first = called("check", plan).stdout.splitlines()[0]
        assert "须人工复核（等次：待定）" in first and "优" not in first

    def test_what_is_proven_is_praised(self):
        assert called("check", ROOT / COMPLIANT, *CITY).stdout.startswith("结论：符合（等次：优）")


def test_start_up_stays_light():
    """Asking for the version or the help loads neither parsers nor renderers."""
    for word in ("--version", "--help"):
        code = "import sys\nfrom cli import main\ntry:\n    main(sys.argv[1:])\nfinally:\n    print(*sys.modules, file=sys.stderr)"
        loaded = subprocess.run(
            [sys.executable, "-c", code, word], capture_output=True, encoding="utf-8", cwd=ROOT, timeout=600
        ).stderr.split()
        assert "click" in loaded
        heavy = {"yaml", "lxml", "jinja2", "pydantic", "openpyxl", "docx", "pint", "plans", "difflib"}
        assert heavy & set(loaded) == set()


@pytest.mark.parametrize(
    "arguments", [("check", COUNTY, *BY_CITY, "--lang", "en"), ("extract", TOWNSHIP, "--lang", "en")]
)
def test_english_counts_one_thing_as_one(arguments):
    assert not re.search(r"\b1 (plans|figures|findings|items|tables|requirements|rows)\b", gouji(*arguments).stdout)
