"""What a report concludes on a plan, in words that praise nothing that was not proven, and what it calls the plan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from engine.judge.finding import SEVERITIES, Status
from engine.wording import Text, joined, phrase, say
from reports.parts.printing import one_line
from reports.parts.records import Counts, PlanView

VERDICTS = ("non-compliant", "review", "unread", "consistent", "compliant")
"""What can be concluded on a plan, the gravest first: see :func:`verdict_of`."""

GRADES = ("优", "良", "中", "差", "pending", "none")


def verdict_of(plan: PlanView) -> str:
    """Return what is concluded on a plan: its verdict, or what the verdict cannot say.

    A plan that was not read is ``unread``; one without errors that no requirement was proven for is ``consistent``.
    """
    result = plan.result
    if result.extraction is None:
        return "unread"
    return "consistent" if result.verdict == "compliant" and not plan.statuses["conforms"] else result.verdict


def verdict_word(plan: PlanView, lang: str) -> str:
    """Return the conclusion in a word or two."""
    return say(f"report.verdict-{verdict_of(plan)}", lang)


def grade_of(plan: PlanView) -> str:
    """Return the grade that a report shows: none for what was not held against standards, pending for review."""
    pending = {"unread": "none", "consistent": "none", "review": "pending"}
    return pending.get(verdict_of(plan), plan.result.grade)


def grade_word(plan: PlanView, lang: str) -> str:
    """Return the grade in words."""
    return say(f"report.grade-{grade_of(plan)}", lang)


def verdict_line(plan: PlanView, lang: str) -> str:
    """Return verdict, grade and reason in one line; what was not read has no grade to speak of."""
    word, reason = verdict_word(plan, lang), verdict_reason(plan, lang)
    if plan.result.extraction is None:
        return say("report.verdict-alone", lang, verdict=word, reason=reason)
    return say("report.verdict-line", lang, verdict=word, grade=grade_word(plan, lang), reason=reason)


def verdict_reason(plan: PlanView, lang: str) -> str:
    """Return why the verdict is what it is, in one sentence with its number."""
    kind = verdict_of(plan)
    if kind == "unread":
        return say("report.because-unread", lang)
    if kind == "non-compliant":
        return _with_doubtful(plan, say("report.because-non-compliant", lang, errors=plan.open_errors), lang)
    if kind == "review":
        return _reason_for_review(plan, lang)
    waived = sum(view.finding.waiver is not None and view.finding.severity == "error" for view in plan.findings)
    errors = say("report.no-error-but-waived" if waived else "report.no-error", lang, waived=waived)
    if kind == "consistent" and not waived:
        return say("report.because-consistent", lang)
    said = say(f"report.because-{kind}", lang, conforms=plan.statuses["conforms"])
    return f"{errors}{said}" if lang == "zh" else f"{errors} {said}"


def _with_doubtful(plan: PlanView, said: str, lang: str) -> str:
    """Return a sentence on the certain errors with one on those to be confirmed, so that both are those counted."""
    doubtful = plan.counts.error - plan.open_errors
    if not doubtful:
        return said
    also = phrase("report.because-also-review", errors=doubtful)
    return joined(Text(said, said), also).in_language(lang)


def _reason_for_review(plan: PlanView, lang: str) -> str:
    if phrase("judge.affiliation-unknown") in plan.result.remarks:
        # What the plan gets wrong by itself is wrong whoever stands above it, and nobody has to confirm it first.
        own = sum(f.finding.standard is None for f in plan.certain_errors)
        also = phrase("report.because-own-errors", errors=own) if own else Text("", "")
        return joined(phrase("report.because-review-affiliation"), also).in_language(lang).strip()
    if plan.counts.error:
        return say("report.because-review-errors", lang, errors=plan.counts.error)
    if plan.statuses["indeterminate"]:
        return say("report.because-review", lang, open=plan.statuses["indeterminate"])
    return say("report.because-review-basis", lang)


def verdicts_sentence(plans: Sequence[PlanView], lang: str) -> str:
    """Return how many plans there are of each conclusion, as a sum that the reader can check."""
    counts = Counter(map(verdict_of, plans))
    usual = ("non-compliant", "review", "compliant")
    parts = [
        say("report.coverage-part", lang, status=say(f"report.verdict-{kind}", lang), n=counts[kind])
        for kind in VERDICTS
        if counts[kind] or kind in usual
    ]
    return say("page.plans-verdicts", lang, total=len(plans), parts=" + ".join(parts))


def counts_in_words(counts: Counts, lang: str) -> str:
    """Return how many findings there are, by severity, as an official writes it; kinds without any are left out."""
    kinds = {kind: getattr(counts, kind) for kind in (*SEVERITIES, "waived")}
    parts = [say("paper.opinion-count", lang, kind=say(f"report.count-{k}", lang), n=n) for k, n in kinds.items() if n]
    if not parts:
        return say("report.findings-none", lang)
    return say("paper.opinion-counts", lang, n=counts.total, parts=say("report.list-comma", lang).join(parts))


def coverage_in_words(statuses: Mapping[Status, int], lang: str) -> str:
    """Return what became of the requirements as an official writes it; states without any are left out."""
    found = {say(f"report.status-{status}", lang): n for status, n in statuses.items() if n}
    if not found:
        return say("report.coverage-none", lang)
    parts = [say("paper.opinion-count-of", lang, kind=kind, n=n) for kind, n in found.items()]
    return say("paper.opinion-coverage", lang, n=sum(found.values()), parts=say("report.list-comma", lang).join(parts))


def names_of(plans: Sequence[PlanView]) -> tuple[str, ...]:
    """Return what plans are called side by side: their titles, with the file where two are alike."""
    return _told_apart(plans, lambda plan: plan.title)


def short_names(plans: Sequence[PlanView]) -> tuple[str, ...]:
    """Return what plans are called where there is little room: their places, with the file where two are alike."""
    return _told_apart(plans, lambda plan: plan.metadata.place.split("/")[-1] or plan.title)


def _told_apart(plans: Sequence[PlanView], name: Callable[[PlanView], str]) -> tuple[str, ...]:
    names = [one_line(name(plan)) for plan in plans]
    files = [one_line(re.split(r"[/\\]", plan.result.file)[-1]) for plan in plans]
    return tuple(
        f"{called}（{file}）" if names.count(called) > 1 and file != called else called
        for called, file in zip(names, files, strict=True)
    )
