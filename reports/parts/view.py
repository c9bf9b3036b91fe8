"""The one view that every format renders: sorted, numbered, counted once, with both sides of the evidence paired.

Nothing is judged here. Counts are asserted to add up, so that no format can show a finding more or less than another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from engine.commitment import Metadata
from engine.document import Document
from engine.judge.finding import SEVERITIES, STATUSES, Audit, Finding, PlanResult, Severity, Status
from engine.requirement import DatedValue, Requirement
from reports.parts.grids import Grids
from reports.parts.plan_text import Mark, Paragraph, TextTable, paragraphs
from reports.parts.printing import one_line
from reports.parts.quotes import Locator, Quote, bare_quote
from reports.parts.records import CoverageView, FindingView, PlanView, ReportView, StandardView, counted


def view_of(audit: Audit) -> ReportView:
    """Return the view of an audit. A lone plan takes in the findings of the audit as a whole, so that none is lost."""
    alone = len(audit.plans) == 1
    several = len(audit.plans) > 1
    everywhere = [Locator(p.extraction) for p in audit.plans if p.extraction]
    plans = tuple(
        _PlanBuilder(plan, f"p{n}-" if several else "", everywhere).view(audit.findings if alone else ())
        for n, plan in enumerate(audit.plans, 1)
    )
    rest = () if alone else _audit_findings(audit, everywhere)
    counts = counted([f for p in audit.plans for f in p.findings] + list(audit.findings))
    assert counts.total == sum(p.counts.total for p in plans) + len(rest), "the plans' counts add up to the audit's"
    return ReportView(audit, plans, rest, counts)


def _audit_findings(audit: Audit, locators: Sequence[Locator]) -> tuple[FindingView, ...]:
    standards = tuple(s for p in audit.plans for s in p.standards)
    on = audit.plans[0].on if audit.plans else ""
    whole = PlanResult("", "", None, standards, on, "compliant", "优", (), ())
    return _PlanBuilder(whole, "all-", locators).findings(audit.findings)


class _PlanBuilder:
    """Builds the view of one plan from its result."""

    def __init__(self, result: PlanResult, prefix: str, locators: Sequence[Locator]) -> None:
        self._result, self._prefix = result, prefix
        own = next((loc for loc in locators if loc.extraction is result.extraction), None)
        self._own = own
        self._locators = ([own] if own else []) + [loc for loc in locators if loc is not own]
        self._grids = [(loc, Grids(loc.extraction)) for loc in self._locators]
        self._standards = {s.id: s for s in reversed(result.standards)}

    def view(self, more: Sequence[Finding]) -> PlanView:
        result = self._result
        findings = self.findings([*result.findings, *more])
        coverage = self._coverage(findings)
        statuses: dict[Status, int] = {s: sum(c.coverage.status == s for c in coverage) for s in STATUSES}
        assert sum(statuses.values()) == len(result.coverage), "every requirement has one status"
        metadata = result.extraction.metadata if result.extraction else Metadata()
        counts = counted(f.finding for f in findings)
        return PlanView(self._prefix, result, metadata, findings, counts, coverage, statuses, self._text(findings))

    def findings(self, findings: Iterable[Finding]) -> tuple[FindingView, ...]:
        quoted = sorted(((f, self._quotes(f)) for f in findings), key=self._order)
        views, taken = [], set[str]()
        for number, (finding, quotes) in enumerate(quoted, 1):
            anchor = _anchor(f"{self._prefix}f-", finding.fingerprint or str(number), taken)
            views.append(self._finding(number, anchor, finding, quotes))
        return tuple(views)

    def _quotes(self, finding: Finding) -> tuple[Quote, ...]:
        quotes = []
        for evidence in finding.evidence:
            home = next((loc for loc in self._locators if loc.extraction.document.part_of(evidence.span.file)), None)
            quotes.append(home.quote(evidence) if home else bare_quote(evidence))
        return tuple(quotes)

    def _order(self, entry: tuple[Finding, tuple[Quote, ...]]) -> tuple[object, ...]:
        finding, quotes = entry
        own = [q.start for q in quotes if q.role != "standard" and q.start is not None]
        start = (0, own[0]) if own else (1, 0)
        rank = SEVERITIES.index(finding.severity)
        return (finding.waiver is not None, rank, start, finding.code, finding.rule, finding.fingerprint, finding.key)

    def _finding(self, number: int, anchor: str, finding: Finding, quotes: tuple[Quote, ...]) -> FindingView:
        spans = [e.span for e in finding.evidence if e.role != "standard"]
        known = (loc.commitments_at.get(span) for span in spans[:1] for loc in self._locators)
        commitment = next((c for c in known if c is not None), None)
        sums = [q for q in quotes if q.role in ("part", "total")]
        tables = (
            grids.view([q for q in sums if loc.extraction.document.part_of(q.place.file)]) for loc, grids in self._grids
        )
        table = next((t for t in tables if t is not None), None) if sums else None
        law = finding.standard
        basis = self._basis(law.id, law.requirement, law.citation) if law else None
        return FindingView(number, anchor, finding, quotes, basis, commitment, table, self._called(finding, quotes))

    def _called(self, finding: Finding, quotes: Sequence[Quote]) -> dict[Quote, str]:
        """Name parts and totals by their figure, and what stands in a table by its row and column."""
        called = {}
        for quote, evidence in zip(quotes, finding.evidence, strict=True):
            read = (loc.commitments_at.get(evidence.span) for loc in self._locators)
            figure = next((c for c in read if c), None) if evidence.role in ("part", "total") else None
            name = one_line(figure.label) if figure else self._heading(quote)
            if name:
                called[quote] = name
        return called

    def _heading(self, quote: Quote) -> str:
        if quote.start is None or quote.role == "standard":
            return ""
        own = (grids for loc, grids in self._grids if loc.extraction.document.part_of(quote.place.file))
        return next((name for grids in own if (name := grids.heading_of(quote.start))), "")

    def _basis(self, standard_id: str, requirement_id: str, citation: str = "") -> StandardView:
        standard = self._standards.get(standard_id)
        requirement = next((r for r in standard.requirements if r.id == requirement_id), None) if standard else None
        value = _in_force(requirement, self._result.on) if requirement else None
        return StandardView(citation or (standard.title if standard else standard_id), standard, requirement, value)

    def _coverage(self, findings: Sequence[FindingView]) -> tuple[CoverageView, ...]:
        extraction = self._result.extraction
        commitments = {c.id: c for c in reversed(extraction.commitments)} if extraction else {}
        by_print = {f.finding.fingerprint: f for f in reversed(findings) if f.finding.fingerprint}
        views, taken = [], set[str]()
        for row in self._result.coverage:
            commitment = commitments.get(row.commitment or "")
            at = self._own.offsets(commitment.span) if self._own and commitment else None
            basis = self._basis(row.standard, row.requirement)
            anchor = _anchor(f"{self._prefix}r-", row.requirement, taken)
            finding = by_print.get(row.finding or "")
            about = tuple(by_print[name] for name in row.findings if name in by_print)
            shown = about or ((finding,) if finding else ())
            views.append(CoverageView(row, basis, commitment, at[0] if at else None, finding, anchor, shown))
        return tuple(views)

    def _text(self, findings: Sequence[FindingView]) -> tuple[Paragraph | TextTable, ...]:
        extraction = self._result.extraction
        if extraction is None or self._own is None:
            return ()
        marks = [m for f in findings for m in _marks(f, extraction.document)]
        for c in extraction.commitments:
            at = self._own.offsets(c.span)
            if at:
                marks.append(Mark(*at, 0, None, "", note=c.label))
        tables = list(dict.fromkeys([*extraction.document.tables, *(t.table for t in extraction.tables)]))
        return paragraphs(extraction.document, tables, marks)


def _marks(view: FindingView, document: Document) -> Iterable[Mark]:
    severity: Severity = view.finding.severity
    for quote in view.quotes:
        if document.part_of(quote.place.file) and quote.start is not None and quote.end is not None:
            part, waived = quote.role == "part", view.finding.waiver is not None
            yield Mark(quote.start, quote.end, view.number, severity, view.anchor, part, waived)


def _in_force(requirement: Requirement, on: str) -> DatedValue | None:
    try:
        day = date.fromisoformat(on)
    except ValueError:
        return None
    return next((v for v in requirement.values if v.since <= day and (v.until is None or day <= v.until)), None)


def _anchor(head: str, name: str, taken: set[str]) -> str:
    """Return an id that is safe in a page and a link, numbered where one name comes twice."""
    base = head + (re.sub(r"[^A-Za-z0-9_-]", "-", name) or "x")
    anchor, n = base, 1
    while anchor in taken:
        n += 1
        anchor = f"{base}-{n}"
    taken.add(anchor)
    return anchor
