"""Markdown keeps the text of its file, character for character, and has headings and tables besides."""

from pathlib import Path

import pytest

from engine.check import read_plan_text
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver
from plans import read_plan
from plans.markdown import READER

TEXT = """\ufeff# 清澜县2024年民生实事方案 #

## 一、就业
- 城镇新增就业**2600**人
> （一）**培训1500人次以上**

**任务分解表**

| 乡镇 | 就业（人） | 备注 |
|:---|---:|---|
| 柳澜镇 | **380** | 甲\\|乙 |
| **合计** | 380 |
收尾
"""


def read(text: str, name: str = "方案.md"):
    return READER.read(Path(name), text.encode())


def blocks(text: str) -> list[tuple]:
    document = read(text)
    return [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks if b.kind != "cell"]


def test_headings_lists_and_quotations_lose_their_marks():
    assert blocks(TEXT) == [
        ("heading", 1, "清澜县2024年民生实事方案"),
        ("heading", 2, "一、就业"),
        ("paragraph", None, "城镇新增就业**2600**人"),
        ("paragraph", None, "（一）**培训1500人次以上**"),
        ("paragraph", None, "**任务分解表**"),
        ("paragraph", None, "收尾"),
    ]


def test_the_text_is_that_of_the_file_and_so_are_the_offsets():
    document = read(TEXT)
    assert document.text == TEXT and document.in_file and document.format == "md"
    at = TEXT.index("380**")
    assert (document.span(at, at + 3).start, document.span(at, at + 3).cell) == (at, "T1!B2")


def test_a_table_is_a_grid_without_its_rule_and_without_emphasis():
    document = read(TEXT)
    (table,) = document.tables
    assert table.title == "任务分解表"
    assert [(c.row, c.column, document.text[c.start : c.end]) for c in table.cells] == [
        (0, 0, "乡镇"), (0, 1, "就业（人）"), (0, 2, "备注"),
        (1, 0, "柳澜镇"), (1, 1, "380"), (1, 2, "甲\\|乙"), (2, 0, "合计"), (2, 1, "380"),
    ]  # fmt: skip


NO_TABLES = [
    "甲 | 乙\n丙 | 丁",  # no rule
    "甲 | 乙\n---\n丙 | 丁",  # a rule for one column
    "甲\n---\n丙",  # a heading of the other style
    "| 甲 |",
    "a | b",
]


@pytest.mark.parametrize("text", NO_TABLES)
def test_bars_alone_make_no_table(text):
    assert read(text).tables == ()


@pytest.mark.parametrize(("name", "format"), [("a.md", "md"), ("a.MARKDOWN", "md"), ("a.txt", "txt"), ("md", "txt")])
def test_the_name_alone_tells_markdown_from_text(tmp_path, name, format):
    (tmp_path / name).write_text("# 甲", encoding="utf-8")
    assert read_plan(tmp_path / name).format == format


def test_marks_do_not_hide_an_item_or_split_a_figure():
    found = read_plan_text(read(TEXT), Resolver(Catalogue()))
    assert [(c.label, c.bound.op, str(c.bound.value), c.unit) for c in found.commitments[:2]] == [
        ("城镇新增就业人数", "=", "2600", "人"),
        ("培训人次", ">=", "1500", "人次"),
    ]
    assert [item.title for item in found.items] == ["就业", "培训1500人次以上"]
    for commitment in found.commitments:
        assert TEXT[commitment.span.start : commitment.span.end] == commitment.span.text
