"""Several files as one plan: a notice and its annexes, each a file of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from msgspec.structs import replace

from engine.document import Block, Document, Note, Part, Print, Table
from engine.errors import ReadError


def join(documents: Sequence[Document]) -> Document:
    """Return documents as one, in the order given; every span of it names its own file and the place there.

    ``file`` is the files' names with ``+`` between them, ``sha256`` that of their digests in order. One document is
    returned as it is. Raises ReadError when a file is given twice, since all its figures would count twice.
    """
    if len(documents) == 1:
        return documents[0]
    texts: list[str] = []
    parts: list[Part] = []
    blocks: list[Block] = []
    tables: list[Table] = []
    notes: list[Note] = []
    prints: list[Print] = []
    start = 0
    for document in documents:
        if any(document.sha256 == part.sha256 for part in parts):
            raise ReadError("plans.given-twice", file=document.file)
        parts.append(Part(document.file, document.sha256, document.format, document.in_file, start, len(blocks)))
        blocks += (replace(block, start=block.start + start, end=block.end + start) for block in document.blocks)
        tables += (_moved(table, start) for table in document.tables)
        notes += document.notes
        prints += (replace(line, start=line.start + start) for line in document.prints)
        texts.append(document.text)
        start += len(document.text) + 1
    return Document(
        " + ".join(part.file for part in parts),
        hashlib.sha256("".join(part.sha256 for part in parts).encode()).hexdigest(),
        "+".join(dict.fromkeys(part.format for part in parts)),
        "\n".join(texts),
        tuple(blocks),
        tuple(tables),
        tuple(notes),
        parts=tuple(parts),
        prints=tuple(prints),
        recognised=tuple(page for document in documents for page in document.recognised),
    )


def _moved(table: Table, by: int) -> Table:
    return replace(table, cells=tuple(replace(cell, start=cell.start + by, end=cell.end + by) for cell in table.cells))
