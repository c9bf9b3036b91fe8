"""Unpacking an Office file without trusting it: limits on what comes out, no DTD, no entities, no network."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct, field

from engine.errors import ReadError

MAX_ENTRIES = 5000
MAX_TOTAL = 200 * 1024 * 1024
MAX_RATIO = 200
_RATIO_FROM = 1024 * 1024
_CHUNK = 256 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

# What zipfile raises for archives whose directory is not true.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError
)  # fmt: skip

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip file can hold
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


class Relation(Struct, frozen=True):
    """A relationship of a part: its id, the last word of its type (``footnotes``) and the part it leads to."""

    id: str
    type: str
    target: str


class Container(Struct):
    """The parts of an Office file, inflated on demand with a count of the bytes that really come out."""

    file: str
    archive: zipfile.ZipFile
    names: frozenset[str]
    _inflated: int = field(default=0)
    _strict: bool = field(default=False)

    def read(self, name: str) -> bytes:
        """Return a part's bytes; raises ReadError for a damaged part or one that inflates beyond the limits."""
        info = self.archive.getinfo(name)
        chunks: list[bytes] = []
        size = 0
        try:
            with self.archive.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    self._inflated += len(chunk)
                    if self._inflated > MAX_TOTAL or _suspicious(size, info.compress_size):
                        raise ReadError("plans.bomb", file=self.file)
        except _DAMAGE:
            raise ReadError("plans.damaged", file=self.file) from None
        return b"".join(chunks)

    def inflate_all(self) -> None:
        """Inflate every part once, for a file that another program will open; raises ReadError as ``read`` does."""
        for name in sorted(self.names):
            self.read(name)

    def xml(self, name: str) -> etree._Element | None:
        """Return a part's root element, None when there is no such part.

        Raises ReadError for a part that is no XML or that has a document type, which Office files never have.
        """
        if name not in self.names:
            return None
        data = self.read(name)
        if any(mark in data for mark in _DOCTYPES):
            raise ReadError("plans.unsafe", file=self.file, what="<!DOCTYPE>")
        for strict, transitional in _STRICT:
            self._strict = self._strict or strict in data
            data = data.replace(strict, transitional)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise ReadError("plans.damaged", file=self.file) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise ReadError("plans.unsafe", file=self.file, what="<!DOCTYPE>")
        return root

    def with_parts(self, changed: Mapping[str, etree._Element]) -> bytes:
        """Return a file with these parts in place of those of the same name or added; all others keep their bytes."""
        self._inflated = 0  # every part is inflated once more
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for entry in self.archive.infolist():
                if entry.filename not in changed:
                    archive.writestr(_entry(entry.filename, entry), self.read(entry.filename))
                else:
                    archive.writestr(_entry(entry.filename), self._written(changed[entry.filename]))
            for name in sorted(changed.keys() - self.names):
                archive.writestr(_entry(name), self._written(changed[name]))
        return made.getvalue()

    def _written(self, root: etree._Element) -> bytes:
        """Return a part as bytes, in the names of the strict form of the format where the file uses those."""
        data = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
        for strict, transitional in _STRICT if self._strict else ():
            data = data.replace(transitional, strict)
        return data

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Return the relationships of a part (``""`` for the package), without those that leave the file."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        if root is None:
            return ()
        found = []
        for element in root.iter("{*}Relationship"):
            target = element.get("Target", "")
            if element.get("TargetMode") != "External" and target:
                path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
                kind = element.get("Type", "").rpartition("/")[2]
                found.append(Relation(element.get("Id", ""), kind, posixpath.normpath(path)))
        return tuple(found)


def _entry(name: str, like: zipfile.ZipInfo | None = None) -> zipfile.ZipInfo:
    """Return the entry of a part, packed and dated as before, or without a date of its making."""
    info = zipfile.ZipInfo(name, like.date_time if like else _EARLIEST)
    info.compress_type = like.compress_type if like else zipfile.ZIP_DEFLATED
    info.external_attr = like.external_attr if like else 0o600 << 16
    return info


def open_container(file: str, data: bytes) -> Container:
    """Open an Office file; raises ReadError when it is damaged, encrypted or made to do harm."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE:
        raise ReadError("plans.damaged", file=file) from None
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise ReadError("plans.bomb", file=file)
    for entry in entries:
        parts = entry.filename.split("/")
        if entry.filename.startswith("/") or ".." in parts or "\\" in entry.filename:
            raise ReadError("plans.unsafe", file=file, what=repr(entry.filename[:80]))
        if entry.flag_bits & 0x1:
            raise ReadError("plans.encrypted", file=file)
        if entry.compress_type not in _METHODS:
            raise ReadError("plans.damaged", file=file)
        if _suspicious(entry.file_size, entry.compress_size):
            raise ReadError("plans.bomb", file=file)
    names = frozenset(entry.filename for entry in entries)
    if len(names) != len(entries) or sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise ReadError("plans.damaged" if len(names) != len(entries) else "plans.bomb", file=file)
    return Container(file, archive, names)


def _suspicious(size: int, packed: int) -> bool:
    return size > _RATIO_FROM and size > MAX_RATIO * max(packed, 1)
