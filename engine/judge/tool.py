"""The program's own faults as facts, so that they become findings by way of a card like all others."""

from __future__ import annotations

from collections.abc import Iterable

from engine.document import Note, Span
from engine.facts.fact import Evidence, Fact
from engine.wording import Text


def note_fact(rule: str, detail: Text | str, span: Span, number: int = 1, plan: str = "") -> Fact:
    """Return the fact for something that a reader, or the program itself, has to tell.

    ``rule`` is the id of the card that speaks of it, ``number`` tells apart the notes of one plan.
    """
    said = detail if isinstance(detail, Text) else Text(detail, detail)
    label = span.cell or span.file
    fields = {"kind": "reader-note", "id": f"note-{number}", "plan": plan or span.file, "rule": rule, "label": label}
    return Fact(fields, (Evidence("plan", span),), said={"detail": said})


def note_facts(notes: Iterable[Note], plan: str) -> tuple[Fact, ...]:
    """Return the facts for a reader's notes, in their order."""
    return tuple(note_fact(note.rule, note.detail, note.span, n, plan) for n, note in enumerate(notes, 1))


def unreadable_fact(file: str, why: Text) -> Fact:
    """Return the fact for a file that could not be read at all; ``why`` is what the reader's error says."""
    return note_fact("unreadable", why, Span(file, ""), plan=file)
