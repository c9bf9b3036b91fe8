"""What a section on arrangement says again of a task: 新增学位570个 among the tasks, 确保新增540个公办幼儿园学位开学投用 in 推进安排."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.commitment import Commitment, Extraction, Item
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.words.done import STEP

Pair = tuple[Commitment, Commitment]

# Sections that say how tasks are to be done, by what their titles end with.
_HOW = lazy("(?:要求|安排|步骤|保障|措施|组织实施|组织领导|推进机制|工作机制)[ ]*$")
# Words of a part or a stage: then both figures hold.
_PART = lazy(f"{STEP}|其中|累计|已|力争|争取|每|半年|季度|逐步|陆续|至少|同比|比上年|试点|示范|优先|再|另")
_COUNTED = lazy("(?:数量|人数|户数|里程|个数|数)$")
_CLAUSES = 60


def arranged_pairs(extraction: Extraction) -> Iterator[Pair]:
    """Yield a figure of a task and the one that a section on arrangement gives of the same indicator, each the only one.

    What the longer of their names says more has to stand before the shorter in its sentence. A figure with an earlier day
    of its own is a stage.
    """
    how = [item for item in extraction.items if item.section == "requirements" or _HOW.search(item.title)]
    if not how:
        return
    sides: dict[tuple[str, str], tuple[list[Commitment], list[Commitment]]] = defaultdict(lambda: ([], []))
    for c in extraction.commitments:
        if c.indicator and c.certain and c.bound.op == "=" and not c.relative and c.section in ("body", "requirements"):
            sides[c.indicator, c.compared_unit][_within(c, how)].append(c)
    for tasks, again in sides.values():
        if len(tasks) == len(again) == 1 and _is_the_same(tasks[0], again[0], extraction.document.text):
            yield (tasks[0], again[0]) if tasks[0].start < again[0].start else (again[0], tasks[0])


def _within(c: Commitment, items: Sequence[Item]) -> bool:
    return any(item.start <= c.start < item.end for item in items)


def _is_the_same(task: Commitment, again: Commitment, text: str) -> bool:
    own, said = set(task.qualifiers), set(again.qualifiers)
    if task.part_of or again.part_of or not (own <= said or said <= own):
        return False
    before = fold(text[max(0, again.start - _CLAUSES) : again.start])
    if _PART.search(before[before.rfind("。") + 1 :].rpartition(",")[2] + again.label):
        return False
    stage = again.deadline and (not task.deadline or again.deadline < task.deadline)
    return not (stage and again.bound.value < task.bound.value) and _named_alike(task, again, text)


def _named_alike(task: Commitment, again: Commitment, text: str) -> bool:
    """Whether what one name says beyond the other stands in the words before that one."""
    shorter, longer = sorted((task, again), key=lambda c: len(c.label))
    more = set(_COUNTED.sub("", longer.label)) - set(shorter.label)
    before = fold(text[max(0, shorter.start - _CLAUSES) : shorter.start])
    return more <= set(before[before.rfind("。") + 1 :])
