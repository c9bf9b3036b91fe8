"""Reading a higher document as a standard: what it sets for its lower levels, as requirements to be reviewed.

Per-head standards, rates and caps bind each lower level; amounts of work are totals that are shared out. Nothing here is
certain: every match with a drafted requirement is marked for review.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.items import parents_of
from engine.bind.offered import in_steps, is_level
from engine.bind.pairs.steps import step_requirements
from engine.bind.pairs.tasks import figureless
from engine.bind.people.told import own_part
from engine.bind.upper.own_duties import kept_for_itself
from engine.bind.upper.ratios import ratio_requirements
from engine.bind.upper.uniform import is_uniform
from engine.commitment import Commitment, Extraction, Item, Strength
from engine.document import Document
from engine.patterns import lazy
from engine.quantity.days import last_day
from engine.quantity.measure_words import PER_PERIODS
from engine.requirement import Binding, DatedValue, Requirement, Standard

# Work measured by these is asked of each of them (56小时/周, 2场/村/年); by the year alone it is shared out.
_EACH = frozenset(
    ["天", "周", "月", "季度", "半年", "学期", "学年", "村", "户", "人", "生", "县", "乡镇", "镇", "社区"]
)
# What no places can add up is asked of each of them.
_MEASURED = frozenset(["℃", "分钟", "分贝", "种", "学时"])
# How long somebody waits may be shorter (城区灭火响应6分钟), whether or not 以内 is said.
_DURATIONS = frozenset(["分钟", "小时", "工作日", "天"])
_WITHIN = lazy("响应|到场|到达|办结|处置|处理|修复|反馈|受理|等候|等待|整改|送达|赶到|救援|时限")
# What people pay may be less, whether or not 不超过 is said; what is paid for their grain may not.
# What is to be paid at most, by whoever uses it or before an insurance pays.
_CHARGED = lazy("(?:收费|资费|票价|租金|[水电气热餐]价|售价|价格|起付线|起付标准)(?:标准)?(?:每[一-龥]{1,4})?$")
_BOUGHT = lazy("收购|保护|回收|补偿")
_MAY = lazy(r"(?:鼓励|倡导|引导|探索|有条件的)")
_AVERAGE = lazy("日均|月均|人均|户均|平均")
_YEAR_ALONE = 4
_ISO_DAY = 10
_REVIEW = lazy(r"^(?:(?P<year>20\d\d)年度?)?(?:[一-龥]{0,8})(?:工作|任务|实事|情况)?(?:的)?(?:回顾|完成情况|工作总结)$")
# When, by whom and for all of the tasks: no task of its own.
_FRAME = lazy(
    r"^(?:时限|时间|进度|完成时限|落实时间|时间节点|适用范围|有关事项|有关要求|其他事项|(?:目标|工作|责任|职责|年度|重点)*(?:任务)?分[工解配])(?:要求|安排|节点|规定)?(?:$|[:：])"
    r"|^(?:各|每个)(?:县|市|区|乡镇|镇|地)[^,，。]{0,20}(?:制定|印发|出台|报送|须完成附件|完成附件|按照附件)"
    r"|^(?:附?[件表](?:[一二三四五六七八九十]|\d{1,2})?(?:中|所列|列明|明确))"
)
_LONGEST_SENTENCE = 90
# How the work is to be led, and not what is to be done.
_LEADS = lazy(
    r"(?:(?:切实|进一步|层层|全面)?(?:明确|压实|压紧|落实|强化|严格|严明|加强|细化|健全|完善|夯实|靠实|抓实|严肃|严守|注重|搞好|做好|精心|狠抓|紧扣|统一)"
    r"(?:工作|组织|责任|主体|属地|部门|项目|资金|跟踪|督导|督查|日常|协调|协同|信息|舆论|监督|考核|调度|要素|推进|落实|目标|任务|制度|标准|质量|"
    r"领导|分工|保障|宣传|机制|措施|统筹|配合|联动|程序|公示|公开|时限|要求|纪律|问效|问责|检查|评价|报送|和|与|、){1,4})"
)
# A citation is printed as documents print it, whatever its number was folded to.
_FULL_WIDTH = str.maketrans("()", "（）")
_STARS = "★☆◆■●▲"
_FIRST = date(1949, 10, 1)


def binding_of(commitment: Commitment) -> Binding:
    """Return how a figure of a higher document binds the lower level."""
    if commitment.kind == "limit":
        return "ceiling"
    if commitment.unit in _DURATIONS and _WITHIN.search(commitment.label):
        return "ceiling"
    if _CHARGED.search(commitment.label) and commitment.bound.op == "=" and not _BOUGHT.search(commitment.label):
        return "ceiling"
    if commitment.kind in ("rate", "standard") and not commitment.relative:
        return "floor"
    per = set(commitment.unit.split("/")[1:])
    # So much of each thing is asked of every lower level; how much in all is shared out.
    each = per - PER_PERIODS or _EACH & per or _AVERAGE.search(commitment.label) or commitment.unit in _MEASURED
    return "floor" if each else "total"


def tasks_of(extraction: Extraction) -> tuple[Item, ...]:
    """Return the numbered tasks of a document: the innermost items of its body.

    A heading without items of its own is no task where the items under the headings beside it are more than such
    headings (一、工作目标 before 二、主要任务); where they are few, some tasks are only told in more detail.
    """
    items = [item for item in extraction.items if item.section == "body"]
    within = parents_of(items)
    parents = {outer.id for outer, inner in pairwise(items) if inner.start < outer.end and inner.level > outer.level}
    beside = {item.id: (item.level, within[item.id]) for item in items}
    headings = {beside[item.id] for item in items if item.id in parents}
    leaves = Counter(beside[item.id] for item in items if item.id not in parents)
    under = Counter(beside[within[item.id]] for item in items if within[item.id] in parents)
    outnumbered = {place for place in headings if leaves[place] <= under[place]}
    return tuple(
        item
        for item in items
        if item.id not in parents and beside[item.id] not in outnumbered and not is_review(item, extraction)
    )


def is_review(item: Item, extraction: Extraction) -> bool:
    """Whether an item tells of the year before (2025年工作回顾), as reports to a congress begin."""
    told = _REVIEW.search(item.title)
    year = extraction.metadata.year
    return told is not None and (not told["year"] or year is None or int(told["year"]) < year)


def by_its_day(
    requirement: Requirement, deadline: str | None, upper: Extraction, due: tuple[int, int] | None = None
) -> Requirement:
    """Return a requirement with the last day for its figure: its own day or month, else that of all tasks, else its year.

    What is to be reached in another year than that of all tasks has its own. ``due`` are the offsets of the figure's own day.
    """
    own, term = deadline or "", upper.term
    own_day = len(own) > _YEAR_ALONE and own != (term.day if term else "")
    if term is None or own_day or own[:_YEAR_ALONE] not in ("", term.day[:_YEAR_ALONE]):
        day = upper.document.span(*due) if due else None
        return replace(requirement, meet_by=last_day(deadline), day=day)
    day = upper.document.span(term.start, term.end)
    return replace(requirement, meet_by=last_day(term.day), day_of_all=True, day=day)


def _requirements(commitment: Commitment, item: Item | None, upper: Extraction) -> tuple[Requirement, ...]:
    """Return what a figure of a higher document asks for: mostly one thing, a ratio of two standards a floor a side."""
    ratios = tuple(ratio_requirements(commitment, _clause(item) if item else ""))
    if ratios:
        return ratios
    found = _requirement(commitment, item)
    if is_uniform(commitment, upper.document.text):
        found = replace(found, binding="fixed")
    return (by_its_day(found, commitment.deadline, upper, commitment.due),)


def _requirement(commitment: Commitment, item: Item | None) -> Requirement:
    # The day from which a document holds is not read from it: the draft is marked undated, its value counts all the same.
    value = DatedValue(commitment.bound, commitment.compared_unit, _FIRST, dated=False)
    return Requirement(
        id=commitment.id,
        label=commitment.label,
        binding=binding_of(commitment),
        values=(value,),
        indicator=commitment.indicator,
        scope=commitment.scope,
        strength=commitment.strength,
        clause=_clause(item) if item else "",
        item=commitment.item,
        span=commitment.span,
        told=own_part(commitment.sentence, commitment.span.text),
        at=(commitment.start, commitment.end),
    )


def _whole_item(extraction: Extraction, item: Item) -> Requirement:
    text = extraction.document.text
    head = text[item.start : item.end].strip()
    shown = _head_length(head)
    if not any(c.item == item.id for c in extraction.commitments):
        # Nothing but its words says what such an item asks for.
        shown = max(shown, _first_sentence(head, shown))
    end = item.start + text[item.start : item.end].find(head[:1]) + min(len(head), shown)
    span = extraction.document.span(item.start, end)
    name, clause = f"item-{item.id}", _clause(item)
    strength: Strength = "may" if _MAY.match(item.title) else "must"
    return Requirement(
        name, item.title, "duty", strength=strength, clause=clause, item=item.id, span=span, at=(item.start, item.end)
    )


def _clause(item: Item) -> str:
    number = item.number.strip(".、 ")
    if number in _STARS:
        return ""
    return number if number.startswith("第") else f"第{number.translate(_FULL_WIDTH)}项"


def _head_length(head: str) -> int:
    """Return how much of an item's words is its heading: up to the first stop or line end."""
    ends = [i + 1 for i in (head.find("。"), head.find("\n")) if i > 0]
    return min([*ends, 60])


def _first_sentence(head: str, start: int) -> int:
    """Return where the sentence behind a heading ends, 0 where it is too long to show."""
    end = head.find("。", start) + 1
    return end if end - start <= _LONGEST_SENTENCE else 0


def draft_standard(extraction: Extraction) -> Standard:
    """Return the standard that a higher document amounts to, with one requirement an item and one a figure.

    Figures of the sections on organisation are left out: they bind the offices of the upper level itself.
    """
    metadata = extraction.metadata
    kept = {item.id for item in extraction.items if kept_for_itself(item, extraction)}
    tasks = {item.id: item for item in tasks_of(extraction) if item.id not in kept}
    wholes = [_whole_item(extraction, item) for item in tasks.values() if item.title and not _is_frame(item.title)]
    figures = [r for c in _own_figures(extraction, kept) for r in _requirements(c, tasks.get(c.item), extraction)]
    clauses = {name: _clause(item) for name, item in tasks.items()}
    steps = [r for r in step_requirements(extraction) if r.item not in kept]
    begun = {at for r in steps for at in r.at or ()}
    words = [
        r for r in figureless(extraction, tuple(tasks.values()), clauses) if begun.isdisjoint(range(*(r.at or (0, 0))))
    ]
    file = extraction.document.file
    return Standard(
        id=file,
        title=metadata.title or file,
        number=metadata.number,
        issuer=metadata.issuer,
        level=metadata.level,
        place=metadata.place,
        published=last_day(metadata.date) if len(metadata.date) == _ISO_DAY else None,
        confidence="primary",
        file=file,
        requirements=(*wholes, *figures, *words, *steps),
    )


def _is_frame(title: str) -> bool:
    """Whether a heading says how and when work is to be done or led, so that no lower plan has to carry it as a matter."""
    return _FRAME.search(title) is not None or _LEADS.fullmatch(title) is not None


def _own_figures(extraction: Extraction, kept: Collection[str]) -> list[Commitment]:
    """Return the figures of the body, without those of ``kept`` items; one that an annex only repeats is taken once."""
    reviews = {item.id for item in extraction.items if is_review(item, extraction)} | set(kept)
    steps = in_steps(extraction)
    levels = [c for c in extraction.commitments if is_level(c) and c.item not in reviews and c.id not in steps]
    body = [c for c in levels if c.section == "body"]
    if not body:
        return [c for c in levels if c.section != "requirements"]
    told = {c.indicator or c.label for c in body}
    # What an annex pays each person (补助标准一览表) binds as the text does.
    standards = [
        c
        for c in levels
        if c.section == "annex" and c.kind == "standard" and "/" in c.unit and (c.indicator or c.label) not in told
    ]
    # A notice in front of a table of tasks says little itself: rates and caps of the table bind too.
    bounds = [
        c
        for c in levels
        if c.section == "annex" and c.kind in ("rate", "limit") and (c.indicator or c.label) not in told
    ]
    if len(bounds) + len(standards) > len(body):
        standards += [c for c in bounds if c not in standards]
    # Money in a table beside the text is what the upper level spends, no standard for anybody.
    listed = [c for c in levels if c.section == "table" and c.unit != "元" and (c.indicator or c.label) not in told]
    return sorted([*body, *standards, *listed], key=lambda c: c.start)


def applied_draft(standard: Standard, source: Document | None = None) -> tuple[Applied, ...]:
    """Return every requirement of a standard drafted from ``source`` as applied to the plan it is held against."""
    return tuple(
        Applied(standard, r, "in-force", r.values[0] if r.values else None, drafted=True, source=source)
        for r in standard.requirements
    )
