"""Two days for one task: one of its own and one of its item, its row or a sentence elsewhere that names it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from engine.commitment import Commitment, Term
from engine.extract.dates.deadlines import days_in
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.quantity.days import last_day
from engine.review.page import Page
from engine.wording import phrase
from engine.words.counted import AMOUNT
from engine.words.done import BUILT, DONE, IN_PLACE, OPEN, STEP, URGED, WHOLLY

# Words of a stage, a part or a wish: then both days hold.
STAGE = lazy(f"{STEP}|力争|争取|半年|季度|逐步|陆续|累计")
_BY_THEN = lazy(
    rf"(?P<what>(?<![一-龥“”])[一-龥“”]{{4,24}}?)(?:,(?=必须|务必|须|要|应|确保|于|在))?(?:{URGED}|全部|[于在])*"
    r"(?P<day>(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[底末]|份)?(?:之?前|以前|内))"
    rf"(?:{WHOLLY}|{URGED})*(?:{DONE}|{IN_PLACE}|{OPEN})[一-龥]{{0,6}}(?P<besides>[并及、](?:组织|通过|申请|开展|完成|交付|投入)[一-龥]{{2,16}})?(?=[,。;\n()]|$)",
    needs="月",
)
# What is left to do of works that are finished.
_LATER = lazy("资金|清算|结算|决算|审计|备案|自评|自查|归档|销号|考核|评估|总结|移交")
_CLAUSE = lazy(r"[,。;:\n]")
_DONE_WITH_IT = lazy(f"(?:{BUILT}|{OPEN})$")
_MEASURE = lazy(f"(?:{AMOUNT})$")
_FILLING = lazy(
    "新建|改建|扩建|改扩建|建设|任务|工程|项目|工作|全部|所有|全[县市区镇乡]|[“”的及和与]|^(?:其中|同时|并)"
)
_COUNTED = lazy(r"^\d(?:个|户|座|处|所|条|公里|人)?|^[^\d]")
_LEAST, _MOST_MORE, _YEAR_ALONE, _TWO = 4, 2, 4, 2
_LONGEST = 60


class _Due(Struct, frozen=True):
    """A day by which something is to be done, as printed, with its place in the document's text."""

    day: date
    words: str
    start: int
    end: int


def due_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (two-terms) for each task that a plan wants done by two days of one year."""
    told: set[tuple[str, date]] = set()
    for c in page.extraction.commitments:
        fact = _against_item(page, c, told)
        if fact:
            yield fact
    yield from _named_elsewhere(page, {item for item, _ in told})


def _works(c: Commitment) -> bool:
    """Whether a figure is of work to be done by its day: money may be paid later, and some days are those of stages."""
    return (
        c.section != "requirements" and not c.unit.startswith("元") and not c.relative and not STAGE.search(c.sentence)
    )


def _against_item(page: Page, c: Commitment, told: set[tuple[str, date]]) -> Fact | None:
    """Return a fact for a figure whose own day is later than that of its item, of its row or of what stands around."""
    own, item = last_day(c.deadline), last_day(c.around.day) if c.around else None
    if own is None or item is None or c.around is None or c.due is None or own.year != item.year or own == item:
        return None
    if own < item and not _is_all_of_its_item(page, c, c.around):
        return None
    if min(len(c.deadline or ""), len(c.around.day)) <= _YEAR_ALONE or not _works(c) or (c.item or c.id, own) in told:
        return None
    told.add((c.item or c.id, own))
    text = page.extraction.document.text
    words = (text[start:end].strip() for start, end in (c.due, (c.around.start, c.around.end)))
    detail = phrase("review.two-terms", first=next(words), second=next(words))
    return page.oddity("two-terms", c.label, detail, (c.start, c.end), c.due, (c.around.start, c.around.end))


def _is_all_of_its_item(page: Page, c: Commitment, term: Term) -> bool:
    """Whether a figure is all that its item holds, and its day and the item's the only two: then neither is a stage's."""
    item = next((one for one in page.extraction.items if one.id == c.item), None)
    if item is None or not item.start <= term.start < item.end or page.extraction.metadata.year is None:
        return False
    inner = any(o.start > item.start and o.end <= item.end for o in page.extraction.items)
    words = page.folded[item.start : item.end]
    days = {day for _, _, day in days_in(words, page.extraction.metadata.year) if len(day) > _YEAR_ALONE}
    held = [o for o in page.extraction.commitments if o.item == c.item and not o.unit.startswith("元")]
    return not inner and len(held) == 1 and len(days) <= _TWO and not STAGE.search(words) and c.bound.op != "range"


def _named_elsewhere(page: Page, told: set[str]) -> Iterator[Fact]:
    """Yield a fact for each sentence that names a task of the plan, outside of it, and sets another day for it."""
    year = page.extraction.metadata.year
    tasks = _tasks(page) if year else {}
    for match in _BY_THEN.finditer(page.text) if tasks else ():
        found = [day for _, _, day in days_in(match["day"], year)]
        day = last_day(found[0]) if len(found) == 1 else None
        if day is None or _is_stage(page.text, match):
            continue
        start, end = page.given(*match.span())
        due = _Due(day, match["day"], start, end)
        clash = _clash(
            page, _bare(_COUNTED.sub("", page.text[match.start() - 1 : match.end("what")])), due, tasks, told
        )
        if clash:
            yield clash


def _is_stage(text: str, match: re.Match[str]) -> bool:
    """Whether words of a stage stand in the clause of a day, up to what is done besides: 完成施工并组织验收."""
    end = match.start("besides") if match["besides"] else match.end()
    return bool(STAGE.search(text, _clause(text, match.start()), end) or _LATER.search(text, match.end("day"), end))


def _clause(text: str, at: int) -> int:
    """Return where the clause that holds ``at`` begins."""
    return max((m.end() for m in _CLAUSE.finditer(text, max(0, at - _LONGEST), at)), default=at)


def _tasks(page: Page) -> dict[str, list[Commitment]]:
    """Return the figures of work with a day of its own, by the bare names of what is done and of the items that hold no other."""
    dated = [c for c in page.extraction.commitments if len(c.deadline or "") > _YEAR_ALONE and c.due and _works(c)]
    tasks: dict[str, list[Commitment]] = defaultdict(list)
    for c in dated:
        tasks[_bare(_DONE_WITH_IT.sub("", _MEASURE.sub("", c.label)))].append(c)
    by_item: dict[str, list[Commitment]] = defaultdict(list)
    for c in dated:
        by_item[c.item].append(c)
    for item in page.extraction.items:
        held = by_item.get(item.id, [])
        if held and len({c.deadline for c in held}) == 1:
            tasks[_bare(item.title)].append(held[0])
    return {name: held for name, held in tasks.items() if len(name) >= _LEAST}


def _bare(words: str) -> str:
    return _FILLING.sub("", words)


def _clash(page: Page, what: str, due: _Due, tasks: dict[str, list[Commitment]], told: set[str]) -> Fact | None:
    """Return a fact where all figures of the task of that name have one other day of the same year."""
    held = [c for name, figures in tasks.items() if _same(what, name) for c in figures]
    days = {last_day(c.deadline) for c in held}
    if len(what) < _LEAST or len(days) != 1 or due.day in days:
        return None
    first, own = held[0], last_day(held[0].deadline)
    inside = any(c.due and due.start <= c.due[0] < due.end for c in held)
    if own is None or own.year != due.day.year or first.due is None or inside or first.item in told:
        return None
    printed = page.extraction.document.text[slice(*first.due)].strip()
    detail = phrase("review.two-terms", first=printed, second=due.words)
    return page.oddity("two-terms", first.label, detail, (first.start, first.end), first.due, (due.start, due.end))


def _same(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST and len(longer) - len(shorter) <= _MOST_MORE and longer.endswith(shorter)
