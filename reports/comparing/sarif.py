"""The comparison as SARIF 2.1.0: the report on the new draft, each result with its ``baselineState`` (§3.27.24).

What was put right is ``absent``. What the new check could not have found again is ``absent`` too, since the current run
does not have it, but its kind is ``open``: no conclusion was reached.
"""

from __future__ import annotations

import json
from typing import Any

from engine.judge.comparison import State
from reports import sarif
from reports.comparing.view import ComparisonView, headline, remarks, why_unchecked
from reports.json import encoded
from reports.parts.records import ReportView
from reports.renderer import RenderOptions

name = "sarif"
suffix = ".sarif"
binary = False

Record = dict[str, Any]
_BASELINE: dict[State, str] = {
    "new": "new",
    "changed": "updated",
    "unchanged": "unchanged",
    "unchecked": "absent",
    "fixed": "absent",
}


def render(view: ComparisonView, options: RenderOptions) -> bytes:
    """Return the comparison as a SARIF log of one run: the new draft's results as its report has them, then the absent."""
    log, old_log = (json.loads(sarif.render(a, options)) for a in (view.comparison.new, view.comparison.old))
    run, old_run = log["runs"][0], old_log["runs"][0]
    new, old = _results(view.new, run), _results(view.old, old_run)
    for row in view.rows:
        result = new.get(id(row.row.new)) or _absent(old[id(row.row.old)], why_unchecked(row, options.lang))
        result["baselineState"] = _BASELINE[row.state]
        result["properties"] |= {"state": row.state, "otherFigure": row.row.other_figure, "waiver": row.row.waiver}
        if row.row.old:
            result["properties"]["oldFingerprint"] = row.row.old.fingerprint
        if row.new is None:
            run["results"].append(result)
    _merge_rules(run, old_run)
    told = [{"level": "warning", "message": {"text": words}} for words in remarks(view, options.lang)]
    run["invocations"][0].setdefault("toolExecutionNotifications", []).extend(told)
    run["properties"]["headline"] = headline(view, options.lang)
    return encoded(log)


def _results(view: ReportView, run: Record) -> dict[int, Record]:
    """Return the results by the finding that each stands for: a log has them in the order of its report."""
    return {id(f.finding): result for f, result in zip(view.all_findings(), run["results"], strict=True)}


def _absent(result: Record, why: str) -> Record:
    """Return a result of the old log as one of the new log, whose files and rules have other numbers."""
    for location in (*result["locations"], *result["relatedLocations"]):
        location["physicalLocation"]["artifactLocation"].pop("index", None)
    if why:
        result |= {"kind": "open", "level": "none"}
        result["message"]["text"] += f" ({why})"
    return result


def _merge_rules(run: Record, old: Record) -> None:
    """Describe the rules of absent results too, and number the rules afresh."""
    driver = run["tool"]["driver"]
    known = {rule["id"]: rule for rule in (*old["tool"]["driver"]["rules"], *driver["rules"])}
    order = sorted({result["ruleId"] for result in run["results"]})
    driver["rules"] = [known[rule] for rule in order]
    for result in run["results"]:
        result["ruleIndex"] = order.index(result["ruleId"])
