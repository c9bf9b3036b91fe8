"""Reading plans: one module a format, chosen by what a file holds and not by what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from engine.document import Document, Note, Span
from engine.errors import ReadError, why_of
from plans.joined import join

__all__ = ["MAX_BYTES", "join", "read_as_one", "read_plan"]

MAX_BYTES = 50 * 1024 * 1024
"""Largest file that is read, in bytes."""


def read_plan(path: Path) -> Document:
    """Read a plan and return its text, blocks and tables.

    The document's ``file`` is the path as given. Binary formats are parsed in a process of their own with limits on
    memory and time. Raises ReadError, with the reason and what to do, for whatever cannot be read.
    """
    from plans.reader import choose
    from plans.refusals import refusal

    data = content_of(path)
    chosen = choose(data, path.name)
    if chosen is None:
        raise refusal(path, data)
    module, reader = chosen
    if not reader.isolated:
        return reader.read(path, data)
    from plans.scans.again import read_with_recognition

    return read_with_recognition(module, path, data)


def read_as_one(paths: Sequence[Path]) -> Document:
    """Read the files of one plan, a notice and its annexes, as one document, in the order given.

    A file that cannot be read is told in the document's notes (``unreadable``) and the others are read. Raises
    ReadError when none can be read, and when a file is given twice.
    """
    documents: list[Document] = []
    failures: list[ReadError] = []
    for path in paths:
        try:
            documents.append(read_plan(path))
        except ReadError as error:
            failures.append(error)
    if not documents:
        raise failures[0]
    told = tuple(Note("unreadable", error.text, Span(str(error.values["file"]), "")) for error in failures)
    whole = join(documents)
    return replace(whole, notes=(*whole.notes, *told)) if told else whole


def _no_file(path: Path) -> ReadError:
    """Return why a path is no file; raises OSError for links that lead in a circle."""
    file = path.as_posix()
    if path.exists():
        return ReadError("plans.not-a-file", file=file)
    if path.is_symlink():
        path.stat()
    return ReadError("plans.standard-input" if file == "-" else "plans.file-missing", file=file)


def content_of(path: Path) -> bytes:
    """Return a file's bytes; raises ReadError when it is not there, cannot be opened, is empty or too big."""
    file = path.as_posix()
    try:
        if path.is_dir():
            raise ReadError("plans.directory", file=file)
        if not path.is_file():
            raise _no_file(path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError("plans.too-big", file=file, size=-(-size // 1048576), limit=MAX_BYTES // 1048576)
        data = path.read_bytes()
    except PermissionError:
        raise ReadError("plans.no-permission", file=file) from None
    except FileNotFoundError:
        raise ReadError("plans.file-missing", file=file) from None
    except (OSError, ValueError) as error:
        reason = why_of(error) if isinstance(error, OSError) else type(error).__name__
        raise ReadError("plans.cannot-open", file=file, reason=reason) from None
    if not data.strip(b"\x00\t\n\r ") and b"\x00" not in data:
        raise ReadError("plans.empty", file=file)
    return data
