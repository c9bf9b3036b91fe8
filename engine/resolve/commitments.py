"""Resolving every commitment of a document against the catalogue of indicators."""

from __future__ import annotations

from msgspec.structs import replace

from engine.commitment import Commitment, Extraction
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.resolve.resolver import Resolver

_CLAUSES = lazy("[^,;、。]*[,;、。]|[^,;、。]+$")


def resolved(extraction: Extraction, resolver: Resolver) -> Extraction:
    """Return the extraction with indicator, compared unit and qualifiers of each commitment, where it is in the catalogue."""
    titles = {item.id: item.title for item in extraction.items}
    commitments = tuple(resolved_commitment(c, titles.get(c.item, ""), resolver) for c in extraction.commitments)
    return replace(extraction, commitments=commitments)


def resolved_commitment(commitment: Commitment, title: str, resolver: Resolver) -> Commitment:
    """Return one commitment resolved; ``title`` is that of its item, whose words may complete the label."""
    if commitment.relative:
        return commitment
    context = f"{title} {commitment.sentence}"
    near = f"{title} {_without_others(commitment)}"
    found = resolver.resolve(commitment.label, context, commitment.compared_unit, commitment.kind, near)
    if found.indicator is None:
        unlike = tuple(sorted({r.indicator for r in found.rejected if r.reason == "unit"}))
        return replace(commitment, unlike=unlike) if unlike else commitment
    return replace(
        commitment,
        indicator=found.indicator,
        resolved_unit=found.resolved_unit or commitment.compared_unit,
        qualifiers=found.scope or commitment.scope,
        certain=found.certainty == "certain",
    )


def _without_others(commitment: Commitment) -> str:
    """Return the sentence of a figure without the clauses behind it that give its own measure of others.

    参保率达到96%以上,困难群众参保率100%: the first is not that of people in hardship. Where the figure is printed twice, it may
    be the last.
    """
    sentence, words = fold(commitment.sentence), fold(commitment.span.text)
    at = sentence.rfind(words) + len(words) if words and words in sentence else len(sentence)
    clauses = _CLAUSES.findall(sentence, at)
    own, others = clauses[:1], clauses[1:]
    return "".join([sentence[:at], *own, *(clause for clause in others if commitment.label not in clause)])
