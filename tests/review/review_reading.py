"""Reading short plans for the tests of reviews."""

from collections.abc import Mapping

from engine.check import document_of, read_plan_text
from engine.facts.fact import Fact
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver
from engine.review.facts import review_facts

RESOLVER = Resolver(Catalogue())


def reviewed(text: str, known: Mapping[str, bool] | None = None) -> list[Fact]:
    """Return the facts of a review; each quote stands in the text where its span says."""
    facts = list(review_facts(read_plan_text(document_of(text, "plan.txt"), RESOLVER), "plan.txt", known))
    for fact in facts:
        assert fact.evidence
        for evidence in fact.evidence:
            span = evidence.span
            assert span.text and text[span.start : span.end] == span.text
    assert len({fact.fields["id"] for fact in facts}) == len(facts)
    return facts


def odd(text: str, form: str) -> list[tuple[str, str]]:
    """Return (label, detail) of the oddities of one form in a text."""
    return [
        (str(f.fields["label"]), f.said["detail"].zh)
        for f in reviewed(text)
        if f.fields.get("form") == form and f.said is not None
    ]


def labels(text: str, form: str) -> list[str]:
    """Return the labels of the oddities of one form in a text."""
    return [label for label, _ in odd(text, form)]
