"""Bounds: the set of values that a commitment or a standard allows, with open and closed ends.

以上, 以下, 以内 include the number, 超过, 不满 exclude it (Civil Code of the PRC, art. 1259). 左右 and 约 allow no interval
that anybody could prove: they are a third state.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Literal

from msgspec import Struct

Op = Literal[">=", ">", "<=", "<", "=", "~", "range"]
Containment = Literal["inside", "boundary", "outside", "undecided"]


class Interval(Struct, frozen=True):
    """A set of values between two ends; None is no end at all, an open end excludes its value."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def scaled(self, factor: Fraction) -> Interval:
        """Return the interval times ``factor``, which must be positive (a unit's factor always is)."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return Interval(low, high, self.low_open, self.high_open)

    def lies_inside(self, other: Interval) -> Containment:
        """Say whether every value of this interval is allowed by ``other``.

        ``boundary`` means that it fails by one excluded end value alone (≥95 against >95).
        """
        low = _end_inside(self.low, self.low_open, other.low, other.low_open, below=True)
        high = _end_inside(self.high, self.high_open, other.high, other.high_open, below=False)
        if "outside" in (low, high):
            return "outside"
        return "boundary" if "boundary" in (low, high) else "inside"


def _end_inside(
    mine: Fraction | None, mine_open: bool, theirs: Fraction | None, theirs_open: bool, *, below: bool
) -> Containment:
    if theirs is None:
        return "inside"
    if mine is None:
        return "outside"
    if mine == theirs:
        return "boundary" if theirs_open and not mine_open else "inside"
    return "inside" if (mine > theirs) == below else "outside"


class Bound(Struct, frozen=True):
    """An amount with its comparator, as read: ``op``, ``value`` and for a range ``high``, in the printed unit."""

    op: Op
    value: Decimal
    high: Decimal | None = None

    def interval(self) -> Interval | None:
        """Return the set of values allowed, or None for an approximate figure (``~``)."""
        value = Fraction(self.value)
        match self.op:
            case ">=" | ">":
                return Interval(low=value, low_open=self.op == ">")
            case "<=" | "<":
                return Interval(high=value, high_open=self.op == "<")
            case "range" if self.high is not None:
                return Interval(value, Fraction(self.high))
            case "=":
                return Interval(value, value)
        return None
