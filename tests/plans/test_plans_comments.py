"""Comments in a copy of a Word document: at the very words, and nothing else of the document changed."""

import io
from pathlib import Path

import pytest
from docx import Document as word_document
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import converted
from running import COUNTY, ROOT
from word_comments import comments, parts
from word_files import (
    RELATION,
    W,
    cell,
    deleted,
    docx,
    ins,
    num,
    numbering,
    p,
    package,
    part,
    r,
    relations,
    row,
    sdt,
    tbl,
)

from engine.errors import ReadError
from engine.remark import Remark
from plans import read_plan
from plans.annotation import annotators
from plans.docx import READER
from plans.docx_comments import ANNOTATOR

TITLE = p(r("清澜县2024年民生实事方案"))
LINK = '<w:hyperlink r:id="rId9">{}</w:hyperlink>'
RUBY = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
BOX = "<w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r>"
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
FIELD = '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>'
UNKEPT = "<w:r><w:t>  新增就业500人 </w:t></w:r>"
MATH = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=5</m:t></m:r></m:oMath>'
)


def remark(document, words, *says):
    start = document.text.index(words)
    return Remark(start, start + len(words), says or ("说明",), "勾稽")


def annotated(data, *words):
    """A document with a comment on its first words and on these, and its comments on these."""
    document = READER.read(Path("a.docx"), data)
    first = Remark(0, 1, ("总说明",), "勾稽")
    made = ANNOTATOR.annotate(Path("a.docx"), data, [first, *(remark(document, each) for each in words)])
    return made, [found.words for number, found in sorted(comments(made).items()) if number > 0]


WHERE = {
    "all of a run": (p(r("新增就业500人")), "新增就业500人", None),
    "the middle of a run": (p(r("新增就业500人，改厕20座")), "500人", None),
    "the start of a run": (p(r("新增就业500人")), "新增", None),
    "the end of a run": (p(r("新增就业500人")), "500人", None),
    "several runs": (p(r("新增就"), r("业5", "<w:b/>"), r("00人。")), "就业500人", None),
    "an insertion": (p(r("新增"), ins(r("就业500人")), r("。")), "500", None),
    "into an insertion": (p(r("新增就业"), ins(r("500")), r("人。")), "业500人", None),
    "around a deletion": (p(r("新增就业5"), deleted("60"), r("00人。")), "业500人", None),
    "across a deleted end": (
        p(r("新增就业"), props='<w:rPr><w:del w:id="7" w:author="李"/></w:rPr>') + p(r("500人")),
        "就业500",
        None,
    ),
    "a cell": (tbl(row("指标", "目标"), row("就业", "新增500人")), "500人", None),
    "two paragraphs of a cell": (tbl(row(cell("新增就业", "500人"))), "就业\n500", "就业500"),
    "two cells": (tbl(row("就业", "500人")), "就业\n500人", "就业"),
    "two paragraphs": (p(r("新增就业")) + p(r("500人")), "就业\n500", "就业500"),
    "a table in a table": (tbl(row(cell("外"), cell(tbl(row("新增500人")), p()))), "500人", None),
    "a link": (p(r("新增"), LINK.format(r("就业500人")), r("。")), "500", None),
    "a control": (p(r("新增"), sdt(r("就业500人"))), "500", None),
    "a control to be filled in": (p(r("新增"), sdt(r("就业500人"), props="<w:text/>")), "500", "就业500人"),
    "a field": (p(r("见"), FIELD.format(r("附件500")), r("。")), "500", None),
    "a word with its reading above": (p(r("新增"), RUBY.format(r("xin"), r("鑫荣")), r("。")), "荣", "xin鑫荣"),
    "after a tab and a break": (
        p("<w:r><w:t>就业</w:t><w:tab/><w:t>500</w:t><w:br/><w:t>人</w:t></w:r>"),
        "500\n人",
        None,
    ),
    "a tab": (p("<w:r><w:t>就业</w:t><w:tab/><w:t>500</w:t></w:r>"), "业\t5", None),
    "blanks that do not count": (p(UNKEPT), "500人", None),
    "a formula": (p(r("设"), MATH, r("。")), "=", "x=5"),
    "a numbered paragraph": (p(r("就业500人"), props=num()), "1. 就业", "就业"),
    "a bare automatic number": (p(r("就业500人"), props=num()), "1. ", "就业500人"),
}


@pytest.mark.parametrize("where", WHERE)
def test_a_comment_is_on_the_very_words(where):
    body, words, expected = WHERE[where]
    data = docx(TITLE, body, p(r("完。")), numbering=numbering(("decimal", "%1.")))
    made, found = annotated(data, words)
    assert found == [words if expected is None else expected]
    assert READER.read(Path("a.docx"), made).text == READER.read(Path("a.docx"), data).text


ASIDE = {
    "a footnote": (
        p(r("新增就业"), NOTE, r("500人。")),
        {"footnotes": f'<w:footnote w:id="2">{p(r("含灵活就业"))}</w:footnote>'},
    ),
    "a text box": (p(r("新增就业"), BOX.format(p(r("含灵活就业"))), r("500人。")), {}),
    "a box within a box": (p(r("新增就业"), BOX.format(p(BOX.format(p(r("含灵活就业"))))), r("500人。")), {}),
}


@pytest.mark.parametrize("where", ASIDE)
def test_what_stands_beside_a_paragraph_is_commented_at_that_paragraph(where):
    body, more = ASIDE[where]
    _, (found,) = annotated(docx(TITLE, body, **more), "灵活")
    assert found.startswith("新增就业") and found.endswith("500人。")


def test_what_stands_in_a_header_is_commented_where_the_whole_is():
    header = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    data = docx(TITLE, header, header1=p(r("送审稿")))
    _, found = annotated(data, "送审稿")
    assert found == ["清"]


def test_everything_else_of_the_file_keeps_its_bytes():
    data = docx(
        TITLE, p(r("新增"), ins(r("就业")), deleted("旧"), NOTE, BOX.format(p(r("框"))), r("500人")),
        footnotes=f'<w:footnote w:id="2">{p(r("注"))}</w:footnote>', styles='<w:style w:styleId="a"/>',
    )  # fmt: skip
    made, _ = annotated(data, "500人")
    before, after = parts(data), parts(made)
    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert {name for name in before if before[name] != after[name]} == changed
    assert set(after) - set(before) == {"word/comments.xml"}
    for tag in ("w:ins", "w:del ", "w:delText", "w:footnoteReference", "v:textbox"):
        assert before["word/document.xml"].count(f"<{tag}".encode()) == after["word/document.xml"].count(
            f"<{tag}".encode()
        )


def with_comments(number="7"):
    body = f'<w:commentRangeStart w:id="{number}"/>{r("新增")}<w:commentRangeEnd w:id="{number}"/>'
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    made = parts(docx(TITLE, p(body, reference, r("就业500人"))))
    old = f'<w:comment w:id="{number}" w:author="王处">{p(r("请核实"))}</w:comment>'
    made["word/comments.xml"] = part("comments", old).encode()
    links = {"rId1": ("comments", "comments.xml")}
    return package({**made, "word/_rels/document.xml.rels": relations(links)})


def test_comments_that_are_there_stay_and_the_numbers_go_on():
    document = READER.read(Path("a.docx"), with_comments())
    made = ANNOTATOR.annotate(Path("a.docx"), with_comments(), [remark(document, "新增就业")])
    assert {n: (c.words, c.author) for n, c in comments(made).items()} == {7: ("新增", "王处"), 8: ("新增就业", "勾稽")}


def test_a_file_in_the_strict_form_stays_strict():
    strict = {
        name: content.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            RELATION.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in parts(docx(TITLE, p(r("新增就业500人")))).items()
    }
    made, found = annotated(package(strict), "500人")
    assert found == ["500人"]
    assert W.encode() not in b"".join(parts(made).values())
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in parts(made)["word/_rels/document.xml.rels"]


def test_the_body_may_have_another_name():
    made, found = annotated(docx(TITLE, p(r("新增就业500人")), main="document2"), "500人")
    assert found == ["500人"] and "word/_rels/document2.xml.rels" in parts(made)


def test_a_signed_file_is_refused():
    signed = package({**parts(docx(TITLE)), "_xmlsignatures/sig1.xml": b"<a/>"})
    with pytest.raises(ReadError) as caught:
        annotated(signed)
    assert caught.value.key == "plans.signed" and "--format docx" in caught.value.text.zh


def test_a_file_that_was_changed_after_the_check_is_refused(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx(TITLE))
    with pytest.raises(ReadError) as caught:
        annotators()["docx"].annotate(str(path), "0" * 64, [Remark(0, 1, ("x",), "勾稽")])
    assert caught.value.key == "plans.changed"


@pytest.mark.parametrize("words", ["<script>&amp;]]>", "=cmd|'/c calc'!A1", "\x00\x0b\ud800\ufffe", "字" * 100_000])
def test_any_words_stay_words(words):
    document = READER.read(Path("a.docx"), docx(TITLE))
    made = ANNOTATOR.annotate(Path("a.docx"), docx(TITLE), [remark(document, "方案", words, words)])
    (found,) = comments(made).values()
    assert (
        found.paragraphs[0]
        == found.paragraphs[1]
        == "".join("\ufffd" if c in "\x00\x0b\ud800\ufffe" else c for c in words)
    )


def test_two_runs_give_the_same_bytes():
    data = docx(TITLE, p(r("新增就业500人")))
    assert annotated(data, "500人", "就业")[0] == annotated(data, "500人", "就业")[0]


_WORDS = st.text("新增就业五百人 ，12。", min_size=1, max_size=6)
_RUN = st.one_of(
    _WORDS.map(r), _WORDS.map(lambda w: ins(r(w))), _WORDS.map(lambda w: LINK.format(r(w))), _WORDS.map(deleted),
    st.tuples(_WORDS, _WORDS).map(lambda ws: "<w:r>" + "<w:tab/>".join(f"<w:t>{w}</w:t>" for w in ws) + "</w:r>"),
)  # fmt: skip
_BLOCK = st.one_of(
    st.lists(_RUN, max_size=5).map(lambda runs: p(*runs)),
    st.lists(_WORDS, min_size=1, max_size=3).map(lambda cells: tbl(row(*cells))),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_BLOCK, max_size=5), st.lists(st.tuples(st.integers(0, 80), st.integers(1, 12)), max_size=6))
def test_any_ranges_in_any_document(blocks, wanted):
    data = docx(p(r("题")), *blocks)
    document = READER.read(Path("a.docx"), data)
    inside = [(start, min(start + size, len(document.text))) for start, size in wanted if start < len(document.text)]
    # A range that leaves its cell ends with it; here the ranges of one paragraph or cell are asked about.
    inside = [(a, b) for a, b in inside if "\n" not in document.text[a:b]]
    made = ANNOTATOR.annotate(Path("a.docx"), data, [Remark(a, b, (f"{a}-{b}",), "勾稽") for a, b in inside])
    again = READER.read(Path("a.docx"), made)
    assert (again.text, again.blocks, again.tables) == (document.text, document.blocks, document.tables)
    assert [found.words for _, found in sorted(comments(made).items())] == [document.text[a:b] for a, b in inside]


def test_word_and_writer_see_what_we_wrote():
    """python-docx lists the comments, and they come out of LibreOffice on the same words."""
    path = ROOT / COUNTY
    document = read_plan(path)
    asked = ("2600人", "每人每月不低于1600元", "2560")
    remarks = [remark(document, "清澜县人民政府办公室关于"), *(remark(document, words, "一", "二") for words in asked)]
    made = annotators()["docx"].annotate(str(path), document.sha256, remarks)
    listed = list(word_document(io.BytesIO(made)).comments)
    assert [comment.text for comment in listed] == ["说明", "一\n二", "一\n二", "一\n二"]
    returned = comments(converted(made, "docx", "docx"))
    assert sorted(found.words for found in returned.values()) == sorted(("清澜县人民政府办公室关于", *asked))
