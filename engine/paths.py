"""Telling whether two paths name one file."""

from __future__ import annotations

import os
from pathlib import Path


def true_path(path: Path) -> Path:
    """Return an absolute path without links; of links that lead in a circle what can be followed."""
    # Path.resolve raises for such a circle, before anybody could say which file cannot be read.
    return Path(os.path.realpath(path))
