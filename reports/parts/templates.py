"""The templates of the pages: what they print is escaped, and hidden characters in it are spelled out."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from reports.parts.printing import visible

if TYPE_CHECKING:
    from jinja2 import Template


@cache
def asset(file: str) -> str:
    """Return the text of a file beside the templates."""
    return files("reports.templates").joinpath(file).read_text("utf-8").replace("\r\n", "\n")


@cache
def template(name: str, load: Callable[[str], str] = asset) -> Template:
    """Return a template, with what it includes, as ``load`` gives their text."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,  # a page is made once a run: folding constants costs more than it saves
    )
    return environment.get_template(name)


def hash_of(text: str) -> str:
    """Return the hash by which the policy of a page allows a style or script."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _shown(value: object) -> object:
    """Spell out hidden characters in whatever a template prints, except for our own style and script."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else visible(value)
