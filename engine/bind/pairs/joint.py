"""Labels that name several things with one figure: 城市低保标准和农村低保标准均为780元, 城乡低保标准."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from engine.bind.applied import Applied
from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.units import parse_unit
from engine.resolve.resolver import Resolver
from engine.words.people import PEOPLE

_BETWEEN = lazy(r"[、和及与]")
_ALIKE = lazy(r"(?:均|都|统一|一律|全部|分别)+$")
_WHOM = lazy(rf"[^、和及与]*(?:{PEOPLE})")
_COUNTED = lazy("(?P<count>[两二三四])项(?:残疾人|困难群众)?(?P<what>补贴|津贴|补助)", needs="项")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4}
_STANDARD = lazy("(?:发放)?标准$")
_BOTH = "城乡"
_EACH = ("城市", "农村")


class Piece(Struct, frozen=True):
    """One of the things that a label names, with its indicator and its qualifiers in the catalogue's spelling."""

    label: str
    indicator: str
    scope: tuple[str, ...]


def pieces_of(label: str, unit: str, kind: str, resolver: Resolver) -> tuple[Piece, ...]:
    """Return the things that a label joins, empty unless each of several is an indicator measured in ``unit``."""
    names = _names(_ALIKE.sub("", label))
    if len(names) < len(_EACH):
        return ()
    found = [(name, resolver.resolve(name, "", unit, kind)) for name in names]
    pieces = tuple(Piece(name, r.indicator, r.scope) for name, r in found if r.indicator)
    distinct = {(piece.indicator, piece.scope) for piece in pieces}
    return pieces if len(pieces) == len(names) == len(distinct) else ()


def _names(label: str) -> list[str]:
    if _BOTH in label:
        return [label.replace(_BOTH, one, 1) for one in _EACH]
    names = [_ALIKE.sub("", part) for part in _BETWEEN.split(label) if part]
    return [_completed(name, names) for name in names]


def _completed(name: str, names: Sequence[str]) -> str:
    """Return a name with what the list says once for all: 散居孤儿、困境儿童基本生活费, 残疾人生活补贴和护理补贴."""
    whom, last = _WHOM.match(names[0]), _WHOM.match(names[-1])
    if last and _WHOM.fullmatch(name):
        return name + names[-1][last.end() :]
    return name if _WHOM.match(name) or not whom else whom.group() + name


def counted_pairs(applied: Sequence[Applied], offered: Sequence[Commitment]) -> Iterator[tuple[Applied, Commitment]]:
    """Yield what answers what where a plan counts its benefits instead of naming them (两项补贴分别为95元、110元).

    They answer as many benefits of one upper item, in their order; one figure for all (均为) answers each. Where it is the
    upper document that counts them (残疾人两项补贴不低于100元), each of as many that one sentence of the plan names answers.
    """
    asked: dict[tuple[str, str], list[Applied]] = defaultdict(list)
    for a in applied:
        asked[a.requirement.item, parse_unit(a.unit).dimension].append(a)
    given: dict[tuple[str, str, str], list[Commitment]] = defaultdict(list)
    for c in offered:
        if counted := _COUNTED.search(c.label):
            given[c.item, c.sentence, counted.group()].append(c)
    for (_, _, words), figures in given.items():
        counted = _COUNTED.search(words)
        assert counted is not None
        dimension = parse_unit(figures[0].compared_unit).dimension
        for (_, measured), items in asked.items():
            named = [a for a in items if counted["what"] in a.requirement.label]
            fitting = measured == dimension and len(named) == len(items) == _COUNTS[counted["count"]]
            if fitting and len(figures) in (1, len(items)):
                yield from zip(items, figures * (len(items) // len(figures)), strict=True)
    yield from _each_of_those_counted(applied, offered)


def _each_of_those_counted(
    applied: Sequence[Applied], offered: Sequence[Commitment]
) -> Iterator[tuple[Applied, Commitment]]:
    for a in applied:
        counted = _COUNTED.search(a.requirement.label)
        if counted is None:
            continue
        whose = _COUNTED.sub("", _STANDARD.sub("", a.requirement.label))
        dimension = parse_unit(a.unit).dimension
        named: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
        for c in offered:
            alike = parse_unit(c.compared_unit).dimension == dimension
            if alike and counted["what"] in c.label and whose in c.label and not _COUNTED.search(c.label):
                named[c.item, c.sentence].append(c)
        for those in named.values():
            if len(named) == 1 and len({c.label for c in those}) == len(those) == _COUNTS[counted["count"]]:
                yield from ((a, c) for c in those)
