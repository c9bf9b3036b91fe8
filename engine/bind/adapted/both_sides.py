"""Ratios of standards for town and country where a plan has one standard for both: 城乡低保标准900元 is that of either side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.commitment import Commitment
from engine.patterns import lazy
from engine.resolve.catalogue import Catalogue

_SIDE = lazy("城市|城镇|农村|乡村")


def without_sides(applied: Iterable[Applied], levels: Sequence[Commitment], catalogue: Catalogue) -> Iterator[Applied]:
    """Yield requirements, those with a formula for one side over a figure that the plan has for both as such, once.

    Where the plan has what is asked for by side as well, each side keeps its own requirement.
    """
    seen: set[tuple[str, str, str]] = set()
    told = [f"{''.join(c.scope)}{c.label}" for c in levels]
    for a in applied:
        requirement = a.requirement
        formula = _by_name(requirement.formula, catalogue) if requirement.formula else ""
        if not _SIDE.search(formula) or not _is_for_both(formula, told):
            yield a
            continue
        plain, label = _SIDE.sub("", formula), _SIDE.sub("", requirement.label)
        if any(_SIDE.search(words) and _SIDE.sub("", words).endswith(label) for words in told):
            yield replace(a, requirement=replace(requirement, formula=plain))
        elif (key := (a.standard.id, label, plain)) not in seen:
            seen.add(key)
            yield replace(a, requirement=replace(requirement, label=label, scope=(), formula=plain))


def _by_name(formula: str, catalogue: Catalogue) -> str:
    """Return a formula with the names of the indicators that it calls by their ids."""
    for part in formula.replace("*", " ").replace("+", " ").split():
        if indicator := catalogue.get(part):
            formula = formula.replace(part, indicator.name)
    return formula


def _is_for_both(formula: str, told: Iterable[str]) -> bool:
    """Whether a plan has what a formula is of, and for neither side alone."""
    name = _SIDE.sub("", formula.rpartition("*")[2]).strip()
    same = [words for words in told if words.replace("城乡", "").endswith(name)]
    return bool(same) and not any(_SIDE.search(words) for words in same)
