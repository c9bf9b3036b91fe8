"""What the loader of the catalogue and the judge of its files both need: which files there are, and the words in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.resolve.lexicon import ContrastGroup, Lexicon


def indicator_files(root: Path) -> Iterator[Path]:
    """Yield the files of the catalogue in a fixed order."""
    yield from sorted(path for path in root.rglob("*.yaml") if not path.name.startswith("."))


def lexicon_of(tree: Any) -> Lexicon:
    """Return the words of a file of words that was read; raises KeyError or the like for a tree of another shape."""
    groups = (
        ContrastGroup(name, tuple(tuple(value.split("=")) for value in values))
        for name, values in tree["contrasts"].items()
    )
    return Lexicon(
        tuple(groups),
        frozenset(word for words in tree["generic"].values() for word in words),
        tuple(tree["synonyms"].items()),
    )
