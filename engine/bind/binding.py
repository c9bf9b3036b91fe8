"""The result of binding: matches, refusals and the items that answer each other, before they become facts."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from engine.bind.applied import Applied
from engine.commitment import Commitment, Item
from engine.quantity.bounds import Containment
from engine.wording import Text

Reason = Literal["unit", "denominator", "scope", "measure"]
Relation = Literal["equal", "narrower", "wider", "disjoint"]


class Match(Struct, frozen=True):
    """A commitment that answers a requirement; ``certain`` is False for a match by likeness.

    ``together`` marks one that reaches a share only with the figures beside it.
    """

    applied: Applied
    commitment: Commitment
    certain: bool
    containment: Containment
    relation: Relation
    trace: Text
    together: bool = False


class Refusal(Struct, frozen=True):
    """A pair that speaks of the same matter and must not be compared, and why."""

    applied: Applied
    commitment: Commitment
    reason: Reason


class ItemMatch(Struct, frozen=True):
    """What of the plan answers an item of the upper document, and the figures of that one it does not carry.

    ``item`` is None where a plan without items (a report in prose) takes up the figures.
    """

    whole: Applied
    item: Item | None
    dropped: tuple[Applied, ...] = ()


class Binding(Struct, frozen=True):
    """Everything that was bound for one plan, in the order of the requirements."""

    matches: tuple[Match, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    items: tuple[ItemMatch, ...] = ()
