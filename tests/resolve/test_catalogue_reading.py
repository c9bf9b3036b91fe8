"""The quick way of reading the catalogue's files gives what a YAML parser gives, or leaves the file to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from standards.catalogue import INDICATORS
from standards.catalogue.files import indicator_files
from standards.catalogue.plain_yaml import read_any, read_plain, read_tree

FILES = list(indicator_files(INDICATORS))
SAMPLE = """\
# a remark
theme: {zh: 示例, en: An example}
indicators:
  reading-room-hours:
    name: 农家书屋每周开放时长（小时）
    unit: "%"
    aliases: [农家书屋 开放时长, 农家书屋]
    not: []
    scope: {区域: [城市=城镇, 农村], 类型: [大, 小]}
  library-hours:
    scope:
      区域: [城市, 农村]
"""


def yaml_tree(text: str) -> object:
    try:
        return read_any(text)
    except ValueError:
        return ValueError


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_ways_read_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    quick = read_plain(text)
    assert quick is None or quick == read_any(text)
    assert read_tree(path) == read_any(text)


def test_most_of_the_shipped_files_are_read_the_quick_way() -> None:
    quick = [path for path in FILES if read_plain(path.read_text(encoding="utf-8")) is not None]
    assert len(quick) * 10 >= len(FILES) * 9


def test_the_sample_is_read_the_quick_way() -> None:
    assert read_plain(SAMPLE) == read_any(SAMPLE)


PIECES = st.sampled_from(
    [
        *" :,-#\"'[]{}&*!|>%@`?\\\t\n\r=~<“（\u3000\u00a0\ufeff\x07",
        "  ",
        "\n  ",
        ": ",
        " #",
        "---",
        "...",
        "- ",
        "? ",
        "null",
        "\n\n",
    ]
)


@settings(max_examples=1500, deadline=None)
@given(st.data())
def test_a_slip_never_reads_as_something_else(data: st.DataObject) -> None:
    text = SAMPLE
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        until = data.draw(st.integers(at, min(len(text), at + 6)))
        text = text[:at] + data.draw(st.one_of(PIECES, st.text(max_size=2))) + text[until:]
    quick = read_plain(text)
    assert quick is None or quick == yaml_tree(text)
