"""Several requirements of one indicator and several figures of it: which figure answers which requirement.

Held each against each they would be n² pairs, most of them of different places or tasks. Each side answers once, first
where item and name are the same, last by likeness; what is left over shares the answer of its like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from engine.bind.applied import Applied
from engine.bind.candidates import Candidates
from engine.bind.contain import in_base
from engine.bind.enough import REST
from engine.commitment import Commitment
from engine.quantity.units import parse_unit
from engine.resolve.likeness import same_thing
from engine.resolve.resolver import Resolver

_NOWHERE = "-"

Pair = tuple[int, int]


class Names:
    """What labels say beyond the name of their indicator (青山村 in 青山村自来水普及率)."""

    def __init__(self, indicator: str, resolver: Resolver) -> None:
        self._lexicon = resolver.catalogue.lexicon
        self._known = resolver.catalogue.index.known.get(indicator, frozenset())
        self._rests: dict[str, str] = {}

    def rest(self, label: str) -> str:
        """Return the words of a label that neither its indicator nor the words that say little account for."""
        if label not in self._rests:
            self._rests[label] = self._lexicon.leftover(self._lexicon.plain(label), self._known)
        return self._rests[label]

    def likeness(self, one: str, other: str) -> float:
        """Return how alike two labels are, 0 where they exclude each other or each says something of its own."""
        mine, theirs = self.rest(one), self.rest(other)
        own = set(mine) - set(theirs) and set(theirs) - set(mine)
        if own and same_thing(mine, theirs, self._lexicon).score < REST:
            return 0.0
        found = same_thing(one, other, self._lexicon)
        return 0.0 if found.contrast else found.score


def shared_out(
    asked: Sequence[Applied], given: Sequence[Commitment], lined: Mapping[str, str], names: Names
) -> Iterator[tuple[Applied, Commitment]]:
    """Yield what answers what; ``lined`` leads from the items of the upper document to those of the plan.

    The requirements have the same people, unit and way of binding. Figures in another unit are given only where there is
    none in theirs.
    """
    dimension = parse_unit(asked[0].unit).dimension
    given = [c for c in given if parse_unit(c.compared_unit).dimension == dimension] or given
    if given:
        sharing = _Sharing(asked, given, lined, names)
        for r, c in sharing.pairs():
            yield asked[r], given[c]


class _Sharing:
    def __init__(
        self, asked: Sequence[Applied], given: Sequence[Commitment], lined: Mapping[str, str], names: Names
    ) -> None:
        self._asked, self._given, self._lined, self._names = asked, given, lined, names
        self._answer: dict[int, int] = {}
        self._taken: dict[int, int] = {}
        # Low figures answer low requirements; where figures are left over it is not the highest that go without.
        turned = (asked[0].requirement.binding == "ceiling") != (len(given) > len(asked))
        self._sign = -1 if turned else 1

    def pairs(self) -> Iterator[Pair]:
        """Yield the places of both sides, those of one pair each first, then those that share."""
        names = self._names
        self._by_key(lambda item, label: (item, label))
        self._by_key(lambda item, label: (item, names.rest(label)))
        self._by_key(lambda _, label: label)
        self._by_key(lambda _, label: names.rest(label))
        self._by_likeness()
        yield from self._answer.items()
        yield from self._shared()

    def _by_key(self, key: Callable[[str, str], Hashable]) -> None:
        """Pair what has the same key of (item of the plan, label) on both sides, in the order of the figures."""
        offered: dict[Hashable, list[int]] = defaultdict(list)
        for c, commitment in enumerate(self._given):
            if c not in self._taken:
                offered[key(commitment.item, commitment.label)].append(c)
        wanted: dict[Hashable, list[int]] = defaultdict(list)
        for r, applied in enumerate(self._asked):
            if r not in self._answer:
                requirement = applied.requirement
                wanted[key(self._lined.get(requirement.item, _NOWHERE), requirement.label)].append(r)
        for same, places in wanted.items():
            if same in offered:
                free = sorted(offered[same], key=self._size)
                self._take(zip(sorted(places, key=self._size_asked), free, strict=False))

    def _by_likeness(self) -> None:
        free = [c for c in range(len(self._given)) if c not in self._taken]
        labels = Candidates([self._given[c].label for c in free])
        found = []
        for r, applied in enumerate(self._asked):
            if r in self._answer:
                continue
            for place in labels.near(applied.requirement.label):
                score = self._names.likeness(applied.requirement.label, self._given[free[place]].label)
                found.append((-score, r, free[place]))
        self._take((r, c) for score, r, c in sorted(found) if score)

    def _shared(self) -> Iterator[Pair]:
        """Yield the answers of what found none of its own: a figure of its like, which may answer for several."""
        labels = Candidates([c.label for c in self._given])
        for r, applied in enumerate(self._asked):
            if r not in self._answer:
                label = applied.requirement.label
                scores = [(-self._names.likeness(label, self._given[c].label), c) for c in labels.near(label)]
                if scores and (best := min(scores))[0]:
                    yield r, best[1]
        asked = {self._asked[r].requirement.label: r for r in sorted(self._answer, key=self._size_asked, reverse=True)}
        told = {(self._given[c].label, self._given[c].bound) for c in self._taken}
        for c, commitment in enumerate(self._given):
            said = commitment.label, commitment.bound
            if c not in self._taken and commitment.label in asked and said not in told:
                told.add(said)
                yield asked[commitment.label], c

    def _take(self, pairs: Iterable[Pair]) -> None:
        for r, c in pairs:
            if r not in self._answer and c not in self._taken:
                self._answer[r] = c
                self._taken[c] = r

    def _size(self, place: int) -> tuple[Fraction, int]:
        given = self._given[place]
        return self._sign * in_base(given.bound, given.compared_unit), place

    def _size_asked(self, place: int) -> tuple[Fraction, int]:
        value = self._asked[place].value
        assert value is not None
        return self._sign * in_base(value.bound, value.unit), place
