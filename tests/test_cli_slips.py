"""Slips of people who take one kind of file, word or place in the call for another: told as what they are."""

import re

import pytest
from click.testing import CliRunner
from running import COUNTY, ROOT, STANDARD, TOWNSHIP, in_chinese

from cli import main

WORD, CITY = ROOT / COUNTY, ROOT / STANDARD


def called(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (("check", WORD, "--standard", WORD), ("--against", "standards draft")),
        (("standards", "validate", WORD), ("--against", "standards draft")),
        (("standards", "show", WORD), ("standards draft",)),
        (("standards", "diff", CITY, WORD), ("standards draft",)),
        *(
            (("check", WORD, f"--{option}", WORD), (f"--{option}", "YAML"))
            for option in ("waivers", "decisions", "rules")
        ),
        (("check", WORD, "--settings", WORD), ("--settings", "YAML")),
    ],
    ids=lambda words: " ".join(str(word) for word in words if word not in (WORD, CITY)),
)
def test_a_document_where_a_text_file_is_asked_for_is_called_one(words, advice):
    done = called(*words)
    assert done.exit_code == 2 and len(done.stderr.splitlines()) == 1
    assert "Word 文件" in done.stderr and all(word in done.stderr for word in advice)
    assert not in_chinese(called(*words, "--lang", "en").stderr)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", WORD, "--fail-on", "bad"), "--fail-on 的内容“bad”不对"),
        (("check", WORD, "--on", "2024-13-01"), "“2024-13-01”"),
        (("chekc", WORD), "没有命令“chekc”，是否应为 check？"),
        (("standards", "lits"), "没有命令“lits”，是否应为 list？"),
        (("rules", "list", "多余"), "多写了“多余”"),
        (("--lang", "en", "check", WORD), "stands behind the command"),
        (("rules", "schema", "--lang", "en"), "leave out --lang"),
    ],
    ids=lambda words: " ".join(str(word) for word in words if word != WORD) if isinstance(words, tuple) else "",
)
def test_a_wrong_word_is_repeated_and_every_line_is_in_chinese_too(words, said):
    done = called(*words)
    assert done.exit_code == 2 and said in done.stderr
    if "--lang" not in words:
        lines = [line for line in done.stderr.splitlines() if line]
        assert all(re.search("[一-鿿]{2}", line) for line in lines[:3])


def test_standard_input_is_no_plan_and_links_in_a_circle_are_called_so(tmp_path):
    assert "标准输入" in called("check", "-").stderr
    loop = tmp_path / "方案.txt"
    loop.symlink_to(loop)
    assert "链接循环" in called("check", loop).stderr
    gone = tmp_path / "断.txt"
    gone.symlink_to(tmp_path / "无.txt")
    assert "找不到文件" in called("check", gone).stderr


@pytest.mark.parametrize(("entry", "word"), [("&a {quote: x}", "锚点"), ("*a", "引用")])
@pytest.mark.parametrize("kind", ["decisions", "waivers"])
def test_an_entry_that_stands_for_another_is_refused(tmp_path, kind, entry, word):
    file = tmp_path / "f.yaml"
    file.write_text(f"{kind}:\n  - {entry}\n", "utf-8")
    done = called("check", ROOT / TOWNSHIP, f"--{kind}", file)
    assert done.exit_code == 2 and "第2行" in done.stderr and word in done.stderr


def test_the_choices_of_a_card_are_listed_without_english_between_them(tmp_path):
    card = (ROOT / "rules" / "drafting" / "garbled-text.yaml").read_text("utf-8")
    file = tmp_path / "garbled-text.yaml"
    file.write_text(card.replace("severity: note", "severity: high"), "utf-8")
    done = called("rules", "test", file)
    assert done.exit_code == 2 and "error, warning, note" in done.stderr


def test_help_shows_how_a_day_is_written_and_no_summary_is_cut():
    for command in ("show", "diff"):
        shown = called("standards", command, "--help").stdout
        assert "YYYY-MM-DD" in shown and "%Y" not in shown
    for words in (("--help",), ("standards", "--help"), ("rules", "--help")):
        assert "..." not in called(*words).stdout.partition("Commands:")[2]


def test_a_plan_named_twice_is_counted_once_and_a_place_is_told_as_its_file_counts():
    shown = called("standards", "unresolved", WORD, WORD).stdout
    assert "1 份方案" in shown and "county-plan.docx 第13段：" in shown and "行：" not in shown
    assert "township-plan.txt 第" in called("standards", "unresolved", ROOT / TOWNSHIP).stdout


def test_keys_and_words_of_a_standard_are_in_the_language_asked_for(tmp_path):
    changed = tmp_path / "new.yaml"
    text = CITY.read_text("utf-8").replace("binding: floor", "binding: fixed", 1)
    changed.write_text(text.replace("title: ", "title: 新", 1).replace('value: "1250"', 'value: "1260"'), "utf-8")
    shown = called("standards", "show", CITY).stdout
    assert "（下限，应当）" in shown and "floor" not in shown
    assert "(floor, must)" in called("standards", "show", CITY, "--lang", "en").stdout
    told = called("standards", "diff", CITY, changed).stdout
    assert "约束方式：下限 → 定值" in told and "标题：" in told and "数值 2024-01-01" in told
    assert "binding: floor → fixed" in called("standards", "diff", CITY, changed, "--lang", "en").stdout
