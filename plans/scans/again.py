"""Reading a PDF, and once more with recognition when pages of it are pictures and the extra ``ocr`` is there."""

from __future__ import annotations

from pathlib import Path

from engine.document import Document
from engine.errors import ReadError
from plans.worker import read_apart

SECONDS = 600
"""Time that a file may take whose pages are recognised."""

MEMORY = 4 * 1024 * 1024 * 1024
"""Address space for it, in bytes, where the platform can limit it; the models alone take half of it."""

PDF = "plans.pdf"
"""The module whose files may be scans."""

PICTURES = "pictures"
"""The property of a document that counts its pages without text."""


def installed() -> bool:
    """Say whether the library is there together with its models, which it would otherwise fetch from the network."""
    from importlib.util import find_spec

    found = find_spec("rapidocr")
    places = found.submodule_search_locations if found is not None else None
    models = [Path(place, "models") for place in places or ()]
    return any(len(list(folder.glob("*.onnx"))) > 1 for folder in models)


def read_with_recognition(module: str, path: Path, data: bytes) -> Document:
    """Return what ``module`` reads, with the text of pages that are pictures where it can be recognised.

    Where recognition fails, those pages stay told as unreadable. Raises ReadError as ``read_apart`` does.
    """
    try:
        document = read_apart(module, path, data)
    except ReadError as error:
        if module != PDF or error.key != "plans.no-text" or not installed():
            raise
        return read_apart("plans.scans.reader", path, data, seconds=SECONDS, memory=MEMORY)
    if document.properties.get(PICTURES, "0") == "0" or not installed():
        return document
    try:
        return read_apart("plans.scans.reader", path, data, seconds=SECONDS, memory=MEMORY)
    except ReadError:
        return document
