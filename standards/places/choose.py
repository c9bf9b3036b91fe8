"""A place as a person writes it (安徽省/黄山市/黟县, 黄山市/黟县, 黟县, 恩施州): which one is meant, or why none is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from engine.errors import GoujiError
from standards.places import table
from standards.places.mentions import subject
from standards.places.table import Place
from standards.places.zones import is_zone

_SHOWN = 12
_NEAR = 3
_LONGEST = 60
NATION = "全国"
_BETWEEN = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
_SHORT = {
    "内蒙古": "内蒙古自治区",
    "广西": "广西壮族自治区",
    "西藏": "西藏自治区",
    "宁夏": "宁夏回族自治区",
    "新疆": "新疆维吾尔自治区",
}
_LEVEL_BY_END = (
    ("township", ("镇", "乡", "街道", "苏木")),
    ("county", ("县", "区", "旗")),
    ("city", ("州", "盟", "地区")),
)


class PlaceError(GoujiError):
    """A place given on the command line is unknown, no division, or one of several of its name."""


def choose(text: str, library: Path) -> Place:
    """Return the place that a person means: a full path, or any part of it that fits one place alone.

    A place that only the library's own folders know (a keeper's) is taken as written. Raises PlaceError with the
    candidates or the nearest names.
    """
    parts = [part.strip() for part in text.strip().strip("/").split("/")]
    parts = [part for part in parts if part not in _BETWEEN] or [text]
    if len(parts) == 1:
        parts = _apart(parts[0])
    found = candidates(parts)
    divisions = [place for place in found if not place.zone]
    if len(divisions) == 1:
        return divisions[0]
    if divisions:
        listed = "、".join(place.path for place in divisions[:_SHOWN])
        more = "…" if len(divisions) > _SHOWN else ""
        raise PlaceError("places.several", place=text, count=len(divisions), candidates=listed + more)
    if own := _of_library(parts, library):
        return own
    if is_zone(parts[-1]):
        above = found[0].above if found else "/".join(parts[:-1])
        raise PlaceError("places.no-division", place=text, near=above or "安徽省/黄山市/黟县")
    raise _unknown(text, parts)


def _apart(text: str) -> list[str]:
    """Return the names of places written without strokes (安徽省黄山市黟县)."""
    if table.named(text):
        return [text]
    mention = subject(text)
    return list(mention.names) if mention and mention.start == 0 and mention.end == len(text) else [text]


def candidates(parts: Iterable[str]) -> list[Place]:
    """Return the places whose name is the last of ``parts`` and whose path holds the others in this order."""
    *upper, name = parts
    return [place for place in _named(name) if _leads(upper, place.above.split("/"))]


def _named(name: str) -> tuple[Place, ...]:
    return table.named(_SHORT.get(name, name))


def _leads(wanted: list[str], path: list[str]) -> bool:
    rest = iter(path)
    return all(any(name == step for step in rest) for name in (_SHORT.get(w, table.in_full(w)) for w in wanted))


def _of_library(parts: list[str], library: Path) -> Place | None:
    """Return a place below the library's own folders whose province the table does not know."""
    if len(parts) > 4 or table.is_higher(parts[0]) or any(part in ("", ".", "..") for part in parts):
        return None
    own = {path.name for path in library.iterdir() if path.is_dir()} if library.is_dir() else set()
    if parts[0] == NATION or parts[0] not in own:
        return None
    return Place("", parts[-1], "/".join(parts), level_by_name("/".join(parts)))


def level_by_name(path: str) -> str:
    """Return the level that a path's length and last name tell; for places that the table does not have."""
    name = path.rpartition("/")[2]
    if "/" not in path:
        return "province"
    return next(
        (level for level, ends in _LEVEL_BY_END if name.endswith(ends)), ("city", "county")[path.count("/") > 1]
    )


def _unknown(text: str, parts: list[str]) -> PlaceError:
    """Return the refusal of a place, with the names below the same place, or of all places, that are most like it."""
    from rapidfuzz import fuzz, process

    upper = candidates(parts[:-1]) if len(parts) > 1 else []
    near = {place.name: place.path for place in (table.below(upper[0].path) if len(upper) == 1 else ())}
    names = near or {name: name for name in (*table.names(), *table.township_names())}
    cutoff = 0 if near else 50
    found = process.extract(parts[-1], list(names), scorer=fuzz.ratio, limit=_NEAR, score_cutoff=cutoff)
    key = "places.unknown" if found else "places.unknown-alone"
    return PlaceError(
        key, place=text[:_LONGEST], until=table.until(), near="、".join(names[name] for name, _, _ in found)
    )
