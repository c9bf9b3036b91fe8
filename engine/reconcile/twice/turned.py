"""One thing called by its words in two orders: 36所学校提供校内午餐 … 63所提供校内午餐的学校, 新建驿站16个 … 驿站建设 | 13."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.commitment import Commitment, Extraction
from engine.patterns import lazy
from engine.reconcile.arithmetic.slips import one_slip_apart

Pair = tuple[Commitment, Commitment]

_NOISE = lazy(r"[\s、,，。:：;；“”\"‘’()（）·]|^(?:全[县市区镇乡]|辖区内?|我[县市区镇])")
_COUNTED = lazy("(?:里程|数量|人数|户数|个数|总数|数)$")
# Of these some are counted besides.
_SOME = lazy("^[中里内占的]|其中|新增|另")
_ASKED = lazy("(?:年度)?(?:任务|目标|计划|工程|建设)(?:数|量|任务|总量)$|(?:数量|任务|目标|计划)$")
# What is built anew; a row of a table calls it 建设 where the text says 新建. To rebuild is another thing.
_BUILT = lazy("^(?:计划|全年|年内)?(?:新建成?|建成|建设)")
_BUILDING = lazy("(?:新建|建设|建成)(?:项目|工程)?$")
_OF_ALL = lazy(r"全[县市区镇乡旗州](?:共有?|现有)?\s*$")
_BEFORE = 8
_LEAST_THING = 2
_LEAST_SAID = 4
_LEAST_BUILT = 5
_PER_HEAD = ("%", "‰", "")


def turned_pairs(extraction: Extraction) -> Iterator[Pair]:
    """Yield two figures each whose names say the same in another order, where each name stands for one figure alone."""
    plain = [
        c
        for c in extraction.commitments
        if c.bound.op == "=" and not c.relative and c.part_of is None and c.compared_unit not in _PER_HEAD
    ]
    yield from _turned(extraction, plain)
    yield from _built(extraction, plain)


def _turned(extraction: Extraction, plain: Sequence[Commitment]) -> Iterator[Pair]:
    by_name: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
    for c in plain:
        by_name[c.compared_unit, _bare(c.label)].append(c)
    for named in plain:
        if "的" not in named.label:
            continue
        twins = [
            c
            for name, rest in _other_orders(named.label)
            for c in by_name.get((named.compared_unit, name), ())
            if c is not named and _says_the_same(c, named, rest, extraction.document.text)
        ]
        if len(twins) == 1:
            yield _in_order(named, twins[0])


def _other_orders(label: str) -> Iterator[tuple[str, str]]:
    """Yield the names that say the same, 学校提供午餐 for 提供午餐的学校, each with what the label goes on with behind the thing."""
    said, _, thing = _bare(label).partition("的")
    if len(said) >= _LEAST_SAID:
        for end in range(_LEAST_THING, len(thing) + 1):
            yield f"{thing[:end]}{said}", thing[end:]
            yield f"{said}{thing[:end]}", thing[end:]


def _says_the_same(told: Commitment, named: Commitment, rest: str, text: str) -> bool:
    """Whether what goes on behind the thing leaves it the same.

    It is said of all of them only where both are counted in the whole place, or where a slip of the pen sets the figures apart.
    """
    of_all = all(_OF_ALL.search(text[max(0, c.start - _BEFORE) : c.start]) for c in (told, named))
    return not rest or (not _SOME.search(rest) and (of_all or _a_slip_apart(told, named)))


def _built(extraction: Extraction, plain: Sequence[Commitment]) -> Iterator[Pair]:
    """Yield what a table counts as built with what the text says is."""
    cells = {e.start for table in extraction.tables for row in table.rows for e in row.entries if e.state == "figure"}
    sides: dict[tuple[str, str], tuple[list[Commitment], list[Commitment]]] = defaultdict(lambda: ([], []))
    for c in plain:
        thing = _thing_in_row(c.label) if c.start in cells else _thing_built(c.label)
        if len(thing) >= _LEAST_BUILT and c.compared_unit != "元" and "/" not in c.compared_unit:
            sides[thing, c.compared_unit][c.start in cells].append(c)
    for told, counted in sides.values():
        if len(counted) == 1 and len({c.bound.value for c in told}) == 1:
            yield _in_order(told[0], counted[0])


def _thing_built(label: str) -> str:
    words = _COUNTED.sub("", _bare(label))
    thing = _BUILDING.sub("", _BUILT.sub("", words))
    return thing if thing != words else ""


def _thing_in_row(label: str) -> str:
    words = _bare(label)
    asked = _ASKED.sub("", words) if not _BUILDING.search(words) else words
    asked = _COUNTED.sub("", asked)
    thing = _BUILDING.sub("", asked)
    return _BUILT.sub("", thing)


def _in_order(one: Commitment, other: Commitment) -> Pair:
    return (one, other) if one.start < other.start else (other, one)


def _a_slip_apart(one: Commitment, other: Commitment) -> bool:
    # Of two digits only that they changed places tells.
    swapped = sorted(str(one.bound.value)) == sorted(str(other.bound.value))
    return swapped or one_slip_apart(Fraction(one.bound.value), Fraction(other.bound.value))


def _bare(label: str) -> str:
    return _COUNTED.sub("", _NOISE.sub("", label))
