"""Writes the page on the rules: ``python -m rules [FILE]``, to standard output without a file.

With a file it writes the page on writing cards beside it, and the table of parsed cards too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from rules import card_files, guide
from rules.docs import render
from rules.parsed import TABLE, written

if __name__ == "__main__":
    page = render().encode()
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_bytes(page)
        Path(sys.argv[1]).with_name("cards.md").write_text(guide.render(), encoding="utf-8", newline="\n")
        TABLE.write_text(written(file.read_bytes() for file in card_files()), encoding="utf-8", newline="\n")
    else:
        sys.stdout.buffer.write(page)
