"""Look-up of aliases by the words in a label, without going through the whole catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from engine.patterns import lazy
from engine.resolve.lexicon import Lexicon

Entry = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_COUNT = lazy(r"(?<=..)(?<!人)数量?$")
_COMMON = 24
_SHARED_SCOPE = 2


class Alias(NamedTuple):
    """The words that together name an indicator, all in plain spelling; ``size`` is their number of characters."""

    indicator: str
    words: tuple[str, ...]
    size: int


class WordIndex(Struct, frozen=True):
    """Words of all aliases: ``pairs`` and ``heads`` find them in a text, ``by_key`` leads from an alias's rarest word to the alias.

    ``anchors`` leads from every word that is not too common, and from a scope word that one or two indicators own, to
    the places in ``ordered`` (longest first) of the aliases that a context may complete. ``excludes`` and ``known`` are
    the plain words of each indicator.
    """

    pairs: Mapping[str, bool]
    heads: Mapping[str, tuple[str, ...]]
    by_key: Mapping[str, tuple[Alias, ...]]
    anchors: Mapping[str, tuple[int, ...]]
    ordered: tuple[Alias, ...]
    excludes: Mapping[str, tuple[str, ...]]
    known: Mapping[str, frozenset[str]]

    @classmethod
    def build(cls, entries: Iterable[Entry], lexicon: Lexicon) -> WordIndex:
        """Index entries of (id, name, aliases, excluded words, scope words)."""
        plain = _Plain(lexicon)
        rows: list[tuple[int, str, tuple[str, ...]]] = []
        excludes: dict[str, tuple[str, ...]] = {}
        known: dict[str, frozenset[str]] = {}
        scopes: dict[str, list[str]] = {}
        for id_, name, written, excluded, scope in entries:
            mine = {tuple(sorted({plain[word] for word in alias.split()})) for alias in (*written, _stem(name))}
            rows += [(-sum(map(len, words)), id_, words) for words in mine]
            excludes[id_] = tuple(plain[word] for word in excluded)
            scope_words = {plain[word] for word in scope}
            known[id_] = frozenset(word for words in mine for word in words) | scope_words
            for word in scope_words:
                scopes.setdefault(word, []).append(id_)
        rows.sort()
        aliases = [Alias(id_, words, -size) for size, id_, words in rows]
        frequency = Counter(word for alias in aliases for word in alias.words)
        words = {*frequency, *scopes, *(word for group in excludes.values() for word in group)}
        anchors = _anchors(aliases, frequency, scopes)
        return cls(_pairs(words), _heads(words), _by_key(aliases, frequency), anchors, tuple(aliases), excludes, known)

    def words_in(self, text: str) -> dict[str, int]:
        """Return every known word in a plain ``text`` with the offset at which its last occurrence ends."""
        pairs, heads = self.pairs, self.heads
        found: dict[str, int] = {}
        for at in range(len(text) - 1):
            pair = text[at : at + 2]
            if pair in pairs:
                if pairs[pair]:
                    found[pair] = at + 2
                for word in heads.get(text[at : at + 3], ()):
                    if text.startswith(word, at):
                        found[word] = at + len(word)
        return found


def _stem(name: str) -> str:
    """Return a name without its last 数 or 数量, which labels write either way."""
    return _COUNT.sub("", name)


class _Plain(dict[str, str]):
    """Plain spelling of words, each worked out once."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> str:
        plain = self[word] = self._lexicon.plain(word)
        return plain


def _pairs(words: Iterable[str]) -> dict[str, bool]:
    """Return the first two characters of every word, and whether they are the whole of one."""
    pairs: dict[str, bool] = {}
    for word in words:
        pairs[word[:2]] = len(word) <= 2 or pairs.get(word[:2], False)
    return pairs


def _heads(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the words of three characters and more by the first three."""
    heads: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word) > 2:
            heads.setdefault(word[:3], []).append(word)
    return {head: tuple(group) for head, group in heads.items()}


def _by_key(aliases: Iterable[Alias], frequency: Counter[str]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = {}
    rarity = {word: place for place, word in enumerate(sorted(sorted(frequency), key=frequency.__getitem__))}
    for alias in aliases:
        found.setdefault(min(alias.words, key=rarity.__getitem__), []).append(alias)
    return {word: tuple(group) for word, group in found.items()}


def _anchors(
    aliases: Iterable[Alias], frequency: Counter[str], scopes: Mapping[str, list[str]]
) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    owned: dict[str, list[str]] = {}
    for word, owners in scopes.items():
        if len(owners) <= _SHARED_SCOPE:
            for owner in owners:
                owned.setdefault(owner, []).append(word)
    common = {word for word, times in frequency.items() if times > _COMMON}
    for place, alias in enumerate(aliases):
        mine = owned.get(alias.indicator, ())
        for word in mine:
            found.setdefault(word, []).append(place)
        if len(alias.words) > 1:
            for word in alias.words:
                if word not in common and word not in mine:
                    found.setdefault(word, []).append(place)
    return {word: tuple(group) for word, group in found.items()}
