"""Derived floors: what a formula over other indicators gives, once the plan itself states them (特困 ≥ 1.3 × 低保)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from engine.bind.adapted.both_sides import without_sides
from engine.bind.applied import Applied
from engine.bind.contain import in_base
from engine.commitment import Commitment, Extraction
from engine.quantity.bounds import Bound
from engine.quantity.formula import Formula, parse_formula
from engine.quantity.printed import exact_decimal, printed
from engine.quantity.units import parse_unit
from engine.requirement import DatedValue
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver
from engine.wording import phrase

_ALWAYS = date(1949, 10, 1)


def with_derived(applied: Sequence[Applied], extraction: Extraction, catalogue: Catalogue) -> tuple[Applied, ...]:
    """Return the requirements, those with a formula given the value that follows from the plan's own figures.

    A formula whose figures the plan does not state stays without a value and is printed in words.
    """
    if not any(a.requirement.formula for a in applied):
        return tuple(applied)
    levels = [c for c in extraction.commitments if not c.relative and c.bound.op != "~"]
    stated = {c.indicator: c for c in reversed(levels) if c.indicator}
    named = _Named(levels, stated, catalogue)
    told = without_sides(applied, levels, catalogue)
    return tuple(_derived(a, named, catalogue) if a.requirement.formula else a for a in told)


class _Named:
    """The figures of a plan by what a formula calls them: the id of an indicator, or its name in Chinese."""

    def __init__(self, levels: Sequence[Commitment], stated: Mapping[str, Commitment], catalogue: Catalogue) -> None:
        self._levels = levels
        self._stated = stated
        self._catalogue = catalogue

    def figure(self, name: str) -> Commitment | None:
        """Return the first figure of that name, or None."""
        if name in self._catalogue.indicators:
            return self._stated.get(name)
        plain = self._catalogue.lexicon.plain
        resolver = Resolver(self._catalogue)
        units = {(c.unit, c.kind): None for c in self._levels}
        meant = [found for unit, kind in units if (found := resolver.resolve(name, "", unit, kind).indicator)]
        same = [c for c in self._levels if plain(c.label) == plain(name)]
        return next((self._stated[indicator] for indicator in meant if indicator in self._stated), None) or next(
            iter(same), None
        )


def _derived(applied: Applied, named: _Named, catalogue: Catalogue) -> Applied:
    formula = parse_formula(applied.requirement.formula)
    words = in_words(formula, catalogue)
    applied = replace(applied, formula=words)
    found = {name: named.figure(name) for name in formula.indicators}
    sources = [commitment for commitment in found.values() if commitment]
    value = formula.value({name: _base(c) for name, c in found.items() if c})
    if value is None:
        return applied
    unit = sources[0].compared_unit
    amount = exact_decimal(value / parse_unit(unit).factor)
    if amount is None:
        return applied
    dated = DatedValue(Bound(">=", amount), unit, _ALWAYS, dated=False, confidence=applied.standard.confidence)
    bases = "、".join(printed(Bound("=", c.bound.value), c.compared_unit) for c in sources)
    worked = phrase("bind.worked", formula=words, bases=bases, value=printed(Bound("=", amount), unit))
    return replace(applied, value=dated, reason=phrase("bind.derived", formula=words), worked=worked)


def in_words(formula: Formula, catalogue: Catalogue) -> str:
    """Return the floor that a formula gives as a plan would write it: 不低于城市低保标准的1.3倍."""
    named = []
    for term in formula.terms:
        indicator = catalogue.get(term.indicator)
        name = indicator.name if indicator else term.indicator
        named.append(name if term.factor == 1 else f"{name}的{term.factor}倍")
    *rest, last = named
    return f"不低于{'、'.join(rest)}与{last}之和" if rest else f"不低于{last}"


def _base(commitment: Commitment) -> Fraction:
    return in_base(commitment.bound, commitment.compared_unit)
