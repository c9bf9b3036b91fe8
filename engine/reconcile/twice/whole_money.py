"""Two sums for all that a plan does (计划总投资4.86亿元 … 全年计划总投资4.68亿元), a slip of the pen apart."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from engine.commitment import Commitment, Extraction
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.arithmetic.slips import one_slip_apart

Pair = tuple[Commitment, Commitment]

_MONEY = lazy(
    r"(?:(?:全[县市区镇乡]|[我本][县市区镇乡]|全部|民生|为民|惠民|实事|项目|工程|任务|年度|全年|今年|计划|预计|拟|共|合计|总|各级|各类|财政|\d{1,3}[项件个]|的)*)"
    r"(?:总投资|总投入|投入|安排|筹集|落实|整合)?(?:投资|资金|投入|经费)?(?:总额|总量)?"
)
_SAYS_MONEY = lazy("投资|资金|投入|经费")
_OF_ALL = lazy(r"民生实事|为民实事|惠民实事|全年|今年|20\d\d年|全[县市区镇乡]|全部|本方案|各类项目")
# Money of one source, or of a part of the time, is another sum.
_NOT_ALL = lazy("[省市县区]级|中央|上级|本级|财政|专项|其中|已|上年|去年|累计|上半年|季度|补助|奖补|贷款|自筹|[五三]年")
_LONGEST = 120


def pairs_of_whole_money(extraction: Extraction) -> Iterator[Pair]:
    """Yield two sums that the sections of a plan, none of its tasks, give for everything that it does."""
    text = fold(extraction.document.text)
    inner = {item.id for item in extraction.items if item.level > 1 and item.section == "body"}
    sums = [c for c in extraction.commitments if c.item not in inner and _is_of_all(c, text)]
    for one, other in combinations(sums, 2):
        if one.bound != other.bound and _a_slip_apart(one, other):
            yield one, other


def _is_of_all(c: Commitment, text: str) -> bool:
    if (
        c.compared_unit != "元"
        or c.bound.op != "="
        or c.relative
        or c.part_of
        or c.section not in ("body", "requirements")
    ):
        return False
    low = max(0, c.start - _LONGEST)
    before = text[max(text.rfind(mark, low, c.start) for mark in "。;\n") + 1 : c.start]
    clause = before.rpartition(",")[2]
    said = _MONEY.fullmatch(fold(c.label)) is not None and _SAYS_MONEY.search(clause) is not None
    return said and _OF_ALL.search(before) is not None and not _NOT_ALL.search(clause)


def _a_slip_apart(one: Commitment, other: Commitment) -> bool:
    return one_slip_apart(Fraction(one.bound.value), Fraction(other.bound.value))
