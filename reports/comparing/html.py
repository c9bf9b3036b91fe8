"""The comparison as one web page that needs no network, no script and no other file.

It looks as the report does: its style is the report's with a few rules of its own. Foreign words go through
:func:`reports.parts.printing.visible` and through the template's escaping; the page's policy allows its own style alone.
"""

from __future__ import annotations

from functools import cache, partial

from engine.judge.comparison import STATES
from engine.wording import say
from reports.comparing import view as spoken
from reports.comparing.view import ComparisonView
from reports.parts import sentences
from reports.parts.templates import asset, hash_of, template
from reports.renderer import RenderOptions

name = "html"
suffix = ".html"
binary = False


def render(view: ComparisonView, options: RenderOptions) -> bytes:
    """Return the comparison as one HTML file in ``options.lang``."""
    from markupsafe import Markup

    lang, style = options.lang, _style()
    page = template("comparison.html").render(
        view=view,
        lang=lang,
        states=STATES,
        style=Markup(style),
        style_hash=hash_of(style),
        t=lambda key, **values: say(f"report.{key}", lang, **values),
        c=lambda key, **values: say(f"compare.{key}", lang, **values),
        own_quotes=spoken.own_quotes,
        **{function.__name__: partial(function, lang=lang) for function in _SPOKEN},
    )
    return page.encode("utf-8")


_SPOKEN = (
    *(spoken.drafts, spoken.figure_lines, spoken.headline, spoken.marks, spoken.plan_counts),
    *(spoken.remarks, spoken.severity_of, spoken.sums_sentence, spoken.where, spoken.why_unchecked),
    *(sentences.text_of, sentences.waiver_sentence),
)


@cache
def _style() -> str:
    return asset("report.css") + asset("comparison.css")
