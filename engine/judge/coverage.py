"""What became of every requirement, with one denominator: nothing unchecked is ever counted as met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from engine.facts.fact import Fact, Value
from engine.judge.finding import Certainty, Coverage, Finding, Status
from engine.wording import Text, phrase

Fields = Mapping[str, Value]


class _Answers(Struct, frozen=True):
    """The facts of one plan, by the requirement that they speak of."""

    commitments: dict[str, Fact] = field(default_factory=dict)
    matches: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    refusals: dict[str, list[Fact]] = field(default_factory=lambda: defaultdict(list))
    items: set[str] = field(default_factory=set)
    findings: dict[tuple[str, str], list[Finding]] = field(default_factory=lambda: defaultdict(list))


def coverage(facts: Iterable[Fact], findings: Iterable[Finding]) -> tuple[Coverage, ...]:
    """Return the status of every requirement fact, with the reason, in the order of standard and requirement.

    ``conforms`` takes a figure whose values all lie inside the standard's (for a duty: that the matter is there);
    ``violates`` a finding that says so. A finding that was waived still tells the status.
    """
    listed = list(facts)
    answers = _gathered(listed, findings)
    requirements = [f for f in listed if f.fields["kind"] == "requirement"]
    covered = [_covered(requirement, answers) for requirement in requirements]
    return tuple(sorted(covered, key=lambda c: (c.standard, c.requirement)))


def _gathered(facts: Sequence[Fact], findings: Iterable[Finding]) -> _Answers:
    answers = _Answers()
    for fact in facts:
        match fact.fields["kind"]:
            case "commitment":
                answers.commitments[str(fact.fields["id"])] = fact
            case "match":
                answers.matches[str(fact.fields["requirement"])].append(fact)
            case "refusal":
                answers.refusals[str(fact.fields["requirement"])].append(fact)
            case "item-match":
                answers.items.add(str(fact.fields["requirement"]))
    for finding in findings:
        if finding.standard:
            answers.findings[finding.standard.id, finding.standard.requirement].append(finding)
    return answers


class _Outcome(Struct, frozen=True):
    status: Status
    reason: Text
    commitment: str | None = None
    finding: str | None = None
    certainty: Certainty = "certain"


def _covered(requirement: Fact, answers: _Answers) -> Coverage:
    fields = requirement.fields
    label = str(fields.get("label", ""))
    outcome = (
        _inapplicable(requirement, answers)
        or _found(requirement, answers)
        or _matched(requirement, answers)
        or _unmatched(requirement, answers)
    )
    about = answers.findings.get((str(fields.get("standard", "")), str(fields["id"])), ())
    first = outcome.finding or next((f.fingerprint for f in about if f.verdict == outcome.status), None)
    shown = sorted(about, key=lambda f: (f.fingerprint != first, f.verdict != outcome.status))
    return Coverage(
        requirement=str(fields["id"]),
        standard=str(fields.get("standard", "")),
        label=label,
        status=outcome.status,
        reason=outcome.reason,
        commitment=outcome.commitment,
        finding=first,
        certainty=outcome.certainty,
        binds=fields.get("strength") != 1,
        formula=str(fields.get("formula", "")),
        findings=tuple(finding.fingerprint for finding in shown),
    )


def _inapplicable(requirement: Fact, answers: _Answers) -> _Outcome | None:
    """Return why a requirement does not bind this plan today; one of unknown state is left open instead."""
    fields = requirement.fields
    state, binding = fields.get("state"), fields.get("binding")
    reason = None
    if fields.get("applies") is False:
        reason = phrase("judge.other-level")
    elif binding == "target" and state in ("in-force", "not-yet"):
        reason = _distance(requirement, answers)
    elif state in ("not-yet", "repealed"):
        reason = phrase(f"judge.{state}")
    elif fields.get("upper_total") is True:
        reason = phrase("judge.upper-total")
    elif binding == "reference":
        reason = phrase("judge.reference")
    if reason is None:
        return _Outcome("indeterminate", phrase("judge.state-unknown")) if state == "unknown" else None
    return _Outcome("not-applicable", (requirement.said or {}).get("why_not", reason))


def _distance(requirement: Fact, answers: _Answers) -> Text:
    for match in answers.matches.get(str(requirement.fields["id"]), ()):
        commitment = answers.commitments.get(str(match.fields["commitment"]))
        if commitment:
            return phrase("judge.target-distance", required=_printed(requirement), printed=_printed(commitment))
    return phrase("judge.target-later")


def _found(requirement: Fact, answers: _Answers) -> _Outcome | None:
    """Return what a finding settled: a violation, or a doubt that is more than a note."""
    for status, words in (("violates", "violates"), ("indeterminate", "in-doubt")):
        for finding in _of_status(requirement, status, answers):
            if status == "violates" or finding.severity != "note":
                reason = phrase(f"judge.{words}", title=finding.title)
                commitment = _commitment_of(finding, requirement, answers)
                return _Outcome(finding.verdict, reason, commitment, finding.fingerprint, finding.certainty)
    return None


def _of_status(requirement: Fact, status: str, answers: _Answers) -> list[Finding]:
    key = (str(requirement.fields.get("standard", "")), str(requirement.fields["id"]))
    return [finding for finding in answers.findings.get(key, ()) if finding.verdict == status]


def _commitment_of(finding: Finding, requirement: Fact, answers: _Answers) -> str | None:
    """Return which of the figures that answer a requirement a finding speaks of, the first where it shows none of them."""
    pairs = answers.matches.get(str(requirement.fields["id"]), [])
    shown = {evidence.span for evidence in finding.evidence}

    def elsewhere(name: str) -> bool:
        fact = answers.commitments.get(name)
        return fact is None or not any(evidence.span in shown for evidence in fact.evidence)

    names = (str(pair.fields["commitment"]) for pair in pairs)
    return min(names, key=lambda name: (elsewhere(name), name), default=None)


def _matched(requirement: Fact, answers: _Answers) -> _Outcome | None:
    """Return what the figures themselves prove: the weakest of them decides."""
    matches = answers.matches.get(str(requirement.fields["id"]), [])
    if not matches:
        return None
    outcomes = [_of_match(requirement, match, answers) for match in matches]
    return next((one for one in outcomes if one.status != "conforms"), None) or min(
        outcomes, key=lambda one: (one.certainty == "certain", one.commitment or "")
    )


def _of_match(requirement: Fact, match: Fact, answers: _Answers) -> _Outcome:
    commitment = answers.commitments.get(str(match.fields["commitment"]))
    certainty: Certainty = "review" if match.fields.get("certainty") == "review" else "certain"
    doubt = _doubt(requirement.fields, match.fields, commitment.fields if commitment else {})
    words = {
        "label": str(requirement.fields.get("label", "")),
        "printed": _printed(commitment),
        "required": _printed(requirement),
    }
    reason = phrase(f"judge.{doubt or 'conforms'}", **words)
    return _Outcome("indeterminate" if doubt else "conforms", reason, str(match.fields["commitment"]), None, certainty)


def _doubt(requirement: Fields, match: Fields, commitment: Fields) -> str:
    """Return the sentence that says why a match proves nothing, or nothing when it proves conformance."""
    containment = match.get("containment")
    gap = match.get("strength_gap", 0)
    tests = [
        (match.get("scope_relation") == "disjoint", "scope-differs"),
        (containment == "boundary", "boundary"),
        (containment == "outside", "outside"),
        (containment != "inside" and requirement.get("approximate") is True, "approximate-standard"),
        (containment != "inside" and commitment.get("approximate") is True, "approximate"),
        (containment != "inside", "undecided"),
        (isinstance(gap, int) and gap > 0, "weaker"),
        (match.get("scope_relation") == "narrower", "narrower"),
        (requirement.get("verified") is False, "unverified"),
    ]
    return next((words for holds, words in tests if holds), "")


def _unmatched(requirement: Fact, answers: _Answers) -> _Outcome:
    fields = requirement.fields
    there = fields.get("addressed") is True or fields["id"] in answers.items
    if there and (fields.get("binding") == "duty" or fields.get("whole_item") is True):
        return _Outcome("conforms", phrase("judge.addressed"))
    refusals = answers.refusals.get(str(fields["id"]), [])
    if refusals:
        return _refused(requirement, refusals[0], answers)
    return _Outcome("not-addressed", phrase("judge.no-figure" if there else "judge.not-addressed"))


def _refused(requirement: Fact, refusal: Fact, answers: _Answers) -> _Outcome:
    commitment = str(refusal.fields["commitment"])
    said = refusal.said or {}
    words = {
        "printed": said.get("ours") or _printed(answers.commitments.get(commitment)),
        "required": said.get("theirs") or _printed(requirement),
    }
    return _Outcome("indeterminate", phrase(f"judge.refused-{refusal.fields['reason']}", **words), commitment)


def _printed(fact: Fact | None) -> str | Text:
    if fact is None:
        return phrase("judge.unstated")
    return str(fact.fields.get("printed") or (fact.figure.text if fact.figure else "")) or phrase("judge.unstated")
