"""Old workbooks, made by LibreOffice, read as the new ones are."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from office_files import converted
from running import gouji

from engine.document import Document
from engine.errors import ReadError
from plans import read_plan
from plans.xls import READER


def book(fill, suffix: str = "xls") -> bytes:
    made = openpyxl.Workbook()
    made.active.title = "分解表"
    fill(made)
    saved = io.BytesIO()
    made.save(saved)
    return converted(saved.getvalue(), "xlsx", suffix)


def grid(document: Document) -> list[tuple]:
    return [(c.row, c.column, c.rows, c.columns, document.text[c.start : c.end]) for c in document.tables[0].cells]


def annex(made) -> None:
    page = made.active
    page["A1"] = "清澜县任务分解表"
    page.merge_cells("A1:C1")
    page.append(["乡镇", "任务数", ""])
    page.append(["", "就业", "参保率"])
    page.merge_cells("A2:A3")
    page.merge_cells("B2:C2")
    page.append(["柳澜镇", 380, 0.95])
    page.append(["合计", "=SUM(B4:B4)", "=B4/0"])
    page["C4"].number_format = "0%"


def test_titles_merged_heads_percentages_and_formulas():
    document = READER.read(Path("附件.xls"), book(annex))
    assert document.tables[0].title == "清澜县任务分解表"
    assert grid(document) == [
        (0, 0, 2, 1, "乡镇"), (0, 1, 1, 2, "任务数"), (1, 1, 1, 1, "就业"), (1, 2, 1, 1, "参保率"),
        (2, 0, 1, 1, "柳澜镇"), (2, 1, 1, 1, "380"), (2, 2, 1, 1, "95%"),
        (3, 0, 1, 1, "合计"), (3, 1, 1, 1, "380"), (3, 2, 1, 1, "#DIV/0!"),
    ]  # fmt: skip
    assert [(n.rule, n.span.cell, n.detail.zh) for n in document.notes] == [
        ("uncomputed-formula", "分解表!C5", "公式的结果出错（#DIV/0!）")
    ]
    at = document.text.index("380")
    assert document.span(at, at + 3).cell == "分解表!B4"


SHOWN = [
    (0.953, "0.0%", "95.3%"), (1234567.891, "#,##0.00", "1,234,567.89"), (0.29, "General", "0.29"), (12.5, "0", "12.5"),
    (date(2024, 3, 18), 'yyyy"年"m"月"d"日"', "2024年3月18日"), (date(2024, 3, 18), "yyyy-mm-dd", "2024-03-18"),
    (380, '0"人"', "380人"), (True, "General", "TRUE"), ("00720", "@", "00720"),
]  # fmt: skip


def test_numbers_are_read_as_they_are_shown():
    def fill(made) -> None:
        for number, (value, code, _) in enumerate(SHOWN, start=1):
            made.active[f"A{number}"] = f"第{number}项"
            cell = made.active[f"B{number}"]
            cell.value, cell.number_format = value, code

    assert [c[4] for c in grid(READER.read(Path("a.xls"), book(fill))) if c[1] == 1] == [s for _, _, s in SHOWN]


def hidden(made) -> None:
    made.active.append(["甲", 1])
    made.create_sheet("底稿").append(["乙", 2])
    made["底稿"].sheet_state = "hidden"


@pytest.mark.parametrize("suffix", ["xls", "xlsx"])
def test_hidden_sheets_are_named_and_not_read(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(book(hidden, suffix))
    document = read_plan(path)
    assert "乙" not in document.text
    assert [(n.rule, n.detail.zh) for n in document.notes] == [("hidden-content", "隐藏的工作表没有读取：底稿")]


def hidden_lines(made) -> None:
    for line in (["乡镇", "户数", "备注"], ["东镇", 1, ""], ["西镇", 2, ""], ["合计", 3, ""]):
        made.active.append(line)
    made.active.row_dimensions[3].hidden = True
    made.active.row_dimensions[9].hidden = True
    made.active.column_dimensions["B"].hidden = True


@pytest.mark.parametrize("suffix", ["xls", "xlsx"])
def test_hidden_rows_and_columns_are_named_and_read(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(book(hidden_lines, suffix))
    document = read_plan(path)
    assert "西镇" in document.text
    assert [(n.rule, n.detail.zh) for n in document.notes] == [
        ("hidden-content", "工作表“分解表”中隐藏的行已一并读取：第 3 行"),
        ("hidden-content", "工作表“分解表”中隐藏的列已一并读取：B 列"),
    ]


def test_what_is_hidden_is_told_in_the_report(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(book(hidden, "xlsx"))
    done = gouji("check", "--no-library", "--format", "json", path)
    assert "隐藏的工作表没有读取：底稿" in done.stdout


@pytest.mark.parametrize("name", ["附件.xls", "附件.et", "附件.doc", "附件.docx"])
def test_the_content_decides_not_the_name(tmp_path, name):
    (tmp_path / name).write_bytes(book(annex))
    document = read_plan(tmp_path / name)
    assert (document.format, len(document.tables)) == ("xls", 1)


def test_a_workbook_that_is_cut_is_damaged(tmp_path):
    data = book(annex)
    for keep in (600, len(data) // 2):
        (tmp_path / "a.xls").write_bytes(data[:keep])
        with pytest.raises(ReadError) as caught:
            read_plan(tmp_path / "a.xls")
        assert caught.value.key == "plans.damaged"


def test_sectors_tied_into_a_loop_are_damage_and_no_endless_reading():
    data = bytearray(book(annex))
    table = 512 + 512 * int.from_bytes(data[76:80], "little")
    for sector in range(4):
        looped = bytearray(data)
        looped[table + 4 * sector : table + 4 * sector + 4] = sector.to_bytes(4, "little")
        with pytest.raises(ReadError) as caught:
            READER.read(Path("a.xls"), bytes(looped))
        assert caught.value.key == "plans.damaged"


def test_a_locked_workbook_says_so(tmp_path, monkeypatch):
    import xlrd

    def locked(**_: object) -> None:
        raise xlrd.XLRDError("Workbook is encrypted")

    monkeypatch.setattr(xlrd, "open_workbook", locked)
    with pytest.raises(ReadError) as caught:
        READER.read(Path("a.xls"), book(annex))
    assert caught.value.key == "plans.encrypted"


def test_a_workbook_of_too_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr("plans.ooxml.sheet.MAX_CELLS", 9)
    with pytest.raises(ReadError) as caught:
        READER.read(Path("a.xls"), book(annex))
    assert caught.value.key == "plans.too-many-cells"
