"""A document of an office given where a text file is asked for: told as what it is, with what to do instead."""

from __future__ import annotations

from pathlib import Path

from engine.errors import GoujiError
from engine.wording import phrase

_PDF = b"%PDF"
_STARTS = (b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"), _PDF)
_KINDS = {"word": (".docx", ".doc", ".wps"), "excel": (".xlsx", ".xls", ".et")}


def refuse_document(path: Path, key: str, **values: object) -> None:
    """Raise GoujiError ``key`` for a file that is a document by its first bytes; whoever reads the others tells of them."""
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError:
        return
    if start.startswith(_STARTS):
        named = (kind for kind, suffixes in _KINDS.items() if path.suffix.lower() in suffixes)
        kind = "pdf" if start.startswith(_PDF) else next(named, "office")
        raise GoujiError(key, file=path, kind=phrase(f"cli.kind-{kind}"), **values)
