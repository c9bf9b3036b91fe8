"""The table of places: from a name to the places that bear it, from a path to the place, from a place to its townships.

``divisions.txt`` is read when the first name is asked for. Provinces, cities and counties are indexed by name (a few
thousand); townships are searched as bytes, line by line of their county, and never parsed as a whole.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from engine.patterns import lazy

TABLE = Path(__file__).resolve().parent / "divisions.txt"
LEVELS = ("nation", "province", "city", "county", "township")

_CODE = 6
_NAME = lazy(r"[^\s\d*#]\S*")
_UNTIL = lazy(r"\d{4}-\d{2}-\d{2}")
_FIRST_OTHER = 400
_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|保安|裕固|京|独龙|鄂伦春|门巴|珞巴|德昂|基诺|各"
)
_SELF_RULING = ("州", "县", "旗")
_SELF_RULED = lazy(f"(?P<name>.{{2,}}?)(?:(?:{_PEOPLES})族|蒙古|哈萨克|柯尔克孜|锡伯|塔吉克)+自治(?P<end>[州县旗])")


class Place(Struct, frozen=True):
    """A place: its code (six digits of GB/T 2260, nine for a township), name, level and path from its province.

    ``zone`` marks what statistics count like a county or township and is no administrative division (开发区, 农场).
    """

    code: str
    name: str
    path: str
    level: str
    zone: bool = False

    @property
    def above(self) -> str:
        """The path of the place that it belongs to; empty for a province."""
        return self.path.rpartition("/")[0]


class _Table(Struct, frozen=True):
    data: bytes
    heads: dict[str, tuple[bool, str]]
    names: dict[str, tuple[str, ...]]


@cache
def _table() -> _Table:
    data = TABLE.read_bytes()
    heads: dict[str, tuple[bool, str]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for line in data.split(b"\n"):
        if line[:_CODE].isdigit():
            key, word = line[:_CODE].decode(), line[_CODE + 1 : _end_of_head(line)].decode()
            heads[key] = word[0] == "*", word.removeprefix("*")
            names[heads[key][1]] = (*names.get(heads[key][1], ()), key)
    return _Table(data, heads, names)


def _end_of_head(line: bytes) -> int:
    end = line.find(b" ", _CODE + 1)
    return end if end >= 0 else len(line)


@cache
def _short() -> dict[str, str]:
    """Return the full names of autonomous places by their short ones."""
    names = _table().names
    found = ((name, _SELF_RULED.fullmatch(name)) for name in names if "自治" in name)
    short = {match["name"] + match["end"]: name for name, match in found if match}
    return {word: name for word, name in short.items() if word not in names}


def until() -> str:
    """Return the day (ISO) up to which the table holds."""
    found = _UNTIL.search(_table().data[:400].decode("utf-8", "ignore"))
    return found[0] if found else ""


def is_higher(name: str) -> bool:
    """Return whether a province, city, county or zone bears this name, in full or in short (恩施州)."""
    return name in _table().names or in_full(name) != name


def in_full(name: str) -> str:
    """Return the full name of an autonomous place written in short (恩施州); any other name as it is."""
    return _short().get(name, name) if name.endswith(_SELF_RULING) else name


def named(name: str) -> tuple[Place, ...]:
    """Return every place that bears this name, in full or in short, in the order of their codes."""
    name = in_full(name)
    found = {place.path: place for place in _higher_named(name)} | {place.path: place for place in _townships(name)}
    return tuple(sorted(found.values(), key=lambda place: place.code))


def _higher_named(name: str) -> list[Place]:
    return [_higher(code) for code in reversed(_table().names.get(name, ()))]


def _townships(name: str) -> list[Place]:
    """Search the townships: three digits stand before a name, a space or the line's end behind it."""
    data, wanted = _table().data, name.encode()
    found: list[Place] = []
    at = data.find(wanted) if _NAME.fullmatch(name) else -1
    while at >= 0:
        before, after = data[at - 3 : at], data[at + len(wanted) : at + len(wanted) + 1]
        if before.isdigit() and after in (b" ", b"\n", b""):
            start = data.rfind(b"\n", 0, at) + 1
            found.append(_township(data[start : start + 6].decode(), before.decode(), name))
        at = data.find(wanted, at + len(wanted))
    return found


def _higher(code: str) -> Place:
    zone, name = _table().heads[code]
    parts = _parts(code)
    level = "province" if code.endswith("0000") else "city" if len(parts) == 2 and _is_city(code, name) else "county"
    return Place(code, name, "/".join(parts), level, zone)


def _is_city(code: str, name: str) -> bool:
    """Whether it is a city: by its code, or as the only county of a city of the same name (嘉峪关市)."""
    return code.endswith("00") or _table().heads.get(f"{code[:4]}00", (False, ""))[1] == name


def _parts(code: str) -> list[str]:
    heads = _table().heads
    chain = (heads.get(key) for key in (f"{code[:2]}0000", f"{code[:4]}00", code))
    return list(dict.fromkeys(head[1] for head in chain if head))


def _township(county: str, digits: str, name: str) -> Place:
    path = "/".join([*_parts(county), name])
    return Place(county + digits, name, path, "township", int(digits) >= _FIRST_OTHER)


def at(path: str) -> Place | None:
    """Return the place of a full path (安徽省/黄山市/黟县), or None where the table has none."""
    name = path.rpartition("/")[2]
    return next((place for place in named(name) if place.path == path), None)


def townships(path: str) -> tuple[Place, ...]:
    """Return the townships of a county (or of a city without counties), zones included, in the order of their codes."""
    county = at(path)
    if county is None:
        return ()
    data, found = _table().data, []
    for code in _table().names.get(county.name, ()):
        if "/".join(_parts(code)) == path:
            start = data.find(b"\n" + code.encode() + b" ") + 1
            line = data[start : data.find(b"\n", start)].decode()
            found += [_township(code, word[:3], word[3:]) for word in line.split(" ")[2:]]
    return tuple(found)


def below(path: str) -> tuple[Place, ...]:
    """Return the places one level below a path: cities, counties or townships, zones left out."""
    inside = (_higher(code) for code in _table().heads)
    found = [place for place in inside if place.above == path] or townships(path)
    return tuple(place for place in found if not place.zone)


def names() -> tuple[str, ...]:
    """Return the names of all provinces, cities and counties, zones left out."""
    heads = _table().heads
    return tuple(dict.fromkeys(name for zone, name in heads.values() if not zone))


def township_names() -> tuple[str, ...]:
    """Return the names of all townships; the whole table is read, for a message that proposes near names."""
    words = re.findall(rb" (\d{3})([^ \n\d-][^ \n]*)", _table().data)
    return tuple(dict.fromkeys(word.decode() for digits, word in words if int(digits) < _FIRST_OTHER))
