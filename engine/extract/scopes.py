"""Qualifiers that split an indicator: words of one contrast never stand for the same thing.

A qualifier counts as scope where the text itself sets it against another one; an indicator's own dimensions come from
the catalogue later.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

_CONTRASTS = (
    "散居 集中供养 集中养育 机构养育 分散供养 分散 集中",
    "城市 农村 城镇 乡村 社区 县城",
    "城乡居民 居民 职工",
    "小学 初中 高中 普通高中 中职 幼儿园 学前",
    "男性 女性",
    "男 女",
    "生活救助 医疗救助 子女助学 助学救助 临时救助",
    "职业技能培训 创业培训 技能培训",
    "宫颈癌 乳腺癌",
    "一级 二级 三级 四级",
    "重度 轻度 中度",
    "公办 民办",
    "新建 改建 扩建",
    "自理 失能 半失能",
    "省级 市级 县级 国家级",
)
CONTRAST_GROUP: dict[str, int] = {word: n for n, line in enumerate(_CONTRASTS) for word in line.split()}
_WORDS = re.compile("|".join(sorted(map(re.escape, CONTRAST_GROUP), key=len, reverse=True)))
_SILENT = frozenset(
    {"新建", "改建", "扩建", "男", "女", "省级", "市级", "县级", "国家级", "重度", "公办", "民办", "县城"}
)
_VERBS = re.compile(r"支持|建成|建设|新建|改造|完成|新增|提供|开展|进行|为|的|标准|数量|户数|人数")
_AGE = re.compile(
    r"(?P<age>\d{1,3}(?:[-~至到 ]+\d{1,3})?(?:周岁|岁)(?:及?以[上下])?)(?P<who>[一-龥]{0,4}?(?:妇女|老年人|老人|儿童|人群|学生|女性|女生|居民|青年))?"
)


def age_scope(clause: str) -> tuple[str, ...]:
    """Return the age bracket and the people it speaks of, when the clause of a figure names them."""
    match = _AGE.search(clause)
    if not match:
        return ()
    age = (
        re.sub(r"[-~至到 ]+", "-", match["age"]).replace("周岁", "岁")
        if "-" in match["age"] or "~" in match["age"]
        else match["age"]
    )
    return (age, match["who"]) if match["who"] else (age,)


def contrasting(labels: Sequence[tuple[str, str]]) -> list[str]:
    """Return for each (label, unit) of one item the word that sets it against another of them, or an empty word.

    Two labels are set against each other when they carry different words of one contrast and say much the same besides.
    """
    buckets: dict[tuple[int, str], list[tuple[int, str, str]]] = defaultdict(list)
    for index, (label, unit) in enumerate(labels):
        for word in dict.fromkeys(_WORDS.findall(label)):
            if word not in _SILENT:
                rest = _VERBS.sub("", label.replace(word, "", 1))
                buckets[CONTRAST_GROUP[word], unit.partition("/")[0]].append((index, word, rest))
    found = [""] * len(labels)
    for members in buckets.values():
        for index, word, rest in members:
            if any(other != word and _alike(rest, theirs) for _, other, theirs in members):
                found[index] = found[index] or word
    return found


def _alike(first: str, second: str) -> bool:
    """Whether two remainders share most of their characters pairs (cheap, order kept)."""
    if first == second:
        return True
    pairs = {first[i : i + 2] for i in range(len(first) - 1)}
    others = {second[i : i + 2] for i in range(len(second) - 1)}
    return bool(pairs and others) and 2 * len(pairs & others) >= min(len(pairs), len(others))
