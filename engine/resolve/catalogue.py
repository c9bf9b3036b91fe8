"""The catalogue of indicators: what local plans measure, in which unit, under which names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from engine.commitment import Kind
from engine.resolve.index import WordIndex
from engine.resolve.lexicon import Lexicon


class ScopeValue(Struct, frozen=True):
    """One value of a dimension that splits an indicator (安置方式: 散居), with the words that mean it."""

    dimension: str
    name: str
    words: tuple[str, ...]


class Indicator(Struct, frozen=True):
    """Something that plans commit to, with its own full unit.

    Each alias is words separated by blanks that must all occur, in any order; ``excludes`` are words that make it
    another thing; ``units`` are other measure words for the same unit (个 for 所), compared as ``unit``; ``periods``
    names the periods that texts use where a missing one cannot be guessed (月, 年); ``contrasts`` are ids never merged
    with it.
    """

    id: str
    name: str
    en: str
    unit: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    scope: tuple[ScopeValue, ...] = ()
    contrasts: tuple[str, ...] = ()
    theme: str = ""


ScopeRelation = Literal["equal", "narrower", "wider", "disjoint"]


class Catalogue(Struct, frozen=True, dict=True):
    """All indicators by id, and the words they are found by. The index is built once, on first use."""

    indicators: Mapping[str, Indicator] = field(default_factory=dict)
    lexicon: Lexicon = field(default_factory=Lexicon)

    @classmethod
    def of(cls, indicators: Iterable[Indicator], lexicon: Lexicon | None = None) -> Catalogue:
        """Return a catalogue in the order of ids, whatever order the indicators come in."""
        ordered = sorted(indicators, key=lambda indicator: indicator.id)
        return cls({indicator.id: indicator for indicator in ordered}, lexicon or Lexicon())

    def __len__(self) -> int:
        return len(self.indicators)

    def get(self, indicator: str | None) -> Indicator | None:
        """Return the indicator of that id, or None."""
        return self.indicators.get(indicator) if indicator else None

    def contrasted(self, one: str, other: str) -> bool:
        """Say whether two indicators must never be merged; it is enough that one of them says so."""
        first, second = self.indicators.get(one), self.indicators.get(other)
        return bool((first and other in first.contrasts) or (second and one in second.contrasts))

    def scope_relation(self, indicator: str, wanted: Iterable[str], given: Iterable[str]) -> ScopeRelation:
        """Say how the values ``given`` relate to those ``wanted``, each dimension by itself (癌种 apart from 对象).

        Values are in the catalogue's spelling; what it does not know is left aside. ``disjoint`` when one dimension has
        nothing in common; ``wider`` when more is given than wanted; ``narrower`` when less, even in one dimension only.
        """
        known = self.indicators.get(indicator)
        dimensions = {value.name: value.dimension for value in known.scope} if known else {}
        one, other = _by_dimension(wanted, dimensions), _by_dimension(given, dimensions)
        shared = one.keys() & other.keys()
        if any(one[name].isdisjoint(other[name]) for name in shared):
            return "disjoint"
        if other.keys() - one.keys() or any(one[name] - other[name] for name in shared):
            return "narrower"
        return "equal" if one == other else "wider"

    @cached_property
    def index(self) -> WordIndex:
        """The words of all aliases, ready for look-up."""
        return WordIndex.build(
            (
                (i.id, i.name, i.aliases, i.excludes, tuple(w for v in i.scope for w in v.words))
                for i in self.indicators.values()
            ),
            self.lexicon,
        )


def _by_dimension(values: Iterable[str], dimensions: Mapping[str, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for value in values:
        if value in dimensions:
            found.setdefault(dimensions[value], set()).add(value)
    return found
