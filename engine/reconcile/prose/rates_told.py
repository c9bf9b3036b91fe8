"""A rate behind the whole and the part that it follows from, in one sentence: 常住人口31万人，累计建档29万人，建档率达到94%.

Read from the words themselves, since a population that a sentence only begins with is no figure of a task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from engine.document import Document
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.words.counted import THINGS

_UNITS = f"批次|{THINGS}|起(?=[,、])"
_WORDS = r"[^,。;:、()\d%\n]"
_TOLD = lazy(
    rf"(?:^|(?<=[,。;:、()\n]))(?P<of>(?:{_WORDS}|20\d\d年度?|\d{{1,3}}(?:[-—~]\d{{1,3}})?周?岁){{2,24}}?)(?P<whole>\d+(?:\.\d+)?)(?P<whole_scale>万?)(?P<whole_unit>{_UNITS})[,、]"
    rf"(?P<done>(?:{_WORDS}|20\d\d年|\d{{1,2}}月){{2,30}}?)(?P<part>\d+(?:\.\d+)?)(?P<part_scale>万?)(?P<part_unit>{_UNITS})[,、]"
    rf"(?P<rate>{_WORDS}{{2,24}}?率)(?:稳定|保持)?(?:达到|[为达在]|提[高升][到至])?(?P<share>\d+(?:\.\d+)?)%(?=[,。;、(\n]|$)",
    needs="率",
)
# 86个行政村中，78个建成达标卫生室，达标率90.7%: what is done stands behind the part.
_TOLD_BEHIND = lazy(
    rf"(?:^|(?<=[,。;:、()\n]))(?P<of>{_WORDS}{{0,16}}?)(?P<whole>\d+(?:\.\d+)?)(?P<whole_scale>万?)(?P<whole_unit>{_UNITS})(?P<thing>{_WORDS}{{0,12}}?)(?:中,?|[,、])"
    rf"(?P<led>(?:其中|有|共有|已有)*)(?P<part>\d+(?:\.\d+)?)(?P<part_scale>万?)(?P<part_unit>{_UNITS})(?P<done>{_WORDS}{{2,24}}?)[,、]"
    rf"(?P<rate>{_WORDS}{{2,24}}?率)(?:达到?|为)?(?P<share>\d+(?:\.\d+)?)%(?=[,。;、(\n]|$)",
    needs="率",
)
# 完成268户，占全年任务420户的63.8%, without other counts of its unit before it in the sentence that it may be told with.
_COUNT = rf"\d+(?:\.\d+)?万?(?:{_UNITS})"
_OF_NAMED = lazy(
    rf"(?:^|(?<=[。;\n]))(?P<of>[^。;:()\d\n]{{0,40}}?)(?P<part>\d+(?:\.\d+)?)(?P<part_scale>万?)(?P<part_unit>{_UNITS})(?P<done>{_WORDS}{{0,10}})[,、]"
    rf"(?:占|为)(?P<rate>(?!上年|去年){_WORDS}{{1,14}}?)(?P<whole>\d+(?:\.\d+)?)(?P<whole_scale>万?)(?P<whole_unit>{_UNITS})的(?P<share>\d+(?:\.\d+)?)%(?=[,。;、(\n]|$)",
    needs="占|为",
)
# 40份台账中有3份不全，占7.5%.
_AMONG = lazy(
    rf"(?P<whole>\d+(?:\.\d+)?)(?P<whole_scale>万?)(?P<whole_unit>{_UNITS})(?P<of>{_WORDS}{{1,10}})中,?(?:[仅只共]?有)?(?P<done>)(?P<part>\d+(?:\.\d+)?)(?P<part_scale>万?)(?P<part_unit>{_UNITS})"
    rf"{_WORDS}{{1,14}},(?P<rate>占比?)(?:为|达到?)?(?P<share>\d+(?:\.\d+)?)%(?=[,。;、(\n]|$)",
    needs="中",
)
# 210个行政村中，纳入收运体系的达到204个，覆盖率97.1%; 96个村中，81个村完成改造，改造率84.4%.
_OUT_OF = lazy(
    rf"(?P<whole>\d+(?:\.\d+)?)(?P<whole_scale>万?)(?P<whole_unit>{_UNITS})(?P<of>{_WORDS}{{0,10}})(?:中|里),?(?P<done>{_WORDS}{{0,24}}?)(?P<part>\d+(?:\.\d+)?)(?P<part_scale>万?)(?P<part_unit>{_UNITS})"
    rf"(?P<behind>{_WORDS}{{0,20}})[,、](?P<rate>{_WORDS}{{0,14}}?(?P<deed>{_WORDS}{{2}})率)(?:达到?|为)?(?P<share>\d+(?:\.\d+)?)%(?=[,。;、(\n]|$)",
    needs="中|里",
)
_OF_ALL = lazy("覆盖|普及|完成|达标|建成|配备|纳入|通达|治理|收集|处理")
_ONLY_NOW = lazy("新[增建改]|今年|年内|全年|本年|将|再|另|拟|计划|其余|剩余|未|没有|尚|不")
# One counted as a person, a name or a file of his own.
_PEOPLE = frozenset({"人", "名", "份"})
_TITLE = 40
_SENTENCE_END = lazy("[。;,]")
_GENERAL = lazy("全[县市区镇乡]|城乡|居民|群众|人口|年度")
# What is done of the whole only now, or besides, is not what the rate will be of it.
_NOT_ALL = lazy("新增|其中|重点|截[至止]|目前|现有?|已|上年|去年|上半年|季度|另|各|每")
_ASIDE = lazy("占|新增|其中|每|比|较|上年|去年")
# Of a population some are not meant at all (职工 of 居民医保, children of other ages).
_OF_THOSE_MEANT = lazy("参保|缴费|接种|筛查|检查|体检|入[园学]|就业|就读|巩固|救治")
_POPULATION = lazy("人口$")
_MEANT = lazy("应|适龄|符合|目标")


class ToldRate(Struct, frozen=True):
    """The three figures of a rate as words, each with its place in the document."""

    whole: tuple[str, str, tuple[int, int]]
    part: tuple[str, str, tuple[int, int]]
    share: tuple[str, tuple[int, int]]
    label: str


def told_rates(document: Document) -> Iterator[ToldRate]:
    """Yield each rate that its sentence tells by a whole, by what is done of it, and by the deed that the rate is called after."""
    text = fold(document.text)
    for match in _TOLD.finditer(text):
        if _in_one_unit(match) and _called_after(match, _heading_above(text, match.start())) and not _of_others(match):
            yield _told(match)
    for match in _TOLD_BEHIND.finditer(text):
        said = f"{match['thing']}{_heading_above(text, match.start())}"
        if _in_one_unit(match) and _called_after(match, said) and not _of_others(match):
            yield _told(match)


def told_shares(document: Document) -> Iterator[ToldRate]:
    """Yield each share that its sentence tells by a part and the whole that it names beside it, or among which it counts."""
    text = fold(document.text)
    for pattern in (_OF_NAMED, _AMONG, _OUT_OF):
        for match in pattern.finditer(text):
            if _in_one_unit(match) and not _ASIDE.search(match["of"]) and (pattern is not _OUT_OF or _is_done(match)):
                yield _told(match)


def _is_done(match: re.Match[str]) -> bool:
    """Whether what is told of the part is the deed that the rate is called after, and all that was done so far."""
    words = match["done"] + match["behind"]
    return not _ONLY_NOW.search(words) and (match["deed"] in words or _OF_ALL.search(match["deed"]) is not None)


def _told(match: re.Match[str]) -> ToldRate:
    return ToldRate(
        (match["whole"], match["whole_scale"], (match.start("whole"), match.end("whole_unit"))),
        (match["part"], match["part_scale"], (match.start("part"), match.end("part_unit"))),
        (match["share"], (match.start("share"), match.end("share") + 1)),
        match["rate"],
    )


def _in_one_unit(match: re.Match[str]) -> bool:
    units = {match["whole_unit"], match["part_unit"]}
    return len(units) == 1 or units <= _PEOPLE


def _heading_above(text: str, start: int) -> str:
    """Return the short line right above a sentence that begins its line: the title of its item."""
    above = text[max(0, start - _TITLE) : start].rsplit("\n", 2)
    line = above[-2].strip() if len(above) > 1 and not above[-1].strip() else ""
    return "" if _SENTENCE_END.search(line) else line


def _called_after(match: re.Match[str], heading: str) -> bool:
    """Whether the words of the part hold the deed (建立…档案: 建档率), and with those of the whole and the title all that the rate is of."""
    first, second = match["rate"][-3], match["rate"][-2]
    deed = match["done"].find(first)
    if deed < 0 or match["done"].find(second, deed + 1) < 0:
        return False
    return is_named_by(match["rate"][:-3], match["of"] + match["done"] + heading)


def is_named_by(rate: str, words: str) -> bool:
    """Whether all that stands before a rate's deed is told by the words of its two counts; another population is not (失能老年人签约率)."""
    return set(_GENERAL.sub("", rate)) <= set(words)


def _of_others(match: re.Match[str]) -> bool:
    if _NOT_ALL.search(match["done"]) or _ASIDE.search(match["of"]):
        return True
    some = _POPULATION.search(match["of"]) and not _MEANT.search(match["of"])
    return bool(some and _OF_THOSE_MEANT.search(match["rate"]))
