"""What answers through the catalogue: requirements and figures of one indicator, of the same people and in the same unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from engine.bind.applied import Applied
from engine.bind.enough import CONTRASTED
from engine.bind.offered import most_favourable, of_its_year, told_once, without_single_places
from engine.bind.pairs.pairing import Pairing
from engine.bind.pairs.several import Names, shared_out
from engine.bind.people.relations import Relating, people_asked
from engine.bind.people.told import spread
from engine.commitment import Commitment
from engine.quantity.units import parse_unit
from engine.resolve.likeness import same_thing
from engine.resolve.resolver import Resolver


class Catalogued:
    """The figures of a plan by their indicators; ``answering`` are those that may answer, restated ones too."""

    def __init__(self, answering: Iterable[Commitment], resolver: Resolver, found: Pairing) -> None:
        self._resolver = resolver
        self._found = found
        self._all: dict[str, list[Commitment]] = defaultdict(list)
        self._unlike: dict[str, list[Commitment]] = defaultdict(list)
        for commitment in answering:
            for indicator in commitment.unlike:
                self._unlike[indicator].append(commitment)
            if commitment.indicator:
                self._all[commitment.indicator].append(commitment)
        self._by_indicator = {indicator: told_once(those) for indicator, those in self._all.items()}

    def of(self, indicator: str | None) -> Sequence[Commitment]:
        """Return the figures of an indicator, a restated one once."""
        return self._by_indicator.get(indicator or "", ())

    def indicator_of(self, applied: Applied) -> str | None:
        """Return the indicator of a requirement, its own or that which its label names."""
        requirement = applied.requirement
        if requirement.indicator or applied.value is None:
            return requirement.indicator
        return self._resolver.resolve(requirement.label, requirement.label, applied.unit, "").indicator

    def scope_of(self, applied: Applied, indicator: str | None) -> tuple[str, ...]:
        """Return the requirement's qualifiers in the catalogue's spelling."""
        requirement = applied.requirement
        words = spread("".join(requirement.scope) + requirement.label)
        found = self._resolver.scope_in(indicator, words)
        # 参保率 alone is that of whom its sentence speaks of.
        if not found and requirement.told and not self._resolver.resolve(words, "", applied.unit, "").indicator:
            found = self._resolver.scope_in(indicator, requirement.told)
        return found or requirement.scope

    def match(self, indicator: str, applied: Sequence[Applied], lined: Mapping[str, str]) -> None:
        """Match all requirements of one indicator; ``lined`` leads from the upper document's items to the plan's."""
        if indicator not in self._all:
            return
        groups: dict[tuple[object, ...], list[Applied]] = defaultdict(list)
        scopes: dict[tuple[object, ...], tuple[str, ...]] = {}
        for a in applied:
            unit, scope = parse_unit(a.unit).dimension, self.scope_of(a, indicator)
            alike: tuple[object, ...] = (scope, people_asked(a), unit, a.demanded, a.requirement.binding)
            groups[alike].append(a)
            scopes[alike] = scope
        for alike, members in groups.items():
            self._match_alike(indicator, members, scopes[alike], lined)

    def _match_alike(
        self, indicator: str, members: Sequence[Applied], scope: tuple[str, ...], lined: Mapping[str, str]
    ) -> None:
        """Match the requirements of one indicator that are alike in all but their name."""
        first, several = members[0], len(members) > 1
        offered = _for(first, self._all[indicator] if several else self.of(indicator))
        relating = Relating(offered, self._resolver.catalogue)
        relations = {id(c): relating.of(first, c, indicator, scope) for c in offered}
        fitting = [c for c in offered if relations[id(c)] != "disjoint"]
        if not several:
            for c in most_favourable(first, of_its_year(first, fitting)):
                self._found.compare(first, c, relations[id(c)], c.certain and not first.drafted)
            return
        for a, c in shared_out(members, fitting, lined, Names(indicator, self._resolver)):
            self._found.compare(a, c, relating.of(a, c, indicator, scope), c.certain and not a.drafted)

    def refuse_unlike(self, indicator: str, applied: Sequence[Applied]) -> None:
        """Refuse the figures that name the indicator in a unit that what is left of it cannot be compared in."""
        those = self._unlike.get(indicator, ())
        for number, a in enumerate(applied if those else ()):
            # Each of several requirements is told of one of them, not of all.
            for commitment in those if len(applied) == 1 else [those[min(number, len(those) - 1)]]:
                mine, theirs = parse_unit(commitment.unit), parse_unit(a.unit)
                if mine.dimension != theirs.dimension and commitment.unit:
                    self._found.refuse(a, commitment, mine.text, theirs.text)

    def refuse_contrasted(self, applied: Applied, indicator: str | None) -> bool:
        """Refuse what the catalogue keeps apart from an indicator and a reader would compare with it; return whether it is known.

        管理率 answers for no 规范管理率: that the plan gives the one where the other is asked has to be seen.
        """
        catalogue = self._resolver.catalogue
        label, dimension = applied.requirement.label, parse_unit(applied.unit).dimension
        for other, those in self._by_indicator.items() if indicator else ():
            for c in those if indicator and catalogue.contrasted(indicator, other) else ():
                alike = same_thing(label, c.label, catalogue.lexicon)
                one, _, two = alike.contrast.partition("/")
                of_one_name = bool(one and two) and (one in two or two in one)
                if of_one_name and alike.score >= CONTRASTED and parse_unit(c.compared_unit).dimension == dimension:
                    self._found.refuse_measure(applied, c)
        return indicator is not None


def _for(applied: Applied, offered: Sequence[Commitment]) -> Sequence[Commitment]:
    """Return what may answer: for a share no part or stage, nor an annex that differs from the text (a fault of its own)."""
    if not applied.demanded:
        return offered
    whole = without_single_places([c for c in offered if c.part_of is None])
    return [c for c in whole if c.section == "body"] or whole
