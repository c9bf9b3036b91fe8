"""Facts of figures: what a plan commits to and what a standard requires, with exact ends in base units."""

from __future__ import annotations

from engine.bind.applied import Applied
from engine.bind.contain import allowed, in_base
from engine.commitment import STRENGTH_RANK, Commitment
from engine.document import Span
from engine.facts.fact import Evidence, Fact, Figure, Value
from engine.patterns import lazy
from engine.quantity.bounds import Bound, Interval
from engine.quantity.days import last_day
from engine.quantity.printed import printed
from engine.quantity.units import parse_unit
from engine.wording import phrase

_CLAUSE = lazy("[,，。;；:：、\n]")
_UNSEEN = "（标题未见）"
_SHARE_WORDS = ("占比", "覆盖面", "比例", "比重", "满意度")
_RATE = lazy(r"率(?:[^一-龥]|$)|率(?:均|都|总体)?(?:为|达|保持|稳定|提高|提升|巩固)")
# Ratios to a plan, a capacity or a wage are no shares of a population and may exceed 100 %.
_NO_SHARE = lazy(
    r"毛|[增涨]|完成率|执行率|贡献率|倍率|使用率|利用率|负荷率|周转率|替代率|产销率|配比|收益率|回报率|利率|费率|税率|杠杆|负债率|储备率|自给率|置换率|拨备|库存|调整率"
    r"|(?:目标|任务|计划|预算|定额|指标)(?:任务|总[数量额值]|[数量额值])?(?:为?\d[\d.]*[万亿]?[^\d,。;%]{1,3})?的[约近]?$"
)


def ends_of(interval: Interval | None) -> dict[str, Value]:
    """Return the fields of a bound's ends; an end that is not there is left out."""
    if interval is None:
        return {}
    fields: dict[str, Value] = {}
    if interval.low is not None:
        fields |= {"low": interval.low, "low_open": interval.low_open}
    if interval.high is not None:
        fields |= {"high": interval.high, "high_open": interval.high_open}
    return fields


def figure_of(bound: Bound, unit: str) -> Figure:
    """Return a bound as a report prints it."""
    return Figure(bound.op, bound.value, bound.high, unit, printed(bound, unit))


def ordinal(text: str | None) -> int | None:
    """Return the last day that an ISO day, month or year means, as an ordinal; None for no or an impossible date."""
    day = last_day(text)
    return day.toordinal() if day else None


def _bound_fields(bound: Bound, unit: str, interval: Interval | None) -> dict[str, Value]:
    known = parse_unit(unit)
    return {
        "value": in_base(bound, unit),
        "approximate": bound.op == "~",
        "op": bound.op,
        "unit": unit,
        "dimension": known.dimension,
        "printed": printed(bound, unit),
        **ends_of(interval),
    }


def commitment_fact(commitment: Commitment, plan: str, *, extra: bool = False) -> Fact:
    """Return the fact for a commitment, with its words as evidence and how it was read; ``extra``: nobody asked for it."""
    unit = commitment.compared_unit
    interval = commitment.bound.interval()
    fields: dict[str, Value] = {
        "kind": "commitment",
        "id": commitment.id,
        "plan": plan,
        "item": commitment.item,
        "label": commitment.label,
        "scope": "、".join(sorted(commitment.qualifiers or commitment.scope)),
        "strength": STRENGTH_RANK[commitment.strength],
        "measure": commitment.kind,
        "section": commitment.section,
        "relative": commitment.relative,
        "unitless": not commitment.unit,
        "part": commitment.part_of is not None,
        "out_of_range": _out_of_range(commitment),
        "extra": extra,
        **_bound_fields(commitment.bound, unit, interval.scaled(parse_unit(unit).factor) if interval else None),
    }
    if commitment.indicator:
        fields["indicator"] = commitment.indicator
    deadline = ordinal(commitment.deadline)
    if deadline:
        fields["deadline"] = deadline
    figure = figure_of(commitment.bound, unit)
    trace = commitment.decided or phrase("bind.read-as", quote=commitment.span.text, printed=figure.text)
    return Fact(fields, (Evidence("plan", commitment.span),), figure, {"trace": trace})


def task_fact(task: Commitment, plan: str) -> Fact:
    """Return the fact for a task that the plan states in words alone: no bound, its day where it names one."""
    fields: dict[str, Value] = {
        "kind": "commitment",
        "id": task.id,
        "plan": plan,
        "item": task.item,
        "label": task.label,
    }
    deadline = ordinal(task.deadline)
    if deadline:
        fields["deadline"] = deadline
    return Fact(fields, (Evidence("plan", task.span),))


def _out_of_range(commitment: Commitment) -> bool:
    """Whether a share of a population lies over 100 % or under 0; growth and ratios to last year may."""
    top = commitment.bound.high or commitment.bound.value
    if commitment.unit != "%" or commitment.relative or 0 <= commitment.bound.value <= top <= 100:
        return False
    own = _CLAUSE.split(commitment.sentence.partition(commitment.span.text)[0])[-1]
    names = f"{commitment.label} {own}"
    return not _NO_SHARE.search(names) and (any(w in names for w in _SHARE_WORDS) or _RATE.search(names) is not None)


def citation_of(applied: Applied) -> str:
    """Return how a report cites a requirement: title, number and clause."""
    standard, value = applied.standard, applied.value
    number = (value.number if value else "") or standard.number
    title = (value.title if value and value.title else "") or standard.title
    clause = (value.clause if value and value.clause else "") or applied.requirement.clause
    if _UNSEEN in title:
        # What the library calls a document whose title nobody has seen is no title to put in title marks.
        told = "，".join(part for part in (number, "标题未见") if part)
        return f"{title.replace(_UNSEEN, '')}（{told}）{clause}"
    numbered = f"（{number}）" if number else ""
    return f"《{title}》{numbered}{clause}"


def requirement_span(applied: Applied) -> Span:
    """Return the words of a requirement: those of the document it was read from, else the standard's own file."""
    if applied.requirement.span:
        return applied.requirement.span
    value = applied.value
    asked = applied.formula or (printed(value.bound, value.unit) if value else "")
    words = f"{applied.requirement.label}{asked}"
    return Span(applied.standard.file or applied.standard.id, words)


def requirement_fact(applied: Applied, plan: str, addressed: bool, upper_total: bool) -> Fact:
    """Return the fact for a requirement as it concerns this plan on the day that counts."""
    requirement, value = applied.requirement, applied.value
    fields: dict[str, Value] = {
        "kind": "requirement",
        "id": applied.key,
        "plan": plan,
        "standard": applied.standard.id,
        "label": requirement.label,
        "scope": "、".join(sorted(requirement.scope)),
        "binding": "floor" if requirement.binding == "target" and applied.due and value else requirement.binding,
        "strength": STRENGTH_RANK[requirement.strength],
        "state": applied.state,
        "verified": _confidence(applied) != "unverified",
        "citation": citation_of(applied),
        "item": requirement.item,
        "addressed": addressed,
        "demanded": applied.demanded,
        "whole_item": applied.is_whole,
        "upper_total": upper_total,
        "applies": applied.applies,
    }
    if applied.formula:
        fields["formula"] = fields["printed"] = applied.formula
    if requirement.indicator:
        fields["indicator"] = requirement.indicator
    if requirement.meet_by:
        fields["deadline"] = requirement.meet_by.toordinal()
    told = {"why_not": applied.why_not, "trace": applied.reason, "printed": applied.worked}
    said = {name: text for name, text in told.items() if text}
    spans = (requirement_span(applied), requirement.head)
    evidence = tuple(Evidence("standard", span) for span in spans if span)
    if value is None:
        return Fact(fields, evidence, said=said)
    fields |= _bound_fields(value.bound, value.unit, allowed(value, requirement.binding))
    if applied.worked:
        fields["printed"] = applied.worked.zh
    return Fact(fields, evidence, figure_of(value.bound, value.unit), said)


def _confidence(applied: Applied) -> str:
    return (applied.value.confidence if applied.value else None) or applied.standard.confidence
