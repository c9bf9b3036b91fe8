"""An audit: several plans together, and what concerns none of them alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from engine.check import hits_of
from engine.decision import Decision
from engine.facts.fact import Fact
from engine.judge.card import Card
from engine.judge.finding import SEVERITIES, Audit, Finding, PlanResult
from engine.judge.judge import judge
from engine.judge.waivers import WaiverEntry, record_fact, waived, waiver_facts
from engine.match.indexed import IndexedMatcher
from engine.match.rule import Matcher
from engine.resolve.decided import Decided
from engine.wording import phrase

_TOLD_FIRST = ("no-indicator", "ambiguous")  # why a decision was not followed, where several plans give several reasons


def exit_code(audit: Audit, fail_on: str) -> int:
    """Return 2 when no plan could be read, 1 for findings at or above ``fail_on`` that nobody lets stand, else 0.

    ``fail_on`` is a severity or ``never``.
    """
    if all(plan.extraction is None for plan in audit.plans):
        return 2
    enough = [severity for severity in SEVERITIES if fail_on in SEVERITIES[SEVERITIES.index(severity) :]]
    findings = [*(f for plan in audit.plans for f in plan.findings), *audit.findings]
    return int(any(f.severity in enough for f in findings if not f.waiver))


def audit_findings(
    facts: Iterable[Fact],
    cards: Sequence[Card],
    matcher: Matcher | None = None,
    waivers: Sequence[WaiverEntry] = (),
    today: date | None = None,
) -> tuple[Finding, ...]:
    """Return what the cards say of facts about an audit as a whole; waivers hold for these findings too."""
    listed = list(facts)
    if not listed:
        return ()
    hits = hits_of(cards, listed, matcher or IndexedMatcher(), "")
    return waived(judge(cards, hits), waivers, today)


def office_facts(
    plans: Sequence[PlanResult],
    decisions: Sequence[Decision],
    decided: Sequence[Decided],
    waivers: Sequence[WaiverEntry],
    today: date | None,
) -> Iterator[Fact]:
    """Yield a fact for each decision that no plan could follow and each waiver that lets nothing stand."""
    yield from _unfollowed(plans, decisions, decided)
    yield from waiver_facts(waivers, [finding for plan in plans for finding in plan.findings], today)


def _unfollowed(
    plans: Sequence[PlanResult], decisions: Sequence[Decision], decided: Sequence[Decided]
) -> Iterator[Fact]:
    known = {row.requirement for plan in plans for row in plan.coverage}
    states = [{each.decision: each.state for each in one.unfollowed} for one in decided]
    for number, decision in enumerate(decisions, 1):
        found = [state.get(decision, "") for state in states]
        state = "" if "" in found else next((known for known in _TOLD_FIRST if known in found), "unmatched")
        if not state and decision.requirement and decision.requirement not in known:
            state = "no-requirement"
        if state:
            place = phrase("office.place", file=decision.file, line=decision.line)
            named = decision.correction.indicator if decision.correction else ""
            detail = phrase(f"office.decision-{state}", place=place, requirement=decision.requirement, indicator=named)
            yield record_fact("decision", state, number, decision.quote, detail)
