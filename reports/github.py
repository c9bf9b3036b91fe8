"""The report as annotations of GitHub Actions: one ``::error file=…,line=…::`` a finding, at its place in the plan.

The runner reads them from standard output and shows them beside the changed file. Values are escaped as its toolkit
escapes them (@actions/core, ``command.ts``), so that a plan's words can neither end a command nor begin one.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.judge.finding import Audit
from engine.wording import say
from reports.parts.printing import one_line
from reports.parts.records import FindingView
from reports.parts.sentences import bracketed, counts_sentence, severity_words, text_of, waiver_sentence
from reports.parts.verdicts import verdict_line
from reports.parts.view import view_of
from reports.renderer import RenderOptions

name = "github"
suffix = ".log"
binary = False

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice", "waived": "notice"}


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return a line a finding, then the verdict on each plan and the counts as plain lines of the log."""
    view, lang = view_of(audit), options.lang
    lines = [_annotation(finding, lang) for finding in view.all_findings()]
    for plan in view.plans:
        verdict = verdict_line(plan, lang)
        lines.append(f"{say('report.verdict', lang)}{say('report.colon', lang)}{verdict} {one_line(plan.title)}")
    lines.append(counts_sentence(view.counts, lang))
    return ("\n".join(lines) + "\n").encode()


def _annotation(view: FindingView, lang: str) -> str:
    finding = view.finding
    word = say("report.waived", lang) if finding.waiver else severity_words(finding, lang)
    title = bracketed(f"{finding.code} {text_of(finding.title, lang)}", word, lang)
    place = {**dict(_place(view)), "title": title}
    told = ",".join(f"{key}={_escaped_value(value)}" for key, value in place.items())
    remedy = f"{say('report.remedy', lang)}{say('report.colon', lang)}{text_of(finding.remedy, lang)}"
    words = [text_of(finding.message, lang), remedy, waiver_sentence(finding, lang)]
    words.append(f"{finding.rule} {finding.fingerprint}")
    return f"::{_COMMANDS[view.state]} {told}::{_escaped(chr(10).join(filter(None, words)))}"


def _place(view: FindingView) -> Iterator[tuple[str, str]]:
    """Yield file and line of the plan's words, or of what stands for them; a binary file has no lines."""
    own = view.side("plan", "total", "part")
    if own:
        yield "file", one_line(own[0].place.file).replace("\\", "/")
        if own[0].place.line is not None:
            yield "line", str(own[0].place.line)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_value(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
