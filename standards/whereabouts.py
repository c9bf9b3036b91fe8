"""Where a plan's place lies, as far as the library's own folders tell; a name that is not unique is not guessed."""

from __future__ import annotations

from pathlib import Path

from standards.loader import LIBRARY

LEVELS = ("nation", "province", "city", "county", "township")


def locate(name: str, level: str, root: Path | None = None) -> str:
    """Return the path (安徽省/黄山市/黟县) of a place named in a plan, or an empty text when it is unknown or ambiguous."""
    if not name or "/" in name:
        return name
    root = root or LIBRARY
    found = [path for path in sorted(root.rglob(name)) if path.is_dir()] if root.is_dir() else []
    depth = LEVELS.index(level) if level in LEVELS else 0
    fitting = [path for path in found if not depth or len(path.relative_to(root).parts) == depth]
    return fitting[0].relative_to(root).as_posix() if len(fitting) == 1 else ""


def is_above(upper: str, upper_level: str, place: str, level: str) -> bool:
    """Return whether a document of the place ``upper`` is known to stand above a plan of ``place``.

    Known means that the plan's path names the upper place and that the levels follow; names alone prove nothing.
    """
    if upper_level in LEVELS and level in LEVELS and LEVELS.index(upper_level) >= LEVELS.index(level):
        return False
    parts = place.split("/")
    return bool(upper) and upper.split("/")[-1] in parts[:-1]
