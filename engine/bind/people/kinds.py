"""Kinds of people and places that hold one another (中小学 and 小学, 公办 and 民办), and which of them a text leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from engine.bind.people.listed import HEAD, OPEN
from engine.patterns import lazy
from engine.words.people import PEOPLE

Kinds = frozenset[str]
_NUMBER = {numeral: number for number, numeral in enumerate("一二三四五六七八九", 1)} | {
    str(n): n for n in range(1, 10)
}
_STAGES = {"小学": "p", "初中": "j", "高中": "s", "中职": "v"}
_YEARS = {"小学": 6, "初中": 3, "高中": 3, "中职": 3}
_ONE = "[一二三四五六七八九1-9]"
_GRADES = lazy(
    rf"(?P<stage>小学|初中|高中|中职)?(?:阶段)?(?P<numbers>{_ONE}(?:年级)?(?:(?:[至到~-]|、|和|与|及){_ONE}(?:年级)?)*年级)(?P<up>及?以上)?",
    needs="年级",
)
_SCHOOL = lazy(
    "义务教育|中小学|幼儿园|学前|小学|初中|普通高中|普高|高中阶段|高中|中职|中等职业|(?<![大中小])中学(?!生[^、]{0,3}小)"
)
_PRIMARY = frozenset(f"p{n}" for n in range(1, 7))
_JUNIOR = frozenset(f"j{n}" for n in range(1, 4))
_SENIOR = frozenset(f"s{n}" for n in range(1, 4))
_VOCATIONAL = frozenset(f"v{n}" for n in range(1, 4))
_NURSERY = frozenset({"k"})
_SCHOOLS = {
    "义务教育": _PRIMARY | _JUNIOR, "中小学": _PRIMARY | _JUNIOR | _SENIOR, "幼儿园": _NURSERY, "学前": _NURSERY, "小学": _PRIMARY,
    "初中": _JUNIOR, "普通高中": _SENIOR, "普高": _SENIOR, "高中阶段": _SENIOR | _VOCATIONAL, "高中": _SENIOR, "中职": _VOCATIONAL,
    "中等职业": _VOCATIONAL, "中学": _JUNIOR | _SENIOR,
}  # fmt: skip
_ORDER = ["学前", "小学", "初中", "高中"]
_THROUGH = lazy("(?P<first>学前|小学|初中)(?:教育)?(?:阶段)?[至到](?P<last>小学|初中|高中)(?:阶段)?")
_DEGREE = "[一二三四1-4]"
_DEGREES = lazy(
    rf"(?P<numbers>{_DEGREE}级?(?:(?:[至到~-]|、|和|与|及|或){_DEGREE}级?)*(?<=级))(?=[^,。;0-9]{{0,12}}残疾)|重度(?=[^,。;0-9]{{0,8}}残疾)"
    rf"|(?<=残疾)(?:等级)?(?:为|人)?(?P<behind>{_DEGREE}级?(?:(?:[至到~-]|、|和|与|及|或){_DEGREE}级?)*(?<=级))",
    needs="级|重度",
)
_SEVERITY = lazy("中重度|轻中度|轻度|中度|重度(?=[^,。;]{0,3}(?:失能|失智|障碍))", needs="度")
_SEVERE = {"中重度": "中重", "轻中度": "轻中", "轻度": "轻", "中度": "中", "重度": "重"}
_OWNED = lazy("公办|公立|民办|民营|社会办|私立")
_LIVING = lazy("非(?:本地|本[县市区])?户籍|户籍(?!制度|改革|管理|地|所在|人口城镇化|登记)|常住")
_POOR = lazy(
    rf"(?<!就业)(?<!特殊)(?:经济|生活)?困难(?:{PEOPLE}|家庭|群体|户|人口|大学生|毕业生)"
    r"|低收入(?!人口监测)|低保边缘|低保|特困|最低生活保障",
    needs="困难|低收入|低保|特困|最低生活",
)
_LEVELS = {"低保": "低保", "最低生活保障": "低保", "特困": "特困", "低保边缘": "边缘"}
_ALL_POOR = frozenset({"低保", "特困", "边缘", "其他"})
_LODGING = lazy(
    "(?P<board>(?:寄宿|住校|住宿)(?:制)?(?:学生|生))|(?P<day>(?:走读|通校)(?:学生|生))|(?P<all>(?:全部|所有|全体|覆盖)[^,。;]{0,14}学生|学生[^,。;]{0,6}全覆盖)",
    needs="生",
)
_LODGED = {"board": frozenset({"board"}), "day": frozenset({"day"}), "all": frozenset({"board", "day"})}
_FEW = 2
_NOUN = lazy(rf"生|(?:阶段)?(?:{HEAD})+")
_SIDED = lazy(
    "(?P<side>城乡|城市和农村|农村和城市|城镇和农村|城市|城镇|农村)(?P<what>(?:生活)?[一-龥]{2})", needs="城|农村"
)
_WIDE = lazy(r"全[县市域区镇乡](?!级)|(?:各|所有|全部|每个)(?:乡镇|镇街|街道|镇|村|建制村|行政村|社区)|城乡")
_PLACE = lazy(
    r"(?:主|老|中心|县|市)?城区(?!外)|县城|建成区|城关镇|(?:试点|示范|重点|部分|首批)(?:乡镇|镇|街道|村|社区|学校|小区|路段|区域)",
    needs="城区|县城|建成区|城关|试点|示范|重点|部分|首批",
)
_ELSEWHERE = lazy("乡|镇(?!污水)|村|城镇|城市|农")


class Said(Struct, frozen=True):
    """What a text says of one kind: which it names, and in which words."""

    kinds: Kinds
    words: str


def kinds_left_out(wanted: tuple[str, str], given: str, beside: Callable[[], str]) -> tuple[str, str] | None:
    """Return the kinds that ``given`` names where ``wanted`` (label and sentence) names these and more; None without any.

    A kind that a label names is what the figure is for; kinds named ``beside`` are provided for.
    """
    if OPEN.search(given):
        return None
    for read in (_schools, _degrees, _severities, _owners, _living, _poor, _lodging):
        mine = read(given)
        if not mine.kinds:
            continue
        theirs, told = read(wanted[0]), read(wanted[1])
        if told.kinds and (not theirs.kinds or told.kinds < theirs.kinds):
            theirs = told
        if mine.kinds < theirs.kinds and not theirs.kinds <= mine.kinds | read(beside()).kinds:
            return mine.words, theirs.words
    both = " ".join(wanted)
    return _side_left_out(both, given, beside) or _places_left_out(both, given, beside)


def _side_left_out(wanted: str, given: str, beside: Callable[[], str]) -> tuple[str, str] | None:
    """Return the town or the country alone where ``wanted`` names both with the same word behind (城乡污水, 城市污水)."""
    both = {
        match["what"]: match.group()
        for match in _SIDED.finditer(wanted)
        if len(match["side"]) > 2 or match["side"] == "城乡"
    }
    sides = {match["what"]: match for match in _SIDED.finditer(given)} if both else {}
    for what, theirs in both.items():
        if (mine := sides.get(what)) and mine["side"] in ("城市", "城镇", "农村"):
            other = "农村|乡村|城乡" if mine["side"] != "农村" else "城"
            if not re.search(other, given + beside()):
                return mine.group(), theirs
    return None


def _places_left_out(wanted: str, given: str, beside: Callable[[], str]) -> tuple[str, str] | None:
    """Return the part of a place that ``given`` confines itself to where ``wanted`` is for all of the place."""
    wide, narrow = _WIDE.search(wanted), _PLACE.search(given)
    if not wide or not narrow or _PLACE.search(wanted) or "城市" in wanted or "城镇" in wanted:
        return None
    rest = given.replace(narrow.group(), "")
    if _WIDE.search(given) or _ELSEWHERE.search(rest) or _ELSEWHERE.search(beside().replace(narrow.group(), "")):
        return None
    return narrow.group(), wide.group()


def _with_noun(text: str, match: re.Match[str]) -> str:
    """Return the words of a match with the people or places that they stand before (小学 of 小学生)."""
    noun = _NOUN.match(text, match.end())
    return match.group() + (noun.group() if noun else "")


def _said(found: Iterator[tuple[Kinds, str]]) -> Said:
    pairs = list(found)
    return Said(
        frozenset().union(*(kinds for kinds, _ in pairs)), "、".join(dict.fromkeys(words for _, words in pairs))
    )


def _schools(text: str) -> Said:
    return _said(_schools_in(text))


def _schools_in(text: str) -> Iterator[tuple[Kinds, str]]:
    stages = {match.group()[:2] for match in _SCHOOL.finditer(text)} & _STAGES.keys()
    graded = set()
    for match in _GRADES.finditer(text):
        numbers = list(_numbers(match["numbers"].replace("年级", "")))
        if match["up"]:
            numbers += range(numbers[-1] + 1, 10)
        # 一至三年级 of a sentence that names one stage are of that one.
        stage = match["stage"] or (next(iter(stages)) if len(stages) == 1 else "")
        graded.add(stage)
        if stage:
            yield frozenset(f"{_STAGES[stage]}{n}" for n in numbers if n <= _YEARS[stage]), match.group()
        else:
            yield frozenset(f"p{n}" if n <= _YEARS["小学"] else f"j{n - 6}" for n in numbers), match.group()
    if through := _THROUGH.search(text):
        first, last = (_ORDER.index(through[side]) for side in ("first", "last"))
        for stage in _ORDER[first : last + 1]:
            yield _SCHOOLS[stage], through.group()
    for match in _SCHOOL.finditer(text):
        # 小学生中三年级的 are those of that year alone.
        inside = through and through.start() <= match.start() < through.end()
        if not inside and match.group()[:2] not in graded:
            yield _SCHOOLS[match.group()], _with_noun(text, match)


def _degrees(text: str) -> Said:
    return _said(
        (
            frozenset(
                map(str, _numbers(named.replace("级", "")) if (named := m["numbers"] or m["behind"]) else (1, 2))
            ),
            m.group(),
        )
        for m in _DEGREES.finditer(text)
    )


def _numbers(text: str) -> Iterator[int]:
    """Yield the numbers that words list: 一、二; 1-3."""
    last = 0
    through = False
    for sign in text:
        if sign in _NUMBER:
            yield from range(last + 1 if through else _NUMBER[sign], _NUMBER[sign] + 1)
            last, through = _NUMBER[sign], False
        elif sign in "至到~-":
            through = True


def _severities(text: str) -> Said:
    if not re.search("失能|失智|障碍", text):
        return Said(frozenset(), "")
    return _said((frozenset(_SEVERE[m.group()]), m.group()) for m in _SEVERITY.finditer(text))


def _owners(text: str) -> Said:
    return _said(
        (frozenset({"公" if m.group().startswith("公") else "民"}), _with_noun(text, m)) for m in _OWNED.finditer(text)
    )


def _living(text: str) -> Said:
    """Return whether words are for those registered in a place or for those living there, who hold the others."""
    return _said((_home(m.group()), _with_noun(text, m)) for m in _LIVING.finditer(text))


def _home(words: str) -> Kinds:
    return frozenset({"户籍"}) if words == "户籍" else frozenset({"户籍", "常住"})


def _poor(text: str) -> Said:
    found = list(_poor_in(text))
    parts = {kind for kinds, _ in found for kind in kinds}
    # Who lists them all means all.
    whole = len(parts) > _FEW
    return _said(((_ALL_POOR if whole else kinds), words) for kinds, words in found)


def _poor_in(text: str) -> Iterator[tuple[Kinds, str]]:
    for match in _POOR.finditer(text):
        part = _LEVELS.get(match.group())
        yield (frozenset({part}) if part else _ALL_POOR), _with_noun(text, match)


def _lodging(text: str) -> Said:
    """Return who of the pupils is named by where they live; nothing where pupils are named without that as well."""
    if "学生" in _LODGING.sub("", text):
        return _said(iter(()))
    return _said((_LODGED[match.lastgroup or ""], match.group()) for match in _LODGING.finditer(text))
