"""Groups that words list (独居、空巢老年人; 低保家庭、特困家庭), and which of them another text leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from engine.patterns import lazy
from engine.words.people import PEOPLE

_HEADS = (
    "婴幼儿 青少年 小学生 中小学生 大学生 毕业生 孕产妇 家庭 教师 群体 人口 农民工 劳动力 劳动者 军人 家属 农户 脱贫户 监测户 "
    "低保户 特困户 低收入户 困难户 学校 幼儿园 小学 初中 高中 村小 教学点 医院 卫生院 卫生室 机构 企业 合作社 工商户 社区 居民点 "
    "林场 农场 渔场 牧场 行政村 自然村 建制村 乡镇 街道 养老院 敬老院 福利院"
)
HEAD = "|".join([*sorted([*PEOPLE.split("|"), *_HEADS.split()], key=len, reverse=True), "村(?![一-龥])"])
_RUN = lazy(r"[一-龥“”、]+")
_BETWEEN = lazy(r"、|以及|和(?!谐|平)|与(?!会|否)|(?<![惠涉普危遍触波])及(?!以[上下]|时|其|格|早|至)|或者?")
_ITEM = lazy(rf"(?P<item>[一-龥]{{0,12}}?(?P<head>(?:{HEAD})+))(?P<rest>.*)")
# 对象 and 为主 hold the words that lead to a group, and lead to none.
_LEAD = lazy(
    r"^.*(?:面向|针对|资助|覆盖|惠及|包括|发放|纳入|走访|探访|探视|慰问|关爱|巡诊|做好|加强|开展|组织|落实|为(?!主)|给|向|对(?!象)|将|把|让|到|周?岁(?:及?以[上下])?的?)"
)
OPEN = lazy("(?<![中平同高初])等(?![级于奖额候待])|其他|其它|其余|各类|各级|所有|全体|全部|各种|任何|广大")
_UMBRELLA = lazy("困难|重点|特殊|弱势|需要|需求|符合条件|服务对象")
# What is done for people, and what is given to them, is no group.
_DEED = lazy(
    "服务|补贴|培训|援助|救助|保障|建设|管理|监测|活动|指导|帮扶|改造|治理|发放|开展|提供|推进|加强|实施|完善|每"
)
# 防止返贫监测对象, 社会救助对象: who has something done for them is named after it.
_NAMED_AFTER_IT = lazy("(?:监测|救助|帮扶|保障|援助|扶助|优抚)$")
_DONE_FOR = ("对象", "人口", "人员", "家庭", "户")
_LEAST, _LONGEST = 2, 13


class Group(Struct, frozen=True):
    """One of the groups of a list: its own words, and the noun behind them; the first may have what leads to it before."""

    name: str
    head: str
    first: bool = False

    @property
    def core(self) -> str:
        """The words that tell the group from the others."""
        own = self.name.removesuffix(self.head)
        return own if len(own) >= _LEAST else self.name

    def lies_in(self, words: str) -> bool:
        """Whether words name the group, however they go on; before the name of a first one may stand a verb (走访独居)."""
        core = self.core
        ends = range(len(core) - _LEAST + 1) if self.first else (0,)
        return any(core[at:] in words for at in ends)

    def named_in(self, words: str) -> str:
        """Return the name of the group where words give it as a group, before its noun or another one; else nothing."""
        core = self.core
        for at in range(max(1, len(core) - _LEAST + 1) if self.first else 1):
            if self.head and self.name[at:] in words:
                return self.name[at:]
            if re.search(rf"{re.escape(core[at:])}(?:的)?(?:{HEAD}|、|和|与|及|以及|或|等|,|$)", words):
                return core[at:] + self.name[len(core) :]
        return ""


def groups_of(words: str) -> tuple[Group, ...]:
    """Return the groups of all lists that words hold, or the one that words begin with."""
    listed = tuple(group for groups in lists_in(words) for group in groups)
    item = None if listed else _ITEM.match(words)
    return (Group(item["item"], item["head"]),) if item else listed


def without_lists(words: str) -> str:
    """Return words without the groups that they list: what is done, for whomever."""
    for groups in lists_in(words):
        for group in groups:
            words = words.replace(group.name, "", 1)
    return words


def lists_in(words: str) -> Iterator[tuple[Group, ...]]:
    """Yield the lists of two or more groups that words hold, closed by what they are (老年人, 家庭, 村)."""
    for run in _RUN.finditer(words):
        pieces = _BETWEEN.split(run.group())
        if len(pieces) > 1:
            yield from _lists(pieces)


def _lists(pieces: list[str]) -> Iterator[tuple[Group, ...]]:
    found: list[str] = [_LEAD.sub("", pieces[0])]
    if (begun := _ITEM.match(found[0])) and begun["rest"]:
        found = [_LEAD.sub("", begun["rest"])]
    for piece in pieces[1:]:
        item = _ITEM.match(piece)
        if item is None or not item["rest"]:
            found.append(piece)
        else:
            yield from _closed([*found, item["item"]])
            found = [_LEAD.sub("", item["rest"])]
    yield from _closed(found)


def _closed(names: list[str]) -> Iterator[tuple[Group, ...]]:
    """Yield the list where each name is that of a group; the noun of the last is that of those that have none."""
    ending = _ending(names[-1])
    if len(names) < _LEAST or not ending:
        return
    fits = all((len(name) >= _LEAST or _ending(name)) and not _is_deed(name) for name in names[1:])
    if fits and (len(names[0]) >= _LEAST or _ending(names[0])) and max(map(len, names[1:])) <= _LONGEST:
        yield tuple(Group(name, _ending(name), number == 0) for number, name in enumerate(names))


def _is_deed(name: str) -> bool:
    ending = _ending(name)
    own = name.removesuffix(ending)
    return _DEED.search(_NAMED_AFTER_IT.sub("", own) if ending.endswith(_DONE_FOR) else own) is not None


def _ending(name: str) -> str:
    match = re.search(rf"(?:{HEAD})$", name)
    return match.group() if match else ""


def groups_left_out(wanted: str, given: str, beside: Callable[[], str]) -> tuple[str, str] | None:
    """Return the groups that ``given`` names of those that ``wanted`` lists, and all of these.

    None where it names all or none, may mean more (等, 困难群众), or the rest is named ``beside`` it.
    """
    if OPEN.search(given):
        return None
    for groups in lists_in(wanted):
        if any(OPEN.search(group.name) for group in groups):
            continue
        named = [group.named_in(given) for group in groups]
        missing = [group for group, name in zip(groups, named, strict=True) if not name]
        kept = [name for name in named if name]
        if not kept or not missing or any(group.lies_in(given) for group in missing):
            continue
        if _speaks_of_all(groups, given) or any(group.lies_in(beside()) for group in missing):
            continue
        return _told(kept, groups, given), "、".join(group.name for group in groups)
    return None


def _speaks_of_all(groups: tuple[Group, ...], given: str) -> bool:
    """Whether words name the noun of the list with nothing that narrows it, or with a word that may hold all groups."""
    words = " ".join(group.name for group in groups)
    if any(match.group() not in words for match in _UMBRELLA.finditer(given)):
        return True
    head = groups[-1].head
    if any(group.head for group in groups[:-1]) or groups[-1].name == head:
        return False
    named = [group.core for group in groups]
    return all(not given[: match.start()].endswith(tuple(named)) for match in re.finditer(head, given))


def _told(kept: list[str], groups: tuple[Group, ...], given: str) -> str:
    """Return the groups kept as a list, the last with its noun."""
    head = groups[-1].head
    last = kept[-1]
    return "、".join([*kept[:-1], last if _ending(last) or f"{last}{head}" not in given else last + head])
