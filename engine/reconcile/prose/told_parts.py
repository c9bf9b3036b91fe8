"""A part over its whole in what a plan tells of how things stand: 特困人员386人，其中失能的412人.

No task is in such a sentence, so its numbers are no figures of the plan; they are read from the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from engine.commitment import Extraction
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import SCALES
from engine.reconcile.arithmetic.show import amount, in_scale, scale_name
from engine.wording import phrase
from engine.words.counted import THINGS

_UNITS = f"{THINGS}|元"
_COUNT = rf"(?P<number>(?<![\d.第-])\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{_UNITS})(?![/\-~至]|以[上内下])"
_FIGURE = lazy(_COUNT)
_WHICH = lazy(
    rf"{_COUNT}(?P<between>[^。;\d\n]{{0,12}}?)[,、(](?P<of>其中)[:,]?(?P<parts>[^。;\n)]{{2,90}})", needs="其中"
)
_PART = lazy(rf"(?P<name>[^,。;:、()\d\n]{{1,30}}){_COUNT}")
_NAME = lazy(r"[^,。;:、()\d\n]{1,20}$")
# What is told of the things counted, and what is counted each or against another year, is no part of them.
_NO_PART = lazy(
    "惠及|覆盖|服务|受益|带动|涉及|辐射|总投资|每|比|较|增|同比|上年|去年|累计|约|近|超|计划|任务|不少于|不低于|总[数量]|全[省市县区]"
)
_SENTENCE_ENDS = "。;\n"
_REACH = 160


def told_part_facts(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a ``parts`` fact for each part that is more than the number it is told to be of; figures of tasks are left to ``parts``."""
    document = extraction.document
    text = fold(document.text)
    known = {commitment.start for commitment in extraction.commitments}
    for match in _WHICH.finditer(text):
        greatest = max(_wholes(text, match))
        parts = [part for part in _parts(match) if _value(part) > greatest]
        if parts and not (match.start("number") in known and match.start("parts") + parts[0].start("number") in known):
            yield _fact(match, max(parts, key=_value), document, plan)


def _wholes(text: str, match: re.Match[str]) -> Iterator[Fraction]:
    """Yield the numbers of the unit that the sentence tells up to 其中: of any of them the part may be one."""
    low = max(0, match.start() - _REACH)
    start = max(low, *(text.rfind(mark, low, match.start()) + 1 for mark in _SENTENCE_ENDS))
    yield from (_value(one) for one in _FIGURE.finditer(text, start, match.start("of")) if one["unit"] == match["unit"])


def _parts(match: re.Match[str]) -> list[re.Match[str]]:
    """Return the parts that 、 joins right behind 其中, as long as they are counted as the whole is."""
    found: list[re.Match[str]] = []
    end = 0
    for part in _PART.finditer(match["parts"].split(",")[0]):
        joined = match["parts"][end : part.start("name")] in ("", "、")
        if not joined or part["unit"] != match["unit"] or _NO_PART.search(part["name"]) or not part["name"]:
            break
        found.append(part)
        end = part.end()
    return found


def _fact(match: re.Match[str], part: re.Match[str], document: Document, plan: str) -> Fact:
    whole, more = _value(match), _value(part)
    power, unit = SCALES[match["scale"]], match["unit"]
    place = match.start("number"), match.end("unit")
    at = match.start("parts") + part.start("number"), match.start("parts") + part.end("unit")
    fields: dict[str, Value] = {
        "kind": "parts", "id": f"parts:told:{place[0]}", "plan": plan, "whole": f"told:{place[0]}", "label": _label(match),
        "stated": whole, "computed": more, "exhaustive": False, "exceeds": True, "unit": unit,
    }  # fmt: skip
    shown = in_scale({"stated": whole, "computed": more, "gap": more - whole}, power)
    scale = scale_name(power) + unit
    working = phrase(
        "reconcile.parts-differ",
        sum=f"{part['name']}{amount(more, power)}", computed=amount(more, power) + scale,
        stated=amount(whole, power) + scale, gap=amount(more - whole, power) + scale,
    )  # fmt: skip
    evidence = Evidence("plan", document.span(*place)), Evidence("part", document.span(*at))
    return Fact(fields, evidence, None, {"working": working, **shown})


def _label(match: re.Match[str]) -> str:
    named = _NAME.search(match.string, max(0, match.start() - _REACH), match.start())
    return named.group() if named else match.group().partition("其中")[0]


def _value(match: re.Match[str]) -> Fraction:
    return Fraction(match["number"]) * Fraction(10) ** SCALES[match["scale"]]
