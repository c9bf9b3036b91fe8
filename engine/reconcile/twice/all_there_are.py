"""How many of a thing there are in all, told twice: 现有村卫生室46所 … 对全县64所村卫生室开展清查."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from engine.commitment import Commitment, Extraction
from engine.facts.fact import Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.bounds import Bound
from engine.quantity.measure_words import canonical
from engine.reconcile.arithmetic.slips import one_slip_apart
from engine.reconcile.prose.common import figure_of, printed, shown
from engine.wording import phrase

_COUNT = lazy(r"(?<![\d.第/])(?P<number>\d{1,6})(?P<unit>[个所家处座户名人条口])(?![月百])")
_STOCK = "现有|共有|现共有|建有|拥有|设有|辖有?|全[县市区镇乡旗州]有"
# 现有县级医院2家、村卫生室46所: the list goes on with what there is.
_LED = (
    r"(?:^|[,;对为给])[ ]*(?:目前|截至目前|据统计|经统计)*[,]?(?P<whose>(?:[全我本][县市区镇乡旗州])?)(?:目前|现|共)*"
    rf"(?:{_STOCK})(?:[一-龥]{{2,10}}\d+[一-龥]{{1,2}}[、,和及])*"
)
_NAMED_BEFORE = lazy(rf"{_LED}(?P<thing>[一-龥]{{2,10}}?)(?:共|共计|总数)?$")
_COUNTED_BEFORE = lazy(rf"{_LED}$")
_OF_ALL = lazy(r"全[县市区镇乡旗州](?:共|所有|的)?$")
_THING = lazy(r"[一-龥]{2,10}?(?=[,;、:()\n。]|[的开进实全均都逐统每一免应]|$)")
_EARLIER = lazy(r"20\d\d年[末底]|[上去]年|曾|原有|过去")
_WORDS = ("有", "辖", "全")
_SENTENCE = lazy(r"[。;\n\t|]")
_REACH = 80


class _Told(Struct, frozen=True):
    """A number of all there are of a thing: ``stock`` where it is said of what the whole place has now."""

    match: re.Match[str]
    thing: str
    stock: bool

    @property
    def number(self) -> int:
        """The number itself."""
        return int(self.match["number"])


def all_told_facts(extraction: Extraction, plan: str) -> Iterator[tuple[Fact, Commitment, Commitment]]:
    """Yield a ``restatement`` fact, with its figures, where a text says twice how many there are in all, and not the same.

    They differ as a slip of the pen differs, unless both are said of what there is now (现有, 辖). What is added to the one
    to make the other is told.
    """
    text = fold(extraction.document.text)
    place = extraction.metadata.place.rpartition("/")[2]
    counts = list(_COUNT.finditer(text))
    numbers = {int(m["number"]) for m in counts}
    found: dict[tuple[str, str], list[_Told]] = defaultdict(list)
    for match in counts:
        if told := _told(text, match, place):
            found[told.thing, canonical(match["unit"])].append(told)
    for first, *others in found.values():
        other = next((o for o in others if o.number != first.number), None)
        if other and _is_slip(first, other) and abs(first.number - other.number) not in numbers:
            yield _fact(first, other, extraction, plan)


def _told(text: str, match: re.Match[str], place: str) -> _Told | None:
    before = _SENTENCE.split(text[max(0, match.start() - _REACH) : match.start()])[-1]
    if not any(word in before for word in _WORDS) or _EARLIER.search(before):
        return None
    before = _own(before, place)
    if named := _NAMED_BEFORE.search(before):
        return _Told(match, named["thing"], bool(named["whose"]))
    counted = _COUNTED_BEFORE.search(before)
    thing = _THING.match(text, match.end()) if counted or _OF_ALL.search(before) else None
    return _Told(match, thing.group(), bool(counted and counted["whose"])) if thing else None


def _own(words: str, place: str) -> str:
    """Return words with the plan's own place as they would speak of it: 全县 for 东河县."""
    return words.replace(place, f"全{place[-1]}") if place else words


def _is_slip(one: _Told, other: _Told) -> bool:
    if one.stock and other.stock:
        return True
    mine, theirs = str(one.number), str(other.number)
    return (len(mine) == 2 and mine[::-1] == theirs) or one_slip_apart(Fraction(mine), Fraction(theirs))


def _fact(one: _Told, other: _Told, extraction: Extraction, plan: str) -> tuple[Fact, Commitment, Commitment]:
    first, second = (_figure(told, extraction) for told in (one, other))
    fields: dict[str, Value] = {
        "kind": "restatement", "id": f"restatement:{first.id}:{second.id}", "plan": plan, "first": first.id,
        "second": second.id, "label": one.thing, "agree": False, "across": "body",
    }  # fmt: skip
    working = phrase("reconcile.restated", first=printed(first), second=printed(second))
    evidence = (shown(first, "plan"), shown(second, "plan"))
    return Fact(fields, evidence, figure_of(second), {"working": working}), first, second


def _figure(told: _Told, extraction: Extraction) -> Commitment:
    """Return a number of what there is, which is no commitment, in the form of one."""
    start, end = told.match.span()
    unit = canonical(told.match["unit"])
    return Commitment(
        id=f"all:{start}", item="", label=told.thing, scope=(), bound=Bound("=", Decimal(told.number)), unit=unit,
        span=extraction.document.span(start, end), start=start, end=end, resolved_unit=unit,
    )  # fmt: skip
