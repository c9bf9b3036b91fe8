"""Reads a file of the catalogue for a run, into plain mappings, lists and text.

The files are read at every start, and a YAML parser takes most of that time. So what the files are usually written in
(nested keys, plain words, lists and mappings on one line) is read here line by line; a file with anything else in it
goes to the parser as a whole. Both give the same tree.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from engine.patterns import lazy

_ODD = r"\x00-\x1f\x7f-\xa0\ufeff\u2028\u2029\ud800-\udfff\ufffe\uffff"
_WORD = lazy(rf"[\w（“][^{_ODD}\[\]{{}},:#\"&*!|>\\]*(?<! )").fullmatch
_REMARK = lazy(rf"# [^{_ODD}]*").fullmatch
_QUOTED = {'"%"': "%", '"‰"': "‰"}
_STEP = 2
_DEEPEST = 3

_Value = dict[str, Any] | list[str] | str | None


def read_tree(path: Path) -> Any:
    """Return the tree of a YAML file, every scalar as text; raises ValueError when it is none."""
    text = path.read_text(encoding="utf-8")
    tree = read_plain(text)
    return read_any(text) if tree is None else tree


def read_any(text: str) -> Any:
    """Return the tree of any YAML text; raises ValueError when it is none."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(text, loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def read_plain(text: str) -> dict[str, Any] | None:
    """Return the tree of a text in the usual form, None when anything in it is not."""
    tree: dict[str, Any] = {}
    levels: list[dict[str, Any] | None] = [tree, *[None] * (_DEEPEST + 1)]
    waiting: dict[str, Any] | None = None
    for line in text.split("\n"):
        if not line or _REMARK(line):
            continue
        body = line.lstrip(" ")
        level, odd = divmod(len(line) - len(body), _STEP)
        into = levels[level] if level <= _DEEPEST and not odd else None
        key, colon, rest = body.partition(":")
        value = _value(rest)
        if into is None or (waiting is not None and into is not waiting) or key in into or not colon:
            return None
        if value is None or not _WORD(key) or (value == {} and level == _DEEPEST):
            return None
        into[key] = value
        levels[level + 1 :] = [None] * (_DEEPEST + 1 - level)
        waiting = levels[level + 1] = value if isinstance(value, dict) and not rest else None
    return tree if tree and waiting is None else None


def _value(rest: str) -> _Value:
    """Return what stands behind a key: {} when nothing does, None when it is not in the usual form."""
    if not rest:
        return {}
    if rest[0] != " " or len(rest) == 1:
        return None
    rest = rest[1:]
    if rest[0] == "[":
        return _items(rest)
    if rest[0] == "{":
        return _pairs(rest)
    return rest if all(map(_WORD, rest.split(", "))) else _QUOTED.get(rest)


def _items(listed: str) -> list[str] | None:
    if listed == "[]":
        return []
    items = listed[1:-1].split(", ")
    return items if listed[0] == "[" and listed[-1] == "]" and all(map(_WORD, items)) else None


def _pairs(mapped: str) -> dict[str, Any] | None:
    if mapped[-1] != "}":
        return None
    found: dict[str, Any] = {}
    lists = "[" in mapped
    inner = mapped[1:-1].replace("], ", "]\n") if lists else mapped[1:-1].replace(", ", "\n")
    for pair in inner.split("\n"):
        key, _, rest = pair.partition(": ")
        value: list[str] | str | None = (_items(rest) if rest else None) if lists else (rest if _WORD(rest) else None)
        if value is None or not _WORD(key) or key in found:
            return None
        found[key] = value
    return found
