"""What the pages of the HTML report are made with: templates, the words in them, and the policy of the page.

Every foreign word goes through :func:`reports.parts.printing.visible` and through the template's escaping, so that a plan's
text can neither become markup nor hide. The page's own policy allows exactly its own style and script, by their hash.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from engine.judge.finding import SEVERITIES, STATUSES, Severity, Status
from engine.patterns import lazy
from engine.wording import say
from reports.parts import sentences, verdicts
from reports.parts.amounts import as_written
from reports.parts.matrix import by_gravity, matrix_of, worst_first
from reports.parts.printing import figure_words
from reports.parts.quotes import Quote
from reports.parts.records import Counts, CoverageView, FindingView, PlanView, StandardView, group_names
from reports.parts.silence import told_together
from reports.parts.templates import asset, hash_of, template

STATES: tuple[str, ...] = (*SEVERITIES, "waived")
_SCALE = 1000  # width of a bar in its own units
_FOREMOST = 4  # findings that the head of the report names
_BETWEEN_TAGS = lazy(r"(?<=>)\n(?=[<{])|(?<=\}\})\n(?=[<{])")
_WEB = lazy(r"https?://[^\s\"'<>\\]+")


def page(name: str, lang: str, **values: object) -> bytes:
    """Return one page, made of the template ``name`` in ``lang``."""
    style, script = asset("report.css"), asset("report.js")
    made = template(name, _dense).render(
        lang=lang,
        style=_markup(style),
        script=_markup(script),
        style_hash=hash_of(style),
        script_hash=hash_of(script),
        term=say("report.list-comma", lang),
        **_words(lang),
        **_HELPERS,
        **values,
    )
    return made.encode("utf-8")


def _dense(name: str) -> str:
    """Return a template without the line ends between its own tags: they would be half of a long page's nodes."""
    return _BETWEEN_TAGS.sub("", asset(name))


def _markup(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)


def _words(lang: str) -> dict[str, Callable[..., object]]:
    """Return the functions that the templates call for words, bound to the language."""
    spoken = (
        *(sentences.counts_sentence, sentences.coverage_sentence, sentences.day, sentences.figures),
        *(sentences.how_read, sentences.in_force, sentences.severity_words, sentences.standard_facts),
        *(sentences.text_of, verdicts.verdict_reason, verdicts.verdict_word, verdicts.grade_word),
        verdicts.verdicts_sentence,
    )

    def bound(function: Callable[..., object]) -> Callable[..., object]:
        return lambda *args: function(*args, lang=lang)

    return {
        **{function.__name__: bound(function) for function in spoken},
        "t": lambda key, **values: say(f"report.{key}", lang, **values),
        "w": lambda key, **values: say(f"page.{key}", lang, **values),
    }


def bar(counts: dict[Any, int], whole: int = 0) -> list[tuple[str, int, int, int]]:
    """Return name, count, left edge and width of each piece of a bar, in thousandths of ``whole`` (or of the sum)."""
    total, done, pieces = whole or sum(counts.values()), 0, []
    for name, count in counts.items():
        left = _SCALE * done // total if total else 0
        done += count
        right = _SCALE * done // total if total else 0
        if right > left:
            pieces.append((name, count, left, right - left))
    return pieces


def _status_pieces(statuses: dict[Status, int]) -> list[tuple[str, int, int, int]]:
    return bar({status: statuses[status] for status in STATUSES})


def _count_pieces(counts: Counts, whole: int) -> list[tuple[str, int, int, int]]:
    return bar({state: getattr(counts, state) for state in STATES}, whole)


def _foremost(plan: PlanView) -> tuple[FindingView, ...]:
    """Return the findings to name first: of the gravest severity that there is, notes excepted."""
    ranks: tuple[Severity, ...] = ("error", "warning")
    found = (plan.by_state[state] for state in ranks if state in plan.by_state)
    return next(found, ())[:_FOREMOST]


def _gap_share(view: FindingView) -> str:
    """Return how large the difference is against the figure expected, in thousandths, for sorting."""
    expected, difference = view.finding.expected, view.finding.difference
    if difference is None or expected is None or not expected.value:
        return ""
    return str(int(abs(difference[0]) * 1000 / abs(Decimal(expected.value))))


def _has_words(quote: Quote) -> bool:
    """Say whether a standard's quote is words of a document; a standard kept as data has no place to quote from."""
    place = quote.place
    return any(known is not None for known in (quote.start, place.line, place.page, place.block, place.cell))


def _demand(quote: Quote, basis: StandardView | None) -> tuple[str, str]:
    """Return what a standard kept as data asks for, as its name and the figure to mark."""
    label = basis.requirement.label if basis and basis.requirement else ""
    return (label, quote.text[len(label) :]) if label and quote.text.startswith(label) else ("", quote.text)


def _web_address(basis: StandardView) -> str:
    """Return where the standard's text is published; empty for anything but a plain web address."""
    url = (basis.value.url if basis.value else "") or (basis.standard.url if basis.standard else "")
    return url if _WEB.fullmatch(url) else ""


def _sum_words(view: FindingView) -> str:
    side = sentences.sum_side(view)
    figure = view.finding.expected if side == "expected" else view.finding.actual if side == "actual" else None
    return figure_words(figure, as_written(view, figure.value)) if figure else ""


def _clause(row: CoverageView) -> str:
    """Return the short reference of a requirement: the document's number, or its title, and the clause."""
    basis = row.basis
    number = (basis.value.number if basis.value else "") or (basis.standard.number if basis.standard else "")
    clause = (basis.value.clause if basis.value else "") or (basis.requirement.clause if basis.requirement else "")
    return " ".join(part for part in (number or basis.citation, clause) if part)


_HELPERS: dict[str, Any] = {
    "STATES": STATES,
    "STATUSES": STATUSES,
    "adds_up": sentences.adds_up,
    "by_gravity": by_gravity,
    "by_number": lambda plan: {f.number: f for f in plan.findings},
    "clause": _clause,
    "count_pieces": _count_pieces,
    "demand": _demand,
    "file_name": lambda file: re.split(r"[/\\]", file)[-1],
    "foremost": _foremost,
    "gap_share": _gap_share,
    "grade_rank": lambda plan: verdicts.GRADES.index(verdicts.grade_of(plan)),
    "group_names": group_names,
    "has_words": _has_words,
    "is_row": lambda entry: isinstance(entry, CoverageView),
    "matrix_of": matrix_of,
    "names_of": verdicts.names_of,
    "planned_words": sentences.planned_words,
    "required_words": sentences.required_words,
    "short_names": verdicts.short_names,
    "standing": sentences.standing,
    "status_pieces": _status_pieces,
    "sum_words": _sum_words,
    "verdict_of": verdicts.verdict_of,
    "web_address": _web_address,
    "worded_of": lambda quotes: [quote for quote in quotes if _has_words(quote)],
    "told_together": told_together,
    "worst_first": worst_first,
}
