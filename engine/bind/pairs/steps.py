"""Steps of a work by their days, which no figure has: 小区改造24个，9月底前全部开工; 6月底前完成竣工验收.

A step is of what its clause names, else of the figure told before it, else of what its item, or the document, is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from engine.bind.applied import Applied
from engine.bind.pairs.pairing import Pairing
from engine.bind.pairs.tasks import Part, in_words, match_tasks
from engine.commitment import Extraction, Item
from engine.extract.dates.deadlines import days_in, without_dates
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.days import last_day
from engine.requirement import Requirement
from engine.words.counted import AMOUNT
from engine.words.done import URGED, WHOLLY

_BY = rf"前(?:{WHOLLY}|{URGED})*(?:完成|通过|实现)?(?:全部|项目|工程)?"
_KINDS = {
    "开工": lazy(rf"{_BY}(?:开工|动工)(?:建设)?(?!率)", needs="开工|动工"),
    "主体完工": lazy(
        rf"{_BY}主体(?:工程|施工|建设|结构)*(?:全部)?(?:完工|封顶|竣工|完成)?(?=[,，。;；、\n]|$)", needs="主体"
    ),
    "竣工验收": lazy(rf"{_BY}(?:竣工|整体|全面|县级|最终)*验收", needs="验收"),
}
_CLAUSE = lazy(r"[^,，:：。;；\n]+")
_SENTENCE_END = lazy("[。；;\n]")
# Of what part of the work a step is, and whose work it is to see to it, is another matter.
_OTHERWISE = lazy("首批|[一二三]期|部分|其余|剩余|力争|争取|每[月季年]|半数|一半|%|报送|报告|方案|上报|组织开展|申请")
_GENERIC = lazy(
    rf"(?:20\d\d年度?|年度|全年|当年|各|所有|全部|本|该|新建|上述|以上|{URGED}|于|在|和|等|(?:建设|实施|改造|重点|民生)?(?:项目|工程|任务|工作))+"
)
_EDGES = lazy(
    rf"^(?:20\d\d年度?|年度|全[省市县区]|各[县市区]|{URGED}|于|在|和)+|(?:{URGED}|于|在|项目|工程|任务|{AMOUNT})+$"
)
_TITLED = lazy(
    r"(?:20\d\d年度?)?(?:全[省市县区])?(?P<topic>[一-龥]{4,}?)(?:专项|工作|实施|行动)*(?:方案|计划|意见|要点|安排)"
)
_PLACE = lazy(r"^.*?(?:关于印发|印发)|^[一-龥]{1,8}?[省市县区镇乡](?=20\d\d)")
_SILENT = lazy(r"[\s“”\"'()（）、和及与的]")
_LEAST, _QUARTERS, _COVERED = 4, 4, 3


class Step(Struct, frozen=True):
    """A step: its kind, what it is of (nothing where only the document says that), the clause and its day."""

    kind: str
    thing: str
    part: Part
    day: str


def steps_of(extraction: Extraction) -> tuple[Step, ...]:
    """Return the steps with a day that the body of a document tells, in its order."""
    text = fold(extraction.document.text)
    items = [item for item in extraction.items if item.section in ("body", "requirements")]
    found = []
    for item in _innermost(items):
        for clause in _CLAUSE.finditer(text, item.start, item.end):
            kind = next((kind for kind, pattern in _KINDS.items() if pattern.search(clause.group())), "")
            day = _day(clause.group(), extraction.metadata.year) if kind else None
            if day and not _OTHERWISE.search(clause.group()):
                told = _thing(extraction, text, item, clause.start(), _named(day[1]))
                part = Part(clause.start(), clause.end(), clause.group(), item.id, ())
                found.append(Step(kind, told, part, day[0]))
    return tuple(found)


def _day(clause: str, year: int | None) -> tuple[str, str] | None:
    """Return the one day or month that a clause names and the words before it (2026年度项目须于 | 5月底前开工)."""
    found = [(start, day) for start, _, day in days_in(clause, year) if len(day) > _LEAST]
    return (found[0][1], clause[: found[0][0]]) if len(found) == 1 else None


def _innermost(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items with the part of them that lies before any item of their own."""
    for item, behind in zip(items, [*items[1:], None], strict=False):
        end = behind.start if behind and behind.start < item.end else item.end
        yield Item(item.id, item.number, item.title, item.responsible, item.start, end, item.level, item.section)


def _thing(extraction: Extraction, text: str, item: Item, at: int, own: str) -> str:
    """Return what a step is of: its ``own`` words, else the figure told before it in its sentence."""
    if len(own) >= _LEAST:
        return own
    begin = max((m.end() for m in _SENTENCE_END.finditer(text, item.start, at)), default=item.start)
    told = [c for c in extraction.commitments if begin <= c.start < at and not c.unit.startswith(("元", "%"))]
    whole = next((c for c in told if c.part_of is None), None)
    return _named(whole.label) if whole and not own else ""


def _named(words: str) -> str:
    bare = _SILENT.sub("", without_dates(words))
    return "" if _GENERIC.fullmatch(bare) else _EDGES.sub("", bare)


def step_requirements(extraction: Extraction) -> Iterator[Requirement]:
    """Yield a duty for each step that a higher document sets a day for."""
    for number, step in enumerate(steps_of(extraction), 1):
        start, end = step.part.start, step.part.end
        yield Requirement(
            f"step-{step.part.item}-{number}",
            f"{step.thing}{step.kind}",
            "duty",
            span=extraction.document.span(start, end),
            meet_by=last_day(step.day),
            told=step.part.words,
            at=(start, end),
            item=step.part.item,
        )


def match_words(applied: Sequence[Applied], extraction: Extraction, items: Sequence[Item], found: Pairing) -> None:
    """Match the tasks without a figure, and the steps of works, to what of the plan speaks of the same.

    A step of nothing that is named answers one of another document that is about the same.
    """
    asked = [(a, kind) for a in applied if (kind := _kind(a))]
    match_tasks([a for a in applied if not _kind(a)], extraction, items, found)
    own = steps_of(extraction) if asked else ()
    topic = topic_of(extraction.metadata.title)
    for a, kind in asked:
        thing = a.requirement.label.removesuffix(kind)
        same_topic = bool(topic) and topic == topic_of(a.standard.title)
        alike = [(step, _alike(thing, step.thing, same_topic)) for step in own if step.kind == kind]
        best = max(alike, key=lambda pair: pair[1], default=None)
        if best and best[1] and sum(share == best[1] for _, share in alike) == 1:
            found.take(a, in_words(best[0].part, extraction), "equal")


def _kind(applied: Applied) -> str:
    requirement = applied.requirement
    return next(
        (kind for kind in _KINDS if requirement.id.startswith("step-") and requirement.label.endswith(kind)), ""
    )


def _alike(wanted: str, given: str, same_topic: bool) -> Fraction:
    """Return how much of the shorter of two names stands in the other; nothing below three quarters."""
    if not wanted or not given:
        return Fraction(int(same_topic and not wanted and not given))
    shorter, longer = sorted((_pairs(wanted), _pairs(given)), key=len)
    share = Fraction(len(shorter & longer), len(shorter)) if shorter else Fraction(0)
    return share if _QUARTERS * share >= _COVERED else Fraction(0)


def topic_of(title: str) -> str:
    """Return what a document is about by its title, place and year left out; nothing where it is about many things."""
    match = _TITLED.search(_PLACE.sub("", _SILENT.sub("", title)))
    return "" if match is None or "民生" in match["topic"] or "实事" in match["topic"] else match["topic"]


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))
