"""The ledger for putting things right (整改台账): one row a finding, with the columns that an office fills in.

Foreign text is written as text, so that no cell can start a formula. The file bears no time of its making.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from datetime import datetime
from typing import TYPE_CHECKING, Any

from engine.judge.finding import Audit
from engine.wording import say
from reports import ReportError
from reports.parts.printing import one_line, width_of
from reports.parts.quotes import Quote
from reports.parts.records import FindingView, PlanView, ReportView
from reports.parts.sentences import (
    counts_sentence,
    coverage_sentence,
    day,
    figures,
    planned_words,
    required_words,
    severity_words,
    sum_side,
    text_of,
    waiver_sentence,
)
from reports.parts.verdicts import names_of, verdict_line
from reports.parts.view import view_of
from reports.renderer import RenderOptions
from reports.word.archive import EARLIEST, packed

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.worksheet.worksheet import Worksheet

name = "xlsx"
suffix = ".xlsx"
binary = True

_CORE = "docProps/core.xml"
_LONGEST = 32_000  # a cell holds 32,767 characters
_SEEN, _HIGHEST = 2000, 409.0  # characters that can be seen at once, and the points that a row can be high
_LEDGER = (
    *(("ledger-no", 5), ("ledger-plan", 14), ("ledger-rule", 11), ("ledger-severity", 8), ("ledger-place", 14)),
    *(("ledger-words", 22), ("ledger-problem", 28), ("basis", 20), ("remedy", 22), ("responsible", 12)),
    *(("ledger-reply", 14), ("ledger-due", 10), ("ledger-state", 9), ("ledger-link", 8)),
    *(("expected", 16), ("actual", 16), ("one-place", 16), ("other-place", 16), ("difference", 14), ("ledger-id", 20)),
)
_PRINTED = 14  # columns; what follows is for sorting and looking up on the screen
_STATE, _LINK = 13, 14  # the columns, from 1, that take one of the given states and the link to the finding
_COVERAGE = (("requirement", 34), ("required", 18), ("planned", 18), ("state", 14), ("reason", 44), ("standard", 34))
_COLOURS = {"error": "FFF4C7C3", "warning": "FFFCE8B2", "note": "FFDCE6F5"}
_FONT = "宋体"
_HEAD, _LINE = "FFE7E6E6", "FFA6A6A6"


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the workbook: the ledger, the requirements, and what was checked against what.

    Raises ReportError when openpyxl is not installed.
    """
    view, lang = view_of(audit), options.lang
    book = _empty_book()
    ledger = _sheet(book, say("paper.ledger", lang), _LEDGER, lang)
    for number, (finding, title, link) in enumerate(_listed(view, options), 1):
        ledger.put([number, *_row(finding, title, lang)])
        _mark(ledger, finding, link)
    ledger.sheet.column_dimensions["B"].hidden = len(view.plans) == 1
    _states(ledger, lang)
    coverage = _sheet(book, say("report.coverage", lang), (("ledger-plan", 22), *_COVERAGE), lang)
    for plan in view.plans:
        _coverage(coverage, plan, lang)
    about = _sheet(book, say("paper.ledger-about", lang), (("ledger-plan", 30), ("verdict", 100)), lang)
    for plan in view.plans:
        _about(about, plan, lang)
    about.put([say("report.grade", lang), say("report.grade-note", lang)])
    about.put(
        [say("report.tool", lang, version=audit.version), f"{say('report.rules-digest', lang)} {audit.rules_digest}"]
    )
    return _saved(book)


def _empty_book() -> Workbook:
    try:
        from openpyxl import Workbook
    except ImportError as missing:
        raise ReportError("report.library-missing", format=name, library="openpyxl", extra="xlsx") from missing
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


class _Rows:
    """A sheet that is filled row by row, so that a cell costs the same however many rows stand above it.

    The library finds the last row by going through all cells, and compares the whole style of a cell with those it has.
    """

    def __init__(self, sheet: Worksheet, widths: Iterable[int]) -> None:
        self.sheet = sheet
        self.last = 0
        self._rooms = [max(2, width - 1) for width in widths]
        self._style: StyleArray | None = None

    def put(self, values: Sequence[str | int]) -> None:
        """Add a row below the last one; text stays text whatever it begins with."""
        self.last += 1
        lines = 1
        for column, value in enumerate(values, 1):
            cell = self.sheet.cell(self.last, column)
            cell.value = value if isinstance(value, int) else one_line(value)[:_LONGEST]
            if isinstance(value, str):
                cell.data_type = "s"
            self._dress(cell)
            lines = max(lines, -(-width_of(str(cell.value or "")[:_SEEN]) // self._rooms[column - 1]))
        # A file that says nothing of how high a row is shows one line of its longest cell.
        self.sheet.row_dimensions[self.last].height = min(_HIGHEST, lines * 13.5 + 3)

    def _dress(self, cell: Any) -> None:
        # The library has no public way to share a style; its stubs leave the field out.
        from openpyxl.styles import Alignment, Border, Font, Side

        if self._style is not None:
            cell._style = copy(self._style)
            return
        line = Side("thin", color=_LINE)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.border, cell.font = Border(line, line, line, line), Font(name=_FONT, size=10)
        self._style = copy(cell._style)


def _sheet(book: Workbook, title: str, columns: tuple[tuple[str, int], ...], lang: str) -> _Rows:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet: Worksheet = book.create_sheet(title)
    for number, (_, width) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    rows = _Rows(sheet, (width for _, width in columns))
    rows.put([_column(key, lang) for key, _ in columns])
    for number in range(1, len(columns) + 1):
        sheet.cell(1, number).font = Font(name=_FONT, bold=True, size=10)
        sheet.cell(1, number).fill = PatternFill("solid", fgColor=_HEAD)
    sheet.freeze_panes = "A2"
    _printing(sheet, title, lang)
    return rows


def _column(key: str, lang: str) -> str:
    return say(f"{'paper' if key.startswith('ledger-') else 'report'}.{key}", lang)


def _printing(sheet: Worksheet, title: str, lang: str) -> None:
    """Set a sheet up for paper: A4 across, all columns on one page, the head on every page, pages numbered."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    for margin, words in ((sheet.oddHeader, title), (sheet.oddFooter, say("paper.ledger-page", lang))):
        if margin is not None:
            margin.center.text = words


def _listed(view: ReportView, options: RenderOptions) -> Iterator[tuple[FindingView, str, str]]:
    """Yield every finding with what it belongs to and the link to it in the pages written beside, empty for none."""
    pages = options.pages or ("",) * len(view.plans)
    for plan, name, page in zip(view.plans, names_of(view.plans), pages, strict=True):
        for finding in plan.findings:
            yield finding, name, f"{page}#{finding.anchor.removeprefix(plan.prefix)}" if page else ""
    for finding in view.findings:
        link = f"{options.index}#{finding.anchor}" if options.index else ""
        yield finding, say("report.findings-audit", options.lang), link


def _mark(ledger: _Rows, view: FindingView, link: str) -> None:
    """Colour the severity of the last row, and link it to the finding in the report in HTML where there is one."""
    from openpyxl.styles import Font, PatternFill

    if view.finding.waiver is None:
        ledger.sheet.cell(ledger.last, 4).fill = PatternFill("solid", fgColor=_COLOURS[view.finding.severity])
    if link:
        cell = ledger.sheet.cell(ledger.last, _LINK)
        cell.hyperlink = link
        cell.font = Font(name=_FONT, size=10, underline="single", color="FF0563C1")


def _row(view: FindingView, title: str, lang: str) -> list[str | int]:
    finding = view.finding
    chief = next((q for q in view.quotes if q.role != "standard"), None)
    said = {quote.role: quote for quote in reversed(view.quotes)}
    shown = said.get("total") or said.get("plan") or chief
    waived = waiver_sentence(finding, lang)
    return [
        *(title, f"{finding.code} {text_of(finding.title, lang)}", severity_words(finding, lang)),
        *(_place(shown, lang), shown.text if shown else say("report.no-plan-words", lang)),
        *(text_of(finding.message, lang), finding.standard.citation if finding.standard else ""),
        *(
            f"{text_of(finding.remedy, lang)} {waived}".rstrip(),
            say("report.list-comma", lang).join(finding.responsible),
        ),
        *("", "", say(f"paper.ledger-state-{'waived' if waived else 'open'}", lang)),
        *(say("paper.ledger-see", lang, n=view.number), *_figures(view, lang), finding.fingerprint),
    ]


def _place(quote: Quote | None, lang: str) -> str:
    return quote.place.words(lang) or quote.place.file if quote else ""


def _figures(view: FindingView, lang: str) -> tuple[str, ...]:
    """Return expected and found, or what two places of the plan have, and the difference; what a finding lacks is empty.

    Only a standard says what a figure should be. Of two figures of the plan itself nobody knows which is right.
    """
    finding, rows = view.finding, iter(figures(view, lang))
    there = (finding.expected, finding.actual, finding.difference)
    named = [next(rows)[:2] if part is not None else ("", "") for part in there]
    first, second, gap = (formula for _, formula in named)
    if finding.standard or finding.group != "consistency":
        return first, second, "", "", gap
    if sum_side(view):
        first, second = (f"{title}{say('report.colon', lang)}{formula}" for title, formula in named[:2])
    return "", "", first, second, gap


def _states(ledger: _Rows, lang: str) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet, last = ledger.sheet, ledger.last
    if last < 2:
        return
    choice = DataValidation(type="list", formula1=f'"{say("paper.ledger-states", lang)}"', allow_blank=True)
    choice.showErrorMessage, choice.error = True, say("paper.ledger-state-hint", lang)
    sheet.add_data_validation(choice)
    letter = get_column_letter(_STATE)
    choice.add(f"{letter}2:{letter}{last}")
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_LEDGER))}{last}"
    sheet.print_area = f"A1:{get_column_letter(_PRINTED)}{last}"


def _coverage(rows: _Rows, plan: PlanView, lang: str) -> None:
    for row in plan.coverage:
        state = say(f"report.status-{row.coverage.status}", lang)
        words = [row.coverage.label, required_words(row), planned_words(row), state]
        rows.put([plan.title, *words, text_of(row.coverage.reason, lang), row.basis.citation])


def _about(rows: _Rows, plan: PlanView, lang: str) -> None:
    result = plan.result
    on = f"{say('report.on', lang)}{say('report.colon', lang)}{day(result.on, lang)}"
    if result.extraction is None:
        rows.put([plan.title, verdict_line(plan, lang)])
        return
    for words in (verdict_line(plan, lang), counts_sentence(plan.counts, lang), coverage_sentence(plan.statuses, lang)):
        rows.put([plan.title, words])
    rows.put([result.file, f"{say('report.sha256', lang)} {result.sha256}"])
    rows.put([plan.title, on])
    for standard in result.standards:
        rows.put([say("report.basis", lang), f"{standard.title} {standard.number}"])
    for remark in result.remarks:
        rows.put([plan.title, text_of(remark, lang)])


def _saved(book: Workbook) -> bytes:
    """Return the workbook without the time at which it was written."""
    epoch = datetime(*EARLIEST)
    book.properties.created = book.properties.modified = epoch
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as made:
        parts = {entry: made.read(entry) for entry in made.namelist()}
    parts[_CORE] = _undated(parts[_CORE], epoch.strftime("%Y-%m-%dT%H:%M:%SZ").encode())
    return packed(parts)


def _undated(core: bytes, stamp: bytes) -> bytes:
    """Return the properties with a fixed time, since the library puts in the time of saving."""
    import re

    return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
