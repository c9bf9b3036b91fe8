"""The command line: wires readers, engine, standards, rules and reports, and does nothing else."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engine.errors import GoujiError, ReadError
from engine.terminal import plainly
from engine.version import VERSION
from engine.wording import LANGUAGES, say

if TYPE_CHECKING:
    from engine.commitment import Extraction
    from engine.judge.finding import Audit, PlanResult
    from engine.match.rule import Matcher
    from engine.resolve.resolver import Resolver

_FOUND, _FAILED = 1, 2
_RANKS = {"error": 0, "warning": 1, "note": 2}
_PACKAGES = ("rules", "standards")
_BEFORE_GARBAGE = 100_000
_EXTRACTIONS = ("table", "json", "csv")


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"gouji {VERSION}")
        context.exit()


def _help(key: str) -> str:
    return f"{say(f'cli.{key}', 'zh')} {say(f'cli.{key}', 'en')}"


_lang = click.option("--lang", type=click.Choice(LANGUAGES), default="zh", help=_help("lang"))
_file = click.Path(path_type=Path)


class _Commands(click.Group):
    """The commands of this module, and those of the packages named in ``_PACKAGES``, imported when they are called."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted([*super().list_commands(context), *_PACKAGES])

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return a command by name; one of a package comes from its module ``commands``."""
        if name in _PACKAGES:
            found: click.Command = import_module(f"{name}.commands").group
            return found
        return super().get_command(context, name)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, help=_help("gouji"))
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help=_help("version")
)
@click.pass_context
def main(context: click.Context) -> None:
    """Check local government plans against the standards that bind them."""
    # A run builds much and drops little of it: looking for garbage at every step costs a tenth of the time.
    gc.set_threshold(_BEFORE_GARBAGE)
    # The commands of packages read documents too, and packages know no readers.
    context.obj = _extracted
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="\n", errors="backslashreplace")


@main.command(help=_help("check"))
@click.argument("plans", nargs=-1, required=True, type=_file)
@click.option("--standard", "named", multiple=True, type=_file, help=_help("standard"))
@click.option("--against", type=_file, help=_help("against"))
@click.option("--place", default="", help=_help("place"))
@click.option("--year", type=click.IntRange(1949, 2100), help=_help("year"))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help=_help("on"))
@click.option("--no-library", is_flag=True, help=_help("no-library"))
@click.option("--as-one", is_flag=True, help=_help("as-one"))
@click.option("--format", "formats", multiple=True, help=_help("format"))
@click.option("--output", type=click.Path(path_type=Path, allow_dash=True), help=_help("output"))
@click.option("--select", default="", help=_help("select"))
@click.option("--ignore", default="", help=_help("ignore"))
@click.option("--rules", "rule_paths", multiple=True, type=_file, help=_help("rules"))
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help=_help("today"))
@click.option("--matcher", type=click.Choice(["indexed", "durable", "both"]), default="indexed", help=_help("matcher"))
@click.option("--fail-on", type=click.Choice([*_RANKS, "never"]), default="error", help=_help("fail-on"))
@_lang
@plainly
def check(plans: tuple[Path, ...], **options: Any) -> None:
    """Check plans, write the reports asked for, and exit by what was found."""
    from reports import renderer_named
    from reports.writing import write_reports

    formats = options["formats"] or ("text",)
    renderers = [renderer_named(name) for name in dict.fromkeys(formats)]
    _refuse_inputs(plans, options)
    audit = _Check(options).run(plans)
    write_reports(renderers, audit, options["output"], options["lang"], _teller(options["lang"]))
    raise SystemExit(_exit_code(audit, options["fail_on"]))


def _refuse_inputs(plans: Sequence[Path], options: dict[str, Any]) -> None:
    """Raise GoujiError for an output that would overwrite an input, and for inputs given the wrong way."""
    against, output = options["against"], options["output"]
    if against and against.suffix in (".yaml", ".yml"):
        raise GoujiError("cli.against-standard", file=against)
    inputs = [*plans, *options["named"], *options["rule_paths"], *([against] if against else [])]
    if output and str(output) != "-" and output.resolve() in {path.resolve() for path in inputs} and output.is_file():
        raise GoujiError("cli.over-input", file=output)
    for folder in options["rule_paths"]:
        if folder.is_dir() and not any(folder.rglob("*.yaml")):
            raise GoujiError("cli.no-rules", folder=folder)


class _Check:
    """One run of ``check``: what every plan of it shares, read once."""

    def __init__(self, options: dict[str, Any]) -> None:
        from engine.resolve.resolver import Resolver
        from rules import select_cards
        from standards.catalogue import load_catalogue
        from standards.selection import Selection

        self._options = options
        self._resolver = Resolver(load_catalogue())
        self._cards = select_cards(options["rule_paths"], options["select"], options["ignore"])
        today: datetime | None = options["today"]
        self._standards = Selection(
            frozenset(self._resolver.catalogue.indicators),
            named=tuple({path.resolve(): path for path in options["named"]}.values()),
            upper=self._read(options["against"]) if options["against"] else None,
            resolver=self._resolver,
            place=options["place"],
            library=not options["no_library"],
            today=today.date() if today else None,
        )
        self._matcher = _matcher(options["matcher"])

    def run(self, plans: Sequence[Path]) -> Audit:
        """Return the results of all plans in the order given; a plan that cannot be read becomes a finding."""
        from engine.judge.finding import Audit
        from rules import rules_digest

        try:
            if self._options["as_one"]:
                results: tuple[PlanResult, ...] = (self._result(self._read_as_one(plans)),)
            else:
                results = tuple(self._checked(path) for path in plans)
        finally:
            close = getattr(self._matcher, "close", None)
            if close:
                close()
        return Audit(results, (), rules_digest(self._options["rule_paths"]), VERSION)

    def _read(self, path: Path) -> Extraction:
        return _extracted(path, self._resolver)

    def _read_as_one(self, plans: Sequence[Path]) -> Extraction:
        from engine.check import read_plan_text
        from plans import read_as_one

        return read_plan_text(read_as_one(plans), self._resolver)

    def _checked(self, path: Path) -> PlanResult:
        from engine.check import unreadable_plan

        try:
            extraction = self._read(path)
        except ReadError as error:
            click.echo(error.text.in_language(self._options["lang"]), err=True)
            return unreadable_plan(str(path), error, self._cards)
        return self._result(extraction)

    def _result(self, extraction: Extraction) -> PlanResult:
        from engine.check import Circumstances, check_plan

        on = self._day(extraction)
        found = self._standards.of(extraction, on)
        circumstances = Circumstances(
            on=on.isoformat() if on else "",
            affiliation_known=found.affiliation_known,
            held_to_standards=not self._options["no_library"] or bool(found.applied),
            remarks=found.remarks,
            further=found.facts,
        )
        return check_plan(found.extraction, found.applied, self._cards, self._resolver, circumstances, self._matcher)

    def _day(self, extraction: Extraction) -> date | None:
        """Return the day whose standards count: the one given, else the last of the plan's year."""
        given: datetime | None = self._options["on"]
        if given:
            return given.date()
        year = self._options["year"] or extraction.metadata.year
        return date(year, 12, 31) if year else None


def _extracted(path: Path, resolver: Resolver) -> Extraction:
    from engine.check import read_plan_text
    from plans import read_plan

    return read_plan_text(read_plan(path), resolver)


def _matcher(name: str) -> Matcher:
    from engine.match.matchers import BothMatcher, matcher_named

    return BothMatcher() if name == "both" else matcher_named("durable" if name == "durable" else "indexed")


def _teller(lang: str) -> Callable[[Path], None]:
    return lambda file: click.echo(say("cli.written", lang, file=file), err=True)


def _exit_code(audit: Audit, fail_on: str) -> int:
    """Return 2 when no plan could be read, 1 for findings at or above ``fail_on``, else 0."""
    if all(plan.extraction is None for plan in audit.plans):
        return _FAILED
    if fail_on == "never":
        return 0
    findings = [f for plan in audit.plans for f in plan.findings] + list(audit.findings)
    return _FOUND if any(_RANKS[f.severity] <= _RANKS[fail_on] for f in findings if not f.waiver) else 0


@main.command(help=_help("extract"))
@click.argument("document", type=_file)
@click.option("--format", "form", type=click.Choice(_EXTRACTIONS), default="table", help=_help("extract-format"))
@_lang
@plainly
def extract(document: Path, form: str, lang: str) -> None:
    """Print every figure that a document commits to."""
    from engine.resolve.resolver import Resolver
    from reports.extraction import render_extraction
    from reports.writing import on_terminal, print_bytes, terminal_width
    from standards.catalogue import load_catalogue

    extraction = _extracted(document, Resolver(load_catalogue()))
    print_bytes(render_extraction(extraction, form, lang, terminal_width(), on_terminal()))


if __name__ == "__main__":
    main()
