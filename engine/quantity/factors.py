"""What pint says about every measure word, kept in a table so that a run need not import pint to read it.

Pint with ``units.txt`` is the authority: ``factors.txt`` is only its answers, one word a line with its dimension and
its exact factor, written anew by ``python -m engine.quantity.factors`` when a word or a unit changes and held against
pint by the tests. A word that is not in the table is asked of pint.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.quantity.measure_words import CANONICAL, MEASURE_WORDS

if TYPE_CHECKING:
    from pint import UnitRegistry

DEFINITIONS = Path(__file__).resolve().parent / "units.txt"
TABLE = DEFINITIONS.with_name("factors.txt")
_NAMES = {"%": "百分号", "‰": "千分号", "10万人": "十万人"}


@cache
def _registry() -> UnitRegistry[Any]:
    import pint

    return pint.UnitRegistry(str(DEFINITIONS), non_int_type=Fraction)


@cache
def _known() -> dict[str, tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines() if TABLE.is_file() else []
    return {word: (dimension, factor) for word, dimension, factor in map(str.split, lines)}


def by_pint(word: str) -> tuple[str, Fraction]:
    """Return (dimension, factor into its base unit) of one canonical measure word as pint works it out."""
    name = _NAMES.get(word, word)
    # isidentifier: pint fails on a name that it cannot read as one (℃).
    if not name.isidentifier() or name not in _registry():
        return f"[{name}]", Fraction(1)
    registry = _registry()
    factor, base = registry.get_root_units(name)
    dimension = "·".join(sorted(str(key) for key in registry.get_dimensionality(base)))
    return dimension, Fraction(str(factor))


@cache
def factor_of(word: str) -> tuple[str, Fraction]:
    """Return (dimension, factor into its base unit) of one canonical measure word: from the table, else from pint."""
    kept = _known().get(word)
    return (kept[0], Fraction(kept[1])) if kept else by_pint(word)


def written() -> str:
    """Return the text of the table, as pint says now."""
    words = sorted({CANONICAL.get(word, word) for word in MEASURE_WORDS})
    rows = ((word, *by_pint(word)) for word in words)
    return "".join(f"{word} {dimension} {factor}\n" for word, dimension, factor in rows)


if __name__ == "__main__":
    TABLE.write_text(written(), encoding="utf-8", newline="\n")
