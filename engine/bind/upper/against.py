"""What a higher document asks of a plan that is held against it, read as ``--against`` reads it."""

from __future__ import annotations

from engine.bind.applied import Applied
from engine.bind.upper.allocation import allotted_to
from engine.bind.upper.draft import applied_draft, draft_standard
from engine.bind.upper.told_shares import shares_told
from engine.commitment import Extraction
from engine.resolve.resolver import Resolver


def applied_against(upper: Extraction, place: str, resolver: Resolver) -> tuple[Applied, ...]:
    """Return the requirements that a higher document amounts to, with the shares that its annexes allot to ``place``.

    ``place`` is the plan's own, a name or a path; without one (``""``) no share is found.
    """
    standard = draft_standard(upper)
    drafted = shares_told(applied_draft(standard, upper.document), place, upper.metadata.place)
    return (*drafted, *allotted_to(place, upper, standard, resolver))
