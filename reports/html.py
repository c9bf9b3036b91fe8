"""The report as one web page that needs no network, no script and no other file.

Every foreign word goes through :func:`reports.printing.visible` and through the template's escaping, so that a plan's
text can neither become markup nor hide. The page's own policy allows exactly its own style and script, by their hash.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from engine.judge.finding import SEVERITIES, STATUSES, Audit, Status
from engine.wording import say
from reports import sentences
from reports.printing import visible
from reports.quotes import Quote
from reports.records import CoverageView, FindingView, PlanView, ReportView
from reports.renderer import RenderOptions
from reports.view import view_of

if TYPE_CHECKING:
    from jinja2 import Template

name = "html"
suffix = ".html"
binary = False

_SCALE = 1000  # width of the coverage bar in its own units


def render(audit: Audit, options: RenderOptions) -> bytes:
    """Return the report as one HTML file in ``options.lang``."""
    view = view_of(audit)
    style, script = _asset("report.css"), _asset("report.js")
    page = _template().render(
        view=view,
        lang=options.lang,
        style=_markup(style),
        script=_markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
        severities=SEVERITIES,
        all_statuses=STATUSES,
        rules=_choices(view, lambda f: [f.finding.rule]),
        units=_choices(view, lambda f: f.finding.responsible),
        link_to=partial(_text_link, _texts(view)),
        bar=_bar,
        is_row=lambda entry: isinstance(entry, CoverageView),
        standard_counts=_standard_counts,
        by_number=lambda plan: {f.number: f for f in plan.findings},
        term=say("report.list-comma", options.lang),
        **_words(options.lang),
    )
    return page.encode("utf-8")


def _words(lang: str) -> dict[str, Callable[..., object]]:
    """Return the functions that the template calls for words, bound to the language."""
    spoken = (
        *(sentences.counts_sentence, sentences.coverage_sentence, sentences.day, sentences.figures),
        *(sentences.how_read, sentences.in_force, sentences.severity_words, sentences.standard_facts),
        *(sentences.text_of, sentences.verdict_reason, sentences.verdict_word, sentences.waiver_sentence),
    )
    bound: dict[str, Callable[..., object]] = {
        spoken_by.__name__: partial(spoken_by, lang=lang) for spoken_by in spoken
    }
    unbound = {f.__name__: f for f in (sentences.adds_up, sentences.planned_words, sentences.required_words)}
    return {**bound, **unbound, "t": lambda key, **values: say(f"report.{key}", lang, **values)}


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html")


def _shown(value: object) -> object:
    """Spell out hidden characters in whatever the template prints, except for our own style and script."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else visible(value)


def _markup(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)


@cache
def _asset(file: str) -> str:
    return files("reports.templates").joinpath(file).read_text("utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _choices(view: ReportView, of: Callable[[FindingView], Sequence[str]]) -> list[str]:
    return sorted({choice for finding in view.all_findings() for choice in of(finding)})


def _texts(view: ReportView) -> dict[str, str]:
    """Return the file whose text each plan of the report shows, by the prefix of its anchors."""
    read = ((plan.prefix, plan.result.extraction) for plan in view.plans)
    return {prefix: extraction.document.file for prefix, extraction in read if extraction}


def _text_link(texts: dict[str, str], quote: Quote, prefix: str) -> str:
    """Return the link from a quote to its place in a text of this report; empty where there is none."""
    file = quote.place.file
    home = prefix if texts.get(prefix) == file else next((p for p, shown in texts.items() if shown == file), None)
    return "" if quote.start is None or home is None else f"#{home}t{quote.start}"


def _bar(statuses: dict[Status, int]) -> list[tuple[Status, int, int, int]]:
    """Return status, count, left edge and width of each piece of the coverage bar, in whole units."""
    total, done, pieces = sum(statuses.values()), 0, []
    for status in STATUSES:
        left = _SCALE * done // total if total else 0
        done += statuses[status]
        right = _SCALE * done // total if total else 0
        if right > left:
            pieces.append((status, statuses[status], left, right - left))
    return pieces


def _standard_counts(plan: PlanView) -> dict[str, int]:
    """Return how many findings rest on each standard, by its id."""
    ids = [f.finding.standard.id for f in plan.findings if f.finding.standard]
    return {standard.id: ids.count(standard.id) for standard in plan.result.standards}
