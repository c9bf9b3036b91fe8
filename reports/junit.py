"""The report as JUnit XML, for CI servers: a suite a plan, a case a finding and a case a requirement without one.

An error fails its case; a warning or note passes with its words as output; what is waived or could not be judged is
skipped, which is not the same as passed.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from engine.judge.finding import Audit
from reports.parts.printing import one_line
from reports.parts.records import CoverageView, FindingView, PlanView
from reports.parts.sentences import figures, severity_words, text_of, waiver_sentence
from reports.parts.verdicts import verdict_line
from reports.parts.view import view_of
from reports.renderer import RenderOptions

name = "junit"
suffix = ".xml"
binary = False


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the audit as JUnit XML in UTF-8."""
    view = view_of(audit)
    root = Element("testsuites", name="gouji")
    for plan in view.plans:
        _suite(root, plan, options.lang)
    if view.findings:
        suite = SubElement(root, "testsuite", name="gouji")
        for finding in view.findings:
            _case(suite, finding, "gouji", options.lang)
        _count(suite)
    _count(root)
    indent(root)
    body: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def _suite(root: Element, plan: PlanView, lang: str) -> None:
    file = one_line(plan.result.file)
    suite = SubElement(root, "testsuite", name=file)
    properties = SubElement(suite, "properties")
    facts = {"verdict": plan.result.verdict, "grade": plan.result.grade, "on": plan.result.on}
    for key, value in {**facts, "sha256": plan.result.sha256}.items():
        SubElement(properties, "property", name=key, value=one_line(value))
    for finding in plan.findings:
        _case(suite, finding, file, lang)
    for row in plan.coverage:
        if row.finding is None:
            _requirement(suite, row, file, lang)
    SubElement(suite, "system-out").text = verdict_line(plan, lang)
    _count(suite)


def _case(suite: Element, view: FindingView, file: str, lang: str) -> None:
    finding = view.finding
    message = text_of(finding.message, lang)
    case = SubElement(suite, "testcase", classname=f"{file}.{finding.rule}", name=f"{finding.code} {message}")
    if finding.waiver:
        SubElement(case, "skipped", message=waiver_sentence(finding, lang))
    elif finding.severity == "error":
        failure = SubElement(case, "failure", type=finding.rule, message=message)
        failure.text = _details(view, lang)
        return
    SubElement(case, "system-out").text = _details(view, lang)


def _details(view: FindingView, lang: str) -> str:
    finding = view.finding
    quotes = [f"{one_line(q.place.file)} {q.place.words(lang)}: {one_line(q.text)}" for q in view.quotes]
    law = [one_line(finding.standard.citation)] if finding.standard else []
    amounts = [f"{title}: {formula}" for title, formula, _ in figures(view, lang)]
    lines = [severity_words(finding, lang), *quotes, *law, *amounts, text_of(finding.remedy, lang), finding.fingerprint]
    return "\n".join(lines)


def _requirement(suite: Element, row: CoverageView, file: str, lang: str) -> None:
    coverage = row.coverage
    label = f"{one_line(coverage.requirement)} {one_line(coverage.label)}"
    case = SubElement(suite, "testcase", classname=f"{file}.{one_line(coverage.standard)}", name=label)
    reason = text_of(coverage.reason, lang)
    if coverage.status == "violates":
        SubElement(case, "failure", type=coverage.status, message=reason)
    elif coverage.status != "conforms":
        SubElement(case, "skipped", message=f"{coverage.status}: {reason}")


def _count(suite: Element) -> None:
    for key, path in (("tests", "testcase"), ("failures", "failure"), ("skipped", "skipped")):
        suite.set(key, str(sum(1 for _ in suite.iter(path))))
    suite.set("errors", "0")
