"""So many things, and then their names: 新建公园5个，分别为甲园、乙园…; 下设5个工作组：综合组、督查组…."""

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

_NAME = r"[^,。;:、()\[\]<>《》\n\d]{2,14}"
_LIST = lazy(
    r"(?P<number>(?<![\d.第至\-—~])\d{1,2}|(?<![一二三四五六七八九十百第])[两三四五六七八九十])(?P<unit>个|所|座|处|家|条|支|类|项|大类|片区)"
    rf"(?P<noun>[一-龥]{{0,10}})(?:,?(?:分别[为是]|依次[为是]|即)|(?P<colon>:|,?包括:?|,?包含:?))(?P<names>{_NAME}(?:、{_NAME}){{1,24}})(?=[,。;\n]|$)"
)
# 新建幼儿园4所（甲幼儿园、乙幼儿园…）, 建设4个社区食堂（…）: each name ends as the thing counted is called.
_BRACKETED = tuple(
    lazy(rf"{counted}[(](?:即|分别[为是]|为)?:?(?P<names>{_NAME}(?:、{_NAME}){{1,24}})[)]", needs="(")
    for counted in (
        r"(?P<noun>[一-龥]{2,10})(?P<number>(?<![\d.])\d{1,2})(?P<unit>个|所|座|处|家|条|支)",
        r"(?P<number>(?<![\d.第每至\-—~])\d{1,2}|(?<![一二三四五六七八九十百第每])[两三四五六七八九十])(?P<unit>个|所|座|处|家|条|支)(?P<noun>[一-龥]{2,10})",
    )
)
# Kinds of the thing (公办幼儿园、民办幼儿园) are no names of it.
_KINDS = lazy(
    "^(?:公办|民办|普惠|城[区镇市乡]|农村|乡[镇村]|中心|街道|社区|[村镇乡县市省]级|新建|改建|扩建|改扩建|续建|示范|标准化?|[大中小]型|室[内外]|固定|流动|[幼小初高]|学前|[含如])"
)
# 城关镇、石桥镇、柳林镇3个乡镇: the names stand before their number.
_AHEAD = lazy(
    r"(?<=[在为对由:,;。\n])(?P<names>[一-龥]{1,6}?(?:镇|乡|街道|村|社区|小区)(?:[、和][一-龥]{1,6}(?:镇|乡|街道|村|社区|小区)){1,24})"
    rf"(?P<number>\d{{1,2}})(?P<unit>个)(?P<noun>{TOWNSHIPS}|村|社区|(?:城镇)?(?:老旧)?小区)(?![一-龥]?(?:示范|试点))",
    needs="个",
)
# 下辖东关、西关、南关等12个社区: the names alone, and what they are behind the number. Of so many named nobody leaves one out on
# purpose, though 等 stands behind them.
_PLACES = f"社区|行政村|村居|村|{TOWNSHIPS}"
_BARE = "[一-龥]{1,10}?"
_UNDER = lazy(
    rf"(?:下辖|[现管]?辖有?|包括|涉及|即|分别为|[在对为由])(?P<names>{_BARE}(?:、{_BARE}){{4,40}})(?P<open>等)?(?:共计?|合计)?"
    rf"(?P<number>\d{{1,2}})(?P<unit>个)(?P<noun>{_PLACES})(?![一-龥]?(?:示范|试点))",
    needs="个",
)
_UNDER_BEHIND = lazy(
    rf"(?:下辖|[现管]?辖有?|共有|现有)(?P<number>\d{{1,2}})(?P<unit>个)(?P<noun>{_PLACES})[:,(](?:分别[为是]|包括|即)?(?P<names>{_BARE}(?:、{_BARE}){{3,40}})(?P<open>等)?(?=[),。;\n]|$)",
    needs="辖|有",
)
_DEED_OR_ALL = lazy("^(?:建|新|改|其他|全|各)|以及|部分")
_PLACE_KINDS = lazy("(?:社区|街道|[村镇乡])$")
_EXAMPLES = 5
_KIND = 2
_JOINED = lazy("[一-龥]{2}(?:以及|[和及与])[一-龥]{2}")
_LAST_TWO = lazy("([^和及与]{2,})(?:以及|[和及与])([^和及与]{2,})")
_JOINS = lazy("以及|[和及与]")
# A list that is open, or whose names are deeds, says nothing of how many there are.
_OPEN = lazy("等|其中|包括|不少于|若干")
_MOST_OFF = 2
# 37栋、居民1286户 and 完善水、电、气管网 are told of the things named, and are no further names.
_OF_THEM = lazy(r"(?:共|总|同步|一并|并)?(?:涉及|惠及|覆盖|受益|服务|带动|解决|完善|配套|总投资|总面积|建筑面积)")
# What housing estates are called.
_ESTATE = lazy(
    r"(?:小区|家属[院楼区]|花园|家园|[一-龥][苑园庭]|宿舍楼?|公寓|新村|大院|[院楼]|[一-龥]{2}(?:[里坊弄巷府邸居轩阁庄城湾]|[一二三四东西南北]区))$"
)
_END = lazy("[。;\n]")
_DIGIT = lazy(r"\d")
_BEFORE_NUMBER = lazy("[一-龥]{2,12}$")
_DONE_TO_IT = lazy(
    "^(?:全年|今年|年内|计划|预计|拟|共)*(?:[新改扩续重]+建|改造|建设|建成|打造|设立|设置|实施|完成|新增)*(?=.{2})"
)
_LINE = 12


def named_list_facts(document: Document, plan: str) -> Iterator[Fact]:
    """Yield a ``count`` fact for each number of things that are named one by one right behind it.

    A name may hold 和 or 及, and be one thing or two. Behind a colon the names have to end alike, as things of one kind do.
    """
    text = fold(document.text)
    told = dict(_places_under(document, text, plan))
    yield from told.values()
    for match in _LIST.finditer(text):
        if match.start("number") in told:
            continue
        names = _named(match["names"])
        number = whole_number(match["number"])
        if _OPEN.search(match["names"]) or (match["colon"] and not _alike(match, names)):
            continue
        if _goes_on(text, match.end()):
            continue
        most = len(names) + sum(len(_JOINS.findall(name)) for name in names)
        agree = len(names) <= number <= most
        if agree or min(abs(number - len(names)), abs(number - most)) <= _MOST_OFF:
            yield _fact(document, match, names, (number, most), plan)
    for match in (m for pattern in (*_BRACKETED, _AHEAD) for m in pattern.finditer(text)):
        if match.start("number") in told:
            continue
        names, number = _named(match["names"]), whole_number(match["number"])
        if _OPEN.search(match["names"]) or not _of_one_kind(match, names) or len(names) < _KIND:
            continue
        most = len(names) + sum(len(_JOINS.findall(name)) for name in names)
        if len(names) <= number <= most or min(abs(number - len(names)), abs(number - most)) == 1:
            yield _fact(document, match, names, (number, most), plan)


def _named(words: str) -> list[str]:
    """Return the names of a list; the last two, which 和 joins, are two where they end as the others do."""
    names = words.split("、")
    last = _LAST_TWO.fullmatch(names[-1])
    if last and all(_ESTATE.search(one) for one in (*names[:-1], *last.groups())):
        return [*names[:-1], *last.groups()]
    if last and len({one[-_KIND:] for one in (*names[:-1], *last.groups())}) == 1:
        return [*names[:-1], *last.groups()]
    return names


def _places_under(document: Document, text: str, plan: str) -> Iterator[tuple[int, Fact]]:
    """Yield a fact for each number of places that are named by their bare names, behind where the number stands."""
    for match in (m for pattern in (_UNDER, _UNDER_BEHIND) for m in pattern.finditer(text)):
        names, number = match["names"].split("、"), whole_number(match["number"])
        most = len(names) + sum(_JOINED.search(name) is not None for name in names)
        off = max(number - most, len(names) - number)
        # 甲、乙、丙等12个 gives examples.
        open_list = match["open"] and number > most
        near = off <= (1 if open_list else _MOST_OFF) and (not open_list or len(names) > _EXAMPLES)
        if near and _all_places(match["noun"], names) and not _told_in_groups(text, match):
            yield match.start("number"), _fact(document, match, names, (number, most), plan)


def _of_one_kind(match: re.Match[str], names: list[str]) -> bool:
    """Whether all names end as the thing counted is called, or are names of places."""
    if match.re.pattern == _AHEAD.pattern:
        return True
    thing = match["noun"][-_KIND:]
    if thing == "小区" and all(_ESTATE.search(name) for name in names):
        return True
    return all(name.endswith(thing) and not _KINDS.search(name) for name in names)


def _all_places(noun: str, names: list[str]) -> bool:
    """Whether the names can all be of the kind that is counted: 甲镇、乙镇、东关、西关 are not all 社区."""
    kinds = {kind.group()[-1] for name in names if (kind := _PLACE_KINDS.search(name))}
    return all(kind in noun for kind in kinds) and not any(_DEED_OR_ALL.search(name) for name in names)


def _told_in_groups(text: str, match: re.Match[str]) -> bool:
    """Whether names stand before those read, or behind them: 东片甲镇、乙镇，西片丙镇、丁镇等4个乡镇."""
    if match.re.pattern != _UNDER.pattern:
        return _goes_on(text, match.end())
    stops = [stop.end() for stop in _END.finditer(text, 0, match.start())]
    return "辖" not in match.group()[:3] and "、" in text[stops[-1] if stops else 0 : match.start()]


def _goes_on(text: str, end: int) -> bool:
    """Whether the sentence names more behind a comma: 东片甲镇、乙镇，西片丙镇、丁镇."""
    stop = _END.search(text, end)
    clauses = text[end : stop.start() if stop else len(text)].split(",")
    return any(
        "、" in clause and not _OF_THEM.match(clause) and not all(_DIGIT.search(part) for part in clause.split("、"))
        for clause in clauses
    )


def _alike(match: re.Match[str], names: list[str]) -> bool:
    """Whether names end alike, as those of one kind do; housing estates have several words for it."""
    estates = _thing(match).endswith("小区") and all(_ESTATE.search(name) for name in names)
    return estates or len({name[-1] for name in names}) == 1


def _thing(match: re.Match[str]) -> str:
    """Return what is counted, which stands behind the number or before it; nothing where neither says so."""
    before = _BEFORE_NUMBER.search(match.string, max(0, match.start("number") - _LINE), match.start("number"))
    return match["noun"] or (_DONE_TO_IT.sub("", before.group()) if before else "")


def _fact(document: Document, match: re.Match[str], names: list[str], counted: tuple[int, int], plan: str) -> Fact:
    number, most = counted
    unit = match["unit"]
    fields: dict[str, Value] = {
        "kind": "count", "id": f"count:named:{match.start()}", "plan": plan, "label": _thing(match) or names[0], "unit": unit,
        "stated": Fraction(number), "listed": Fraction(len(names)), "most": Fraction(most),
        "agree": len(names) <= number <= most,
    }  # fmt: skip
    working = phrase(
        "reconcile.counted", stated=f"{number}{unit}", listed=f"{len(names)}{unit}", names="、".join(names)
    )
    claim = Evidence("plan", document.span(match.start("number"), max(match.end("noun"), match.end("unit"))))
    listed = Evidence("part", document.span(*match.span("names")))
    return Fact(fields, (claim, listed), None, {"working": working})
