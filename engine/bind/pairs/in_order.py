"""Lists without names: figures that a plan gives in the order of the things its upper document names (按1.2万元、0.6万元、0.3万元补助)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.bind.applied import Applied
from engine.commitment import Commitment
from engine.quantity.units import parse_unit

_LEAST = 2


def listed_pairs(asked: Sequence[Applied], offered: Sequence[Commitment]) -> Iterator[tuple[Applied, Commitment]]:
    """Yield what answers what where the figures of one sentence, as many as are asked in their unit, name nothing.

    Both sides stand in one item each. A figure whose label has what sets a requirement's label apart names something.
    """
    wanted: dict[str, list[Applied]] = defaultdict(list)
    for applied in asked:
        if "/" in applied.unit:
            wanted[parse_unit(applied.unit).dimension].append(applied)
    given: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
    for c in offered:
        if "/" in c.resolved_unit and c.sentence:
            given[parse_unit(c.resolved_unit).dimension, c.sentence].append(c)
    for (dimension, _), figures in given.items():
        requirements = wanted.get(dimension, [])
        if len(figures) == len(requirements) >= _LEAST and not _named(requirements, figures):
            yield from zip(requirements, figures, strict=True)


def _named(requirements: Sequence[Applied], figures: Sequence[Commitment]) -> bool:
    labels = [applied.requirement.label for applied in requirements]
    shared = set.intersection(*map(set, labels))
    told = set("".join(labels)) - shared
    return any(c.indicator or told & set(c.label) for c in figures)
