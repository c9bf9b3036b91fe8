"""Age brackets: whether two of them exclude each other, and whether several together cover one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from engine.bind.binding import Relation
from engine.patterns import lazy

_OLDEST = 200
_BRACKET = lazy(
    r"(?P<low>\d{1,3})[ ]*(?:周岁|岁)?[ ]*[-—–~至到][ ]*(?P<high>\d{1,3})[ ]*(?:周岁|岁)"
    r"|(?P<age>\d{1,3})[ ]*(?:周岁|岁)[ ]*(?:\([含不]\))?(?P<side>及?以上|及?以下|以内)|(?P<hundred>百岁)"
)

Bracket = tuple[int, int]


def bracket_of(words: Iterable[str]) -> Bracket | None:
    """Return the first age bracket in the words, both ends included; None without one."""
    return next((bracket for text in words for bracket in brackets_in(text)), None)


def brackets_in(text: str) -> Iterator[Bracket]:
    """Yield every age bracket that a text names, both ends included."""
    for match in _BRACKET.finditer(text) if "岁" in text else ():
        if match["hundred"]:
            yield 100, _OLDEST
        elif match["age"]:
            age = int(match["age"])
            yield (age, _OLDEST) if match["side"].endswith("上") else (0, age)
        else:
            yield int(match["low"]), int(match["high"])


def age_relation(wanted: Bracket | None, given: Bracket | None, others: Sequence[Bracket] = ()) -> Relation:
    """Relate the bracket of a commitment to that of a requirement; ``others`` are those of the plan's other tiers.

    Without a bracket on both sides there is nothing to relate (``equal``). A tier counts as equal where all tiers
    together cover the bracket wanted.
    """
    if wanted is None or given is None or wanted == given:
        return "equal"
    # 80周岁以上 does not answer for the 100-year-olds for whom the plan has a tier of their own.
    if wanted in others or given[1] < wanted[0] or wanted[1] < given[0]:
        return "disjoint"
    if given[0] <= wanted[0] and wanted[1] <= given[1]:
        return "wider"
    return "equal" if _covered(wanted, [given, *others]) else "narrower"


def _covered(wanted: Bracket, brackets: Sequence[Bracket]) -> bool:
    reached = wanted[0] - 1
    for low, high in sorted(brackets):
        if low <= reached + 1:
            reached = max(reached, high)
    return reached >= wanted[1]
