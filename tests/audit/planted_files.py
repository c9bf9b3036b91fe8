"""The documents of this folder as the files that an office would send: Word, Excel and PDF are built from their words.

In the words of a Word file ``#`` and ``##`` begin headings, ``|`` a row of a table, ``---`` a new page, ``{+…+}`` and
``{-…-}`` tracked changes. In those of a workbook ``=`` begins a sheet and ``|`` a row; empty cells behind a title are merged.
"""

import io
import re
from functools import cache
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from office_files import converted
from openpyxl import Workbook

DOCUMENTS = Path(__file__).parent / "documents"
_CHANGED = re.compile(r"\{\+(?P<added>.*?)\+\}|\{-(?P<deleted>.*?)-\}")


def written(name: str, folder: Path) -> Path:
    """Return the path of a document, built into ``folder`` where it is not kept as it is sent."""
    if (DOCUMENTS / name).exists():
        return DOCUMENTS / name
    made = folder / name
    if not made.exists():
        made.write_bytes(_built(name))
    return made


@cache
def _built(name: str) -> bytes:
    lines = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    if name.endswith(".xlsx"):
        return workbook(lines)
    made = word_file(lines)
    return made if name.endswith(".docx") else converted(made, "docx", name.rpartition(".")[2])


def word_file(lines: list[str]) -> bytes:
    word = Document()
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append(line.strip("\n").removeprefix("|").removesuffix("|").split("|"))
            continue
        if rows:
            _table(word, rows)
            rows = []
        if line == "---":
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        elif line.startswith("#"):
            word.add_heading(line.lstrip("# "), level=line.count("#", 0, 3))
        elif line:
            _paragraph(word, line)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _table(word, rows: list[list[str]]) -> None:
    table = word.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for made, given in zip(table.rows, rows, strict=True):
        for cell, words in zip(made.cells, given, strict=True):
            cell.text = words


def _paragraph(word, line: str) -> None:
    paragraph = word.add_paragraph()
    at = 0
    for change in _CHANGED.finditer(line):
        paragraph.add_run(line[at : change.start()])
        paragraph._p.append(_tracked(change))
        at = change.end()
    paragraph.add_run(line[at:])


def _tracked(change: re.Match):
    kind, tag, words = ("ins", "t", change["added"]) if change["added"] else ("del", "delText", change["deleted"])
    return parse_xml(
        f'<w:{kind} {nsdecls("w")} w:id="{change.start()}" w:author="办公室" w:date="2024-03-18T09:00:00Z">'
        f"<w:r><w:{tag}>{words}</w:{tag}></w:r></w:{kind}>"
    )


def workbook(lines: list[str]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for line in lines:
        if line.startswith("= "):
            sheet = book.create_sheet(line[2:])
        elif line.startswith("|"):
            cells = line.removeprefix("|").removesuffix("|").split("|")
            sheet.append([_value(cell) for cell in cells])
            _merge_titles(sheet, cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _value(cell: str):
    if re.fullmatch(r"\d+", cell):
        return int(cell)
    return float(cell) if re.fullmatch(r"\d+\.\d+", cell) else cell or None


def _merge_titles(sheet, cells: list[str]) -> None:
    """Merge a row that holds one cell of words only; and the blanks right of the first cell of a two-row head."""
    row = sheet.max_row
    if len(cells) > 2 and not any(cells[1:]):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(cells))
        return
    for column in range(2, len(cells) + 1):
        if cells[column - 1] and _blank_run(cells, column) != 0 and row == 2:
            sheet.merge_cells(
                start_row=row, end_row=row, start_column=column, end_column=column + _blank_run(cells, column)
            )


def _blank_run(cells: list[str], column: int) -> int:
    run = 0
    while column + run < len(cells) and not cells[column + run]:
        run += 1
    return run
