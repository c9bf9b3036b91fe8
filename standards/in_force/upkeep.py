"""What a keeper has to look after: standards past their term of review, and figures that no indicator answers for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from engine.bind.applied import Applied
from engine.commitment import Commitment, Extraction
from engine.document import Span
from engine.facts.fact import Evidence, Fact
from engine.quantity.printed import printed
from engine.requirement import Standard
from engine.resolve.resolver import Rejection, Resolver
from engine.wording import Text, phrase
from standards.in_force.timeline import is_stale

_SHOWN = 3


def standard_facts(applied: Iterable[Applied], today: date | None, plan: str) -> Iterator[Fact]:
    """Yield a fact for every standard of which something is in force for a plan: when it was last checked.

    The oldest check among the values in force counts. Without ``today`` nothing is judged, and nothing is yielded; nor
    is a document that was only read for this run (``--against``).
    """
    if today is None:
        return
    for name, members in sorted(_used(applied).items()):
        yield _standard_fact(name, members, today, plan)


def not_judged(applied: Iterable[Applied]) -> tuple[Text, ...]:
    """Return what a report says where no date of today was given, and standards were used that could be stale."""
    return (phrase("places.not-judged"),) if _used(applied) else ()


def _used(applied: Iterable[Applied]) -> dict[str, list[Applied]]:
    """Return what is in force for a plan, by the id of its standard."""
    used: dict[str, list[Applied]] = {}
    for a in applied:
        if a.applies and a.state == "in-force" and a.requirement.span is None:
            used.setdefault(a.standard.id, []).append(a)
    return used


def _standard_fact(name: str, members: Sequence[Applied], today: date, plan: str) -> Fact:
    standard = members[0].standard
    days = [a.value.checked if a.value else standard.checked for a in members]
    checked = None if None in days else min(day for day in days if day)
    stale = is_stale(checked, standard.review_months, today)
    label = f"《{standard.title}》{standard.number}"
    verified = all((a.value.confidence if a.value else standard.confidence) != "unverified" for a in members)
    fields = {"kind": "standard", "id": f"standard-{name}", "plan": plan, "label": label}
    evidence = (Evidence("standard", Span(standard.file or name, label)),)
    return Fact(
        {**fields, "stale": stale, "verified": verified}, evidence, said={"checked": _checked(standard, checked, today)}
    )


def _checked(standard: Standard, checked: date | None, today: date) -> Text:
    if checked is None:
        return phrase("places.never-checked")
    return phrase("places.checked", day=_said(checked), months=standard.review_months, today=_said(today))


def _said(day: date) -> Text:
    return Text(f"{day.year}年{day.month}月{day.day}日", day.isoformat())


class Unresolved(Struct, frozen=True):
    """A figure that no indicator answers for, and the indicators nearest to it with the reason why each was not taken."""

    commitment: Commitment
    nearest: tuple[tuple[str, Text, Text | None], ...]

    @property
    def printed(self) -> str:
        """The figure as a report prints it."""
        return printed(self.commitment.bound, self.commitment.unit)


def unresolved(extraction: Extraction, resolver: Resolver) -> tuple[Unresolved, ...]:
    """Return the figures of a document that resolve to no indicator, in reading order; changes by a share are none."""
    titles = {item.id: item.title for item in extraction.items}
    return tuple(
        Unresolved(c, _nearest(c, titles.get(c.item, ""), resolver))
        for c in extraction.commitments
        if c.indicator is None and not c.relative
    )


def _nearest(c: Commitment, title: str, resolver: Resolver) -> tuple[tuple[str, Text, Text | None], ...]:
    found = resolver.resolve(c.label, f"{title} {c.sentence}", c.unit, c.kind)
    reasons: dict[str, Rejection | None] = {r.indicator: r for r in reversed(found.rejected)}
    ids = dict.fromkeys([*(r.indicator for r in found.rejected), *found.nearest])
    catalogue = resolver.catalogue
    shown: list[tuple[str, Text, Text | None]] = []
    for name in ids:
        indicator, rejection = catalogue.get(name), reasons.get(name)
        if indicator and len(shown) < _SHOWN:
            why = rejection.explained(catalogue) if rejection else None
            shown.append((name, Text(indicator.name, indicator.en), why))
    return tuple(shown)
