"""The fact of a task, be it a numbered item of the text or a row of a table that lists tasks."""

from __future__ import annotations

from msgspec import Struct

from engine.commitment import Item
from engine.document import Span
from engine.facts.fact import Evidence, Fact


class Told(Struct, frozen=True):
    """What is told of a task: how many figures, whether anything, whether its siblings name offices, whether it is innermost."""

    figures: int
    empty: bool
    siblings_responsible: bool
    leaf: bool


def item_fact(item: Item, plan: str, told: Told, span: Span) -> Fact:
    """Return the ``item`` fact of a task whose heading stands at ``span``."""
    return Fact(
        {
            "kind": "item",
            "id": item.id,
            "plan": plan,
            "number": item.number,
            "label": item.title,
            "figures": told.figures,
            "empty": told.empty,
            "responsible": bool(item.responsible),
            "siblings_responsible": told.siblings_responsible,
            "leaf": told.leaf,
        },
        (Evidence("plan", span),),
    )
