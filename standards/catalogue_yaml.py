"""Reads a file of the catalogue for a run, into plain mappings, lists and text."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def read_tree(path: Path) -> Any:
    """Return the tree of a YAML file; raises ValueError when it is none."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None
