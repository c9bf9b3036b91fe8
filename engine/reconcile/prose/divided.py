"""Numbers that a sentence divides, and that are no figures of tasks: 12项实事，其中已完工2项、正在推进10项; 以上四项合计206.8万元.

Also parts told without their unit: 培训1200人次，其中企业职工500、农民工700.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.commitment import Extraction
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import SCALES, whole_number
from engine.reconcile.arithmetic.show import amount, in_scale, scale_name
from engine.wording import phrase
from engine.words.counted import THINGS
from engine.words.people import MARKS

_UNITS = THINGS
_PART = rf"[^,。;:、()\d%]{{1,16}}\d+(?:\.\d+)?(?:{_UNITS})?"
_DIVIDED = lazy(
    rf"(?<![\d.第/])(?P<whole>\d+(?:\.\d+)?)(?P<unit>{_UNITS})(?P<between>[^。;:\d()]{{0,20}})[,(]其中[:,]?(?P<parts>{_PART}(?:[、,和]{_PART})+)(?=[。;)\n]|$)",
    needs="其中",
)
_ONE = lazy(rf"(?P<name>[^,。;:、()\d%]{{1,16}}?)(?P<number>\d+(?:\.\d+)?)(?P<unit>{_UNITS})?(?=[、,和]|$)")
# Those who are counted by two marks may be counted twice.
_OVERLAPPING = lazy(f"{MARKS}|重点|累计|同比|上年|每|约|超|余|以上")
_ABOVE = lazy(
    r"(?:以上|上述)(?P<count>[两三四五六七八九十]|\d{1,2})(?:项|类|笔)(?:资金|经费|费用|支出|投资|项目)*(?:共计|合计|总计|共)(?:需要?|安排|投入|资金|经费|支出|约)*(?P<whole>\d+(?:\.\d+)?)(?P<scale>[万亿])元",
    needs="以上|上述",
)
_MONEY = lazy(r"(?<![\d.])(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿])元(?![/每])")
_BACK = 400
_NEAR = Fraction(1, 10)

Part = tuple[str, Fraction, tuple[int, int]]


def divided_facts(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a ``parts`` fact for each number that parts are named of, and each sum of 以上…项.

    A whole whose parts the extraction reads as figures is left to ``parts``. Parts that come near the whole are taken for
    all of it; marks that one person may bear twice (妇女, 党员) are no parts.
    """
    document = extraction.document
    text = fold(document.text)
    known = {commitment.start for commitment in extraction.commitments}
    for match in _DIVIDED.finditer(text):
        parts = _parts(match)
        if not parts or (match.start("whole") in known and any(start in known for _, _, (start, _) in parts)):
            continue
        if _OVERLAPPING.search(match["between"] + match["parts"]):
            continue
        whole, computed = Fraction(match["whole"]), sum((value for _, value, _ in parts), Fraction(0))
        if abs(computed - whole) <= max(Fraction(1), whole * _NEAR) and (len(parts) > 2 or computed >= whole):
            yield divided_fact(document, plan, match.span("whole"), (match["whole"], match["unit"], 0), whole, parts)
    for match in _ABOVE.finditer(text):
        yield from _above(text, match, document, plan)


def _parts(match: re.Match[str]) -> list[Part]:
    """Return the parts named, if all have the unit of the whole or none has any."""
    at = match.start("parts")
    found = list(_ONE.finditer(match["parts"]))
    units = {one["unit"] for one in found}
    if len(units) != 1 or units - {match["unit"], None}:
        return []
    return [
        (one["name"].lstrip("、,和"), Fraction(one["number"]), (at + one.start("number"), at + one.end()))
        for one in found
    ]


def _above(text: str, match: re.Match[str], document: Document, plan: str) -> Iterator[Fact]:
    """Yield the fact of a sum that says of how many it is, if just so many amounts stand before it in its paragraph."""
    count = whole_number(match["count"])
    low = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _BACK)
    found = list(_MONEY.finditer(text, low, match.start()))
    if len(found) != count or count < 2:
        return
    parts = [("", Fraction(one["number"]) * 10 ** SCALES[one["scale"]], one.span()) for one in found]
    power = SCALES[match["scale"]]
    whole = Fraction(match["whole"]) * 10**power
    if abs(sum((value for _, value, _ in parts), Fraction(0)) - whole) * 2 < whole:
        yield divided_fact(
            document, plan, (match.start("whole"), match.end()), (match.group(), "元", power), whole, parts
        )


def divided_fact(
    document: Document,
    plan: str,
    place: tuple[int, int],
    said: tuple[str, str, int],
    whole: Fraction,
    parts: Sequence[Part],
) -> Fact:
    """Return the ``parts`` fact of a whole at ``place``; ``said`` are its words, its unit and the power of its scale word."""
    words, unit, power = said
    computed = sum((value for _, value, _ in parts), Fraction(0))
    finest = max(len(document.text[slice(*place)].rstrip("万亿元").partition(".")[2]), 0) if power else 0
    step = Fraction(10) ** (power - finest) if power else Fraction(0)
    fields: dict[str, Value] = {
        "kind": "parts", "id": f"parts:divided:{place[0]}", "plan": plan, "whole": f"divided:{place[0]}", "label": words,
        "stated": whole, "computed": computed, "exhaustive": True, "exceeds": False, "unit": unit,
        "agree": computed == whole or (bool(step) and abs(computed - whole) < step * (len(parts) + 1) / 2),
    }  # fmt: skip
    shown = in_scale({"stated": whole, "computed": computed, "gap": abs(computed - whole)}, power)
    scale = scale_name(power) + unit
    working = phrase(
        "reconcile.parts-agree" if computed == whole else "reconcile.parts-differ",
        sum="＋".join(f"{name}{amount(value, power)}" for name, value, _ in parts),
        computed=amount(computed, power) + scale, stated=amount(whole, power) + scale,
        gap=amount(abs(computed - whole), power) + scale,
    )  # fmt: skip
    evidence = (Evidence("plan", document.span(*place)), *(Evidence("part", document.span(*at)) for _, _, at in parts))
    return Fact(fields, evidence, None, {"working": working, **shown})
