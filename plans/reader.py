"""What a reader of plans is, and how the readers there are get found.

A module of this package that defines ``READER`` reads one family of formats. Adding a format is adding a module; it
imports its heavy libraries inside ``read`` only, since every run looks at every module.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from engine.document import Document


class Reader(Protocol):
    """Reads the files of one family of formats.

    ``formats`` names what it reads (``docx``). ``isolated`` readers parse binary data and run in a process of their
    own. A ``generic`` reader (plain text) is asked only when no other reader knows the file.
    """

    formats: tuple[str, ...]
    isolated: bool
    generic: bool

    def sniff(self, head: bytes, name: str) -> bool:
        """Say whether this reader knows the content.

        ``head`` is all that was read of the file (a zip is recognised by its end), ``name`` the file's name, which
        decides between formats that look alike and never against the content.
        """
        ...

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document in ``data``, the whole content of ``path``; raises ReadError when it cannot be read."""
        ...


@cache
def readers() -> tuple[tuple[str, Reader], ...]:
    """Return every reader with the name of its module, special ones first, then by name."""
    package = import_module("plans")
    names = sorted(f"plans.{info.name}" for info in pkgutil.iter_modules(package.__path__) if not info.ispkg)
    found = [(name, getattr(import_module(name), "READER", None)) for name in names]
    known = [(name, reader) for name, reader in found if reader is not None]
    return tuple(sorted(known, key=lambda entry: (entry[1].generic, entry[0])))


def choose(data: bytes, name: str) -> tuple[str, Reader] | None:
    """Return the reader for this content and its module's name, or None when nobody reads it."""
    return next((entry for entry in readers() if entry[1].sniff(data, name)), None)
