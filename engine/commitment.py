"""What a plan commits to: items and the figures under them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from engine.document import Document, Span, Table
from engine.quantity.bounds import Bound
from engine.wording import Text

if TYPE_CHECKING:
    from engine.tables.model import Entry, TableRow, TableWords

Strength = Literal["must", "should", "may"]
Kind = Literal["standard", "rate", "amount", "limit"]
Section = Literal["body", "annex", "table", "requirements", "notes"]

STRENGTH_RANK: dict[str, int] = {"may": 1, "should": 2, "must": 3}


class Item(Struct, frozen=True):
    """A numbered task of a plan. ``start``/``end`` are offsets into the document's text and cover its whole text.

    What is numbered in ``notes`` (说明：1.…2.…) is none.
    """

    id: str
    number: str
    title: str
    responsible: tuple[str, ...]
    start: int
    end: int
    level: int = 1
    section: Section = "body"


class Commitment(Struct, frozen=True):
    """One figure that binds somebody, with its place in the file.

    ``bound`` is in ``unit`` with 万, 亿 resolved; ``resolved_unit`` is the unit compared, after the indicator supplied
    a missing denominator. ``deadline`` is an ISO date, month or year, ``due`` its place in the
    text; ``around`` is another day, set by its item, its row or what stands around them.
    ``start``/``end`` are offsets into the text of the document, ``span`` the same place in the terms of the file.
    ``digits`` counts the decimals printed, in the base unit (negative when a scale word such as 万 rounds), None when the
    figure is whole and exact. ``scope`` are the qualifiers in the plan's words, ``qualifiers`` the same in the catalogue's;
    ``certain`` is False where the indicator was completed from the context; ``unlike`` are indicators that the words name
    and whose unit is another one; ``decided``
    says which person corrected the reading, and why.
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
    due: tuple[int, int] | None = None
    around: Term | None = None
    strength: Strength = "must"
    kind: Kind = "amount"
    responsible: tuple[str, ...] = ()
    section: Section = "body"
    sentence: str = ""
    digits: int | None = None
    part_of: str | None = None
    relative: bool = False
    qualifiers: tuple[str, ...] = ()
    certain: bool = True
    unlike: tuple[str, ...] = ()
    decided: Text | None = None

    @property
    def compared_unit(self) -> str:
        """The unit in which the figure is compared: with what its indicator supplied, or as printed."""
        return self.resolved_unit or self.unit

    def by(self, term: Term | None) -> Commitment:
        """Return this with that deadline, itself for None."""
        return replace(self, deadline=term.day, due=(term.start, term.end)) if term else self


class Column(Struct, frozen=True):
    """A column of figures in a table: its head, unit, stated total and the sum of its rows.

    ``index`` is the column in the grid; ``group`` the head above several columns; ``adds`` is total or subtotal for a
    column that adds up others; ``summed`` is False for shares, averages and ranks; ``head`` is the figure that the
    head itself names (新增就业5000人); ``start``/``end`` are the head's place in the document's text.
    """

    label: str
    unit: str
    stated: Decimal | None
    computed: Decimal | None
    index: int = -1
    group: str = ""
    adds: str = ""
    summed: bool = True
    head: Entry | None = None
    start: int = 0
    end: int = 0


class ReadTable(Struct, frozen=True):
    """A table that was understood: which rows are heads, what each column measures.

    ``rows`` are the rows below the head with one entry a column of figures; ``words`` the cells of prose.
    """

    id: str
    title: str
    table: Table
    head_rows: int
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...] = ()
    words: tuple[TableWords, ...] = ()


class Metadata(Struct, frozen=True):
    """What the document says of itself. ``date`` is ISO; ``level`` one of nation, province, city, county, township."""

    title: str = ""
    number: str = ""
    issuer: str = ""
    place: str = ""
    level: str = ""
    year: int | None = None
    date: str = ""


class Term(Struct, frozen=True):
    """A day, month or year (ISO) by which something is to be done; ``start``/``end`` are its place in the document's text."""

    day: str
    start: int
    end: int


class Extraction(Struct, frozen=True):
    """All that was read out of one document, in reading order; ``term`` is what it sets for all of its tasks."""

    document: Document
    metadata: Metadata
    items: tuple[Item, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    tables: tuple[ReadTable, ...] = ()
    annexes: tuple[str, ...] = field(default=())
    term: Term | None = None
