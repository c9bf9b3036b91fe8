"""What answers what by its own name once the people that either label names are left aside: 低保户、特困户取暖补助 and 取暖补助."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.bind.applied import Applied
from engine.bind.people.listed import HEAD, OPEN, groups_of, without_lists
from engine.bind.people.told import own_part, own_words
from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.units import parse_unit
from engine.resolve.lexicon import Lexicon
from engine.resolve.likeness import same_thing

_FOR = lazy(rf"^[一-龥]{{0,8}}?(?:{HEAD})+(?=[一-龥]{{4}})|[对向为][一-龥]{{0,8}}?(?:{HEAD})+$")
_ANYBODY = lazy(HEAD)
_LEAST = 4


def pairs_for_whomever(
    asked: Sequence[Applied], offered: Sequence[Commitment], lexicon: Lexicon, least: float
) -> Iterator[tuple[Applied, Commitment]]:
    """Yield what answers what by labels without their people, where one is alone in its name on either side.

    The plan's own words name some of those people, nobody, or all that there are (各级医疗机构).
    """
    by_name: dict[tuple[str, str], list[Applied]] = defaultdict(list)
    for a in asked:
        name = _bare(a.requirement.label)
        if name != a.requirement.label and len(name) >= _LEAST:
            by_name[name, parse_unit(a.unit).dimension].append(a)
    given: dict[str, list[tuple[Commitment, str]]] = defaultdict(list)
    for c in offered if by_name else ():
        given[parse_unit(c.compared_unit).dimension].append((c, _bare(c.label)))
    for (name, dimension), those in by_name.items():
        alike = [c for c, other in given.get(dimension, ()) if _alike(name, other, lexicon, least)]
        if len(those) == len(alike) == 1 and _some_of_them(those[0], alike[0]):
            yield those[0], alike[0]


def _alike(name: str, other: str, lexicon: Lexicon, least: float) -> bool:
    likeness = same_thing(name, other, lexicon)
    return not likeness.contrast and likeness.score >= least


def _bare(label: str) -> str:
    return _FOR.sub("", without_lists(label))


def _some_of_them(applied: Applied, commitment: Commitment) -> bool:
    part = own_part(commitment.sentence, commitment.span.text)
    words = f"{commitment.label} {own_words(part, commitment.span.text, commitment.label)}"
    if not _ANYBODY.search(words) or OPEN.search(words) or "基层" in words:
        return True
    return any(group.lies_in(words) for group in groups_of(applied.requirement.label))
