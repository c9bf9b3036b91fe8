"""Copies of plans with remarks at the very words: which formats can bear them, and who writes them.

A module of this package that defines ``ANNOTATOR`` writes into one family of formats. Adding a format is adding a
module; it imports its heavy libraries inside ``annotate`` only, since it is looked at when any copy is made.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from engine.errors import ReadError
from engine.remark import Annotator, Remark


class FormatAnnotator(Protocol):
    """Writes remarks into files of one family of formats, named as their readers name them (``docx``)."""

    formats: tuple[str, ...]
    suffixes: tuple[str, ...]

    def annotate(self, path: Path, data: bytes, remarks: Sequence[Remark]) -> bytes:
        """Return ``data``, the content of ``path``, with the remarks; raises ReadError when they cannot be written."""
        ...


class _Apart(Struct, frozen=True):
    """An annotator that works in a process of its own, as readers of the same formats do."""

    module: str
    suffixes: tuple[str, ...]

    def annotate(self, file: str, sha256: str, remarks: Sequence[Remark]) -> bytes:
        from plans import content_of
        from plans.assembly import digest
        from plans.worker import annotate_apart

        path = Path(file)
        data = content_of(path)
        if digest(data) != sha256:
            raise ReadError("plans.changed", file=file)
        try:
            return annotate_apart(self.module, path, data, remarks)
        except ReadError as error:
            if error.key != "plans.crashed":
                raise
            raise ReadError("plans.not-annotated", **error.values) from None


@cache
def annotators() -> Mapping[str, Annotator]:
    """Return who writes remarks, by the format of the file as its reader names it."""
    package = import_module("plans")
    found: dict[str, Annotator] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda each: each.name):
        module = f"plans.{info.name}"
        made: FormatAnnotator | None = None if info.ispkg else getattr(import_module(module), "ANNOTATOR", None)
        if made is not None:
            found |= {format: _Apart(module, made.suffixes) for format in made.formats}
    return found
