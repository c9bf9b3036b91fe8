"""Whether findings answer the labels of a case: the same way of counting for every planted document."""

import re
from decimal import Decimal
from pathlib import Path


def _bare(text):
    return re.sub(r"\s+", "", text or "")


def _touches(label, evidence):
    text = _bare(evidence.get("text"))
    for quote in map(_bare, label["quotes"]):
        if text and len(text) <= max(4 * len(quote), 240) and (quote in text or (text in quote and len(text) > 1)):
            return True
    return False


def _figures(text):
    plain = {Decimal(n) for n in re.findall(r"\d+(?:\.\d+)?", str(text or "").replace(",", ""))}
    return plain | {n * scale for n in plain for scale in (10_000, 100_000_000)}


def _same_values(label, finding):
    wanted = _figures(label.get("actual")) | _figures(label.get("expected"))
    stated = [(finding.get(side) or {}).get("value") for side in ("actual", "expected")]
    return not wanted or all(s in (None, "") or _figures(s) & wanted for s in stated)


def answers(label, finding):
    """Whether a finding is what a label speaks of: its rule, its words, its values."""
    if finding["rule"] not in label["rule"]:
        return False
    if not label["quotes"]:
        return True
    return any(_touches(label, e) for e in finding["evidence"]) and _same_values(label, finding)


def score(case, findings):
    """Return the labels missed (by what was expected of them) and the findings that no label asked for."""
    missed = {"must": [], "should": [], "may": []}
    used = set()
    for label in case["findings"]:
        which = [n for n, finding in enumerate(findings) if answers(label, finding)]
        used.update(which)
        if not which:
            missed[label["expect"]].append(label)
    rest = [f for n, f in enumerate(findings) if n not in used and f["severity"] in ("error", "warning")]
    return missed, [f for f in rest if _is_alarm(case, f)], [f for f in rest if not _is_alarm(case, f)]


def _is_alarm(case, finding):
    plan = [
        e for e in finding["evidence"] if e["role"] == "plan" and not e["file"].startswith(Path(case["args"][-1]).stem)
    ]
    return finding["severity"] == "error" or any(_touches(right, e) for right in case["must_not"] for e in plan)
