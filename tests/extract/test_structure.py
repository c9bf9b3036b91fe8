"""Items of a plan in every style of numbering, with their nesting, titles, sections and annexes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.extract.layout.structure import read_structure
from engine.normalise.clean import clean

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))

# name, text, (level, numbering as printed, title) of each item
CASES: list[tuple[str, str, list[tuple[int, str, str]]]] = [
    ("arabic", "1.建学校\n2.建医院\n3.修路", [(1, "1.", "建学校"), (1, "2.", "建医院"), (1, "3.", "修路")]),
    ("arabic-ideographic-comma", "1、建学校\n2、建医院", [(1, "1、", "建学校"), (1, "2、", "建医院")]),
    ("arabic-one-bracket", "1)建学校\n2)建医院", [(1, "1)", "建学校"), (1, "2)", "建医院")]),
    ("arabic-in-brackets", "（1）建学校\n（2）建医院", [(1, "(1)", "建学校"), (1, "(2)", "建医院")]),
    ("full-width", "１．建学校\n２．建医院", [(1, "1.", "建学校"), (1, "2.", "建医院")]),
    ("chinese", "一、教育\n二、卫生\n十一、交通", [(1, "一、", "教育"), (1, "二、", "卫生"), (1, "十一、", "交通")]),
    ("chinese-in-brackets", "（一）教育\n（二）卫生", [(1, "(一)", "教育"), (1, "(二)", "卫生")]),
    ("articles", "第一条 建学校\n第二条 建医院", [(1, "第一条", "建学校"), (1, "第二条", "建医院")]),
    ("padded", "01 建学校\n02 建医院\n03 修路", [(1, "01", "建学校"), (1, "02", "建医院"), (1, "03", "修路")]),
    ("padded-on-a-line-of-its-own", "01\n建学校\n02\n建医院", [(1, "01", "建学校"), (1, "02", "建医院")]),
    ("two-digits-that-open-no-series", "12幢楼房\n30户农家", []),
    ("circled", "①建学校；\n②建医院。", [(1, "①", "建学校"), (1, "②", "建医院")]),
    ("decimal", "1.教育\n1.1学校\n1.2幼儿园\n2.卫生\n2.1医院",
     [(1, "1.", "教育"), (2, "1.1", "学校"), (2, "1.2", "幼儿园"), (1, "2.", "卫生"), (2, "2.1", "医院")]),
    ("in-one-line", "1、建学校。2、建医院。3、修路。", [(1, "1、", "建学校"), (1, "2、", "建医院"), (1, "3、", "修路")]),
    ("runs-into-a-quantity", "9.建医院\n10.15分钟生活圈建设\n11.修路",
     [(1, "9.", "建医院"), (1, "10.", "15分钟生活圈建设"), (1, "11.", "修路")]),
    ("runs-into-a-year", "1.建学校\n2.2023年底前建医院\n3.修路",
     [(1, "1.", "建学校"), (1, "2.", "2023年底前建医院"), (1, "3.", "修路")]),
    ("numbering-goes-on-across-sections", "一、教育\n1.学校\n2.幼儿园\n二、卫生\n3.医院",
     [(1, "一、", "教育"), (2, "1.", "学校"), (2, "2.", "幼儿园"), (1, "二、", "卫生"), (2, "3.", "医院")]),
    ("five-levels", "一、教育\n(一)学校\n1.小学\n(1)新建\n①城区\n②乡镇\n(2)改建\n2.中学\n(二)幼儿园\n二、卫生",
     [(1, "一、", "教育"), (2, "(一)", "学校"), (3, "1.", "小学"), (4, "(1)", "新建"), (5, "①", "城区"), (5, "②", "乡镇"),
      (4, "(2)", "改建"), (3, "2.", "中学"), (2, "(二)", "幼儿园"), (1, "二、", "卫生")]),
    ("another-order-of-styles", "1.教育\n(一)学校\n(二)幼儿园\n2.卫生\n(一)医院",
     [(1, "1.", "教育"), (2, "(一)", "学校"), (2, "(二)", "幼儿园"), (1, "2.", "卫生"), (2, "(一)", "医院")]),
    ("responsible-unit-is-no-title", "1.困难救助（责任单位：县民政局）\n2.修路", [(1, "1.", "困难救助"), (1, "2.", "修路")]),
    ("no-numbering", "今年新建学校2所，改造医院3所。", []),
    ("decimals-are-figures", "参保率提高1.5个百分点\n经济增长2.3%", []),
    ("a-year-opens-a-line", "2023年新建学校2所。\n2024年新建医院1所。", []),
    ("empty", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_numbering(text: str, expected: list[tuple[int, str, str]]) -> None:
    items = read_structure(clean(text).text).items
    assert [(item.level, item.number, item.title) for item in items] == expected


def test_articles_stand_below_their_chapter() -> None:
    items = read_structure("第一章 总则\n第一条 甲\n第二条 乙\n第二章 建设\n第三条 丙").items
    assert [(item.number, item.level) for item in items] == [
        ("第一章", 1), ("第一条", 2), ("第二条", 2), ("第二章", 1), ("第三条", 2),
    ]  # fmt: skip


IDS = [
    ("1.建学校\n2.建医院", ["1", "2"]),
    ("一、教育\n(一)学校\n二、卫生\n(一)医院", ["一", "一.一", "二", "二.一"]),
    ("1.教育\n1.1学校\n1.2幼儿园", ["1", "1.1", "1.2"]),
    ("1.教育\n(1)学校\n(2)幼儿园\n2.卫生\n(1)医院", ["1", "1.1", "1.2", "2", "2.1"]),
]


@pytest.mark.parametrize(("text", "expected"), IDS)
def test_ids_say_where_an_item_stands(text: str, expected: list[str]) -> None:
    assert [item.id for item in read_structure(text).items] == expected


MARKS = [
    "一、",
    "二、",
    "(一)",
    "(二)",
    "1.",
    "2.",
    "1、",
    "(1)",
    "(2)",
    "①",
    "②",
    "第一条",
    "1.1",
    "1.2",
    "10.15分钟",
    "2.2023年",
]


@given(st.lists(st.sampled_from(MARKS), max_size=25), st.sampled_from(["\n", "。", "。\n"]))
def test_items_nest_and_their_ids_are_unique(marks: list[str], between: str) -> None:
    text = between.join(f"{mark}建设学校{n}所" for n, mark in enumerate(marks))
    items = read_structure(text).items
    assert all(count == 1 for count in Counter(item.id for item in items).values())
    assert all(0 <= item.start < item.end <= len(text) for item in items)
    assert [item.start for item in items] == sorted({item.start for item in items})
    for outer, inner in pairwise(items):
        assert inner.level <= outer.level + 1
        assert inner.end <= outer.end if inner.level > outer.level else inner.start >= outer.end
    for item in items:
        assert text[item.start : item.end].lstrip(" ").startswith(item.number)
        assert item.title in text[item.start : item.end]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_ids_in_a_document_are_unique(path: Path) -> None:
    items = read_structure(clean(path.read_bytes().decode("utf-8")).text).items
    assert len({item.id for item in items}) == len(items)


def test_a_section_on_how_to_carry_it_out_is_told_apart() -> None:
    text = "一、教育\n1.建学校\n二、组织领导\n(一)加强领导\n三、附则"
    assert [(item.number, item.section) for item in read_structure(text).items] == [
        ("一、", "body"), ("1.", "body"), ("二、", "requirements"), ("(一)", "requirements"), ("三、", "body"),
    ]  # fmt: skip


def test_annexes_listed_are_found_again_where_they_stand() -> None:
    text = (
        "一、教育\n1.建学校\n附件:1.民生实事任务分解表\n2.民生实事资金安排表\n\n"
        "附件1\n民生实事任务分解表\n1.新建学校2所\n附件2\n民生实事资金安排表\n投入300万元"
    )
    skeleton = read_structure(text)
    assert skeleton.annexes == ("民生实事任务分解表", "民生实事资金安排表")
    assert skeleton.section_at(text.index("1.建学校")) == "body"
    assert skeleton.section_at(text.index("新建学校2所")) == "annex"
    assert skeleton.section_at(text.index("投入300万元")) == "annex"
    assert [(item.number, item.title, item.section) for item in skeleton.items] == [
        ("一、", "教育", "body"), ("1.", "建学校", "body"), ("1.", "新建学校2所", "annex"),
    ]  # fmt: skip
    assert all(item.end <= text.index("附件:1.") for item in skeleton.items if item.section == "body")


def test_a_list_goes_on_behind_its_two_hundredth_item() -> None:
    text = "某县2024年任务清单\n" + "".join(f"{n}.公厕建设。新建公厕{n % 9 + 3}个。\n" for n in range(1, 206))
    assert [item.number.strip(".") for item in read_structure(text).items] == [str(n) for n in range(1, 206)]
