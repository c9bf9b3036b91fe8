"""The documents of this folder as the files that an office would send: Word, Excel and PDF are built from their words.

In the words of a Word file ``#`` and ``##`` begin headings, ``|`` a row of a table, ``---`` a new page, ``{+…+}`` and
``{-…-}`` tracked changes, ``#.`` an automatic number, ``[^…]`` a footnote. In those of a workbook ``=`` begins a sheet and
``|`` a row; empty cells behind a title are merged, and ``'`` begins a number kept as text. In both ``<`` joins a cell to
the one left of it, ``^`` to the one above. A page beside a PDF's name (``.pdf.html``) is printed by a browser.
"""

import io
import re
import zipfile
from functools import cache
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from office_files import converted, printed
from openpyxl import Workbook

DOCUMENTS = Path(__file__).parent / "documents"
_FOOTNOTE = re.compile(r"\[\^(.*?)\]")
JOINED = ("<", "^")
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
    page = DOCUMENTS / f"{name}.html"
    if page.exists():
        return printed(page.read_text(encoding="utf-8"))
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
        elif line.startswith("#."):
            _paragraph(word, line.removeprefix("#.").strip(), "List Number")
        elif line.startswith("#"):
            word.add_heading(line.lstrip("# "), level=line.count("#", 0, 3))
        elif line:
            _paragraph(word, line)
    out = io.BytesIO()
    word.save(out)
    return _with_footnotes(out.getvalue(), _FOOTNOTE.findall("\n".join(lines)))


def _table(word, rows: list[list[str]]) -> None:
    table = word.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for made, given in zip(table.rows, rows, strict=True):
        for cell, words in zip(made.cells, given, strict=True):
            if words not in JOINED:
                cell.text = words
    for row, column, height, width in _joined(rows):
        table.cell(row, column).merge(table.cell(row + height - 1, column + width - 1))


def _joined(rows: list[list[str]]) -> list[tuple[int, int, int, int]]:
    """Return the cells that reach over others: row, column, rows and columns taken."""
    width = max(map(len, rows))
    grid = [[*cells, *[""] * (width - len(cells))] for cells in rows]
    reaches = (
        (row, column, 1 + _run([r[column] for r in grid[row + 1 :]], "^"), 1 + _run(cells[column + 1 :], "<"))
        for row, cells in enumerate(grid)
        for column, words in enumerate(cells)
        if words not in JOINED
    )
    return [reach for reach in reaches if reach[2:] != (1, 1)]


def _run(cells: list[str], mark: str) -> int:
    return next((at for at, words in enumerate(cells) if words != mark), len(cells))


def _paragraph(word, line: str, style: str | None = None) -> None:
    paragraph = word.add_paragraph(style=style)
    at = 0
    for change in _CHANGED.finditer(line):
        _runs(paragraph, line[at : change.start()])
        paragraph._p.append(_tracked(change))
        at = change.end()
    _runs(paragraph, line[at:])


def _runs(paragraph, words: str) -> None:
    at = 0
    for note in _FOOTNOTE.finditer(words):
        paragraph.add_run(words[at : note.start()])
        number = 1 + len(paragraph.part.element.findall(f".//{qn('w:footnoteReference')}"))
        paragraph.add_run()._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
        at = note.end()
    paragraph.add_run(words[at:])


def _with_footnotes(word: bytes, notes: list[str]) -> bytes:
    """Put the part that holds the footnotes into a Word file, as Word writes it."""
    if not notes:
        return word
    kept = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
        for n, words in enumerate(notes, 1)
    )
    part = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{kept}</w:footnotes>'
    schema = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode()
                )
            if name == "word/_rels/document.xml.rels":
                data = data.replace(
                    b"</Relationships>",
                    f'<Relationship Id="rNotes" Type="{schema}" Target="footnotes.xml"/></Relationships>'.encode(),
                )
            new.writestr(name, data)
        new.writestr("word/footnotes.xml", part)
    return out.getvalue()


def _tracked(change: re.Match):
    kind, tag, words = ("ins", "t", change["added"]) if change["added"] else ("del", "delText", change["deleted"])
    return parse_xml(
        f'<w:{kind} {nsdecls("w")} w:id="{change.start()}" w:author="办公室" w:date="2024-03-18T09:00:00Z">'
        f"<w:r><w:{tag}>{words}</w:{tag}></w:r></w:{kind}>"
    )


def workbook(lines: list[str]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    grids: dict[str, list[list[str]]] = {}
    for line in lines:
        if line.startswith("= "):
            sheet = book.create_sheet(line[2:])
        elif line.startswith("|"):
            cells = line.removeprefix("|").removesuffix("|").split("|")
            sheet.append([None if cell in JOINED else _value(cell) for cell in cells])
            grids.setdefault(sheet.title, []).append(cells)
            _merge_titles(sheet, cells)
    for title, rows in grids.items():
        for row, column, height, width in _joined(rows):
            book[title].merge_cells(
                start_row=row + 1, end_row=row + height, start_column=column + 1, end_column=column + width
            )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _value(cell: str):
    if re.fullmatch(r"\d+", cell):
        return int(cell)
    return float(cell) if re.fullmatch(r"\d+\.\d+", cell) else cell.removeprefix("'") or None


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
