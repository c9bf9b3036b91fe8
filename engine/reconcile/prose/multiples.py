"""A sum per head that follows from another one of the plan: 按城市低保标准的1.3倍确定，为每人每月988元."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from engine.commitment import Commitment, Extraction
from engine.facts.fact import Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.units import convert, parse_unit
from engine.reconcile.prose.common import figure_of, printed, shown
from engine.wording import phrase

_MULTIPLE = lazy(
    r"(?P<least>不低于|不少于|至少为?|超过|高于)?(?P<base>[一-龥]{2,24})的(?P<times>\d+(?:\.\d+)?)(?P<unit>倍|%)(?P<roughly>左右|以上)?",
    needs="倍|%",
)
# 特困人员基本生活标准按照城市低保标准: only what stands behind the last of these is the base.
_LEADS = lazy(r".*(?:按照?|参照|依照|不低于|不少于|至少为?|超过|高于|达到?|相当于|等于|为|是|以)")
_LED = lazy("按照?|参照|相当于|等于|达到?|为|是")
_LEAST = lazy(r"(?:不低于|不少于|至少为?|超过|高于)[一-龥]*$")
_WHOSE = lazy("当地|本地|同期|现行|[本我全该][省市县区州旗]|居民|城乡(?=低保|居民)|的")
_SAME = (("最低生活保障", "低保"), ("基本生活保障", "基本生活"))
_ANOTHER_YEAR = lazy(r"上一?年|去年|20\d\d年")
_THEN = lazy(
    r"(?:的?(?:标准|比例)?(?:来)?(?:确定|执行|计发|核定|核算|发放|测算|落实|保障|计算|给予)?)?[,(:]?(?:即|为|约?合|达到?|提[高标]到|调整[到为])?"
    r"(?:每人每[年月]|每人|月人均|每月)*"
)
_BEFORE = lazy("[,(、]?(?:即|确保|标准|均|分别)*")
_REACH = 30
# More than this share above what follows is another sum; up to it, it was rounded up.
_ROUNDED_UP = Fraction(1, 20)


def multiple_facts(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield a ``product`` fact for each sum told right beside the multiple or share of another sum that it is.

    A base that the plan gives more than one figure for (城市, 农村) is the one that bears the sum out, if any does.
    """
    text = fold(extraction.document.text)
    sums = [c for c in extraction.commitments if c.compared_unit.startswith("元/") and c.bound.op in ("=", ">=")]
    names: dict[str, list[Commitment]] = defaultdict(list)
    for c in sums:
        names[_plain(c.label)].append(c)
    for match in _MULTIPLE.finditer(text) if sums else ():
        told = _beside(text, match, sums)
        bases = _named(match["base"], names, told) if told else []
        if told and bases and not match["roughly"]:
            yield _fact(told, bases, match, plan)


def _beside(text: str, match: re.Match[str], sums: Sequence[Commitment]) -> Commitment | None:
    """Return the sum that follows the multiple at once, else that of which it is said (…969元，不低于低保标准的1.3倍)."""
    behind = next((c for c in sums if match.end() <= c.start <= match.end() + _REACH), None)
    if behind and _THEN.fullmatch(text, match.end(), behind.start):
        return behind
    before = next((c for c in reversed(sums) if c.end <= match.start()), None)
    said = match["least"] or _LED.match(match["base"])
    return before if before and said and _BEFORE.fullmatch(text, before.end, match.start()) else None


def _plain(words: str) -> str:
    for long, short in _SAME:
        words = words.replace(long, short)
    return _WHOSE.sub("", words).removesuffix("标准")


def _named(words: str, names: Mapping[str, Sequence[Commitment]], told: Commitment) -> list[Commitment]:
    """Return the figures that the words before a multiple name, in the kind of unit of the sum told."""
    base = _plain(_LEADS.sub("", words))
    if len(base) < 2 or _ANOTHER_YEAR.search(words):
        return []
    dimension = parse_unit(told.compared_unit).dimension
    called = [c for name, those in names.items() if base in name and name.endswith(base[-2:]) for c in those]
    return [c for c in called if c is not told and parse_unit(c.compared_unit).dimension == dimension]


def _fact(told: Commitment, bases: Sequence[Commitment], match: re.Match[str], plan: str) -> Fact:
    times = Fraction(Decimal(match["times"])) / (100 if match["unit"] == "%" else 1)
    least = told.bound.op != "=" or match["least"] is not None or _LEAST.search(match["base"]) is not None
    stated = Fraction(told.bound.value)
    values = [(convert(Fraction(c.bound.value), c.compared_unit, told.compared_unit) * times, c) for c in bases]
    computed, base = min(values, key=lambda pair: abs(pair[0] - stated))
    fields: dict[str, Value] = {
        "kind": "product", "id": f"product:multiple:{told.id}", "plan": plan, "label": told.label, "stated": stated,
        "computed": computed, "unit": told.compared_unit,
        "agree": any(_follows(stated, value, least=least) for value, _ in values),
    }  # fmt: skip
    working = phrase(
        "reconcile.product",
        factors=f"{printed(base)}×{match['times']}{match['unit']}",
        computed=printed(told, computed), stated=printed(told),
    )  # fmt: skip
    said = {"working": working}
    return Fact(fields, (shown(told, "plan"), shown(base, "part")), figure_of(told), said)


def _follows(stated: Fraction, computed: Fraction, *, least: bool) -> bool:
    """Whether a sum is what a multiple gives, to the yuan; rounded up, or anything more where it is only a floor."""
    return computed - 1 < stated and (least or stated <= computed * (1 + _ROUNDED_UP))
