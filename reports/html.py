"""The report as a web page that needs no network, no script and no other file; several plans may have a page each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from engine.judge.finding import Audit, PlanResult
from engine.patterns import lazy
from reports.parts.page import page
from reports.parts.printing import visible
from reports.parts.quotes import Quote
from reports.parts.records import FindingView, PlanView, ReportView
from reports.parts.view import view_of
from reports.renderer import RenderOptions, ReportFile

name = "html"
suffix = ".html"
binary = False

INDEX = "index.html"
_LONG = 400  # findings and paragraphs above which a page is laid out only as it is scrolled to
_STEM = 60  # characters of a plan's name that its page keeps
_UNFIT = lazy(r'[\s<>:"/\\|?*#%&‹›.]+')  # what file systems refuse, and what would have to be escaped in a link


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the whole report as one HTML file in ``options.lang``."""
    view = view_of(audit)
    return page("report.html", options.lang, home="", page_of=_within, **_shared(view, view.plans))


def copies(audit: Audit, options: RenderOptions) -> Iterator[ReportFile]:
    """Yield an overview and a page for each plan; for one plan the report alone."""
    if len(audit.plans) == 1:
        yield ReportFile(f"report{suffix}", render(audit, options))
        return
    alone = [view_of(replace(audit, plans=(plan,), findings=())) for plan in audit.plans]
    plans = [view.plans[0] for view in alone]
    page_of = {id(plan): name for plan, name in zip(plans, pages_of(audit), strict=True)}
    overview = replace(view_of(audit), plans=tuple(plans))
    index = page("index.html", options.lang, home="", page_of=lambda p: page_of[id(p)], **_shared(overview, ()))
    yield ReportFile(INDEX, index)
    for view, plan in zip(alone, plans, strict=True):
        own = page("report.html", options.lang, home=INDEX, page_of=_within, **_shared(view, view.plans))
        yield ReportFile(page_of[id(plan)], own)


def pages_of(audit: Audit) -> tuple[str, ...]:
    """Return the name of the page of each plan in a folder of reports, in the order of the plans."""
    if len(audit.plans) == 1:
        return (f"report{suffix}",)
    digits = len(str(len(audit.plans)))
    return tuple(f"{number:0{digits}}-{_stem(plan)}{suffix}" for number, plan in enumerate(audit.plans, 1))


def _within(_: PlanView) -> str:
    """Return the page of a plan that stands on the same page."""
    return ""


def _stem(plan: PlanResult) -> str:
    titled = plan.extraction.metadata.title if plan.extraction else ""
    stem = re.split(r"[/\\]", plan.file)[-1].rpartition(".")[0] or titled
    return _UNFIT.sub("-", visible(stem))[:_STEM].strip("-") or "plan"


def _shared(view: ReportView, shown: Sequence[PlanView]) -> dict[str, object]:
    """Return what every page is filled with; ``shown`` are the plans whose text stands on it."""
    findings = [f for plan in shown for f in plan.findings] + ([] if len(shown) == 1 else list(view.findings))
    return {
        "view": view,
        "several": len(view.plans) != 1,
        "choices": {
            "rule": _choices(findings, lambda f: [f.finding.rule]),
            "unit": _choices(findings, lambda f: f.finding.responsible),
        },
        "shown_findings": findings,
        "is_long": len(findings) + sum(len(plan.text) for plan in shown) > _LONG,
        "link_to": partial(_text_link, _texts(shown)),
        "standard_counts": _standard_counts,
    }


def _choices(findings: Sequence[FindingView], of: Callable[[FindingView], Sequence[str]]) -> list[str]:
    return sorted({choice for finding in findings for choice in of(finding)})


def _texts(plans: Sequence[PlanView]) -> dict[str, str]:
    """Return the file whose text each plan of the page shows, by the prefix of its anchors."""
    read = ((plan.prefix, plan.result.extraction) for plan in plans)
    return {prefix: extraction.document.file for prefix, extraction in read if extraction}


def _text_link(texts: dict[str, str], quote: Quote, prefix: str) -> str:
    """Return the link from a quote to its place in a text of this page; empty where there is none."""
    file = quote.place.file
    home = prefix if texts.get(prefix) == file else next((p for p, shown in texts.items() if shown == file), None)
    return "" if quote.start is None or home is None else f"#{home}t{quote.start}"


def _standard_counts(plan: PlanView) -> dict[str, int]:
    """Return how many findings rest on each standard, by its id."""
    ids = [f.finding.standard.id for f in plan.findings if f.finding.standard]
    return {standard.id: ids.count(standard.id) for standard in plan.result.standards}
