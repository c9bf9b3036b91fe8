"""The comparison for programs: ``gouji/comparison/1``."""

from __future__ import annotations

from typing import Any

from reports.comparing.view import ComparisonView, RowView, headline, plan_counts, remarks, why_unchecked
from reports.json import document_record, encoded, finding_record, tool_record
from reports.parts.records import FindingView, PlanView, ReportView
from reports.renderer import RenderOptions

name = "json"
suffix = ".json"
binary = False

Record = dict[str, Any]


def render(view: ComparisonView, options: RenderOptions) -> bytes:
    """Return the comparison as JSON; a finding has the form that it has in ``gouji/findings/1``."""
    lang, counts = options.lang, view.comparison.counts
    both = counts["changed"] + counts["unchanged"]
    totals = {"old": both + counts["unchecked"] + counts["fixed"], "new": both + counts["new"]}
    return encoded(
        {
            "schema": "gouji/comparison/1",
            "tool": tool_record(view.comparison.new),
            "old": _draft(view.old),
            "new": _draft(view.new),
            "two_plans": view.comparison.two_plans,
            "headline": headline(view, lang),
            "summary": {"findings": totals, **counts},
            "plans": [{"plan": plan, **of_plan} for plan, of_plan in plan_counts(view, lang)],
            "remarks": list(remarks(view, lang)),
            "rows": [_row(row, lang) for row in view.rows],
        }
    )


def _draft(view: ReportView) -> Record:
    return {
        "version": view.audit.version,
        "rules": view.audit.rules_digest,
        "plans": [
            {"plan": _document(plan), "on": plan.result.on, "verdict": plan.result.verdict} for plan in view.plans
        ],
    }


def _document(plan: PlanView) -> Record:
    extraction = plan.result.extraction
    file = extraction.document.file if extraction else plan.result.file
    return document_record(file, plan.result.sha256, plan.metadata)


def _row(row: RowView, lang: str) -> Record:
    return {
        "state": row.state,
        "plan": row.plan,
        "other_figure": row.row.other_figure,
        "waiver": row.row.waiver or None,
        "why": why_unchecked(row, lang) or None,
        "old": _finding(row.old, lang),
        "new": _finding(row.new, lang),
    }


def _finding(view: FindingView | None, lang: str) -> Record | None:
    return finding_record(view, lang) if view else None
