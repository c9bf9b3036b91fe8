"""Reading a higher document as a standard: what it sets for its lower levels, as requirements to be reviewed.

Per-head standards, rates and caps bind each lower level; amounts of work are totals that are shared out. Nothing here is
certain: every match with a drafted requirement is marked for review.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from engine.bind.applied import Applied
from engine.commitment import Commitment, Extraction, Item
from engine.quantity.days import last_day
from engine.requirement import Binding, DatedValue, Requirement, Standard

_FIRST = date(1949, 10, 1)


def binding_of(commitment: Commitment) -> Binding:
    """Return how a figure of a higher document binds the lower level."""
    if commitment.kind == "limit":
        return "ceiling"
    if commitment.kind in ("rate", "standard") and not commitment.relative:
        return "floor"
    return "total"


def tasks_of(extraction: Extraction) -> tuple[Item, ...]:
    """Return the numbered tasks of a document: the innermost items of its body.

    A heading without items of its own is no task where headings beside it have some (一、工作目标 before 二、主要任务).
    """
    items = [item for item in extraction.items if item.section == "body"]
    parents = {outer.id for outer, inner in pairwise(items) if inner.start < outer.end and inner.level > outer.level}
    headings = {(item.level, _within(item, items)) for item in items if item.id in parents}
    return tuple(i for i in items if i.id not in parents and (i.level, _within(i, items)) not in headings)


def _within(item: Item, items: Sequence[Item]) -> str:
    """Return the id of the item that holds another one, or an empty text."""
    return next((o.id for o in reversed(items) if o.level < item.level and o.start < item.start < o.end), "")


def _requirement(commitment: Commitment, item: Item | None) -> Requirement:
    # The day from which a document holds is not read from it: the draft is marked undated, its value counts all the same.
    value = DatedValue(commitment.bound, commitment.resolved_unit or commitment.unit, _FIRST, dated=False)
    return Requirement(
        id=commitment.id,
        label=commitment.label,
        binding=binding_of(commitment),
        values=(value,),
        indicator=commitment.indicator,
        scope=commitment.scope,
        strength=commitment.strength,
        clause=f"第{item.number.strip('.、')}项" if item else "",
        item=commitment.item,
        span=commitment.span,
        meet_by=last_day(commitment.deadline),
    )


def _whole_item(extraction: Extraction, item: Item) -> Requirement:
    text = extraction.document.text
    head = text[item.start : item.end].strip()
    end = item.start + text[item.start : item.end].find(head[:1]) + min(len(head), _head_length(head))
    span = extraction.document.span(item.start, end)
    clause = f"第{item.number.strip('.、')}项"
    return Requirement(id=f"item-{item.id}", label=item.title, binding="duty", clause=clause, item=item.id, span=span)


def _head_length(head: str) -> int:
    """Return how much of an item's words is its heading: up to the first stop or line end."""
    ends = [i + 1 for i in (head.find("。"), head.find("\n")) if i > 0]
    return min([*ends, 60])


def draft_standard(extraction: Extraction) -> Standard:
    """Return the standard that a higher document amounts to, with one requirement an item and one a figure.

    Figures of the sections on organisation are left out: they bind the offices of the upper level itself.
    """
    metadata = extraction.metadata
    tasks = {item.id: item for item in tasks_of(extraction)}
    wholes = [_whole_item(extraction, item) for item in tasks.values() if item.title]
    figures = [_requirement(c, tasks.get(c.item)) for c in _own_figures(extraction)]
    file = extraction.document.file
    return Standard(
        id=file,
        title=metadata.title or file,
        number=metadata.number,
        issuer=metadata.issuer,
        level=metadata.level,
        place=metadata.place,
        confidence="primary",
        file=file,
        requirements=(*wholes, *figures),
    )


def _own_figures(extraction: Extraction) -> list[Commitment]:
    """Return the figures of the body; one that an annex only repeats is taken once."""
    body = [c for c in extraction.commitments if c.section == "body" and not c.relative]
    if body:
        return body
    return [c for c in extraction.commitments if c.section != "requirements" and not c.relative]


def applied_draft(standard: Standard) -> tuple[Applied, ...]:
    """Return every requirement of a drafted standard as applied to the plan it is held against."""
    return tuple(
        Applied(standard, requirement, "in-force", requirement.values[0] if requirement.values else None)
        for requirement in standard.requirements
    )
