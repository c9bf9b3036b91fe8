"""The command as a user meets it: what it prints where, its exit codes, and one clear text for every slip."""

import json
import re
import zipfile

import pytest
from running import BY_CITY, COMPLIANT, COUNTY, ROOT, STANDARD, TOWNSHIP, gouji, in_chinese, refused

SEVERAL = ("html", "json", "text", "md", "sarif", "junit")


class TestBeingAsked:
    @pytest.mark.parametrize(
        ("command", "words"),
        [
            ((), ("check", "extract", "standards", "rules")),
            (("check",), ("--standard", "--against", "--fail-on", "--matcher", "--no-library", "--lang", "--on")),
            (("extract",), ("--format", "table", "json", "csv")),
            (("standards",), ("list", "show", "validate", "schema")),
            (("rules",), ("list", "show", "test", "schema")),
        ],
    )
    def test_help_names_what_there_is(self, command, words):
        done = gouji(*command, "--help")
        assert (done.returncode, done.stderr) == (0, "")
        for word in (*words, "用法 Usage: ", "选项 Options:", "显示本说明。 Show this message and exit."):
            assert word in done.stdout
        assert ("命令 Commands:" in done.stdout) is (command in ((), ("standards",), ("rules",)))

    def test_version(self):
        done = gouji("--version")
        assert done.returncode == 0
        assert re.fullmatch(r"gouji \d+(\.\d+)*\n", done.stdout)

    @pytest.mark.parametrize("arguments", [("check",), ("chekc", "a.txt"), ("check", "--matcher", "best", "a.txt")])
    def test_a_slip_in_the_call(self, arguments):
        refused(gouji(*arguments), "--help")

    @pytest.mark.parametrize("group", ["standards", "rules"])
    def test_schemas_are_json(self, group):
        assert json.loads(gouji(group, "schema").stdout)["properties"]


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("check",), "缺少 PLANS", "Missing argument"),
        (("check", COUNTY, "--fail-onn", "note"), "没有选项 --fail-onn", "No such option"),
        (("check", COUNTY, "--fail-on", "grave"), "可写：error、warning、note、never", "'grave' is not one of"),
        (("check", COUNTY, "--on", "2024-13-01"), "--on 的内容“2024-13-01”不对，应为日期", "2024-13-01"),
        (("check", COUNTY, "--year", "24"), "“24”不对，应为 1949 至 2100", "24 is not in the range"),
        (("check", COUNTY, "--on"), "选项 --on 的写法不对", "requires an argument"),
        (("chekc", COUNTY), "没有命令“chekc”", "No such command"),
        (("rules", "show"), "缺少 RULE", "Missing argument"),
    ],
)
def test_a_slip_in_the_call_is_told_in_both_languages(arguments, zh, en):
    done = gouji(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert zh in done.stderr and en in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((COUNTY,), 1),
        ((COUNTY, "--fail-on", "note"), 1),
        ((COUNTY, "--fail-on", "never"), 0),
        ((COMPLIANT,), 0),
        ((TOWNSHIP, "--select", "weaker-bound"), 0),
        ((TOWNSHIP, "--select", "weaker-bound", "--fail-on", "warning"), 0),
        ((TOWNSHIP, "--select", "weaker-bound", "--fail-on", "note"), 1),
    ],
)
def test_exit_code_by_severity(arguments, code):
    assert gouji("check", *arguments, *BY_CITY).returncode == code


class TestUnreadablePlans:
    @pytest.mark.parametrize("lang", ["zh", "en"])
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("none.txt", None),
            ("empty.txt", b""),
            ("blank.txt", b" \n\n\t\n"),
            ("program.txt", bytes(range(256)) * 64),
            ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(400)),
            ("half.docx", (ROOT / COUNTY).read_bytes()[:9000]),
            ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_name_the_file_and_say_what_is_wrong(self, tmp_path, name, content, lang):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        done = gouji("check", name, "--no-library", "--lang", lang, cwd=tmp_path)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert name in done.stderr
        assert in_chinese(done.stderr) == (lang == "zh")

    def test_an_archive_of_something_else(self, tmp_path):
        with zipfile.ZipFile(tmp_path / "book.docx", "w") as file:
            file.writestr("mimetype", "application/epub+zip")
        done = gouji("check", "book.docx", cwd=tmp_path)
        assert (done.returncode, "book.docx" in done.stderr, "Traceback" in done.stderr) == (2, True, False)

    def test_a_folder_is_not_a_plan(self, tmp_path):
        (tmp_path / "drafts").mkdir()
        done = gouji("check", "drafts", cwd=tmp_path)
        assert (done.returncode, "drafts" in done.stderr) == (2, True)

    def test_extract_refuses_too(self, tmp_path):
        refused(gouji("extract", "none.txt", cwd=tmp_path), "none.txt")

    def test_one_among_several_is_a_finding_and_hides_no_other(self, tmp_path):
        (tmp_path / "empty.txt").write_bytes(b"")
        paths = (ROOT / COMPLIANT, tmp_path / "empty.txt", ROOT / TOWNSHIP)
        done = gouji("check", *paths, *BY_CITY, "--format", "json")
        audit = json.loads(done.stdout)
        assert (done.returncode, audit["schema"]) == (1, "gouji/audit/1")
        assert [plan["plan"]["file"] for plan in audit["plans"]] == [path.as_posix() for path in paths]
        unread, read = audit["plans"][1:]
        assert [(f["rule"], f["severity"]) for f in unread["findings"]] == [("unreadable", "error")]
        assert unread["verdict"] != "compliant"
        assert read["summary"]["coverage"]["total"] == 12

    def test_a_text_that_is_called_a_word_file_is_read_for_what_it_is(self, tmp_path):
        (tmp_path / "plan.docx").write_bytes((ROOT / TOWNSHIP).read_bytes())
        done = gouji("extract", "plan.docx", "--format", "json", cwd=tmp_path)
        assert json.loads(done.stdout)["document"]["number"] == "柳政发〔2024〕7号"


STANDARD_TEXT = (ROOT / STANDARD).read_text("utf-8")
FLOOR = 'op: ">=", value: "1250", unit: 元/人/月'


class TestBrokenStandards:
    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            (FLOOR, 'op: ">=", value: "1250", unit: 元/人/旬', ["元/人/旬"]),
            (FLOOR, 'op: ">=", value: 1250.5, unit: 元/人/月', ["1250.5"]),
            (FLOOR, 'op: ">=", value: "1e3", unit: 元/人/月', ["1e3"]),
            ("binding: floor", "binding: flor", ["flor", "floor"]),
            ("level: city", "level: city\nlevel: city", ["level"]),
            ("published: 2024-02-20", "published: 2024-02-30", ["2024-02-30"]),
            ("clause: 第一条", "clause: 第一条\n    claws: 第一条", ["claws"]),
            ("id: orphan-institutional", "id: orphan-scattered", ["orphan-scattered"]),
            ("source: {", "source: {{", []),
        ],
        ids=["unit", "float", "exponent", "word", "key-twice", "date", "unknown-key", "id-twice", "yaml"],
    )
    def test_stop_the_run_with_place_and_remedy(self, tmp_path, old, new, words):
        assert old in STANDARD_TEXT
        (tmp_path / "mine.yaml").write_text(STANDARD_TEXT.replace(old, new, 1), "utf-8")
        done = gouji("check", ROOT / TOWNSHIP, "--standard", "mine.yaml", cwd=tmp_path)
        assert re.search(r"mine\.yaml:\d+|第\s*\d+\s*行", refused(done, "mine.yaml", *words)), "names the line"

    def test_validate_finds_the_same(self, tmp_path):
        (tmp_path / "mine.yaml").write_text(STANDARD_TEXT.replace("floor", "flor", 1), "utf-8")
        done = gouji("standards", "validate", "mine.yaml", cwd=tmp_path)
        assert done.returncode == 2
        assert re.search(r"mine\.yaml:\d+.*flor", done.stdout + done.stderr)
        assert gouji("standards", "validate", STANDARD).returncode == 0

    def test_a_file_that_is_not_there(self):
        refused(gouji("check", TOWNSHIP, "--standard", "nowhere.yaml"), "nowhere.yaml")

    def test_a_word_file_instead_of_yaml(self):
        refused(gouji("check", TOWNSHIP, "--standard", COUNTY), COUNTY.name)


class TestOutput:
    def test_standard_output_is_the_report_alone(self):
        done = gouji("check", COUNTY, *BY_CITY)
        assert done.stderr == ""
        assert done.stdout.startswith("结论：不符合")

    def test_several_formats_go_into_a_folder(self, tmp_path):
        asked = [part for name in SEVERAL for part in ("--format", name)]
        done = gouji("check", COUNTY, *BY_CITY, *asked, "--output", tmp_path / "reports")
        assert (done.returncode, done.stdout) == (1, "")
        written = sorted((tmp_path / "reports").iterdir())
        assert len(written) == len(SEVERAL)
        assert all(path.stat().st_size and str(path) in done.stderr for path in written)

    def test_several_formats_without_a_folder(self):
        refused(gouji("check", COUNTY, *BY_CITY, "--format", "json", "--format", "md"), "--output")

    def test_one_file_with_a_chinese_name(self, tmp_path):
        wanted = ("--format", "html", "--output", "审核/我的报告.html")
        done = gouji("check", ROOT / COUNTY, "--standard", ROOT / STANDARD, *wanted, cwd=tmp_path)
        assert done.returncode == 1
        assert "我的报告.html" in done.stderr
        assert "<html" in (tmp_path / "审核" / "我的报告.html").read_text("utf-8")

    def test_a_place_that_cannot_be_written(self, tmp_path):
        (tmp_path / "file").write_text("x")
        refused(gouji("check", COUNTY, *BY_CITY, "--format", "md", "--output", tmp_path / "file" / "r.md"), "r.md")

    def test_an_unknown_format_lists_those_there_are(self):
        refused(gouji("check", COUNTY, *BY_CITY, "--format", "powerpoint"), "powerpoint", "html", "json")

    def test_english(self):
        first, *rest = gouji("check", COUNTY, *BY_CITY, "--lang", "en").stdout.splitlines()
        assert not in_chinese(first)
        assert any("Evidence" in line or "expected" in line.lower() for line in rest)

    @pytest.mark.parametrize("form", SEVERAL)
    def test_the_same_bytes_twice(self, form):
        runs = {
            gouji("check", COUNTY, TOWNSHIP, *BY_CITY, "--format", form, PYTHONHASHSEED=seed).stdout
            for seed in ("1", "42")
        }
        assert len(runs) == 1
        assert runs.pop()

    def test_no_network(self, tmp_path):
        (tmp_path / "sitecustomize.py").write_text(
            "import socket\n"
            "def refuse(*_, **__):\n"
            "    raise SystemExit('the network was asked for')\n"
            "socket.socket = socket.create_connection = socket.getaddrinfo = refuse\n"
        )
        done = gouji("check", COUNTY, TOWNSHIP, *BY_CITY, "--format", "json", PYTHONPATH=str(tmp_path))
        assert (done.returncode, done.stderr) == (1, "")
        assert json.loads(done.stdout)["schema"] == "gouji/audit/1"

    def test_the_network_would_be_noticed(self, tmp_path):
        (tmp_path / "sitecustomize.py").write_text("raise SystemExit('read')\n")
        assert "read" in gouji("--version", PYTHONPATH=str(tmp_path)).stderr


def raised(*options: object) -> set[str]:
    done = gouji("check", COUNTY, *BY_CITY, "--format", "json", *options)
    return {finding["rule"] for finding in json.loads(done.stdout)["findings"]}


class TestRules:
    @pytest.mark.parametrize("name", ["below-floor", "C01"])
    def test_select(self, name):
        assert raised("--select", name) == {"below-floor"}

    def test_ignore_by_id_and_by_group(self):
        assert {"below-floor", "sum-mismatch"} <= raised()
        assert (
            raised("--ignore", "below-floor,consistency") & {"below-floor", "sum-mismatch", "parts-mismatch"} == set()
        )

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_an_unknown_rule_is_a_slip(self, option):
        refused(gouji("check", COUNTY, *BY_CITY, option, "below-flor"), "below-flor", "gouji rules list")

    def test_list_and_show(self):
        assert re.search(r"C01\s.*below-floor|below-floor\s.*C01", gouji("rules", "list").stdout)
        assert "C01" in gouji("rules", "show", "below-floor").stdout
        assert re.search("below-floor|gouji rules list", refused(gouji("rules", "show", "below-flor"), "below-flor"))

    def test_a_card_of_ones_own(self, tmp_path):
        card = next((ROOT / "rules").rglob("below-floor.yaml")).read_text("utf-8")
        own = card.replace("id: below-floor", "id: own-floor").replace("code: C01", "code: C91")
        (tmp_path / "own-floor.yaml").write_text(own, "utf-8")
        assert raised("--rules", tmp_path, "--select", "own-floor") == {"own-floor"}


class TestStandards:
    def test_list_names_places(self):
        listed = gouji("standards", "list").stdout
        assert "全国/" in listed
        assert "安徽省/黄山市/黟县/" in listed

    def test_show_one_and_refuse_another(self):
        shown = gouji("standards", "show", "安徽省/黄山市/黟县/2022-livelihood")
        assert (shown.returncode, "1510" in shown.stdout) == (0, True)
        refused(gouji("standards", "show", "全国/none"), "全国/none", "gouji standards list")

    @pytest.mark.parametrize(("on", "floor"), [("2024-12-31", True), ("2023-12-31", False)])
    def test_the_day_decides_what_is_in_force(self, on, floor):
        assert ("below-floor" in raised("--on", on)) is floor
