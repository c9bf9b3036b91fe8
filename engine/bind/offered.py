"""Which figures of a document can be compared with those of another."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from engine.bind.applied import Applied
from engine.bind.contain import in_base
from engine.bind.halfway import halfway, scheduled
from engine.commitment import Commitment, Extraction, ReadTable
from engine.extract.cells.columns import milestones
from engine.extract.names.stages import is_stage, led_by_stage
from engine.patterns import lazy
from engine.quantity.units import parse_unit
from engine.tables.model import TableWords
from engine.words.places import ONE_PLACE

_YEAR = 4
_IN_ALL = lazy("(?:累计|总数|总量)(?:达到?|为|共有?)$")
_NEW = lazy("新[建增改]|新增")
_WORDS = 8
_ONE_PLACE = lazy(f"{ONE_PLACE}$")

# 石桥街道实施改造小区, 在柳林镇新建公园; 建制镇, 城镇, 各乡镇 are kinds of places.
_LED_BY_PLACE = lazy(
    r"(?:其中)?(?:在|由)?(?!.{0,4}(?:城镇|乡镇|集镇|村镇|建制镇|中心镇|重点镇|强镇|小镇|农村|乡村|社区|各[镇乡村]|[全每]))"
    r"[一-龥]{2,6}?(?:街道|镇|乡|村|开发区|园区)(?:办事处|辖区|范围内?)?"
    r"(?:计划|拟|将|要|实施|完成|开展|承担|负责|共|新增|新建|改造|建设|建成|改建|扩建|新改|安排|发放|培训|救助|打造|整治|安装|加装|配备)"
)


def is_level(commitment: Commitment) -> bool:
    """Whether a figure can be compared: no change by a share (提高10%), unless it is a cap on one (增幅控制在3%以内)."""
    return not commitment.relative or commitment.kind == "limit"


def is_share_of_a_place(commitment: Commitment, applied: Applied) -> bool:
    """Whether a figure is what one place has of another figure (新增床位120张,其中通元镇20张), and is not asked of that place.

    It answers with its whole, not for something that is named alike.
    """
    places = [word for word in commitment.scope if _ONE_PLACE.match(word)] if commitment.part_of else []
    asked = applied.requirement
    return bool(places) and not any(place in asked.scope or place in asked.label for place in places)


def without_single_places(offered: Sequence[Commitment]) -> list[Commitment]:
    """Return figures without those that are named after one place inside the plan's, where a larger one is not.

    改造小区16个。其中石桥街道改造6个小区: the six answer for nothing that is asked of the whole.
    """
    led = {id(c) for c in offered if _LED_BY_PLACE.match(c.label)}
    largest: dict[str, Fraction] = {}
    for c in offered:
        if id(c) not in led:
            dimension, value = parse_unit(c.compared_unit).dimension, in_base(c.bound, c.compared_unit)
            largest[dimension] = max(largest.get(dimension, value), value)
    return [c for c in offered if id(c) not in led or not _is_less(c, largest)]


def _is_less(commitment: Commitment, largest: Mapping[str, Fraction]) -> bool:
    unit = commitment.compared_unit
    whole = largest.get(parse_unit(unit).dimension)
    return whole is not None and in_base(commitment.bound, unit) < whole


def answering(extraction: Extraction) -> list[Commitment]:
    """Return the commitments that may answer: no changes by a share, no stages, no parts that are called as their whole is.

    Nor what there is in all behind what is new of it.
    """
    new, in_all = _so_far(extraction)
    stages, things = (_stages(extraction) - new) | in_all, {c.id: _thing(c) for c in extraction.commitments}
    return [
        c
        for c in extraction.commitments
        if is_level(c)
        and c.section != "requirements"
        and c.id not in stages
        and (c.part_of is None or things.get(c.part_of) != things[c.id])
    ]


def of_requirements(extraction: Extraction) -> list[Commitment]:
    """Return the figures of the sections on how work is led (保障措施), which answer only for what is called as they are.

    None of a part of the year (9月底前支付率达到70%).
    """
    text = extraction.document.text
    led = [c for c in extraction.commitments if c.section == "requirements" and is_level(c) and c.part_of is None]
    return [c for c in led if not led_by_stage(text, c.start)]


def _so_far(extraction: Extraction) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of figures that tell what is new, and of those behind them that tell what there is in all: 新建20个,年底累计达到52个."""
    text = extraction.document.text
    beside: dict[Hashable, list[Commitment]] = defaultdict(list)
    for c in extraction.commitments:
        if c.sentence and c.section == "body":
            beside[c.item, c.sentence, c.compared_unit].append(c)
    found = [
        (before, c)
        for members in beside.values()
        for before, c in pairwise(members)
        if before.bound.value < c.bound.value
        and _NEW.search(before.label)
        and _IN_ALL.search(text, max(0, c.start - _WORDS), c.start)
    ]
    return frozenset(before.id for before, _ in found), frozenset(c.id for _, c in found)


def told_once(commitments: Sequence[Commitment]) -> list[Commitment]:
    """Return commitments without those that only restate another."""
    seen: set[object] = set()
    offered = []
    for c in commitments:
        # A second deadline of the same figure answers too: it may be the one that is too late.
        key = (_thing(c), c.bound)
        if key not in seen or (c.deadline and (key, c.deadline) not in seen):
            seen |= {key, (key, c.deadline)}
            offered.append(c)
    return offered


def _thing(commitment: Commitment) -> Hashable:
    """Return what a figure measures: indicator or label, of whom, in which unit."""
    name = commitment.indicator or commitment.label
    return name, commitment.qualifiers or commitment.scope, commitment.resolved_unit


def years_apart(applied: Applied, commitment: Commitment) -> int:
    """Return how many years lie between the day of a requirement and that of a figure; 0 where either has none."""
    until, own = applied.requirement.meet_by, commitment.deadline
    return abs(int(own[:_YEAR]) - until.year) if until and own else 0


def of_its_year(applied: Applied, offered: Sequence[Commitment]) -> list[Commitment]:
    """Return figures without those that give for another year what the plan gives for the year required too.

    今年达到62%,到2026年底达到66%: the second is late for nothing that is due this year, and what is to be reached in 2025
    falls short of nothing that is due in 2026.
    """
    until = applied.requirement.meet_by
    if until is None:
        return list(offered)
    due = [(c, int(c.deadline[:_YEAR]) if c.deadline else None) for c in offered]
    met = {_thing(c) for c, year in due if year == until.year}
    timely = met | {_thing(c) for c, year in due if year is None}
    return [
        c
        for c, year in due
        if year is None or year == until.year or _thing(c) not in (met if year < until.year else timely)
    ]


def _stages(extraction: Extraction) -> frozenset[str]:
    """Return the ids of the figures that are to be reached in a part of the year, where the year's own stands beside them.

    上半年新增就业200人,全年新增就业400人: a milestone answers for nothing that is asked of the year.
    """
    groups: dict[Hashable, list[Commitment]] = defaultdict(list)
    levels = [c for c in extraction.commitments if c.section == "body" and c.part_of is None and is_level(c)]
    for c in levels:
        groups[c.item, c.sentence, _thing(c)].append(c)
    text = extraction.document.text
    told = {
        c.id
        for members in groups.values()
        if len(members) > 1
        for c in members
        if c.bound.value < max(m.bound.value for m in members) and is_stage(text, c.start)
    }
    every = [c for c in extraction.commitments if is_level(c)]
    on_the_way = {c.id for c in (*halfway(levels, text), *scheduled(extraction, every))}
    return frozenset(told | _milestones(extraction) | on_the_way)


def in_steps(extraction: Extraction) -> frozenset[str]:
    """Return the ids of the figures in a column of words on what is done on the way (一季度, 时间节点)."""
    cells = [w for t in extraction.tables for w in _steps(t)]
    inside = _inside(extraction, cells) if cells else {}
    return frozenset(c.id for c in extraction.commitments if inside.get(c.id))


def _inside(extraction: Extraction, cells: Sequence[TableWords]) -> dict[str, TableWords]:
    """Return the cell, of those given, that each figure stands in."""
    ordered = sorted(cells, key=lambda words: words.start)
    starts = [words.start for words in ordered]
    found = {c.id: bisect_right(starts, c.start) - 1 for c in extraction.commitments}
    return {
        c.id: ordered[found[c.id]]
        for c in extraction.commitments
        if found[c.id] >= 0 and c.start < ordered[found[c.id]].end
    }


def _milestones(extraction: Extraction) -> set[str]:
    """Return the ids of figures in a column of milestones (时间节点 6月底前完成2100人) whose row has as much or more to reach.

    Behind a table of what is to be done may stand one of when: rows of one name are of one task, where no item holds them.
    """
    inside = in_steps(extraction)
    rows = _inside(extraction, [w for t in extraction.tables for w in t.words]) if inside else {}
    final: dict[Hashable, Decimal] = {}
    steps: list[tuple[Commitment, Hashable]] = []
    for c in extraction.commitments if inside else ():
        home = c.item or (rows[c.id].row_label if c.id in rows else "")
        key = home, c.compared_unit
        if home and c.id in inside:
            steps.append((c, key))
        elif home:
            final[key] = max(final.get(key, c.bound.value), c.bound.value)
    return {c.id for c, key in steps if c.bound.value <= final.get(key, Decimal(-1))}


def _steps(table: ReadTable) -> Iterator[TableWords]:
    heads = milestones(table)
    return (w for w in table.words if w.column_label in heads)


def most_favourable(applied: Applied, offered: Sequence[Commitment]) -> list[Commitment]:
    """Return figures, of those that one sentence gives for one thing without telling them apart only the best.

    照料护理标准分三档,每人每月650元、325元、65元: which of them answers what is asked of the highest tier is not said, so
    only where none of them does can the plan be said to fall short.
    """
    alike: dict[Hashable, list[Commitment]] = defaultdict(list)
    whole = {c.id for c in offered}
    asked = set(applied.requirement.scope)
    for c in offered:
        # A part answers where it alone is asked for, not beside its whole.
        if c.part_of in whole and not asked & {*c.qualifiers, *c.scope}:
            continue
        dimension = parse_unit(c.compared_unit).dimension
        told = (c.item, c.sentence, c.indicator, c.qualifiers or c.scope, dimension, c.part_of, c.deadline)
        alike[told if c.sentence else c.id].append(c)
    best = min if applied.requirement.binding == "ceiling" else max
    return [best(group, key=lambda c: in_base(c.bound, c.compared_unit)) for group in alike.values()]
