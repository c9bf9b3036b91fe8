"""Sentences that several formats print: the counts, what a standard says and how a figure was read."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, cast

from engine.commitment import Commitment
from engine.errors import UnitError
from engine.facts.fact import Figure
from engine.judge.finding import STATUSES, Finding, Status
from engine.quantity.bounds import Bound, Op
from engine.quantity.numerals import SCALES
from engine.quantity.printed import exact_decimal, printed
from engine.quantity.units import convert
from engine.requirement import Standard
from engine.wording import Text, say
from reports.parts.amounts import as_written, number_of
from reports.parts.printing import (
    amount_words,
    commitment_words,
    figure_words,
    one_line,
    plain,
    value_words,
    written,
)
from reports.parts.records import Counts, CoverageView, FindingView, StandardView


def day(on: date | str | None, lang: str) -> str:
    """Return a day as people write it (``2024年12月31日``); an unreadable one as it is, none as not given."""
    if not on:
        return say("report.unknown", lang)
    try:
        that = date.fromisoformat(on) if isinstance(on, str) else on
    except ValueError:
        return one_line(str(on))
    return f"{that.year}年{that.month}月{that.day}日" if lang == "zh" else that.isoformat()


def bracketed(outer: str, inner: str, lang: str) -> str:
    """Return ``inner`` in brackets after ``outer``, in the brackets of the language; alone where one is empty."""
    return say("report.brackets", lang, outer=outer, inner=inner) if outer and inner else outer or inner


def counts_sentence(counts: Counts, lang: str) -> str:
    """Return the counts of findings as a sum that the reader can check."""
    return say(
        "report.counts",
        lang,
        error=counts.error,
        warning=counts.warning,
        note=counts.note,
        waived=counts.waived,
        total=counts.total,
    )


def coverage_sentence(statuses: dict[Status, int], lang: str) -> str:
    """Return what became of the requirements as a sum over one denominator."""
    total = sum(statuses.values())
    if not total:
        return say("report.coverage-none", lang)
    parts = [say("report.coverage-part", lang, status=say(f"report.status-{s}", lang), n=statuses[s]) for s in STATUSES]
    return say("report.coverage-sum", lang, total=total, parts=" + ".join(parts))


def in_force(basis: StandardView, lang: str) -> str:
    """Return from when until when the standard's value is in force, or an empty string."""
    days = basis.value or basis.requirement
    if days is None or days.since is None:
        return ""
    if basis.value is not None and not basis.value.dated:
        # A document says by itself from when it holds; that nobody read that of it is no news in every finding.
        read = basis.standard is not None and standing(basis.standard) == "read"
        return "" if read else say("report.in-force-unknown", lang)
    since, until = day(days.since, lang), days.until
    if until is None:
        return say("report.in-force-from", lang, since=since)
    return say("report.in-force-from-to", lang, since=since, until=day(until, lang))


def standing(standard: Standard) -> str:
    """Return how far a standard's source was verified; ``read`` where it is a document that was read for this audit."""
    read = any(requirement.span is not None for requirement in standard.requirements)
    read = read or bool(standard.id and standard.id == standard.file)
    return "read" if read else str(standard.confidence)


def standard_facts(basis: StandardView, lang: str) -> tuple[str, ...]:
    """Return number, day of issue and standing of the source of a standard, as far as they are known."""
    standard = basis.standard
    if standard is None:
        return ()
    published = (basis.value.published if basis.value else None) or standard.published
    confidence = (basis.value.confidence if basis.value else None) or standard.confidence
    facts = [] if not published else [say("report.published", lang, date=day(published, lang))]
    if standing(standard) == "read":
        return tuple(facts)  # Read from the document itself: nobody has verified anything.
    return (*facts, say(f"report.confidence-{confidence}", lang))


def difference_words(difference: tuple[Decimal, str], lang: str) -> str:
    """Return a difference with its unit, between rates in points; a gap below zero keeps its sign."""
    if difference[1] == "%":
        return say("report.point" if abs(difference[0]) == 1 else "report.points", lang, n=written(difference[0]))
    return amount_words("=", *(difference[0], None), difference[1]) if difference[1] else written(difference[0])


def required_words(row: CoverageView) -> str:
    """Return what the requirement of a row asks for, as a formula; empty where it has none on the day."""
    return value_words(row.basis.value) if row.basis.value else one_line(row.coverage.formula)


def planned_words(row: CoverageView) -> str:
    """Return what the plan promises for a row, as a formula."""
    return commitment_words(row.commitment) if row.commitment else ""


def adds_up(view: FindingView) -> bool:
    """Say whether the parts of a finding are terms whose sum is one of its figures (parts may also be factors)."""
    return sum_side(view) is not None


def sum_side(view: FindingView) -> Literal["expected", "actual"] | None:
    """Return which figure of a finding is the sum of its parts, None where neither is."""
    terms = [number_of(quote.text) for quote in view.side("part")]
    if len(terms) < 2 or None in terms:
        return None
    total = sum(term for term in terms if term is not None)
    reached = {total * 10 ** SCALES[scale] for scale in ("", "万", "亿")}
    finding = view.finding
    if finding.expected and finding.expected.value in reached:
        return "expected"
    return "actual" if finding.actual and finding.actual.value in reached else None


def figures(view: FindingView, lang: str) -> tuple[tuple[str, str, str], ...]:
    """Return name, formula and printed words of what was expected, found and between them.

    The words are left out where they say no more than the formula; where the two figures have different units, they
    say what the one found is in the unit expected.
    """
    finding = view.finding
    rows = [
        (say(f"report.{name}", lang), _formula(view, figure, lang), more)
        for name, figure, more in zip(
            _names(view),
            (finding.expected, finding.actual),
            (_printed(finding.expected), _found_words(finding, lang)),
            strict=True,
        )
        if figure is not None
    ]
    if finding.difference is not None:
        rows.append((say(f"report.{_gap_name(view)}", lang), _gap_words(view, lang), ""))
    return tuple(rows)


def _formula(view: FindingView, figure: Figure, lang: str) -> str:
    """Return a figure as a formula; where it has no amount its words, a day as people write it."""
    if figure.value is None:
        return day(figure.text, lang)
    return figure_words(figure, as_written(view, figure.value))


def _names(view: FindingView) -> tuple[str, str]:
    side = sum_side(view)
    if side:
        return ("computed", "stated") if side == "expected" else ("stated", "computed")
    return ("one-place", "other-place") if _two_places(view) else ("expected", "actual")


def _two_places(view: FindingView) -> bool:
    """Say whether both figures stand in the plan itself, where neither is more right than the other."""
    finding, quotes = view.finding, view.side("plan")
    if finding.standard or len(quotes) != 2 or not (finding.expected and finding.actual):
        return False
    wanted = {finding.expected.value, finding.actual.value}
    return {number_of(quote.text) for quote in quotes} == wanted


def _gap_name(view: FindingView) -> str:
    """Say which way a total is off its parts; elsewhere the message says it."""
    expected, actual, side = view.finding.expected, view.finding.actual, sum_side(view)
    if side is None or not (expected and actual) or expected.value is None or actual.value is None:
        return "difference"
    computed, stated = (expected, actual) if side == "expected" else (actual, expected)
    return "total-over" if (stated.value or 0) > (computed.value or 0) else "total-under"


def _gap_words(view: FindingView, lang: str) -> str:
    difference = view.finding.difference
    assert difference is not None
    amount, unit = difference
    size = amount if _gap_name(view) == "difference" else abs(amount)
    digits = as_written(view, size) if unit != "%" else ""
    return amount_words("=", size, None, unit, digits) if digits else difference_words((size, unit), lang)


def _found_words(finding: Finding, lang: str) -> str:
    """Return the words of the figure found, and what it is in the unit of the figure expected."""
    expected, actual = finding.expected, finding.actual
    if actual is None:
        return ""
    words, same = _printed(actual), conversion_words(actual, expected.unit) if expected else ""
    converted = say("report.converted", lang, value=same) if same else ""
    return say("report.semicolon", lang).join(part for part in (words, converted) if part)


def conversion_words(figure: Figure, unit: str) -> str:
    """Return a figure as a formula in another unit; empty where the units are the same or have no common measure."""
    if figure.value is None or figure.unit == unit or not (figure.unit and unit):
        return ""
    try:
        ends = [
            None if end is None else convert(Fraction(end), figure.unit, unit) for end in (figure.value, figure.high)
        ]
    except UnitError:
        return ""
    exact = [None if end is None else exact_decimal(end) for end in ends]
    if exact[0] is None or (exact[1] is None) != (figure.high is None):
        return ""
    return amount_words(figure.op, exact[0], exact[1], unit)


def _printed(figure: Figure | None) -> str:
    """Return the words of a figure where they say more than its formula."""
    if figure is None or figure.value is None:
        return ""
    words = one_line(figure.text)
    said = {figure_words(figure), figure_words(figure).lstrip("≥≤≈<> "), written(figure.value)}
    said.add(printed(Bound(cast(Op, figure.op), figure.value, figure.high), figure.unit))
    said.add(f"{plain(figure.value)}{figure.unit}")
    return "" if re.sub(r"[\s,]", "", words) in {re.sub(r"[\s,]", "", known) for known in said} else words


def how_read(view: FindingView, lang: str) -> tuple[str, ...]:
    """Return, step by step, how a finding's figure was read: first the commitment, then the engine's own trace."""
    read = _commitment_read(view.commitment, lang) if view.commitment else ()
    return (*read, *(one_line(step.in_language(lang)) for step in view.finding.trace))


def _commitment_read(commitment: Commitment, lang: str) -> tuple[str, ...]:
    resolved = commitment.compared_unit
    scope = say("report.list-comma", lang).join(commitment.scope)
    baseline = "" if commitment.baseline is None else f"{written(commitment.baseline)} {commitment.unit}".strip()
    values = {
        "value": commitment_words(commitment),
        "indicator": commitment.label + (f" ({commitment.indicator})" if commitment.indicator else ""),
        "scope": scope,
        "strength": say(f"report.strength-{commitment.strength}", lang),
        "deadline": commitment.deadline or "",
        "baseline": baseline,
    }
    lines = [say(f"report.read-{name}", lang, value=one_line(value)) for name, value in values.items() if value]
    if resolved != commitment.unit:
        lines.insert(1, say("report.read-unit", lang, printed=commitment.unit, resolved=resolved))
    return tuple(lines)


def waiver_sentence(finding: Finding, lang: str) -> str:
    """Return why, by whom and until when a finding is let stand; empty for one that is not waived."""
    waiver = finding.waiver
    if waiver is None:
        return ""
    until = day(waiver.until, lang)
    return say("report.waiver", lang, reason=one_line(waiver.reason), by=one_line(waiver.approved_by), until=until)


def severity_words(finding: Finding, lang: str) -> str:
    """Return a finding's severity, with the remark that a person should confirm it where one should."""
    word = say(f"report.severity-{finding.severity}", lang)
    if finding.certainty == "certain":
        return word
    review = say("report.review", lang)
    return bracketed(word, review, lang)


def text_of(text: Text, lang: str) -> str:
    """Return a sentence of the engine in one language, on one line and without hidden characters."""
    return one_line(text.in_language(lang))
