"""Writes what is kept of the library's standards afresh: ``python -m standards``."""

from __future__ import annotations

from standards.files.kept import TABLE, written
from standards.files.loader import LIBRARY, judged_library

if __name__ == "__main__":
    TABLE.write_text(written(judged_library(LIBRARY)), encoding="utf-8", newline="\n")
