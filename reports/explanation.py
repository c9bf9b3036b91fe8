"""How one finding came about: how the figure was read, which standards were considered and why this one."""

from __future__ import annotations

from collections.abc import Iterator

from engine.errors import GoujiError
from engine.judge.finding import Audit
from reports.parts.printing import one_line, value_words
from reports.parts.records import CoverageView, FindingView, PlanView
from reports.parts.sentences import bracketed, how_read, in_force, text_of
from reports.parts.view import view_of
from reports.renderer import RenderOptions
from reports.text import Page, print_finding
from reports.writing import print_bytes, terminal_width


def explanation(audit: Audit, fingerprint: str, options: RenderOptions) -> bytes:
    """Return the explanation of every finding whose fingerprint begins so, as text in ``options.lang``.

    Raises GoujiError, with what there is, when no finding of the audit has it.
    """
    view = view_of(audit)
    wanted = fingerprint.strip().removeprefix("f-")
    found = [(plan, f) for plan in view.plans for f in plan.findings if _is(f, wanted)]
    of_audit = [f for f in view.findings if _is(f, wanted)]
    if (not found and not of_audit) or not wanted:
        known = ", ".join(f.finding.fingerprint for f in view.all_findings())
        raise GoujiError("cli.explain-unknown" if known else "cli.explain-nothing", name=fingerprint, known=known)
    page = Page(options)
    for plan, finding in found:
        print_finding(page, finding)
        _reading(page, finding)
        _considered(page, plan, finding)
        page.line()
    for finding in of_audit:
        print_finding(page, finding)
        _reading(page, finding)
    return page.text().encode("utf-8")


def print_explanation(audit: Audit, fingerprint: str, lang: str) -> None:
    """Print the same on standard output, as wide as the terminal is."""
    print_bytes(explanation(audit, fingerprint, RenderOptions(lang, width=terminal_width())))


def _is(view: FindingView, wanted: str) -> bool:
    return view.finding.fingerprint.startswith(wanted)


def _reading(page: Page, view: FindingView) -> None:
    steps = how_read(view, page.lang)
    if steps:
        page.line(page.say("trace") + page.say("colon"), 3)
    for step in steps:
        page.line(f"- {step}", 5, 2)


def _considered(page: Page, plan: PlanView, view: FindingView) -> None:
    """List every requirement about the same thing with what became of it, the finding's own first."""
    rows = list(_rows_about(plan, view))
    if rows:
        page.line(page.say("considered") + page.say("colon"), 3)
    for row in rows:
        value = value_words(row.basis.value) if row.basis.value else ""
        head = bracketed(one_line(row.basis.citation), in_force(row.basis, page.lang), page.lang)
        status = page.say(f"status-{row.coverage.status}")
        reason = text_of(row.coverage.reason, page.lang)
        said = page.say("semicolon").join(part for part in (value, status, reason) if part)
        page.line(f"- {head}{page.say('colon')}{said}", 5, 2)


def _rows_about(plan: PlanView, view: FindingView) -> Iterator[CoverageView]:
    finding = view.finding
    own = finding.standard.requirement if finding.standard else None
    alike = [row for row in plan.coverage if _about(row, view)]
    yield from sorted(alike, key=lambda row: row.coverage.requirement != own)


def _about(row: CoverageView, view: FindingView) -> bool:
    finding, requirement = view.finding, row.basis.requirement
    if finding.standard and (row.coverage.requirement, row.coverage.standard) == (
        finding.standard.requirement,
        finding.standard.id,
    ):
        return True
    same = requirement is not None and finding.indicator is not None and requirement.indicator == finding.indicator
    return same or (row.finding is not None and row.finding.number == view.number)
