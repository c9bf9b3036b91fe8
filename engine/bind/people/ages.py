"""Age brackets: whether two of them exclude each other, and whether several together cover one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from engine.bind.binding import Relation
from engine.patterns import lazy
from engine.quantity.numerals import chinese

_OLDEST = 200
_BRACKET = lazy(
    r"(?P<low>\d{1,3})[ ]*(?:周岁|岁)?[ ]*[-—–~至到][ ]*(?P<high>\d{1,3})[ ]*(?:周岁|岁)"
    r"|(?P<age>\d{1,3})[ ]*(?:周岁|岁)[ ]*(?:\([含不]\))?(?P<side>及?以上|及?以下|以内)|(?P<hundred>百岁)"
    r"|满(?P<from>\d{1,3})(?:周岁|岁)[、,且和并]{0,2}(?:不满|未满|不足)(?P<under>\d{1,3})(?:周岁|岁)"
    r"|(?:年满|(?<![未不])满)(?P<full>\d{1,3})(?:周岁|岁)(?![至到以及之-]|.{0,3}[不未]满)"
    r"|(?:从|自)(?P<since>\d{1,3})(?:周岁|岁)(?:起|开始)"
)
_SPELLED = lazy(r"[一二三四五六七八九十百]{1,5}(?=周岁|岁及?以[上下])", needs="岁")

Bracket = tuple[int, int]


def bracket_of(words: Iterable[str]) -> Bracket | None:
    """Return the first age bracket in the words, both ends included; None without one."""
    return next((bracket for text in words for bracket in brackets_in(text)), None)


def brackets_in(text: str) -> Iterator[Bracket]:
    """Yield every age bracket that a text names, both ends included."""
    for match in _BRACKET.finditer(_SPELLED.sub(_arabic, text)) if "岁" in text else ():
        if age := match["full"] or match["since"]:
            yield int(age), _OLDEST
        elif match["under"]:
            yield int(match["from"]), int(match["under"]) - 1
        elif match["hundred"]:
            yield 100, _OLDEST
        elif match["age"]:
            end = int(match["age"])
            yield (end, _OLDEST) if match["side"].endswith("上") else (0, end)
        else:
            yield int(match["low"]), int(match["high"])


def widest(text: str) -> Bracket | None:
    """Return the bracket that holds all others that a text names, for whom its tiers are; None where none of several does."""
    found = set(brackets_in(text))
    hull = min((low for low, _ in found), default=0), max((high for _, high in found), default=0)
    return hull if len(found) > 1 and hull in found else None


class NamesForAges:
    """Names that differ only in the ages for which they are, on two sides that each have one such name.

    Where a side has several (80-89周岁津贴, 90周岁以上津贴) they are tiers, and the ages are part of the name.
    """

    def __init__(self, wanted: Iterable[str], given: Iterable[str]) -> None:
        self._often = [Counter(map(_ageless, set(labels))) for labels in (wanted, given)]

    def of(self, wanted: str, given: str) -> tuple[str, str]:
        """Return two labels as they are to be compared: without ages where each is its side's only one of its name."""
        brackets = bracket_of([wanted]), bracket_of([given])
        if None in brackets or age_relation(*brackets) in ("equal", "disjoint"):
            return wanted, given
        bare = _ageless(wanted), _ageless(given)
        once = all(often[name] == 1 for often, name in zip(self._often, bare, strict=True))
        return bare if once else (wanted, given)


def _ageless(label: str) -> str:
    return _BRACKET.sub("", label) if "岁" in label else label


def _arabic(match: re.Match[str]) -> str:
    number = chinese(match.group())
    return match.group() if number is None else str(int(number))


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
