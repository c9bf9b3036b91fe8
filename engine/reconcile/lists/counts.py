"""20项民生实事, 10件…22个指标任务, 3个附件: what a plan claims to hold against what it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from engine.commitment import Extraction
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import whole_number
from engine.reconcile.lists.claims import OWN, Claim, claims_of
from engine.reconcile.lists.enumerations import (
    Listing,
    indicator_listings,
    item_listings,
    item_rows,
    section_claims,
)
from engine.wording import phrase

_OF_TASKS = lazy(r"任务|实事|内容|项目|清单")
_OF_OTHER = lazy(r"情况|进展|回顾|成效|成绩|问题|措施|保障|要求|机制|步骤|说明$")
_STAGE = lazy(r"阶段|步骤")
_YEAR = lazy(r"(?<!\d)(20\d\d)年")
# A number as an item bears it, at the head of a line or inside it.
_MARK = lazy(r"(?<![\d.])(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})[ ]*[.、)](?!\d)")
_LEAST_LIST = 3
_NAMES_SHOWN = 30
_KINDS = ("类", "大")
# How far below its title a table may begin.
_BELOW = 120


def count_facts(extraction: Extraction, text: str, plan_id: str) -> Iterator[Fact]:
    """Yield a ``count`` fact for every number of its own items, indicators or annexes that a plan claims.

    Numbers in the titles of documents cited, and those of higher levels and other years, are none of the plan's
    claims. Where what is listed cannot be told reliably there is no fact.
    """
    for (start, end), number, unit, below in section_claims(extraction, text):
        own = Claim(number, unit, below.heading.partition("(")[0].partition("（")[0], start, end)
        yield _fact([own], below, number == below.count, extraction.document, plan_id)
    folded = fold(text)
    claims = list(claims_of(folded, extraction.metadata))
    if not claims:
        return
    document, year = extraction.document, extraction.metadata.year
    items = [listing for listing in item_listings(extraction) if listing.section not in ("requirements", "notes")]
    rows = list(item_rows(extraction.tables, document))
    indicators = list(indicator_listings(extraction.tables, document))
    wrong: dict[tuple[int, int], list[tuple[Claim, Listing]]] = {}
    borne_out: dict[str, tuple[Claim, Listing]] = {}
    mentioned: list[Claim] = []
    for claim in claims:
        if "附件" in claim.noun:
            yield from _annexes(claim, extraction, plan_id)
            continue
        listing = _indicators(claim, indicators) if "指标" in claim.noun else _listed(claim, items, rows, year)
        agree = None if listing is None else _agree(claim, listing, folded)
        if listing is None:
            mentioned.append(claim)
        elif agree:
            borne_out.setdefault(_core(claim.noun), (claim, listing))
            yield _fact([claim], listing, True, document, plan_id)
        elif agree is False:
            wrong.setdefault((listing.start, claim.number), []).append((claim, listing))
    for claim, listing in _unlike_borne_out(mentioned, borne_out):
        wrong.setdefault((listing.start, claim.number), []).append((claim, listing))
    for same in wrong.values():
        # A number said in the title and again in the text is one defect.
        yield _fact([claim for claim, _ in same], same[0][1], False, document, plan_id)


def _unlike_borne_out(
    mentioned: Sequence[Claim], borne_out: Mapping[str, tuple[Claim, Listing]]
) -> Iterator[tuple[Claim, Listing]]:
    """Yield the numbers mentioned that differ from the list which another number of the same things is right about.

    Fewer may be some of them, unless they are said to be all; kinds (类) are not held against things.
    """
    for claim in mentioned:
        known = borne_out.get(_core(claim.noun))
        if known is None or (claim.unit in _KINDS) != (known[0].unit in _KINDS):
            continue
        said, listing = known
        more = claim.number > max(listing.count, listing.most, said.number)
        if more or (claim.whole and claim.number < min(listing.count, said.number) and claim.number != said.groups):
            yield claim, listing


def _core(noun: str) -> str:
    """Return the word that sets one list of a plan against another."""
    if "监测" in noun:
        return "监测"
    return next(
        (core for core in ("民生实事", "民生工程", "民生项目", "惠民项目", "惠民工程", "实事") if core in noun), ""
    )


def _about(heading: str, core: str) -> bool:
    folded = fold(heading)
    return core in folded and (core == "监测" or "监测" not in folded)


def _listed(claim: Claim, items: Sequence[Listing], rows: Sequence[Listing], year: int | None) -> Listing | None:
    """Return the list that a claim speaks of: the table below its title, the items under its heading, the only list.

    Any list that it may speak of bears it out. It is wrong only of the one list that is certainly meant: where it stands in
    a title or says what the plan does, and that list follows, or where it points to one.
    """
    core = _core(claim.noun)
    tables = [r for r in rows if _about(r.heading, core)]
    below = [r for r in tables if 0 <= r.start - claim.end <= _BELOW]
    if below:
        return below[0]
    body = [r for r in items if r.section == "body"]
    own = [r for r in body if _does(r, year)]
    named = [r for r in own if _about(r.heading, core) and r.count > 1]
    follows = claim.points or claim.announces
    if not named and core != "监测":
        named = _outermost([r for r in own if r.count >= _LEAST_LIST and not r.sections])
        follows = claim.points or (claim.announces and all(r.start > claim.start for r in named))
    if not named and all(r.sections for r in body):
        named = tables
        follows = claim.points or claim.announces
    if len(named) > 1:
        named = _one_list([r for r in named if _OF_TASKS.search(fold(r.heading))] or named)
    same = [r for r in (*named, *tables) if r.count == claim.number]
    if same:
        return same[0]
    listing = _nearer(claim, named[0], body) if len(named) == 1 else None
    if listing is None or (listing.count != claim.number and (not follows or listing.count == claim.groups)):
        return None
    return listing


def _one_list(listings: Sequence[Listing]) -> list[Listing]:
    """Return the first of several lists that name the same things (one for the tasks, one for their days), else all of them."""
    alike = {tuple(_bare(name) for name in listing.names) for listing in listings}
    return list(listings[:1]) if len(alike) == 1 else list(listings)


def _bare(name: str) -> str:
    return "".join(name.split())


def _does(listing: Listing, year: int | None) -> bool:
    """Whether a list is of what the plan does, by its heading: not of what was, and not of how or in which stages."""
    heading = fold(listing.heading)
    years = {int(one) for one in _YEAR.findall(heading)}
    staged = all(_STAGE.search(name) for name in listing.names)
    return not _OF_OTHER.search(heading) and not staged and (not years or year is None or year in years)


def _nearer(claim: Claim, groups: Listing, body: Sequence[Listing]) -> Listing | None:
    """Return the list itself or what stands in its groups, whichever comes nearer; None where both fall far short.

    A plan may count its groups or the items in them, and an excerpt lists a part of either.
    """
    inner = [one for one in body if one.level > groups.level and groups.start <= one.start < groups.end]
    level = min((one.level for one in inner), default=0)
    below = [one for one in inner if one.level == level]
    if not below:
        return groups
    names = tuple(name for one in below for name in one.names)
    places = tuple(place for one in below for place in one.places)
    items = Listing(groups.heading, names, places, groups.start, groups.end, groups.section, True, len(names))
    fit = [listing for listing in (groups, items) if not listing.may_be_an_excerpt(claim.number)]
    return min(fit, key=lambda listing: abs(listing.count - claim.number), default=None)


def _outermost(listings: Sequence[Listing]) -> list[Listing]:
    level = min((listing.level for listing in listings), default=0)
    return [listing for listing in listings if listing.level == level]


def _indicators(claim: Claim, listings: Sequence[Listing]) -> Listing | None:
    nouns = re.findall(rf"(?:重点|监测)*(?:{OWN})", claim.context)
    found = _one_list([one for one in listings if not nouns or _about(one.heading, _core(nouns[-1]))])
    return found[0] if len(found) == 1 else None


def _agree(claim: Claim, listing: Listing, folded: str) -> bool | None:
    """Say whether the claim holds; None where an item may not have been seen or cells may hold several things."""
    if listing.count == claim.number:
        return True
    if not listing.whole and listing.last == claim.number and not _jumps(listing, folded):
        return None
    return None if listing.count < claim.number <= listing.most else False


def _jumps(listing: Listing, folded: str) -> bool:
    """Whether the numbers that a list of items leaves out stand nowhere in it, as its own or inside a line."""
    if listing.section == "annex" or not listing.numbers:
        return False
    printed = {whole_number(found["number"]) for found in _MARK.finditer(folded, listing.start, listing.end)}
    left_out = set(range(1, listing.last + 1)) - set(listing.numbers)
    return not left_out & printed


def _fact(claims: Sequence[Claim], listing: Listing, agree: bool, document: Document, plan: str) -> Fact:
    claim = claims[0]
    fields: dict[str, Value] = {
        "kind": "count", "id": f"count:{claim.start}", "plan": plan, "label": claim.noun, "unit": claim.unit,
        "stated": Fraction(claim.number), "listed": Fraction(listing.count), "agree": agree,
        "most": Fraction(max(listing.count, listing.most)),
    }  # fmt: skip
    parts = [Evidence("part", document.span(start, end)) for start, end in listing.places if end > start]
    names = "、".join(name[:16] for name in listing.names[:_NAMES_SHOWN])
    more = phrase("reconcile.counted-more", names=names) if listing.count > _NAMES_SHOWN else names
    working = phrase(
        "reconcile.counted", stated=f"{claim.number}{claim.unit}", listed=f"{listing.count}{claim.unit}", names=more
    )
    said = [Evidence("plan", document.span(one.start, one.end)) for one in claims]
    return Fact(fields, (*said, *parts), None, {"working": working})


def _annexes(claim: Claim, extraction: Extraction, plan: str) -> Iterator[Fact]:
    names = extraction.annexes
    if not names:
        return
    fields: dict[str, Value] = {
        "kind": "count", "id": f"count:{claim.start}", "plan": plan, "label": claim.noun, "unit": claim.unit,
        "stated": Fraction(claim.number), "listed": Fraction(len(names)), "agree": claim.number == len(names),
        "most": Fraction(len(names)),
    }  # fmt: skip
    working = phrase(
        "reconcile.counted",
        stated=f"{claim.number}{claim.unit}", listed=f"{len(names)}{claim.unit}", names="、".join(names),
    )  # fmt: skip
    evidence = (Evidence("plan", extraction.document.span(claim.start, claim.end)),)
    yield Fact(fields, evidence, None, {"working": working})
