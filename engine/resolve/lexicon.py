"""Words as the catalogue knows them: spellings that mean the same, words that say little, words that exclude each other.

Labels and aliases go through :meth:`Lexicon.plain` before they are compared, so that quotation marks, brackets, spaces
and full-width letters never matter, and 最低生活保障 and 低保 are one word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

_DROPPED = " \t\r\n\u3000\u00a0“”\"'‘’「」『』《》〈〉()（）[]［］【】〔〕·•*"
_DASHES = "—–－~～―"
_TABLE: dict[int, str | None] = {0xFF01 + i: chr(0x21 + i) for i in range(94)}
_TABLE |= {ord(mark): "-" for mark in _DASHES}
_TABLE |= {ord(mark): None for mark in _DROPPED}
_MOST_ROUNDS = 20
_PUNCTUATION = frozenset("、，,。.；;：:-/+！!？?%‰…")


class ContrastGroup(Struct, frozen=True):
    """Values of which a thing can only be one (城市, 农村); each value is a tuple of words, the usual one first."""

    name: str
    values: tuple[tuple[str, ...], ...]


class Lexicon(Struct, frozen=True, dict=True):
    """The words handed in with the catalogue.

    ``synonyms`` are (as written, as compared), ``generic`` words say little about what is measured (建设, 数量, 标准).
    """

    groups: tuple[ContrastGroup, ...] = ()
    generic: frozenset[str] = frozenset()
    synonyms: tuple[tuple[str, str], ...] = ()

    @cached_property
    def learnt(self) -> dict[str, Any]:
        """What a comparison worked out about single texts, kept for as long as the lexicon is used."""
        return {}

    @cached_property
    def _leftovers(self) -> dict[str, str]:
        return {}

    @cached_property
    def _ordered_synonyms(self) -> tuple[tuple[str, str], ...]:
        return tuple(sorted(self.synonyms, key=lambda pair: (-len(pair[0]), pair)))

    @cached_property
    def _any_synonym(self) -> Callable[[str], object]:
        return re.compile("|".join(re.escape(written) for written, _ in self.synonyms) or r"(?!)").search

    @cached_property
    def _longest_generic(self) -> int:
        return max(map(len, self.generic), default=1)

    @cached_property
    def rivals(self) -> Mapping[str, frozenset[str]]:
        """Each word of a contrast group with the words of the group's other values."""
        found: dict[str, set[str]] = {}
        for group in self.groups:
            for value in group.values:
                others = {word for other in group.values if other is not value for word in other}
                for word in value:
                    found.setdefault(self.plain(word), set()).update(map(self.plain, others))
        return {word: frozenset(others - {word}) for word, others in found.items()}

    def plain(self, text: str) -> str:
        """Return ``text`` as it is compared: no quotes, brackets or spaces, half-width, one spelling for synonyms."""
        text = text.translate(_TABLE).lower()
        # A replacement may complete another written form (占占比), so it goes on until nothing changes.
        for _ in range(_MOST_ROUNDS):
            before = text
            if not self._any_synonym(text):
                break
            for written, compared in self._ordered_synonyms:
                if written in text:
                    text = text.replace(written, compared)
            if text == before:
                break
        return text

    def leftover(self, text: str, known: frozenset[str] = frozenset()) -> str:
        """Return what remains of a plain ``text`` without generic words, punctuation and the words in ``known``."""
        if not known:
            cached = self._leftovers.get(text)
            if cached is None:
                cached = self._leftovers[text] = self._strip(text, known)
            return cached
        return self._strip(text, known)

    def _strip(self, text: str, known: frozenset[str]) -> str:
        longest = max(self._longest_generic, max(map(len, known), default=1))
        kept: list[str] = []
        at, end = 0, len(text)
        while at < end:
            step = self._known_length(text, at, longest, known)
            if not step:
                kept.append(text[at])
            at += step or 1
        return "".join(kept)

    def _known_length(self, text: str, at: int, longest: int, known: frozenset[str]) -> int:
        if text[at] in _PUNCTUATION or text[at].isdigit():
            return 1
        for size in range(min(longest, len(text) - at), 0, -1):
            piece = text[at : at + size]
            if piece in self.generic or piece in known:
                return size
        return 0
