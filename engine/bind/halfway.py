"""Figures that are only reached on the way: 6月底前完成1000人，11月底前全部完成 says how far a task is by June.

They stand beside the year's own, or in a schedule of the plan (时序安排 二季度：新增就业累计完成1000人).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal

from engine.commitment import Commitment, Extraction
from engine.extract.names.stages import bare_stage, led_by_stage, names_stage
from engine.patterns import lazy
from engine.words.counted import AMOUNT
from engine.words.done import DONE, FINISHED

_ALL_DONE = lazy(
    rf"(?:全部|全面|如期)(?:{FINISHED})|(?:{FINISHED})(?:全部|全年|年度|所有|其余|剩余|余下)"
    rf"|(?:其余|剩余|余下)[^,，。;；\n]{{0,16}}?(?:{FINISHED})",
    needs="全|如期|年度|所有|其余|剩余|余下",
)

_DEED = lazy(
    rf"累计|至少|完成率$|(?:{AMOUNT})$|(?<!危)改造|{DONE}|[新改扩续]建|建设|新增|开工|提升|实施|开展|组织|举办|实现|达到?|[的“”\s]"
)
_SHORTEST = 2


def halfway(commitments: Iterable[Commitment], text: str) -> Iterator[Commitment]:
    """Yield figures of a part of the year in a sentence that says when all is done, where their item has a larger one."""
    waiting = []
    largest: dict[Hashable, Decimal] = defaultdict(Decimal)
    for c in commitments:
        key = c.item, c.resolved_unit
        largest[key] = max(largest[key], c.bound.value)
        if bare_stage(text, c.start) and _ALL_DONE.search(text, *_sentence(text, c.start)):
            waiting.append(c)
    yield from (c for c in waiting if c.item and c.bound.value < largest[c.item, c.resolved_unit])


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Return the sentence around a figure, over semicolons too: the day of the rest may stand behind one."""
    ends = [end for mark in "。\n" if (end := text.find(mark, at)) >= 0]
    return max(text.rfind(mark, 0, at) for mark in "。\n") + 1, min(ends, default=len(text))


def scheduled(extraction: Extraction, levels: Sequence[Commitment]) -> Iterator[Commitment]:
    """Yield figures that a schedule sets for a part of the year, where the text of the plan has more of the same thing to reach.

    二季度：至6月底，新增就业累计完成460人 says how far the 900 are by then, wherever these stand.
    """
    text, stages = extraction.document.text, _named_stages(extraction)
    by_unit: dict[str, list[Commitment]] = defaultdict(list)
    for c in levels:
        by_unit[c.resolved_unit or c.unit].append(c)
    for c in levels:
        place = bisect_right(stages, (c.start, len(text))) - 1
        inside = place >= 0 and c.start < stages[place][1]
        if inside or led_by_stage(text, c.start):
            larger = (o for o in by_unit[c.compared_unit] if o.bound.value > c.bound.value and o.item != c.item)
            if any(_same_thing(c, o) for o in larger if o.section == "body" or inside):
                yield c


def _named_stages(extraction: Extraction) -> list[tuple[int, int]]:
    """Return where the items and the cells are that a part of the year is the name of."""
    places = [(i.start, i.end) for i in extraction.items if names_stage(i.title)]
    cells = (w for table in extraction.tables for w in table.words)
    named = (w for w in cells if names_stage(w.row_label) or names_stage(w.column_label))
    return sorted([*places, *((w.start, w.end) for w in named)])


def _same_thing(part: Commitment, whole: Commitment) -> bool:
    if part.scope != whole.scope and part.scope:
        return False
    if part.indicator and part.indicator == whole.indicator:
        return True
    name = _DEED.sub("", part.label)
    return len(name) >= _SHORTEST and _DEED.sub("", whole.label).endswith(name)
