"""Facts that rest on words recognised in a picture: whatever is found by them is for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Set

from msgspec.structs import replace

from engine.document import Document
from engine.facts.fact import Fact, Value


def for_review(facts: Iterable[Fact], document: Document) -> list[Fact]:
    """Return the facts, those marked for review that have their words from a recognised page of the document.

    So is a requirement that nothing answers: what answers it may have been misread.
    """
    facts = list(facts)
    pages = frozenset(document.recognised)
    if not pages:
        return facts
    answered = {fact.fields["requirement"] for fact in facts if fact.fields["kind"] == "match"}
    return [_marked(fact) if _doubtful(fact, pages, answered) else fact for fact in facts]


def _doubtful(fact: Fact, pages: frozenset[tuple[str, int]], answered: Set[Value]) -> bool:
    if any((evidence.span.file, evidence.span.page) in pages for evidence in fact.evidence):
        return True
    return fact.fields["kind"] == "requirement" and fact.fields["id"] not in answered


def _marked(fact: Fact) -> Fact:
    return replace(fact, fields={**fact.fields, "certainty": "review"})
