"""Older and foreign formats by way of LibreOffice, where it is installed: .doc, .wps, .rtf, .odt, .ods, Word XML.

The file is converted to .docx or .xlsx, which our own readers then read in their own process. LibreOffice runs with a
fresh profile that forbids macros, links and the network, and is given up with all its processes after a time.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from engine.document import Document
from engine.errors import ReadError
from engine.wording import phrase
from plans.refusals import OLE, ZIP, flat_format, has_stream

_TEXT, _SHEETS = ("docx", "MS Word 2007 XML", "plans.docx"), ("xlsx", "Calc MS Excel 2007 XML", "plans.xlsx")


class _Kind(NamedTuple):
    """A format: the name its file is given, and what it is converted to (suffix, filter, module of the reader)."""

    suffix: str
    target: tuple[str, str, str]


_KINDS = {
    "doc": _Kind("doc", _TEXT),
    "wps": _Kind("wps", _TEXT),
    "et": _Kind("et", _SHEETS),
    "rtf": _Kind("rtf", _TEXT),
    "wordxml": _Kind("xml", _TEXT),
    "odt": _Kind("odt", _TEXT),
    "ods": _Kind("ods", _SHEETS),
}
_OPEN_DOCUMENTS = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "odt"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ods"),
)
_WORD_MAGIC = b"\xec\xa5"
_SECTOR = 512
_ENCRYPTED = 0x0100


class OfficeReader:
    """Reads what LibreOffice converts; blocks and cells are those of the converted file."""

    formats = tuple(_KINDS)
    isolated = False
    generic = False

    def sniff(self, head: bytes, name: str) -> bool:
        """Know the formats by their first bytes; of two old WPS formats that look alike the name decides."""
        return _kind(head, name) is not None

    def read(self, path: Path, data: bytes) -> Document:
        """Return the document; raises ReadError without LibreOffice, and when it cannot convert the file."""
        from plans.soffice import convert
        from plans.worker import read_apart

        kind = _kind(data, path.name) or "doc"
        file = path.as_posix()
        _refuse_unsafe(file, data)
        suffix, (target, filter_, module) = _KINDS[kind]
        name = phrase(f"plans.format-{kind}")
        converted = convert(file, data, suffix, f"{target}:{filter_}", name)
        document = read_apart(module, path, converted)
        from plans.assembly import digest

        return replace(document, sha256=digest(data), format=kind)


def _kind(data: bytes, name: str) -> str | None:
    if data.startswith(OLE):
        return _old_office(data, name.lower())
    if data.startswith(ZIP):
        return next((kind for mark, kind in _OPEN_DOCUMENTS if mark in data[:200]), None)
    flat = flat_format(data)
    return flat if flat in ("rtf", "wordxml") else None


def _old_office(data: bytes, name: str) -> str | None:
    if has_stream(data, "EncryptedPackage") or has_stream(data, "PowerPoint Document"):
        return None
    if has_stream(data, "WordDocument"):
        return "wps" if name.endswith(".wps") else "doc"
    if has_stream(data, "Workbook") or has_stream(data, "Book"):
        return None
    return next((kind for kind in ("wps", "et") if name.endswith(f".{kind}")), None)


def _refuse_unsafe(file: str, data: bytes) -> None:
    """Raise ReadError for what LibreOffice must not be given: bombs, entities, and files with a password."""
    if data.startswith(ZIP):
        from plans.ooxml.container import open_container

        container = open_container(file, data)
        container.inflate_all()
        manifest = container.xml("META-INF/manifest.xml")
        if manifest is not None and any(True for _ in manifest.iter("{*}encryption-data")):
            raise ReadError("plans.encrypted", file=file)
        container.xml("content.xml")
    elif data.startswith(OLE) and _has_password(data):
        raise ReadError("plans.encrypted", file=file)


def _has_password(data: bytes) -> bool:
    """Say whether an old Word document is encrypted (a flag in its file information block, [MS-DOC] 2.5.2)."""
    for at in range(_SECTOR, len(data) - 12, _SECTOR):
        if data.startswith(_WORD_MAGIC, at):
            return bool(int.from_bytes(data[at + 10 : at + 12], "little") & _ENCRYPTED)
    return False


READER = OfficeReader()
