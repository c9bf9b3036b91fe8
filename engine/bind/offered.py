"""Which figures of a document can be compared with those of another."""

from __future__ import annotations

from engine.commitment import Commitment, Extraction


def is_level(commitment: Commitment) -> bool:
    """Whether a figure can be compared: no change by a share (提高10%), unless it is a cap on one (增幅控制在3%以内)."""
    return not commitment.relative or commitment.kind == "limit"


def offered_by(extraction: Extraction) -> list[Commitment]:
    """Return the commitments that may answer: no changes by a share, and a restated figure only once."""
    seen: set[object] = set()
    offered = []
    for c in extraction.commitments:
        if not is_level(c) or c.section == "requirements":
            continue
        # A second deadline of the same figure answers too: it may be the one that is too late.
        key = (c.indicator or c.label, c.qualifiers or c.scope, c.bound, c.resolved_unit)
        if key not in seen or (c.deadline and (key, c.deadline) not in seen):
            seen |= {key, (key, c.deadline)}
            offered.append(c)
    return offered
