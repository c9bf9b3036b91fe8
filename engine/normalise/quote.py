"""Quotes as they are compared from one draft, or one file of an office, to the next."""

from __future__ import annotations

import re
import unicodedata


def normalised(quote: str) -> str:
    """Return the words with whitespace removed and full-width forms folded, so that re-typing does not matter."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", quote))
