"""What commands share on the command line: the language, the help in both languages, the options of a check."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from engine.errors import GoujiError
from engine.mistaken import refuse_document
from engine.paths import true_path
from engine.wording import LANGUAGES, say

Command = TypeVar("Command", bound=Callable[..., Any])


def _refuse_empty(
    kind: click.ParamType[Any], value: Any, param: click.Parameter | None, ctx: click.Context | None
) -> None:
    """Refuse an empty text, as of an unset variable: it would silently mean something else."""
    source = ctx.get_parameter_source(param.name) if ctx and param and param.name else None
    if source is ParameterSource.COMMANDLINE and not str(value).strip(", \t\n"):
        kind.fail(say("usage.not-empty", "en"), param, ctx)


class _File(click.Path):
    """A path that is not empty: an empty one would be the folder that one happens to be in.

    Whether a file can be read is told by whoever reads it, so that one that cannot be hides no other.
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; a slip in the call where there is none."""
        _refuse_empty(self, value if isinstance(value, str | bytes) else "-", param, ctx)
        return super().convert(value, param, ctx)


FILE = _File(path_type=Path, readable=False)


class _Words(click.ParamType[str]):
    """Words that somebody means something by."""

    name = "words"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the words given; a slip in the call where there are none."""
        _refuse_empty(self, value, param, ctx)
        return str(value)


WORDS = _Words()
DAY = click.DateTime(["%Y-%m-%d"])
SEVERITIES = ("error", "warning", "note")


def help_text(key: str, part: str = "cli") -> str:
    """Return the help ``part.key`` in both languages, since help is shown before a language is chosen."""
    return f"{say(f'{part}.{key}', 'zh')} {say(f'{part}.{key}', 'en')}"


def summary(key: str, part: str = "cli") -> str:
    """Return the first sentence of the help ``part.key`` in both languages, for a list of commands."""
    zh, en = (say(f"{part}.{key}", lang) for lang in LANGUAGES)
    return f"{zh.partition('。')[0]}。 {en.partition('. ')[0].removesuffix('.')}."


lang_option = click.option("--lang", type=click.Choice(LANGUAGES), default="zh", help=help_text("lang"))

_EXPLAIN = click.option("--explain", type=WORDS, default="", metavar="FINGERPRINT", help=help_text("explain"))
_CHECK = (
    click.option("--standard", "named", multiple=True, type=FILE, help=help_text("standard")),
    click.option("--against", type=FILE, help=help_text("against")),
    click.option("--previous", type=FILE, help=help_text("previous")),
    click.option("--place", type=WORDS, default="", help=help_text("place")),
    click.option("--year", type=click.IntRange(1949, 2100), help=help_text("year")),
    click.option("--on", type=DAY, metavar="YYYY-MM-DD", help=help_text("on")),
    click.option("--no-library", is_flag=True, help=help_text("no-library")),
    click.option("--as-one", is_flag=True, help=help_text("as-one")),
    click.option("--format", "formats", type=WORDS, multiple=True, help=help_text("format")),
    click.option("--output", type=FILE, help=help_text("output")),
    click.option("--template", type=FILE, help=help_text("template")),
    click.option("--select", type=WORDS, default="", help=help_text("select")),
    click.option("--ignore", type=WORDS, default="", help=help_text("ignore")),
    click.option("--rules", "rule_paths", multiple=True, type=FILE, help=help_text("rules")),
    click.option("--waivers", type=FILE, help=help_text("waivers")),
    click.option("--decisions", type=FILE, help=help_text("decisions")),
    click.option("--settings", type=FILE, help=help_text("settings")),
    _EXPLAIN,
    click.option("--today", type=DAY, metavar="YYYY-MM-DD", help=help_text("today")),
    click.option(
        "--matcher", type=click.Choice(["indexed", "durable", "both"]), default="indexed", help=help_text("matcher")
    ),
    click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="error", help=help_text("fail-on")),
    click.option("--quiet", is_flag=True, help=help_text("quiet")),
)


def check_options(command: Command) -> Command:
    """Give a command every option of a check, in the order in which the help lists them."""
    return _with(command, _CHECK)


def compare_options(command: Command) -> Command:
    """Give a command the options of a check that can be asked of two drafts."""
    return _with(command, [option for option in _CHECK if option is not _EXPLAIN])


def _with(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def inputs_of(plans: Sequence[Path], options: Mapping[str, Any]) -> frozenset[Path]:
    """Return the files and folders that a check reads, which no report may overwrite.

    Raises GoujiError for an output that would overwrite one, and for inputs given the wrong way.
    """
    single = (
        options[name]
        for name in ("against", "previous", "template", "waivers", "decisions", "settings")
        if options.get(name)
    )
    refuse_standards(plans)
    _refuse_documents(options)
    _refuse_itself(plans, options)
    inputs = frozenset(true_path(path) for path in (*plans, *options["named"], *options["rule_paths"], *single))
    _refuse(inputs, options)
    return inputs


def refuse_standards(plans: Sequence[Path]) -> None:
    """Raise GoujiError for a file of a standard that is given as a plan."""
    for plan in plans:
        if plan.suffix.lower() in (".yaml", ".yml"):
            raise GoujiError("cli.plan-standard", file=plan)


def _refuse_documents(options: Mapping[str, Any]) -> None:
    for path in options["named"]:
        refuse_document(path, "cli.document-as-standard")
    lists = [(name, options[name]) for name in ("waivers", "decisions", "settings") if options[name]]
    for name, path in [*lists, *(("rules", path) for path in options["rule_paths"])]:
        refuse_document(path, "cli.document-as-list", option=name)


def _refuse_itself(plans: Sequence[Path], options: Mapping[str, Any]) -> None:
    """Raise GoujiError for a plan held against itself: it always meets its own figures, which would look like a pass."""
    own = {true_path(plan) for plan in plans}
    for name in ("against", "previous"):
        if options[name] and true_path(options[name]) in own:
            raise GoujiError("cli.against-itself", file=options[name], option=name)


def _refuse(inputs: frozenset[Path], options: Mapping[str, Any]) -> None:
    against, output = options["against"], options["output"]
    if options.get("explain") and (options["formats"] or output):
        raise GoujiError("cli.explain-alone")
    if against and against.suffix.lower() in (".yaml", ".yml"):
        raise GoujiError("cli.against-standard", file=against)
    if output and str(output) != "-" and true_path(output) in inputs and output.is_file():
        raise GoujiError("cli.over-input", file=output)
    for folder in options["rule_paths"]:
        if folder.is_dir() and not any(folder.rglob("*.yaml")):
            raise GoujiError("cli.no-rules", folder=folder)
