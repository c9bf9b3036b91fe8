"""What a file may hold before anybody asks what it means."""

from __future__ import annotations

import pytest
from standard_samples import FLOOR, HEAD, write

from standards.files.faults import FaultyStandard
from standards.files.loader import load_standard, validate_file
from standards.files.yaml_lines import MAX_NODES, Number, parse_yaml, read_yaml


def refused(text: str) -> str:
    with pytest.raises(FaultyStandard) as caught:
        parse_yaml(text, "a.yaml")
    return caught.value.text.zh


@pytest.mark.parametrize("word", ["no", "on", "yes", "off", "true", "2022-03-01", "12:30", "0o17"])
def test_words_that_yaml_would_turn_into_something_else_stay_text(word):
    read = parse_yaml(f"label: {word}", "a.yaml").tree["label"]
    assert read == word
    assert isinstance(read, str)


@pytest.mark.parametrize("number", ["1100", "4.5", "-3", "1_000", "1e3", ".5", ".inf", ".nan", "0x1F"])
def test_a_bare_number_is_told_from_a_quoted_one(number):
    tree = parse_yaml(f"a: {number}\nb: '{number}'", "a.yaml").tree
    assert isinstance(tree["a"], Number)
    assert not isinstance(tree["b"], Number)
    assert tree["a"] == tree["b"] == number


@pytest.mark.parametrize("blank", ["", "~", "null"])
def test_what_is_left_empty_is_an_empty_text(blank):
    assert parse_yaml(f"number: {blank}\n", "a.yaml").tree == {"number": ""}


def test_places_count_from_one():
    source = parse_yaml('a: x\nb:\n  - {c: "y"}\n', "a.yaml")
    assert source.place(("a",)) == (1, 4)
    assert source.key_place(("b", 0, "c")) == (3, 6)
    assert source.place(("b", 0, "c")) == (3, 9)
    assert source.place(("b", 0, "missing")) == (3, 5)


def test_a_comma_inside_chinese_text_is_part_of_the_text():
    tree = parse_yaml("source: {note: 只见报道, 未见原文, checked: 2026-01-15}", "a.yaml").tree
    assert tree == {"source": {"note": "只见报道, 未见原文", "checked": "2026-01-15"}}


@pytest.mark.parametrize("text", ["a: {b: 1, 2}", 'a: {b: "x", 乙}', "a: {乙}", "a: {b: , 乙}", "a: {b: x, to}"])
def test_any_other_word_without_a_colon_is_refused(text):
    assert "没有冒号" in refused(text)


def bomb() -> str:
    levels = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    for earlier, name in zip("abcdefgh", "bcdefghi", strict=True):
        levels.append(f"{name}: &{name} [{', '.join([f'*{earlier}'] * 10)}]")
    return "\n".join(levels)


DANGEROUS = {
    "a bomb of anchors": (bomb(), "锚点"),
    "an alias to nothing": ("a: *b", "引用"),
    "a merge key": ("a: 1\n<<: *b", "引用"),
    "a python tag": ("a: !!python/object/apply:os.system ['true']", "标签"),
    "a tag of its own": ("a: !secret b", "标签"),
    "a plain tag": ("a: !!str 1", "标签"),
    "a tag on a key": ("!!str a: 1", "标签"),
    "a tag on a list": ("a: !!set {b}", "标签"),
    "deep lists": ("[" * 5000, "嵌套"),
    "deep mappings": ("{a: " * 5000, "嵌套"),
    "deep dashes": ("- " * 5000 + "x", "嵌套"),
    "too many entries": ("a:\n" + "- x\n" * (MAX_NODES + 1), "拆分"),
    "two documents": ("a: 1\n---\nb: 2\n", "一个标准"),
    "nothing": ("", "空的"),
    "a comment only": ("# 空\n", "空的"),
    "a tab": ("a:\n\tb: 1\n", "空格"),
    "a control character": ("a: \x07\n", "控制字符"),
    "a broken bracket": ("a: [1, 2\nb: 3\n", "格式"),
    "an unknown directive": ("%FOO bar\n---\na: 1\n", "格式有误"),
}


@pytest.mark.parametrize(("text", "word"), DANGEROUS.values(), ids=DANGEROUS)
def test_what_is_dangerous_or_broken_is_refused(text, word):
    assert word in refused(text)


FILES = {
    "10 MB": (b"title: " + "长".encode() * 3_400_000, "10.2 MB"),
    "GBK": ("title: 云溪市\n".encode("gbk"), "UTF-8"),
    "UTF-16": ("title: 云溪市\n".encode("utf-16"), "UTF-8"),
    "zeros": (bytes(1000), "控制字符"),
    "random bytes": (bytes(range(128, 256)) * 8, "UTF-8"),
    "empty": (b"", "空的"),
    "one word": ("民生".encode(), "键: 值"),
    "a number": (b"1100", "键: 值"),
}


@pytest.mark.parametrize(("data", "word"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_standard_is_refused_and_named(tmp_path, data, word):
    path = tmp_path / "bad.yaml"
    path.write_bytes(data)
    (fault,) = validate_file(path)
    assert word in fault.text.zh
    assert fault.file == str(path)


def test_the_line_of_a_wrong_encoding_is_told(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_bytes(b"title: a\nnumber: b\nissuer: " + "市".encode("gbk"))
    assert validate_file(path)[0].line == 3


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    assert "无法读取" in validate_file(tmp_path / "none.yaml")[0].text.zh
    assert "不是普通文件" in validate_file(tmp_path)[0].text.zh


def test_a_byte_order_mark_and_windows_lines_do_no_harm(tmp_path):
    plain = load_standard(write(tmp_path, name="a.yaml"), id="a")
    (tmp_path / "b.yaml").write_bytes(b"\xef\xbb\xbf" + (HEAD + FLOOR).replace("\n", "\r\n").encode())
    other = load_standard(tmp_path / "b.yaml", id="a")
    assert other.requirements == plain.requirements


def test_every_fault_of_a_file_is_told_at_once_in_the_order_of_its_lines(tmp_path):
    text = (
        (HEAD + FLOOR)
        .replace("level: city", "level: town")
        .replace('"1050"', "1050")
        .replace("2022-03-01", "2022-02-30")
    )
    text = text.replace("    scope", "    scop").replace("issuer:", "title:")
    faults = validate_file(write(tmp_path, text))
    assert [fault.line for fault in faults] == [3, 4, 6, 11, 14]


def test_very_many_faults_are_counted(tmp_path):
    text = HEAD + FLOOR + "".join(f"    colour{n}: red\n" for n in range(60))
    path = write(tmp_path, text)
    with pytest.raises(FaultyStandard) as caught:
        load_standard(path)
    assert len(caught.value.faults) == 60
    assert "另有 20 处" in caught.value.text.zh
    assert "20 more" in caught.value.text.en


def test_the_reader_gives_nothing_but_text(tmp_path):
    source = read_yaml(write(tmp_path))
    seen = [source.tree]
    while seen:
        part = seen.pop()
        assert isinstance(part, dict | list | str)
        seen += part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
