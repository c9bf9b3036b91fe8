"""What a section on arrangement says again of a task: 新增学位570个 among the tasks, 确保新增540个公办幼儿园学位开学投用 in 推进安排."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from engine.commitment import Commitment, Extraction, Item
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.words.counted import AMOUNT
from engine.words.done import STEP

Pair = tuple[Commitment, Commitment]

# Sections that say how tasks are to be done, by what their titles end with.
_HOW = lazy(
    "(?:(?<!目标)要求|安排|步骤|(?:^|组织|资金|经费|要素|制度|工作|政策|人才|实施)保障|措施|组织实施|组织领导|推进机制|工作机制)[ ]*$"
)
# Words of a part or a stage: then both figures hold.
_PART = lazy(f"{STEP}|其中|累计|已|力争|争取|每|半年|季度|逐步|陆续|至少|同比|比上年|试点|示范|优先|再|另")
_COUNTED = lazy(f"(?:{AMOUNT})$")
# What is done with money, and how a thing is called that is set up, says nothing of which.
_DEED = lazy("[省市县区]?财政[局所]|安排|落实|筹集|筹措|筹|统筹|投入|计划|确保|全年|共|总|完成|实施|组织")
_SET_UP = lazy("(?:设置|设立|配备|布设|布局|管护|运行)$")
# 确保12处避灾安置点随时可用: what is to be kept so is all that there is.
_KEPT = lazy(
    "(?:全部|全面|均|都|按期|如期|按时|随时|正常|规范|安全|稳定|有效|高效|长期|常态化|同步|免费)*"
    "(?:可用|运行|运转|使用|投用|投入使用|开放|运营|达标|到位|营业|值守|备勤|完好|启用|在岗)"
)
_LEAST_THING = 4
_NEAR, _NEAR_SHARE = Fraction(2), Fraction(1, 10)
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
            yield _in_order(tasks[0], again[0])
    yield from _kept_so(extraction, how)


def _kept_so(extraction: Extraction, how: Sequence[Item]) -> Iterator[Pair]:
    """Yield a figure outside the catalogue and the one, near it, that a section on arrangement wants to be kept so."""
    plain = [c for c in extraction.commitments if not c.indicator and c.bound.op == "=" and not c.relative]
    tasks: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
    for c in plain:
        if c.section == "body" and c.part_of is None and not _within(c, how):
            tasks[_SET_UP.sub("", _COUNTED.sub("", c.label)), c.compared_unit].append(c)
    for again in (c for c in plain if c.section in ("body", "requirements") and _within(c, how)):
        label = _COUNTED.sub("", again.label)
        for (thing, unit), held in tasks.items():
            named = unit == again.compared_unit and len(thing) >= _LEAST_THING and label.startswith(thing)
            if named and len(held) == 1 and _KEPT.fullmatch(label, len(thing)) and _near(held[0], again):
                yield _in_order(held[0], again)


def _near(task: Commitment, again: Commitment) -> bool:
    value = Fraction(task.bound.value)
    return abs(value - Fraction(again.bound.value)) <= max(_NEAR, value * _NEAR_SHARE)


def _in_order(one: Commitment, other: Commitment) -> Pair:
    return (one, other) if one.start < other.start else (other, one)


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
    more = set(_DEED.sub("", _COUNTED.sub("", longer.label))) - set(shorter.label)
    before = fold(text[max(0, shorter.start - _CLAUSES) : shorter.start])
    return more <= set(before[before.rfind("。") + 1 :])
