"""Why a value counts: every standard that was looked at for it, along the chain and over time, with its state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from engine.bind.applied import Applied
from engine.quantity.printed import printed
from engine.requirement import DatedValue, State
from engine.wording import Text, joined, phrase
from standards.in_force.timeline import history


def considered(chosen: Applied, group: Sequence[Applied], on: date) -> Text:
    """Return a sentence that names the values looked at for one indicator, from the nation down and oldest first.

    ``group`` are the requirements of that indicator and scope, ``chosen`` among them. The value before and the one to
    come are named with the day on which they end or begin.
    """
    entries = [entry for applied in group for entry in _entries(applied, chosen, on)]
    return phrase(
        "force.considered",
        day=on.isoformat(),
        zh="；".join(entry.zh for entry in entries),
        en="; ".join(entry.en for entry in entries),
    )


def _entries(applied: Applied, chosen: Applied, on: date) -> Iterator[Text]:
    for value in _near(history(applied.requirement), on):
        number = value.number or applied.standard.number or applied.standard.title
        yield phrase(
            "force.considered-one",
            level=phrase(f"force.level-{applied.standard.level or 'unknown'}"),
            number=number,
            printed=printed(value.bound, value.unit),
            state=_standing(value, applied, chosen, on),
        )


def _near(values: Sequence[DatedValue], on: date) -> Iterator[DatedValue]:
    """Yield the value before, those of the day and the one to come; the rest of a long history explains nothing."""
    ended = [value for value in values if value.until is not None and value.until < on]
    coming = [value for value in values if value.since > on]
    kept = [*ended[-1:], *(v for v in values if v not in ended and v not in coming), *coming[:1]]
    yield from sorted(kept, key=lambda value: value.since)


def _standing(value: DatedValue, applied: Applied, chosen: Applied, on: date) -> Text:
    if value is chosen.value:
        return phrase("force.considered-chosen")
    if value.since > on:
        return phrase("force.considered-coming", day=value.since.isoformat())
    if value.until is not None and value.until < on:
        return phrase("force.considered-ended", day=value.until.isoformat())
    if applied.why_not:
        return applied.why_not
    state: State = applied.state
    return phrase(f"force.state-{state}")


def with_reason(chosen: Applied, group: Sequence[Applied], on: date, choice: Text) -> Text:
    """Return why ``chosen`` counts, in words: how it was chosen, then what was looked at where there was a choice."""
    values = sum(len(applied.requirement.values) for applied in group)
    why = phrase("force.chosen", why=choice)
    return joined(why, considered(chosen, group, on)) if values > 1 else why
