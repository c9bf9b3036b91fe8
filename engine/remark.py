"""What is to be written beside the words of a plan, and who can write it there.

Reports word the remarks; whoever knows a file format puts them into a copy of the file. This is all that the two share.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from engine.document import Box
from engine.judge.finding import Severity


class Remark(Struct, frozen=True):
    """A comment on the words from ``start`` to ``end`` (offsets into the text of the file's own document).

    ``paragraphs`` are what it says, each on one line and without hidden characters. ``boxes`` are where the words are
    printed, for formats with fixed pages. ``severity`` is the gravest it speaks of, None where it speaks of none.
    """

    start: int
    end: int
    paragraphs: tuple[str, ...]
    author: str
    severity: Severity | None = None
    boxes: tuple[Box, ...] = ()


class Annotator(Protocol):
    """Writes remarks into a copy of a file of one format.

    ``suffixes`` are those that such files may have, with their dots: a copy keeps its own, or has the first of them.
    """

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Suffixes of such files, the usual one first."""
        ...

    def annotate(self, file: str, sha256: str, remarks: Sequence[Remark]) -> bytes:
        """Return the content of ``file`` with the remarks; the file itself stays as it is.

        The first remark is on the document as a whole: one on words that can bear none is put beside its words.
        Raises ReadError when the file has not the digest ``sha256`` any more or must not be written to.
        """
        ...
