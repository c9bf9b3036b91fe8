"""Whom a task is for, by the words of its own part of the sentence: the age bracket, and town or country."""

from __future__ import annotations

from collections.abc import Callable

from engine.bind.ages import Bracket, age_relation, brackets_in
from engine.bind.binding import Relation
from engine.normalise.fold import fold
from engine.patterns import lazy

_PARTS = lazy(r"[。;！!\n]")
_WHO = r"(?:适龄)?(?:妇女|居民|老年人|老人|儿童|学生|家庭|群众|残疾人|人口|职工|低保)"
_BOTH = lazy(rf"城乡(?={_WHO})")
_ONE = lazy(rf"(?P<side>农村|乡村|城镇|城市)(?={_WHO})")
_NAMED = lazy(
    rf"\d{{1,3}}(?:[-—–~至到]\d{{1,3}})?(?:周岁|岁)(?:及?以[上下])?(?:的)?(?:[一-龥]{{0,4}}{_WHO})?|(?:城乡|农村|乡村|城镇|城市){_WHO}",
    needs="岁|城乡|农村|乡村|城镇|城市",
)
_LISTED = lazy(
    r"(?P<listed>[一-龥]{2,6}(?:[、和及与][一-龥]{2,4})+?)(?P<head>老年人|老人|残疾人|儿童|学生|妇女|家庭|教师|职工|人员)",
    needs="、|和|及|与",
)
_BETWEEN = lazy("[、和及与]")
_LEADING = lazy("^.*(?:面向|针对|对|为|给|向)")
_OPEN = lazy("等|其他|各类|所有|全体")
_RURAL = frozenset({"农村", "乡村"})


def own_part(sentence: str, quote: str) -> str:
    """Return the part of a sentence, between semicolons, that holds the words ``quote``; the whole where none does."""
    words = fold(sentence)
    parts = [part for part in _PARTS.split(words) if fold(quote) in part]
    return parts[0] if parts else words


def told_relation(wanted: str, given: str, beside: Callable[[], str] = str) -> Relation:
    """Relate the people that the plan's words ``given`` are for to those of the words ``wanted``.

    Only what both say counts, and only where each names one bracket; ``beside`` returns further words of the plan, which
    may provide for the rest, and is asked only where it matters. The answer is ``equal`` unless the plan leaves people out.
    """
    theirs, mine = _only(wanted), _only(given)
    if theirs and mine and age_relation(theirs, mine) == "narrower":
        return "narrower"
    if _groups_left_out(wanted, given, beside):
        return "narrower"
    if not _BOTH.search(wanted) or not _ONE.search(given):
        return "equal"
    words = f"{given} {beside()}"
    sides = {match["side"] in _RURAL for match in _ONE.finditer(words)}
    return "narrower" if len(sides) == 1 and not _BOTH.search(words) else "equal"


def people_in(words: str) -> str:
    """Return the people that words name by age or residence, as they write them; nothing where they name none."""
    match = _NAMED.search(words)
    return match.group() if match else ""


def groups_in(words: str) -> tuple[tuple[str, ...], str]:
    """Return the groups that words list before one noun (独居、空巢老年人) and that noun; none where they list none."""
    match = _LISTED.search(words)
    if not match or _OPEN.search(match["listed"]):
        return (), ""
    return tuple(_BETWEEN.split(_LEADING.sub("", match["listed"]))), match["head"]


def some_of_those(wanted: str, given: str) -> tuple[str, str] | None:
    """Return the groups that ``given`` names of those that ``wanted`` lists, and all of these; None for none or all."""
    groups, head = groups_in(wanted)
    named = [group for group in groups if group in given]
    if not named or len(named) == len(groups) or _OPEN.search(given):
        return None
    if f"{named[-1]}{head}" not in given:
        return None
    return "、".join(named) + head, "、".join(groups) + head


def _groups_left_out(wanted: str, given: str, beside: Callable[[], str]) -> bool:
    """Whether the plan is for some of the groups that are listed, and names the others nowhere beside it."""
    if some_of_those(wanted, given) is None:
        return False
    words = beside()
    return not any(group in words for group in groups_in(wanted)[0] if group not in given)


def _only(words: str) -> Bracket | None:
    found = set(brackets_in(words))
    return found.pop() if len(found) == 1 else None
