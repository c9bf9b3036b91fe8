"""What a sum of money is for, where the words before it say only that it is spent: 投资2亿元,完成水厂扩建; 500万元用于改造敬老院."""

from __future__ import annotations

from engine.extract.names.labels import subject
from engine.extract.numbers.scan import Figure
from engine.patterns import lazy

_NEXT_CLAUSE = lazy(r",(?P<what>[^,。;:、\n\d]{4,30})(?=[,。;:、\n]|$)")
# 总投资4.86亿元,全部项目纳入台账; 安排3200万元,按进度拨付: how all of it is dealt with, and not what it is spent on.
_DEALT_WITH = lazy(
    r"(?:全部|所有|上述|以上|各|每|其|该|按照?|由|较|比|同比|占|资金|经费|项目|涉及|确保|实行|纳入|已|均|由于|目前|来源|分[年期两三]|结余|逐[年月]|当年|预计|惠及|覆盖|受益)"
)
_FOR = lazy(r"[ ]*(?:将|主要|全部|专项)*用于(?P<what>[^,。;:、\n\d]{4,30})(?=[,。;:、\n]|$)", needs="用于")
_SPENDING = lazy(r"(?:计划|预计|拟|将|总|共|累计|全年|今年)*(?:投资|投入|筹资|筹措|安排)(?:资金)?")
# What stands before the sum says no more than that there is money, or is the end of what the sum before is for.
_MONEY_ONLY = lazy(
    r"(?:计划|预计|拟|将|总|共|累计|全年|今年|其中|统筹|各级|各类|财政|专项|上级|本级|[省市县镇]级)*"
    r"(?:投资|投入|筹资|筹措|筹集|安排|下达|拨付|列支|落实|整合|争取)?(?:各类|财政|专项|上级|本级|[省市县镇]级)*(?:资金|经费)?约?"
)


def money_for(text: str, left: str, figure: Figure) -> str:
    """Return the label of a sum whose own words say only that it is spent, by what it is spent on; else nothing."""
    if figure.unit != "元" or figure.per:
        return ""
    own = left.strip(" ,;。:、")
    spent = _FOR.match(text, figure.end)
    if spent and (_MONEY_ONLY.fullmatch(own) or own.startswith("用于")):
        return f"{subject(spent['what'])}资金"
    clause = _NEXT_CLAUSE.match(text, figure.end) if _SPENDING.fullmatch(own) else None
    told = clause is not None and not _DEALT_WITH.match(clause["what"])
    what = subject(clause["what"]) if clause and told else ""
    return f"{what}投资" if what else ""
