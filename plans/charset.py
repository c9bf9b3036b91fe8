"""Telling the two legacy encodings of Chinese apart: GB 18030 takes nearly every Big5 file without a complaint.

What it makes of one are rare characters. In a text of its own, nine characters in ten are common ones or punctuation
(two in three where it is in traditional characters), in a text of the other encoding one in four. Either encoding has
its common characters together, so that their first bytes tell them.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

GB = "gb18030"
BIG5 = "cp950"
_UNSURE = 20  # fewer characters than this prove nothing about an encoding
_LEAST_COMMON = Fraction(45, 100)
_CLEARLY_MORE = Fraction(20, 100)
_GB_COMMON = frozenset((*range(0xA1, 0xAA), *range(0xB0, 0xD8)))
_BIG5_COMMON = frozenset(range(0xA1, 0xC7))
_GB2312_TRAIL = 0xA1
_PAIR = 2


def legacy_encoding(data: bytes) -> str | None:
    """Return the encoding of bytes that are no UTF-8, GB 18030 where nothing speaks against it.

    None where a longer text makes sense in neither, so that nothing should be said about it.
    """
    gb, size = _common(data, GB, _GB_COMMON, _GB2312_TRAIL)
    big5, _ = _common(data, BIG5, _BIG5_COMMON)
    if big5 > gb + _CLEARLY_MORE and big5 > _LEAST_COMMON:
        return BIG5
    return GB if gb > _LEAST_COMMON or size < _UNSURE else None


def _common(data: bytes, encoding: str, leads: Collection[int], least_trail: int = 0) -> tuple[Fraction, int]:
    """Return which share of the characters of two bytes are common ones, and how many there are.

    Nothing for bytes that are no text in the encoding. Other scripts (Tibetan, Mongolian) have four bytes a character.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return Fraction(0), 0
    coded = [code for char in text if char > "\x7f" and len(code := char.encode(encoding)) == _PAIR]
    common = sum(code[0] in leads and code[1] >= least_trail for code in coded)
    return Fraction(common, len(coded) or 1), len(coded)
