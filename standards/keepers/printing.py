"""How the commands for keepers print: changes between two versions, and figures without an indicator."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from msgspec import Struct

from engine.commitment import Extraction
from engine.quantity.printed import printed
from engine.wording import say
from standards.in_force.upkeep import Unresolved
from standards.keepers.difference import Change, Field, Touched


class PlanTouched(Struct, frozen=True):
    """The figures of one plan that the change of a standard touches, on a day."""

    file: str
    on: date
    rows: tuple[Touched, ...]


def changes_text(
    head: Sequence[Field], found: Sequence[Change], plans: Sequence[PlanTouched], lang: str
) -> Iterator[str]:
    """Yield the lines of a comparison as plain text."""
    if not head and not found:
        yield say("upkeep.same", lang)
    if head:
        yield say("upkeep.head", lang)
        yield from _fields(head, lang)
    for change in found:
        yield f"[{say(f'upkeep.{change.kind}', lang)}] {change.key}  {change.label}"
        yield from _fields(change.fields, lang)
    for plan in plans:
        key = "touched-head" if plan.rows else "touched-none"
        yield say(f"upkeep.{key}", lang, file=plan.file, on=plan.on)
        yield from (f"  {_touched(row, lang)}" for row in plan.rows)


def _fields(fields: Sequence[Field], lang: str) -> Iterator[str]:
    nothing = say("upkeep.nothing-there", lang)
    for field in fields:
        key, _, days = field.name.partition(" ")
        old, new = (_in_words(key, value, lang) or nothing for value in (field.old, field.new))
        name = f"{say(f'standard_words.key-{key}', lang)} {days}".rstrip()
        yield "  " + say("upkeep.field", lang, name=name, old=old, new=new)


def _in_words(key: str, value: str, lang: str) -> str:
    """Return what a key holds as people call it: the words of the format by their names, anything else as it is."""
    part = {"binding": "standard_words.binding", "strength": "standard_words.strength", "level": "force.level"}.get(key)
    part = {"applies_to": "force.level", "confidence": "force.confidence"}.get(key, part)
    if part is None or not value:
        return value
    return say("report.list-comma", lang).join(say(f"{part}-{word}", lang) for word in value.split())


def _touched(row: Touched, lang: str) -> str:
    c = row.commitment
    before, after = (say(f"upkeep.stands-{stands or 'none'}", lang) for stands in (row.before, row.after))
    figure = printed(c.bound, c.compared_unit)
    return say("upkeep.touched", lang, label=c.label, printed=figure, quote=c.span.text, before=before, after=after)


def changes_json(head: Sequence[Field], found: Sequence[Change], plans: Sequence[PlanTouched]) -> str:
    """Return a comparison as JSON (``gouji/difference/1``)."""
    return _json(
        {
            "schema": "gouji/difference/1",
            "document": [_field(field) for field in head],
            "changes": [
                {"kind": c.kind, "requirement": c.key, "label": c.label, "fields": [_field(f) for f in c.fields]}
                for c in found
            ],
            "plans": [
                {"file": plan.file, "on": plan.on.isoformat(), "touched": [_row(row) for row in plan.rows]}
                for plan in plans
            ],
        }
    )


def _field(field: Field) -> dict[str, str]:
    return {"name": field.name, "old": field.old, "new": field.new}


def _row(row: Touched) -> dict[str, Any]:
    c = row.commitment
    return {
        "requirement": row.change.key,
        "commitment": c.id,
        "label": c.label,
        "text": c.span.text,
        "start": c.span.start,
        "end": c.span.end,
        "before": row.before,
        "after": row.after,
    }


Listed = Sequence[tuple[Extraction, Sequence[Unresolved]]]


def unresolved_text(listed: Listed, lang: str) -> Iterator[str]:
    """Yield the figures without an indicator, one entry a label and unit, with every place where it stands."""
    grouped = _grouped(listed)
    for (label, unit), members in grouped.items():
        yield f"{label}  [{unit or '-'}]"
        for extraction, row in members:
            span = row.commitment.span
            file, place = PurePath(extraction.document.file).name, _place(extraction, row, lang)
            yield "  " + say("upkeep.unresolved-place", lang, file=file, place=place, quote=" ".join(span.text.split()))
        yield from (f"  {line}" for line in _near(members[0][1], lang))
    figures = sum(len(extraction.commitments) for extraction, _ in listed)
    rows = sum(len(found) for _, found in listed)
    yield say("upkeep.unresolved-count", lang, plans=len(listed), figures=figures, open=rows, labels=len(grouped))


def _place(extraction: Extraction, row: Unresolved, lang: str) -> str:
    """Return where a figure stands, as people count in such a file: lines in a text, paragraphs and cells elsewhere."""
    span = row.commitment.span
    if extraction.document.in_file:
        line = extraction.document.text.count("\n", 0, row.commitment.start) + 1
        return say("report.at-line", lang, n=line)
    parts = [
        say("report.at-page", lang, n=span.page) if span.page is not None else "",
        say("report.at-cell", lang, cell=span.cell) if span.cell else "",
        say("report.at-block", lang, n=span.block + 1) if span.block is not None and not span.cell else "",
    ]
    return say("report.comma", lang).join(filter(None, parts))


def _grouped(listed: Listed) -> dict[tuple[str, str], list[tuple[Extraction, Unresolved]]]:
    grouped: dict[tuple[str, str], list[tuple[Extraction, Unresolved]]] = {}
    for extraction, found in listed:
        for row in found:
            grouped.setdefault((row.commitment.label, row.commitment.unit), []).append((extraction, row))
    return grouped


def _near(row: Unresolved, lang: str) -> Iterator[str]:
    if not row.nearest:
        yield say("upkeep.nearest-none", lang)
    for name, title, why in row.nearest:
        if why:
            yield say("upkeep.nearest-why", lang, id=name, name=title, why=why)
        else:
            yield say("upkeep.nearest", lang, id=name, name=title)


def unresolved_json(listed: Listed, lang: str) -> str:
    """Return the figures without an indicator as JSON (``gouji/unresolved/1``)."""
    rows = [
        {
            "file": extraction.document.file,
            "commitment": row.commitment.id,
            "label": row.commitment.label,
            "unit": row.commitment.unit,
            "kind": row.commitment.kind,
            "text": row.commitment.span.text,
            "start": row.commitment.span.start,
            "end": row.commitment.span.end,
            "nearest": [
                {"indicator": name, "name": title.in_language(lang), "why": why.in_language(lang) if why else ""}
                for name, title, why in row.nearest
            ],
        }
        for extraction, found in listed
        for row in found
    ]
    return _json({"schema": "gouji/unresolved/1", "figures": rows})


def unresolved_yaml(listed: Listed, lang: str) -> Iterator[str]:
    """Yield entries for the catalogue, one a label and unit, for a keeper to complete."""
    yield f"# {say('upkeep.stub-head', lang)}"
    for number, ((label, unit), members) in enumerate(_grouped(listed).items(), 1):
        row = members[0][1]
        yield f"  todo-{number}:  # {row.printed}"
        yield from (f"    # {line}" for line in _near(row, lang))
        yield f"    name: {json.dumps(label, ensure_ascii=False)}"
        yield "    en: TODO"
        yield f"    unit: {json.dumps(unit, ensure_ascii=False)}"
        yield f"    kind: {row.commitment.kind}"
        yield f"    aliases: [{json.dumps(label, ensure_ascii=False)}]"


def _json(tree: dict[str, Any]) -> str:
    return json.dumps(tree, ensure_ascii=False, indent=2, sort_keys=True)
