"""Who pays which part of a standard (人均96元,其中中央补助57元、省级补助17元): a part is not the level that is asked for."""

from __future__ import annotations

from engine.bind.applied import Applied
from engine.commitment import Commitment
from engine.patterns import lazy

_PAYER = lazy(
    r"(?P<level>中央|国家|省|市|县|区|旗|乡镇?|镇|村|上级|本级|个人|单位|集体|社会)(?:[市县区]?级|本级)?(?:财政)?(?:资金)?"
    r"(?:补助|补贴|配套|承担|负担|分担|安排|出资|缴费|自筹|给予)",
    needs="补助|补贴|配套|承担|负担|分担|安排|出资|缴费|自筹|给予",
)
_SEVERAL = 2


def is_share_of_a_payer(commitment: Commitment, applied: Applied) -> bool:
    """Whether a figure is what one of several payers bears of a sum, and the requirement asks for another or for the sum."""
    mine = _payers(commitment.label)
    if not mine or mine <= _payers(applied.requirement.label):
        return False
    return commitment.part_of is not None or len(_payers(commitment.sentence)) >= _SEVERAL


def _payers(text: str) -> set[str]:
    return {found["level"] for found in _PAYER.finditer(text)}
