"""What is set on the pages of an OFD file, as paragraphs and tables with their pages."""

from pathlib import Path

import pytest
from ofd_files import SPACE, Leaf, ofd
from word_files import package

from engine.document import Document
from engine.errors import ReadError
from plans import read_plan
from plans.ofd import READER

FULL = "为办好二〇二四年民生实事切实增进民生福祉提升群众满意"


def read(data: bytes) -> Document:
    document = READER.read(Path("方案.ofd"), data)
    assert document.text == "\n".join(document.text[b.start : b.end] for b in document.blocks)
    return document


def texts(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def test_lines_become_paragraphs_and_know_their_page():
    leaves = [Leaf().text(30, 40, FULL, 5.7).text(30, 50, "得实惠。", 5.7), Leaf().text(30, 40, "新增就业500人。")]
    document = read(ofd(*leaves))
    assert texts(document) == [FULL + "得实惠。", "新增就业500人。"]
    assert [b.page for b in document.blocks] == [1, 2]
    assert document.properties == {"pages": "2"}


def test_a_box_leads_back_to_the_boundary():
    document = read(ofd(Leaf().text(30, 40, "新增就业500人。", 5)))
    at = document.text.index("500人")
    (box,) = document.span(at, at + 4).boxes
    millimetre = 72 / 25.4
    assert box.page == 1
    assert [box.left, box.right] == pytest.approx([(30 + 4 * 5) * millimetre, (30 + 8 * 5) * millimetre], abs=0.02)
    assert [box.top, box.bottom] == pytest.approx([(297 - 40) * millimetre, (297 - 45) * millimetre], abs=0.02)


STEPS = {
    "no steps: half a size for figures": ("", "新增500人"),
    "steps one by one": ("5 5 2.5 2.5 2.5", "新增500人"),
    "steps by a group": ("g 2 5 g 3 2.5", "新增500人"),
    "a group that counts too far": ("g 99999999 5", "新增500人"),
    "nonsense": ("g x y nan inf", "新增500人"),
}


@pytest.mark.parametrize(("delta", "words"), STEPS.values(), ids=STEPS)
def test_characters_of_one_object_stay_together(delta, words):
    assert texts(read(ofd(Leaf().text(30, 40, words, 5, delta=delta)))) == [words]


def test_a_ruled_table_is_a_grid():
    rows = [["乡镇", "就业（人）"], ["柳澜镇", "380"], ["合计", ""]]
    document = read(ofd(Leaf().text(60, 30, "任务分解表").table(rows, 40)))
    (table,) = document.tables
    assert table.title == "任务分解表"
    assert [[document.text[c.start : c.end] for c in table.cells if c.row == r] for r in range(3)] == rows
    assert document.span(table.cells[3].start, table.cells[3].end).cell == "T1!B2"


def test_a_table_goes_on_over_the_page_and_its_cells_know_their_own():
    leaves = [Leaf().table([["乡镇", "人"], ["甲镇", "1"]], 40), Leaf().table([["乡镇", "人"], ["乙镇", "2"]], 40)]
    document = read(ofd(*leaves))
    assert texts(document) == ["乡镇", "人", "甲镇", "1", "乙镇", "2"]
    assert [b.page for b in document.blocks] == [1, 1, 1, 1, 2, 2]


def test_what_a_template_repeats_on_every_page_is_a_running_head():
    template = Leaf().text(80, 10, "清澜县人民政府公报")
    leaves = [Leaf().text(30, 60, f"第{word}段，新增就业{n}00人。") for n, word in ((1, "一"), (2, "二"), (3, "三"))]
    assert texts(read(ofd(*leaves, template=template))) == [
        "第一段，新增就业100人。",
        "第二段，新增就业200人。",
        "第三段，新增就业300人。",
    ]


def test_the_words_of_a_template_are_read():
    assert texts(read(ofd(Leaf().text(30, 60, "新增500人。"), template=Leaf().text(30, 40, "一、就业")))) == [
        "一、就业",
        "新增500人。",
    ]


def test_a_page_set_sideways_reads_the_same():
    quarter = 'CTM="0 -1 1 0 0 40"'
    sheet = Leaf().text(30, 230, "任务分解表", 5, quarter).text(50, 230, "填表人王", 5, quarter)
    assert texts(read(ofd(sheet))) == ["任务分解表", "填表人王"]


def test_words_that_are_hidden_are_left_out():
    assert texts(read(ofd(Leaf().text(30, 40, "新增500人").text(30, 60, "草稿", 5, 'Visible="false"')))) == [
        "新增500人"
    ]


def test_pages_without_text_are_told():
    document = read(
        ofd(Leaf().text(30, 40, "新增就业500人。"), Leaf().picture(), Leaf().text(30, 40, "\ue000\ue001\ue002"))
    )
    assert [(n.rule, n.span.page, n.detail.zh) for n in document.notes] == [
        ("unreadable", 2, "第 2 页没有文字（可能是扫描件）"),
        ("unreadable", 3, "第 3 页的文字无法识别（字体缺少编码）"),
    ]


def entry(place: str, **parts: str) -> bytes:
    root = f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>{place}</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    return package({"OFD.xml": root, **parts})


MANY = "".join(f'<ofd:Page BaseLoc="p{i}.xml"/>' for i in range(2001))
BAD = {
    "a scan": (ofd(Leaf().picture()), "plans.no-text"),
    "no document": (entry("Doc_0/Document.xml"), "plans.damaged"),
    "encrypted": (entry("Doc_0/Document.xml", **{"Encryptions.xml": "<a/>"}), "plans.encrypted"),
    "a page that is not there": (
        entry("d.xml", **{"d.xml": f'<ofd:Document {SPACE}><ofd:Pages><ofd:Page BaseLoc="p.xml"/></ofd:Pages></ofd:Document>'}),
        "plans.damaged",
    ),
    "too many pages": (
        entry("d.xml", **{"d.xml": f"<ofd:Document {SPACE}><ofd:Pages>{MANY}</ofd:Pages></ofd:Document>"}),
        "plans.too-many-pages",
    ),
    "document type": (entry("d.xml", **{"d.xml": "<!DOCTYPE x><a/>"}), "plans.unsafe"),
    "cut": (ofd(Leaf().text(30, 40, "甲"))[:-60], "plans.damaged"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "key"), BAD.values(), ids=BAD)
def test_files_that_cannot_be_read(tmp_path, data, key):
    path = tmp_path / "a.ofd"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_plan(path)
    assert caught.value.key == key


def test_paths_are_taken_from_the_root_or_from_the_folder(tmp_path):
    page = Leaf().text(30, 40, "新增500人").xml()
    for place in ("/Doc_0/Pages/p.xml", "Pages/p.xml", "./Pages/../Pages/p.xml"):
        document = f'<ofd:Document {SPACE}><ofd:Pages><ofd:Page ID="1" BaseLoc="{place}"/></ofd:Pages></ofd:Document>'
        assert (
            read(entry("/Doc_0/Document.xml", **{"Doc_0/Document.xml": document, "Doc_0/Pages/p.xml": page})).text
            == "新增500人"
        )


@pytest.mark.parametrize(
    ("size", "told"),
    [((150, 90), True), ((85, 120), True), ((40, 40), False), ((170, 30), False), ((0, 0), False)],
    ids=["a table as a picture", "upright", "a seal", "a banner", "the scan below the text"],
)
def test_a_large_picture_beside_the_text_is_told(size, told):
    leaves = [Leaf().text(30, 150, FULL, 5), Leaf().text(30, 150, FULL, 5).picture(*size)]
    notes = read(ofd(*leaves)).notes
    assert [note.rule for note in notes] == ["hidden-content"] * told
    assert all("第 2 页" in note.detail.zh for note in notes)
