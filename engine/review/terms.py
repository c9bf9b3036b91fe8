"""Two days by which one thing is to be finished, in one item: 8月底前完成助餐点建设，助餐服务点于11月底前建成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.quantity.days import last_day
from engine.review.page import Page
from engine.wording import phrase
from engine.words.done import DONE, STEP, URGED, WHOLLY

_DAY = r"(?P<day>(?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[底末]|份)?(?:之?前|以前|内)?|年底(?:之?前)?)"
# What is to be in place has a word for how it got there.
_DONE = f"{DONE}|[一-龥]{{2}}(?:到位|完毕|就绪)"
_ALL = f"{WHOLLY}|{URGED}"
_WORD = "[一-龥“”]"
# 8月底前完成助餐点建设, and 助餐服务点于11月底前建成.
_FIRST = lazy(
    rf"(?<![一-龥至到—\-\d]){_DAY}(?:{_ALL})*(?:完成|建成)(?:{WHOLLY}|所有|各项)*(?P<what>{_WORD}{{2,14}})(?=[,。;\n]|$)",
    needs="完成|建成",
)
_LAST = lazy(rf"(?P<what>{_WORD}{{2,14}}?)(?:{URGED}|争取)*[于在]{_DAY}(?:{_ALL})*(?P<done>{_DONE})(?=[,。;\n]|$)")
_IN_PLACE = lazy("(?:到位|完毕|就绪)$")
_FILLING = lazy("全部|所有|各项|建设|改造|任务|工程|项目|工作|服务|[“”的]")
# Words of a stage, or of a part: then both days hold.
_STAGE = lazy(STEP)
_PERIOD = lazy("半年|季度")
_LEAST, _LEAST_NAME = 2, 4
_YEAR_ALONE = 4
_BESIDE = 12


class _Term(Struct, frozen=True):
    """What is to be finished, by which day as printed, and where that stands in the cleaned text.

    ``deed`` is what is done to it (组建 of 组建到位), empty where it is only finished.
    """

    what: str
    day: str
    start: int
    end: int
    deed: str = ""


def term_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (two-terms) for each thing that one item wants finished by two days, or the plan before."""
    yield from _later_than_all(page)
    yield from _in_two_places(page)
    for item in page.skeleton.items:
        if any(other.start > item.start and other.end <= item.end for other in page.skeleton.items):
            continue
        terms = _terms(page.text, item.start, item.end)
        clash = next(((a, b) for n, a in enumerate(terms) for b in terms[n + 1 :] if _clash(a, b)), None)
        if clash:
            one, other = clash
            detail = phrase("review.two-terms", first=one.day, second=other.day)
            yield page.oddity(
                "two-terms", one.what, detail, page.given(one.start, one.end), page.given(other.start, other.end)
            )


def _in_two_places(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (two-terms) for each task that sentences in two items, not both of tasks, want done by two days.

    What two tasks call alike may be two things (each of another place); a requirement speaks of the task itself.
    """
    places = {item.id: item.section for item in page.extraction.items}
    named: dict[str, list[tuple[_Term, str]]] = {}
    for term in _terms(page.text, 0, len(page.text)):
        what = _FILLING.sub("", term.what)
        if len(what) >= _LEAST_NAME:
            named.setdefault(what, []).append((term, _home(page, term)))
    for held in named.values():
        (one, first), *others = held
        for other, second in others:
            apart = first != second and "requirements" in (places.get(first), places.get(second))
            if apart and _clash(one, other):
                detail = phrase("review.two-terms", first=one.day, second=other.day)
                places_given = (page.given(one.start, one.end), page.given(other.start, other.end))
                yield page.oddity("two-terms", one.what, detail, *places_given)
                break


def _home(page: Page, term: _Term) -> str:
    """Return the id of the innermost item that holds a term; nothing where none does."""
    start, end = page.given(term.start, term.end)
    around = [item for item in page.extraction.items if item.start <= start and end <= item.end]
    return max(around, key=lambda item: item.start).id if around else ""


def _later_than_all(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact (two-terms) for each task whose day is later, in one year, than that set for all tasks.

    Money may be paid after the work is done. Where the same day stands around the task it is told of that (see ``due``).
    """
    term = page.extraction.term
    until = last_day(term.day) if term else None
    if term is None or until is None:
        return
    told: set[tuple[str, date]] = set()
    for c in page.extraction.commitments:
        own = last_day(c.deadline)
        if (
            _PERIOD.search(c.sentence)
            or own is None
            or own.year != until.year
            or own <= until
            or c.unit.startswith("元")
            or c.section == "requirements"
            or (c.around and c.around.day == term.day)
        ):
            continue
        if (c.item or c.id, own) not in told and len(c.deadline or "") > _YEAR_ALONE:
            told.add((c.item or c.id, own))
            all_by = page.extraction.document.text[term.start : term.end]
            detail = phrase("review.later-than-all", first=own.isoformat(), second=all_by.strip())
            due = (c.due,) if c.due else ()
            yield page.oddity("two-terms", c.label, detail, (c.start, c.end), *due, (term.start, term.end))


def _terms(text: str, start: int, end: int) -> list[_Term]:
    found: list[_Term] = []
    for match in (*_FIRST.finditer(text, start, end), *_LAST.finditer(text, start, end)):
        clause = text[max(start, match.start() - _BESIDE) : match.end()]
        if not _STAGE.search(re.split("[,。;\n]", clause[: -len(match.group())])[-1] + match.group()):
            found.append(_Term(match["what"], match["day"], *match.span(), _deed(match.groupdict().get("done") or "")))
    return sorted(found, key=lambda term: term.start)


def _deed(done: str) -> str:
    in_place = _IN_PLACE.search(done)
    return done[: in_place.start()] if in_place else ""


def _clash(one: _Term, other: _Term) -> bool:
    """Whether two terms are of one thing and of two days; a month and a day in it may both be meant."""
    first, second = (_FILLING.sub("", term.what) for term in (one, other))
    shorter, longer = sorted((first, second), key=len)
    alike = len(shorter) >= _LEAST and shorter in longer
    days = _bare(one.day), _bare(other.day)
    if one.deed and other.deed and one.deed != other.deed:
        return False
    return alike and one.end <= other.start and not (days[0].startswith(days[1]) or days[1].startswith(days[0]))


def _bare(day: str) -> str:
    return re.sub("20\\d\\d年|[底末份]|之?前|以前|内", "", day).replace("年", "12月")
