"""Units that are no administrative division: development zones, management committees, farms, parts of a town."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from standards.places.table import named

ZONES = Path(__file__).resolve().parent / "zones.txt"


@cache
def _pattern() -> re.Pattern[str]:
    lines = [line.strip() for line in ZONES.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    wholes = [line[1:].removesuffix("$") for line in lines if line.startswith("^")]
    endings = [re.escape(line) for line in lines if not line.startswith("^")]
    return re.compile(f"(?:.*(?:{'|'.join(endings)})|{'|'.join(wholes)})")


def is_zone(name: str) -> bool:
    """Return whether a name means a unit that is no administrative division (高新区, 县城南区, 青山林场).

    What the table of places lists as a division is none, whatever its name (浦东新区, 神农架林区).
    """
    found = named(name)
    if found:
        return all(place.zone for place in found)
    return _pattern().fullmatch(name) is not None
