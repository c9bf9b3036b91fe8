"""``gouji standards``: list, show, validate, schema."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import click

from engine.errors import StandardError
from engine.terminal import FAILED, plainly
from engine.wording import LANGUAGES, say

_lang = click.option("--lang", type=click.Choice(LANGUAGES), default="zh")


def _help(key: str) -> str:
    return f"{say(f'cli.{key}', 'zh')} {say(f'cli.{key}', 'en')}"


def _known() -> frozenset[str]:
    from standards.catalogue import load_catalogue

    return frozenset(load_catalogue().indicators)


@click.group("standards", help=_help("standards"))
def group() -> None:
    """List, show and validate standards."""


@group.command("list", help=_help("standards-list"))
@_lang
@plainly
def list_(lang: str) -> None:
    """Print the id, number and title of every standard of the library."""
    from standards.loader import load_library

    for standard in load_library():
        click.echo("\t".join([standard.id, standard.number or "-", standard.title]))


@group.command(help=_help("standards-show"))
@click.argument("identifier", metavar="ID")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]))
@_lang
@plainly
def show(identifier: str, on: datetime | None, lang: str) -> None:
    """Print a standard with its history, and what of it is in force on a day."""
    from standards.loader import load_library
    from standards.show import show as shown

    for standard in load_library():
        if standard.id == identifier:
            click.echo(shown(standard, on.date() if on else None, lang), nl=False)
            return
    raise StandardError("cli.standard-unknown", id=identifier)


@group.command(help=_help("standards-validate"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_lang
@plainly
def validate(files: tuple[Path, ...], lang: str) -> None:
    """Say everything that is wrong in standard files; exit 2 when anything is."""
    from standards.loader import validate_file

    known, faulty = _known(), False
    for file in files:
        faults = validate_file(file, known_indicators=known)
        faulty = faulty or bool(faults)
        for fault in faults:
            click.echo(fault.sentence.in_language(lang), err=True)
        if not faults:
            click.echo(say("cli.valid", lang, file=file))
    if faulty:
        raise SystemExit(FAILED)


@group.command(help=_help("standards-schema"))
@plainly
def schema() -> None:
    """Print the JSON Schema of a standard's file, for editors."""
    from standards.schema import json_schema

    click.echo(json.dumps(json_schema(_known()), ensure_ascii=False, indent=2, sort_keys=True))
