"""A standard in words: what is in force on a day, from which document, and what was before."""

from __future__ import annotations

from datetime import date

from engine.quantity.printed import printed
from engine.requirement import Confidence, DatedValue, Requirement, Standard
from engine.wording import say
from standards.in_force.timeline import history, state_on


def show(standard: Standard, on: date | None = None, lang: str = "zh") -> str:
    """Return the standard as plain text, one block a requirement: its state on ``on``, and its history.

    Without ``on`` only the history is given, since no clock is asked.
    """
    lines = [standard.title, *_head(standard, lang)]
    if on is not None:
        lines.append(say("force.show-on", lang, day=on))
    for requirement in standard.requirements:
        lines += ["", *_requirement(requirement, on, lang)]
    return "\n".join(lines) + "\n"


def _head(standard: Standard, lang: str) -> list[str]:
    facts = [
        standard.number or say("force.show-number-unknown", lang),
        standard.issuer,
        standard.place,
        say("force.show-published", lang, day=standard.published) if standard.published else "",
        _repealed(standard, lang),
        _checked(standard.confidence, standard.checked, lang),
        standard.url,
    ]
    return [f"  {fact}" for fact in [*facts, standard.note] if fact]


def _repealed(standard: Standard, lang: str) -> str:
    if standard.repealed is None:
        return ""
    key = "force.show-repealed-by" if standard.repealed_by else "force.show-repealed"
    return say(key, lang, day=standard.repealed, by=standard.repealed_by)


def _checked(confidence: Confidence | None, checked: date | None, lang: str) -> str:
    word = say(f"force.confidence-{confidence or 'unverified'}", lang)
    key = "force.show-checked" if checked else "force.show-never-checked"
    return say(key, lang, confidence=word, checked=checked)


def _requirement(requirement: Requirement, on: date | None, lang: str) -> list[str]:
    scope = f" [{' '.join(requirement.scope)}]" if requirement.scope else ""
    force = [
        say(f"standard_words.{word}", lang)
        for word in (f"binding-{requirement.binding}", f"strength-{requirement.strength}")
    ]
    lines = [
        f"{requirement.id}  {requirement.label}{scope}  "
        + say("force.show-force", lang, binding=force[0], strength=force[1])
    ]
    extra = [
        say("force.show-formula", lang, formula=requirement.formula) if requirement.formula else "",
        say("force.show-meet-by", lang, day=requirement.meet_by) if requirement.meet_by else "",
        say("force.show-shares", lang, count=len(requirement.allotted)) if requirement.allotted else "",
        requirement.note,
    ]
    lines += [f"  {line}" for line in extra if line]
    if on is not None:
        lines.append(f"  {on}: {_on(requirement, on, lang)}")
    if requirement.values:
        lines.append(f"  {say('force.show-history', lang)}:")
        lines += [f"    {_value(value, lang)}" for value in history(requirement)]
    return lines


def _on(requirement: Requirement, on: date, lang: str) -> str:
    state, value = state_on(requirement, on)
    word = say(f"force.state-{state}", lang)
    return f"{word}  {printed(value.bound, value.unit)}" if value else word


def _value(value: DatedValue, lang: str) -> str:
    first = str(value.since) if value.dated else say("force.show-unknown-start", lang)
    days = f"{first} – {value.until}" if value.until else first
    if value.dated and value.until is None:
        days = say("force.show-open", lang, first=first)
    number = value.number or say("force.show-number-unknown", lang)
    source = _checked(value.confidence, value.checked, lang)
    parts = [days, printed(value.bound, value.unit), number, source, value.note]
    return "  ".join(part for part in parts if part)
