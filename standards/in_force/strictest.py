"""Which of several values in force counts along a chain, and why that one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from engine.quantity.units import parse_unit
from engine.requirement import DatedValue, Requirement, Standard
from engine.wording import Text, phrase


class Candidate(Struct, frozen=True):
    """A value in force, with the requirement and the standard that it belongs to."""

    standard: Standard
    requirement: Requirement
    value: DatedValue


class Choice(Struct, frozen=True):
    """The candidate that counts, why, and every other one with the reason why it does not.

    ``verified`` is the strictest of those that were verified: the same one, or what still binds for certain when the
    strictest was not verified; None when none was.
    """

    chosen: Candidate
    reason: Text
    aside: tuple[tuple[Candidate, Text], ...] = ()
    verified: Candidate | None = None


def strictest(candidates: Sequence[Candidate], *, ceiling: bool = False) -> Choice | None:
    """Return the highest floor (or the lowest ceiling) of ``candidates``, given from the nation down.

    Of equal ones the nearest counts. Approximate values (左右) count only where nothing else is there. A candidate
    whose unit measures something else than the first one's is set aside. None when there is no candidate at all.
    """
    if not candidates:
        return None
    dimension = parse_unit(candidates[0].value.unit).dimension
    alike = [c for c in candidates if parse_unit(c.value.unit).dimension == dimension]
    exact = [c for c in alike if c.value.bound.op != "~"]
    chosen = _top(exact or alike, ceiling)
    verified = [c for c in exact if c.value.confidence != "unverified"]
    aside = tuple((c, _why_not(c, chosen, alike, exact)) for c in candidates if c is not chosen)
    return Choice(chosen, _why(chosen, exact or alike, ceiling), aside, _top(verified, ceiling) if verified else None)


def _key(candidate: Candidate, ceiling: bool) -> tuple[Fraction, bool]:
    """Orders candidates by what they ask: the end of the values allowed, an excluded end asking a little more."""
    bound, factor = candidate.value.bound, parse_unit(candidate.value.unit).factor
    if ceiling:
        end = bound.high if bound.op == "range" and bound.high is not None else bound.value
        return -Fraction(end) * factor, bound.op == "<"
    return Fraction(bound.value) * factor, bound.op == ">"


def _top(candidates: Sequence[Candidate], ceiling: bool) -> Candidate:
    return max(enumerate(candidates), key=lambda pair: (_key(pair[1], ceiling), pair[0]))[1]


def _why(chosen: Candidate, compared: Sequence[Candidate], ceiling: bool) -> Text:
    if len(compared) == 1:
        return phrase("force.choice-only")
    if len({_key(c, ceiling) for c in compared}) == 1:
        return phrase("force.choice-same")
    return phrase("force.choice-lowest" if ceiling else "force.choice-highest", count=len(compared))


def _why_not(c: Candidate, chosen: Candidate, alike: Sequence[Candidate], exact: Sequence[Candidate]) -> Text:
    if c not in alike:
        return phrase("force.aside-unit")
    if exact and c not in exact:
        return phrase("force.aside-approximate")
    same = _key(c, False) == _key(chosen, False)
    return phrase("force.aside-same" if same else "force.aside-weaker")
