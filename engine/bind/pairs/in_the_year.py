"""Counts of a plan for one year: 免费体检1次 is what 每年免费体检1次 asks for, and the other way about."""

from __future__ import annotations

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.commitment import Commitment
from engine.quantity.units import parse_unit

_YEARLY = "/年"


def in_the_year(applied: Applied, commitment: Commitment) -> Commitment:
    """Return a count in the unit that another plan's count is asked in, where only one of the two says 每年.

    Both documents are of a year, so that it goes without saying. Of money it does not: what is paid may be paid by the month.
    """
    asked, given = applied.unit, commitment.compared_unit
    yearly = asked == f"{given}{_YEARLY}" or given == f"{asked}{_YEARLY}"
    if not applied.drafted or not yearly or given.startswith(("元", "%", "‰")):
        return commitment
    return replace(commitment, resolved_unit=asked)


def same_dimension(applied: Applied, commitment: Commitment) -> bool:
    """Whether what is asked and what is given can be compared as they are, or as counts of one year."""
    given = in_the_year(applied, commitment).resolved_unit
    return parse_unit(applied.unit).dimension == parse_unit(given).dimension
