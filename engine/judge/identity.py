"""What a finding is known by from one run, and one draft, to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from msgspec.structs import replace

from engine.judge.finding import Finding
from engine.normalise.quote import normalised

LENGTH = 16


def identified(findings: Iterable[Finding], place: str) -> list[Finding]:
    """Return the findings with ``fingerprint`` and ``key``, a suffix telling apart those that would be the same.

    Findings must come in the order of the document: the second of two equals is the second in the text.
    """
    prints: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    named = []
    for finding in findings:
        subject = [*question_of(finding), place]
        named.append(
            replace(
                finding,
                fingerprint=_unique(_digest([*subject, words_of(finding)]), prints),
                key=_unique(_digest(subject), keys),
            )
        )
    return named


def question_of(finding: Finding) -> tuple[str, str, str]:
    """Return what a finding is about, whatever the figure: rule, requirement, and indicator or else label."""
    requirement = f"{finding.standard.id}/{finding.standard.requirement}" if finding.standard else ""
    return finding.rule, requirement, finding.indicator or normalised(finding.label)


def words_of(finding: Finding) -> str:
    """Return the plan's words that a finding rests on, normalised; a total stands for itself without its parts."""
    for role in ("plan", "total", "part"):
        words = [e.span.text for e in finding.evidence if e.role == role]
        if words:
            return normalised("".join(words))
    return ""


def _digest(parts: Iterable[str]) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:LENGTH]


def _unique(digest: str, seen: Counter[str]) -> str:
    seen[digest] += 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"
