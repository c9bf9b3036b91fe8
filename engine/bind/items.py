"""Which item of a plan answers which item of a higher document: by title, then by what stands in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from engine.bind.applied import Applied
from engine.bind.binding import ItemMatch
from engine.bind.candidates import Candidates
from engine.commitment import Item
from engine.resolve.lexicon import Lexicon
from engine.resolve.likeness import same_thing

SAME_TITLE = 0.62
_SHARED_CONTENT = 0.5


def align_items(
    upper: Sequence[tuple[str, str]],
    own: Sequence[Item],
    lexicon: Lexicon,
    upper_content: Mapping[str, frozenset[str]],
    own_content: Mapping[str, frozenset[str]],
) -> dict[str, str]:
    """Return the id of the plan's item for each (id, title) of the upper document that has one, one to one.

    ``upper_content`` and ``own_content`` hold the indicators (or labels) under each item: items of unlike titles that share half of
    them answer each other too. Numbering plays no part.
    """
    pairs = []
    near = _Near(own, own_content)
    for upper_id, title in upper:
        for item in near.items(title, upper_content.get(upper_id, frozenset())):
            likeness = same_thing(title, item.title, lexicon)
            shared = _shared(upper_content.get(upper_id, frozenset()), own_content.get(item.id, frozenset()))
            score = max(0.0 if likeness.contrast else likeness.score, shared * 0.9)
            if (not likeness.contrast and likeness.score >= SAME_TITLE) or shared >= _SHARED_CONTENT:
                pairs.append((-score, upper_id, item.id))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, upper_id, own_id in sorted(pairs):
        if upper_id not in found and own_id not in taken:
            found[upper_id] = own_id
            taken.add(own_id)
    return found


class _Near:
    """The items worth comparing with an upper one: of a like title, or with some of the same content."""

    def __init__(self, own: Sequence[Item], content: Mapping[str, frozenset[str]]) -> None:
        self._own = own
        self._titles = Candidates([item.title for item in own])
        self._with: dict[str, list[int]] = defaultdict(list)
        for place, item in enumerate(own):
            for name in content.get(item.id, ()):
                self._with[name].append(place)

    def items(self, title: str, content: Iterable[str]) -> list[Item]:
        """Return those items in the order of the plan."""
        places = set(self._titles.near(title)) | {place for name in content for place in self._with.get(name, ())}
        return [self._own[place] for place in sorted(places)]


def parents_of(items: Sequence[Item]) -> dict[str, str]:
    """Return the id of the item that each item stands in, empty for the outermost."""
    open_items: list[Item] = []
    parents = {}
    for item in items:
        while open_items and open_items[-1].level >= item.level:
            open_items.pop()
        parents[item.id] = open_items[-1].id if open_items else ""
        open_items.append(item)
    return parents


def holding(places: Iterable[str], items: Sequence[Item]) -> Item | None:
    """Return the innermost item that holds all items of these ids, else the first of them; None where there is none."""
    named = dict.fromkeys(places)
    inside = [item for item in items if item.id in named]
    if not inside:
        return None
    start, end = min(i.start for i in inside), max(i.start for i in inside)
    around = [item for item in items if item.start <= start and end < item.end]
    return max(around, key=lambda item: item.start, default=min(inside, key=lambda item: item.start))


def item_matches(
    applied: Sequence[Applied],
    places: Mapping[str, Sequence[str]],
    answered: Callable[[Applied], bool],
    items: Sequence[Item],
) -> tuple[ItemMatch, ...]:
    """Return what answers each upper item: the plan's item of its title, or wherever the plan has its figures.

    ``places`` are the ids of the plan's items that answer each upper one. What is due in a later year is not dropped.
    """
    figures: dict[str, list[Applied]] = defaultdict(list)
    for a in applied:
        if a.value is not None and a.requirement.item and a.due and a.applies and not a.demanded:
            figures[a.requirement.item].append(a)
    found = []
    for a in applied:
        name = a.requirement.item
        if a.is_whole and name in places:
            dropped = tuple(f for f in figures[name] if not answered(f))
            found.append(ItemMatch(a, holding(places[name], items), dropped))
    return tuple(found)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
