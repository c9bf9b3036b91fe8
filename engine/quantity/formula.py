"""Formulas of derived standards: sums of figures, each with a factor (``1.3 * urban-minimum-living-allowance``).

A figure is named by its indicator's id or, by those who know no ids, as plans name it (``1.3 * 城市低保标准``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache

from msgspec import Struct

from engine.errors import StandardError
from engine.patterns import lazy

_TERM = lazy(
    r"(?:(?P<before>\d+(?:\.\d+)?)\s*[*×]\s*)?(?P<id>[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[一-龥][一-龥“”（）()、]+)(?:\s*[*×]\s*(?P<after>\d+(?:\.\d+)?))?",
    re.ASCII,
)


class Term(Struct, frozen=True):
    """One part of the sum: ``factor`` times the figure of ``indicator``."""

    factor: Decimal
    indicator: str


class Formula(Struct, frozen=True):
    """A sum of terms; the figures that go in must share one dimension and unit."""

    terms: tuple[Term, ...]

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators it needs, in the order written."""
        return tuple(term.indicator for term in self.terms)

    def value(self, figures: Mapping[str, Fraction]) -> Fraction | None:
        """Return the exact result, or None when a figure is missing."""
        if any(name not in figures for name in self.indicators):
            return None
        return sum((Fraction(t.factor) * figures[t.indicator] for t in self.terms), Fraction(0))


@cache
def parse_formula(text: str) -> Formula:
    """Return the formula that ``text`` writes: terms joined by ``+``, each ``id``, ``1.3 * id`` or ``id * 1.3``, or a name in Chinese for the id.

    Raises StandardError, naming the part that cannot be read.
    """
    terms = []
    for part in text.split("+"):
        found = _TERM.fullmatch(part.strip())
        if found is None or (found["before"] and found["after"]):
            raise StandardError("standards.formula", formula=text, part=part.strip())
        terms.append(Term(Decimal(found["before"] or found["after"] or "1"), found["id"]))
    return Formula(tuple(terms))
