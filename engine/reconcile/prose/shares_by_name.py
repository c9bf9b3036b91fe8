"""Shares told by names alone: 县级财政安排数占计划总投入的42.6%, where the two sums stand in another sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.commitment import Commitment, Extraction
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.prose.parts import wholes
from engine.reconcile.prose.rates_told import ToldRate

_SHARE = lazy(
    r"(?:^|(?<=[,。;:、(\n]))[ ]*(?P<part>[一-龥]{2,14}?)占(?P<whole>[一-龥]{2,14}?)(?:的)?(?:比例|比重)?"
    r"(?:约?为|达到?|是)?(?P<share>\d+(?:\.\d+)?)%",
    needs="占",
)
_LED = lazy("^(?:其中|其|今年|全年|本年|计划|预计)+")
_ALL_MONEY = lazy(
    "(?:计划|项目|工程|年度|全年|所需|概算|预算|民生实事|实事)*(?:总(?:投入|投资|资金|额|金额|概算)|(?:投入|投资|资金)(?:总额|总量|总数)|全部(?:资金|投入|投资))"
)
_ALL_COUNTED = lazy("总(?:人数|户数|数|量|人次)$|[总全](?=[一-龥]{2,})")
_NOISE = lazy(
    "(?:财政|预算|补助|配套|专项|安排|投入|负担|承担|出资|自筹|资金|经费|投资|金额|部分|支出|人数|户数|数量|数|额)+$"
)
_OTHERWISE = lazy("上年|去年|分别|约|不低于|不超过|比(?![例重])")
_BOUND = lazy("以[上下内]|左右|上下")
_PRINTED = lazy(r"(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿]?)")


def shares_by_name(extraction: Extraction) -> Iterator[ToldRate]:
    """Yield each share of a part in a whole that the plan divides elsewhere, where each of the two names one figure alone."""
    text = fold(extraction.document.text)
    matches = [m for m in _SHARE.finditer(text) if not _OTHERWISE.search(m.group()) and not _BOUND.match(text, m.end())]
    if not matches:
        return
    divisions = _divisions(extraction)
    for match in matches:
        pairs = [
            (whole, part)
            for whole, parts in divisions
            if _is_whole(match["whole"], whole) and (part := _named(match["part"], parts))
        ]
        if len(pairs) == 1 and (told := _told(*pairs[0])):
            place = match.start("share"), match.end("share") + 1
            yield ToldRate(*told, (match["share"], place), f"{match['part']}占比")


def _divisions(extraction: Extraction) -> list[tuple[Commitment, list[Commitment]]]:
    by_id = {c.id: c for c in extraction.commitments}
    found: dict[str, list[Commitment]] = defaultdict(list)
    for part, whole in wholes(extraction):
        if part.bound.op == "=" and whole in by_id and part not in found[whole]:
            found[whole].append(part)
    return [(by_id[name], parts) for name, parts in found.items() if by_id[name].bound.op == "="]


def _is_whole(words: str, whole: Commitment) -> bool:
    """Whether words call a figure all of it: 总投入 of money, 培训总人数 of those trained."""
    if whole.unit == "元":
        return _ALL_MONEY.fullmatch(_LED.sub("", words)) is not None
    thing = _ALL_COUNTED.sub("", words)
    return thing != words and len(thing) > 1 and thing in whole.label


def _named(words: str, parts: Sequence[Commitment]) -> Commitment | None:
    core = _NOISE.sub("", _LED.sub("", words))
    fitting = [part for part in parts if core and core in part.label]
    return fitting[0] if len(core) > 1 and len(fitting) == 1 else None


def _told(
    whole: Commitment, part: Commitment
) -> tuple[tuple[str, str, tuple[int, int]], tuple[str, str, tuple[int, int]]] | None:
    """Return the two figures as printed, each with its place."""
    first, second = (_PRINTED.search(fold(figure.span.text)) for figure in (whole, part))
    if first is None or second is None or whole.unit != part.unit:
        return None
    return (
        (first["number"], first["scale"], (whole.start, whole.end)),
        (second["number"], second["scale"], (part.start, part.end)),
    )
