"""Texts as they are written in a standard's file."""

from __future__ import annotations

import json
import re

from engine.patterns import lazy

_PLAIN = lazy(r"[一-龥A-Za-z《〔（“‘][一-龥\w《》〔〕（）()“”‘’·、，。；？！…—\-/%+.～〇 ]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "unknown"})


def one_line(text: str) -> str:
    """Return a text without line ends and with single blanks."""
    return " ".join(text.split())


def line(key: str, text: str, remark: str = "") -> str:
    """Return a key with its text, and a remark beside it."""
    said = f"{key}: {scalar(text)}"
    return f"{said}  # {one_line(remark)}" if remark else said


def scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as YAML, in quotes wherever it could be read as anything else."""
    text = one_line(text)
    bare = _PLAIN.fullmatch(text) is not None and text.lower() not in _WORDS
    if bare and not (flow and re.search(r"[，、,]", text)):
        return text
    return json.dumps(text, ensure_ascii=False)
