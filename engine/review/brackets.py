"""Brackets and quotation marks that open and never close."""

from __future__ import annotations

from collections.abc import Iterator

from engine.patterns import lazy

_PAIRS = {"“": "”", "《": "》", "(": ")", "【": "】"}
_OPENS = {close: mark for mark, close in _PAIRS.items()}
_MARKS = lazy("[“”《》()【】]")
_SHORTEST = 8
_SHOWN = 12
_LINES_ON = 5


def unclosed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, closing mark) for each mark left open in its line and not closed in the next few lines.

    A closing mark alone is numbering as often as not (``1)``), so only opening ones are looked at.
    """
    at = 0
    lines = []
    for line in text.split("\n"):
        lines.append((at, line, *_left(line)))
        at += len(line) + 1
    for number, (start, line, opens, _) in enumerate(lines):
        for offset in opens:
            mark = line[offset]
            if len(line.strip()) < _SHORTEST or _closed_later(lines[number + 1 : number + 1 + _LINES_ON], mark):
                continue
            end = offset + len(line[offset : offset + _SHOWN].rstrip(",。;:、"))
            yield start + offset, start + end, _PAIRS[mark]


def _left(line: str) -> tuple[list[int], str]:
    """Return the offsets of marks that the line leaves open and the closing marks that nothing in it opens."""
    open_marks: list[int] = []
    lone = ""
    for match in _MARKS.finditer(line):
        mark = match.group()
        if mark in _PAIRS:
            open_marks.append(match.start())
            continue
        same = [offset for offset in open_marks if line[offset] == _OPENS[mark]]
        if same:
            open_marks.remove(same[-1])
        else:
            lone += mark
    return open_marks, lone


def _closed_later(following: list[tuple[int, str, list[int], str]], mark: str) -> bool:
    close = _PAIRS[mark]
    return any(close in lone or (mark == "“" and line.lstrip().startswith(mark)) for _, line, _, lone in following)
