"""The result of a check: findings, coverage and a verdict, as frozen records. Nobody prints here."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from engine.commitment import Extraction
from engine.facts.fact import Evidence, Figure
from engine.requirement import Standard
from engine.wording import Text

Severity = Literal["error", "warning", "note"]
Certainty = Literal["certain", "review"]
Status = Literal["conforms", "violates", "indeterminate", "not-addressed", "not-applicable"]
Overall = Literal["non-compliant", "review", "compliant"]
Grade = Literal["优", "良", "中", "差"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
STATUSES: tuple[Status, ...] = ("conforms", "violates", "indeterminate", "not-addressed", "not-applicable")


class Basis(Struct, frozen=True):
    """The standard that a finding rests on: its id, the requirement's id and the citation as a report prints it."""

    id: str
    requirement: str
    citation: str


class Waiver(Struct, frozen=True):
    """Why, by whom and until when a finding is let stand."""

    reason: str
    approved_by: str
    until: str


class Finding(Struct, frozen=True):
    """One thing that is wrong or worth a look, with the evidence on both sides.

    ``difference`` is (amount, unit). ``fingerprint`` hashes rule, requirement, indicator, place and quote, ``key`` the
    same without the quote, so that waivers and comparisons outlive a moved line. ``trace`` says how it was read;
    ``rests_on`` what had to be given besides the plan.
    """

    rule: str
    code: str
    group: str
    severity: Severity
    verdict: Status
    certainty: Certainty
    title: Text
    message: Text
    remedy: Text
    label: str = ""
    indicator: str | None = None
    item: str = ""
    expected: Figure | None = None
    actual: Figure | None = None
    difference: tuple[Decimal, str] | None = None
    evidence: tuple[Evidence, ...] = ()
    standard: Basis | None = None
    responsible: tuple[str, ...] = ()
    fingerprint: str = ""
    key: str = ""
    waiver: Waiver | None = None
    trace: tuple[Text, ...] = ()
    rests_on: tuple[str, ...] = ()


class Coverage(Struct, frozen=True):
    """What became of one requirement: its status, why, and the commitment or finding that shows it.

    ``binds`` is False for what a standard only encourages; ``formula`` are the words of a floor that follows from others;
    ``findings`` are all that rest on the requirement, those that show its status first.
    """

    requirement: str
    standard: str
    label: str
    status: Status
    reason: Text
    commitment: str | None = None
    finding: str | None = None
    certainty: Certainty = "certain"
    binds: bool = True
    formula: str = ""
    findings: tuple[str, ...] = ()


class PlanResult(Struct, frozen=True):
    """Everything that the check of one plan found. ``extraction`` is None when the file could not be read.

    ``previous`` is the file of the plan of a year before that it was compared with.
    """

    file: str
    sha256: str
    extraction: Extraction | None
    standards: tuple[Standard, ...]
    on: str
    verdict: Overall
    grade: Grade
    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]
    remarks: tuple[Text, ...] = ()
    previous: str = ""


class Audit(Struct, frozen=True):
    """The results of several plans in the order given, and the findings of the audit as a whole.

    ``rules_left_out`` are the ids of the cards that the audit did not use.
    """

    plans: tuple[PlanResult, ...]
    findings: tuple[Finding, ...] = ()
    rules_digest: str = ""
    version: str = ""
    rules_left_out: tuple[str, ...] = ()
