"""What a standard requires: dated values with their source, as data."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from msgspec import Struct, field

from engine.commitment import Strength
from engine.document import Span
from engine.quantity.bounds import Bound

Binding = Literal["floor", "ceiling", "fixed", "target", "total", "duty", "derived", "reference"]
Confidence = Literal["primary", "press", "derived", "unverified"]
State = Literal["not-yet", "in-force", "repealed", "unknown"]


class DatedValue(Struct, frozen=True):
    """A value and the days on which it is in force (``until`` inclusive, None while nothing ends it).

    ``dated`` is False when its first day is not known: whether it is in force is then unknown on each of its days.
    ``confidence``, ``checked``, ``title`` and ``url`` are its own source, or that of its standard.
    """

    bound: Bound
    unit: str
    since: date
    until: date | None = None
    number: str = ""
    clause: str = ""
    published: date | None = None
    title: str = ""
    url: str = ""
    confidence: Confidence | None = None
    checked: date | None = None
    note: str = ""
    dated: bool = True


class Requirement(Struct, frozen=True):
    """One thing that a standard asks for, with every value it had.

    ``applies_to`` are the levels bound (empty: every level below the standard's own); ``meet_by`` is a target's day;
    ``formula`` a derived floor; ``span`` and ``quote`` stand for the words of the standard where they were read from a
    document, ``told`` for the sentence around them, ``at`` for their offsets. ``since``/``until`` are the days of a requirement without values (a
    duty, a formula); ``allotted`` holds the share of each lower place in a total, in the unit of its value;
    ``day_of_all`` is True when ``meet_by`` is the day that the document sets for all of its tasks, ``day`` stands for the words
    of that day; ``head`` is what a table calls that which it allots.
    """

    id: str
    label: str
    binding: Binding
    values: tuple[DatedValue, ...] = ()
    indicator: str | None = None
    scope: tuple[str, ...] = ()
    strength: Strength = "must"
    applies_to: tuple[str, ...] = ()
    clause: str = ""
    meet_by: date | None = None
    formula: str = ""
    item: str = ""
    span: Span | None = None
    allotted: tuple[tuple[str, Decimal], ...] = ()
    since: date | None = None
    until: date | None = None
    note: str = ""
    told: str = ""
    at: tuple[int, int] | None = None
    day_of_all: bool = False
    head: Span | None = None
    day: Span | None = None


class Repeal(Struct, frozen=True):
    """Since which day a document is no longer in force, and by what (a document number, or words); empty: not known."""

    day: date
    by: str = ""


class Standard(Struct, frozen=True):
    """A document that binds lower levels: who issued it, when, for which place, and what it requires.

    From ``repealed`` on none of its values is in force; ``repealed_by`` names the document that ended it.
    """

    id: str
    title: str
    number: str = ""
    issuer: str = ""
    level: str = ""
    place: str = ""
    published: date | None = None
    confidence: Confidence = "unverified"
    checked: date | None = None
    review_months: int = 12
    file: str = ""
    url: str = ""
    requirements: tuple[Requirement, ...] = field(default=())
    entered_by: str = ""
    reviewed_by: str = ""
    note: str = ""
    repealed: date | None = None
    repealed_by: str = ""
