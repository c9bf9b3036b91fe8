"""Figures behind a whole that do not divide it: tiers, stages told as they add up, what it grew by, marks set across parts."""

from __future__ import annotations

from collections.abc import Sequence

from engine.commitment import Commitment
from engine.document import Document
from engine.extract.names.wholes import measures_another
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.prose.common import clause_after, sentence_start
from engine.words.change import GROWN_BY

# 重点项目 are so many of all projects, be they new or going on; 普惠性民办园 are not all the private ones.
_MARKED = lazy("重点|示范|标杆|试点|普惠")
_SO_FAR = lazy("累计[一-龥]{0,4}$")
_SO_FAR_BEHIND = lazy(r"[(（]累计")
_SHORT = 8
_MONTH = lazy(r"(\d{1,2})月")
_GREW = lazy(GROWN_BY)
_NEAR = 24


def set_across(whole: Commitment, parts: Sequence[Commitment], document: Document) -> bool:
    """Whether some parts are set off by another mark than the others, which the whole does not bear: 新建项目6个，重点项目10个."""
    ends = [whole.end, *(part.end for part in parts)]
    marked = [
        {*_MARKED.findall(document.text, end, part.start)} - {*_MARKED.findall(whole.label)}
        for end, part in zip(ends, parts, strict=False)
    ]
    return any(marked) and not all(marked)


def is_tier(whole: Commitment, parts: Sequence[Commitment]) -> bool:
    """Whether a sum per head is set off from a higher one for some (每餐补贴4元,其中失能老人6元), which is no part of it."""
    highest = max(part.bound.value for part in parts)
    of_all = len(parts) > 1 and highest == whole.bound.value
    return "/" in whole.compared_unit and (of_all or highest > whole.bound.value)


def is_running(whole: Commitment, parts: Sequence[Commitment], document: Document) -> bool:
    """Whether the figures are what is reached one stage after the other (5月底前300户、9月底前累计620户).

    Stages by later and later days that rise and together exceed a whole which none of them exceeds are told as they add
    up, whether they say so or not.
    """
    text = document.text
    if any(_SO_FAR.search(text, max(0, p.start - _SHORT), p.start) or _SO_FAR_BEHIND.match(text, p.end) for p in parts):
        return True
    ends, values = [whole.end, *(part.end for part in parts)], [part.bound.value for part in parts]
    months = [_MONTH.findall(document.text, end, part.start) for end, part in zip(ends, parts, strict=False)]
    last = [int(found[-1]) for found in months if found]
    staged = len(parts) > 1 and len(last) == len(parts) and last == sorted(set(last))
    return staged and values == sorted(set(values)) and values[-1] <= whole.bound.value < sum(values)


def is_measure(commitment: Commitment, document: Document) -> bool:
    """Whether a figure is only what another one is measured by (占2.8万人的96%), which is no whole of anything."""
    begin = sentence_start(document, commitment.start)
    before = fold(document.text[begin : commitment.start])
    return measures_another(before, fold(clause_after(document, commitment.end)))


def is_growth(commitment: Commitment, document: Document) -> bool:
    """Whether a figure is what something grew by (比上年的5200人增加800人), which is no whole of anything."""
    return _GREW.search(document.text, max(0, commitment.start - _NEAR), commitment.start) is not None
