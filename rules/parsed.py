"""What the YAML of every card says, kept in a table so that a run need not parse it.

The cards are the authority: ``cards.txt`` is only what the parser made of them, one card a line behind the sha256 of its
file, written anew by ``python -m rules docs/rules.md`` and held against the cards by the tests. A card that was changed
or added since has another sha256, and is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from engine.kept import kept, table_of
from engine.patterns import lazy

TABLE = Path(__file__).resolve().parent / "cards.txt"
# A run needs neither reasons nor examples, and they are most of a card.
_PROSE = lazy(r"^(?:why|examples):.*\n?(?:(?:[ \t#-].*)?\n)*(?:[ \t#-].*\Z)?", re.MULTILINE)


def loader() -> type[Any]:
    """Return the parser's loader of plain YAML, the compiled one where there is one."""
    import yaml

    found: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return found


def tree_of(card: bytes) -> Any:
    """Return the tree of a card, without its reasons and examples, from the bytes of its file: from the table, else parsed.

    Raises ValueError for bytes that are no YAML.
    """
    found = kept(TABLE, card)
    return parsed(card) if found is None else found


def parsed(card: bytes) -> Any:
    """Return the same, always parsed."""
    import yaml

    text = _PROSE.sub("", card.decode("utf-8").replace("\r\n", "\n"))
    try:
        return yaml.load(text, Loader=loader())
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def written(cards: Iterable[bytes]) -> str:
    """Return the text of the table for cards, in their order."""
    return table_of((card, parsed(card)) for card in cards)
