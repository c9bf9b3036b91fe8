"""Whom a task is for, by the words of its own part of the sentence: ages, town or country, groups and kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from engine.bind.binding import Relation
from engine.bind.people.ages import Bracket, age_relation, brackets_in, widest
from engine.bind.people.kinds import kinds_left_out
from engine.bind.people.left_out import left_out
from engine.bind.people.listed import groups_left_out
from engine.bind.people.qualified import qualified_alone
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.words.people import PEOPLE

_PARTS = lazy(r"[。;！!\n]")
_WHO = f"(?:适龄)?(?:{PEOPLE}|家庭|人口|低保)"
_BOTH = lazy(rf"城乡(?={_WHO})")
_ONE = lazy(rf"(?P<side>农村|乡村|城镇|城市)(?={_WHO})")
_NAMED = lazy(
    rf"(?:年满|从|自)?(?:\d{{1,3}}(?:[-—–~至到]\d{{1,3}})?|[一二三四五六七八九十百]{{1,5}})(?:周岁|岁)(?:及?以[上下])?(?:的|起)?(?:[一-龥]{{0,4}}{_WHO})?|(?:城乡|农村|乡村|城镇|城市){_WHO}",
    needs="岁|城乡|农村|乡村|城镇|城市",
)
_JOINED = lazy("(?P<one>公办|失能|中|一|二|三|四)(?P<other>民办|半失能|重度|二级|三级|四级)")
_DEGREES = lazy("(?<![一二三四至到])(?P<one>[一二三四])(?=[、和及](?:[一二三四][、和及])*[二三四]级)", needs="级")
_FIGURE = lazy(r"\d+(?:\.\d+)?(?:万|亿)?(?:元|%|次|人|户|个|名|张|课时|学时|小时|场|件|台|套|所|家|项)")
_CLAUSES = lazy("[^,，。;；]*[,，。;；]?")
_PUT_OFF = lazy("另行|暂不|暂缓|暂未|除外|不(?:再)?(?:纳入|列入)|不包括|不包含|不含|不享受|不予|下一步|待条件")
_CLAUSE = lazy("[,。;；]")
_RURAL = frozenset({"农村", "乡村"})


def own_part(sentence: str, quote: str) -> str:
    """Return the part of a sentence, between semicolons, that holds the words ``quote``; the whole where none does."""
    words = fold(sentence)
    parts = [part for part in _PARTS.split(words) if fold(quote) in part]
    return parts[0] if parts else words


def own_words(part: str, quote: str, label: str = "") -> str:
    """Return the words of a part of a sentence that are those of its figure ``quote``: from the figure before to the next.

    Of several figures that read the same it is that behind the words of ``label``.
    """
    figures = [match.span() for match in _FIGURE.finditer(part)]
    words = fold(quote)
    starts = [match.start() for match in re.finditer(re.escape(words), part)] if words else []
    before = {at: max((end for _, end in figures if end <= at), default=0) for at in starts}
    if not starts:
        return part
    at = max(starts, key=lambda at: len(set(label) & set(part[before[at] : at])))
    end = min((begin for begin, _ in figures if begin >= at + len(words)), default=len(part))
    stop = [match.start() for match in _CLAUSE.finditer(part, at + len(words), end)]
    return part[before[at] : stop[-1] if stop and end < len(part) else end]


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
    label, wanted, whole = spread(label), spread(wanted), spread(given)
    given = _without_put_off(whole)

    def others() -> str:
        return _without_put_off(beside())

    return (
        groups_left_out(f"{label} {wanted}", given, others)
        or kinds_left_out((label, wanted), given, others)
        or qualified_alone(f"{label} {wanted}", given)
        or left_out(f"{label} {wanted}", whole)
    )


def _one_side(wanted: str, given: str, beside: Callable[[], str]) -> bool:
    """Whether the plan is for the towns or the country alone where both are wanted."""
    if not _BOTH.search(wanted) or not _ONE.search(given):
        return False
    words = f"{given} {beside()}"
    sides = {match["side"] in _RURAL for match in _ONE.finditer(words)}
    return len(sides) == 1 and not _BOTH.search(words)


def put_off_in(words: str) -> Iterator[tuple[int, str]]:
    """Yield the clauses that leave somebody for another time or out (林场居民点另行研究), with where they begin."""
    for match in _CLAUSES.finditer(words):
        if _PUT_OFF.search(match.group()):
            yield match.start(), match.group().rstrip(",，。;；")


def _without_put_off(words: str) -> str:
    """Return words without the clauses that leave somebody for another time or out."""
    return "".join(clause for clause in _CLAUSES.findall(words) if not _PUT_OFF.search(clause))


def spread(words: str) -> str:
    """Return words with the groups that stand in them without a comma set apart: 公办民办, 中重度, 一二级."""
    return _DEGREES.sub(r"\g<one>级", _JOINED.sub(_apart, words))


def _apart(match: re.Match[str]) -> str:
    one, other = match["one"], match["other"]
    return f"{one}{other[1:] if len(one) == 1 else ''}、{other}"


def fewer_in_all(wanted: str, given: str) -> tuple[str, str] | None:
    """Return for whom all tiers of the plan are, and those of the higher document, where the first are fewer."""
    theirs, mine = widest(wanted), widest(given)
    if not theirs or not mine or age_relation(theirs, mine) != "narrower":
        return None
    return _named_as(given, mine), _named_as(wanted, theirs)


def _named_as(words: str, bracket: Bracket) -> str:
    named = (match.group() for match in _NAMED.finditer(words))
    return next((name for name in named if bracket in brackets_in(name)), "")


def people_in(words: str) -> str:
    """Return the people that words name by age or residence, as they write them; nothing where they name none."""
    match = _NAMED.search(words)
    return match.group() if match else ""


def _only(words: str) -> Bracket | None:
    found = set(brackets_in(words))
    return found.pop() if len(found) == 1 else None
