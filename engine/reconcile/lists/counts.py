"""20项民生实事, 10件…22个指标任务, 3个附件: what a plan claims to hold against what it lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from engine.commitment import Extraction, Metadata
from engine.document import Document
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import chinese
from engine.reconcile.lists.enumerations import (
    Listing,
    indicator_listings,
    item_listings,
    section_claims,
    table_listings,
)
from engine.wording import phrase

_OWN = r"民生(?:微?实事|工程|项目)|惠民(?:实事|工程|项目)|为民(?:办)?(?:微)?实事|微?实事"
_CLAIM = lazy(
    rf"(?P<number>(?<![\d.第-])\d{{1,3}}|(?<![第每、])[一二三四五六七八九十]{{1,3}}) ?(?P<unit>项|件|个|大|类)"
    rf"(?P<noun>(?:重点|监测|主要|年度|全县|全市|全区)*(?:{_OWN})(?:项目|事项|工程|任务)*|(?:主要|重点|具体)?指标任务|(?:主要|具体)?指标(?![体数的值])|附件)",
    needs="民生|实事|为民|惠民|指标|附件",
)
_CLAIM_BEHIND = lazy(
    rf"(?P<noun>(?:{_OWN})(?:项目|事项|工程|任务)*)(?:共计|共|合计|总计|计)?(?:\d{{1,2}}|[一二三四五六七八九十])?(?:大?类|个?方面|大?板块)?"
    rf"(?P<number>(?<!\d)\d{{1,3}}|(?<![一二三四五六七八九十])[一二三四五六七八九十]{{1,3}})(?P<unit>项|件)(?=[,。;:、()\n]|$)",
    needs="民生|实事|为民|惠民",
)
_CLAIM_OF_THESE = lazy(
    r"(?P<noun>以下|下列|如下)(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>项|件|条|个)(?=[,。;:实任工民事重\n]|$)",
    needs="以下|下列|如下",
)
_CLAIM_IN_TITLE = lazy(
    r"(?P<noun>清单|项目表|一览表|任务表|目标表|分解表)[ ]*\((?:共计|共|合计|计)?(?:\d{1,2}大?类)?(?P<number>\d{1,3})(?P<unit>项|件|个)\)",
    needs="清单|项目表|一览表|任务表|目标表|分解表",
)
_QUOTED = lazy("《[^《》]{0,200}》")
_SENTENCE = lazy("[。;\n]")
_YEAR = lazy(r"(?<!\d)(20\d\d)年?")
_DONE = lazy(
    r"^(?:项目|任务)?[ ]*(?:均|都|已|全部|全面|如期|按期|圆满|顺利)*(?:完成|办结|办成|兑现|落地见效|竣工)(?!目标|任务|时限)"
)
_AHEAD = lazy("确保|力争|推动|推进|保证|实现|要求|务必|必须|要")
_AFTER_UPPER = lazy(
    r"(?:按照|根据|依据|围绕|对照|承接|对标|结合)[^,。;]{0,4}?(?<![我本全])[省市县区](?!街)",
    needs="按照|根据|依据|围绕|对照|承接|对标|结合",
)
_UPPER = {
    "county": lazy("全市|市里|市级|市委|市政府|市定"),
    "township": lazy("全市|市里|市级|市委|市政府|市定|[县区市](?:里|级|委|政府|人民政府|定|下达)|全[县区]"),
}
_OTHERS = lazy("省|国家|中央|上级|部委|[地]级市|往年|去年|上年|近年|累计|历年|已完成|兄弟|各县")
_ANNEX_COUNT = lazy(r"附件[共计]*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})[个份件]", needs="附件")
_OF_TASKS = lazy(r"任务|实事|内容|项目|清单")
_LEAST_LIST = 3
_NAMES_SHOWN = 30
_BEFORE = 14


class _Claim(Struct, frozen=True):
    number: int
    unit: str
    noun: str
    start: int
    end: int
    context: str = ""


def count_facts(extraction: Extraction, text: str, plan_id: str) -> Iterator[Fact]:
    """Yield a ``count`` fact for every number of its own items, indicators or annexes that a plan claims.

    Numbers in the titles of documents cited, and those of higher levels and other years, are none of the plan's
    claims. Where what is listed cannot be told reliably there is no fact.
    """
    for (start, end), number, unit, below in section_claims(extraction, text):
        own = _Claim(number, unit, below.heading.partition("(")[0].partition("（")[0], start, end)
        yield _fact([own], below, number == below.count, extraction.document, plan_id)
    folded = fold(text)
    claims = list(_claims(folded, extraction.metadata))
    if not claims:
        return
    document = extraction.document
    items = [listing for listing in item_listings(extraction) if listing.section not in ("requirements", "notes")]
    rows = list(table_listings(extraction.tables, document))
    indicators = list(indicator_listings(extraction.tables, document))
    wrong: dict[tuple[int, int], list[tuple[_Claim, Listing]]] = {}
    for claim in claims:
        if "附件" in claim.noun:
            yield from _annexes(claim, extraction, plan_id)
            continue
        listing = _indicators(claim, indicators) if "指标" in claim.noun else _listed(claim, items, rows)
        agree = None if listing is None else _agree(claim, listing)
        if listing is not None and agree:
            yield _fact([claim], listing, True, document, plan_id)
        elif listing is not None and agree is False:
            wrong.setdefault((listing.start, claim.number), []).append((claim, listing))
    for same in wrong.values():
        # A number said in the title and again in the text is one defect.
        yield _fact([claim for claim, _ in same], same[0][1], False, document, plan_id)


def _claims(folded: str, metadata: Metadata) -> Iterator[_Claim]:
    quoted = [match.span() for match in _QUOTED.finditer(folded)]
    found = {
        match.start("number"): match
        for pattern in (_CLAIM_IN_TITLE, _CLAIM_BEHIND, _CLAIM_OF_THESE, _CLAIM)
        for match in pattern.finditer(folded)
    }
    for start, match in sorted(found.items()):
        if _of_others(folded, match, metadata) or any(first < start < last for first, last in quoted):
            continue
        context = folded[max(0, start - 40) : start]
        yield _Claim(_value(match["number"]), match["unit"], match["noun"], match.start(), match.end(), context)
    for match in _ANNEX_COUNT.finditer(folded):
        yield _Claim(_value(match["number"]), "个", "附件", match.start(), match.end())


def _of_others(folded: str, match: re.Match[str], metadata: Metadata) -> bool:
    """Whether a number speaks of another level, of another year, of a part, or of what is done."""
    ends = [end.end() for end in _SENTENCE.finditer(folded, max(0, match.start() - 120), match.start())]
    sentence = _QUOTED.sub("", folded[ends[-1] if ends else max(0, match.start() - 120) : match.start()])
    clause = re.split("[,:、]", sentence)[-1][-_BEFORE:]
    upper = _UPPER.get(metadata.level)
    own = metadata.place.rpartition("/")[2]
    if _AFTER_UPPER.search(clause) and not (own and own in clause):
        return True
    if _OTHERS.search(clause) or (upper and upper.search(clause)) or "其中" in sentence:
        return True
    years = _YEAR.findall(sentence)
    if years and metadata.year and int(years[-1]) != metadata.year:
        return True
    return _DONE.search(folded[match.end() : match.end() + 12]) is not None and not _AHEAD.search(sentence)


def _value(number: str) -> int:
    return int(number) if number.isdigit() else int(chinese(number) or 0)


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


def _listed(claim: _Claim, items: Sequence[Listing], rows: Sequence[Listing]) -> Listing | None:
    """Return the list that a claim speaks of: the table below its title, the items under its heading, the only list."""
    core = _core(claim.noun)
    below = [r for r in rows if 0 <= r.start - claim.end <= 120 and _about(r.heading, core)]
    if below:
        return below[0]
    body = [listing for listing in items if listing.section == "body"]
    named = [listing for listing in body if _about(listing.heading, core) and listing.count > 1]
    if not named and core != "监测":
        named = _outermost([r for r in body if r.count >= _LEAST_LIST and not r.sections])
    if not named and not body:
        named = [listing for listing in rows if _about(listing.heading, core)]
    if len(named) > 1:
        named = [listing for listing in named if _OF_TASKS.search(fold(listing.heading))] or named
    same = [listing for listing in named if listing.count == claim.number]
    if same:
        return same[0]
    return _nearer(claim, named[0], body) if len(named) == 1 else None


def _nearer(claim: _Claim, groups: Listing, body: Sequence[Listing]) -> Listing | None:
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


def _indicators(claim: _Claim, listings: Sequence[Listing]) -> Listing | None:
    nouns = re.findall(rf"(?:重点|监测)*(?:{_OWN})", claim.context)
    if not nouns:
        return listings[0] if len(listings) == 1 else None
    found = [listing for listing in listings if _about(listing.heading, _core(nouns[-1]))]
    return found[0] if len(found) == 1 else None


def _agree(claim: _Claim, listing: Listing) -> bool | None:
    """Say whether the claim holds; None where a number is missing in between or cells may hold several things."""
    if listing.count == claim.number:
        return True
    if not listing.whole and listing.last == claim.number:
        return None
    return None if listing.count < claim.number <= listing.most else False


def _fact(claims: Sequence[_Claim], listing: Listing, agree: bool, document: Document, plan: str) -> Fact:
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


def _annexes(claim: _Claim, extraction: Extraction, plan: str) -> Iterator[Fact]:
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
