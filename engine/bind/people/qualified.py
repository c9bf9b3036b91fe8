"""Qualifiers before one noun (重度残疾人, 就业年龄段持证残疾人) that a plan adds and the higher document does not have."""

from __future__ import annotations

import re

from engine.bind.people.listed import OPEN
from engine.patterns import lazy

_NOUN = lazy(
    r"(?P<noun>中小学生|女生|大学生|小学生|中学生|初中生|高中生|高校毕业生|毕业生|学生|幼儿|儿童|残疾人|老年人|老人|妇女|孕产妇|农民工|职工|教师|家庭|患者"
    r"|义务教育学校|幼儿园|卫生院|村卫生室|卫生室|养老机构|医疗机构|小区|企业|村民|居民(?!医保|身份))(?!证|联合会|协会|医生|法|之家)"
)
_QUALIFIERS = (
    "就业年龄段 重度 中度 轻度 困难 贫困 低保 特困 低收入 失能 半失能 完全失能 失智 独居 空巢 孤寡 留守 高龄 公办 民办 寄宿制 寄宿 "
    "非寄宿 离校未就业 未就业 应届 脱贫 建档立卡 持证 智力 精神 视力 听力 言语 肢体 多重 中心 试点 示范 规模以上 政府投资项目 "
    "政府投资工程 国有 登记失业 退役 单亲 患病 住院 边远 偏远 山区 民营 小微 计划生育特殊 城镇 农村 老旧 在编 主城区 城区 县城 适龄"
)
_QUALIFIER = "|".join(sorted(_QUALIFIERS.split(), key=len, reverse=True))
_BEFORE = lazy(rf"(?:(?:{_QUALIFIER})[的、和]?)+$")
_NOT = lazy("[未非不无]$")
_EACH = lazy(_QUALIFIER)
# What the higher document says of grades, owners or hardship, in whatever words, is compared as kinds are.
_COMPARED = (
    (lazy("[一二三四]级|[轻中重]度"), frozenset({"重度", "中度", "轻度"})),
    (lazy("公办|民办|公立|民营"), frozenset({"公办", "民办", "民营", "国有"})),
    (lazy("困难|贫困|低保|特困|低收入"), frozenset({"困难", "贫困", "低保", "特困", "低收入"})),
)
_FROM = 24


def qualified_alone(wanted: str, given: str) -> tuple[str, str] | None:
    """Return the people with what the plan narrows them to, and those of the higher document; None where it does not.

    The plan names the noun with such a qualifier wherever it names it, and the higher document nowhere with that one.
    """
    if OPEN.search(given):
        return None
    asked = _by_noun(wanted)
    compared = frozenset[str]().union(*(words for said, words in _COMPARED if said.search(wanted)))
    for noun, mine in _by_noun(given).items():
        theirs = asked.get(noun)
        if not theirs:
            continue
        least, words = min(theirs, key=lambda one: len(one[0]))
        # A word of theirs may say the same in another place: 高龄津贴 for 老年人.
        new = [word for word in mine[0][0] if word not in wanted and word not in compared]
        kinds = [kind for kind, _ in theirs]
        if new and all(least < own and own not in kinds for own, _ in mine):
            return mine[0][1], words
    return None


def _by_noun(text: str) -> dict[str, list[tuple[frozenset[str], str]]]:
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for match in _NOUN.finditer(text):
        found.setdefault(match["noun"], []).append(_qualified(text, match))
    return found


def _qualified(text: str, match: re.Match[str]) -> tuple[frozenset[str], str]:
    before = _BEFORE.search(text[max(0, match.start() - _FROM) : match.start()])
    words = before.group() if before else ""
    if before and _NOT.search(text, 0, match.start() - len(words)):
        words = ""
    return frozenset(_EACH.findall(words)), words + match.group()
