"""Days that one field or cell sets for several things by their names: 户厕改造9月底前，污水管网11月底前完工."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from engine.commitment import Term
from engine.extract.dates.deadlines import days_in
from engine.patterns import lazy
from engine.words.done import URGED

_CLAUSE = lazy(r"[^,，;；。\n]+")
_AROUND = lazy(rf"^[ ]*(?:其中|[:：、(（]|(?:20\d\d年)?(?:\d{{1,2}}[.、]))+|(?:{URGED}|全部|于|在|到|至|[:：( （])+$")
# When something is begun, or how far it is by then, names no thing of its own.
_STEP = lazy(
    r"^(?:\d|第?[一二三四]季度|[上下]半年|全部|全面|主体|基本|前期|力争|预计|开工|完工|竣工|启动|其余|剩余|首批|[一二三]期)"
)
_SHORTEST = 2


class NamedTerm(Struct, frozen=True):
    """A thing and the day that is set for it alone."""

    name: str
    term: Term


class SetDays(Struct, frozen=True):
    """What a field or cell says of when: the last day that it names, and the things that it sets days of their own for."""

    term: Term
    named: tuple[NamedTerm, ...] = ()

    def of(self, label: str) -> Term | None:
        """Return the day of what a label names: its own, none where the days named are those of other things."""
        return term_by_name(label, self.named) if self.named else self.term


def named_terms(words: str, at: int, year: int | None) -> tuple[NamedTerm, ...]:
    """Return the days that words beginning at ``at`` set for several things by name; none where a day is of them all."""
    found = []
    for clause in _CLAUSE.finditer(words):
        days = list(days_in(clause.group(), year))
        if not days:
            continue
        start, end, day = days[0]
        name = _AROUND.sub("", clause.group()[:start])
        if len(days) > 1 or len(name) < _SHORTEST or _STEP.search(name):
            return ()
        found.append(NamedTerm(name, Term(day, at + clause.start() + start, at + clause.start() + end)))
    return tuple(found) if len(found) > 1 else ()


def term_by_name(label: str, terms: Sequence[NamedTerm]) -> Term | None:
    """Return the day of the one thing that a label names, None where it names none of them or several."""
    fitting = [named for named in terms if _names(named.name, label)]
    longest = max((len(named.name) for named in fitting), default=0)
    best = [named.term for named in fitting if len(named.name) == longest]
    return best[0] if len(best) == 1 else None


def _names(name: str, label: str) -> bool:
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    return name in label or (len(pairs) > 1 and sum(pair in label for pair in pairs) * 3 >= len(pairs) * 2)
