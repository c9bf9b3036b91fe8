"""The comparison as one web page that needs no network, no script and no other file.

It looks as the report does: its style is the report's with a few rules of its own. Foreign words go through
:func:`reports.parts.printing.visible` and through the template's escaping; the page's policy allows its own style alone.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from engine.judge.comparison import STATES
from engine.wording import say
from reports.comparing import view as spoken
from reports.comparing.view import ComparisonView
from reports.parts import sentences
from reports.parts.printing import visible
from reports.renderer import RenderOptions

if TYPE_CHECKING:
    from jinja2 import Template

name = "html"
suffix = ".html"
binary = False


def render(view: ComparisonView, options: RenderOptions) -> bytes:
    """Return the comparison as one HTML file in ``options.lang``."""
    from markupsafe import Markup

    lang, style = options.lang, _style()
    page = _template().render(
        view=view,
        lang=lang,
        states=STATES,
        style=Markup(style),
        style_hash="sha256-" + b64encode(sha256(style.encode()).digest()).decode(),
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
    return environment.get_template("comparison.html")


def _shown(value: object) -> object:
    """Spell out hidden characters in whatever the template prints, except for our own style."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else visible(value)


@cache
def _style() -> str:
    folder = files("reports.templates")
    return "".join(folder.joinpath(file).read_text("utf-8") for file in ("report.css", "comparison.css")).replace(
        "\r", ""
    )
