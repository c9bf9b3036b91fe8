"""Whom a task is for, by the words of its own part of the sentence: ages, town or country, groups and kinds."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.bind.ages import Bracket, age_relation, brackets_in
from engine.bind.binding import Relation
from engine.bind.kinds import kinds_left_out
from engine.bind.listed import groups_left_out
from engine.bind.qualified import qualified_alone
from engine.normalise.fold import fold
from engine.patterns import lazy

_PARTS = lazy(r"[。;！!\n]")
_WHO = r"(?:适龄)?(?:妇女|居民|老年人|老人|儿童|学生|家庭|群众|残疾人|人口|职工|低保)"
_BOTH = lazy(rf"城乡(?={_WHO})")
_ONE = lazy(rf"(?P<side>农村|乡村|城镇|城市)(?={_WHO})")
_NAMED = lazy(
    rf"(?:年满|从|自)?(?:\d{{1,3}}(?:[-—–~至到]\d{{1,3}})?|[一二三四五六七八九十百]{{1,5}})(?:周岁|岁)(?:及?以[上下])?(?:的|起)?(?:[一-龥]{{0,4}}{_WHO})?|(?:城乡|农村|乡村|城镇|城市){_WHO}",
    needs="岁|城乡|农村|乡村|城镇|城市",
)
_JOINED = lazy("(?P<one>公办|失能|中|一|二|三|四)(?P<other>民办|半失能|重度|二级|三级|四级)")
_FIGURE = lazy(r"\d+(?:\.\d+)?(?:万|亿)?(?:元|%|次|人|户|个|名|张|课时|学时|小时|场|件|台|套|所|家|项)")
_CLAUSE = lazy("[,。;；]")
_RURAL = frozenset({"农村", "乡村"})


def own_part(sentence: str, quote: str) -> str:
    """Return the part of a sentence, between semicolons, that holds the words ``quote``; the whole where none does."""
    words = fold(sentence)
    parts = [part for part in _PARTS.split(words) if fold(quote) in part]
    return parts[0] if parts else words


def own_words(part: str, quote: str) -> str:
    """Return the words of a part of a sentence that are those of its figure ``quote``: from the figure before to the next."""
    at = part.find(fold(quote))
    if at < 0:
        return part
    figures = [match.span() for match in _FIGURE.finditer(part)]
    start = max((end for _, end in figures if end <= at), default=0)
    end = min((begin for begin, _ in figures if begin >= at + len(quote)), default=len(part))
    stop = [match.start() for match in _CLAUSE.finditer(part, at + len(quote), end)]
    return part[start : stop[-1] if stop and end < len(part) else end]


def told_relation(wanted: str, given: str, beside: Callable[[], str] = str) -> Relation:
    """Relate the people that the plan's words ``given`` are for to those of the words ``wanted``, as ``narrowing`` does."""
    return "narrower" if narrowing("", wanted, given, beside) else "equal"


def narrowing(label: str, wanted: str, given: str, beside: Callable[[], str] = str) -> tuple[str, str] | None:
    """Return whom the plan's words ``given`` are for and whom the words ``wanted`` are for, where the plan leaves some out.

    Only what both say counts, of ages only where each names one bracket; ``label`` is the name of what is wanted.
    ``beside`` returns further words of the plan, which may provide for the rest, and is asked only where it matters.
    """
    both = f"{label} {wanted}"
    theirs, mine = _only(both), _only(given)
    if theirs and mine and age_relation(theirs, mine) == "narrower":
        return people_in(given), people_in(both)
    if _one_side(both, given, beside):
        return people_in(given), people_in(both)
    label, wanted, given = map(_spread, (label, wanted, given))
    return (
        groups_left_out(f"{label} {wanted}", given, beside)
        or kinds_left_out((label, wanted), given, beside)
        or qualified_alone(f"{label} {wanted}", given)
    )


def _one_side(wanted: str, given: str, beside: Callable[[], str]) -> bool:
    """Whether the plan is for the towns or the country alone where both are wanted."""
    if not _BOTH.search(wanted) or not _ONE.search(given):
        return False
    words = f"{given} {beside()}"
    sides = {match["side"] in _RURAL for match in _ONE.finditer(words)}
    return len(sides) == 1 and not _BOTH.search(words)


def _spread(words: str) -> str:
    """Return words with the groups that stand in them without a comma set apart: 公办民办, 中重度, 一二级."""
    return _JOINED.sub(_apart, words)


def _apart(match: re.Match[str]) -> str:
    one, other = match["one"], match["other"]
    return f"{one}{other[1:] if len(one) == 1 else ''}、{other}"


def people_in(words: str) -> str:
    """Return the people that words name by age or residence, as they write them; nothing where they name none."""
    match = _NAMED.search(words)
    return match.group() if match else ""


def _only(words: str) -> Bracket | None:
    found = set(brackets_in(words))
    return found.pop() if len(found) == 1 else None
