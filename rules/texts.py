"""Examples in the words of a plan and a standard, run through the whole program as a check would run them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from engine.audit import audit_findings
from engine.bind.applied import Applied
from engine.bind.upper.against import applied_against
from engine.bind.upper.draft import draft_standard
from engine.check import Circumstances, check_plan, document_of, read_plan_text
from engine.commitment import Extraction
from engine.facts.allocation import allocation_facts
from engine.facts.fact import Fact
from engine.facts.yearly import yearly_facts
from engine.judge.card import Card
from engine.judge.finding import Finding
from engine.requirement import DatedValue, Requirement
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver

_ENDED = date(2000, 12, 31)


def findings_in_words(example: Mapping[str, Any], cards: Sequence[Card]) -> tuple[Finding, ...]:
    """Return what all cards together find in an example that gives the words of documents.

    ``entered`` says how a keeper of standards would enter the words of the standard; without it they are read as a
    higher document is. ``previous`` is the plan of the year before, ``plans`` are those of several lower places.
    """
    resolver = Resolver(Catalogue())
    upper = _read(example["standard"], "standard", resolver) if "standard" in example else None
    if "plans" in example:
        plans = [_read(text, f"plan-{number}", resolver) for number, text in enumerate(example["plans"], 1)]
        return audit_findings(allocation_facts(upper, plans, (), resolver), cards)
    plan = _read(example["plan"], "plan", resolver)
    applied: tuple[Applied, ...] = ()
    if upper and "entered" in example:
        applied = _entered(upper, example["entered"], resolver)
    elif upper:
        applied = applied_against(upper, plan.metadata.place, resolver)
    further: tuple[Fact, ...] = ()
    if "previous" in example:
        before = _read(example["previous"], "previous", resolver)
        further = tuple(yearly_facts(plan, before, resolver, "plan"))
    return check_plan(plan, applied, cards, resolver, Circumstances(further=further)).findings


def _read(text: str, name: str, resolver: Resolver) -> Extraction:
    return read_plan_text(document_of(text, name), resolver)


def _entered(upper: Extraction, entered: Mapping[str, Any], resolver: Resolver) -> tuple[Applied, ...]:
    """Return the standard's figures (or, where it has none, its words) as requirements entered by hand."""
    standard = draft_standard(upper)
    figures = [r for r in standard.requirements if r.values] or [_worded(upper)]
    binding = entered["binding"]
    ended = _read(entered.get("earlier", ""), "standard", resolver).commitments
    earlier = tuple(DatedValue(c.bound, c.resolved_unit, date.min, _ENDED, number="原标准") for c in ended)
    return tuple(
        Applied(
            standard,
            replace(r, binding=binding, formula=entered.get("formula", ""), item="", clause=""),
            "in-force",
            r.values[0] if r.values else None,
            earlier=earlier,
            demanded=binding == "duty",
        )
        for r in figures
    )


def _worded(upper: Extraction) -> Requirement:
    text = upper.document.text.strip("。\n ")
    return Requirement(id="requirement", label=text, binding="duty", span=upper.document.span(0, len(text)))
