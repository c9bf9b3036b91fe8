"""A requirement as it concerns one plan on one day."""

from __future__ import annotations

from msgspec import Struct

from engine.document import Document
from engine.quantity.bounds import Interval
from engine.quantity.units import parse_unit
from engine.requirement import DatedValue, Requirement, Standard, State
from engine.wording import Text


class Applied(Struct, frozen=True):
    """A requirement with its state on the day that counts and the value that concerns that day.

    ``applies`` is False when the plan's level is not bound or a stricter requirement takes its place, ``why_not`` says
    which. ``earlier`` are values that had ended before the day. ``demanded`` marks what the plan itself has to carry;
    ``due`` is False for a target whose day is still to come; ``reason`` says why this value counts among those of its
    chain; ``formula`` is a derived requirement's formula in words, ``worked`` the same with the plan's own figures put in;
    ``drafted`` marks what was read from a document,
    ``source``, and reviewed by nobody.
    """

    standard: Standard
    requirement: Requirement
    state: State
    value: DatedValue | None = None
    applies: bool = True
    why_not: Text | None = None
    earlier: tuple[DatedValue, ...] = ()
    demanded: bool = False
    due: bool = True
    reason: Text | None = None
    formula: str = ""
    worked: Text | None = None
    drafted: bool = False
    source: Document | None = None

    @property
    def key(self) -> str:
        """The id of the requirement, one of its own within a run: ``standards.in_force.apply`` sees to that."""
        return self.requirement.id

    @property
    def is_whole(self) -> bool:
        """Whether it speaks for an item of the upper document as a whole."""
        requirement = self.requirement
        return requirement.binding == "duty" and self.value is None and bool(requirement.item) and not requirement.told

    @property
    def unit(self) -> str:
        """The unit of the value, or an empty text."""
        return self.value.unit if self.value else ""

    @property
    def interval(self) -> Interval | None:
        """The values allowed, in the base unit of the dimension; None without a value or for an approximate one."""
        return interval_in_base(self.value) if self.value else None


def interval_in_base(value: DatedValue) -> Interval | None:
    """Return the values that a dated value allows, in the base unit of its dimension."""
    interval = value.bound.interval()
    return interval.scaled(parse_unit(value.unit).factor) if interval else None
