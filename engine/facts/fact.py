"""The form of a fact.

A card can test equality, order and absence, so whatever needs arithmetic or sets is a field already. Numbers are exact
(int or Fraction, in the base unit of their dimension), dates are ordinals, strengths are ranks. A field that does not
apply is left out; a condition on a field left out never holds, in either direction.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from engine.document import Span
from engine.wording import Text

Value = str | bool | int | Fraction
Role = Literal["plan", "standard", "part", "total"]


class Evidence(Struct, frozen=True):
    """Words in a file that show something, and the part they play; ``earlier`` ones are a place's own of a year before."""

    role: Role
    span: Span
    earlier: bool = False

    def as_role(self, role: Role) -> Evidence:
        """Return the same words in another role; parts and totals keep theirs."""
        return self if self.role in ("part", "total") else replace(self, role=role)


class Figure(Struct, frozen=True):
    """A figure as a report prints it: comparator, amount in base units, unit, and the words."""

    op: str
    value: Decimal | None
    high: Decimal | None
    unit: str
    text: str


class Fact(Struct, frozen=True):
    """A statement that a card can test (``fields``), with what a report shows for it.

    ``fields`` always holds ``kind``, ``id`` and ``plan``. ``said`` holds bilingual words for messages
    (``{t.working}``) that no card tests.
    """

    fields: Mapping[str, Value]
    evidence: tuple[Evidence, ...] = ()
    figure: Figure | None = None
    said: Mapping[str, Text] | None = None
