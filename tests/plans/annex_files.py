"""Annexes as offices make them, drawn as text once and saved as web page, workbook, Word file and PDF.

A drawing has a line for each row and ``|`` between cells; ``<`` is a place that the cell to the left covers, ``^`` one
that the cell above covers.
"""

import io
from dataclasses import dataclass
from functools import cache
from html import escape

import docx
import openpyxl

_RULED = "table{border-collapse:collapse}td{border:1px solid black}"
_PLAIN = "table{border-spacing:0}td{border:0;padding:2px 12px}"
CENTRED = "table{border-spacing:0;width:100%}td{border:0;padding:3px 9px;text-align:center}"
LINES_ONLY = "table{border-collapse:collapse;width:100%}td{border-bottom:1px solid;padding:3px 9px;text-align:center}"


@dataclass(frozen=True)
class Drawn:
    """A cell of a drawing: its place, words, and the rows and columns that it covers."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


def grid(drawing: str) -> list[list[str]]:
    """Return the cells of a drawing as they are written, marks of merged places included."""
    lines = [line.strip() for line in drawing.strip().splitlines()]
    return [[cell.strip(" ") for cell in line.split("|")] for line in lines]


def drawn(drawing: str) -> list[Drawn]:
    """Return the cells of a drawing with the places that each covers."""
    rows = grid(drawing)
    found = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            width = 1
            while c + width < len(row) and row[c + width] == "<":
                width += 1
            height = 1
            while r + height < len(rows) and rows[r + height][c] == "^":
                height += 1
            found.append(Drawn(r, c, text, height, width))
    return found


def html(drawing: str, before: tuple[str, ...] = (), after: tuple[str, ...] = (), style: str = _RULED) -> str:
    """Return a web page with the lines before a table, the table and the lines after it."""
    cells: dict[int, str] = dict.fromkeys(range(len(grid(drawing))), "")
    for cell in drawn(drawing):
        spans = f" rowspan='{cell.rows}'" * (cell.rows > 1) + f" colspan='{cell.columns}'" * (cell.columns > 1)
        cells[cell.row] += f"<td{spans}>{escape(cell.text)}</td>"
    rows = "".join(f"<tr>{row}</tr>" for row in cells.values())
    above, below = ("".join(f"<p>{escape(line)}</p>" for line in lines) for lines in (before, after))
    head = f"<meta charset='utf-8'><style>{style}</style>"
    return f"<!doctype html><html lang='zh'><head>{head}</head><body>{above}<table>{rows}</table>{below}</body></html>"


def unruled(drawing: str, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> str:
    """Return a web page whose table has no lines between its cells."""
    return html(drawing, before, after, _PLAIN)


def page_of(pages: list[str]) -> str:
    """Return web pages of one style as one, each on a sheet of its own when it is printed."""
    head = pages[0].partition("<body>")[0]
    bodies = (page.partition("<body>")[2].partition("</body>")[0] for page in pages)
    return head + "<body>" + "".join(f"<div style='break-after:page'>{body}</div>" for body in bodies)


@cache
def xlsx(drawing: str, before: tuple[str, ...] = (), after: tuple[str, ...] = (), numbers: bool = True) -> bytes:
    """Return a workbook; with ``numbers`` a cell of digits is a number, else text."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "任务分解"
    put(sheet, drawing, before, after, numbers=numbers)
    return saved(book)


def put(sheet, drawing: str, before=(), after=(), *, at: tuple[int, int] = (1, 1), numbers: bool = True) -> int:
    """Write a drawing into a sheet from ``at`` (row, column) on and return the row below it."""
    top, left = at
    width = len(grid(drawing)[0])
    for line in before:
        sheet.cell(top, left, line)
        if width > 1:
            sheet.merge_cells(start_row=top, end_row=top, start_column=left, end_column=left + width - 1)
        top += 1
    for cell in drawn(drawing):
        row, column = top + cell.row, left + cell.column
        text = cell.text or None
        sheet.cell(row, column, _number(text) if text and numbers else text)
        if cell.rows > 1 or cell.columns > 1:
            sheet.merge_cells(
                start_row=row, end_row=row + cell.rows - 1, start_column=column, end_column=column + cell.columns - 1
            )
    below = top + len(grid(drawing))
    for number, line in enumerate(after):
        sheet.cell(below + number, left, line)
    return below + len(after)


def _number(text: str) -> int | float | str:
    for kind in (int, float):
        try:
            return kind(text) if text.isascii() else text
        except ValueError:
            continue
    return text


def saved(book) -> bytes:
    """Return the bytes of a workbook."""
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@cache
def word(drawing: str, before: tuple[str, ...] = (), after: tuple[str, ...] = ()) -> bytes:
    """Return a Word file."""
    return word_of(((drawing, before, after),))


def word_of(annexes: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...], style: str | None = None) -> bytes:
    """Return a Word file with an annex (drawing, lines before and after) on each page; tables have no lines by default."""
    document = docx.Document()
    for number, (drawing, before, after) in enumerate(annexes):
        if number:
            document.add_page_break()
        for line in before:
            document.add_paragraph(line)
        rows = grid(drawing)
        table = document.add_table(len(rows), len(rows[0]), style)
        for cell in drawn(drawing):
            first = table.cell(cell.row, cell.column)
            first.merge(table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)).text = cell.text
        for line in after:
            document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
