"""Laws of extraction, whatever a file holds: quotes stand where they say, nothing fails, nothing blows up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.commitment import Extraction
from engine.document import Block, Document
from engine.extract import extract

HERE = Path(__file__).parent
DOCUMENTS = [path.read_bytes().decode("utf-8") for path in sorted((HERE / "documents").glob("*.txt"))]
SENTENCES = [
    case["text"] for path in sorted((HERE / "sentences").glob("*.yaml")) for case in yaml.safe_load(path.read_text("utf-8"))
]  # fmt: skip
PASSAGES = [*DOCUMENTS, *SENTENCES]


def read(text: str) -> Extraction:
    return extract(Document("plan.txt", "0", "txt", text, blocks=[Block(0, len(text))], in_file=True))


def holds(text: str) -> Extraction:
    """Read a text and check what must hold of every result."""
    found = read(text)
    assert len({c.id for c in found.commitments}) == len(found.commitments)
    assert len({i.id for i in found.items}) == len(found.items)
    ids, items = {c.id for c in found.commitments}, {i.id for i in found.items} | {""}
    for c in found.commitments:
        assert 0 <= c.start < c.end <= len(text)
        assert text[c.start : c.end] == c.span.text
        assert (c.span.start, c.span.end) == (c.start, c.end)
        assert c.item in items
        assert c.part_of is None or c.part_of in ids - {c.id}
        assert c.bound.value.is_finite()
        assert (c.bound.high is not None) == (c.bound.op == "range")
        assert c.bound.high is None or c.bound.value < c.bound.high
    places = [(c.start, c.end) for c in found.commitments]
    assert places == sorted(places)
    for item in found.items:
        assert 0 <= item.start <= item.end <= len(text)
    return found


FULL_WIDTH = str.maketrans("0123456789.,%()/~", "０１２３４５６７８９．，％（）／～")
NOISE = st.sampled_from(
    [
        " ", "  ", "\n", "\r\n", "\u3000", "\t", "\u00a0", "\u200b", "\ufeff", "\u00ad", "\u2028", "\x00", "\x07", "\x1b", "\x85", "\ufffd",
        "(jian)", "（shè）", "(dāng)", "?shè)", "個們與為會", "萬", "戶", "億元", "（", "）", "(", ")", "“", "”", "《", "、", "，", "。", "；", "：",
        "-", "—", "~", "至", "%", "‰", "/", "·", "5", "１２", "0.5", "三", "十", "百分之", "万", "不低于", "左右", "以上", "其中", "分别", "每人每月",
        "元",         "从", "提高到", "2023年", "1.", "一、", "（一）", "①", "第一条", "附件1", "责任单位：",
        "٣", "²", "½", "Ⅷ", "𠮷", "😀", "e\u0301",
    ]
)  # fmt: skip


@st.composite
def noisy(draw: st.DrawFn) -> str:
    """Draw a passage with noise put in anywhere."""
    text = draw(st.sampled_from(PASSAGES))
    for share, piece in sorted(draw(st.lists(st.tuples(st.floats(0, 1), NOISE), max_size=12)), reverse=True):
        at = int(share * len(text))
        text = text[:at] + piece + text[at:]
    if draw(st.booleans()):
        begin = draw(st.integers(0, len(text)))
        end = draw(st.integers(begin, len(text)))
        text = text[:begin] + text[begin:end].translate(FULL_WIDTH) + text[end:]
    return text


@settings(max_examples=200, deadline=None)
@given(noisy())
def test_quotes_stand_where_they_say_in_damaged_text(text: str) -> None:
    holds(text)


@settings(max_examples=200, deadline=None)
@given(st.lists(NOISE, max_size=40).map("".join) | st.text(max_size=200))
@example("百分之" + "一" * 5000)
@example("建设1," + ",".join(["234"] * 12) + "个学校。")
@example("投资" + "9" * 40 + "万元。")
@example("个們與\ud800建设5个")
@example("5个" * 3)
@example("٣个学校，建设٤所。")
def test_no_text_makes_it_fail(text: str) -> None:
    holds(text)


@settings(max_examples=25, deadline=None)
@given(noisy())
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert read(text) == read(text)


def figures(found: Extraction) -> list[tuple[Any, ...]]:
    return [(c.label, c.bound, c.unit, c.scope, c.strength, c.deadline, c.baseline) for c in found.commitments]


@pytest.mark.parametrize("text", PASSAGES)
def test_full_width_characters_change_no_figure(text: str) -> None:
    assert figures(holds(text.translate(FULL_WIDTH))) == figures(holds(text))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PASSAGES), st.lists(st.floats(0, 1), min_size=1, max_size=20))
@example("序号|任务|目标值|责任单位\n1|家庭无障碍改造|260户|区残联\n2|辅具适配|700人次|区残联", [0.5])
def test_characters_of_no_width_change_no_figure(text: str, shares: list[float]) -> None:
    noised = text
    for share in sorted(shares, reverse=True):
        at = int(share * len(text))
        noised = noised[:at] + "\u200b" + noised[at:]
    assert figures(holds(noised)) == figures(read(text))


def test_a_figure_stands_by_itself_wherever_the_text_begins() -> None:
    text = "一、教育\n新建幼儿园12所，覆盖率不低于85%。\n"
    alone = [(c.bound, c.unit) for c in holds(text).commitments]
    among = [(c.bound, c.unit) for c in holds("清澜县民生实事实施方案\n\n" + text).commitments]
    assert len(alone) == 2
    assert among == alone


def repeated(piece: str, before: str = "", after: str = "", size: int = 30_000) -> Callable[[], str]:
    return lambda: before + piece * (size // len(piece)) + after


# Each of these took time that grew with the square of its length, or worse, in one reader or another. Nothing is
# timed: a reader that is not linear does not come to an end within anybody's patience.
LONG: dict[str, Callable[[], str]] = {
    "digits": repeated("7", "建设", "个", 1_000_000),
    "grouped digits": repeated(",234", "建设1", "个", 1_000_000),
    "decimal points": repeated("1.", after="5个", size=1_000_000),
    "Chinese digits": repeated("一百", after="个", size=1_000_000),
    "percent in words": repeated("九", "百分之", "以上", 1_000_000),
    "one line of Han": repeated("建设医院", after="\n5个", size=1_000_000),
    "blanks": repeated(" ", "建设", "5个", 1_000_000),
    "line breaks": repeated(" \n", "建设", "5个", 1_000_000),
    "open brackets": repeated("(", after="5个", size=1_000_000),
    "nested brackets": lambda: "(" * 500_000 + "5个" + ")" * 500_000,
    "brackets of all kinds": repeated("[(《“", after="5个", size=1_000_000),
    "bracketed title": repeated("责任", "1.建设(", "(", 1_000_000),
    "comparators": repeated("不低于", after="5个", size=1_000_000),
    "verbs of change": repeated("提高到", after="医院5个"),
    "words around a subject": repeated("累计共计合计总计", after="医院5个"),
    "times before a subject": repeated("到2025年底前每月", after="医院5个"),
    "shares": repeated("分别", after="5个、6个"),
    "parts": repeated("其中", "建设9个，", "5个"),
    "per parts": repeated("每人每月", after="5元", size=1_000_000),
    "denominators": repeated("/人", "5元", size=1_000_000),
    "figures with commas": repeated("1,", after="5个"),
    "figures in one clause": repeated("建设医院5个、"),
    "figures in one sentence": repeated("建设医院5个，"),
    "figures run together": repeated("建设医院5个"),
    "compared figures": repeated("不低于5个"),
    "raised figures": repeated("标准从3元提高到5元，"),
    "listed figures": repeated("5和", after="6个"),
    "ranges": repeated("1-", after="5个"),
    "figures in quotes": repeated("“5个"),
    "figures in brackets": repeated("(5个"),
    "dated figures": repeated("2022年建5个"),
    "ages": repeated("35-64岁妇女5人"),
    "parts of parts": repeated("其中建设5个，"),
    "standards": repeated("对象补助标准每人5元，"),
    "contrasts": lambda: "".join(
        f"{('散居', '集中供养')[n % 2]}{chr(0x4E00 + n % 4096)}{chr(0x6E00 + n * 7 % 4096)}标准5元。" for n in range(5000)
    ),
    "numbering in one line": repeated("1、"),
    "numbering after marks": repeated("!1.建设"),
    "circled numbers": repeated("①建设5个"),
    "one number again and again": repeated("1.建设医院5个\n"),
    "one Chinese number again and again": repeated("一、建设医院5个\n"),
    "rows and offices": repeated("建设医院5个\n县教育局\n", "12\n13\n"),
    "rows": repeated("12\n建设医院5个\n县教育局\n"),
    "annex heads": repeated("附件\n", size=300_000),
    "annex lists": repeated("附件:1.关于民生工程的通知\n"),
    "responsible units": repeated("(县局、", size=300_000),
    "spaced characters": repeated("建 ", size=300_000),
    "annotated characters": repeated("建(jian)", size=300_000),
    "characters of no width": repeated("建\u200b", size=300_000),
    "wrapped lines": repeated("推进民生工程的各项工作和各项任务的全面落实，建设医院，\n"),
}  # fmt: skip


@pytest.mark.parametrize("make", LONG.values(), ids=LONG)
def test_a_long_text_of_one_shape_comes_to_an_end(make: Callable[[], str]) -> None:
    holds(make())


def test_two_hundred_thousand_numbered_lines() -> None:
    found = holds("\n".join(f"{n}.建设学校" for n in range(1, 200_001)))
    assert [item.number for item in found.items[:3]] == ["1.", "2.", "3."]


def test_many_items_keep_their_figures() -> None:
    found = holds("".join(f"{n}.建设学校{n + 1}所。\n" for n in range(1, 200)))
    assert [(c.item, str(c.bound.value)) for c in found.commitments] == [(str(n), str(n + 1)) for n in range(1, 200)]
