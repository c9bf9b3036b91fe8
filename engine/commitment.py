"""What a plan commits to: items and the figures under them."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from engine.document import Document, Span, Table
from engine.quantity.bounds import Bound

Strength = Literal["must", "should", "may"]
Kind = Literal["standard", "rate", "amount", "limit"]
Section = Literal["body", "annex", "table", "requirements"]

STRENGTH_RANK: dict[str, int] = {"may": 1, "should": 2, "must": 3}


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered task of a plan. ``start``/``end`` are offsets into the document's text and cover its whole text."""

    id: str
    number: str
    title: str
    responsible: tuple[str, ...]
    start: int
    end: int
    level: int = 1
    section: Section = "body"


@dataclass(frozen=True, slots=True)
class Commitment:
    """One figure that binds somebody, with its place in the file.

    ``bound`` is in ``unit`` with 万, 亿 resolved; ``resolved_unit`` is the unit compared, after the indicator supplied
    a missing denominator. ``deadline`` is an ISO date, month or year. ``start``/``end`` are offsets into the text of
    the document, ``span`` the same place in the terms of the file. ``digits`` counts the decimals printed, in the
    base unit (negative when a scale word such as 万 rounds), None when the figure is whole and exact.
    """

    id: str
    item: str
    label: str
    scope: tuple[str, ...]
    bound: Bound
    unit: str
    span: Span
    start: int
    end: int
    indicator: str | None = None
    resolved_unit: str = ""
    baseline: Decimal | None = None
    deadline: str | None = None
    strength: Strength = "must"
    kind: Kind = "amount"
    responsible: tuple[str, ...] = ()
    section: Section = "body"
    sentence: str = ""
    digits: int | None = None
    part_of: str | None = None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures in a table: its head, unit, stated total and the sum of its rows."""

    label: str
    unit: str
    stated: Decimal | None
    computed: Decimal | None


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table that was understood: which rows are heads, which is the total, what each column measures."""

    id: str
    title: str
    table: Table
    head_rows: int
    columns: tuple[Column, ...]
    total_row: int | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the document says of itself. ``date`` is ISO; ``level`` one of nation, province, city, county, township."""

    title: str = ""
    number: str = ""
    issuer: str = ""
    place: str = ""
    level: str = ""
    year: int | None = None
    date: str = ""


@dataclass(frozen=True)
class Extraction:
    """All that was read out of one document, in reading order."""

    document: Document
    metadata: Metadata
    items: tuple[Item, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    annexes: tuple[str, ...] = field(default=())
