"""Plans made by hand: commitments placed by the words that stand in a text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from engine.commitment import Commitment, Extraction, Item, Metadata
from engine.document import Document
from engine.quantity.bounds import Bound


def document_of(text: str) -> Document:
    """Return a text document without blocks."""
    return Document("plan.txt", "", "txt", text, (), in_file=True)


def figure(text: str, words: str, label: str, value: str, unit: str, **more: Any) -> Commitment:
    """Return the commitment whose figure stands as ``words`` in ``text`` (the ``nth`` time, from 0)."""
    start = -1
    for _ in range(more.pop("nth", 0) + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    high = more.pop("high", None)
    bound = Bound(more.pop("op", "="), Decimal(value), None if high is None else Decimal(high))
    defaults: dict[str, Any] = {"id": f"{label}@{start}", "item": "1", "scope": ()}
    span = document_of(text).span(start, end)
    return Commitment(
        **{**defaults, "label": label, "bound": bound, "unit": unit, "span": span, "start": start, "end": end, **more}
    )


def plan(text: str, *commitments: Commitment, items: tuple[Item, ...] = (), **more: Any) -> Extraction:
    """Return the extraction of a text with these commitments."""
    return Extraction(document_of(text), Metadata(level="county"), items, commitments, **more)


def items_of(text: str, titles: list[str], behind: int = 0, **more: Any) -> tuple[Item, ...]:
    """Return items numbered from 1 that stand in the text as ``1.title``, behind an offset."""
    items = []
    for number, title in enumerate(titles, 1):
        start = text.index(f"{number}.{title}", behind)
        items.append(Item(str(number), f"{number}.", title, (), start, start + len(title) + 2, **more))
    return tuple(items)
