"""One plan of ours, saved in every format that is read: by hand, by the usual libraries, by LibreOffice and Chromium."""

import io
from collections.abc import Callable
from html import escape

import docx
from ofd_files import set_in_pages
from office_files import converted, printed
from running import COUNTY, ROOT

from plans.samples.build import AIMS, ANNEX, DEMANDS, FAULTY, HEAD, TITLE, TOWNSHIPS, items

_PARAGRAPHS = [paragraph.text for paragraph in docx.Document(str(ROOT / COUNTY)).paragraphs]
FRONT = _PARAGRAPHS[: _PARAGRAPHS.index(TITLE)]
TASKS = [f"{number}.{task}" for number, task in enumerate(items(FAULTY), start=1)]
ROWS = [
    list(HEAD),
    *[list(row) for row in zip(TOWNSHIPS, map(str, FAULTY.jobs), map(str, FAULTY.homes), strict=True)],
    ["合计", str(FAULTY.jobs_total), str(FAULTY.homes_total)],
]
SECTIONS = [("一、总体要求", [AIMS]), ("二、主要任务", TASKS), ("三、工作要求", list(DEMANDS))]
BODY = [*FRONT, TITLE, *(line for head, lines in SECTIONS for line in (head, *lines))]
LINES = [*BODY, "附件", ANNEX]


def text() -> bytes:
    return "\n".join([*LINES, *("\t".join(row) for row in ROWS)]).encode()


def markdown() -> bytes:
    parts = [*FRONT, f"# {TITLE}"]
    for head, lines in SECTIONS:
        parts += [f"## {head}", *lines]
    table = [f"| {' | '.join(row)} |" for row in ROWS]
    table.insert(1, "|---|---:|---:|")
    marked = "\n\n".join([*parts, "附件", f"**{ANNEX}**", "\n".join(table)])
    return marked.replace("每人每月不低于1250元", "每人每月**不低于1250元**").encode()


def page() -> str:
    parts = [f"<p>{escape(line)}</p>" for line in FRONT] + [f"<h1>{TITLE}</h1>"]
    for head, lines in SECTIONS:
        parts += [f"<h2>{head}</h2>", *(f"<p>{escape(line)}</p>" for line in lines)]
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    parts += ["<p>附件</p>", f"<p>{ANNEX}</p>", f"<table border='1' cellspacing='0'>{rows}</table>"]
    return f"<!doctype html><html lang='zh'><head><meta charset='utf-8'></head><body>{''.join(parts)}</body></html>"


def word() -> bytes:
    return (ROOT / COUNTY).read_bytes()


def typed_word() -> bytes:
    """Return the plan as a Word file of LibreOffice whose numbers are typed, not automatic."""
    return converted(page().encode(), "html", "odt")


def annex() -> bytes:
    """Return the annex as a workbook."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "分解表"
    sheet.append([ANNEX])
    sheet.merge_cells("A1:C1")
    for row in ROWS:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def body() -> bytes:
    """Return the plan without its annex, as text."""
    return "\n".join([*BODY, "附件"]).encode()


Files = list[tuple[str, bytes]]

FORMATS: dict[str, Callable[[], Files]] = {
    "txt": lambda: [("plan.txt", text())],
    "txt in GBK": lambda: [("plan.txt", text().decode().encode("gbk"))],
    "md": lambda: [("plan.md", markdown())],
    "html": lambda: [("plan.html", page().encode())],
    "docx": lambda: [("plan.docx", word())],
    "pdf of LibreOffice": lambda: [("plan.pdf", converted(word(), "docx", "pdf"))],
    "pdf of Chromium": lambda: [("plan.pdf", printed(page()))],
    "ofd": lambda: [("plan.ofd", set_in_pages(LINES, ROWS))],
    "docx of LibreOffice": lambda: [("plan.docx", converted(typed_word(), "odt", "docx"))],
    "html of LibreOffice": lambda: [("plan.html", converted(typed_word(), "odt", "html"))],
    "doc": lambda: [("plan.doc", converted(word(), "docx", "doc"))],
    "wps": lambda: [("plan.wps", converted(word(), "docx", "doc"))],
    "rtf": lambda: [("plan.rtf", converted(typed_word(), "odt", "rtf"))],
    "odt": lambda: [("plan.odt", converted(word(), "docx", "odt"))],
    "txt and xlsx": lambda: [("body.txt", body()), ("annex.xlsx", annex())],
    "txt and xlsx of LibreOffice": lambda: [("body.txt", body()), ("annex.xlsx", converted(annex(), "xlsx", "xlsx"))],
    "txt and xls": lambda: [("body.txt", body()), ("annex.xls", converted(annex(), "xlsx", "xls"))],
    "txt and et": lambda: [("body.txt", body()), ("annex.et", converted(annex(), "xlsx", "xls"))],
    "txt and ods": lambda: [("body.txt", body()), ("annex.ods", converted(annex(), "xlsx", "ods"))],
}
