"""What a file is that no reader reads, so that the refusal can say what to do with it."""

from __future__ import annotations

import re
from pathlib import Path

from engine.errors import ReadError
from engine.patterns import lazy
from engine.wording import phrase

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
"""First bytes of the old Office container, which also holds encrypted new documents."""

ZIP = b"PK\x03\x04"
"""First bytes of a zip file: .docx, .xlsx, .ofd, .odt and plain archives."""

_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"PK\x05\x06")
_WORD_XML = lazy(rb"<(w:wordDocument|pkg:package)\b")
_MHTML = lazy(rb"\A\s*(MIME-Version|From: <Saved by)", re.IGNORECASE)
_OLE_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"), ("PowerPoint Document", "ppt"))
_ZIP_MEMBERS = (
    (b"OFD.xml", "ofd"),
    (b"xl/workbook", "xlsx"),
    (b"ppt/presentation", "ppt"),
    (b"mimetypeapplication/vnd.oasis", "odt"),
)


def refusal(path: Path, data: bytes) -> ReadError:
    """Return the error that says what the file is and what to do instead."""
    file = path.as_posix()
    for magics, key in ((_IMAGES, "image"), (_ARCHIVES, "archive")):
        if data.startswith(magics):
            return ReadError(f"plans.{key}", file=file)
    if data.startswith(OLE):
        return _ole(path, data)
    if data.startswith(ZIP):
        return _zip(path, data)
    kind = flat_format(data)
    if kind is not None:
        return _unsupported(file, kind)
    known = path.suffix.lower() in (".docx", ".doc", ".xlsx", ".xls", ".pdf", ".wps", ".ofd")
    return ReadError("plans.damaged" if known else "plans.binary", file=file)


def flat_format(data: bytes) -> str | None:
    """Name a document format that is written as text but must not be read as such, or None."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if _MHTML.match(head):
        return "mhtml"
    return "wordxml" if _WORD_XML.search(head) else None


def _ole(path: Path, data: bytes) -> ReadError:
    file = path.as_posix()
    if has_stream(data, "EncryptedPackage"):
        return ReadError("plans.encrypted", file=file)
    for stream, kind in _OLE_STREAMS:
        if has_stream(data, stream):
            return _unsupported(file, kind)
    # The list of the streams stands far behind in these files: a cut one lacks it.
    cut = path.suffix.lower() in (".doc", ".xls", ".ppt")
    return ReadError("plans.damaged", file=file) if cut else _unsupported(file, "ole")


def _zip(path: Path, data: bytes) -> ReadError:
    file = path.as_posix()
    for member, kind in _ZIP_MEMBERS:
        if holds(data, member) or (kind == "odt" and member in data[:200]):
            return _unsupported(file, kind)
    suffix = path.suffix.lower()
    return ReadError("plans.damaged" if suffix in (".docx", ".xlsx", ".ofd") else "plans.archive", file=file)


def has_stream(data: bytes, name: str) -> bool:
    """Say whether an old Office container has a stream of that name: an entry of 128 bytes that gives its length."""
    words = name.encode("utf-16-le") + b"\x00\x00"
    at = data.find(words)
    while at >= 0:
        if data[at + 64 : at + 66] == len(words).to_bytes(2, "little"):
            return True
        at = data.find(words, at + 1)
    return False


def _unsupported(file: str, kind: str) -> ReadError:
    return ReadError("plans.unsupported", file=file, format=phrase(f"plans.format-{kind}"))


def holds(data: bytes, name: bytes) -> bool:
    """Say whether a zip's directory has an entry whose name contains ``name``; a cut zip is searched as a whole."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0:
        return name in data
    start = int.from_bytes(data[end + 16 : end + 20], "little")
    return name in data[start:end]
