"""``gouji rules``: list, show, test, schema."""

from __future__ import annotations

import json
from pathlib import Path

import click

from engine.mistaken import refuse_document
from engine.options import help_text, lang_option, summary
from engine.terminal import FAILED, plainly
from engine.usage import BilingualGroup
from engine.wording import say


@click.group("rules", cls=BilingualGroup, help=help_text("rules-group"), short_help=summary("rules-group"))
def group() -> None:
    """List, show and test rules."""


@group.command("list", help=help_text("rules-list"), short_help=summary("rules-list"))
@lang_option
@plainly
def list_(lang: str) -> None:
    """Print code, id, severity and title of every rule."""
    from rules import load_cards

    for card in sorted(load_cards(), key=lambda card: card.code):
        click.echo("\t".join([card.code, card.id, card.severity, card.title.in_language(lang)]))


@group.command(help=help_text("rules-show"), short_help=summary("rules-show"))
@click.argument("rule")
@lang_option
@plainly
def show(rule: str, lang: str) -> None:
    """Print a rule card as written."""
    from rules import card_file

    click.echo(card_file(rule).read_text("utf-8"), nl=False)


@group.command("test", help=help_text("rules-test"), short_help=summary("rules-test"))
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@lang_option
@plainly
def test(files: tuple[Path, ...], lang: str) -> None:
    """Run the examples of cards (all that are shipped, or those named); exit 2 when one does not hold."""
    from rules import card_files, load_cards
    from rules.examples import failures

    for file in files:
        refuse_document(file, "cli.document-as-list", option="rules")
    tested = files or card_files()
    failed = list(failures(tested, load_cards(files)))
    for failure in failed:
        click.echo(failure.in_language(lang), err=True)
    if failed:
        raise SystemExit(FAILED)
    click.echo(say("cli.rules-tested", lang, count=len(tested)))


@group.command(help=help_text("rules-schema"), short_help=summary("rules-schema"))
@plainly
def schema() -> None:
    """Print the JSON Schema of a rule card, for editors."""
    from rules.card import CardModel

    click.echo(json.dumps(CardModel.model_json_schema(), ensure_ascii=False, indent=2, sort_keys=True))
