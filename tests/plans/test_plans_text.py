"""Plain text is kept as it is, so that offsets are those of the decoded file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ReadError
from plans.text import READER

TEXT = "一、就业\r\n\r\n　　新增就业500人。 \n\n（二）教育\r尾"
LINES = ["一、就业", "新增就业500人。", "（二）教育", "尾"]


def read(data: bytes, name: str = "方案.txt"):
    return READER.read(Path(name), data)


ENCODINGS = {
    "utf-8": (TEXT.encode(), "utf-8"),
    "gbk": (TEXT.encode("gbk"), "gb18030"),
    "gb18030": ("𠮷" + TEXT).encode("gb18030"),
    "utf-16 little": (TEXT.encode("utf-16"), "utf-16"),
    "utf-16 big": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16"),
    "utf-8 with a mark": (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8"),
}
ENCODINGS["gb18030"] = (ENCODINGS["gb18030"], "gb18030")


@pytest.mark.parametrize(("data", "encoding"), ENCODINGS.values(), ids=ENCODINGS)
def test_lines_and_offsets_in_every_encoding(data, encoding):
    document = read(data)
    assert document.properties == {"encoding": encoding}
    assert document.text == data.decode(encoding)
    assert [document.text[b.start : b.end].lstrip("𠮷") for b in document.blocks] == LINES
    at = document.text.index("500人")
    span = document.span(at, at + 4)
    assert (span.text, data.decode(encoding)[span.start : span.end]) == ("500人", "500人")
    assert (span.block, document.in_file) == (1, True)


def test_the_mark_of_utf8_counts_in_offsets_but_is_in_no_block():
    document = read(b"\xef\xbb\xbf" + "甲乙".encode())
    assert (document.blocks[0].start, document.text[1:]) == (1, "甲乙")


BAD = {
    "null bytes": ("甲\x00乙".encode() * 9, "plans.binary"),
    "control characters": (bytes(range(1, 9)) * 20, "plans.binary"),
    "no encoding": (b"\x81\xff\xff\xfe" * 9, "plans.binary"),
    "odd utf-16": (b"\xff\xfe" + "甲".encode("utf-16-le") + b"\x00", "plans.binary"),
    "utf-8 cut in a character": (("民生实事\n" * 30).encode()[:-2], "plans.broken-utf8"),
    "utf-8 with a broken byte": ("民生\n".encode() * 20 + b"\xe4\xbd" + "实事\n".encode() * 20, "plans.broken-utf8"),
    "only blanks": (" \u3000\n\ufeff\n".encode(), "plans.no-text"),
}


@pytest.mark.parametrize(("data", "key"), BAD.values(), ids=BAD)
def test_what_is_no_text_is_refused(data, key):
    with pytest.raises(ReadError) as caught:
        read(data)
    assert caught.value.key == key


def test_damage_is_named_by_its_line():
    with pytest.raises(ReadError) as caught:
        read("民生\n".encode() * 20 + b"\xe4\xbd\n" + "实事\n".encode() * 20)
    assert "第 21 行" in caught.value.text.zh


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t 　"), min_size=1))
def test_every_character_outside_blocks_is_blank(text):
    text = "民生" + text.lstrip("\ufeff")
    document = read(text.encode())
    assert document.text == text
    covered = {i for b in document.blocks for i in range(b.start, b.end)}
    left = "".join(char for i, char in enumerate(text) if i not in covered)
    assert not left.strip().strip("\ufeff\u200b \t\r\n　").strip("\ufeff\u200b")
    assert all(a.end < b.start for a, b in zip(document.blocks, document.blocks[1:], strict=False))


# Rare characters by themselves are the sign of another encoding, see plans/charset.py.
COMMON = [bytes((lead, trail)).decode("gb2312") for lead in range(0xB0, 0xD7) for trail in range(0xA1, 0xFF)]


@given(st.text(st.sampled_from(COMMON), min_size=2))
def test_gb18030_and_utf8_read_the_same(text):
    for encoding in ("utf-8", "gb18030"):
        data = f"一、{text}不低于1100元。".encode(encoding)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            assert encoding == "gb18030"
        assert read(data).text == f"一、{text}不低于1100元。"


BIG5 = "清瀾縣2024年民生實事方案\n1.就業。城鎮新增就業500人，救助孤兒每人每月1250元。\n"


@pytest.mark.parametrize("text", [BIG5, BIG5 * 40, "救助對象300戶"])
def test_big5_is_not_read_as_the_rare_characters_that_it_is_in_gb18030(text):
    data = text.encode("big5")
    assert data.decode("gb18030")  # which is why it was
    document = read(data)
    assert document.text == text == data.decode(document.properties["encoding"])


@pytest.mark.parametrize("text", [BIG5, BIG5[:12], "〇一二", "①新建⑴项", "བོད་ལྗོངས" * 9, "丽丼丿乀乁"])
def test_traditional_and_rare_characters_in_gb18030_stay_in_it(text):
    assert read(text.encode("gb18030")).properties == {"encoding": "gb18030"}


def test_a_text_that_makes_no_sense_is_refused_and_not_judged():
    with pytest.raises(ReadError) as caught:
        read("これはひらがなのぶんしょうです、".encode("shift_jis") * 9)
    assert caught.value.key == "plans.encoding-unsure"
    assert "UTF-8" in caught.value.text.zh
