"""What is printed on the pages of a PDF, as paragraphs and tables with their pages."""

from pathlib import Path

import pytest

pytest.importorskip("pypdfium2")

from pdf_files import Sheet, pdf

from engine.document import Document
from engine.errors import ReadError
from plans import read_plan
from plans.pdf import READER

FULL = "为办好二〇二四年民生实事切实增进民生福祉提升群众满意"  # a full line of print


def read(*sheets: Sheet) -> Document:
    document = READER.read(Path("方案.pdf"), pdf(*sheets))
    assert document.text == "\n".join(document.text[b.start : b.end] for b in document.blocks)
    return document


def blocks(document: Document) -> list[tuple[int | None, str]]:
    return [(b.page, document.text[b.start : b.end]) for b in document.blocks]


def test_lines_become_paragraphs():
    sheet = (
        Sheet()
        .text(112, 740, FULL[:-2])
        .text(80, 712, FULL)
        .text(80, 684, "得实惠。")
        .text(112, 656, "一、新增就业500人。")
    )
    assert blocks(read(sheet)) == [(1, FULL[:-2] + FULL + "得实惠。"), (1, "一、新增就业500人。")]


def test_a_paragraph_goes_on_over_the_page_and_its_words_know_their_own_page():
    document = read(Sheet().lines(FULL, FULL), Sheet().lines("到位。", "完"))
    assert blocks(document) == [(1, FULL + FULL + "到位。"), (2, "完")]
    span = document.span(document.text.index("到位"), document.text.index("到位") + 2)
    assert (span.page, span.block, span.start) == (2, 0, None)
    assert document.span(0, 2).page == 1


def test_a_numbered_line_is_a_paragraph_of_its_own_though_the_one_before_is_full():
    assert [text for _, text in blocks(read(Sheet().lines(FULL[:-1] + "。", "（二）教育", "附件：表")))] == [
        FULL[:-1] + "。",
        "（二）教育",
        "附件：表",
    ]


def test_running_heads_and_page_numbers_are_left_out():
    sheets = [
        Sheet()
        .text(80, 800, f"清澜县人民政府公报 第{n}期")
        .lines(f"第{word}段正文，新增就业{n}00人。")
        .text(280, 40, f"— {n} —")
        for n, word in ((1, "一"), (2, "二"), (3, "三"))
    ]
    assert blocks(read(*sheets)) == [
        (n, f"第{word}段正文，新增就业{n}00人。") for n, word in ((1, "一"), (2, "二"), (3, "三"))
    ]


def test_a_title_over_two_lines_is_one():
    sheet = Sheet().text(120, 760, "清澜县人民政府办公室关于印发", 24).text(180, 724, "民生实事方案的通知", 24)
    sheet.lines(FULL, FULL, "到位。", y=660)
    assert [text for _, text in blocks(read(sheet))] == [
        "清澜县人民政府办公室关于印发民生实事方案的通知",
        FULL + FULL + "到位。",
    ]


def test_blanks_are_kept_between_latin_words_only():
    sheet = Sheet().text(80, 740, "2024").text(150, 740, "年").text(200, 740, "GDP").text(260, 740, "5.2")
    sheet.text(80, 700, "到 2027 年底")
    assert [text for _, text in blocks(read(sheet))] == ["2024年\u3000GDP 5.2", "到2027年底"]


def table(
    sheet: Sheet, rows: list[list[str]], top: float, left: float = 80, wide: float = 120, high: float = 30
) -> Sheet:
    bottom, right = top - high * len(rows), left + wide * len(rows[0])
    for r in range(len(rows) + 1):
        sheet.rule(left, top - high * r, right, top - high * r)
    for c in range(len(rows[0]) + 1):
        sheet.rule(left + wide * c, bottom, left + wide * c, top)
    for r, row in enumerate(rows):
        for c, words in enumerate(row):
            sheet.text(left + wide * c + 6, top - high * r - 20, words, 12)
    return sheet


def grid(document: Document, index: int = 0) -> list[tuple]:
    return [(c.row, c.column, c.rows, c.columns, document.text[c.start : c.end]) for c in document.tables[index].cells]


def test_a_ruled_table_is_a_grid():
    sheet = table(Sheet().text(200, 780, "任务分解表"), [["乡镇", "就业（人）"], ["柳澜镇", "380"], ["合计", ""]], 740)
    document = read(sheet.text(80, 600, "注：含城关镇。"))
    assert grid(document) == [
        (0, 0, 1, 1, "乡镇"), (0, 1, 1, 1, "就业（人）"), (1, 0, 1, 1, "柳澜镇"), (1, 1, 1, 1, "380"), (2, 0, 1, 1, "合计"), (2, 1, 1, 1, ""),
    ]  # fmt: skip
    assert document.tables[0].title == "任务分解表"
    assert [(b.kind, b.cell, b.page) for b in document.blocks][-2:] == [("cell", "T1!B3", 1), ("paragraph", None, 1)]


def test_fields_without_a_line_between_them_are_merged():
    sheet = Sheet()
    for y in (740, 680):
        sheet.rule(80, y, 380, y)
    sheet.rule(180, 710, 380, 710)
    for x, top in ((80, 740), (180, 740), (280, 710), (380, 740)):
        sheet.rule(x, 680, x, top)
    sheet.text(86, 705, "乡镇", 12).text(200, 720, "任务", 12).text(186, 690, "就业", 12).text(286, 690, "培训", 12)
    assert grid(read(sheet)) == [(0, 0, 2, 1, "乡镇"), (0, 1, 1, 2, "任务"), (1, 1, 1, 1, "就业"), (1, 2, 1, 1, "培训")]


def test_a_line_broken_in_a_field_is_joined():
    sheet = (
        table(Sheet(), [["项目", "数"], ["", "1"]], 740, high=50)
        .text(86, 672, "老年人居家", 12)
        .text(86, 656, "适老化改造", 12)
    )
    assert grid(read(sheet))[2] == (1, 0, 1, 1, "老年人居家适老化改造")


def test_a_table_goes_on_over_the_page_without_its_repeated_head():
    first = table(Sheet(), [["乡镇", "人"], ["甲镇", "1"]], 740)
    second = table(Sheet(), [["乡镇", "人"], ["乙镇", "2"], ["合计", "3"]], 740)
    document = read(first, second)
    assert [c[4] for c in grid(document)] == ["乡镇", "人", "甲镇", "1", "乙镇", "2", "合计", "3"]
    assert len(document.tables) == 1


def test_a_head_left_on_the_page_before_and_a_total_alone_on_the_next_are_rows_of_their_table():
    head = table(Sheet().text(200, 780, "任务分解表"), [["乡镇", "人"]], 740)
    rows = table(Sheet(), [["甲镇", "1"], ["乙镇", "2"]], 740)
    document = read(head, rows, table(Sheet(), [["合计", "3"]], 740))
    assert [c[4] for c in grid(document)] == ["乡镇", "人", "甲镇", "1", "乙镇", "2", "合计", "3"]
    assert document.tables[0].title == "任务分解表"


@pytest.mark.parametrize(
    "sheets",
    [
        [table(Sheet(), [["说明", "略"]], 740)],
        [table(Sheet(), [["说明", "略"]], 740), Sheet().text(80, 700, "一、就业")],
        [table(Sheet(), [["说明", "略"]], 740), table(Sheet(), [["甲镇", "1"], ["乙镇", "2"]], 740, left=120, wide=90)],
        [table(table(Sheet(), [["说明", "略"]], 740), [["丙", "3"], ["丁", "4"]], 600, wide=90)],
    ],
)
def test_one_row_alone_is_no_table(sheets):
    assert all(
        "说明" not in [c[4] for c in grid(document, i)]
        for document in [read(*sheets)]
        for i in range(len(document.tables))
    )


def test_two_tables_on_one_page_stay_two():
    sheet = table(Sheet(), [["甲", "1"], ["乙", "2"]], 740)
    assert len(read(table(sheet, [["丙", "3"], ["丁", "4"]], 600)).tables) == 2


@pytest.mark.parametrize(("turn", "rotate"), [(0, 0), (90, 90), (90, 0), (180, 180), (180, 0), (270, 270), (270, 90)])
def test_a_page_set_sideways_reads_the_same(turn, rotate):
    sheet = Sheet(595, 842, rotate=rotate) if turn % 180 else Sheet(842, 595, rotate=rotate)
    table(sheet.text(200, 560, "任务分解表").text(80, 200, "填表人"), [["乡镇", "人"], ["甲镇", "1"]], 500)
    document = read(sheet.turned(turn) if turn else sheet)
    assert [text for _, text in blocks(document)] == ["任务分解表", "乡镇", "人", "甲镇", "1", "填表人"]
    assert [c[:2] for c in grid(document)] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_a_page_without_text_is_told_and_the_others_are_read():
    document = read(Sheet().lines("新增就业500人。"), Sheet().picture(), Sheet())
    assert document.text == "新增就业500人。"
    assert [(n.rule, n.span.page, n.detail.zh) for n in document.notes] == [
        ("unreadable", 2, "第 2 页没有文字（可能是扫描件），须先作文字识别")
    ]


def test_a_damaged_page_is_told_and_the_others_are_read():
    data = pdf(Sheet().lines("新增就业500人。"), Sheet().lines("乙"))
    data = data.replace(b"7 0 obj\n<< /Type /Page ", b"7 0 obj\n<< /Type /Leaf ")
    document = READER.read(Path("方案.pdf"), data)
    assert document.text == "新增就业500人。"
    assert [(n.rule, n.span.page, n.detail.zh) for n in document.notes] == [
        ("unreadable", 2, "第 2 页已损坏，没有读取")
    ]


def test_a_scan_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("plans.scans.again.installed", lambda: False)
    path = tmp_path / "扫描.pdf"
    path.write_bytes(pdf(Sheet().picture()))
    with pytest.raises(ReadError) as caught:
        read_plan(path)
    assert caught.value.key == "plans.no-text"


ENCRYPTED = (
    "/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
    f"/O <{'11' * 32}> /U <{'22' * 32}> >>"
)  # fmt: skip
BAD = {
    "password": (pdf(Sheet().lines("甲"), trailer=ENCRYPTED), "plans.encrypted"),
    "cut": (b"%PDF-1.7\n1 0 obj\n<<", "plans.damaged"),
}


@pytest.mark.parametrize(("data", "key"), BAD.values(), ids=BAD)
def test_files_that_cannot_be_opened(tmp_path, data, key):
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_plan(path)
    assert caught.value.key == key


def test_through_the_worker_it_is_the_same(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(Sheet().lines("新增就业500人。")))
    assert read_plan(path) == READER.read(path, path.read_bytes())


@pytest.mark.parametrize(
    ("size", "told"),
    [((420, 260), True), ((110, 110), False), ((480, 80), False), ((0, 0), False)],
    ids=["a table as a picture", "a seal", "a banner", "the scan below the text"],
)
def test_a_large_picture_beside_the_text_is_told(size, told):
    first, second = Sheet().lines("为办好民生实事，新增就业500人。"), Sheet().lines("切实增进民生福祉，改造厕所300户。")
    notes = read(first, second.picture(*size)).notes
    assert [note.rule for note in notes] == ["hidden-content"] * told
    assert all("第 2 页" in note.detail.zh for note in notes)
