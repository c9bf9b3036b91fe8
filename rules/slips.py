"""Everything that is wrong in a card, told at once: whoever mends it needs to know all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from engine.errors import RuleError
from engine.judge.words import NAME
from engine.match.compile import compile_rule
from rules.build import Fault, Loc, Reader, place_of, shape_of, shapes_of

_UNCHECKED = (KeyError, TypeError, AttributeError, ValueError)
_FIGURES = ("expected", "actual")


def slips_in(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what the shape of a card does not show: unknown kinds, fields, aliases and names.

    A card of the wrong shape is looked through as far as that goes.
    """
    try:
        shapes = shapes_of(raw)
    except _UNCHECKED:
        return
    for loc, case in shapes:
        try:
            yield from _in_case(raw, case, loc)
        except _UNCHECKED:
            continue


def _in_case(raw: Mapping[str, Any], case: Mapping[str, Any], loc: Loc) -> Iterator[Fault]:
    shape = shape_of(raw, case)
    kinds = {alias: str(pattern["kind"]) for alias, pattern in shape["when"].items()}
    found = list(_in_patterns(shape, loc))
    yield from found
    if any(fault.loc[-1] == "kind" for fault in found):
        return  # what an alias of no known kind has, nobody can say
    reader = Reader(shape, kinds, loc, frozenset(case))
    for key in ("message", "remedy"):
        yield from _in_words(reader, shape, key)
    reads: list[Callable[[], object]] = [reader.certainty, reader.evidence, reader.standard]
    reads += [lambda key=key: reader.figure(key) for key in _FIGURES]  # type: ignore[misc]
    reads.append(lambda: reader.alias("label"))
    yield from _raised(reads)


def _in_words(reader: Reader, shape: Mapping[str, Any], key: str) -> Iterator[Fault]:
    words = shape[key]
    names = sorted({*NAME.findall(words["zh"]), *NAME.findall(words["en"])})
    yield from _raised([lambda name=name: reader.refuse_name(key, name) for name in names])  # type: ignore[misc]
    yield from _raised([lambda: reader.sentence(key)])


def _raised(reads: list[Callable[[], object]]) -> Iterator[Fault]:
    for read in reads:
        try:
            read()
        except Fault as fault:
            yield fault
        except _UNCHECKED:
            continue


def _in_patterns(shape: dict[str, Any], loc: Loc) -> Iterator[Fault]:
    """Yield the faults of ``when`` and ``without``, each condition that is wrong taken out before the next is looked for."""
    left = {part: {a: dict(conditions) for a, conditions in shape[part].items()} for part in ("when", "without")}
    for _ in range(sum(len(conditions) for patterns in left.values() for conditions in patterns.values())):
        try:
            compile_rule("card", left["when"], left["without"])
            return
        except RuleError as error:
            place = place_of("card", left, loc)
            yield Fault(place, "as-said", text=error.text)
            part, alias, key = place[-3:] if len(place) > len(loc) + 2 else ("", "", "kind")
            if key == "kind" or key not in left.get(str(part), {}).get(alias, {}):
                return
            del left[str(part)][alias][key]
