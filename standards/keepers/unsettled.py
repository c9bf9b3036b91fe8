"""What a drafted standard leaves for a person to settle: its remarks marked TODO, and words that only hold a place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.patterns import lazy
from standards.files.faults import Fault, fault

_REMARK = lazy(r"#\s*TODO\b[:：]?\s*(.*)")
_KEY = lazy(r"^[\s#-]*([a-z_]+):")
_PLACEHOLDER = lazy(r"待定|待补|待填|[Xx×]{3,}|某某")


def unsettled(path: Path) -> tuple[Fault, ...]:
    """Return what is still to be settled in a file, in the order of its lines; nothing for a file that cannot be read.

    A remark is told with the key that it stands beside; a value that only holds a place is told even where its remark
    was deleted.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()  # told as a fault by whoever loads it
    return tuple(each for number, line in enumerate(lines, 1) for each in _in_line(str(path), number, line))


def _in_line(file: str, number: int, line: str) -> Iterator[Fault]:
    key = _KEY.match(line)
    name = f"{key[1]}: " if key else ""
    remark = _REMARK.search(line)
    if remark:
        yield fault(file, (number, remark.start() + 1), "unsettled", what=f"{name}{remark[1].strip()}".strip(": "))
        return
    value = line[key.end() : (line + " #").index(" #")] if key else ""
    if _PLACEHOLDER.search(value):
        yield fault(file, (number, key.end() + 1 if key else 1), "placeholder", what=f"{name}{value.strip()}")
