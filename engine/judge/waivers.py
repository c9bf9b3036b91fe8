"""Waivers (豁免): findings that somebody answers for letting stand. They stay visible, are counted, and decide nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from engine.facts.fact import Fact
from engine.judge.finding import Finding, Waiver
from engine.normalise.quote import normalised
from engine.wording import Text, phrase


class WaiverEntry(Struct, frozen=True):
    """What one entry of a file of waivers lets stand: one finding by its fingerprint, or a rule's on certain words.

    ``quote`` are all the words that the report quotes: a part of them (元) would fit findings that nobody looked at.
    ``until`` is the last day, None for no end; ``file`` and ``line`` say where it is written.
    """

    waiver: Waiver
    file: str
    line: int
    fingerprint: str = ""
    rule: str = ""
    quote: str = ""
    until: date | None = None

    def concerns(self, finding: Finding) -> bool:
        """Whether the entry speaks of a finding, whatever the day. What could not be read is never let stand."""
        if finding.group == "tool":
            return False
        if self.fingerprint:
            return self.fingerprint == finding.fingerprint
        words = normalised(self.quote)
        # What a plan does not say at all can only be quoted from the standard.
        ours = [e for e in finding.evidence if e.role != "standard"]
        quoted = (normalised(e.span.text) for e in ours or finding.evidence)
        return self.rule in (finding.rule, finding.code) and words in quoted

    def expired(self, today: date | None) -> bool:
        """Whether the last day has passed; without a day that is not judged."""
        return today is not None and self.until is not None and self.until < today


def waived(findings: Iterable[Finding], entries: Sequence[WaiverEntry], today: date | None) -> tuple[Finding, ...]:
    """Return the findings, each with the first waiver in force that speaks of it."""
    if not entries:
        return tuple(findings)
    standing = [entry for entry in entries if not entry.expired(today)]
    return tuple(
        replace(finding, waiver=next((e.waiver for e in standing if e.concerns(finding)), None)) for finding in findings
    )


def waiver_facts(entries: Iterable[WaiverEntry], findings: Sequence[Finding], today: date | None) -> Iterator[Fact]:
    """Yield a fact for each waiver that lets nothing stand: its day has passed, or it speaks of no finding."""
    for number, entry in enumerate(entries, 1):
        found = any(entry.concerns(finding) for finding in findings)
        if found and not entry.expired(today):
            continue
        state = "expired" if found else "unmatched"
        named = entry.fingerprint or f"{entry.rule} “{entry.quote}”"
        detail = phrase("office.place", file=entry.file, line=entry.line)
        yield record_fact("waiver", state, number, named, detail, entry.until)


def record_fact(sort: str, state: str, number: int, label: str, detail: Text, until: date | None = None) -> Fact:
    """Return the fact for an entry of an office's own file (a waiver, a decision) that could not be followed."""
    fields = {"kind": "record", "id": f"{sort}-{number}", "plan": "audit", "sort": sort, "state": state, "label": label}
    day = until.isoformat() if until else ""
    return Fact(fields, said={"detail": detail, "until": Text(day, day)})
