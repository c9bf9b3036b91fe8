"""``--waivers FILE``: which findings are let stand, why, by whom and until when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from pydantic import model_validator

from engine.errors import did_you_mean
from engine.judge.finding import Waiver
from engine.judge.waivers import WaiverEntry
from engine.patterns import lazy
from engine.wording import phrase
from rules.office.forms import Form, Misfit, Words, iso, read_form, refuse
from rules.yaml_file import line_of

# Whole, since a beginning may be that of another finding in the next draft.
_FINGERPRINT = lazy(r"(?:f-)?([0-9a-f]{16})")


class _Entry(Form):
    reason: Words
    approved_by: Words
    until: date | None = None
    fingerprint: Words | None = None
    rule: Words | None = None
    quote: Words | None = None

    @model_validator(mode="after")
    def _says_which(self) -> _Entry:
        if (self.fingerprint is None) == (self.rule is None) or (self.rule is None) != (self.quote is None):
            raise Misfit("which")
        if self.fingerprint is not None and not _FINGERPRINT.fullmatch(self.fingerprint):
            raise Misfit("fingerprint", name=self.fingerprint)
        return self


class _Waivers(Form):
    waivers: tuple[_Entry, ...]


def load_waivers(file: Path, known_rules: Collection[str]) -> tuple[WaiverEntry, ...]:
    """Return the entries of a file of waivers; ``known_rules`` are the ids and codes that ``rule`` may name.

    Raises RuleError (file, line, what to write) for whatever does not fit.
    """
    entries = []
    for index, entry in enumerate(read_form(file, _Waivers).waivers):
        if entry.rule and entry.rule not in known_rules:
            hint = did_you_mean(entry.rule, sorted(known_rules))
            refuse(file, ("waivers", index, "rule"), phrase("rules.unknown-rule", id=entry.rule, hint=hint))
        entries.append(
            WaiverEntry(
                waiver=Waiver(entry.reason, entry.approved_by, iso(entry.until)),
                file=file.as_posix(),
                line=line_of(file, ("waivers", index)),
                fingerprint=(entry.fingerprint or "").removeprefix("f-"),
                rule=entry.rule or "",
                quote=entry.quote or "",
                until=entry.until,
            )
        )
    return tuple(entries)
