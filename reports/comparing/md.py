"""The comparison as Markdown, for merge requests, wikis and mail."""

from __future__ import annotations

from collections.abc import Iterator

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
from reports.md import escaped, to_do
from reports.parts.printing import one_line
from reports.parts.records import FindingView
from reports.parts.sentences import bracketed, text_of
from reports.renderer import RenderOptions

name = "md"
suffix = ".md"
binary = False


def render(view: ComparisonView, options: RenderOptions) -> bytes:
    """Return the comparison as Markdown: a section for each state, a table of both drafts' figures where they differ."""
    return ("\n".join(_page(view, options.lang)) + "\n").encode()


def _page(view: ComparisonView, lang: str) -> Iterator[str]:
    title = say("compare.title", lang)
    yield f"# {title}{say('report.colon', lang)}{escaped(view.title)}" if view.title else f"# {title}"
    yield from ("", f"**{escaped(headline(view, lang))}**", "", f"- {sums_sentence(view, lang)}")
    for called, files in drafts(view, lang):
        yield from (f"- {called}{say('report.colon', lang)}{escaped(file)}" for file in files)
    yield from (f"- {escaped(remark)}" for remark in remarks(view, lang))
    yield from _plans(view, lang)
    for state in STATES:
        yield from _section(view, state, lang)
    yield from ("", say("report.tool", lang, version=escaped(view.comparison.new.version)))


def _plans(view: ComparisonView, lang: str) -> Iterator[str]:
    counted = plan_counts(view, lang)
    if not counted:
        return
    heads = [say("compare.of-plan", lang), *(say(f"compare.state-{state}", lang) for state in STATES)]
    yield from ("", f"| {' | '.join(heads)} |", "|" + " --- |" * len(heads))
    for plan, counts in counted:
        yield f"| {' | '.join([escaped(plan), *map(str, counts.values())])} |"


def _section(view: ComparisonView, state: State, lang: str) -> Iterator[str]:
    rows = view.of(state)
    if state == "unchecked" and not rows:
        return
    yield from ("", f"## {say(f'compare.state-{state}', lang)} {len(rows)}")
    if not rows:
        yield from ("", say("compare.none", lang))
    elif state in ("changed", "unchecked"):
        yield from ("", say(f"compare.{state}-note", lang))
    for row in rows:
        yield from _row(view, row, lang)


def _row(view: ComparisonView, row: RowView, lang: str) -> Iterator[str]:
    finding, colon = row.last.finding, say("report.colon", lang)
    yield from (
        "",
        f"### {row.number}. {severity_of(row.last, lang)}{colon}{escaped(text_of(finding.message, lang))}",
        "",
    )
    if view.several and row.plan:
        yield f"- {say('compare.of-plan', lang)}{colon}{escaped(row.plan)}"
    if row.row.why:
        yield f"- {say('compare.why', lang)}{colon}{escaped(why_unchecked(row, lang))}"
    yield from (f"- {escaped(mark)}" for mark in marks(row, lang))
    if row.state == "changed" and row.old:
        yield from _quotes(row.old, say("compare.old-draft", lang), lang)
        yield from _quotes(row.last, say("compare.new-draft", lang), lang)
    else:
        yield from _quotes(row.last, say("report.role-plan", lang), lang)
    if row.new:
        if row.new.basis:
            yield f"- {say('report.basis', lang)}{colon}{escaped(row.new.basis.citation)}"
        yield from to_do(row.new.finding, lang)
    yield f"- `{one_line(finding.code)} {one_line(finding.rule)} {one_line(finding.fingerprint)}`"
    yield from _figures(row, lang)


def _quotes(view: FindingView, called: str, lang: str) -> Iterator[str]:
    for quote in own_quotes(view):
        words = f"{escaped(quote.before)}**{escaped(quote.text)}**{escaped(quote.after)}"
        yield f"- {called}{say('report.colon', lang)}{bracketed(words, escaped(where(quote, lang)), lang)}"


def _figures(row: RowView, lang: str) -> Iterator[str]:
    lines = figure_lines(row, lang) if row.state in ("new", "changed") else ()
    if not lines:
        return
    heads = [say(f"compare.{draft}", lang) for draft in ("old-draft", "new-draft")]
    yield from ("", f"| | {heads[0]} | {heads[1]} |", "| --- | --- | --- |")
    for line in lines:
        yield f"| {line.title} | {escaped(line.old)} | {escaped(line.new)} |"
