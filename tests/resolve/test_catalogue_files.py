"""A file of the catalogue with a slip in it is refused with file, line and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import StandardError
from standards.catalogue import WORDS, check_catalogue, load_catalogue

GOOD = """\
theme: {zh: 示例, en: Example}
indicators:
  reading-room-hours:
    name: 农家书屋每周开放时长
    en: Weekly opening hours of reading rooms
    unit: 小时/周
    kind: standard
    aliases: [农家书屋 开放时长, 农家书屋 开放]
    not: [图书馆]
    scope: {区域: [城市=城镇, 农村]}
    contrasts: [library-hours]
  library-hours:
    name: 图书馆每周开放时长
    en: Weekly opening hours of libraries
    unit: 小时/周
    kind: standard
    aliases: [图书馆 开放时长]
"""

BAD = [
    ("kind: standard\n    aliases: [农", "kinds: standard\n    aliases: [农", 7, "kind", "kind"),
    (
        "    unit: 小时/周\n    kind: standard\n    aliases: [农",
        "    kind: standard\n    aliases: [农",
        4,
        "unit",
        "缺少",
    ),
    ("aliases: [图书馆 开放时长]", "aliase: [图书馆 开放时长]", 17, "aliases", "是否应为"),
    ("kind: standard\n    aliases: [图", "kind: standart\n    aliases: [图", 16, "standard", "应为"),
    ("aliases: [图书馆 开放时长]", "aliases: 图书馆 开放时长", 17, "aliases", "[…]"),
    ("aliases: [图书馆 开放时长]", "aliases: []", 17, "aliases", "应为"),
    ("aliases: [图书馆 开放时长]", "aliases: [馆 开放时长]", 17, "馆", "太短"),
    ("aliases: [图书馆 开放时长]", "aliases: [图书馆 图书馆开放]", 17, "图书馆", "包含"),
    ("not: [图书馆]", "not: [书屋]", 9, "书屋", "永远不会生效"),
    ("scope: {区域: [城市=城镇, 农村]}", "scope: {区域: [城市=城镇, 农村=城镇]}", 10, "城镇", "两次"),
    ("contrasts: [library-hours]", "contrasts: [libary-hours]", 11, "library-hours", "是否应为"),
    ("contrasts: [library-hours]", "contrasts: [zzzz]", 11, "zzzz", "不在目录里"),
    ("contrasts: [library-hours]", "contrasts: [reading-room-hours]", 11, "reading-room-hours", "不在目录里"),
    ("  library-hours:", "  Library_Hours:", 12, "Library_Hours", "小写"),
    (
        "unit: 小时/周\n    kind: standard\n    aliases: [图",
        "unit: 小時/周\n    kind: standard\n    aliases: [图",
        15,
        "小時/周",
        "计量单位",
    ),
    ("aliases: [图书馆 开放时长]", "aliases: [开放时长 农家书屋]", 17, "reading-room-hours", "无法区分"),
    ("theme: {zh: 示例, en: Example}", "theme: {zh: 示例}", 1, "en", "缺少"),
    ("  library-hours:", "  reading-room-hours:", 12, "reading-room-hours", ""),
    ("theme: {zh: 示例, en: Example}", "theme: 示例", 1, "", "键"),
    ("name: 图书馆每周开放时长", "name: [图书馆]", 13, "name", "应为"),
    ("    en: Weekly opening hours of libraries", "\ten: Weekly opening hours of libraries", 14, "", ""),
]


def place(root: Path, text: str, name: str = "one.yaml") -> Path:
    path = root / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_good_file_is_taken(tmp_path: Path) -> None:
    place(tmp_path, GOOD)
    assert check_catalogue(tmp_path, WORDS) == []
    found = load_catalogue(tmp_path, WORDS).get("reading-room-hours")
    assert found is not None
    assert found.excludes == ("图书馆",)
    assert [value.words for value in found.scope] == [("城市", "城镇"), ("农村",)]


@pytest.mark.parametrize(
    ("good", "bad", "line", "named", "said"), BAD, ids=[f"{n}-{b[:24]}" for n, (_, b, *_) in enumerate(BAD)]
)
def test_a_slip_is_told_with_its_line(tmp_path: Path, good: str, bad: str, line: int, named: str, said: str) -> None:
    assert good in GOOD
    path = place(tmp_path, GOOD.replace(good, bad, 1))
    faults = check_catalogue(tmp_path, WORDS)
    told = [fault for fault in faults if fault.line == line]
    assert told, [fault.sentence.zh for fault in faults]
    assert any(named in fault.sentence.zh and said in fault.sentence.zh for fault in told), told
    assert all(fault.file == str(path) and fault.text.en for fault in faults)


def test_an_id_used_in_two_files_is_told(tmp_path: Path) -> None:
    place(tmp_path, GOOD)
    second = GOOD.replace("农家书屋", "社区书屋").replace("图书馆 开放", "图书室 开放")
    place(tmp_path, second, "two.yaml")
    told = [f for f in check_catalogue(tmp_path, WORDS) if "one.yaml" in f.text.zh]
    assert {(Path(f.file).name, f.line) for f in told} == {("two.yaml", 4), ("two.yaml", 13)}
    with pytest.raises(StandardError) as refused:
        load_catalogue(tmp_path, WORDS)
    assert "two.yaml" in refused.value.text.zh


@pytest.mark.parametrize(
    "text",
    [
        "",
        "just words",
        "- a\n- b\n",
        "theme: {zh: 甲, en: A}\n",
        "theme: {zh: 甲, en: A}\nindicators: {x: 1}\n",
        "a: [1\n",
        "\x00",
    ],
)
def test_a_file_that_cannot_be_built_is_refused_not_a_crash(tmp_path: Path, text: str) -> None:
    path = place(tmp_path, text)
    with pytest.raises(StandardError) as refused:
        load_catalogue(tmp_path, WORDS)
    assert path.name in refused.value.text.zh
    assert path.name in refused.value.text.en


def test_a_missing_folder_and_an_empty_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StandardError, match="no folder"):
        load_catalogue(tmp_path / "nowhere", WORDS)
    with pytest.raises(StandardError):
        load_catalogue(tmp_path, WORDS)
    assert check_catalogue(tmp_path / "nowhere", WORDS)


def test_a_word_in_two_values_of_a_contrast_is_told(tmp_path: Path) -> None:
    place(tmp_path, GOOD)
    words = tmp_path / "words.txt"
    words.write_text(
        "contrasts:\n  城乡: [城市=城镇, 农村=城镇]\ngeneric: {counts: [数量]}\nsynonyms: {}\n", encoding="utf-8"
    )
    faults = check_catalogue(tmp_path, words)
    assert [(Path(f.file).name, f.line) for f in faults] == [("words.txt", 2)]
    assert "城镇" in faults[0].text.zh


def test_a_broken_file_of_words_is_refused(tmp_path: Path) -> None:
    place(tmp_path, GOOD)
    words = tmp_path / "words.txt"
    words.write_text("contrast: {}\ngeneric: {counts: [数量]}\nsynonyms: {}\n", encoding="utf-8")
    with pytest.raises(StandardError) as refused:
        load_catalogue(tmp_path, words)
    assert "contrasts" in refused.value.text.zh
