"""One line for the whole plan: the verdict, and the grade of a performance-target review."""

from __future__ import annotations

from collections.abc import Iterable

from engine.judge.finding import Coverage, Finding, Grade, Overall


def overall(
    findings: Iterable[Finding], coverage: Iterable[Coverage], affiliation_known: bool, *, proven: bool = True
) -> Overall:
    """Return ``non-compliant`` for any certain error, ``review`` for what a person must settle, else ``compliant``.

    To settle are errors to be confirmed, a binding requirement that is indeterminate, what could not be read (a sheet's
    formula without a value), and any comparison with a document that is not known to be above the plan's place. Findings
    that were waived do not count. ``proven`` is False when nothing was there to be checked: silence is never compliance.
    """
    if not affiliation_known:
        return "review"
    counted = [f for f in findings if not f.waiver]
    errors = [f for f in counted if f.severity == "error"]
    if any(f.certainty == "certain" for f in errors):
        return "non-compliant"
    unread = any(f.group == "tool" and f.severity != "note" for f in counted)
    open_ended = unread or any(c.status == "indeterminate" and c.binds for c in coverage)
    return "review" if errors or open_ended or not proven else "compliant"


def grade(findings: Iterable[Finding]) -> Grade:
    """Return 优, 良, 中 or 差 as reviews of performance targets do (财预〔2015〕88号).

    差 a certain error against a standard, 中 any other error, 良 warnings only, 优 nothing above a note.
    """
    counted = [f for f in findings if not f.waiver]
    errors = [f for f in counted if f.severity == "error"]
    if any(f.group == "conformance" and f.certainty == "certain" for f in errors):
        return "差"
    if errors:
        return "中"
    return "良" if any(f.severity == "warning" for f in counted) else "优"
