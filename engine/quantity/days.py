"""What day an ISO day, month or year means as a deadline."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def last_day(text: str | None) -> date | None:
    """Return the last day that an ISO day, month or year covers; None for nothing or an impossible date."""
    if not text:
        return None
    try:
        parts = [int(part) for part in text.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
    except ValueError:  # calendar.IllegalMonthError is one too
        return None
