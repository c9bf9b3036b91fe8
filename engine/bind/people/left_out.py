"""Whom a plan leaves out in so many words: 社区不纳入本次建设范围, 民办园暂不享受, 仅限一级残疾人, 只面向城区."""

from __future__ import annotations

import re

from engine.bind.people.listed import HEAD
from engine.patterns import lazy

_CLAUSE = lazy(r"[^,，。;；:：()（）]+")
_LEFT_OUT = lazy(
    r"(?P<who>[一-龥、]{2,16}?)(?:的|均|都|仍|原则上|目前|今年|本年度?|年内|另)*"
    r"(?:暂不|暂未|不再?)(?:列入|纳入|享受|发放|补助|补贴|实施|安排|覆盖|包括在内|在[一-龥]{0,6}(?:范围|之列))",
    needs="不|未",
)
_CONFINED = lazy(
    r"(?:仅限于?|只限于?|限于|仅面向|只面向|[仅只](?:对|为|覆盖|包括|在|针对|补助|补贴|发放给|适用于))(?P<who>[一-龥、]{2,16})",
    needs="限|仅|只",
)
_LEAD = lazy("^(?:其中|但是?|对于?|且|并|而|同时|另外?|此外|原)+")
# Who has one benefit already and does not get another one is left out of nothing.
_TWICE = lazy("重复|同时|已经?[享纳领]|就高|以前年度|上年|去年|符合|超过|逾期|违规|死亡|注销|退出")
_SETTLED = lazy("[仅只限]|不(?:再|纳入|享受|列入|包括|含)|暂[不未]")
_GROUP = lazy(
    rf"(?:{HEAD}|园|校|户|生|人|村|镇|乡|城区|县城|农村|户籍)(?:$|[、和与及])|(?:城区|县城|农村|户籍|[一二三四]级)"
)
_NOUN = lazy(rf"(?:{HEAD})$")
# 走读生 and 寄宿生 are pupils, as the upper document may call them all.
_PUPILS, _KIND_OF_PUPIL = (
    "学生",
    lazy("(?:走读|寄宿|住校|住宿|通校|借读|转学|插班|小学|初中|高中|中职|职高|毕业|非户籍|随迁)(?:学?生|子女)$"),
)
_ALL = lazy("全[县市域区](?!级)|所有|全部|各|城乡|均|都|普遍|全面|每个|应[享保助发]")
_LEAST = 2


def left_out(wanted: str, given: str) -> tuple[str, str] | None:
    """Return whom the plan is for once it has left somebody out, and the upper document's words for them; None without any.

    ``wanted`` and ``given`` are what the two documents say of the figure, folded. What the upper document confines or
    excepts itself is its own business.
    """
    if _SETTLED.search(wanted):
        return None
    for clause in _CLAUSE.findall(given):
        if _TWICE.search(clause):
            continue
        if match := _LEFT_OUT.search(clause):
            who = _LEAD.sub("", match["who"])
            if theirs := _as_wanted(who, wanted):
                return f"{who}以外的{'对象' if who == theirs else theirs}", theirs
        elif (match := _CONFINED.search(clause)) and _GROUP.search(match["who"]) and match["who"] not in wanted:
            return match["who"], _wider(match["who"], wanted)
    return None


def _as_wanted(who: str, wanted: str) -> str:
    """Return how the upper document names those left out: by their name, or by its last word where it means all of them."""
    for at in range(len(who) - _LEAST + 1):
        if _GROUP.search(who[at:]) and who[at:] in wanted:
            return who[at:]
    noun = _NOUN.search(who)
    if _PUPILS in wanted and _KIND_OF_PUPIL.search(who) and _ALL.search(wanted):
        return _PUPILS
    return noun.group() if noun and noun.group() in wanted and _ALL.search(wanted) else ""


def _wider(who: str, wanted: str) -> str:
    """Return the words of the upper document that hold those whom the plan confines itself to."""
    noun = _NOUN.search(who)
    if noun and (named := re.search(rf"[\d一-龥]{{0,10}}?{noun.group()}", wanted)):
        return named.group()
    return match.group() if (match := _ALL.search(wanted)) else wanted[: wanted.find(",")] or wanted
