"""Cleaning: one spelling, damage taken out, and every character traced back to where it came from."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.normalise.clean import clean
from engine.normalise.fold import fold
from engine.normalise.offsets import cut
from engine.quantity.numerals import DIGITS

DOCUMENTS = [path.read_bytes().decode("utf-8") for path in sorted((Path(__file__).parent / "documents").glob("*.txt"))]
WORDS = st.text(
    "建医县每人月元不低于提高 \n\r\t　,，。:(（)）“”12０９.%％/-－—个們農萬婦jiǎn?\u200b\ufeff\x00", max_size=80
)

FOLDED = [
    ("１２３．５％", "123.5%"),
    ("（一）", "(一)"),
    ("35—64岁", "35-64岁"),
    ("60％～70％", "60%~70%"),
    ("75元╱月", "75元/月"),
    ("人•天", "人·天"),
    ("≧95", "≥95"),
    ("a\u3000b\tc\u00a0d", "a b c d"),
    ("一\r\n二", "一 \n二"),
    ("農村婦女兒童", "农村妇女儿童"),
    ("2500畝，38萬戶，實施", "2500亩,38万户,实施"),
    ("县城於今年", "县城於今年"),
    ("“民生”、《通知》；", "“民生”、《通知》;"),
]


@pytest.mark.parametrize(("given_text", "expected"), FOLDED)
def test_folding(given_text: str, expected: str) -> None:
    assert fold(given_text) == expected


@given(WORDS | st.text(max_size=40))
@example("們與萬" + "\x00" + "農")
@example("乾坤乾燥們與萬農著力颱風")
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(WORDS)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


CLEANED = [
    # pinyin that a page set behind a character, whole or damaged
    ("免費(fèi)培訓(xùn)農(nóng)村婦女", "免费培训农村妇女"),
    ("扶贫(fu)项目", "扶贫项目"),
    ("新农村(居)委会", "新农村(居)委会"),
    # blanks between a number and its words
    ("新建 12 所", "新建12所"),
    ("１.79 万平方米", "1.79万平方米"),
    ("达到 95 %", "达到95%"),
    ("约3 800 人", "约3800人"),
    ("75元 / 月", "75元/月"),
    ("新 建 公 共 租 赁 住 房 ３２０ 套", "新建公共租赁住房320套"),
    # characters of no width
    ("不低\u200b于\ufeff95\u00ad%", "不低于95%"),
    # a line broken inside a word or a quantity
    ("集中供养对象生活费每人每月不低\n于980元", "集中供养对象生活费每人每月不低于980元"),
    ("全县计划改造管网1\n8公里", "全县计划改造管网18公里"),
    ("为保障和改善民生,现就做好今年的民生工作,\n制定本方案,请执行。", "为保障和改善民生,现就做好今年的民生工作,制定本方案,请执行。"),
]  # fmt: skip

LEFT_ALONE = [
    "一、教育\n1.新建幼儿园2所。\n2.改造学校3所。",
    "清澜县2023年民生实事\n县政府办公室",
    "12\n县教育局\n13\n县民政局",
    "第一条 建设\n第二条 验收",
    "Gouji 3.2 release notes",
    "",
    "\n\n\n",
    "(一)教育\n(二)卫生",
    "完成投资5亿元。\n8月底前开工。",
]


@pytest.mark.parametrize(("given_text", "expected"), CLEANED)
def test_cleaning(given_text: str, expected: str) -> None:
    assert clean(given_text).text == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_stands_as_written_is_left_alone(text: str) -> None:
    assert clean(text).text == text


def test_annotations_taken_out_are_counted() -> None:
    assert clean("農(nóng)村婦(fù)女兒(ér)童").pinyin == 3
    assert clean("农村妇女儿童").pinyin == 0


def traced(text: str) -> None:
    cleaned, folded = clean(text), fold(text)
    places = [cleaned.offsets.origin(offset) for offset in range(len(cleaned.text))]
    assert all(before < after for before, after in pairwise(places))
    for place, kept in zip(places, cleaned.text, strict=True):
        # A tab that parts the cells of a row is read as a bar, so that each cell is read by itself; 二〇二四年 is read as 2024年.
        spelled = kept.isdigit() and folded[place] in DIGITS
        assert kept == folded[place] or (kept, text[place]) == ("|", "\t") or spelled


@given(WORDS)
@example("\u200b建")
@example("建\u200b")
@example("\u200b")
@example("建設(jian)\u200b 5 所")
@example("1\t1\t")
def test_every_character_kept_is_traced_back(text: str) -> None:
    traced(text)


@pytest.mark.parametrize("text", DOCUMENTS)
def test_every_character_of_a_document_is_traced_back(text: str) -> None:
    traced(text)


@given(WORDS, st.data())
def test_a_stretch_leads_back_to_a_stretch_with_the_same_ends(text: str, data: st.DataObject) -> None:
    cleaned, folded = clean(text), fold(text)
    if not cleaned.text:
        return
    start = data.draw(st.integers(0, len(cleaned.text) - 1))
    end = data.draw(st.integers(start + 1, len(cleaned.text)))
    first, last = cleaned.offsets.origin_span(start, end)
    assert 0 <= first < last <= len(text)
    # A tab between two cells is read as a bar.
    for there, here in ((first, start), (last - 1, end - 1)):
        between_cells = text[there] == "\t" and cleaned.text[here] == "|"
        assert between_cells or folded[there] == cleaned.text[here]
    assert last - first >= end - start


@given(WORDS, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 8)), max_size=8))
def test_cutting_leaves_what_lies_between(text: str, wanted: list[tuple[int, int]]) -> None:
    pieces: list[tuple[int, int]] = []
    for start, length in sorted(wanted):
        if start + length <= len(text) and (not pieces or start >= pieces[-1][1]):
            pieces.append((start, start + length))
    gone = {at for piece in pieces for at in range(*piece)}
    kept = [at for at in range(len(text)) if at not in gone]
    left, offsets = cut(text, pieces)
    assert left == "".join(text[at] for at in kept)
    assert [offsets.origin(at) for at in range(len(left))] == kept


@given(st.sampled_from(DOCUMENTS), st.data())
def test_characters_of_no_width_change_nothing(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert clean(text[:at] + "\u200b" + text[at:]).text == clean(text).text


@given(st.sampled_from(DOCUMENTS), st.data())
def test_annotations_change_nothing(text: str, data: st.DataObject) -> None:
    places = [at for at, character in enumerate(text, 1) if "\u4e00" <= character <= "\u9fff"]
    at = data.draw(st.sampled_from(places))
    assert clean(text[:at] + "(zhěng)" + text[at:]).text == clean(text).text
