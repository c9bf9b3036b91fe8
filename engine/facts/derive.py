"""Deriving the facts of one plan: what it says, what binds it, and how the two were brought together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.bind.applied import Applied
from engine.bind.binding import Binding
from engine.bind.draft import tasks_of
from engine.bind.duties import Duties
from engine.commitment import Extraction, Item
from engine.document import Span
from engine.facts.bound import item_match_fact, match_fact, refusal_fact
from engine.facts.fact import Evidence, Fact, Value
from engine.facts.figures import commitment_fact, requirement_fact

_SPECIAL = ("专项", "单项")


def item_facts(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a fact for every numbered item."""
    counted: dict[str, int] = {}
    for c in extraction.commitments:
        counted[c.item] = counted.get(c.item, 0) + 1
    leaves = {item.id for item in tasks_of(extraction)}
    named = sum(1 for item in extraction.items if item.id in leaves and item.responsible)
    text = extraction.document.text
    for item in extraction.items:
        if item.section not in ("body", "annex"):
            continue
        words = text[item.start : item.end].strip()
        span = _head_span(extraction, item, words)
        rest = words[len(item.number) + len(item.title) :]
        yield Fact(
            {
                "kind": "item",
                "id": item.id,
                "plan": plan,
                "number": item.number,
                "label": item.title,
                "figures": counted.get(item.id, 0),
                "empty": len(_without_units(rest)) < 3,
                "responsible": bool(item.responsible),
                "siblings_responsible": 2 * named > len(leaves),
                "leaf": item.id in leaves,
            },
            (Evidence("plan", span),),
        )


def _without_units(words: str) -> str:
    cut = words.find("责任单位")
    return (words[:cut] if cut >= 0 else words).strip(" ,，。.、:：;；（(“”\n\r　")


def _head_span(extraction: Extraction, item: Item, words: str) -> Span:
    at = extraction.document.text.find(words[:1], item.start) if words else item.start
    ends = [i + 1 for i in (words.find("。"), words.find("\n")) if i > 0]
    return extraction.document.span(at, at + min([*ends, 60, len(words)]))


def plan_fact(extraction: Extraction, plan: str) -> Fact:
    """Return the fact for the plan itself."""
    metadata = extraction.metadata
    fields: dict[str, Value] = {
        "kind": "plan",
        "id": plan,
        "plan": plan,
        "file": extraction.document.file,
        "title": metadata.title,
        "dated": bool(metadata.date),
        "level": metadata.level,
        "items": len(tasks_of(extraction)),
        "figures": len(extraction.commitments),
        "deadlines": sum(1 for c in extraction.commitments if c.deadline),
        "special": any(word in metadata.title for word in _SPECIAL),
    }
    fields |= {
        k: v for k, v in (("number", metadata.number), ("issuer", metadata.issuer), ("place", metadata.place)) if v
    }
    if metadata.year:
        fields["year"] = metadata.year
    text = extraction.document.text
    at = max(0, text.find(metadata.title)) if metadata.title else 0
    end = at + len(metadata.title) if metadata.title else min(20, len(text))
    return Fact(fields, (Evidence("plan", extraction.document.span(at, end)),))


def facts_of(extraction: Extraction, applied: Iterable[Applied], binding: Binding, plan: str) -> list[Fact]:
    """Return the facts on what a plan says, what binds it and how the two were bound, in a fixed order."""
    taken = {m.whole.requirement.item for m in binding.items}
    spoken = {c.indicator for c in extraction.commitments if c.indicator}
    facts = [plan_fact(extraction, plan), *item_facts(extraction, plan)]
    facts += [commitment_fact(c, plan) for c in extraction.commitments]
    duties = Duties(extraction)
    for a in applied:
        addressed = a.requirement.item in taken or (a.requirement.indicator or "") in spoken
        if a.requirement.binding == "duty" and not a.requirement.item:
            addressed = addressed or duties.taken_up(a.requirement.label)
        total = a.requirement.binding == "total" and not a.demanded
        facts.append(requirement_fact(a, plan, addressed, total))
    facts += [match_fact(m, n, plan) for n, m in enumerate(binding.matches, 1)]
    facts += [refusal_fact(r, n, plan) for n, r in enumerate(binding.refusals, 1)]
    facts += [item_match_fact(m, n, plan) for n, m in enumerate(binding.items, 1)]
    return facts
