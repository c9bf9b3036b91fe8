"""The records that every format prints from: findings, requirements, groups and plans, numbered and counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from engine.commitment import Commitment, Metadata
from engine.facts.fact import Evidence, Role
from engine.judge.finding import Audit, Coverage, Finding, PlanResult, Status
from engine.requirement import DatedValue, Requirement, Standard
from reports.parts.grids import TableView
from reports.parts.plan_text import Paragraph, TextTable
from reports.parts.quotes import Quote


class Counts(Struct, frozen=True):
    """How many findings there are of each severity, waived ones apart."""

    error: int = 0
    warning: int = 0
    note: int = 0
    waived: int = 0

    @property
    def total(self) -> int:
        """All findings."""
        return self.error + self.warning + self.note + self.waived


class StandardView(Struct, frozen=True):
    """The standard side of a finding or a row: the standard, the requirement and its value in force."""

    citation: str
    standard: Standard | None
    requirement: Requirement | None
    value: DatedValue | None


class FindingView(Struct, frozen=True):
    """A finding with its number, anchor and evidence, ready to print. ``number`` counts from 1 within the plan.

    ``called`` names parts and totals by their figures, and what stands in a table by its row and column.
    """

    number: int
    anchor: str
    finding: Finding
    quotes: tuple[Quote, ...]
    basis: StandardView | None
    commitment: Commitment | None
    table: TableView | None
    called: Mapping[Quote, str] = field(default_factory=dict)

    def before(self, evidence: Evidence) -> str:
        """Return the words of its sentence before a piece of evidence, as far as a reader is shown them."""
        quoted = zip(self.finding.evidence, self.quotes, strict=False)
        return next((quote.before for one, quote in quoted if one is evidence), "")

    def side(self, *roles: Role) -> tuple[Quote, ...]:
        """Return the quotes that play one of ``roles``."""
        return tuple(q for q in self.quotes if q.role in roles)

    @property
    def law_words(self) -> str:
        """What the words beside the plan's are called: a standard's, or those of the place's own earlier plan."""
        return "role-earlier" if any(e.earlier for e in self.finding.evidence) else "role-standard"

    @property
    def working(self) -> tuple[Quote, ...]:
        """The parts of a sum, then its totals, each in the order of the text."""
        return (*_in_order(self.side("part")), *_in_order(self.side("total")))

    def name_of(self, quote: Quote) -> str:
        """Return what a figure is called in its table or its sentence; empty where it has no name."""
        shown = self.table.parts if self.table else ()
        return next((part.label for part in shown if part.quote is quote), "") or self.called.get(quote, "")

    @property
    def silent(self) -> bool:
        """Whether it only notes a standard on which the plan says nothing."""
        finding = self.finding
        noted = finding.severity == "note" and finding.verdict == "not-addressed" and finding.waiver is None
        return noted and finding.standard is not None and not self.side("plan", "part", "total")

    @property
    def state(self) -> str:
        """Its severity, or ``waived``: how it is counted, filtered and coloured."""
        return "waived" if self.finding.waiver else self.finding.severity


class CoverageView(Struct, frozen=True):
    """One requirement and what became of it: ``finding`` shows its state, ``findings`` are all that rest on it."""

    coverage: Coverage
    basis: StandardView
    commitment: Commitment | None
    start: int | None
    finding: FindingView | None
    anchor: str
    findings: tuple[FindingView, ...] = ()


class Group(Struct, frozen=True):
    """The findings that one unit, item or standard has to do with; ``name`` is empty for those with none."""

    name: str
    findings: tuple[FindingView, ...]
    counts: Counts


class PlanView(Struct, frozen=True):
    """All that a report shows of one plan. ``prefix`` keeps the anchors of several plans apart."""

    prefix: str
    result: PlanResult
    metadata: Metadata
    findings: tuple[FindingView, ...]
    counts: Counts
    coverage: tuple[CoverageView, ...]
    statuses: dict[Status, int]
    text: tuple[Paragraph | TextTable, ...]

    @property
    def title(self) -> str:
        """The plan's title, or its file's name when it has none."""
        return self.metadata.title or re.split(r"[/\\]", self.result.file)[-1]

    @property
    def open_errors(self) -> int:
        """Errors that are not waived and that nobody needs to confirm first."""
        return len(self.certain_errors)

    @property
    def certain_errors(self) -> tuple[FindingView, ...]:
        """The errors that are counted as open ones."""
        return tuple(f for f in self.findings if _is_open(f.finding) and f.finding.certainty == "certain")

    @property
    def by_state(self) -> dict[str, tuple[FindingView, ...]]:
        """The findings by severity, waived ones apart, in the order of the report; states without any are left out."""
        found: dict[str, list[FindingView]] = {}
        for view in self.findings:
            found.setdefault(view.state, []).append(view)
        return {state: tuple(views) for state, views in found.items()}

    @property
    def undecided(self) -> tuple[CoverageView | FindingView, ...]:
        """What could not be checked: undecided requirements, then undecided findings that speak of none of them.

        What an editor remarks (no document number, nothing to verify) is a matter of drafting, not of checking.
        """
        rows = tuple(c for c in self.coverage if c.coverage.status == "indeterminate")
        spoken_for = {c.finding.number for c in rows if c.finding}
        loose = (f for f in self.findings if f.finding.verdict == "indeterminate" and f.finding.group != "drafting")
        return (*rows, *(f for f in loose if f.number not in spoken_for))

    def groups(self, by: str) -> tuple[Group, ...]:
        """Return the findings by ``responsible``, ``item`` or ``standard``, most errors first, none at the end."""
        names: dict[str, list[FindingView]] = {}
        for view in self.findings:
            for name in group_names(view, by):
                names.setdefault(name, []).append(view)
        found = [Group(name, tuple(views), counted(v.finding for v in views)) for name, views in names.items()]
        return tuple(
            sorted(found, key=lambda g: (not g.name, -g.counts.error, -g.counts.warning, -g.counts.total, g.name))
        )


class ReportView(Struct, frozen=True):
    """A whole audit as shown: its plans in the order given, then the findings of the audit as a whole."""

    audit: Audit
    plans: tuple[PlanView, ...]
    findings: tuple[FindingView, ...]
    counts: Counts

    def all_findings(self) -> Iterable[FindingView]:
        """Yield every finding of the audit once."""
        for plan in self.plans:
            yield from plan.findings
        yield from self.findings


def _in_order(quotes: Sequence[Quote]) -> Sequence[Quote]:
    known = all(q.start is not None for q in quotes)
    return sorted(quotes, key=lambda q: q.start or 0) if known else quotes


def _is_open(finding: Finding) -> bool:
    return finding.severity == "error" and finding.waiver is None


def counted(findings: Iterable[Finding]) -> Counts:
    """Count findings by severity; a waived one counts as waived alone."""
    kinds = ["waived" if f.waiver else f.severity for f in findings]
    counts = Counts(kinds.count("error"), kinds.count("warning"), kinds.count("note"), kinds.count("waived"))
    assert counts.total == len(kinds), "every finding is counted once"
    return counts


def group_names(view: FindingView, by: str) -> Sequence[str]:
    """Return what a finding is grouped under: its units, its item or its standard; one empty name where it has none."""
    finding = view.finding
    if by == "responsible":
        return finding.responsible or ("",)
    if by == "standard":
        law = view.basis.standard if view.basis else None
        return (f"{law.title} {law.number}".strip() if law else view.basis.citation if view.basis else "",)
    place = next((q.place for q in view.side("plan", "total", "part")), None)
    titled = f"{place.item_number} {place.item_title}".strip() if place else ""
    return (titled or finding.item,)
