"""The comparison for a terminal: the headline first, then what is new, changed, still there and put right."""

from __future__ import annotations

from engine.judge.comparison import STATES, State
from engine.wording import say
from reports.comparing.view import (
    ComparisonView,
    RowView,
    drafts,
    figure_lines,
    headline,
    marks,
    own_quotes,
    plan_counts,
    remarks,
    severity_of,
    sums_sentence,
    where,
    why_unchecked,
)
from reports.parts.printing import one_line
from reports.parts.records import FindingView
from reports.parts.sentences import bracketed, text_of, waiver_sentence
from reports.renderer import RenderOptions
from reports.text import Page

name = "text"
suffix = ".txt"
binary = False

_COLOURS = {"new": "red", "changed": "yellow", "unchanged": "yellow", "unchecked": "magenta", "fixed": "green"}


def render(view: ComparisonView, options: RenderOptions) -> bytes:
    """Return the comparison as text of ``options.width`` columns, with terminal colours if ``options.color``."""
    page, lang = Page(options), options.lang
    page.line(headline(view, lang), bold=True, fg="red" if view.of("new") else None)
    page.line(sums_sentence(view, lang))
    page.line()
    if view.title:
        page.named("subject", one_line(view.title), 0)
    for called, files in drafts(view, lang):
        for file in files:
            page.line(f"{called}{page.say('colon')}{file}", hang=2)
    for plan, counts in plan_counts(view, lang):
        parts = (f"{_say(page, f'state-{state}')} {n}" for state, n in counts.items())
        page.line(f"{one_line(plan)}{page.say('colon')}{page.say('comma').join(parts)}", hang=2)
    for remark in remarks(view, lang):
        page.line(remark, hang=2, fg="yellow")
    for state in STATES:
        _section(page, view, state)
    page.line()
    page.line(page.say("tool", version=one_line(view.comparison.new.version)))
    return page.text().encode("utf-8")


def _section(page: Page, view: ComparisonView, state: State) -> None:
    rows = view.of(state)
    if state == "unchecked" and not rows:
        return
    page.line()
    page.line(f"{_say(page, f'state-{state}')} {len(rows)}", fg=_COLOURS[state] if rows else None, bold=True)
    if not rows:
        page.line(_say(page, "none"), 3)
    if rows and state in ("changed", "unchecked"):
        page.line(_say(page, f"{state}-note"))
    for row in rows:
        _row(page, view, row)


def _row(page: Page, view: ComparisonView, row: RowView) -> None:
    finding, lang, colon = row.last.finding, page.lang, page.say("colon")
    page.line(f"{row.number}. [{severity_of(row.last, lang)}] {text_of(finding.message, lang)}", hang=3)
    if view.several and row.plan:
        page.line(f"{_say(page, 'of-plan')}{colon}{one_line(row.plan)}", 3, 2)
    if row.row.why:
        page.line(f"{_say(page, 'why')}{colon}{why_unchecked(row, lang)}", 3, 2)
    for mark in marks(row, lang):
        page.line(mark, 3, 2)
    if row.state == "changed" and row.old:
        _quotes(page, row.old, _say(page, "old-draft"))
        _quotes(page, row.last, _say(page, "new-draft"))
    else:
        _quotes(page, row.last, page.say("role-plan"))
    _figures(page, row)
    if row.new:
        _to_do(page, row.new)
    page.line(f"{finding.code} {finding.rule} · {finding.fingerprint}", 3, fg="bright_black")


def _quotes(page: Page, view: FindingView, called: str) -> None:
    for quote in own_quotes(view):
        words = one_line(f"{quote.before}【{quote.text}】{quote.after}")
        page.line(f"{called}{page.say('colon')}{bracketed(words, where(quote, page.lang), page.lang)}", 3, 2)


def _figures(page: Page, row: RowView) -> None:
    if row.state not in ("new", "changed"):
        return
    for line in figure_lines(row, page.lang):
        was = f"{_say(page, 'old-draft')} {line.old or page.say('none')}" if row.state == "changed" else ""
        page.line(f"{line.title}{page.say('colon')}{bracketed(line.new or page.say('none'), was, page.lang)}", 3, 2)


def _to_do(page: Page, view: FindingView) -> None:
    finding = view.finding
    if view.basis:
        page.named("basis", one_line(view.basis.citation))
    page.named("remedy", text_of(finding.remedy, page.lang))
    page.named("responsible", page.say("list-comma").join(one_line(unit) for unit in finding.responsible))
    if finding.waiver:
        page.line(waiver_sentence(finding, page.lang), 3, 2)


def _say(page: Page, key: str) -> str:
    return say(f"compare.{key}", page.lang)
