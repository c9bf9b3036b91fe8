"""Derived floors: what a formula over other indicators gives, once the plan itself states them (特困 ≥ 1.3 × 低保)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.bind.applied import Applied
from engine.bind.contain import in_base
from engine.commitment import Commitment, Extraction
from engine.quantity.bounds import Bound
from engine.quantity.formula import Formula, parse_formula
from engine.quantity.printed import exact_decimal
from engine.quantity.units import parse_unit
from engine.requirement import DatedValue
from engine.resolve.catalogue import Catalogue
from engine.wording import phrase

_ALWAYS = date(1949, 10, 1)


def with_derived(applied: Sequence[Applied], extraction: Extraction, catalogue: Catalogue) -> tuple[Applied, ...]:
    """Return the requirements, those with a formula given the value that follows from the plan's own figures.

    A formula whose figures the plan does not state stays without a value and is printed in words.
    """
    stated: dict[str, Commitment] = {}
    for commitment in extraction.commitments:
        if commitment.indicator and not commitment.relative and commitment.bound.op != "~":
            stated.setdefault(commitment.indicator, commitment)
    return tuple(_derived(a, stated, catalogue) if a.requirement.formula else a for a in applied)


def _derived(applied: Applied, stated: dict[str, Commitment], catalogue: Catalogue) -> Applied:
    formula = parse_formula(applied.requirement.formula)
    words = in_words(formula, catalogue)
    applied = replace(applied, formula=words)
    sources = [stated[name] for name in formula.indicators if name in stated]
    figures = {c.indicator or "": _base(c) for c in sources}
    value = formula.value(figures)
    if value is None:
        return applied
    unit = sources[0].resolved_unit or sources[0].unit
    amount = exact_decimal(value / parse_unit(unit).factor)
    if amount is None:
        return applied
    dated = DatedValue(Bound(">=", amount), unit, _ALWAYS, dated=False, confidence=applied.standard.confidence)
    return replace(applied, value=dated, reason=phrase("bind.derived", formula=words))


def in_words(formula: Formula, catalogue: Catalogue) -> str:
    """Return a formula with the indicators' names: 城市低保标准×1.3."""
    named = []
    for term in formula.terms:
        indicator = catalogue.get(term.indicator)
        name = indicator.name if indicator else term.indicator
        named.append(name if term.factor == 1 else f"{name}×{term.factor}")
    return "＋".join(named)


def _base(commitment: Commitment) -> Fraction:
    return in_base(commitment.bound, commitment.resolved_unit or commitment.unit)
