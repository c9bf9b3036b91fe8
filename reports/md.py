"""The report as Markdown, for merge requests, wikis and mail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.judge.finding import Audit, Finding
from engine.patterns import lazy
from engine.wording import say
from reports.parts.matrix import worst_first
from reports.parts.printing import one_line
from reports.parts.records import CoverageView, FindingView, PlanView, ReportView
from reports.parts.sentences import (
    bracketed,
    counts_sentence,
    coverage_sentence,
    day,
    figures,
    in_force,
    planned_words,
    required_words,
    severity_words,
    text_of,
    waiver_sentence,
)
from reports.parts.silence import numbers_of, standard_words, told_together
from reports.parts.verdicts import grade_word, names_of, verdict_line, verdict_word
from reports.parts.view import view_of
from reports.renderer import RenderOptions

name = "md"
suffix = ".md"
binary = False

_SPECIAL = lazy(r"([\\`*_{}\[\]#|~!])")


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the audit as Markdown with tables."""
    view, lang = view_of(audit), options.lang
    several = len(view.plans) != 1
    lines: list[str] = []
    if several:
        lines += [
            f"# {say('report.title-several', lang, n=len(view.plans))}",
            "",
            counts_sentence(view.counts, lang),
            "",
            *_overview(view, lang),
        ]
    for plan in view.plans:
        lines += _plan(plan, lang, "##" if several else "#")
    if view.findings:
        lines += [f"## {say('report.findings-audit', lang)}", ""]
        lines += [line for finding in view.findings for line in _finding(finding, lang, "###")]
    lines.append(f"{say('report.tool', lang, version=escaped(audit.version))} · `{one_line(audit.rules_digest)}`")
    return ("\n".join(lines) + "\n").encode()


def _overview(view: ReportView, lang: str) -> Iterator[str]:
    """Yield a table with a row a plan, the worst first."""
    kinds = ("error", "warning", "note", "waived", "total")
    heads = [say(f"report.{key}", lang) for key in ("plan", "verdict", "grade", *(f"count-{kind}" for kind in kinds))]
    yield f"| {' | '.join(heads)} |"
    yield "|" + " --- |" * 3 + " ---: |" * len(kinds)
    plans = worst_first(view.plans)
    for plan, name in zip(plans, names_of(plans), strict=True):
        counts = [str(getattr(plan.counts, kind)) for kind in kinds]
        yield f"| {' | '.join([escaped(name), verdict_word(plan, lang), grade_word(plan, lang), *counts])} |"
    yield ""


def escaped(text: str) -> str:
    """Return foreign text on one line, with nothing in it that Markdown or HTML would act on."""
    safe = one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SPECIAL.sub(r"\\\1", safe)


def _plan(plan: PlanView, lang: str, mark: str) -> Iterator[str]:
    yield f"{mark} {escaped(plan.title)}"
    yield ""
    yield f"**{say('report.verdict', lang)}{say('report.colon', lang)}{verdict_line(plan, lang)}**"
    yield ""
    if plan.result.extraction is None:
        yield f"- {say('report.file', lang)}{say('report.colon', lang)}{escaped(plan.result.file)}"
        for view in plan.findings:
            yield f"- {escaped(text_of(view.finding.message, lang))}"
            yield f"- `{view.finding.code} {view.finding.rule} {view.finding.fingerprint}`"
        yield ""
        return
    yield f"- {counts_sentence(plan.counts, lang)}"
    facts = {
        "coverage": coverage_sentence(plan.statuses, lang),
        "file": f"{escaped(plan.result.file)} `{one_line(plan.result.sha256)}`",
        "on": day(plan.result.on, lang),
    }
    for key, words in facts.items():
        yield f"- {say(f'report.{key}', lang)}{say('report.colon', lang)}{words}"
    for remark in plan.result.remarks:
        yield f"- {escaped(text_of(remark, lang))}"
    yield from ("", f"{mark}# {say('report.findings', lang)}", "")
    if not plan.findings:
        yield from (say("report.findings-none", lang), "")
    for together in told_together(plan.findings):
        if len(together) > 1:
            yield from _silent(together, lang, f"{mark}##")
        else:
            yield from _finding(together[0], lang, f"{mark}##")
    yield from _unchecked(plan, lang, mark)
    yield from _coverage(plan, lang, mark)


def _finding(view: FindingView, lang: str, mark: str) -> Iterator[str]:
    finding = view.finding
    word = say("report.waived", lang) if finding.waiver else severity_words(finding, lang)
    colon = say("report.colon", lang)
    yield f"{mark} {view.number}. {word}{colon}{escaped(text_of(finding.message, lang))}"
    yield ""
    for quote in view.quotes:
        words = quote.text and f"{escaped(quote.before)}**{escaped(quote.text)}**{escaped(quote.after)}"
        where = quote.place.words(lang) if quote.start is not None else f"{quote.place.file} {quote.place.words(lang)}"
        role = view.law_words if quote.role == "standard" else f"role-{quote.role}"
        label = f"{say(f'report.{role}', lang)} {escaped(view.name_of(quote))}".rstrip()
        yield f"- {label}{colon}{bracketed(words, escaped(where), lang)}"
    if view.basis:
        words = bracketed(escaped(view.basis.citation), in_force(view.basis, lang), lang)
        yield f"- {say('report.basis', lang)}{colon}{words}"
    for title, formula, printed in figures(view, lang):
        yield f"- {title}{colon}{bracketed(escaped(formula), escaped(printed), lang)}"
    yield from to_do(finding, lang)
    yield from (f"- `{finding.code} {finding.rule} {finding.fingerprint}`", "")


def _silent(views: Sequence[FindingView], lang: str, mark: str) -> Iterator[str]:
    """Yield the standards on which the plan is silent under one heading, a line each."""
    colon = say("report.colon", lang)
    yield f"{mark} {numbers_of(views)}. {severity_words(views[0].finding, lang)}{colon}{say('report.silent', lang, n=len(views))}"
    yield ""
    for view in views:
        finding = view.finding
        said = bracketed(escaped(standard_words(view)), escaped(view.basis.citation if view.basis else ""), lang)
        yield f"- {view.number}\\. {said} `{finding.code} {finding.rule} {finding.fingerprint}`"
    yield ""


def to_do(finding: Finding, lang: str) -> Iterator[str]:
    """Yield the lines on what to do about a finding, by whom, and who let it stand."""
    colon = say("report.colon", lang)
    yield f"- {say('report.remedy', lang)}{colon}{escaped(text_of(finding.remedy, lang))}"
    if finding.responsible:
        units = say("report.list-comma", lang).join(finding.responsible)
        yield f"- {say('report.responsible', lang)}{colon}{escaped(units)}"
    if finding.waiver:
        yield f"- {escaped(waiver_sentence(finding, lang))}"


def _unchecked(plan: PlanView, lang: str, mark: str) -> Iterator[str]:
    if not plan.undecided:
        return
    yield from (f"{mark}# {say('report.unchecked', lang)}", "", say("report.unchecked-note", lang), "")
    for entry in plan.undecided:
        if isinstance(entry, CoverageView):
            label = escaped(entry.coverage.label)
            yield f"- {label}{say('report.colon', lang)}{escaped(text_of(entry.coverage.reason, lang))}"
        else:
            yield f"- {entry.number}. {escaped(text_of(entry.finding.message, lang))}"
    yield ""


def _coverage(plan: PlanView, lang: str, mark: str) -> Iterator[str]:
    if not plan.coverage:
        return
    yield from (f"{mark}# {say('report.coverage', lang)}", "")
    heads = [say(f"report.{key}", lang) for key in ("requirement", "required", "planned", "state", "reason")]
    yield f"| {' | '.join(heads)} |"
    yield "|" + " --- |" * len(heads)
    for row in plan.coverage:
        state = say(f"report.status-{row.coverage.status}", lang)
        cells = [row.coverage.label, required_words(row), planned_words(row), state, text_of(row.coverage.reason, lang)]
        yield f"| {' | '.join(escaped(cell) for cell in cells)} |"
    yield ""
