"""From a validated file to the engine's own records."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from engine.quantity.bounds import Bound
from engine.requirement import Confidence, DatedValue, Requirement, Standard
from standards.files.model import RequirementPart, SourcePart, StandardFile, ValuePart


def standard(part: StandardFile, id: str, file: str) -> Standard:
    """Return the engine's record of a validated file."""
    return Standard(
        id=id,
        title=part.title,
        number=part.number,
        issuer=part.issuer,
        level=part.level,
        place=part.place,
        published=part.published,
        confidence=part.source.confidence,
        checked=part.source.checked,
        review_months=part.source.review_months,
        file=file,
        url=part.source.url,
        requirements=tuple(_requirement(r, part) for r in part.requirements),
        entered_by=part.source.entered_by,
        reviewed_by=part.source.reviewed_by,
        note=part.note or part.source.note,
        repealed=part.repealed,
        repealed_by=part.repealed_by,
    )


def _ended(until: date | None, whole: StandardFile) -> date | None:
    """Return the last day of a term, that before the document's repeal at the latest."""
    if whole.repealed is None:
        return until
    last = whole.repealed - timedelta(days=1)
    return last if until is None else min(until, last)


def _requirement(part: RequirementPart, whole: StandardFile) -> Requirement:
    values = tuple(_values(part, whole))
    return Requirement(
        id=part.id,
        label=part.label,
        binding=part.binding,
        values=values,
        indicator=part.indicator,
        scope=tuple(part.scope),
        strength=part.strength,
        applies_to=tuple(part.applies_to),
        clause=part.clause,
        meet_by=part.meet_by,
        formula=part.formula,
        allotted=tuple((place, share) for place, share in part.shares.items() if share is not None),
        since=None if values else part.from_ or whole.published,
        until=None if values else _ended(part.to, whole),
        note=part.note,
    )


def _values(part: RequirementPart, whole: StandardFile) -> list[DatedValue]:
    made: list[DatedValue] = []
    before = date.min
    for value in part.values:
        made.append(_value(value, value.from_ or before, part, whole))
        before = value.to + timedelta(days=1) if value.to and value.to < date.max else date.max
    return sorted(made, key=lambda v: v.since)


def _value(part: ValuePart, since: date, requirement: RequirementPart, whole: StandardFile) -> DatedValue:
    own_document = part.title is not None or part.number is not None
    confidence, checked, url = _source(part.source, whole.source)
    return DatedValue(
        bound=Bound(part.op, part.value if part.value is not None else Decimal(0), part.high),
        unit=part.unit,
        since=since,
        until=part.to if own_document else _ended(part.to, whole),
        number=whole.number if part.number is None else part.number,
        clause=requirement.clause if part.clause is None else part.clause,
        published=part.published or (None if own_document else whole.published),
        title=whole.title if part.title is None else part.title,
        url=url,
        confidence=confidence,
        checked=checked,
        note=part.note or (part.source.note if part.source else ""),
        dated=part.from_ is not None,
    )


def _source(own: SourcePart | None, whole: SourcePart) -> tuple[Confidence, date | None, str]:
    """Return the value's own source; what it leaves out is the standard's, except the address."""
    if own is None:
        return whole.confidence, whole.checked, whole.url
    given = own.model_fields_set
    return (
        own.confidence if "confidence" in given else whole.confidence,
        own.checked if "checked" in given else whole.checked,
        own.url,
    )
