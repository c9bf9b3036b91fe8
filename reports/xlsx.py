"""The ledger for putting things right (整改台账): one row a finding, with the columns that an office fills in.

Foreign text is written as text, so that no cell can start a formula. The file bears no time of its making.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from engine.judge.finding import Audit
from engine.wording import say
from reports import ReportError
from reports.printing import one_line
from reports.quotes import Quote
from reports.records import FindingView, PlanView
from reports.renderer import RenderOptions
from reports.sentences import (
    counts_sentence,
    coverage_sentence,
    day,
    figures,
    planned_words,
    required_words,
    severity_words,
    text_of,
    verdict_line,
    waiver_sentence,
)
from reports.view import view_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

name = "xlsx"
suffix = ".xlsx"
binary = True

_EPOCH = datetime(1980, 1, 1)  # the earliest day that a zip file can hold
_LONGEST = 32_000  # a cell holds 32,767 characters
_LEDGER = (
    *(("ledger-no", 6), ("ledger-plan", 22), ("severity", 10), ("rule", 20), ("column-place", 22), ("role-plan", 34)),
    *(("ledger-problem", 44), ("basis", 34), ("expected", 18), ("actual", 18), ("difference", 14), ("remedy", 34)),
    *(("responsible", 18), ("ledger-state", 12), ("ledger-due", 14), ("ledger-result", 28), ("ledger-id", 20)),
)
_STATE = 14  # the column, from 1, that takes one of the given states
_COVERAGE = (("requirement", 34), ("required", 18), ("planned", 18), ("state", 14), ("reason", 44), ("standard", 34))


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the workbook: the ledger, the requirements, and what was checked against what.

    Raises ReportError when openpyxl is not installed.
    """
    view, lang = view_of(audit), options.lang
    book = _empty_book()
    ledger = _sheet(book, say("report.ledger", lang), _LEDGER, lang)
    for plan in view.plans:
        for finding in plan.findings:
            _put(ledger, _row(finding, plan.title, lang))
    for finding in view.findings:
        _put(ledger, _row(finding, say("report.findings-audit", lang), lang))
    _states(ledger, lang)
    coverage = _sheet(book, say("report.coverage", lang), (("ledger-plan", 22), *_COVERAGE), lang)
    for plan in view.plans:
        _coverage(coverage, plan, lang)
    about = _sheet(book, say("report.ledger-about", lang), (("ledger-plan", 30), ("verdict", 100)), lang)
    for plan in view.plans:
        _about(about, plan, lang)
    _put(about, [say("report.tool", lang, version=audit.version), audit.rules_digest])
    return _saved(book)


def _empty_book() -> Workbook:
    try:
        from openpyxl import Workbook
    except ImportError as missing:
        raise ReportError("report.library-missing", format=name, library="openpyxl", extra="xlsx") from missing
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _sheet(book: Workbook, title: str, columns: tuple[tuple[str, int], ...], lang: str) -> Worksheet:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet: Worksheet = book.create_sheet(title)
    _put(sheet, [say(f"report.{key}", lang) for key, _ in columns])
    for number, (_, width) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.cell(1, number).font = Font(bold=True)
        sheet.cell(1, number).alignment = Alignment(wrap_text=True, vertical="center")
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    return sheet


def _put(sheet: Worksheet, values: list[str | int]) -> None:
    """Add a row below the last one; text stays text whatever it begins with."""
    from openpyxl.styles import Alignment

    row = sheet.max_row + 1 if sheet["A1"].value is not None else 1
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        cell.value = value if isinstance(value, int) else one_line(value)[:_LONGEST]
        if isinstance(value, str):
            cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _row(view: FindingView, title: str, lang: str) -> list[str | int]:
    finding = view.finding
    chief = next((q for q in view.quotes if q.role != "standard"), None)
    said = {quote.role: quote for quote in reversed(view.quotes)}
    shown = said.get("plan") or said.get("total") or chief
    figure = _figures(view, lang)
    state = waiver_sentence(finding, lang)
    return [
        *(view.number, title, severity_words(finding, lang), f"{finding.code} {finding.rule}"),
        *(_place(shown, lang), shown.text if shown else say("report.no-plan-words", lang)),
        *(text_of(finding.message, lang), finding.standard.citation if finding.standard else ""),
        *figure,
        *(text_of(finding.remedy, lang), say("report.list-comma", lang).join(finding.responsible)),
        *(say(f"report.ledger-state-{'waived' if state else 'open'}", lang), "", state, finding.fingerprint),
    ]


def _place(quote: Quote | None, lang: str) -> str:
    return quote.place.words(lang) or quote.place.file if quote else ""


def _figures(view: FindingView, lang: str) -> tuple[str, str, str]:
    """Return expected, found and difference; a figure that a finding does not have is an empty cell."""
    finding, formulas = view.finding, iter(formula for _, formula, _ in figures(view, lang))
    there = (finding.expected, finding.actual, finding.difference)
    first, second, third = (next(formulas) if part is not None else "" for part in there)
    return first, second, third


def _states(sheet: Worksheet, lang: str) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    if sheet.max_row < 2:
        return
    choice = DataValidation(type="list", formula1=f'"{say("report.ledger-states", lang)}"', allow_blank=True)
    sheet.add_data_validation(choice)
    letter = get_column_letter(_STATE)
    choice.add(f"{letter}2:{letter}{sheet.max_row}")
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_LEDGER))}{sheet.max_row}"


def _coverage(sheet: Worksheet, plan: PlanView, lang: str) -> None:
    for row in plan.coverage:
        state = say(f"report.status-{row.coverage.status}", lang)
        words = [row.coverage.label, required_words(row), planned_words(row), state]
        _put(sheet, [plan.title, *words, text_of(row.coverage.reason, lang), row.basis.citation])


def _about(sheet: Worksheet, plan: PlanView, lang: str) -> None:
    result = plan.result
    on = f"{say('report.on', lang)}{say('report.colon', lang)}{day(result.on, lang)}"
    for words in (verdict_line(plan, lang), counts_sentence(plan.counts, lang), coverage_sentence(plan.statuses, lang)):
        _put(sheet, [plan.title, words])
    _put(sheet, [result.file, f"sha256 {result.sha256}"])
    _put(sheet, [plan.title, on])
    for standard in result.standards:
        _put(sheet, [say("report.basis", lang), f"{standard.title} {standard.number}"])
    for remark in result.remarks:
        _put(sheet, [plan.title, text_of(remark, lang)])


def _saved(book: Workbook) -> bytes:
    """Return the workbook without the time at which it was written."""
    book.properties.created = book.properties.modified = _EPOCH
    raw, out = io.BytesIO(), io.BytesIO()
    book.save(raw)
    stamp = _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
        for entry in sorted(made.namelist()):
            body = _undated(made.read(entry), stamp) if entry == "docProps/core.xml" else made.read(entry)
            info = zipfile.ZipInfo(entry, _EPOCH.timetuple()[:6])
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            fixed.writestr(info, body)
    return out.getvalue()


def _undated(core: bytes, stamp: bytes) -> bytes:
    """Return the properties with a fixed time, since the library puts in the time of saving."""
    import re

    return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
