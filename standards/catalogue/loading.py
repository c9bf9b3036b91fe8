"""Loads the catalogue of indicators from ``standards/indicators/*.yaml`` and ``standards/words.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from engine.commitment import Kind
from engine.errors import StandardError
from engine.resolve.catalogue import Catalogue, Indicator, ScopeValue
from engine.resolve.lexicon import Lexicon
from engine.wording import Text
from standards.catalogue.files import indicator_files, lexicon_of
from standards.catalogue.plain_yaml import read_tree

if TYPE_CHECKING:
    from standards.files.faults import Fault

INDICATORS = Path(__file__).resolve().parent.parent / "indicators"
WORDS = Path(__file__).resolve().parent.parent / "words.yaml"
_SHOWN = 10


def load_catalogue(root: Path | None = None, words: Path | None = None) -> Catalogue:
    """Return the catalogue under ``root`` (the shipped one), with its words.

    Built without judging each value, for speed; where the files cannot be built at all they are judged, and
    StandardError tells file, line and what to write instead.
    """
    root = root or INDICATORS
    words = words or WORDS
    try:
        indicators = [i for path in indicator_files(root) for i in _indicators(read_tree(path))]
        lexicon = lexicon_of(read_tree(words)) if words.is_file() else Lexicon()
    except (AttributeError, KeyError, TypeError, ValueError, OSError):
        raise refused(check_catalogue(root, words)) from None
    catalogue = Catalogue.of(indicators, lexicon)
    if len(catalogue) != len(indicators) or not indicators:
        raise refused(check_catalogue(root, words))
    return catalogue


def check_catalogue(root: Path | None = None, words: Path | None = None) -> list[Fault]:
    """Return everything that is wrong in the files of the catalogue, by file and line; empty when all is right."""
    from standards.catalogue.checks import catalogue_faults

    return catalogue_faults(root or INDICATORS, words or WORDS)


def known_indicator_ids(root: Path | None = None) -> frozenset[str]:
    """Return the ids of all indicators."""
    return frozenset(load_catalogue(root).indicators)


def refused(faults: list[Fault]) -> StandardError:
    """Return the error that tells the first faults."""
    shown = [fault.sentence for fault in faults[:_SHOWN]]
    listed = Text("\n".join(s.zh for s in shown), "\n".join(s.en for s in shown))
    return StandardError("catalogue.refused", faults=listed)


def _indicators(tree: Any) -> Iterator[Indicator]:
    theme = tree["theme"]["zh"]
    for id_, raw in tree["indicators"].items():
        scope = raw.get("scope")
        yield Indicator(
            id_,
            raw["name"],
            raw["en"],
            raw["unit"],
            cast(Kind, raw["kind"]),
            tuple(raw["aliases"]),
            tuple(raw.get("not", ())),
            tuple(raw.get("units", ())),
            tuple(raw.get("periods", ())),
            tuple(_scope_values(scope)) if scope else (),
            tuple(raw.get("contrasts", ())),
            theme,
        )


def _scope_values(scope: Mapping[str, list[str]]) -> Iterator[ScopeValue]:
    for dimension, values in scope.items():
        for value in values:
            words = tuple(value.split("="))
            yield ScopeValue(dimension, words[0], words)
