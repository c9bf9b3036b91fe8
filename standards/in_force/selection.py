"""Which standards concern the plans of one run: the library's chain, files that were named, a higher document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from engine.bind.applied import Applied
from engine.bind.upper.against import applied_against
from engine.commitment import Extraction
from engine.facts.fact import Fact
from engine.requirement import Repeal, Standard
from engine.resolve.resolver import Resolver
from engine.review.citations import plain_number, plain_title
from engine.wording import Text
from standards.files.loader import LIBRARY, load_folder, load_library, load_standard, standards_for
from standards.in_force.apply import apply
from standards.in_force.upkeep import not_judged, standard_facts
from standards.in_force.whereabouts import choose, is_above, remarks, whereabouts
from standards.places.table import below


class Selected(Struct, frozen=True):
    """What one plan is held against: the plan with its place as a path, and the requirements that concern it.

    ``affiliation_known`` is False when the higher document is not known to stand above the plan's place; ``remarks`` are
    for the report, ``facts`` say which standards are past their term of review. ``documents`` leads from the numbers and
    titles of the library's documents to whether they are repealed, None where the library is not used.
    """

    extraction: Extraction
    applied: tuple[Applied, ...]
    affiliation_known: bool
    remarks: tuple[Text, ...]
    facts: tuple[Fact, ...]
    documents: Mapping[str, bool | Repeal] | None = None


class Selection:
    """The standards of one run, read once; the library is used where nothing was named and it is not left out."""

    def __init__(
        self,
        known_indicators: frozenset[str],
        resolver: Resolver,
        *,
        named: Sequence[Path] = (),
        upper: Extraction | None = None,
        place: str = "",
        library: bool = True,
        today: date | None = None,
    ) -> None:
        """Read what was named; raises FaultyStandard for a standard and PlaceError for a place that will not do."""
        self._known = known_indicators
        self._place = choose(place, LIBRARY) if place else None
        self._named = tuple(s for path in named for s in self._load(path))
        self._upper = upper
        self._resolver = resolver
        self._library = library and not named and upper is None
        self._today = today
        self._told = today is not None

    def _load(self, path: Path) -> tuple[Standard, ...]:
        if path.is_dir():
            return load_folder(path, known_indicators=self._known)
        return (load_standard(path, known_indicators=self._known),)

    def of(self, extraction: Extraction, on: date | None) -> Selected:
        """Return what concerns a plan on a day; without a day no dated standard can be used."""
        where = whereabouts(extraction, self._place)
        applied, known = self._applied(where.place, where.level, on, extraction.metadata.place)
        dated = on is not None or not (self._library or self._named)
        said = remarks(where, library=self._library, upper=self._upper is not None, dated=dated)
        if not self._told:
            unjudged = not_judged(applied)
            self._told = bool(unjudged)
            said += unjudged
        facts = tuple(standard_facts(applied, self._today, extraction.document.file))
        documents = self._documents_on(on) if self._library and on else None
        return Selected(where.of_plan(extraction), applied, known, said, facts, documents)

    def lower_places(self) -> tuple[str, ...]:
        """Return the names of all places one level below the higher document or the standards named, if known."""
        above = {whereabouts(self._upper).place} if self._upper else {standard.place for standard in self._named}
        return tuple(place.name for place in below(above.pop())) if len(above) == 1 and all(above) else ()

    def _documents_on(self, on: date) -> Mapping[str, bool | Repeal]:
        """Return the library's documents by number and title, those repealed by that day with their repeal."""
        ended = {name: repeal for name, repeal in self._documents.items() if repeal and repeal.day <= on}
        return {name: ended.get(name, False) for name in self._documents}

    @cached_property
    def _documents(self) -> Mapping[str, Repeal | None]:
        """Return the library's documents by number and title, with their repeal; figures that run out by year repeal none."""
        standards = load_library(known_indicators=self._known) if LIBRARY.is_dir() else ()
        numbers = {plain_number(v.number) for s in standards for r in s.requirements for v in r.values}
        found: dict[str, Repeal | None] = dict.fromkeys(sorted(numbers - {""}))
        for s in standards:
            repeal = Repeal(s.repealed, s.repealed_by) if s.repealed else None
            found |= {name: repeal for name in (plain_number(s.number), plain_title(s.title)) if name}
        return found

    def _applied(self, place: str, level: str, on: date | None, named: str) -> tuple[tuple[Applied, ...], bool]:
        applied: tuple[Applied, ...] = ()
        known = True
        if self._named and on:
            applied += apply(self._named, level=level, on=on, place=place or named)
        if self._upper:
            applied += applied_against(self._upper, place or named, self._resolver)
            above = whereabouts(self._upper)
            known = is_above(above.place or self._upper.metadata.place, above.level, place, level)
        if self._library and on:
            chain = standards_for(place, level, known_indicators=self._known)
            applied += apply(chain, level=level, on=on, place=place, standing_duties=False)
        return applied, known
