"""Faults in figures that meet their standard: out of bounds, in weaker words, in another unit, at a later date."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from slips import NUMBER, Fault, Read

from engine.bind.binding import Match
from engine.commitment import Commitment
from engine.quantity.units import parse_unit

_FLOOR = ("below-floor", "below-allocation", "derived-floor", "outdated-standard", "fixed-differs")
_DATE = re.compile(r"(?P<month>\d{1,2})(?=月(?:底|末|\d{1,2}日)?前)")
_PER = (("每人每月", "每人每年"), ("元/人/月", "元/人/年"), ("每月", "每年"))


def against_standard(read: Read, rng: random.Random) -> Iterator[Fault]:
    """Yield figures out of bounds, weaker words, other units and later dates where the plan meets its standard."""
    for match in read.binding.matches:
        requirement, value, own = match.applied.requirement, match.applied.value, match.commitment
        if match.containment != "inside" or not match.applied.applies or value is None:
            continue
        if requirement.binding in ("floor", "derived") or (requirement.binding == "total" and match.applied.demanded):
            yield from _beyond(read, match, Fraction(9, 10), "floor", _FLOOR)
            if own.bound.op in (">=", "=") and value.bound.op in (">=", ">", "="):
                yield from _about(read, own)
            yield from _other_period(read, own)
        elif requirement.binding == "ceiling":
            yield from _beyond(read, match, Fraction(11, 10), "ceiling", ("above-ceiling",))
        if requirement.meet_by and own.deadline:
            yield from _later(read, own)


def _beyond(read: Read, match: Match, share: Fraction, kind: str, rules: tuple[str, ...]) -> Iterator[Fault]:
    """Yield a figure that lies a tenth, and one that lies half, out of what the standard allows."""
    own, value = match.commitment, match.applied.value
    found = list(NUMBER.finditer(read.text, own.start, own.end))
    if not found or value is None or own.bound.op in ("range", "~") or value.bound.op in ("range", "~"):
        return
    printed = found[-1].group()
    decimals = len(printed.partition(".")[2])
    asked = Fraction(value.bound.high or value.bound.value) * parse_unit(value.unit).factor
    ours = Fraction(own.bound.value) * parse_unit(own.compared_unit).factor
    for factor in (share, share - Fraction(2, 5) if share < 1 else share + Fraction(2, 5)):
        scaled = round(Fraction(printed) * asked / ours * factor * 10**decimals)
        instead = str(Decimal(scaled).scaleb(-decimals))
        off = Fraction(instead) / Fraction(printed) * ours / asked
        if scaled > 0 and instead != printed and (off < 1 if share < 1 else off > 1):
            beyond = "well " if factor != share else ""
            yield Fault(f"{beyond}out of a {kind}", found[-1].start(), found[-1].end(), instead, rules)


def _about(read: Read, own: Commitment) -> Iterator[Fault]:
    """Yield 左右 in the place of a bound word."""
    words = read.text[own.start : own.end]
    plain = re.sub("不低于|不少于|达到|至少|以上|超过", "", words)
    yield Fault("bound word", own.start, own.end, f"{plain}左右", ("approximate-floor", "approximate-target"))


def _other_period(read: Read, own: Commitment) -> Iterator[Fault]:
    start = max(0, own.start - 12)
    for month, year in _PER:
        at = read.text.rfind(month, start, own.end)
        if at >= 0 and own.resolved_unit.endswith("/月"):
            yield Fault("unit", at, at + len(month), year, (*_FLOOR, "unit-incomparable"))
            return


def _later(read: Read, own: Commitment) -> Iterator[Fault]:
    stop = read.text.find("。", own.end)
    begin = max(read.text.rfind("。", 0, own.start), read.text.rfind("\n", 0, own.start)) + 1
    for match in _DATE.finditer(read.text, begin, stop if stop >= 0 else own.end):
        if int(match["month"]) < 12:
            yield Fault("date", match.start(), match.end(), "12", ("late-deadline", "deadline-conflict"))
            return
