"""The form of our own JSON, ``gouji/findings/1`` and ``gouji/audit/1``, and the records that its parts stand for."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from engine.commitment import Extraction, Metadata
from engine.document import Document, Span
from engine.facts.fact import Evidence, Figure, Role
from engine.judge.finding import (
    Basis,
    Certainty,
    Coverage,
    Finding,
    Grade,
    Overall,
    PlanResult,
    Severity,
    Status,
    Waiver,
)
from engine.quantity.bounds import Op
from engine.requirement import Standard
from engine.wording import Text


def _one(words: str) -> Text:
    return Text(words, words)


Amount = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]
Words = Annotated[Text, BeforeValidator(lambda value: _one(value) if isinstance(value, str) else value)]


class Form(BaseModel):
    """What may stand in a result, or in one part of it; whatever else stands there is passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, arbitrary_types_allowed=True)


class FigureForm(Form):
    """A figure of a finding."""

    op: Op
    value: Amount | None
    high: Amount | None
    unit: str
    text: str

    def figure(self) -> Figure:
        """Return the figure."""
        return Figure(self.op, _decimal(self.value), _decimal(self.high), self.unit, self.text)


class DifferenceForm(Form):
    """What lies between two figures."""

    value: Amount
    unit: str


class EvidenceForm(Form):
    """Words that show something, and where they stand."""

    role: Role
    earlier: bool = False
    file: str
    text: str
    start: int | None
    end: int | None
    page: int | None
    block: int | None
    cell: str | None

    def evidence(self) -> Evidence:
        """Return the evidence."""
        span = Span(self.file, self.text, self.start, self.end, self.page, self.block, self.cell)
        return Evidence(self.role, span, self.earlier)


class BasisForm(Form):
    """The standard that a finding rests on."""

    id: str
    requirement: str
    citation: str


class WaiverForm(Form):
    """Why, by whom and until when a finding is let stand."""

    reason: str
    approved_by: str
    until: str


class FindingForm(Form):
    """A finding."""

    fingerprint: str
    key: str
    rule: str
    code: str
    severity: Severity
    verdict: Status
    certainty: Certainty
    message: Words
    remedy: Words
    label: str
    indicator: str | None
    expected: FigureForm | None
    actual: FigureForm | None
    difference: DifferenceForm | None
    evidence: list[EvidenceForm]
    standard: BasisForm | None
    waiver: WaiverForm | None
    group: str = ""
    title: Words = Text("", "")
    item: str = ""
    responsible: list[str] = []
    trace: list[Words] = []
    rests_on: list[str] = []

    def finding(self) -> Finding:
        """Return the finding."""
        gap, law, waiver = self.difference, self.standard, self.waiver
        return Finding(
            rule=self.rule,
            code=self.code,
            group=self.group,
            severity=self.severity,
            verdict=self.verdict,
            certainty=self.certainty,
            title=self.title,
            message=self.message,
            remedy=self.remedy,
            label=self.label,
            indicator=self.indicator,
            item=self.item,
            expected=self.expected.figure() if self.expected else None,
            actual=self.actual.figure() if self.actual else None,
            difference=(Decimal(gap.value), gap.unit) if gap else None,
            evidence=tuple(e.evidence() for e in self.evidence),
            standard=Basis(law.id, law.requirement, law.citation) if law else None,
            responsible=tuple(self.responsible),
            fingerprint=self.fingerprint,
            key=self.key,
            waiver=Waiver(waiver.reason, waiver.approved_by, waiver.until) if waiver else None,
            trace=tuple(self.trace),
            rests_on=tuple(self.rests_on),
        )


class CoverageForm(Form):
    """What became of one requirement."""

    requirement: str
    label: str
    status: Status
    reason: Words
    commitment: str | None
    finding: str | None
    standard: str = ""
    certainty: Certainty = "certain"
    findings: list[str] = []

    def coverage(self) -> Coverage:
        """Return the row of the coverage."""
        return Coverage(
            self.requirement,
            self.standard,
            self.label,
            self.status,
            self.reason,
            self.commitment,
            self.finding,
            self.certainty,
            findings=tuple(self.findings),
        )


class DocumentForm(Form):
    """What a plan says of itself."""

    file: str
    sha256: str
    title: str
    number: str
    issuer: str
    place: str
    level: str
    year: int | None
    date: str

    def extraction(self) -> Extraction:
        """Return what was read of the plan, as far as a result holds it."""
        words = (self.title, self.number, self.issuer, self.place, self.level)
        return Extraction(Document(self.file, self.sha256, "json", "", ()), Metadata(*words, self.year, self.date))


class StandardForm(Form):
    """A standard that a plan was checked against."""

    id: str
    title: str
    number: str
    file: str


class ToolForm(Form):
    """What checked: its version, the digest of its rule cards, and the cards that were not used."""

    version: str
    rules: str
    rules_left_out: list[str] = []


class PlanForm(Form):
    """``gouji/findings/1``: the check of one plan. Without a SHA-256 the plan could not be read."""

    tool: ToolForm
    plan: DocumentForm
    standards: list[StandardForm]
    on: str
    verdict: Overall
    grade: Grade
    findings: list[FindingForm]
    coverage: list[CoverageForm]
    remarks: list[Words] = []
    previous: str = ""

    def result(self) -> PlanResult:
        """Return the result of the check."""
        unread = not self.plan.sha256
        return PlanResult(
            file=self.plan.file,
            sha256=self.plan.sha256,
            extraction=None if unread else self.plan.extraction(),
            standards=tuple(Standard(s.id, s.title, s.number, file=s.file) for s in self.standards),
            on=self.on,
            verdict=self.verdict,
            grade=self.grade,
            findings=tuple(f.finding() for f in self.findings),
            coverage=tuple(c.coverage() for c in self.coverage),
            remarks=tuple(self.remarks),
            previous=self.previous,
        )


class AuditForm(Form):
    """``gouji/audit/1``: the checks of several plans."""

    plans: Annotated[list[PlanForm], Field(min_length=1)]
    findings: list[FindingForm]


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
