"""Highlights and notes in a copy of a PDF: on the very words, behind the file as it was."""

import io
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from office_files import converted
from pdf_files import Sheet, pdf
from running import COUNTY, ROOT

from engine.errors import ReadError
from engine.remark import Remark
from plans import read_plan
from plans.annotation import annotators
from plans.pdf import READER
from plans.pdf_notes import ANNOTATOR

LINES = (
    "清澜县2024年民生实事方案",
    "一、稳定和扩大就业。全年实现城镇新增就业，人数要达到",
    "500人，改厕20座。其余各项任务均按时间节点完成。",
)


def read(data):
    return READER.read(Path("a.pdf"), data)


def remark(document, words, *says, severity="error"):
    start = document.text.index(words)
    boxes = document.boxes(start, start + len(words))
    return Remark(start, start + len(words), says or ("说明",), "勾稽", severity, boxes)


def annotated(data, *words):
    document = read(data)
    return ANNOTATOR.annotate(Path("a.pdf"), data, [remark(document, "清澜县"), *(remark(document, w) for w in words)])


def marks(data):
    """Every annotation: page, kind, what it says, and the characters in the middle of each of its four-cornered areas."""
    shown = pypdfium2.PdfDocument(data)
    for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages):
        text = shown[number].get_textpage()
        for reference in page.get("/Annots", ()):
            mark = reference.get_object()
            points = [float(at) for at in mark.get("/QuadPoints", ())]
            quads = [points[at : at + 8] for at in range(0, len(points), 8)]
            words = [bounded(text, min(q[::2]), min(q[1::2]), max(q[::2]), max(q[1::2])) for q in quads]
            yield number + 1, mark["/Subtype"], mark.get("/Contents"), "".join("".join(words).split())


def bounded(text, left, bottom, right, top):
    found = ""
    for index in range(text.count_chars()):
        a, b, c, d = text.get_charbox(index, loose=True)
        if left <= (a + c) / 2 <= right and bottom <= (b + d) / 2 <= top:
            found += text.get_text_range(index, 1)
    return found


SHEETS = {
    "plain": lambda: pdf(Sheet().lines(*LINES)),
    "shown turned": lambda: pdf(Sheet(rotate=90).lines(*LINES)),
    "set turned": lambda: pdf(Sheet(rotate=90).lines(*LINES, x=150).turned(90)),
    "on a later page": lambda: pdf(Sheet().lines("封面文字"), Sheet().lines(*LINES)),
    "with its corner elsewhere": lambda: pdf(Sheet().lines(*LINES)).replace(b"[0 0 595 842]", b"[9 9 595 842]"),
}


# On the wide page a line ends long before the margin, so the reader does not join the two.
TWO_LINES = "要达到500人"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (kind, words)
        for kind in SHEETS
        for words in ("500人", "改厕20座", TWO_LINES)
        if (kind, words) != ("set turned", TWO_LINES)
    ],
)
def test_a_highlight_is_on_the_very_words(kind, words):
    data = SHEETS[kind]()
    made = annotated(data, words)
    note, highlight = marks(made)
    assert note[1:3] == ("/Text", "说明")
    assert highlight == (2 if "later" in kind else 1, "/Highlight", "说明", words)
    assert read(made).text == read(data).text


def test_the_file_as_it_was_stands_in_front_byte_for_byte():
    data = SHEETS["plain"]()
    assert annotated(data, "500人").startswith(data)
    assert annotated(data, "500人") == annotated(data, "500人")


def with_note(indirect):
    writer = pypdf.PdfWriter(io.BytesIO(SHEETS["plain"]()))
    from pypdf.annotations import Text
    from pypdf.generic import NameObject

    writer.add_annotation(0, Text(text="王处：请核实", rect=(50, 50, 70, 70)))
    if indirect:
        page = writer.pages[0]
        page[NameObject("/Annots")] = writer._add_object(page["/Annots"])
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize("indirect", [False, True])
def test_notes_that_are_there_stay(indirect):
    said = [(kind, words) for _, kind, words, _ in marks(annotated(with_note(indirect), "500人"))]
    assert said == [("/Text", "王处：请核实"), ("/Text", "说明"), ("/Highlight", "说明")]


def test_what_has_no_place_is_noted_beside_the_title():
    data = SHEETS["on a later page"]()
    document = read(data)
    lone = Remark(0, 0, ("没有对应的文字",), "勾稽")
    made = ANNOTATOR.annotate(Path("a.pdf"), data, [remark(document, "清澜县", "总的"), lone])
    assert [(page, kind, words) for page, kind, words, _ in marks(made)] == [
        (2, "/Text", "总的"),
        (2, "/Text", "没有对应的文字"),
    ]
    first, second = (m.get_object()["/Rect"] for m in pypdf.PdfReader(io.BytesIO(made)).pages[1]["/Annots"])
    assert first[1] >= second[3], "one above the other"


def locked(user, owner):
    writer = pypdf.PdfWriter(io.BytesIO(SHEETS["plain"]()))
    writer.encrypt(user, owner, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def signed():
    from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

    writer = pypdf.PdfWriter(io.BytesIO(SHEETS["plain"]()))
    seal = DictionaryObject({NameObject("/FT"): NameObject("/Sig"), NameObject("/V"): DictionaryObject()})
    group = DictionaryObject({NameObject("/Kids"): ArrayObject([writer._add_object(seal)])})
    form = {NameObject("/Fields"): ArrayObject([writer._add_object(group)]), NameObject("/SigFlags"): NumberObject(0)}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(form)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize(("data", "key"), [(locked("", "owner"), "plans.restricted"), (signed(), "plans.signed")])
def test_a_file_that_must_not_be_changed_is_refused(data, key):
    assert "500人" in read(data).text
    with pytest.raises(ReadError) as caught:
        annotated(data, "500人")
    assert caught.value.key == key
    assert "a.pdf" in caught.value.text.zh and "--format docx" in caught.value.text.en


@pytest.mark.parametrize(
    "words", ["<script>&amp;]]>", "=cmd|'/c calc'!A1", ") >> endobj (\\", "\u202e文反", "字" * 100_000]
)
def test_any_words_stay_words(words):
    data = SHEETS["plain"]()
    document = read(data)
    made = ANNOTATOR.annotate(Path("a.pdf"), data, [remark(document, "清澜县"), remark(document, "500人", words, "二")])
    assert [said for _, kind, said, _ in marks(made) if kind == "/Highlight"] == [f"{words}\n二"]
    assert pypdfium2.PdfDocument(made)[0].get_textpage().count_chars() > 0


def test_a_file_of_writer(tmp_path):
    """Written by LibreOffice, read, annotated apart, and read again."""
    path = tmp_path / "plan.pdf"
    path.write_bytes(converted((ROOT / COUNTY).read_bytes(), "docx", "pdf"))
    document = read_plan(path)
    asked = ("2600人", "不低于1600元", "2560")
    remarks = [remark(document, "清澜县人民政府"), *(remark(document, words) for words in asked)]
    made = annotators()["pdf"].annotate(str(path), document.sha256, remarks)
    assert [words for _, kind, _, words in marks(made) if kind == "/Highlight"] == list(asked)
