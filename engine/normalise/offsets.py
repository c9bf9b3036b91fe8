"""The way back from cleaned text to the text as given."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from msgspec import Struct


class OffsetMap(Struct, frozen=True):
    """Kept stretches of a text from which pieces were cut: where each begins in the cleaned and in the given text."""

    cleaned: tuple[int, ...]
    given: tuple[int, ...]

    def origin(self, offset: int) -> int:
        """Return where the character at ``offset`` of the cleaned text stands in the given text."""
        index = bisect_right(self.cleaned, offset) - 1
        return self.given[index] + offset - self.cleaned[index]

    def origin_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the given text that holds cleaned ``start:end``, without what was cut at its ends."""
        if end <= start:
            at = self.origin(start)
            return at, at
        return self.origin(start), self.origin(end - 1) + 1


def cut(text: str, pieces: Iterable[tuple[int, int]]) -> tuple[str, OffsetMap]:
    """Return ``text`` without ``pieces`` (sorted, not overlapping) and the map back."""
    kept: list[str] = []
    cleaned, given = [0], [0]
    length = at = 0
    for start, end in pieces:
        kept.append(text[at:start])
        length += start - at
        if given[-1] == at and length == cleaned[-1]:
            cleaned.pop()
            given.pop()
        cleaned.append(length)
        given.append(end)
        at = end
    kept.append(text[at:])
    return "".join(kept), OffsetMap(tuple(cleaned), tuple(given))
