"""The report for a terminal: verdict first, then every finding with both sides of its evidence.

Colour is laid over finished lines, so that the words are the same with it and without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.judge.finding import Audit
from engine.terminal import with_option
from engine.wording import say
from reports.parts.matrix import worst_first
from reports.parts.printing import one_line, padded, visible, width_of, wrapped
from reports.parts.quotes import Quote
from reports.parts.records import CoverageView, FindingView, PlanView, ReportView
from reports.parts.sentences import (
    bracketed,
    counts_sentence,
    coverage_sentence,
    day,
    figures,
    in_force,
    severity_words,
    standard_facts,
    text_of,
    waiver_sentence,
)
from reports.parts.silence import numbers_of, standard_words, told_together
from reports.parts.verdicts import grade_word, names_of, verdict_line, verdict_of, verdict_word
from reports.parts.view import view_of
from reports.renderer import RenderOptions

name = "text"
suffix = ".txt"
binary = False

_COLOURS = {"error": "red", "warning": "yellow", "note": "blue", "waived": "bright_black"}
_VERDICTS = {"non-compliant": "red", "unread": "red", "review": "yellow", "consistent": "blue", "compliant": "green"}


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the report as text of ``options.width`` columns, with terminal colours if ``options.color``."""
    view = view_of(audit)
    page = Page(options)
    if len(view.plans) > 1:
        _overview(page, view)
    for number, plan in enumerate(view.plans):
        if number:
            page.rule()
        _plan(page, plan)
    if len(view.plans) != 1:
        page.rule()
        page.line(page.say("findings-audit"), bold=True)
        for finding in view.findings:
            print_finding(page, finding)
        page.line(counts_sentence(view.counts, options.lang))
    page.line()
    page.line(page.say("tool", version=one_line(audit.version)))
    page.named("rules-digest", one_line(audit.rules_digest), 0)
    return page.text().encode("utf-8")


class Page:
    """Lines as they are laid out: wrapped first, coloured after."""

    def __init__(self, options: RenderOptions) -> None:
        self.lang, self._width = options.lang, max(20, options.width)
        self._color, self._lines = options.color, list[str]()

    def say(self, key: str, **values: object) -> str:
        """Return the sentence ``report.key`` in the language of the page."""
        return say(f"report.{key}", self.lang, **values)

    def line(self, text: str = "", indent: int = 0, hang: int = 0, fg: str | None = None, bold: bool = False) -> None:
        """Add a line, wrapped to the width, further lines indented by ``hang``; without a text an empty one."""
        safe = visible(text).replace("\n", " ").replace("\t", " ")
        for line in wrapped(safe, self._width, " " * indent, " " * (indent + hang)):
            self._lines.append(self._painted(line, fg, bold))

    def named(self, key: str, text: str, indent: int = 3) -> None:
        """Add ``name: text``, nothing where the text is empty."""
        if text:
            self.line(f"{self.say(key)}{self.say('colon')}{text}", indent, 2)

    def rule(self) -> None:
        """Add a line across the page."""
        self._lines += ["", "=" * self._width, ""]

    def text(self) -> str:
        """Return the whole page."""
        return "\n".join(self._lines).strip("\n") + "\n"

    def _painted(self, line: str, fg: str | None, bold: bool) -> str:
        if not self._color or not (fg or bold) or not line:
            return line
        import click  # only a coloured terminal needs it

        return click.style(line, fg=fg, bold=bold)


def _overview(page: Page, view: ReportView) -> None:
    """Print a line a plan, the worst first, in columns that fit the width."""
    page.line(page.say("title-several", n=len(view.plans)), bold=True)
    page.line()
    heads = [page.say(key) for key in ("verdict", "grade", *(f"count-{kind}" for kind in _COLOURS), "plan")]
    plans = worst_first(view.plans)
    rows = [_overview_row(page, plan, called) for plan, called in zip(plans, names_of(plans), strict=True)]
    widths = [max(map(width_of, column)) for column in zip(heads, *rows, strict=True)]
    for number, row in enumerate([heads, *rows]):
        colour = _VERDICTS[verdict_of(plans[number - 1])] if number else None
        page.line("  ".join(map(padded, row, widths)).rstrip(), hang=sum(widths[:-1]) + 12, fg=colour, bold=not number)
    page.rule()


def _overview_row(page: Page, plan: PlanView, called: str) -> list[str]:
    counts = [str(getattr(plan.counts, kind)) for kind in _COLOURS]
    return [verdict_word(plan, page.lang), grade_word(plan, page.lang), *counts, called]


def _plan(page: Page, plan: PlanView) -> None:
    result, lang = plan.result, page.lang
    if result.extraction is None:
        _unread(page, plan)
        return
    verdict = f"{page.say('verdict')}{page.say('colon')}{verdict_line(plan, lang)}"
    page.line(verdict, fg=_VERDICTS[verdict_of(plan)], bold=True)
    page.line(counts_sentence(plan.counts, lang))
    page.line(coverage_sentence(plan.statuses, lang))
    page.line()
    page.named("subject", one_line(plan.title), 0)
    page.named("file", f"{one_line(result.file)}  sha256 {result.sha256}", 0)
    page.named("on", day(result.on, lang), 0)
    page.named("standards", "" if result.standards else page.say("standards-none"), 0)
    for standard in result.standards:
        page.named("basis", one_line(f"{standard.title} {standard.number}"), 0)
    for remark in result.remarks:
        page.line(one_line(with_option(remark, lang)), fg="yellow")
    page.line()
    if not plan.findings:
        page.line(page.say("findings-none"))
    for together in told_together(plan.findings):
        if len(together) > 1:
            _silent(page, together)
        else:
            print_finding(page, together[0])
    _unchecked(page, plan)


def _unread(page: Page, plan: PlanView) -> None:
    """Print of a plan that was not read which file it is and why; there is nothing else to say."""
    verdict = f"{page.say('verdict')}{page.say('colon')}{verdict_line(plan, page.lang)}"
    page.line(verdict, fg=_VERDICTS["unread"], bold=True)
    page.named("file", one_line(plan.result.file), 0)
    for view in plan.findings:
        page.line(text_of(view.finding.message, page.lang), hang=2)
        page.line(f"{view.finding.code} {view.finding.rule} · {view.finding.fingerprint}", 2, fg="bright_black")


def print_finding(page: Page, view: FindingView) -> None:
    """Lay out one finding: its message, both sides of the evidence, the figures, the remedy."""
    finding, lang = view.finding, page.lang
    state = "waived" if finding.waiver else finding.severity
    words = page.say("waived") if finding.waiver else severity_words(finding, lang)
    head = f"{view.number}. [{words}] {text_of(finding.message, lang)}"
    page.line(head, hang=3, fg=_COLOURS[state], bold=state == "error")
    for quote in view.side("plan"):
        page.named("role-plan", _quoted(quote, lang))
    for quote in view.side("standard"):
        page.named(view.law_words, _quoted(quote, lang))
    _working(page, view)
    _basis(page, view)
    for title, formula, printed in figures(view, lang):
        page.line(f"{title}{page.say('colon')}{bracketed(formula, printed, lang)}", 3, 2)
    page.named("remedy", text_of(finding.remedy, lang))
    page.named("responsible", page.say("list-comma").join(one_line(unit) for unit in finding.responsible))
    if finding.waiver:
        page.line(waiver_sentence(finding, lang), 3, 2)
    page.line(f"{finding.code} {finding.rule} · {finding.fingerprint}", 3, fg="bright_black")
    page.line()


def _silent(page: Page, views: Sequence[FindingView]) -> None:
    """Print the standards on which the plan is silent under one sentence, a line each."""
    head = f"{numbers_of(views)}. [{severity_words(views[0].finding, page.lang)}] {page.say('silent', n=len(views))}"
    page.line(f"{head}{page.say('colon')}".rstrip(), hang=3, fg=_COLOURS["note"])
    for view in views:
        citation = one_line(view.basis.citation) if view.basis else ""
        page.line(
            f"{view.number}. {bracketed(standard_words(view), citation, page.lang)} · {view.finding.fingerprint}", 3, 3
        )
    page.line(f"{views[0].finding.code} {views[0].finding.rule}", 3, fg="bright_black")
    page.line()


def _quoted(quote: Quote, lang: str) -> str:
    place = quote.place.words(lang)
    words = quote.text and one_line(f"{quote.before}【{quote.text}】{quote.after}")
    where = one_line(quote.place.file) if quote.start is None and quote.place.file else ""
    return bracketed(words, say("report.comma", lang).join(part for part in (where, place) if part), lang)


def _working(page: Page, view: FindingView) -> None:
    if not view.working:
        return
    if view.table and view.table.title:
        page.named("working", view.table.title)
    else:
        page.line(f"{page.say('working')}{page.say('colon')}".rstrip(), 3)
    for number, quote in enumerate(view.working, 1):
        name = view.name_of(quote) or quote.place.words(page.lang) or page.say("working-row", n=number)
        role = page.say(f"role-{quote.role}")
        page.line(f"{role}  {name}{page.say('colon')}{one_line(quote.text)}", 5, 2)


def _basis(page: Page, view: FindingView) -> None:
    if view.basis is None:
        return
    force = in_force(view.basis, page.lang)
    facts = [f"{page.say('in-force')}{page.say('colon')}{force}"] if force else []
    facts += standard_facts(view.basis, page.lang)
    more = page.say("semicolon").join(facts)
    page.named("basis", bracketed(one_line(view.basis.citation), more, page.lang))


def _unchecked(page: Page, plan: PlanView) -> None:
    if not plan.undecided:
        return
    page.line(page.say("unchecked"), bold=True)
    page.line(page.say("unchecked-note"))
    for line in _undecided(plan, page.lang):
        page.line(f"- {line}", 2, 2)


def _undecided(plan: PlanView, lang: str) -> Iterator[str]:
    colon = say("report.colon", lang)
    for entry in plan.undecided:
        if isinstance(entry, CoverageView):
            yield f"{one_line(entry.coverage.label)}{colon}{text_of(entry.coverage.reason, lang)}"
        else:
            yield f"[{entry.number}] {text_of(entry.finding.message, lang)}"
