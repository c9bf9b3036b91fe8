"""Whether two plans can be drafts of one: what is put right in one plan was never wrong in another."""

from __future__ import annotations

from collections.abc import Collection

from engine.commitment import Metadata
from engine.judge.finding import PlanResult
from engine.normalise.quote import normalised
from engine.patterns import lazy

# What the titles of all plans have in common says nothing of which plan it is.
_STOCK = lazy(
    "关于|印发|下达|分解|转发|通知|实施|工作|行动|方案|计划|意见|办法|任务|年度|人民政府|办公室|委员会|[省市县区镇乡]委"
    "|全[省市县区镇乡]|草案|(?:征求意见|送审|讨论|修改|审议|公示|初|定)稿|[\\d〇零一二三四五六七八九十]+[年件项]?|[的和与及、\\W_]"
)


def can_be_one_plan(old: PlanResult, new: PlanResult) -> bool:
    """Say whether nothing shows two plans to be different ones: another place, another year, or a title quite unlike.

    What one of them does not say shows nothing; titles are alike that share a word besides those of all titles.
    """
    if old.extraction is None or new.extraction is None:
        return True
    first, second = old.extraction.metadata, new.extraction.metadata
    if _differ(_place(first), _place(second)) or _differ(first.year, second.year):
        return False
    places = {name for metadata in (first, second) for name in metadata.place.split("/") if name}
    one, other = (_words(metadata.title, places) for metadata in (first, second))
    return not (one and other) or bool(one & other)


def _differ(one: object, other: object) -> bool:
    return bool(one and other) and one != other


def _place(metadata: Metadata) -> str:
    """Return the name of the place itself: one draft may tell what it lies in, and the other not."""
    return metadata.place.rpartition("/")[2]


def _words(title: str, places: Collection[str]) -> frozenset[str]:
    """Return the pairs of characters of a title, without the names of ``places`` and the words of all titles."""
    said = normalised(title)
    for name in sorted(places, key=len, reverse=True):
        said = said.replace(name, "|")
    parts = _STOCK.sub("|", said).split("|")
    return frozenset(part[at : at + 2] for part in parts for at in range(len(part) - 1))
