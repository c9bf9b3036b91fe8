"""The days of a match: by when a plan promises a figure, by when it was asked, and where both are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from engine.bind.binding import Match
from engine.commitment import Commitment, Extraction, Term
from engine.facts.fact import Evidence, Fact
from engine.patterns import lazy

# Most plans end with their year; a task is late only by a day of its own.
_DAY_OF_WORK = lazy(r"\d{4}-(?!12$|12-31)")


def day_of_all(extraction: Extraction, commitment: Commitment) -> Term | None:
    """Return the day that a plan sets for all of its tasks, where a figure has no day of its own.

    The end of the year is that of the plan itself, and money may be paid after the work is done.
    """
    term = extraction.term
    if term is None or commitment.deadline or commitment.section == "requirements":
        return None
    if commitment.unit.startswith("元") or not _DAY_OF_WORK.match(term.day):
        return None
    return term


def dated(facts: Iterable[Fact], matches: Iterable[Match], extraction: Extraction) -> Iterator[Fact]:
    """Yield the facts of matches with the words of both days, which show what is late.

    A share that an annex allots and the total it is a share of have one day: of the two, the fact of the share is marked
    ``day_told``, so that one late figure is told once.
    """
    pairs = list(zip(facts, matches, strict=True))
    told = {(m.commitment.id, m.applied.requirement.meet_by) for f, m in pairs if "share" not in f.fields}
    for fact, match in pairs:
        twice = "share" in fact.fields and (match.commitment.id, match.applied.requirement.meet_by) in told
        fields = {**fact.fields, "day_told": True} if twice else fact.fields
        yield replace(fact, fields=fields, evidence=tuple(_days(match, extraction)))


def _days(match: Match, extraction: Extraction) -> Iterator[Evidence]:
    term = day_of_all(extraction, match.commitment)
    due = match.commitment.due or ((term.start, term.end) if term else None)
    if due is not None:
        yield Evidence("plan", extraction.document.span(*due))
    if match.applied.requirement.day is not None:
        yield Evidence("standard", match.applied.requirement.day)
