"""Columns of dates (完成时限): the day, month or year that a cell of one names."""

from __future__ import annotations

from engine.patterns import lazy

UNTIL = lazy(r"时限|时间|期限")
_DATE = lazy(r"(?:(?P<year>20\d\d)年)?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})[日号])?(?P<end>年?[底末内]?)")


def date_in(words: str, year: int | None) -> str:
    """Return the day, month or year that a cell of dates ends with, in ISO; empty where it says none.

    ``year`` is the plan's own, for a cell that gives none (8月底).
    """
    found = ""
    for match in _DATE.finditer("".join(words.split())):
        stated = match["year"] or (str(year) if year else "")
        month, day = int(match["month"] or 0), int(match["day"] or 0)
        if stated and 1 <= month <= 12:
            found = f"{stated}-{month:02d}" + (f"-{day:02d}" if 1 <= day <= 31 else "")
        elif match["year"] or match["end"].startswith("年"):
            found = stated
    return found
