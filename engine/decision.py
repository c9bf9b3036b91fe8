"""What a person decided about the program's reading of a plan (人工认定), as data."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from engine.quantity.bounds import Op

DecisionKind = Literal["accept", "reject", "correct", "dismiss"]


class Correction(Struct, frozen=True):
    """How a figure should have been read, ``value`` and ``high`` in base units; what is left empty stays as it was."""

    value: Decimal
    high: Decimal | None = None
    op: Op | None = None
    unit: str = ""
    label: str = ""
    indicator: str = ""


class Decision(Struct, frozen=True):
    """One decision: on a match (``accept``, ``reject``) or on a reading (``correct``, ``dismiss``: no commitment).

    ``quote`` are the words of the figure as a report shows them; ``label`` tells apart figures with the same words;
    ``requirement`` is the id of the requirement that a match is with, empty for all. ``on`` is an ISO day; ``file`` and
    ``line`` say where the decision is written.
    """

    kind: DecisionKind
    quote: str
    by: str
    on: str
    reason: str
    file: str = ""
    line: int = 0
    label: str = ""
    requirement: str = ""
    correction: Correction | None = None
