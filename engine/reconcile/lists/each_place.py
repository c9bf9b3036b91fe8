"""So many things in places that are named or counted, and how many each has: 在甲镇、乙镇、丙镇新建公厕4座，每镇1座."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from engine.document import Document
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import whole_number
from engine.wording import phrase
from engine.words.places import TOWNSHIPS

_KIND = f"(?:{TOWNSHIPS}|行政村|村|社区|小区)"
_NUMBER = r"\d{1,3}|[一二两三四五六七八九十]{1,3}"
_UNIT = "个|处|所|座|家|台|套|场|条|间|辆|名|人|支|期"
_EACH = lazy(
    rf"(?:(?<=[在于对为由:,;。\n、选择])(?P<names>[一-龥]{{1,8}}?{_KIND}(?:[、和及][一-龥]{{1,8}}?{_KIND}){{1,30}})"
    rf"|(?<![\d.第])(?P<many>{_NUMBER})个{_KIND})"
    rf"(?P<deed>(?!等|各|中|以上)[^,。;:、()\d\n]{{2,24}}?)(?P<number>\d{{1,3}})(?P<unit>{_UNIT})[,(]"
    rf"(?:其中|平均|即)*每(?:个)?{_KIND}(?:\({_KIND}\))?(?:各|新建|建设|建成|设置|配备|安排|不少于|至少){{0,2}}(?P<each>{_NUMBER})(?P<same>{_UNIT})(?![以左])",
    needs="每",
)
_DEED_AHEAD = lazy("^(?:分别|共|计划|统一|集中|各)+")
_BETWEEN = lazy("[、和及]")
# 每镇至少1处 leaves room for more.
_AT_LEAST = lazy("不少于|至少")


def each_place_facts(document: Document, plan: str) -> Iterator[Fact]:
    """Yield a ``count`` fact for each number of things that places share in equal numbers, against what that comes to."""
    text = fold(document.text)
    for match in _EACH.finditer(text):
        if match["unit"] == match["same"]:
            yield _fact(document, match, plan)


def _fact(document: Document, match: re.Match[str], plan: str) -> Fact:
    names = _BETWEEN.split(match["names"]) if match["names"] else []
    places = len(names) or whole_number(match["many"])
    each, stated, unit = whole_number(match["each"]), whole_number(match["number"]), match["unit"]
    more = _AT_LEAST.search(match.group(), match.end("unit") - match.start()) is not None
    fields: dict[str, Value] = {
        "kind": "count", "id": f"count:each:{match.start()}", "plan": plan, "label": _DEED_AHEAD.sub("", match["deed"]),
        "unit": unit, "stated": Fraction(stated), "listed": Fraction(places * each), "most": Fraction(places * each),
        "agree": stated >= places * each if more else stated == places * each,
    }  # fmt: skip
    working = phrase(
        "reconcile.counted", stated=f"{stated}{unit}", listed=f"{places * each}{unit}", names="、".join(names)
    )
    claim = Evidence("plan", document.span(match.start("deed"), match.end("unit")))
    shared = match.span("names") if names else (match.start("many"), match.start("deed"))
    rest = document.span(match.end("unit") + 1, match.end("same"))
    return Fact(
        fields, (claim, Evidence("part", document.span(*shared)), Evidence("part", rest)), None, {"working": working}
    )
