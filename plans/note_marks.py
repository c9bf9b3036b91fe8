"""Marks of notes set above the line (380¹人), which are no digits of the figure before them."""

from __future__ import annotations

from engine.patterns import lazy

_MARK = lazy(r"\s*(?:[\[【(（〔]?\s*(?:注?\d{1,2}|[①-⑳])\s*[\]】)）〕]?|[*※†‡]+)\s*")
_MEASURED = ("m", "M", "ｍ", "米")


def is_note_mark(raised: str, before: str) -> bool:
    """Whether raised words are the mark of a note: one or two digits, alone or in brackets, not the power of a metre.

    ``before`` are the words in front of them.
    """
    return _MARK.fullmatch(raised) is not None and not before.rstrip().endswith(_MEASURED)
