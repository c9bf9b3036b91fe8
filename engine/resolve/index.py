"""Look-up of aliases by the words in a label, without going through the whole catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.resolve.lexicon import Lexicon

Entry = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
_COMMON = 24
_SHARED_SCOPE = 2


@dataclass(frozen=True, slots=True)
class Alias:
    """The words that together name an indicator, all in plain spelling; ``size`` is their number of characters."""

    indicator: str
    words: tuple[str, ...]
    size: int


@dataclass(frozen=True, slots=True)
class WordIndex:
    """Words of all aliases: ``heads`` finds them in a text, ``by_key`` leads from an alias's rarest word to the alias.

    ``anchors`` leads from every word that is not too common, and from a scope word that one or two indicators own, to
    the aliases that a context may complete. ``excludes`` and ``known`` are the plain words of each indicator.
    """

    heads: Mapping[str, tuple[str, ...]]
    by_key: Mapping[str, tuple[Alias, ...]]
    anchors: Mapping[str, tuple[Alias, ...]]
    excludes: Mapping[str, tuple[str, ...]]
    known: Mapping[str, frozenset[str]]

    @classmethod
    def build(cls, entries: Iterable[Entry], lexicon: Lexicon) -> WordIndex:
        """Index entries of (id, name, aliases, excluded words, scope words)."""
        plain = _Plain(lexicon)
        aliases: list[Alias] = []
        excludes: dict[str, tuple[str, ...]] = {}
        known: dict[str, frozenset[str]] = {}
        scopes: dict[str, list[str]] = {}
        for id_, name, written, excluded, scope in entries:
            mine = {tuple(sorted({plain(word) for word in alias.split()})) for alias in (*written, name)}
            aliases += (Alias(id_, words, sum(map(len, words))) for words in sorted(mine))
            excludes[id_] = tuple(plain(word) for word in excluded)
            scope_words = {plain(word) for word in scope}
            known[id_] = frozenset(word for words in mine for word in words) | scope_words
            for word in scope_words:
                scopes.setdefault(word, []).append(id_)
        frequency = Counter(word for alias in aliases for word in alias.words)
        words = {*frequency, *scopes, *(word for group in excludes.values() for word in group)}
        return cls(_heads(words), _by_key(aliases, frequency), _anchors(aliases, frequency, scopes), excludes, known)

    def words_in(self, text: str) -> dict[str, int]:
        """Return every known word in a plain ``text`` with the offset at which its last occurrence ends."""
        found: dict[str, int] = {}
        heads = self.heads
        for at in range(len(text) - 1):
            bucket = heads.get(text[at : at + 2])
            if bucket:
                for word in bucket:
                    if text.startswith(word, at):
                        found[word] = at + len(word)
        return found


class _Plain:
    """Plain spelling of words, each worked out once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._seen: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._lexicon.plain(word)
        return known


def _heads(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    heads: dict[str, list[str]] = {}
    for word in sorted(words):
        heads.setdefault(word[:2], []).append(word)
    return {head: tuple(group) for head, group in heads.items()}


def _by_key(aliases: Iterable[Alias], frequency: Counter[str]) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = {}
    for alias in aliases:
        found.setdefault(min(alias.words, key=lambda word: (frequency[word], word)), []).append(alias)
    return {word: tuple(group) for word, group in found.items()}


def _anchors(
    aliases: Iterable[Alias], frequency: Counter[str], scopes: Mapping[str, list[str]]
) -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = {}
    owned: dict[str, list[str]] = {}
    for word, owners in scopes.items():
        if len(owners) <= _SHARED_SCOPE:
            for owner in owners:
                owned.setdefault(owner, []).append(word)
    for alias in aliases:
        rare = [word for word in alias.words if frequency[word] <= _COMMON] if len(alias.words) > 1 else []
        for word in {*rare, *owned.get(alias.indicator, ())}:
            found.setdefault(word, []).append(alias)
    return {word: tuple(group) for word, group in found.items()}
