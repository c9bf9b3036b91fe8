"""Binding: which commitment answers which requirement.

Through the catalogue where both are in it, by likeness inside aligned items where they are not. Contrasts are never
crossed, units are never forced, and each refusal is kept with its reason. Of one indicator each requirement is held against
each figure; labels outside the catalogue only against those that share rare characters with them (``candidates``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from engine.bind.applied import Applied
from engine.bind.binding import Binding, Relation
from engine.bind.candidates import Candidates
from engine.bind.enough import ALONE_IN_UNIT, ANYWHERE, BY_NAME, CONTRASTED_IN_ITEM, IN_ITEM
from engine.bind.items import align_items, holding, item_matches
from engine.bind.offered import answering, is_share_of_a_place, of_requirements, told_once, years_apart
from engine.bind.pairs.catalogued import Catalogued
from engine.bind.pairs.context import refuse_counted, told_pairs
from engine.bind.pairs.half_named import half_named
from engine.bind.pairs.in_full import promised_in_full
from engine.bind.pairs.in_the_year import same_dimension
from engine.bind.pairs.joint import counted_pairs, pieces_of
from engine.bind.pairs.on_average import without_parts_of_an_average
from engine.bind.pairs.pairing import Pairing
from engine.bind.pairs.pieces import with_pieces
from engine.bind.pairs.steps import match_words
from engine.bind.pairs.whomever import pairs_for_whomever
from engine.bind.people.ages import NamesForAges
from engine.bind.people.relations import alike_but_unit, relation_of, speaks_of, worded_relation
from engine.bind.upper.draft import tasks_of
from engine.commitment import Commitment, Extraction
from engine.patterns import lazy
from engine.quantity.units import parse_unit
from engine.resolve.decided import Decided
from engine.resolve.likeness import same_thing
from engine.resolve.resolver import Resolver

_SPOKEN = lazy(r"[\s“”\"()（）、，,]")


class Binder:
    """Binds the requirements that concern one plan to its commitments."""

    def __init__(
        self, applied: Sequence[Applied], extraction: Extraction, resolver: Resolver, decided: Decided | None = None
    ) -> None:
        self._applied = applied
        self._extraction = extraction
        self._resolver = resolver
        self._lexicon = resolver.catalogue.lexicon
        self._found = Pairing(decided or Decided(extraction))
        may_answer = answering(extraction)
        self._catalogued = Catalogued(may_answer, resolver, self._found)
        self._indicators = {id(a): self._catalogued.indicator_of(a) for a in applied}
        self._by_item: dict[str, list[Commitment]] = defaultdict(list)
        self._titles = {item.id: item.title for item in extraction.items}
        self._offered = told_once(may_answer)
        self._elsewhere = told_once(of_requirements(extraction))
        self._names = NamesForAges([a.requirement.label for a in applied], [c.label for c in self._offered])
        for commitment in self._offered:
            self._by_item[commitment.item].append(commitment)

    def bind(self) -> Binding:
        """Return all matches, refusals and item matches."""
        figures = [a for a in self._applied if a.value is not None]
        pairs = self._aligned()
        self._by_catalogue(figures, pairs)
        rest = [a for a in figures if not self._found.matched(a)]
        self._jointly(rest)
        self._inside_items([a for a in rest if a.requirement.item], pairs)
        self._anywhere(rest)
        self._beside_what_was_found([a for a in rest if a.requirement.item], pairs)
        self._for_whomever(rest)
        self._left_over([a for a in rest if a.requirement.item], self._offered, ALONE_IN_UNIT)
        left = [a for a in rest if not self._found.answered(a)]
        for a, commitment in counted_pairs(left, [c for c in self._offered if not self._found.used(c)]):
            self._found.compare(a, commitment, "equal", certain=False)
        self._told_around(rest)
        self._refuse_other_units(rest)
        unused = [c for c in self._offered if not self._found.used(c)]
        for a, commitment in half_named([a for a in rest if a.demanded and not self._found.answered(a)], unused):
            self._found.doubt(a, commitment)
        tasks = tasks_of(self._extraction)
        left = [a for a in rest if not self._found.answered(a)]
        for a, commitment in promised_in_full(left, self._extraction, tasks, self._found.places(pairs)):
            self._found.compare(a, commitment, "equal", certain=False)
        match_words(self._applied, self._extraction, tasks, self._found)
        items = item_matches(self._applied, self._found.places(pairs), self._found.answered, self._extraction.items)
        matches = without_parts_of_an_average(with_pieces(self._found.matches, self._offered))
        return Binding(tuple(matches), tuple(self._found.refusals), items)

    def _by_catalogue(self, applied: Sequence[Applied], pairs: Mapping[str, str]) -> None:
        """Match the figures of the requirements' indicators, in the order in which the indicators come up."""
        by_indicator: dict[str, list[Applied]] = defaultdict(list)
        for a in applied:
            by_indicator[self._indicators[id(a)] or ""].append(a)
        for indicator, mine in by_indicator.items():
            if indicator:
                self._catalogued.match(indicator, mine, pairs)
                self._catalogued.refuse_unlike(indicator, [a for a in mine if not self._found.matched(a)])

    def _jointly(self, applied: Sequence[Applied]) -> None:
        """Match what one side says of several things at once with what the other says of each."""
        offered: dict[str, list[tuple[Commitment, tuple[str, ...]]]] = defaultdict(list)
        for commitment in self._offered:
            for piece in pieces_of(commitment.label, commitment.unit, commitment.kind, self._resolver):
                offered[piece.indicator].append((commitment, piece.scope))
        for a in applied:
            single = self._indicators[id(a)]
            wanted = [(single, self._catalogued.scope_of(a, single))] if single and offered.get(single) else []
            for indicator, scope in wanted:
                for commitment, own in offered[indicator]:
                    relation = self._resolver.catalogue.scope_relation(indicator, scope, own)
                    if relation != "disjoint":
                        self._found.compare(a, commitment, relation, certain=False)
            if not self._found.answered(a):
                self._each_of(a)

    def _each_of(self, applied: Applied) -> None:
        for piece in pieces_of(applied.requirement.label, applied.unit, "", self._resolver):
            for commitment in self._catalogued.of(piece.indicator):
                relation = self._resolver.catalogue.scope_relation(piece.indicator, piece.scope, commitment.qualifiers)
                if relation != "disjoint":
                    self._found.compare(applied, commitment, relation, certain=False)

    def _for_whomever(self, applied: Sequence[Applied]) -> None:
        """Match what is left to figures of its name where only the people are named in one label and not in the other."""
        asked = [a for a in applied if not self._found.answered(a) and not self._indicators[id(a)]]
        offered = [c for c in self._offered if asked and c.indicator is None and not self._found.used(c)]
        for a, commitment in pairs_for_whomever(asked, offered, self._lexicon, ANYWHERE):
            self._found.compare(a, commitment, self._worded(a, commitment), certain=False)

    def _told_around(self, applied: Sequence[Applied]) -> None:
        """Match what is left to figures whose sentence says what their label leaves out."""
        asked = [a for a in applied if not self._found.answered(a)]
        offered = [c for c in self._offered if asked and not self._found.used(c)]
        for a, commitment in told_pairs(asked, offered, self._extraction, self._lexicon):
            if not self._contrasted(a, commitment) and not self._kept_apart(a, commitment):
                self._found.compare(a, commitment, self._worded(a, commitment), certain=False)
        refuse_counted(asked, offered, self._extraction.items, self._found)

    def _refuse_other_units(self, applied: Sequence[Applied]) -> None:
        """Refuse what is left where the plan states the same indicator in its own unit (1.3倍 of another figure)."""
        for a in applied:
            if self._found.answered(a) or self._catalogued.refuse_contrasted(a, self._indicators[id(a)]):
                continue
            found = self._resolver.resolve(a.requirement.label, "", a.unit, "")
            for indicator in sorted({r.indicator for r in found.rejected if r.reason == "unit"}):
                unused = [c for c in self._catalogued.of(indicator) if not self._found.used(c)]
                for commitment in unused[:1]:
                    self._found.refuse(a, commitment, commitment.resolved_unit, a.unit)

    def _aligned(self) -> dict[str, str]:
        """Return the plan's item for each item of the upper document."""
        wholes = [(a.requirement.item, a.requirement.label) for a in self._applied if a.is_whole]
        if not wholes:
            return {}
        upper: dict[str, set[str]] = defaultdict(set)
        for a in self._applied:
            name = self._indicators[id(a)] or _SPOKEN.sub("", a.requirement.label)
            if a.requirement.item and a.value is not None and name:
                upper[a.requirement.item].add(name)
        own = {
            item: frozenset(c.indicator or _SPOKEN.sub("", c.label) for c in commitments)
            for item, commitments in self._by_item.items()
        }
        content = {item: frozenset(names) for item, names in upper.items()}
        return align_items(wholes, tasks_of(self._extraction), self._lexicon, content, own)

    def _inside_items(self, applied: Sequence[Applied], pairs: dict[str, str]) -> None:
        by_item: dict[str, list[Applied]] = defaultdict(list)
        for a in applied:
            by_item[a.requirement.item].append(a)
        for item, requirements in by_item.items():
            offered = [c for c in self._by_item.get(pairs.get(item, ""), ()) if not self._found.used(c)]
            requirements, offered = self._found.in_order(requirements, offered)
            self._by_likeness(requirements, offered, IN_ITEM)
            self._left_over(requirements, offered)

    def _left_over(self, requirements: Sequence[Applied], offered: Sequence[Commitment], least: float = 0) -> None:
        """Bind the one figure per head (or per dose) that is still asked for to the only one still given in that unit."""
        asked = [a for a in requirements if not self._found.answered(a) and "/" in a.unit]
        given = [c for c in offered if not self._found.used(c) and "/" in c.resolved_unit]
        for applied in asked:
            dimension = parse_unit(applied.unit).dimension
            mine = [c for c in given if parse_unit(c.resolved_unit).dimension == dimension]
            rivals = [a for a in asked if parse_unit(a.unit).dimension == dimension]
            if len(mine) == len(rivals) == 1 and not self._contrasted(applied, mine[0]):
                likeness = same_thing(applied.requirement.label, mine[0].label, self._lexicon)
                if (
                    not likeness.contrast
                    and likeness.score >= least
                    and not mine[0].indicator
                    and not self._indicators[id(applied)]
                    and (not least or speaks_of(applied, self._around(mine[0])))
                ):
                    self._found.compare(applied, mine[0], self._worded(applied, mine[0]), certain=False)

    def _around(self, commitment: Commitment) -> str:
        return f"{self._titles.get(commitment.item, '')}\n{commitment.sentence}\n{commitment.label}"

    def _anywhere(self, applied: Sequence[Applied]) -> None:
        """Bind what is left by labels alone; what the catalogue knows, or a section on how work is led says, only by its very name."""
        for known, least in ((False, ANYWHERE), (True, BY_NAME)):
            asked = [a for a in applied if bool(self._indicators[id(a)]) is known and not self._found.answered(a)]
            offered = [c for c in self._offered if asked and c.indicator is None and not self._found.used(c)]
            self._by_likeness(asked, offered, least)
        left = [a for a in applied if self._elsewhere and not self._found.answered(a)]
        self._by_likeness(left, self._elsewhere, BY_NAME)

    def _by_likeness(self, requirements: Sequence[Applied], offered: Sequence[Commitment], least: float) -> None:
        pairs: list[tuple[float, int, tuple[bool, bool], int, int]] = []
        unlike = []
        labels = Candidates([commitment.label for commitment in offered])
        for r, applied in enumerate(requirements):
            near = [c for c in labels.near(applied.requirement.label) if not self._kept_apart(applied, offered[c])]
            for c in near:
                commitment = offered[c]
                if not same_dimension(applied, commitment):
                    if alike_but_unit(applied, commitment, self._lexicon, ANYWHERE):
                        unlike.append((r, c))
                    continue
                likeness = same_thing(*self._names.of(applied.requirement.label, commitment.label), self._lexicon)
                if likeness.contrast:
                    # Inside aligned items a lesser likeness is enough for saying that two were not compared.
                    if likeness.score >= (CONTRASTED_IN_ITEM if least == IN_ITEM else ANYWHERE):
                        self._found.refuse_measure(applied, commitment)
                elif likeness.score >= least:
                    # A place answers with its one figure for its own share, not for the total that it is a share of.
                    rank = not applied.due, not applied.demanded
                    pairs.append((-likeness.score, years_apart(applied, commitment), rank, r, c))
        used_r, used_c = self._one_to_one(sorted(pairs), requirements, offered)
        for r, c in unlike:
            if r not in used_r and c not in used_c:
                self._found.refuse(requirements[r], offered[c], offered[c].resolved_unit, requirements[r].unit)

    def _one_to_one(
        self,
        pairs: list[tuple[float, int, tuple[bool, bool], int, int]],
        requirements: Sequence[Applied],
        offered: Sequence[Commitment],
    ) -> tuple[set[int], set[int]]:
        """Match the best pairs first, each side once, and ask only of those whether they are two things; return what was used."""
        used_r: set[int] = set()
        used_c: set[int] = set()
        for *_, r, c in pairs:
            if r in used_r or c in used_c or self._contrasted(requirements[r], offered[c]):
                continue
            relation = self._worded(requirements[r], offered[c])
            if self._found.compare(requirements[r], offered[c], relation, certain=False):
                used_r.add(r)
                used_c.add(c)
        return used_r, used_c

    def _contrasted(self, applied: Applied, commitment: Commitment) -> bool:
        """Whether the catalogue knows both and knows them as two things."""
        indicator = self._indicators[id(applied)]
        if indicator and commitment.indicator and indicator != commitment.indicator:
            return True
        scopes = relation_of(applied.requirement.scope, commitment.scope)
        return "disjoint" in (scopes, self._worded(applied, commitment))

    def _kept_apart(self, applied: Applied, commitment: Commitment) -> bool:
        """Whether the catalogue knows both as one and did not pair them (of other places, people, units), or a place's share of another."""
        if is_share_of_a_place(commitment, applied):
            return True
        return commitment.indicator is not None and commitment.indicator == self._indicators[id(applied)]

    def _worded(self, applied: Applied, commitment: Commitment) -> Relation:
        return worded_relation(applied, commitment, self._by_item[commitment.item])

    def _beside_what_was_found(self, applied: Sequence[Applied], pairs: dict[str, str]) -> None:
        """Bind what is left of an upper item within the items, cut otherwise, in which the plan has its other figures."""
        by_item: dict[str, list[Applied]] = defaultdict(list)
        for a in applied:
            if not self._found.answered(a):
                by_item[a.requirement.item].append(a)
        places = self._found.places(pairs)
        of_parent: dict[str, list[str]] = defaultdict(list)
        for item, names in places.items():
            of_parent[item.rpartition(".")[0]] += names
        for item, requirements in by_item.items():
            parent = item.rpartition(".")[0]
            around = holding(places.get(item) or (of_parent[parent] if parent else ()), self._extraction.items)
            if around:
                inside = [c for c in self._offered if around.start <= c.start < around.end]
                offered = [c for c in inside if not self._found.used(c)]
                requirements, offered = self._found.in_order(requirements, offered)
                self._by_likeness(requirements, offered, IN_ITEM)
                self._left_over(requirements, offered)


def bind(
    applied: Sequence[Applied], extraction: Extraction, resolver: Resolver, decided: Decided | None = None
) -> Binding:
    """Return which commitments of a plan answer which requirements that concern it; people's decisions go first."""
    return Binder(applied, extraction, resolver, decided).bind()
