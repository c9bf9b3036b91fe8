"""The days that the item of a figure, what stands around it or the whole plan sets for it."""

from __future__ import annotations

from engine.commitment import Item, Term
from engine.extract.dates.closing_terms import ClosingTerms
from engine.extract.dates.deadlines import Terms
from engine.extract.dates.named_terms import SetDays, named_terms
from engine.extract.dates.numbered_terms import NumberedTerms
from engine.extract.layout.places import Places
from engine.normalise.clean import Clean
from engine.patterns import lazy

# Sections that speak of all tasks, by what their titles end with.
_ABOUT_ALL = lazy(r"(?:目标|要求|安排|步骤|保障|措施|原则|进度|组织|管理|分[工解配])[ ]*$")
# A line of its own behind the last item, which it is not part of.
_LAST_LINE = lazy(
    r"[ \u3000]*(?:上述|以上)?(?:各项|所有|全部)(?:民生|惠民|年度|目标|工作)*(?:任务|实事|项目|事项|工作)"
)


class DaysSet:
    """What a cleaned text says apart from its figures of when they are to be reached."""

    def __init__(self, text: str, year: int | None, items: list[Item]) -> None:
        self.named, self.closing = Terms(text, year), ClosingTerms(text, year)
        self.numbered = NumberedTerms(text, year, items)
        self._text, self._year = text, year

    def for_label(self, term: Term | None, label: str) -> Term | None:
        """Return the day that a field sets for what a label names, where it sets days for several things by name."""
        if term is None or "," not in self._text[term.start : term.end]:
            return term
        named = named_terms(self._text[term.start : term.end], term.start, self._year)
        return SetDays(term, named).of(label)


def term_of(at: int, label: str, home: Item | None, places: Places, days: DaysSet) -> Term | None:
    """Return the date by which what a label names in the item of a figure is to be done, or in the items around it."""
    return days.for_label(_term_of(at, home, places, days), label)


def _term_of(at: int, home: Item | None, places: Places, days: DaysSet) -> Term | None:
    named, closing = days.named, days.closing
    if home is None:
        line = named.paragraph(at)
        return named.only_one(*line) or closing.for_figure(at, *line)
    own = named.for_figure(at, home.start, home.end) or closing.for_figure(at, home.start, home.end)
    found = own or _of_these(at, home, places, closing)
    inner: Item | None = home
    while inner and not found:
        found = closing.heading(inner) or days.numbered.of(inner)
        inner = places.around(inner)
        if inner and not found:
            only = named.only_one(inner.start, inner.end)
            # 完成时限 under one of several items is that one's alone.
            found = only if only and _reaches(only, at, inner, places, named) else None
    return found


def _reaches(term: Term, at: int, inner: Item, places: Places, named: Terms) -> bool:
    """Whether the one date that stands in an item is for a figure at ``at`` in a part of it."""
    holder = places.at(term.start)
    return holder == inner or (named.is_of_all(term, at) and holder is not None and holder.end >= inner.end)


def _of_these(at: int, home: Item, places: Places, closing: ClosingTerms) -> Term | None:
    """Return the date of a line behind the last of several items that speaks of them all, one of them holding ``at``."""
    term = closing.next_on_these(at)
    last = places.at(term.start) if term else None
    if last is None or last.section != home.section:
        return None
    whole = places.around(last)
    inside = whole.start <= at if whole else last.level <= home.level
    return term if inside else None


def _begins_line(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, at) + 1
    return _LAST_LINE.match(text, line, at) is not None


def term_of_all(closing: ClosingTerms, places: Places, cleaned: Clean) -> Term | None:
    """Return what the document sets for all of its tasks, outside of them."""

    def is_task(at: int) -> bool:
        item = places.at(at)
        if item is not None and places.is_last(item) and _begins_line(cleaned.text, at):
            return False
        inside = item is not None
        while item is not None:
            if item.section == "requirements" or _ABOUT_ALL.search(item.title):
                return False
            item = places.around(item)
        return inside

    found = closing.of_all(is_task)
    return Term(found.day, *cleaned.offsets.origin_span(found.start, found.end)) if found else None
