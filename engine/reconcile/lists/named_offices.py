"""So many offices, and their names: 由县民政局、县财政局、县残联3个部门组成; 成员单位5个：…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from engine.document import Document
from engine.facts.fact import Evidence, Fact, Value
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.numerals import whole_number
from engine.wording import phrase

_ENDING = "委员会|联合会|办公室|办事处|指挥部|管理处|总工会|工会|残联|妇联|工商联|团[省市县区]委|[局委办厅院部会所站]|中心|[大支总]队|公司|银行|集团"
_OFFICE = rf"[一-龥]{{1,14}}?(?:{_ENDING})(?=[、和及与等共,。;:()\d]|[两三四五六七八九十])"
_BARE = "[一-龥]{2,8}"
_NUMBER = r"\d{1,2}|[两三四五六七八九十]{1,3}"
_KIND = "(?:成员|责任|牵头|配合|有关|相关|联席|[省市县区]直|[省市县区]级|职能|组成)*(?:部门|单位|机构)"
_LISTS = tuple(
    lazy(
        rf"(?:(?<=[由和,:;。(\n为])|(?<=会同)|(?<=联合)|(?<=组织)|(?<=协调)|(?<=包括))(?P<names>{name}(?:[、和及与]{name}){{2,30}})(?P<open>等)?(?:共计|合计|共)?"
        rf"(?P<number>{_NUMBER})(?P<unit>个|家)(?P<noun>{_KIND})"
    )
    for name in (_OFFICE, _BARE)
)
_BEHIND = lazy(
    rf"(?P<number>(?<![\d.第至~-])(?:{_NUMBER}))(?P<unit>个|家)(?P<noun>{_KIND})(?:[:(]|,?(?:分别[为是]|包括|即|为)[:]?)"
    rf"(?P<names>{_OFFICE}(?:[、和及与]{_OFFICE}){{2,30}})(?P<open>等)?(?=[,。;)\n]|$)"
)
_COUNTED = lazy(rf"(?:{_NUMBER})(?:个|家){_KIND}", needs="部门|单位|机构")
_JOINS = lazy("以及|[和及与]")
_SENTENCE_ENDS = "。;\n"
_REACH = 160
_MOST_OFF = 2


def named_office_facts(document: Document, plan: str) -> Iterator[Fact]:
    """Yield a ``count`` fact for each number of offices that are named one by one beside it; 等 leaves the list open."""
    text = fold(document.text)
    told: set[int] = set()
    # Most plans count no offices, and their words are not searched for such lists.
    for pattern in (*_LISTS, _BEHIND) if _COUNTED.search(text) else ():
        for match in pattern.finditer(text):
            at, number = match.start("number"), whole_number(match["number"])
            names = match["names"].split("、")
            most = len(names) + sum(len(_JOINS.findall(name)) for name in names)
            off = max(number - most, len(names) - number)
            open_list = bool(match["open"] or match["names"].endswith("等")) and number > most
            if at in told or open_list or off > _MOST_OFF or (off > 0 and _goes_with_others(text, match)):
                continue
            told.add(at)
            yield _fact(document, match, names, most, plan)


def _goes_with_others(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence names offices before those read too: 县民政局、县财政局牵头，…等5个部门配合."""
    low = max(0, match.start() - _REACH)
    start = max(low, *(text.rfind(mark, low, match.start()) + 1 for mark in _SENTENCE_ENDS))
    return "、" in text[start : match.start()] or "牵头" in text[start : match.start()]


def _fact(document: Document, match: re.Match[str], names: list[str], most: int, plan: str) -> Fact:
    number, unit = whole_number(match["number"]), match["unit"]
    fields: dict[str, Value] = {
        "kind": "count", "id": f"count:offices:{match.start('number')}", "plan": plan, "label": match["noun"], "unit": unit,
        "stated": Fraction(number), "listed": Fraction(len(names)), "most": Fraction(most),
        "agree": len(names) <= number <= most,
    }  # fmt: skip
    working = phrase(
        "reconcile.counted", stated=f"{number}{unit}", listed=f"{len(names)}{unit}", names="、".join(names)
    )
    claim = Evidence("plan", document.span(match.start("number"), match.end("noun")))
    listed = Evidence("part", document.span(*match.span("names")))
    return Fact(fields, (claim, listed), None, {"working": working})
