"""The report for programs: ``gouji/findings/1``, for several plans ``gouji/audit/1``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from engine.commitment import Metadata
from engine.document import Span
from engine.facts.fact import Figure
from engine.judge.finding import Audit, Finding
from engine.patterns import lazy
from reports.parts.printing import plain
from reports.parts.records import FindingView, PlanView
from reports.parts.view import view_of
from reports.renderer import RenderOptions

name = "json"
suffix = ".json"
binary = False

Record = dict[str, Any]

# So short a figure stands in many places of a plan.
_BARE = 2
_CLAUSE = lazy(r"[，,。；;：:、（）()…\s]")


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the audit as JSON: keys in a fixed order, amounts as plain decimal strings."""
    view = view_of(audit)
    plans = [_plan(audit, plan, options.lang) for plan in view.plans]
    if len(plans) == 1:
        return encoded(plans[0])
    findings = [finding_record(f, options.lang) for f in view.findings]
    return encoded({"schema": "gouji/audit/1", "plans": plans, "findings": findings})


def encoded(value: Mapping[str, Any]) -> bytes:
    """Return JSON in UTF-8, indented by two, with a newline at its end; half surrogates are escaped."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def document_record(file: str, sha256: str, metadata: Metadata) -> Record:
    """Return what a document says of itself; what it does not say is an empty string, an unknown year null."""
    return {
        "file": file,
        "sha256": sha256,
        "title": metadata.title,
        "number": metadata.number,
        "issuer": metadata.issuer,
        "place": metadata.place,
        "level": metadata.level,
        "year": metadata.year,
        "date": metadata.date,
    }


def span_record(span: Span) -> Record:
    """Return a place in a file and its words."""
    return {
        "file": span.file,
        "text": span.text,
        "start": span.start,
        "end": span.end,
        "page": span.page,
        "block": span.block,
        "cell": span.cell,
    }


def _told(span: Span, before: str) -> Record:
    """Return a place and its words; a bare 8个 of a format without offsets with what it is told of, which else tells it from no other."""
    record = span_record(span)
    if span.start is None and len(span.text.strip()) <= _BARE:
        record["text"] = _CLAUSE.split(before)[-1] + span.text
    return record


def decimal_text(amount: Decimal | None) -> str | None:
    """Return an amount as a plain decimal string, None for none."""
    return None if amount is None else plain(amount)


def tool_record(audit: Audit) -> Record:
    """Return what checked: version, digest of the rule cards, and the cards that were not used."""
    return {
        "name": "gouji",
        "version": audit.version,
        "rules": audit.rules_digest,
        "rules_left_out": list(audit.rules_left_out),
    }


def _plan(audit: Audit, plan: PlanView, lang: str) -> Record:
    result, counts = plan.result, plan.counts
    extraction = result.extraction
    file = extraction.document.file if extraction else result.file
    return {
        "schema": "gouji/findings/1",
        "tool": tool_record(audit),
        "plan": document_record(file, result.sha256, plan.metadata),
        "standards": [{"id": s.id, "title": s.title, "number": s.number, "file": s.file} for s in result.standards],
        "on": result.on,
        "verdict": result.verdict,
        "grade": result.grade,
        "summary": {
            "error": counts.error,
            "warning": counts.warning,
            "note": counts.note,
            "waived": counts.waived,
            "coverage": {"total": len(plan.coverage), **plan.statuses},
        },
        "findings": [finding_record(f, lang) for f in plan.findings],
        "coverage": [
            {
                "requirement": row.coverage.requirement,
                "label": row.coverage.label,
                "status": row.coverage.status,
                "reason": row.coverage.reason.in_language(lang),
                "commitment": row.coverage.commitment,
                "finding": row.coverage.finding,
                "standard": row.coverage.standard,
                "certainty": row.coverage.certainty,
                "findings": list(row.coverage.findings),
            }
            for row in plan.coverage
        ],
        "remarks": [remark.in_language(lang) for remark in result.remarks],
        "previous": result.previous,
    }


def finding_record(view: FindingView, lang: str) -> Record:
    """Return a finding in one language."""
    finding = view.finding
    law = finding.standard
    return {
        "fingerprint": finding.fingerprint,
        "key": finding.key,
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "certainty": finding.certainty,
        "message": finding.message.in_language(lang),
        "remedy": finding.remedy.in_language(lang),
        "label": finding.label,
        "indicator": finding.indicator,
        "expected": _figure(finding.expected),
        "actual": _figure(finding.actual),
        "difference": _difference(finding.difference),
        "evidence": [
            {"role": e.role, **({"earlier": True} if e.earlier else {}), **_told(e.span, view.before(e))}
            for e in finding.evidence
        ],
        "standard": {"id": law.id, "requirement": law.requirement, "citation": law.citation} if law else None,
        "waiver": _waiver(finding),
        "group": finding.group,
        "title": finding.title.in_language(lang),
        "item": finding.item,
        "responsible": list(finding.responsible),
        "trace": _trace(finding, lang),
        "rests_on": list(finding.rests_on),
    }


def _figure(figure: Figure | None) -> Record | None:
    if figure is None:
        return None
    value, high = decimal_text(figure.value), decimal_text(figure.high)
    return {"op": figure.op, "value": value, "high": high, "unit": figure.unit, "text": figure.text}


def _difference(difference: tuple[Decimal, str] | None) -> Record | None:
    return None if difference is None else {"value": plain(difference[0]), "unit": difference[1]}


def _waiver(finding: Finding) -> Record | None:
    waiver = finding.waiver
    if waiver is None:
        return None
    return {"reason": waiver.reason, "approved_by": waiver.approved_by, "until": waiver.until}


def _trace(finding: Finding, lang: str) -> Sequence[str]:
    return [step.in_language(lang) for step in finding.trace]
