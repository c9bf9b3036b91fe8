"""Shares of a whole that is told once for all of them: 共需资金5000万元 … 甲项1000万元，占总需求的20%；乙项500万元，占10%.

No sentence says what each is a share of. A figure is taken for the whole where at least two of the shares behind it, and most of
all, bear it out; the one that breaks it is then reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from engine.document import Document
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import SCALES
from engine.reconcile.prose.rates_told import ToldRate
from engine.words.counted import THINGS

_UNITS = f"{THINGS}|元"
# 占财政支出的 is of something else, and 约占 proves nothing.
_SHARE = lazy(
    rf"(?P<part>(?<![\d.])\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{_UNITS})[,、(]"
    r"占(?P<of>比|比重|(?:总|全部|所有|全年|合计|计划)[^,。;:、()\d]{0,8}?)?(?:的?比例|的?比重)?的?(?:为|达到?)?(?P<share>\d+(?:\.\d+)?)%",
    needs="占",
)
_WHOLE = lazy(
    rf"(?:共|总|合计|一共)[^,。;:、()\d\n]{{0,10}}(?P<whole>(?<![\d.])\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{_UNITS})",
    needs="共|总|合计",
)
_FIGURE = lazy(rf"(?P<number>(?<![\d.])\d+(?:\.\d+)?)(?P<scale>[万亿]?)(?P<unit>{_UNITS})")
_LEAST_HELD = 2
# The paragraph that tells the whole and those behind it that divide it.
_REACH = 600


def shares_of_one_whole(document: Document) -> Iterator[ToldRate]:
    """Yield each share of a whole that the shares around it show to be theirs."""
    text = fold(document.text)
    told: set[int] = set()
    for whole in _WHOLE.finditer(text):
        behind = [m for m in _SHARE.finditer(text, whole.end(), whole.end() + _REACH) if m["unit"] == whole["unit"]]
        # Behind another sum of all they are shares of that.
        others = (
            m.start() for m in _WHOLE.finditer(text, whole.end(), whole.end() + _REACH) if m["unit"] == whole["unit"]
        )
        end = next(others, len(text))
        shares = [m for m in behind if m.start() <= end]
        held = [m for m in shares if _follows(m, _value(whole["whole"], whole["scale"]))]
        if len(held) < _LEAST_HELD or len(held) * 2 <= len(shares):
            continue
        for share in shares:
            if share.start() not in told and (share in held or not _of_another(text, share)):
                told.add(share.start())
                yield _told(whole, share)


def _follows(share: re.Match[str], whole: Fraction) -> bool:
    """Whether a share prints as that of the whole, rounded or cut off."""
    step = Fraction(1, 10 ** len(share["share"].partition(".")[2]))
    stated = Fraction(share["share"])
    computed = _value(share["part"], share["scale"]) / whole * 100 if whole else Fraction(-1)
    return stated - step / 2 <= computed < stated + step


def _of_another(text: str, share: re.Match[str]) -> bool:
    """Whether a share is that of another figure before it: 需资金800万元，其中县级200万元，占25%."""
    before = text[max(0, share.start() - _REACH) : share.start()]
    return any(
        _follows(share, _value(m["number"], m["scale"])) for m in _FIGURE.finditer(before) if m["unit"] == share["unit"]
    )


def _value(number: str, scale: str) -> Fraction:
    return Fraction(number) * Fraction(10) ** SCALES[scale]


def _told(whole: re.Match[str], share: re.Match[str]) -> ToldRate:
    return ToldRate(
        (whole["whole"], whole["scale"], (whole.start("whole"), whole.end("unit"))),
        (share["part"], share["scale"], (share.start("part"), share.end("unit"))),
        (share["share"], (share.start("share"), share.end("share") + 1)),
        "占比",
    )
