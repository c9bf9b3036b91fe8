"""How many money is set aside for, held against how many are promised: 资助学生5260人次 … 学生资助资金按5620人次安排."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from engine.commitment import Commitment, Extraction
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.arithmetic.slips import one_slip_apart
from engine.reconcile.prose.common import sentence_start

_FUNDED = lazy(
    r"(?P<thing>[一-龥“”\"]{2,16}?)(?:专项|补助|奖补|补贴)*(?:资金|经费)[^。;\d]{0,8}?按照?(?:全年|年度|总|共|计划|任务|目标|数)*$",
    needs="资金|经费",
)
# Who pays and how says nothing of what for.
_PAYING = lazy(
    r"县|市|区|镇|乡|本级|财政|统筹|足额|安排|落实|保障|预算|筹措|筹集|拨付|各级|所需|相关|工作|免费|项目|[将对的“”\"]"
)
_LEAST = 2

Pair = tuple[Commitment, Commitment]


def pairs_by_funding(extraction: Extraction) -> Iterator[Pair]:
    """Yield each figure that money is reckoned by, with the one figure of the body that it misquotes by a slip of the pen.

    All that names the money has to be in that figure's name. Other numbers may be paid for on purpose: a share of those
    promised, or those of the upper level.
    """
    document = extraction.document
    plain = [c for c in extraction.commitments if c.bound.op == "=" and not c.relative]
    body = [c for c in plain if c.section == "body"]
    # Money is spoken of among the requirements at the end as well.
    for paid in (c for c in plain if c.section not in ("annex", "table")):
        funded = _FUNDED.search(fold(document.text[sentence_start(document, paid.start) : paid.start]))
        thing = set(_PAYING.sub("", funded["thing"])) if funded else set()
        if len(thing) < _LEAST or "元" in paid.compared_unit:
            continue
        promised = [
            c for c in body if c is not paid and c.compared_unit == paid.compared_unit and thing <= set(c.label)
        ]
        if len(promised) == 1 and _a_slip_apart(paid, promised[0]) and promised[0].part_of is None:
            yield (promised[0], paid) if promised[0].start < paid.start else (paid, promised[0])


def _a_slip_apart(paid: Commitment, promised: Commitment) -> bool:
    return one_slip_apart(Fraction(paid.bound.value), Fraction(promised.bound.value))
