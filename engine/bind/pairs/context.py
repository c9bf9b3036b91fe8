"""Figures whose label leaves out what their sentence says: 票价 in a sentence about 城乡公交线路 is the 城乡公交票价."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.bind.applied import Applied
from engine.bind.items import parents_of
from engine.bind.pairs.pairing import Pairing
from engine.bind.people.told import own_part
from engine.commitment import Commitment, Extraction, Item
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.measure_words import PER_PERIODS
from engine.quantity.units import parse_unit
from engine.resolve.lexicon import Lexicon
from engine.resolve.likeness import same_thing

_SILENT = lazy(r"[\s、,，。:：;；“”\"'()（）《》的和及与]|\d{1,3}(?:[-—–~至到]\d{1,3})?(?:周岁|岁)(?:及?以[上下])?")
_GENERIC = lazy(r"(?:数量|标准|金额|人数|户数|人次|户次|数)$")
_PARTS = lazy(r"[。;\n]")
# Headings of what is said of one task, and of no task of its own.
_ASPECT = lazy(
    r"[一-龥]{0,6}(?:标准|目标|任务|对象|范围|内容|方式|程序|水平|资金(?:筹措|来源|安排|保障)|经费)(?:及|和|与|、|$)"
)
_QUARTERS, _COVERED = 4, 3
_SHORT = 4
_COUNTS = frozenset({"人", "人次", "户", "户次"})
_HEAD = 2


def told_pairs(
    asked: Sequence[Applied], offered: Sequence[Commitment], extraction: Extraction, lexicon: Lexicon
) -> Iterator[tuple[Applied, Commitment]]:
    """Yield what answers what where label, sentence and item of a figure together name what is asked.

    Both end in the same word (票价, 早诊率) and measure in the same dimension; the figure is the only one of its part of
    the sentence in that dimension, and no other answers as well.
    """
    titles = {item.id: item.title for item in extraction.items}
    beside = _Beside(extraction) if asked else None
    by_head: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
    rivals: dict[tuple[str, str, str], int] = defaultdict(int)
    for c in offered:
        dimension = parse_unit(c.resolved_unit).dimension
        rivals[c.item, own_part(c.sentence, c.span.text), dimension] += 1
        by_head[_head(c.label), dimension].append(c)
    for a in asked:
        dimension = parse_unit(a.unit).dimension
        wanted = _pairs(lexicon.plain(_full(a)))
        found = []
        for c in by_head.get((_head(a.requirement.label), dimension), ()):
            part = own_part(c.sentence, c.span.text)
            told = beside.words(c) if beside else ""
            words = lexicon.plain(f"{told},{titles.get(c.item, '')},{part},{c.label}")
            alone = rivals[c.item, part, dimension] == 1
            if alone and _covers(words, wanted) and not _contrast(a.requirement.label, words, lexicon):
                found.append(c)
        if len(found) == 1:
            yield a, found[0]


class _Beside:
    """What the items beside that of a figure, within one outer item, say of what it is named after.

    (一)目标任务。为132名精神残疾人发放药费补助。(二)补助标准。药费补助每人每年1000元: whose it is stands in the first.
    """

    def __init__(self, extraction: Extraction) -> None:
        self._text = fold(extraction.document.text)
        self._items = {item.id: item for item in extraction.items}
        self._parents = parents_of(extraction.items)

    def words(self, commitment: Commitment) -> str:
        """Return the parts of sentences of the outer item that have the name of a figure, its own left out."""
        outer = self._items.get(self._parents.get(commitment.item, ""))
        name = _GENERIC.sub("", commitment.label)
        if outer is None or len(name) < _SHORT:
            return ""
        own = self._items[commitment.item]
        if not _ASPECT.match(own.title):
            return ""
        around = f"{self._text[outer.start : own.start]}\n{self._text[own.end : outer.end]}"
        return ",".join(part for part in _PARTS.split(around) if name in part)


def _full(applied: Applied) -> str:
    """Return the name of what is asked; of a short one (覆盖率) with the words of its sentence before the figure."""
    label, told = applied.requirement.label, applied.requirement.told
    span = applied.requirement.span
    if not told or span is None or (len(label) > _SHORT and label in told):
        return label
    before = told.partition(fold(span.text))[0]
    return before if label[-_HEAD:] in before else label


def told_in_others(
    asked: Sequence[Applied], offered: Sequence[Commitment], items: Sequence[Item]
) -> Iterator[tuple[Applied, Commitment]]:
    """Yield what names what is asked and counts it otherwise: 培训150人 where 150人次 of 技能培训 are asked.

    So does a sum per village where one per village and year is asked.
    """
    titles = {item.id: item.title for item in items}
    by_unit: dict[str, list[Commitment]] = defaultdict(list)
    for c in offered:
        by_unit[c.resolved_unit].append(c)
    for a in asked:
        wanted = _pairs(a.requirement.label)
        alike = [c for unit, those in by_unit.items() if _counts_otherwise(a.unit, unit) for c in those]
        found = [
            c
            for c in alike
            if _covers(f"{titles.get(c.item, '')}\n{own_part(c.sentence, c.span.text)}\n{c.label}", wanted)
            and (a.unit not in _COUNTS or set(_GENERIC.sub("", c.label)) <= set(a.requirement.label))
        ]
        if len(found) == 1:
            yield a, found[0]


def refuse_counted(
    asked: Sequence[Applied], offered: Sequence[Commitment], items: Sequence[Item], found: Pairing
) -> None:
    """Keep as not compared what is left and what names the same in other counts."""
    for a, commitment in told_in_others([a for a in asked if not found.answered(a)], offered, items):
        found.refuse(a, commitment, commitment.resolved_unit, a.unit)


def _counts_otherwise(wanted: str, given: str) -> bool:
    """Whether one unit counts people or households and the other their visits, or only one of them says how often."""
    if wanted in _COUNTS and given in _COUNTS:
        return wanted != given
    if parse_unit(wanted).dimension == parse_unit(given).dimension:
        return False
    one, other = wanted.split("/"), given.split("/")
    return (
        one[0] == other[0] and len(one) > 1 and len(other) > 1 and one != other and set(one) ^ set(other) <= PER_PERIODS
    )


def _contrast(label: str, words: str, lexicon: Lexicon) -> str:
    return same_thing(_SILENT.sub("", label), words, lexicon).contrast


def _head(label: str) -> str:
    return _GENERIC.sub("", label).replace("时长", "时间")[-_HEAD:]


def _pairs(words: str) -> frozenset[str]:
    bare = _SILENT.sub("", _GENERIC.sub("", words))
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))


def _covers(words: str, wanted: frozenset[str]) -> bool:
    """Whether words have three quarters of the characters of what is wanted, and half of its pairs as they stand."""
    single = set("".join(wanted))
    return (
        bool(wanted)
        and _QUARTERS * len(single & set(words)) >= _COVERED * len(single)
        and 2 * len(wanted & _pairs(words)) >= len(wanted)
    )
