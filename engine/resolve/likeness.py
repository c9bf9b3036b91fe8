"""How alike two labels or titles are, and the words that rule out that they name the same thing.

Numbering, quotation marks and words that say little are left aside. Two labels are ruled out when they carry different
values of one contrast (城市 and 农村) or different ages; a label without any value of it is not: it only says less.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from engine.patterns import lazy
from engine.resolve.lexicon import ContrastGroup, Lexicon

_NUMBERING = lazy(
    r"^\s*(?:第?[一二三四五六七八九十百\d]{1,4}(?:[、.．:：](?!\d)|[条项件])"
    r"|[(（][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳]|\d{1,3}[)）])[\s、.．]*"
)
_YEAR = lazy(r"(?:19|20)\d\d年度?")
_AGE = lazy(r"\d{1,3}(?:-\d{1,3})?(?=周?岁)")
_MOST_LEARNT = 50_000
_SAME_CORE = 0.97
_LETTERS, _PAIRS, _INSIDE, _WHOLE = 0.40, 0.25, 0.25, 0.10
_AGES = "ages"
_CONTRASTS = "\0contrasts"

_DEFAULT: Final = Lexicon(
    groups=tuple(
        ContrastGroup(line, tuple(tuple(value.split("=")) for value in line.split()))
        for line in (
            "城市=城镇 农村=乡村",
            "散居=分散供养 集中供养=集中养育=机构养育",
            "居民=城乡居民 职工",
            "生活救助 医疗救助 子女助学=助学救助 临时救助",
            "宫颈癌 乳腺癌",
            "管理率=健康管理率 规范管理率=规范健康管理率",
            "高血压 糖尿病",
            "新增 累计",
            "补助=补助标准=补贴=补贴标准 标准=保障标准",
            "幼儿园 小学 初中 高中=普通高中 中职",
            "养老保险 医疗保险=医保 工伤保险 失业保险",
            "人数 人次 户数 户次",
            "公办 民办",
        )
    ),
    generic=frozenset(
        [
            "建设",
            "推进",
            "加强",
            "开展",
            "实施",
            "完成",
            "提高",
            "提升",
            "继续",
            "做好",
            "加快",
            "标准",
            "比例",
            "数量",
            "人数",
            "户数",
            "人次",
            "总数",
            "工程",
            "项目",
            "工作",
            "服务",
            "行动",
            "为",
            "的",
            "和",
            "及",
            "与",
            "等",
            "全市",
            "全县",
            "全区",
        ]
    ),
)

_Values = dict[str, frozenset[tuple[str, ...]]]


class Likeness(Struct, frozen=True):
    """How alike two texts are.

    ``score`` runs from 0 to 1; ``contrast`` is the pair of words that rules the two out (城市/农村), or empty.
    """

    score: float
    contrast: str


class _Profile(Struct, frozen=True):
    """What is compared of a text; ``values`` holds its values of each contrast with the words that say them."""

    text: str
    core: str
    pairs: frozenset[str]
    values: _Values


class _Contrasts(Struct, frozen=True):
    """The words of all contrasts in one pattern, and the (contrast, value) that each stands for."""

    pattern: re.Pattern[str]
    meanings: dict[str, tuple[tuple[str, tuple[str, ...]], ...]]


def same_thing(one: str, other: str, lexicon: Lexicon) -> Likeness:
    """Return how alike two labels (or titles of items) are; 1.0 when they differ in numbering and marks alone.

    Works with an empty lexicon too, by a few contrasts of its own.
    """
    learnt = lexicon.learnt
    first = learnt.get(one) or _profile(one, lexicon)
    second = learnt.get(other) or _profile(other, lexicon)
    contrast = _contrast(first.values, second.values) if first.values and second.values else ""
    return Likeness(_score(first, second), contrast)


def _score(one: _Profile, other: _Profile) -> float:
    if not one.text or not other.text:
        return 0.0
    if one.text == other.text:
        return 1.0
    if one.core == other.core:
        return _SAME_CORE
    shared = len(one.pairs & other.pairs)
    from rapidfuzz.distance import Indel

    letters = Indel.normalized_similarity(one.core, other.core)
    whole = Indel.normalized_similarity(one.text, other.text)
    sizes = len(one.pairs), len(other.pairs)
    score = (
        _LETTERS * letters
        + _PAIRS * (2 * shared / (sum(sizes) or 1))
        + _INSIDE * (shared / (min(sizes) or 1))
        + _WHOLE * whole
    )
    return min(round(score, 4), _SAME_CORE)


def _contrast(one: _Values, other: _Values) -> str:
    for name, mine in one.items():
        theirs = other.get(name)
        if theirs is not None and mine.isdisjoint(theirs):
            return f"{min(mine)[0]}/{min(theirs)[0]}"
    return ""


def _profile(text: str, lexicon: Lexicon) -> _Profile:
    learnt = lexicon.learnt
    if len(learnt) >= _MOST_LEARNT:
        learnt.clear()
    words = lexicon if lexicon.groups or lexicon.generic else _DEFAULT
    plain = words.plain(_YEAR.sub("", _NUMBERING.sub("", text)))
    core = words.leftover(plain) or plain
    pairs = frozenset(core[i : i + 2] for i in range(len(core) - 1)) or frozenset({core})
    learnt[text] = profile = _Profile(plain, core, pairs, _values(plain, _contrasts(words)))
    return profile


def _values(plain: str, contrasts: _Contrasts) -> _Values:
    found: dict[str, set[tuple[str, ...]]] = {}
    for word in contrasts.pattern.findall(plain):
        for name, value in contrasts.meanings[word]:
            found.setdefault(name, set()).add(value)
    for age in _AGE.findall(plain):
        found.setdefault(_AGES, set()).add((f"{age}岁",))
    return {name: frozenset(values) for name, values in found.items()}


def _contrasts(lexicon: Lexicon) -> _Contrasts:
    known: _Contrasts | None = lexicon.learnt.get(_CONTRASTS)
    if known is None:
        meanings: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
        for group in lexicon.groups:
            for value in group.values:
                for word in dict.fromkeys(map(lexicon.plain, value)):
                    meanings[word] = (*meanings.get(word, ()), (group.name, value))
        longest_first = sorted(meanings, key=lambda word: (-len(word), word))
        pattern = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        known = lexicon.learnt[_CONTRASTS] = _Contrasts(pattern, meanings)
    return known
