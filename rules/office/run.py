"""What an office's files bring into a run, and what a report has to say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from engine.wording import Text, phrase
from rules import names_of_cards

if TYPE_CHECKING:
    from engine.decision import Decision
    from engine.judge.waivers import WaiverEntry
    from rules.office.settings import Settings


def settle(context: click.Context, plans: Sequence[Path], options: dict[str, Any]) -> Settings | None:
    """Fill in what the settings beside the plans say and the command line does not; return the settings.

    Their reader is imported only for who has settings. Raises RuleError for settings that do not fit.
    """
    if not options["settings"] and not any((plan.parent / "gouji.yaml").exists() for plan in plans):
        return None
    from engine.mistaken import refuse_document
    from rules.office.settings import refuse_unknown, settings_for

    if options["settings"]:
        refuse_document(options["settings"], "cli.document-as-list", option="settings")

    settings = settings_for(plans, options["settings"])
    if settings is None:
        return None
    names = {"rules": "rule_paths", "standard": "named"}
    for key, value in settings.values.items():
        name = names.get(key, key)
        if context.get_parameter_source(name) is ParameterSource.DEFAULT:
            options[name] = value
    if settings.values.keys() & {"select", "ignore"}:
        refuse_unknown(settings, names_of_cards(options["rule_paths"], groups=True))
    return settings


def office_records(
    waivers: Path | None, decisions: Path | None, cards: Sequence[Path]
) -> tuple[tuple[WaiverEntry, ...], tuple[Decision, ...]]:
    """Return the waivers and decisions of the files named; ``cards`` are the office's own rule cards.

    Their readers are imported only for who has such files. Raises RuleError for a file that does not fit.
    """
    kept: tuple[WaiverEntry, ...] = ()
    decided: tuple[Decision, ...] = ()
    if waivers:
        from rules.office.waivers import load_waivers

        kept = load_waivers(waivers, names_of_cards(cards))
    if decisions:
        from rules.office.decisions import load_decisions

        decided = load_decisions(decisions)
    return kept, decided


def remarks_on_run(
    settings: Settings | None,
    unused: Sequence[Text],
    waivers: Sequence[WaiverEntry],
    today: date | None,
) -> tuple[Text, ...]:
    """Return what every report of a run has to say about how it was run: silence about it would look like a pass.

    ``unused`` are the cards that the run leaves out, as people call them.
    """
    return tuple(_remarks(settings, unused, waivers, today))


def _remarks(
    settings: Settings | None, unused: Sequence[Text], waivers: Sequence[WaiverEntry], today: date | None
) -> Iterator[Text]:
    if settings:
        yield phrase("office.settings-used", file=settings.file.name)
    if unused:
        listed = Text("、".join(title.zh for title in unused), ", ".join(title.en for title in unused))
        yield phrase("office.rules-left-out", rules=listed)
    if today is None and any(entry.until for entry in waivers):
        yield phrase("office.waivers-not-judged")
