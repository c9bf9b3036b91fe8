"""Resolving every commitment of a document against the catalogue of indicators."""

from __future__ import annotations

from msgspec.structs import replace

from engine.commitment import Commitment, Extraction
from engine.resolve.resolver import Resolver


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
    found = resolver.resolve(commitment.label, context, commitment.unit, commitment.kind)
    if found.indicator is None:
        unlike = tuple(sorted({r.indicator for r in found.rejected if r.reason == "unit"}))
        return replace(commitment, unlike=unlike) if unlike else commitment
    return replace(
        commitment,
        indicator=found.indicator,
        resolved_unit=found.resolved_unit or commitment.unit,
        qualifiers=found.scope or commitment.scope,
        certain=found.certainty == "certain",
    )
