"""Folding characters one for one, so that offsets stay: full-width to ASCII, dashes, blanks, traditional to simplified."""

from __future__ import annotations

from functools import cache, lru_cache

from engine.patterns import lazy

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\x0b\x0c"
_DASHES = "‐‑‒–—―−─━﹘﹣－"
_TILDES = "～〜∼˜"
_SLASHES = "╱∕⁄"
_DOTS = "•・‧∙⋅"


class _Table(dict[int, int | str]):
    """A table that learns the characters it leaves alone: a lookup that fails costs ten times one that succeeds."""

    def __missing__(self, key: int) -> int:
        self[key] = key
        return key


_FOLD = _Table(
    {0xFF01 + i: 0x21 + i for i in range(94)}
    | dict.fromkeys(map(ord, _BLANKS), " ")
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _TILDES), "~")
    | dict.fromkeys(map(ord, _SLASHES), "/")
    | dict.fromkeys(map(ord, _DOTS), "·")
    | {
        ord("﹪"): "%",
        ord("﹐"): ",",
        ord("﹑"): "、",
        ord("﹔"): ";",
        ord("﹕"): ":",
        ord("≧"): "≥",
        ord("≦"): "≤",
        ord("⩾"): "≥",
        ord("⩽"): "≤",
        ord("〝"): "“",
        ord("〞"): "”",
    }
)

# Characters that simplified text does not use; three of them mean that the text is in traditional characters.
_TRADITIONAL = lazy(
    "[個們與為會國區縣鄉鎮萬億農業學醫療險費這來時實對標準點發從經濟應當關導務員補貼資頭層戶畝檢婦兒殘護]"
)
_ENOUGH = 3


@cache
def _converter() -> object:
    import opencc

    return opencc.OpenCC("t2s")


def _simplified(text: str) -> str:
    converter = _converter()
    whole: str = converter.convert(text)  # type: ignore[attr-defined]
    if len(whole) == len(text):
        return whole
    # A phrase changed its length: go character by character, which never does.
    table = {}
    for character in set(text):
        single = converter.convert(character)  # type: ignore[attr-defined]
        if single != character and len(single) == 1:
            table[ord(character)] = single
    return text.translate(table)


def fold(text: str) -> str:
    """Return ``text`` in one spelling, character for character (the length never changes)."""
    return simplified(text.translate(_FOLD))


@lru_cache(maxsize=4)
def simplified(text: str) -> str:
    """Return a text in traditional characters in simplified ones, character for character, any other as it is."""
    found = _TRADITIONAL.finditer(text)
    if sum(1 for _ in zip(range(_ENOUGH), found, strict=False)) == _ENOUGH:
        return _simplified(text)
    return text
