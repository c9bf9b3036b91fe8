"""Writes the page on the rules: ``python -m rules [FILE]``, to standard output without a file."""

from __future__ import annotations

import sys
from pathlib import Path

from rules.docs import render

if __name__ == "__main__":
    page = render().encode()
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_bytes(page)
    else:
        sys.stdout.buffer.write(page)
