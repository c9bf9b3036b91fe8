"""What changed between two versions of a standard, and which figures of given plans that touches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from engine.bind.binder import bind
from engine.bind.binding import Match
from engine.commitment import Commitment, Extraction
from engine.quantity.bounds import Containment
from engine.quantity.printed import plain, printed
from engine.requirement import DatedValue, Requirement, Standard
from engine.resolve.resolver import Resolver
from standards.in_force.apply import apply

Kind = Literal["added", "removed", "changed"]


class Field(Struct, frozen=True):
    """One thing that differs: its key in the file, and what it was and is; empty where it was not there."""

    name: str
    old: str
    new: str


class Change(Struct, frozen=True):
    """A requirement that was added, removed or changed; ``key`` is its id in the newer version that has it."""

    kind: Kind
    key: str
    label: str
    fields: tuple[Field, ...] = ()


class Touched(Struct, frozen=True):
    """A figure of a plan that answers a changed requirement, and how it stands to the old and to the new one.

    ``before`` and ``after`` are None where that version has no value for it on the day.
    """

    change: Change
    commitment: Commitment
    before: Containment | None
    after: Containment | None


def changes(old: Standard, new: Standard) -> tuple[tuple[Field, ...], tuple[Change, ...]]:
    """Return what differs in the head of two versions, and requirement by requirement, in the order of the new one.

    A requirement keeps its identity by its id, else by its indicator and scope, so that a new id is no new requirement.
    """
    pairs = _paired(old.requirements, new.requirements)
    found = [_change(_Side(old, before), _Side(new, after)) for before, after in pairs]
    return tuple(_head_fields(old, new)), tuple(change for change in found if change)


def _paired(
    old: Sequence[Requirement], new: Sequence[Requirement]
) -> list[tuple[Requirement | None, Requirement | None]]:
    rest = {r.id: r for r in old}
    partners: dict[str, Requirement] = {}
    for same in (_by_id, _by_content):
        known = {same(r): r for r in reversed(rest.values())}
        for after in new:
            before = known.get(same(after))
            if after.id not in partners and before and before.id in rest:
                partners[after.id] = rest.pop(before.id)
    paired: list[tuple[Requirement | None, Requirement | None]] = [(partners.get(r.id), r) for r in new]
    return [*paired, *((gone, None) for gone in rest.values())]


def _by_id(requirement: Requirement) -> tuple[str, ...]:
    return (requirement.id,)


def _by_content(requirement: Requirement) -> tuple[str, ...]:
    return requirement.indicator or requirement.label, *sorted(requirement.scope), "", requirement.binding


class _Side(Struct, frozen=True):
    """A requirement, or none, of one of the two versions."""

    standard: Standard
    requirement: Requirement | None

    def read(self, name: str) -> str:
        return _FIELDS[name](self.requirement) if self.requirement else ""

    def values(self) -> dict[str, str]:
        """Return each value by its days, with what it has of its own beside its standard's number and confidence."""
        values = self.requirement.values if self.requirement else ()
        return {_days(value): self._value(value) for value in values}

    def _value(self, value: DatedValue) -> str:
        number = value.number if value.number != self.standard.number else ""
        confidence = value.confidence if value.confidence != self.standard.confidence else ""
        return "  ".join(word for word in (printed(value.bound, value.unit), number, confidence) if word)


def _change(before: _Side, after: _Side) -> Change | None:
    fields = tuple(_fields(before, after))
    named = after.requirement or before.requirement
    if named is None or (not fields and before.requirement and after.requirement):
        return None
    kind: Kind = "changed" if before.requirement and after.requirement else "added" if after.requirement else "removed"
    return Change(kind, named.id, named.label, fields)


_HEAD: dict[str, Callable[[Standard], str]] = {
    "title": lambda s: s.title,
    "number": lambda s: s.number,
    "issuer": lambda s: s.issuer,
    "level": lambda s: s.level,
    "place": lambda s: s.place,
    "published": lambda s: _day(s.published),
    "repealed": lambda s: _day(s.repealed),
    "repealed_by": lambda s: s.repealed_by,
    "confidence": lambda s: s.confidence,
    "checked": lambda s: _day(s.checked),
}
_FIELDS: dict[str, Callable[[Requirement], str]] = {
    "id": lambda r: r.id,
    "label": lambda r: r.label,
    "indicator": lambda r: r.indicator or "",
    "scope": lambda r: "、".join(r.scope),
    "binding": lambda r: r.binding,
    "strength": lambda r: r.strength,
    "applies_to": lambda r: " ".join(r.applies_to),
    "clause": lambda r: r.clause,
    "meet_by": lambda r: _day(r.meet_by),
    "formula": lambda r: r.formula,
    "from": lambda r: _day(r.since),
    "to": lambda r: _day(r.until),
    "shares": lambda r: "、".join(f"{place} {plain(share)}" for place, share in r.allotted),
}


def _head_fields(old: Standard, new: Standard) -> Iterator[Field]:
    for name, read in _HEAD.items():
        if read(old) != read(new):
            yield Field(name, read(old), read(new))


def _fields(old: _Side, new: _Side) -> Iterator[Field]:
    both = old.requirement is not None and new.requirement is not None
    for name in _FIELDS:
        before, after = old.read(name), new.read(name)
        if before != after and (both or name not in ("id", "label")):
            yield Field(name, before, after)
    before_values, after_values = old.values(), new.values()
    for days in dict.fromkeys([*before_values, *after_values]):
        if before_values.get(days) != after_values.get(days):
            yield Field(f"values {days}", before_values.get(days, ""), after_values.get(days, ""))


def _days(value: DatedValue) -> str:
    first = value.since.isoformat() if value.dated else "unknown"
    return f"{first}–{_day(value.until)}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def touched(
    old: Standard, new: Standard, found: Sequence[Change], extraction: Extraction, resolver: Resolver, on: date
) -> tuple[Touched, ...]:
    """Return the figures of a plan that answer a changed requirement on a day, in reading order of the changes."""
    before, after = (_answers(standard, extraction, resolver, on) for standard in (old, new))
    former = {change.key: _former_id(change) for change in found}
    rows: list[Touched] = []
    for change in found:
        was, now = before.get(former[change.key], {}), after.get(change.key, {})
        for name, match in {**was, **now}.items():
            olds, news = was.get(name), now.get(name)
            rows.append(Touched(change, match.commitment, _stands(olds), _stands(news)))
    return tuple(rows)


def _former_id(change: Change) -> str:
    return next((field.old for field in change.fields if field.name == "id"), change.key)


def _stands(match: Match | None) -> Containment | None:
    return match.containment if match else None


def _answers(standard: Standard, extraction: Extraction, resolver: Resolver, on: date) -> dict[str, dict[str, Match]]:
    """Return the matches of a plan with a standard: by requirement, then by commitment."""
    applied = [replace(a, applies=True) for a in apply([standard], level="", on=on) if a.state == "in-force"]
    found: dict[str, dict[str, Match]] = {}
    for match in bind(applied, extraction, resolver).matches:
        key = match.applied.requirement.id.rpartition("#")[2]
        found.setdefault(key, {})[match.commitment.id] = match
    return found
