"""Qualifiers that split an indicator: words of one contrast never stand for the same thing.

A qualifier counts as scope where the text itself sets it against another one; an indicator's own dimensions come from
the catalogue later.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from engine.patterns import lazy

_CONTRASTS = (
    "散居 社会散居 集中供养 集中养育 机构养育 机构集中养育 分散供养 分散养育",
    "城市 农村 城镇 乡村 社区 县城",
    "城乡居民 居民 职工",
    "小学 初中 高中 普通高中 中职 幼儿园 学前",
    "男性 女性",
    "男 女",
    "生活救助 医疗救助 子女助学 助学救助 临时救助",
    "职业技能培训 创业培训 技能培训",
    "一级 二级 三级 四级 一、二级 三、四级 一级、二级 三级、四级",
    "重度 轻度 中度",
    "公办 民办",
    "新建 改建 扩建",
    "自理 失能 半失能 全护理 半护理 全自理 半自理 完全失能",
    "省级 市级 县级 国家级",
)
CONTRAST_GROUP: dict[str, int] = {word: n for n, line in enumerate(_CONTRASTS) for word in line.split()}
_WORDS = lazy("|".join(sorted(map(re.escape, CONTRAST_GROUP), key=len, reverse=True)))
_BEHIND = lazy(rf"[ ]*\((?P<whose>{_WORDS.pattern})\)")
_SILENT = frozenset(
    {"新建", "改建", "扩建", "男", "女", "省级", "市级", "县级", "国家级", "重度", "公办", "民办", "县城"}
)
_VERBS = lazy(r"支持|建成|建设|新建|改造|完成|新增|提供|开展|进行|为|的|标准|数量|户数|人数")
_STRONG = frozenset(CONTRAST_GROUP[word] for word in ("散居", "生活救助", "职业技能培训"))
_AGE = lazy(r"(?P<age>\d{1,3}(?:[-~至到 ]+\d{1,3})?(?:周岁|岁)(?:及?以[上下])?)")
_MODIFIER = (
    r"(?:农村|城镇|城市|城乡|贫困|困难|低保|特困|残疾|失能|半失能|高龄|独居|留守|适龄|在校|经济|重度|低收入|失业|退役)"
)
_PEOPLE = lazy(rf"(?P<who>{_MODIFIER}+)(?P<noun>妇女|老年人|老人|儿童|学生|女性|居民|职工|人员|家庭)")
_TWO_PEOPLES = lazy(
    rf"(?P<first>{_MODIFIER}+)(?P<noun1>妇女|老年人|老人|儿童|学生|居民|职工|人员)?(?:及|和|与|、)(?P<second>{_MODIFIER}+)(?P<noun>妇女|老年人|老人|儿童|学生|居民|职工|人员)",
    needs="及|和|与|、",
)
_BEARER = lazy(
    r"^(?P<who>[一-龥、]{0,10}的[一-龥]{0,6}?(?:老年人|儿童|残疾人|人员|家庭|建制村|行政村|自然村|乡镇|学校|机构|患者|对象|群众))(?=[一-龥]{2})",
    needs="老年人|儿童|残疾人|人员|家庭|建制村|行政村|自然村|乡镇|学校|机构|患者|对象|群众",
)
# 分散特困供养人员 are kept as 分散供养 says.
_KEPT = lazy(r"(?P<how>集中|分散)(?:特困|的|人员){1,3}供养", needs="供养")
_NEAR = 12
_COMPARED = 40
_CLASS = lazy(r"(?<![\d.])\d+(?:\.\d+)?千伏(?:、\d+(?:\.\d+)?千伏)*(?:及以[上下])?")


def people_scope(left: str, right: str) -> tuple[str, ...]:
    """Return the age bracket and the people that the sentence around a count speaks of, where it tells them apart.

    ``left`` are the words of the sentence before the figure, ``right`` those of its clause behind it.
    """
    two = _TWO_PEOPLES.search(right) or _TWO_PEOPLES.search(left)
    if two:
        return (two["first"] + (two["noun1"] or two["noun"]), two["second"] + two["noun"])
    return age_scope(left, right)


def age_scope(left: str, right: str) -> tuple[str, ...]:
    """Return the age bracket next to a figure, and whose it is where they are told apart (农村妇女)."""
    age = _AGE.match(right[:_NEAR]) or _AGE.search(left)
    if not age:
        return ()
    bracket = re.sub(r"[-~至到 ]+", "-", age["age"])
    who = _PEOPLE.search(right) or _PEOPLE.search(left)
    return (bracket, who.group()) if who and not who["who"].startswith("适龄") else (bracket,)


def bearer_scope(label: str) -> tuple[str, ...]:
    """Return whose share a rate is, where the label says it with a clause of its own (具备条件的建制村通公交比例)."""
    match = _BEARER.match(label) if "的" in label else None
    return (match["who"],) if match else ()


def class_scope(clause: str) -> tuple[str, ...]:
    """Return the technical class that splits an amount (110千伏、35千伏), or nothing."""
    match = _CLASS.search(clause)
    return (match.group(),) if match else ()


def bracketed(text: str, at: int) -> tuple[str, ...]:
    """Return the word of a contrast that stands in brackets right behind a figure: 1100元(城市)、900元(农村)."""
    match = _BEHIND.match(text, at)
    return (match["whose"],) if match and match["whose"] not in _SILENT else ()


def peoples(named: Sequence[str]) -> list[str]:
    """Return for each text of one item the people it names, where the item tells two kinds of the same people apart."""
    found = [_PEOPLE.search(words) for words in named]
    kinds: dict[str, set[str]] = defaultdict(set)
    for match in found:
        if match:
            kinds[match["noun"]].add(match.group())
    return [match.group() if match and len(kinds[match["noun"]]) > 1 else "" for match in found]


def residence(label: str) -> str:
    """Return 散居, 集中供养 … where a label names one: it always splits the standard that it stands in."""
    apart = _KEPT.search(label)
    if apart:
        return f"{apart['how']}供养"
    match = _WORDS.search(label)
    return match.group() if match and CONTRAST_GROUP[match.group()] == CONTRAST_GROUP["散居"] else ""


def contrasting(labels: Sequence[tuple[str, str]]) -> list[str]:
    """Return for each (label, unit) of one item the word that sets it against another of them, or an empty word.

    Two labels are set against each other when they carry different words of one contrast and say much the same besides.
    """
    buckets: dict[tuple[int, str], list[tuple[int, str, str]]] = defaultdict(list)
    for index, (label, unit) in enumerate(labels):
        for word in dict.fromkeys(_WORDS.findall(label)):
            if word not in _SILENT:
                rest = _VERBS.sub("", label.replace(word, "", 1))
                group = CONTRAST_GROUP[word]
                buckets[group, "" if group in _STRONG else unit.partition("/")[0]].append((index, word, rest))
    found = [""] * len(labels)
    for (group, _), members in buckets.items():
        others = list({(word, rest): None for _, word, rest in members})[:_COMPARED]
        for index, word, rest in members:
            if any(other != word and (group in _STRONG or _alike(rest, theirs)) for other, theirs in others):
                found[index] = found[index] or word
    return found


def _alike(first: str, second: str) -> bool:
    """Whether two remainders share most of their characters pairs (cheap, order kept)."""
    if first == second:
        return True
    pairs = {first[i : i + 2] for i in range(len(first) - 1)}
    others = {second[i : i + 2] for i in range(len(second) - 1)}
    return bool(pairs and others) and 2 * len(pairs & others) >= min(len(pairs), len(others))
