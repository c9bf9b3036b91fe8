"""The report as SARIF 2.1.0, for code review and CI tools (OASIS Standard, errata 01).

Offsets count Unicode code points. A waived finding is suppressed, never left out. Every result states its level, since
SARIF would otherwise take it for a warning.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote as percent

from msgspec import Struct, field

from engine.document import Document
from engine.judge.finding import SEVERITIES, Audit, Finding
from engine.wording import say
from reports.json import encoded
from reports.parts.printing import one_line
from reports.parts.quotes import Quote
from reports.parts.records import FindingView, ReportView
from reports.parts.sentences import text_of, waiver_sentence
from reports.parts.view import view_of
from reports.renderer import RenderOptions

name = "sarif"
suffix = ".sarif"
binary = False

Record = dict[str, Any]
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the audit as a SARIF log of one run, with each plan as an artifact."""
    view = view_of(audit)
    files = _Files(view)
    findings = [f.finding for f in view.all_findings()]
    order = sorted({f.rule for f in findings})
    results = [_result(f, files, order, options.lang) for f in view.all_findings()]
    run = {
        "tool": {"driver": _driver(audit, findings, order, options.lang)},
        "automationDetails": {"id": f"gouji/{'+'.join(sorted({p.on for p in audit.plans if p.on}))}/"},
        "invocations": [_invocation(audit, options)],
        "language": "zh-CN" if options.lang == "zh" else "en",
        "columnKind": "unicodeCodePoints",
        "artifacts": files.records(),
        "results": results,
        "properties": {"plans": [_plan(p.file, p.verdict, p.grade, p.on) for p in audit.plans]},
    }
    return encoded({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _invocation(audit: Audit, options: RenderOptions) -> Record:
    """Return how the run ended; a plan that could not be read is told as a notification too."""
    unread = [p.file for p in audit.plans if p.extraction is None]
    made: Record = {"executionSuccessful": not unread}
    if options.exit_code is not None:
        words = say(f"report.exit-{options.exit_code}", options.lang)
        made |= {"exitCode": options.exit_code, "exitCodeDescription": words}
    if unread:
        words = say("report.unreadable", options.lang)
        made["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": {"text": words},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(file)}}}],
            }
            for file in unread
        ]
    return made


def _plan(file: str, verdict: str, grade: str, on: str) -> Record:
    return {"file": file, "verdict": verdict, "grade": grade, "on": on}


def _driver(audit: Audit, findings: Sequence[Finding], order: Sequence[str], lang: str) -> Record:
    by_rule = {f.rule: f for f in sorted(findings, key=lambda f: -SEVERITIES.index(f.severity))}  # the gravest stays
    rules = [_rule(by_rule[rule], lang) for rule in order]
    driver = {"name": "gouji", "version": audit.version, "rules": rules}
    return {**driver, "properties": {"rules": audit.rules_digest}}


def _rule(finding: Finding, lang: str) -> Record:
    return {
        "id": finding.rule,
        "shortDescription": {"text": text_of(finding.title, lang)},
        "defaultConfiguration": {"level": finding.severity},
        "properties": {"code": finding.code, "group": finding.group},
    }


class _Files(Struct, frozen=True):
    """The files of the plans: their place among the artifacts, and their text for lines and columns."""

    view: ReportView
    lines: dict[tuple[str, int], list[int]] = field(default_factory=dict)

    def _names(self) -> list[str]:
        return [p.result.extraction.document.file if p.result.extraction else p.result.file for p in self.view.plans]

    def records(self) -> list[Record]:
        """Return the artifacts: the plans in the order given, with their SHA-256."""
        pairs = zip(self._names(), self.view.plans, strict=True)
        return [
            {
                "location": {"uri": _uri(name)},
                "roles": ["analysisTarget"],
                **({"hashes": {"sha-256": plan.result.sha256}} if plan.result.sha256 else {}),
            }
            for name, plan in pairs
        ]

    def location(self, quote: Quote, lang: str) -> Record:
        """Return where a quote stands, with its words; places that SARIF has no form for go into the message."""
        names = self._names()
        artifact: Record = {"uri": _uri(quote.place.file)}
        if quote.place.file in names:
            artifact["index"] = names.index(quote.place.file)
        physical = {"artifactLocation": artifact}
        region = self._region(quote)
        if region:
            physical["region"] = region
        words = quote.place.words(lang)
        found: Record = {"physicalLocation": physical}
        if quote.place.item_title:
            found["logicalLocations"] = [{"name": one_line(quote.place.item_title), "kind": "element"}]
        return {**found, "message": {"text": f"{words} {quote.text}".strip() or quote.place.file}}

    def _region(self, quote: Quote) -> Record:
        documents = [p.result.extraction.document for p in self.view.plans if p.result.extraction]
        found = ((document, document.part_of(quote.place.file)) for document in documents)
        home, part = next(((document, part) for document, part in found if part), (None, None))
        if home is None or part is None or not part.in_file or quote.start is None or quote.end is None:
            return {}
        starts = self._line_starts(home, part.start)
        first, last = (bisect_right(starts, offset) - 1 for offset in (quote.start, quote.end))
        return {
            "startLine": first + 1,
            "startColumn": quote.start - starts[first] + 1,
            "endLine": last + 1,
            "endColumn": quote.end - starts[last] + 1,
            "charOffset": quote.start - part.start,
            "charLength": quote.end - quote.start,
            "snippet": {"text": home.text[quote.start : quote.end]},
        }

    def _line_starts(self, document: Document, start: int) -> list[int]:
        """Return where the lines of a part of a document begin, counted once for each."""
        known = self.lines.get((document.file, start))
        if known is None:
            ends = re.compile("\n").finditer(document.text, start)
            known = self.lines[document.file, start] = [start, *(m.end() for m in ends)]
        return known


def _uri(file: str) -> str:
    return percent(file.replace("\\", "/").encode("utf-8", "replace"), safe="/")


def _result(view: FindingView, files: _Files, order: Sequence[str], lang: str) -> Record:
    finding = view.finding
    own = [q for q in view.quotes if q.role != "standard"]
    chief = next((q for q in own if q.role in ("plan", "total")), own[0] if own else None)
    related = [q for q in view.quotes if q is not chief]
    record: Record = {
        "ruleId": finding.rule,
        "ruleIndex": order.index(finding.rule),
        **_kind(finding),
        "message": {"text": text_of(finding.message, lang)},
        "locations": [files.location(chief, lang)] if chief else [],
        "relatedLocations": _numbered(files.location(q, lang) for q in related),
        "partialFingerprints": {
            "gouji/v1": finding.fingerprint,
            "goujiKey/v1": finding.key,
            "primaryLocationLineHash": finding.fingerprint,  # the one that GitHub matches by
        },
        "properties": _properties(view, lang),
    }
    if finding.waiver:
        words = waiver_sentence(finding, lang)
        record["suppressions"] = [{"kind": "external", "status": "accepted", "justification": words}]
    return record


def _kind(finding: Finding) -> Record:
    """Return kind and level. What is only told and found right is no failure, and has no level then (§3.27.10)."""
    if finding.severity == "note" and finding.verdict == "conforms":
        return {"kind": "informational", "level": "none"}
    return {"kind": "fail", "level": finding.severity}


def _numbered(locations: Iterable[Record]) -> list[Record]:
    return [{"id": n, **location} for n, location in enumerate(locations, 1)]


def _properties(view: FindingView, lang: str) -> Record:
    finding = view.finding
    return {
        "severity": finding.severity,
        "verdict": finding.verdict,
        "certainty": finding.certainty,
        "remedy": text_of(finding.remedy, lang),
        "citation": one_line(finding.standard.citation) if finding.standard else "",
        "responsible": [one_line(unit) for unit in finding.responsible],
    }
