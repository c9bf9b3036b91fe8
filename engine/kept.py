"""Tables of what was made of files, so that a run need not make it again.

A table is only a shorter way to an answer: one file a line, the sha256 of its bytes and what was made of them as JSON.
Of a file that was changed or added since, it says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any


@cache
def _lines(table: Path) -> dict[str, str]:
    text = table.read_text(encoding="utf-8") if table.is_file() else ""
    return dict(line.split(" ", 1) for line in text.split("\n") if line)


def kept(table: Path, data: bytes) -> Any | None:
    """Return what a table keeps for the bytes of a file, as JSON has it; None when it keeps nothing for just these."""
    found = _lines(table).get(sha256(data).hexdigest())
    return None if found is None else json.loads(found)


def table_of(made: Iterable[tuple[bytes, Any]]) -> str:
    """Return the text of a table: for the bytes of each file, what JSON can hold of it."""
    rows = ((sha256(data).hexdigest(), json.dumps(tree, ensure_ascii=False)) for data, tree in made)
    return "".join(f"{digest} {tree}\n" for digest, tree in rows)
