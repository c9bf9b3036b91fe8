"""Where two documents say whom a figure is for: the words of either side as evidence for what is narrower."""

from __future__ import annotations

from collections.abc import Iterator

from engine.bind.binding import Match
from engine.bind.people.relations import people_told
from engine.bind.people.told import put_off_in
from engine.commitment import Commitment
from engine.document import Document, Span
from engine.facts.fact import Evidence, Fact, Role, Value
from engine.normalise.fold import fold
from engine.patterns import lazy

_ENDS = "。；;！!\n"
_END = lazy(f"[{_ENDS}]")
_LONGEST, _BEFORE = 80, 160


def people_facts(match: Match, number: int, plan: str, document: Document) -> Iterator[Fact]:
    """Yield the words that say whom the plan's figure is for, and those of what it answers, where the first are narrower."""
    if match.relation != "narrower":
        return
    requirement, commitment = match.applied.requirement, match.commitment
    told = people_told(match.applied, commitment)
    mine, theirs = told or ("、".join(commitment.scope), "、".join(requirement.scope))
    upper = match.applied.source
    ours = _left_out(document, commitment, theirs) or _place(document, (commitment.start, commitment.end), mine)
    other = _place(upper, requirement.at, theirs) if upper and requirement.at else None
    sides: tuple[tuple[Role, Span | None], ...] = (("plan", ours), ("standard", other))
    for role, span in sides:
        fields: dict[str, Value] = {
            "kind": "people",
            "id": f"people-{number}-{role}",
            "plan": plan,
            "match": f"match-{number}",
            "side": role,
        }
        yield Fact(fields, (Evidence(role, span),) if span else ())


def _left_out(document: Document, commitment: Commitment, theirs: str) -> Span | None:
    """Return the clause of the plan that puts off or leaves out some of those wanted; None without one."""
    start, end = _sentence(document, (commitment.start, commitment.end))
    for at, clause in put_off_in(fold(document.text[start:end])):
        if any(name in clause for name in theirs.split("、")):
            return document.span(start + at, start + at + len(clause))
    return None


def _place(document: Document, at: tuple[int, int], words: str) -> Span | None:
    """Return the stretch of the sentence around ``at`` that holds the words, listed with 、, or of the cells before it."""
    start, stop = _sentence(document, at)
    before = max(0, start - _BEFORE)
    return _stretch(document, start, stop, words) or _stretch(document, before, start, words)


def _stretch(document: Document, start: int, stop: int, words: str) -> Span | None:
    text = fold(document.text[start:stop])
    found = [(place, place + len(name)) for name in words.split("、") if name and (place := text.rfind(name)) >= 0]
    if not found:
        return None
    begin, end = min(found)[0], max(end for _, end in found)
    return document.span(start + begin, start + end) if end - begin <= _LONGEST else None


def _sentence(document: Document, at: tuple[int, int]) -> tuple[int, int]:
    text = document.text
    stop = _END.search(text, at[1])
    return max(text.rfind(sign, 0, at[0]) for sign in _ENDS) + 1, stop.start() if stop else len(text)
