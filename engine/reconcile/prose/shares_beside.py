"""A share behind a part and the whole told before it, which is not named again: 在园幼儿8600人，公办园在园幼儿5418人，占63%.

The part's own name says of what it is a share: it ends in the name of the whole, or 其中 opens it; people are a share of a population.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction

from engine.document import Document
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import SCALES
from engine.reconcile.prose.rates_told import ToldRate
from engine.words.counted import THINGS

_UNITS = f"{THINGS}|元"
_WORDS = r"(?:[^,。;:、()\d%\n]|(?<![\d.])20\d\d年)"
_AGED = r"\d{1,3}(?:[-—~]\d{1,3})?周?岁"
_PART = lazy(
    rf"(?:^|(?<=[,。;:、()\n]))(?P<name>(?:{_WORDS}|{_AGED}){{0,24}}?)(?P<part>(?<![\d.])\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{_UNITS})[,、(]"
    rf"(?P<again>{_WORDS}{{0,10}}?)占(?P<of>其中|总数|总量|总人数|全部|比|其|(?!比[例重]){_WORDS}{{2,12}}?(?=的))?的?(?:比例|比重|比)?(?:达到?|为|是)?(?P<share>\d+(?:\.\d+)?)%(?=[,。;、)\n]|$)",
    needs="占",
)
_COUNTED = lazy(
    rf"(?:^|(?<=[,。;:、()\n]))(?P<name>(?:{_WORDS}|{_AGED}){{0,24}}?)(?P<number>(?<![\d.])\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{_UNITS})"
)
_SENTENCE_ENDS, _LINE_ENDS = "。;\n", "。\n"
# What calls the whole without naming it.
_UNNAMED = lazy("其中|总数|总量|总人数|全部|比|其")
# What only places a whole or says that it is all: 目前全县共有, 全区常住.
_PLACED = lazy(
    "^.*?(?:全[省市县区旗镇乡村]|我[省市县区]|辖区|城区|现有|共有|总共|目前|现共?|共计|截[至止][^,。;]*[底末初]|年[底末])"
)
_ALL = lazy("(?:总人数|总数量?|总量|人数|数量|总计|合计|共计|共有?|现有|达到?|为|有)+$")
_LEAD_IN = lazy("^(?:其中|包括|含)?[:,]?(?:有|已有|已)?")
_POPULATION = lazy("(?:常住|户籍|总|城镇|农村|农业|服务)人口$")
_PEOPLE = frozenset({"人", "名"})
_OF_PEOPLE = lazy("人|童|民|工|女|口|幼儿|学生|对象|岁")
# What comes only now, is planned, or was of another year is of another day than the whole.
_OF_ANOTHER_DAY = lazy("新增|今年|将|力争|计划|拟|预计|上年|去年|20\\d\\d|增加|减少|每|比|较|约|近|超")
_OPENS = lazy("^其中|^[,(]其中")
_SHORTEST_NAME = 2
# Two names of which neither is in the other have at least the last noun in common, and the share comes near.
_NEARLY = 12
_LONGEST_SENTENCE = 200


def shares_beside_wholes(document: Document) -> Iterator[ToldRate]:
    """Yield each share whose part is by its name a part of a figure told before it in the sentence."""
    text = fold(document.text)
    shares = list(_PART.finditer(text))
    for share in shares:
        whole = _named(share, text) if _names(share) else _whole_of(share, text) or _divided(share, shares, text)
        if whole is not None:
            yield ToldRate(
                (whole["number"], whole["scale"], (whole.start("number"), whole.end("unit"))),
                (share["part"], share["scale"], (share.start("part"), share.end("unit"))),
                (share["share"], (share.start("share"), share.end("share") + 1)),
                f"{_LEAD_IN.sub('', share['name'])}占比",
            )


def _whole_of(share: re.Match[str], text: str) -> re.Match[str] | None:
    if _OF_ANOTHER_DAY.search(share["name"]) or _OF_ANOTHER_DAY.search(share["again"]):
        return None
    told = _before(share, text, _SENTENCE_ENDS)
    wholes = [one for one in told if _is_whole(one, share, last=one is told[-1])]
    if not wholes:
        return None
    held = next((one for one in wholes if _follows(share, _value(one))), None)
    return held or (None if _is_of_others(share, told) else wholes[-1])


def _names(share: re.Match[str]) -> bool:
    return bool(share["of"]) and not _UNNAMED.fullmatch(share["of"])


def _named(share: re.Match[str], text: str) -> re.Match[str] | None:
    """Return the one figure before a share in its sentence that is called as the whole it names: 占户籍人口的."""
    if _OF_ANOTHER_DAY.search(share["name"]) or _OF_ANOTHER_DAY.search(share["of"]):
        return None
    named = _thing(share["of"])
    told = [m for m in _before(share, text, _SENTENCE_ENDS) if _value(m) > _part(share)]
    called = [m for m in told if named and named == _thing(m["name"]) and not _OF_ANOTHER_DAY.search(m["name"])]
    return called[0] if len(called) == 1 else None


def _divided(share: re.Match[str], shares: list[re.Match[str]], text: str) -> re.Match[str] | None:
    """Return the figure that the parts of several shares add up to: 6.2万亩，其中新建4.2万亩，占67.7%；改造2万亩，占32.3%."""
    start, end = _around(share, text)
    near = shares[bisect_left(shares, start, key=re.Match.start) : bisect_left(shares, end, key=re.Match.start)]
    parts = [m for m in near if m["unit"] == share["unit"] and not _names(m)]
    whole = sum(map(_part, parts), Fraction(0))
    told = [m for m in _before(parts[0], text, _LINE_ENDS) if _value(m) == whole] if len(parts) > 1 else []
    return told[-1] if told and any(_follows(m, whole) for m in parts if m is not share) else None


def _around(share: re.Match[str], text: str) -> tuple[int, int]:
    start = max(text.rfind(mark, max(0, share.start() - _LONGEST_SENTENCE), share.start()) for mark in _LINE_ENDS) + 1
    ends = [at for mark in _LINE_ENDS if (at := text.find(mark, share.end())) >= 0]
    return start, min(ends, default=len(text))


def _before(share: re.Match[str], text: str, ends: str) -> list[re.Match[str]]:
    """Return the counts in the unit of a share that stand before it in its sentence."""
    low = max(0, share.start() - _LONGEST_SENTENCE)
    start = max(text.rfind(mark, low, share.start()) for mark in ends) + 1
    return [m for m in _COUNTED.finditer(text, max(start, low), share.start("part")) if _in_one_unit(m, share)]


def _is_whole(one: re.Match[str], share: re.Match[str], *, last: bool) -> bool:
    if _value(one) <= _part(share) or _OF_ANOTHER_DAY.search(one["name"]):
        return False
    if _holds_name(_thing(one["name"]), _thing(share["name"])):
        return True
    if not last:
        return False
    opens = bool(_OPENS.match(one.string[one.end() : share.start("part")]))
    of_population = _POPULATION.search(_thing(one["name"])) and share["unit"] in _PEOPLE
    return opens or bool(of_population and _OF_PEOPLE.search(share["name"])) or _is_likely(one, share)


def _holds_name(whole: str, part: str) -> bool:
    return len(whole) >= _SHORTEST_NAME and part != whole and part.endswith(whole)


def _is_likely(one: re.Match[str], share: re.Match[str]) -> bool:
    whole, part = _thing(one["name"]), _thing(share["name"])
    common = len(whole) > _SHORTEST_NAME and part[-_SHORTEST_NAME:] == whole[-_SHORTEST_NAME:]
    return common and abs(_part(share) / _value(one) * 100 - Fraction(share["share"])) <= _NEARLY


def _is_of_others(share: re.Match[str], told: list[re.Match[str]]) -> bool:
    """Whether a share is that of another figure of the sentence, of all of them together, or is that of several parts."""
    values = [_value(one) for one in told]
    return any(_follows(share, value) for value in (*values, sum(values) + _part(share)))


def _thing(name: str) -> str:
    return _ALL.sub("", _LEAD_IN.sub("", _PLACED.sub("", name)))


def _follows(share: re.Match[str], whole: Fraction) -> bool:
    """Whether a share prints as that of the whole, rounded or cut off, with counts in 万 taken for rounded ones."""
    step = Fraction(1, 10 ** len(share["share"].partition(".")[2]))
    stated, computed = Fraction(share["share"]), _part(share) / whole * 100
    slack = Fraction(1, 2) if share["scale"] else Fraction(0)
    return stated - step / 2 - slack <= computed < stated + step + slack


def _part(share: re.Match[str]) -> Fraction:
    return Fraction(share["part"]) * Fraction(10) ** SCALES[share["scale"]]


def _value(one: re.Match[str]) -> Fraction:
    return Fraction(one["number"]) * Fraction(10) ** SCALES[one["scale"]]


def _in_one_unit(one: re.Match[str], share: re.Match[str]) -> bool:
    units = {one["unit"], share["unit"]}
    return len(units) == 1 or units <= _PEOPLE
