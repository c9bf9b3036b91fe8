"""``gouji standards``: list, show, validate, schema, draft, diff, unresolved."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from engine.errors import GoujiError, ReadError, StandardError, why_of
from engine.mistaken import refuse_document
from engine.options import DAY, FILE, WORDS, help_text, lang_option, summary
from engine.paths import once
from engine.terminal import FAILED, plainly
from engine.usage import BilingualGroup
from engine.wording import say

if TYPE_CHECKING:
    from engine.commitment import Extraction
    from engine.requirement import Standard
    from engine.resolve.resolver import Resolver

Reader = Callable[[Path, "Resolver"], "Extraction"]
"""Reads a document; the command line hands it over as the context's object, since readers are no part of this package."""

_SOME_FAILED = 1


def _format(*names: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], help=help_text("format", "upkeep")
    )


def _known() -> frozenset[str]:
    from standards.catalogue import known_indicator_ids

    return known_indicator_ids()


@click.group("standards", cls=BilingualGroup, help=help_text("standards"), short_help=summary("standards"))
def group() -> None:
    """List, show, validate, draft and compare standards."""


@group.command("list", help=help_text("standards-list"), short_help=summary("standards-list"))
@lang_option
@plainly
def list_(lang: str) -> None:
    """Print the id, number and title of every standard of the library."""
    from standards.files.loader import load_library

    for standard in load_library():
        click.echo("\t".join([standard.id, standard.number or "-", standard.title]))


@group.command(help=help_text("standards-show"), short_help=summary("standards-show"))
@click.argument("identifier", metavar="ID|FILE")
@click.option("--on", type=DAY, metavar="YYYY-MM-DD", help=help_text("show-on", "upkeep"))
@lang_option
@plainly
def show(identifier: str, on: datetime | None, lang: str) -> None:
    """Print a standard with its history, and what of it is in force on a day."""
    from standards.files.loader import LIBRARY, load_standard
    from standards.keepers.show import show as shown

    named = Path(identifier)
    inside = LIBRARY / f"{identifier}.yaml"
    if not named.exists() and not inside.is_file():
        raise StandardError("cli.standard-unknown", id=identifier)
    refuse_document(named, "cli.document-as-standard")
    standard = load_standard(named if named.exists() else inside)
    click.echo(shown(standard, on.date() if on else None, lang), nl=False)


@group.command(help=help_text("standards-validate"), short_help=summary("standards-validate"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@lang_option
@plainly
def validate(files: tuple[Path, ...], lang: str) -> None:
    """Say everything that is wrong in standard files (exit 2), and what a draft leaves to be settled (exit 1)."""
    from standards.files.loader import validate_file
    from standards.keepers.unsettled import unsettled

    known, faulty, unfinished = _known(), False, False
    for file in files:
        refuse_document(file, "cli.document-as-standard")
    for file in files:
        faults = validate_file(file, known_indicators=known)
        left = unsettled(file)
        faulty, unfinished = faulty or bool(faults), unfinished or bool(left)
        for fault in (*faults, *left):
            click.echo(fault.sentence.in_language(lang), err=True)
        if not faults:
            click.echo(say("cli.valid-draft" if left else "cli.valid", lang, file=file, count=len(left)))
    if faulty or unfinished:
        raise SystemExit(FAILED if faulty else _SOME_FAILED)


@group.command(help=help_text("standards-schema"), short_help=summary("standards-schema"))
@plainly
def schema() -> None:
    """Print the JSON Schema of a standard's file, for editors."""
    from standards.files.schema import json_schema

    click.echo(json.dumps(json_schema(_known()), ensure_ascii=False, indent=2, sort_keys=True))


def _resolver() -> Resolver:
    from engine.resolve.resolver import Resolver
    from standards.catalogue import load_catalogue

    return Resolver(load_catalogue())


@group.command(help=help_text("draft", "upkeep"), short_help=summary("draft", "upkeep"))
@click.argument("document", type=FILE)
@click.option("--output", type=FILE, help=help_text("draft-output", "upkeep"))
@click.option("--place", type=WORDS, default="", help=help_text("place", "upkeep"))
@lang_option
@click.pass_obj
@plainly
def draft(read: Reader, document: Path, output: Path | None, place: str, lang: str) -> None:
    """Write a standard's file from a higher document, with everything unsure marked TODO."""
    from standards.files.loader import LIBRARY
    from standards.in_force.whereabouts import choose, whereabouts
    from standards.keepers.drafting import draft_yaml
    from standards.keepers.unsettled import unsettled

    given = choose(place, LIBRARY) if place else None
    resolver = _resolver()
    extraction = read(document, resolver)
    text = draft_yaml(extraction, whereabouts(extraction, given), lang, resolver)
    if output is None or str(output) == "-":
        click.echo(text, nl=False)
        return
    _write_new(output, text)
    figures, todos = text.count("\n      - {"), len(unsettled(output))
    click.echo(say("upkeep.drafted", lang, file=output, figures=figures, todos=todos), err=True)


def _write_new(output: Path, text: str) -> None:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise GoujiError("upkeep.exists", file=output) from None
    except OSError as error:
        raise GoujiError("upkeep.not-written", file=output, why=why_of(error)) from error


@group.command(help=help_text("diff", "upkeep"), short_help=summary("diff", "upkeep"))
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.argument("plans", nargs=-1, type=FILE)
@click.option("--on", type=DAY, metavar="YYYY-MM-DD", help=help_text("diff-on", "upkeep"))
@_format("text", "json")
@lang_option
@click.pass_obj
@plainly
def diff(
    read: Reader, old: Path, new: Path, plans: tuple[Path, ...], on: datetime | None, form: str, lang: str
) -> None:
    """Print what changed between two versions of a standard, and which figures of the plans it touches."""
    from standards.keepers.difference import changes, touched
    from standards.keepers.printing import PlanTouched, changes_json, changes_text

    before, after = _named(old), _named(new)
    head, found = changes(before, after)
    resolver = _resolver()
    listed: list[PlanTouched] = []
    plans = once(plans)
    for extraction in _readable(read, plans, resolver, lang):
        day = _plan_day(extraction, on)
        rows = touched(before, after, found, extraction, resolver, day)
        listed.append(PlanTouched(extraction.document.file, day, rows))
    _echo([changes_json(head, found, listed)] if form == "json" else changes_text(head, found, listed, lang))
    if len(listed) < len(plans):
        raise SystemExit(_SOME_FAILED if listed else FAILED)


def _named(path: Path) -> Standard:
    """Return the standard of a file, or of the library where there is no such file but such an id."""
    from standards.files.loader import LIBRARY, load_standard

    inside = LIBRARY / f"{path}.yaml"
    refuse_document(path, "cli.document-as-standard")
    return load_standard(inside if not path.exists() and inside.is_file() else path)


def _plan_day(extraction: Extraction, on: datetime | None) -> date:
    if on:
        return on.date()
    if extraction.metadata.year is None:
        raise GoujiError("upkeep.year-unknown", file=extraction.document.file)
    return date(extraction.metadata.year, 12, 31)


def _readable(read: Reader, plans: Sequence[Path], resolver: Resolver, lang: str) -> Iterator[Extraction]:
    """Yield what can be read; the others are told on standard error."""
    for plan in plans:
        try:
            yield read(plan, resolver)
        except ReadError as error:
            click.echo(error.text.in_language(lang), err=True)


@group.command(help=help_text("unresolved", "upkeep"), short_help=summary("unresolved", "upkeep"))
@click.argument("plans", nargs=-1, required=True, type=FILE)
@_format("text", "json", "yaml")
@lang_option
@click.pass_obj
@plainly
def unresolved(read: Reader, plans: tuple[Path, ...], form: str, lang: str) -> None:
    """Print the figures of plans that resolve to no indicator, with the nearest candidates."""
    from standards.in_force.upkeep import unresolved as open_figures
    from standards.keepers import printing

    resolver, plans = _resolver(), once(plans)
    listed = [(extraction, open_figures(extraction, resolver)) for extraction in _readable(read, plans, resolver, lang)]
    if form == "json":
        _echo([printing.unresolved_json(listed, lang)])
    else:
        _echo(printing.unresolved_yaml(listed, lang) if form == "yaml" else printing.unresolved_text(listed, lang))
    if len(listed) < len(plans):
        raise SystemExit(_SOME_FAILED if listed else FAILED)


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
