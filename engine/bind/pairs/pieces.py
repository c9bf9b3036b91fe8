"""Shares that a plan carries in pieces: 新建幼儿园1所、改扩建幼儿园2所 are the three that are allotted to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from engine.bind.binding import Match
from engine.bind.contain import in_base
from engine.commitment import Commitment
from engine.patterns import lazy
from engine.quantity.units import parse_unit
from engine.words.counted import AMOUNT

_NOUN = lazy(f"(?:{AMOUNT})$")
_BUILT = lazy("[新改扩]+建")
_LEAST = 2


def with_pieces(matches: Sequence[Match], offered: Iterable[Commitment]) -> list[Match]:
    """Return the matches; a share that a figure falls short of lies inside where it and those beside it reach it together.

    The pieces stand in one sentence, are called alike but for what sets them apart, and answer for no other share. One
    that has the very name of the share answers by itself.
    """
    beside: dict[tuple[str, str, str], list[Commitment]] = defaultdict(list)
    for c in offered:
        if c.part_of is None and c.bound.op in ("=", ">=") and c.sentence and c.section == "body":
            beside[_place(c)].append(c)
    taken = {(m.commitment.id, m.applied.key) for m in matches if m.applied.demanded}
    return [_together(m, beside.get(_place(m.commitment), ()), taken) for m in matches]


def _together(match: Match, beside: Sequence[Commitment], taken: set[tuple[str, str]]) -> Match:
    applied, first = match.applied, match.commitment
    if not applied.demanded or applied.value is None or match.containment != "outside" or first.part_of:
        return match
    others = {identifier for identifier, key in taken if key != applied.key}
    pieces = [c for c in beside if c.id == first.id or (c.id not in others and _alike(c, first))]
    asked, names = _letters(applied.requirement.label), {_letters(c.label) for c in pieces}
    others_done = any(_built(c.label) - _built(applied.requirement.label) for c in pieces)
    if len(names) < len(pieces) or len(pieces) < _LEAST or asked in names:
        return match
    if others_done and _built(applied.requirement.label):
        return match
    whole = sum(in_base(c.bound, c.compared_unit) for c in pieces)
    if whole < in_base(applied.value.bound, applied.value.unit):
        return match
    return replace(match, containment="inside", together=True)


def _place(commitment: Commitment) -> tuple[str, str, str]:
    dimension = parse_unit(commitment.compared_unit).dimension
    return commitment.item, commitment.sentence, dimension


def _alike(one: Commitment, other: Commitment) -> bool:
    """Whether two figures are of one indicator, or of things called by one word (太阳能路灯, 普通路灯)."""
    if one.indicator or other.indicator:
        return one.indicator == other.indicator
    return _bare(one.label)[-_LEAST:] == _bare(other.label)[-_LEAST:]


def _letters(label: str) -> tuple[str, ...]:
    """Return what a label is written with, in whatever order: 养老设施新建 is 新建养老设施."""
    return tuple(sorted(_bare(label)))


def _built(label: str) -> set[str]:
    """Return how a label says that something is built: what is 改建 is no piece of what is to be 新建."""
    return set("".join(_BUILT.findall(label)))


def _bare(label: str) -> str:
    return _NOUN.sub("", label)
