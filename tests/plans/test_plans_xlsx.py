"""What a workbook shows, cell by cell, and what of it could not be read."""

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import RELATION, package, relations

from engine.document import Document
from engine.errors import ReadError
from plans import read_plan
from plans.ooxml.cell_formats import shown
from plans.xlsx import READER

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MAIN = f'xmlns="{S}" xmlns:r="{RELATION}"'


def sheet(*rows: str, merges: str = "") -> str:
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges.split())
    return f"<worksheet {MAIN}><sheetData>{''.join(rows)}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"


def row(number: int, **cells: str) -> str:
    """Return a row; a cell is given as its raw XML or its words."""
    made = ""
    for column, words in cells.items():
        inner = words if words.startswith("<") else f'<is><t xml:space="preserve">{words}</t></is>'
        kind = "" if words.startswith("<v") or words.startswith("<f") else ' t="inlineStr"'
        made += f'<c r="{column}{number}"{kind}>{inner}</c>'
    return f'<row r="{number}">{made}</row>'


def workbook(*sheets: str, names: str = "表一 表二 表三", states: str = "", more: str = "", **parts: str) -> bytes:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="s{i}"{f" state={chr(34)}{state}{chr(34)}" if state else ""}/>'
        for i, (name, state, _) in enumerate(zip(names.split(), (states.split(",") + [""] * 9), sheets, strict=False))
    )
    links = {f"s{i}": ("worksheet", f"worksheets/sheet{i}.xml") for i in range(len(sheets))}
    links |= {name: (name, f"{name}.xml") for name in parts}
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations({"a": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f"<workbook {MAIN}>{more}<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(links),
    }
    files |= {f"xl/worksheets/sheet{i}.xml": content for i, content in enumerate(sheets)}
    files |= {f"xl/{name}.xml": content for name, content in parts.items()}
    return package(files)


def read(data: bytes) -> Document:
    document = READER.read(Path("附件.xlsx"), data)
    assert document.text == "\n".join(document.text[b.start : b.end] for b in document.blocks)
    return document


def blocks(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind, b.cell, document.text[b.start : b.end]) for b in document.blocks]


def grid(document: Document, index: int = 0) -> list[tuple]:
    return [(c.row, c.column, c.rows, c.columns, document.text[c.start : c.end]) for c in document.tables[index].cells]


def test_title_unit_grid_and_footnote_of_an_annex():
    data = workbook(
        sheet(
            row(1, A="清澜县任务分解表"),
            row(2, C="单位：人"),
            row(3, A="乡镇", B="任务数"),
            row(4, B="就业", C="培训"),
            row(5, A="柳澜镇", B="<v>380</v>", C="<v>1.50E+2</v>"),
            row(7, A="填表人：王"),
            merges="A1:C1 A3:A4 B3:C3",
        )
    )
    document = read(data)
    assert blocks(document) == [
        ("paragraph", "表一!A1", "清澜县任务分解表"), ("paragraph", "表一!C2", "单位：人"),
        ("cell", "表一!A3", "乡镇"), ("cell", "表一!B3", "任务数"), ("cell", "表一!B4", "就业"), ("cell", "表一!C4", "培训"),
        ("cell", "表一!A5", "柳澜镇"), ("cell", "表一!B5", "380"), ("cell", "表一!C5", "150"),
        ("paragraph", "表一!A7", "填表人：王"),
    ]  # fmt: skip
    assert document.tables[0].title == "清澜县任务分解表"
    assert grid(document)[:4] == [
        (0, 0, 2, 1, "乡镇"),
        (0, 1, 1, 2, "任务数"),
        (1, 1, 1, 1, "就业"),
        (1, 2, 1, 1, "培训"),
    ]
    span = document.span(document.text.index("380"), document.text.index("380") + 3)
    assert (span.cell, span.text, span.start) == ("表一!B5", "380", None)


def test_blank_rows_split_tables_only_before_a_title():
    rows = [
        row(1, A="甲", B="<v>1</v>"),
        row(3, A="合计", B="<v>1</v>"),
        row(6, A="附表二"),
        row(7, A="乙", B="<v>2</v>"),
    ]
    document = read(workbook(sheet(*rows)))
    assert [(t.title, t.height) for t in document.tables] == [("", 3), ("附表二", 1)]


def test_words_under_a_merged_cell_are_not_seen():
    document = read(workbook(sheet(row(1, A="甲", B="残"), row(2, A="留", B="<v>2</v>"), merges="A1:A2")))
    assert grid(document) == [(0, 0, 2, 1, "甲"), (0, 1, 1, 1, "残"), (1, 1, 1, 1, "2")]


def test_formulas_without_a_value_and_errors_are_told_and_never_read_as_nought():
    rows = [
        row(1, A="甲", B="<f>1+1</f><v>2</v>"),
        row(2, A="合计", B="<f>SUM(B1:B1)</f>"),
        '<row r="3"><c r="A3" t="inlineStr"><is><t>差</t></is></c><c r="B3" t="e"><f>B9/0</f><v>#DIV/0!</v></c></row>',
    ]
    document = read(workbook(sheet(*rows)))
    assert grid(document)[1][4] == "2"
    assert [(n.rule, n.span.cell, n.span.text, n.detail.zh) for n in document.notes] == [
        ("uncomputed-formula", "表一!B2", "=SUM(B1:B1)", "公式=SUM(B1:B1)没有计算结果"),
        ("uncomputed-formula", "表一!B3", "#DIV/0!", "公式=B9/0的结果出错（#DIV/0!）"),
    ]


def test_hidden_sheets_are_named_and_not_read():
    data = workbook(*(sheet(row(1, A=word, B=word)) for word in "甲乙丙"), states=",hidden,veryHidden")
    document = read(data)
    assert "乙" not in document.text and "丙" not in document.text
    assert [(n.rule, n.detail.zh) for n in document.notes] == [("hidden-content", "隐藏的工作表没有读取：表二、表三")]


def test_strings_shared_rich_and_phonetic_truth_values_and_styles():
    strings = f"<sst {MAIN}><si><t>全县</t></si><si><r><t>新增</t></r><r><t>就业</t></r><rPh><t>x</t></rPh></si></sst>"
    styles = (
        f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="176" formatCode="0&quot;人&quot;"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="176"/><xf numFmtId="31"/></cellXfs></styleSheet>'
    )
    cells = (
        '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="b"><v>1</v></c><c s="1"><v>0.95</v></c><c s="2"><v>300</v></c>'
        '<c s="3"><v>45369</v></c><c t="str"><f>A1</f><v>文</v></c><c><v>0.28999999999999998</v></c>'
    )
    document = read(workbook(sheet(f"<row>{cells}</row>"), sharedStrings=strings, styles=styles))
    assert [c[4] for c in grid(document)] == ["全县", "新增就业", "TRUE", "95%", "300人", "2024年3月18日", "文", "0.29"]
    assert document.notes == ()


FORMATS = [
    ("1234.5", "", "1234.5"), ("1E-7", "General", "0.0000001"), ("0.1", "@", "0.1"), ("12.50", 'General"元"', "12.5元"),
    ("1234567.891", "#,##0.00", "1,234,567.89"), ("12", "0.00", "12.00"), ("12.5", "0.0#", "12.5"), ("12.344", "0.0#", "12.34"),
    ("12.5", "0", "12.5"), ("0.953", "0%", "95.3%"), ("0.6", "0%", "60%"), ("0.6", "0.00%", "60.00%"), ("0.96555", "0.0%", "96.6%"),
    ("-3", "0;-0;0", "-3"), ("-3", "0_);(0)", "(3)"), ("0", '0;-0;"-"', "-"), ("-1234", "#,##0", "-1,234"), ("7", "000", "007"),
    ("1500", '0"元/人·月"', "1500元/人·月"), ("23700", '0.00,"千人"', "23.70千人"), ("380", "0_ ", "380"),
    ("1650", "[$¥-804]#,##0.00", "¥1,650.00"), ("5", "[红色]0", "5"), ("0.5", "# ?/?", "0.5"), ("12345", "0.00E+00", "12345"),
    ("45369", "yyyy/m/d", "2024/3/18"), ("45369", "yyyy\\-mm\\-dd;@", "2024-03-18"), ("45369", "[$-804]yyyy年m月", "2024年3月"),
    ("45369.75", "yyyy/m/d h:mm", "2024/3/18 18:00"), ("1", "yyyy/m/d", "1900/1/1"), ("59", "yyyy/m/d", "1900/2/28"),
    ("61", "yyyy/m/d", "1900/3/1"), ("-1", "yyyy/m/d", "-1"), ("文", "0", "文"), ("NaN", "0", "NaN"),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "code", "expected"), FORMATS)
def test_a_number_is_read_as_it_is_shown(raw, code, expected):
    assert shown(raw, code) == expected


def test_the_calendar_of_1904():
    assert shown("43907", "yyyy/m/d", epoch_1904=True) == "2024/3/18"


@given(st.dates(date(1901, 1, 1), date(2999, 12, 31)))
def test_every_day_comes_back(day):
    assert shown(str((day - date(1899, 12, 30)).days), "yyyy-mm-dd") == day.isoformat()


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3), st.sampled_from(["", "0.000", "#,##0.000", "0.0##"]))
def test_no_figure_changes_its_value_when_all_its_places_are_shown(value, code):
    assert Decimal(shown(str(value), code).replace(",", "")) == value


DAMAGED = {
    "no sheet part": package({"xl/workbook.xml": f'<workbook {MAIN}><sheets><sheet name="a" r:id="x"/></sheets></workbook>',
                              "xl/_rels/workbook.xml.rels": relations({"x": ("worksheet", "gone.xml")})}),
    "no words": workbook(sheet(row(1))),
    "document type": workbook("<!DOCTYPE x>" + sheet(row(1, A="甲"))),
    "cut": workbook(sheet(row(1, A="甲")))[:-40],
}  # fmt: skip
KEYS = {"no words": "plans.no-text", "document type": "plans.unsafe"}


@pytest.mark.parametrize(("name", "data"), DAMAGED.items(), ids=DAMAGED)
def test_workbooks_that_cannot_be_read(tmp_path, name, data):
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_plan(path)
    assert caught.value.key == KEYS.get(name, "plans.damaged")


def test_files_of_openpyxl_are_read(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    page = book.active
    page.append(["乡镇", "参保率", "合计"])
    page.append(["柳澜镇", 0.97, "=SUM(1,2)"])
    page["B2"].number_format = "0.0%"
    book.create_sheet("隐藏").sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    document = read_plan(path)
    assert [c[4] for c in grid(document)] == ["乡镇", "参保率", "合计", "柳澜镇", "97.0%", ""]
    assert [n.rule for n in document.notes] == ["uncomputed-formula", "hidden-content"]


def shared(*words: str) -> str:
    return f"<sst {MAIN}>{''.join(f'<si><t>{word}</t></si>' for word in words)}</sst>"


def indexed(number: int, **cells: str) -> str:
    """Return a row whose cells name their words by number."""
    made = "".join(f'<c r="{column}{number}" t="s"><v>{index}</v></c>' for column, index in cells.items())
    return f'<row r="{number}">{made}</row>'


@pytest.mark.parametrize(
    ("index", "lost"),
    [("0", False), ("3", False), ("4", True), ("-1", True), ("99999999999999999999", True), ("1.5", True), ("", False)],
)
def test_a_cell_whose_words_are_missing_is_told(index, lost):
    page = sheet(indexed(1, A="0", B="1"), indexed(2, A="2", B=index), indexed(3, A="3", B="3"))
    document = read(workbook(page, sharedStrings=shared("乡镇", "任务（户）", "柳澜镇", "120")))
    assert [(note.rule, note.span.cell) for note in document.notes] == [("unreadable", "表一!B2")] * lost
    assert all("1 个单元格" in note.detail.zh and "B2" in note.detail.en for note in document.notes)
    assert [c[4] for c in grid(document)][:3] == ["乡镇", "任务（户）", "柳澜镇"]


def test_many_lost_cells_are_told_once_a_sheet():
    rows = [indexed(1, A="0", B="1"), *(indexed(n, A="0", B=str(n + 50)) for n in range(2, 40))]
    document = read(workbook(sheet(*rows), sharedStrings=shared("乡镇", "任务（户）")))
    (note,) = document.notes
    assert "38 个单元格" in note.detail.zh and note.detail.zh.count("B") == 10


def drawing(*anchors: str) -> str:
    return f'<xdr:wsDr xmlns:xdr="urn:xdr" xmlns:a="urn:a">{"".join(anchors)}</xdr:wsDr>'


def anchored(inner: str, *, cells: tuple[int, int] = (0, 0), size: tuple[int, int] = (0, 0)) -> str:
    """Anchor something over so many columns and rows, or of so many millimetres."""
    columns, rows = cells
    between = "<xdr:from><xdr:col>0</xdr:col><xdr:row>0</xdr:row></xdr:from>"
    between += f"<xdr:to><xdr:col>{columns}</xdr:col><xdr:row>{rows}</xdr:row></xdr:to>"
    extent = f'<xdr:ext cx="{size[0] * 36000}" cy="{size[1] * 36000}"/>' if any(size) else ""
    return f"<xdr:twoCellAnchor>{between}{extent}{inner}</xdr:twoCellAnchor>"


PICTURE = "<xdr:pic><xdr:nvPicPr/></xdr:pic>"


@pytest.mark.parametrize(
    ("anchors", "told"),
    [
        ([anchored(PICTURE, size=(150, 90))], ["1 幅"]),
        ([anchored(PICTURE, cells=(6, 14)), anchored(PICTURE, size=(90, 45))], ["2 幅"]),
        ([anchored(PICTURE, size=(30, 30)), anchored(PICTURE, cells=(1, 3))], []),
        ([anchored("<xdr:sp><a:t>另安排200万元</a:t></xdr:sp>", cells=(2, 2))], ["1 个文本框"]),
        ([anchored("<xdr:sp><a:t> </a:t></xdr:sp>", cells=(2, 2)), anchored("<xdr:graphicFrame/>", cells=(9, 9))], []),
    ],
    ids=["by size", "by the cells below", "small ones", "a text box", "an arrow and a chart"],
)
def test_what_is_drawn_on_a_sheet_is_told_since_it_is_not_read(anchors, told):
    book = io.BytesIO(workbook(sheet(row(1, A="乡镇", B="户数"), row(2, A="柳澜镇", B="120"))))
    with zipfile.ZipFile(book, "a") as archive:
        archive.writestr(
            "xl/worksheets/_rels/sheet0.xml.rels", relations({"d": ("drawing", "../drawings/drawing1.xml")})
        )
        archive.writestr("xl/drawings/drawing1.xml", drawing(*anchors))
    document = read(book.getvalue())
    assert [note.rule for note in document.notes] == ["hidden-content"] * len(told)
    assert all(words in note.detail.zh for note, words in zip(document.notes, told, strict=True))
