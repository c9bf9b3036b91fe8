"""The pairs found so far while one plan is bound: what answers what, and what was refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.binding import Match, Refusal, Relation
from engine.bind.contain import containment, is_beyond_comparison
from engine.bind.pairs.in_order import listed_pairs
from engine.bind.pairs.in_the_year import in_the_year
from engine.bind.pairs.payers import is_share_of_a_payer
from engine.bind.pairs.tiers import tier_pairs
from engine.bind.people.relations import other_ages, same_measure, unit_reason
from engine.commitment import Commitment
from engine.quantity.units import parse_unit
from engine.resolve.decided import Decided
from engine.wording import phrase


class Pairing:
    """Matches and refusals in the order found, with what of either side is answered already."""

    def __init__(self, decided: Decided) -> None:
        self._decided = decided
        self.matches: list[Match] = []
        self.refusals: list[Refusal] = []
        self._used: set[int] = set()
        self._answered: set[int] = set()
        self._matched: set[int] = set()

    def used(self, commitment: Commitment) -> bool:
        """Whether a commitment answers a requirement already."""
        return id(commitment) in self._used

    def answered(self, applied: Applied) -> bool:
        """Whether a requirement has an answer, or a figure that was refused."""
        return id(applied) in self._answered

    def matched(self, applied: Applied) -> bool:
        """Whether a figure was compared with a requirement."""
        return id(applied) in self._matched

    def refuse(self, applied: Applied, commitment: Commitment, mine: str, theirs: str) -> None:
        """Keep a pair as not compared because of the unit of the plan (``mine``) and of the standard."""
        # What a thing costs is no other way of telling how many of it there are.
        counted = commitment.unit == "元" and not applied.unit.startswith("元")
        if counted or other_ages(applied, commitment):
            return
        self.refusals.append(Refusal(applied, commitment, unit_reason(mine, theirs)))
        self._answered.add(id(applied))

    def refuse_measure(self, applied: Applied, commitment: Commitment) -> None:
        """Keep a pair as not compared because the two, named like the same measure, measure different things."""
        if not same_measure(applied.requirement.label, commitment.label) or other_ages(applied, commitment):
            return
        self.refusals.append(Refusal(applied, commitment, "measure"))
        self._answered.add(id(applied))

    def doubt(self, applied: Applied, commitment: Commitment) -> None:
        """Match a share to a figure that may be it where that reaches it; else keep the two as not compared."""
        value = applied.value
        if value and containment(commitment, value, applied.requirement.binding) == "inside":
            self.compare(applied, commitment, "equal", certain=False)
        else:
            self.refusals.append(Refusal(applied, commitment, "measure"))
            self._answered.add(id(applied))

    def compare(self, applied: Applied, commitment: Commitment, relation: Relation, certain: bool) -> bool:
        """Match a pair, or refuse it where the units measure different things; return whether it was matched."""
        value = applied.value
        assert value is not None
        decision = self._decided.on_match(commitment.id, applied.requirement.id)
        if decision and decision.kind == "reject":
            return False
        binding = applied.requirement.binding
        if not decision and (
            is_share_of_a_payer(commitment, applied) or is_beyond_comparison(commitment, value, binding)
        ):
            return False
        compared = in_the_year(applied, commitment)
        mine, theirs = parse_unit(compared.compared_unit), parse_unit(value.unit)
        written = parse_unit(commitment.unit)
        if mine.dimension != theirs.dimension == written.dimension and mine.factor == written.factor:
            # Both write 安置445人; only the catalogue counts posts.
            compared, mine = replace(commitment, resolved_unit=commitment.unit), written
        if mine.dimension != theirs.dimension:
            self.refuse(applied, commitment, mine.text, theirs.text)
            return False
        how = "bound-by-catalogue" if commitment.indicator else "bound-by-likeness"
        inside = containment(compared, value, applied.requirement.binding)
        trace = phrase(f"bind.{how}", label=commitment.label, requirement=applied.requirement.label)
        if decision:
            certain, trace = True, self._decided.remark_of(decision)
        self.matches.append(Match(applied, compared, certain, inside, relation, trace))
        self._used.add(id(commitment))
        self._matched.add(id(applied))
        self._answered.add(id(applied))
        return True

    def take(self, applied: Applied, commitment: Commitment, relation: Relation) -> None:
        """Match a task without a figure to what of the plan speaks of it; nothing is compared but day and people."""
        trace = phrase("bind.bound-by-likeness", label=commitment.label, requirement=applied.requirement.label)
        self.matches.append(Match(applied, commitment, False, "inside", relation, trace))
        self._answered.add(id(applied))

    def in_order(
        self, asked: Sequence[Applied], offered: Sequence[Commitment]
    ) -> tuple[list[Applied], list[Commitment]]:
        """Match tiers by their ages and figures that name nothing in the order of what is asked; return what is left."""
        for applied, commitment, relation in tier_pairs(asked, offered):
            self.compare(applied, commitment, relation, certain=False)
        asked = [a for a in asked if not self.answered(a)]
        offered = [c for c in offered if not self.used(c)]
        for applied, commitment in listed_pairs(asked, offered):
            self.compare(applied, commitment, "equal", certain=False)
        return [a for a in asked if not self.answered(a)], [c for c in offered if not self.used(c)]

    def places(self, pairs: Mapping[str, str]) -> dict[str, list[str]]:
        """Return the plan's items that answer each upper item: that of its title (``pairs``), and where its figures are."""
        places: dict[str, list[str]] = defaultdict(list)
        for name, own in pairs.items():
            places[name].append(own)
        matched = [(m.applied, m.commitment) for m in self.matches]
        for applied, commitment in matched + [(r.applied, r.commitment) for r in self.refusals]:
            places[applied.requirement.item].append(commitment.item)
        return places
