"""The command line: wires readers, engine, standards, rules and reports, and does nothing else."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from engine.errors import GoujiError, ReadError
from engine.options import FILE, check_options, compare_options, help_text, inputs_of, lang_option, summary
from engine.paths import once
from engine.terminal import FAILED, announcing, plainly, warning, with_bar
from engine.usage import BilingualGroup
from engine.version import VERSION

if TYPE_CHECKING:
    from engine.bind.applied import Applied
    from engine.commitment import Extraction
    from engine.facts.fact import Fact
    from engine.judge.finding import Audit, PlanResult
    from engine.resolve.decided import Decided
    from engine.resolve.resolver import Resolver
    from reports.writing import Destination
    from rules.office.settings import Settings

_PACKAGES = ("rules", "standards")
_BEFORE_GARBAGE = 100_000
_EXTRACTIONS = ("table", "json", "csv")


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"gouji {VERSION}")
        context.exit()


class _Commands(BilingualGroup):
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


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, help=help_text("gouji"))
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_print_version, help=help_text("version")
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


@main.command(help=help_text("check"), short_help=summary("check"))
@click.argument("plans", nargs=-1, required=True, type=FILE)
@check_options
@lang_option
@click.pass_context
@plainly
def check(context: click.Context, plans: tuple[Path, ...], **options: Any) -> None:
    """Check plans, write the reports asked for, and exit by what was found."""
    from engine.audit import exit_code
    from reports import renderer_named
    from reports.renderer import RenderOptions
    from reports.writing import read_template, told_already, write_reports
    from rules.office.run import settle

    settings = settle(context, plans, options)
    formats = tuple(dict.fromkeys(options["formats"] or ("text",)))
    renderers = [renderer_named(name) for name in formats]
    inputs = inputs_of(plans, options)
    template = read_template(options["template"], formats)
    writers = import_module("plans.annotation").annotators() if "annotated" in formats else {}
    audit = _Check(options, settings).run(plans)
    code = exit_code(audit, options["fail_on"])
    if options["explain"]:
        import_module("reports.explanation").print_explanation(audit, options["explain"], options["lang"])
    elif not told_already(audit, formats, options["output"]):
        choices = RenderOptions(options["lang"], annotators=writers, template=template, exit_code=code)
        write_reports(renderers, audit, choices, _destination(options, inputs))
    raise SystemExit(code)


def _destination(options: dict[str, Any], inputs: frozenset[Path]) -> Destination:
    from reports.writing import Destination

    lang = options["lang"]
    return Destination(options["output"], inputs, announcing(lang, options["quiet"]), warning(lang))


@main.command(help=help_text("compare"), short_help=summary("compare"))
@click.argument("old", type=FILE)
@click.argument("new", nargs=-1, required=True, type=FILE)
@compare_options
@lang_option
@click.pass_context
@plainly
def compare(context: click.Context, old: Path, new: tuple[Path, ...], **options: Any) -> None:
    """Say what has become of the findings of one draft in the next, and exit by what the next one still has."""
    from engine.audit import exit_code
    from reports.comparing import comparing
    from reports.renderer import RenderOptions
    from reports.writing import write_reports
    from rules.office.run import settle

    settings = settle(context, new, options)
    inputs = inputs_of((old, *new), options)
    before = _draft((old,), options, settings)
    renderers = comparing(before, options["formats"] or ("text",))
    audit = _draft(new, options, settings)
    code = exit_code(audit, options["fail_on"])
    choices = RenderOptions(options["lang"], exit_code=code)
    write_reports(renderers, audit, choices, _destination(options, inputs))
    raise SystemExit(code)


def _draft(files: Sequence[Path], options: dict[str, Any], settings: Settings | None) -> Audit:
    """Return the result that a file holds, or else check the documents."""
    from reports.results.reading import lone_result, read_result

    result = lone_result(files)
    return read_result(result) if result else _Check(options, settings).run(files)


class _Check:
    """One run of ``check``: what every plan of it shares, read once."""

    def __init__(self, options: dict[str, Any], settings: Settings | None) -> None:
        from engine.match.matchers import matcher_named
        from engine.resolve.resolver import Resolver
        from rules import left_out, select_cards, titles_of_cards
        from rules.office.run import office_records, remarks_on_run
        from standards.catalogue import load_catalogue
        from standards.in_force.selection import Selection

        self._options = options
        self._resolver = Resolver(load_catalogue())
        self._cards = select_cards(options["rule_paths"], options["select"], options["ignore"])
        self._today = options["today"].date() if options["today"] else None
        cards = options["rule_paths"]
        self._waivers, self._decisions = office_records(options["waivers"], options["decisions"], cards)
        self._left_out = left_out(self._cards, cards)
        unused = titles_of_cards(self._left_out, cards)
        self._remarks = remarks_on_run(settings, unused, self._waivers, self._today)
        self._upper = self._read(options["against"]) if options["against"] else None
        self._previous = self._read(options["previous"]) if options["previous"] else None
        self._standards = Selection(
            frozenset(self._resolver.catalogue.indicators),
            named=once(options["named"]),
            upper=self._upper,
            resolver=self._resolver,
            place=options["place"],
            library=not options["no_library"],
            today=self._today,
        )
        self._matcher = matcher_named(options["matcher"])
        self._decided: list[Decided] = []
        self._applied: dict[tuple[str, str], Applied] = {}

    def run(self, plans: Sequence[Path]) -> Audit:
        """Return the results of all plans in the order given; a plan that cannot be read becomes a finding."""
        from engine.audit import audit_findings, office_facts
        from engine.judge.finding import Audit
        from rules import rules_digest

        try:
            if self._options["as_one"]:
                results: tuple[PlanResult, ...] = (self._result(self._read(plans)),)
            else:
                results = tuple(
                    self._checked(path) for path in with_bar(once(plans), self._options["lang"], self._options["quiet"])
                )
            facts = [
                *office_facts(results, self._decisions, self._decided, self._waivers, self._today),
                *self._together(results),
            ]
            findings = audit_findings(facts, self._cards, self._matcher, self._waivers, self._today)
        finally:
            close = getattr(self._matcher, "close", None)
            if close:
                close()
        return Audit(results, findings, rules_digest(self._options["rule_paths"]), VERSION, self._left_out)

    def _together(self, results: Sequence[PlanResult]) -> Iterator[Fact]:
        """Yield what several plans come to together, against the totals that their places share."""
        read = [result.extraction for result in results if result.extraction]
        if len(read) > 1 and (self._upper or self._options["named"]):
            from engine.facts.allocation import allocation_facts

            places = self._standards.lower_places()
            applied = tuple(self._applied.values())
            yield from allocation_facts(self._upper, read, applied, self._resolver, lower_places=places)

    def _read(self, path: Path | Sequence[Path]) -> Extraction:
        return _extracted(path, self._resolver)

    def _checked(self, path: Path) -> PlanResult:
        from engine.check import unreadable_plan

        try:
            extraction = self._read(path)
        except ReadError as error:
            click.echo(error.text.in_language(self._options["lang"]), err=True)
            return unreadable_plan(str(path), error, self._cards)
        return self._result(extraction)

    def _result(self, read: Extraction) -> PlanResult:
        from engine.check import Circumstances, check_plan
        from engine.facts.yearly import YearOnYear, year_on_year
        from engine.judge.waivers import waived
        from engine.resolve.decided import decide

        on = self._day(read)
        decided = decide(read, self._decisions, self._resolver)
        self._decided.append(decided)
        found = self._standards.of(decided.extraction, on)
        self._applied |= {(a.standard.id, a.requirement.id): a for a in found.applied if a.requirement.span is None}
        file = found.extraction.document.file
        before = self._previous
        yearly = year_on_year(found.extraction, before, self._resolver, file) if before else YearOnYear()
        circumstances = Circumstances(
            on=on.isoformat() if on else "",
            affiliation_known=found.affiliation_known,
            held_to_standards=not self._options["no_library"] or bool(found.applied),
            remarks=(*self._remarks, *found.remarks, *decided.remarks, *yearly.remarks),
            known_documents=found.documents,
            further=(*found.facts, *yearly.facts),
            previous=yearly.previous,
            decided=decided,
            waive=lambda findings: waived(findings, self._waivers, self._today),
        )
        return check_plan(found.extraction, found.applied, self._cards, self._resolver, circumstances, self._matcher)

    def _day(self, extraction: Extraction) -> date | None:
        """Return the day whose standards count: the one given, else the last of the plan's year."""
        given: datetime | None = self._options["on"]
        if given:
            return given.date()
        year = self._options["year"] or extraction.metadata.year
        return date(year, 12, 31) if year else None


def _extracted(path: Path | Sequence[Path], resolver: Resolver) -> Extraction:
    """Read a document, or several files of one."""
    from engine.check import read_plan_text
    from plans import read_as_one, read_plan

    return read_plan_text(read_plan(path) if isinstance(path, Path) else read_as_one(path), resolver)


@main.command(help=help_text("extract"), short_help=summary("extract"))
@click.argument("documents", nargs=-1, required=True, type=FILE)
@click.option("--as-one", is_flag=True, help=help_text("as-one"))
@click.option("--format", "form", type=click.Choice(_EXTRACTIONS), default="table", help=help_text("extract-format"))
@lang_option
@plainly
def extract(documents: tuple[Path, ...], as_one: bool, form: str, lang: str) -> None:
    """Print every figure that a document commits to, and on standard error what of it was not read."""
    from engine.options import refuse_standards
    from engine.resolve.resolver import Resolver
    from reports.extraction import a_part_is_missing, not_read, render_extraction
    from reports.writing import on_terminal, print_bytes, terminal_width
    from standards.catalogue import load_catalogue

    refuse_standards(documents)
    if len(documents) > 1 and not as_one:
        raise GoujiError("cli.extract-several")
    extraction = _extracted(documents if as_one else documents[0], Resolver(load_catalogue()))
    for told in not_read(extraction):
        warning(lang)(told)
    print_bytes(render_extraction(extraction, form, lang, terminal_width(), on_terminal()))
    if a_part_is_missing(extraction):
        raise SystemExit(FAILED)


if __name__ == "__main__":
    main()
