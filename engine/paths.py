"""Telling whether two paths name one file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def true_path(path: Path) -> Path:
    """Return an absolute path without links; of links that lead in a circle what can be followed."""
    # Path.resolve raises for such a circle, before anybody could say which file cannot be read.
    return Path(os.path.realpath(path))


def once(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the paths without those that name a file which one before them names."""
    found: dict[Path, Path] = {}
    for path in paths:
        found.setdefault(true_path(path), path)
    return tuple(found.values())
