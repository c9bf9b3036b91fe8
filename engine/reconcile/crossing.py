"""Parts that lie across each other: 重点项目 are so many of all projects, be they new or going on."""

from __future__ import annotations

from collections.abc import Sequence

from engine.commitment import Commitment
from engine.document import Document
from engine.patterns import lazy

_MARKED = lazy("重点|示范|标杆|试点")


def set_across(whole: Commitment, parts: Sequence[Commitment], document: Document) -> bool:
    """Whether some parts are set off by another mark than the others: 新建项目6个，重点项目10个."""
    ends = [whole.end, *(part.end for part in parts)]
    marked = [
        _MARKED.search(document.text, end, part.start) is not None for end, part in zip(ends, parts, strict=False)
    ]
    return any(marked) and not all(marked)
