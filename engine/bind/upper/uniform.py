"""Figures that a higher document sets for all alike: 执行全市统一标准, 各地不得自行提高或降低."""

from __future__ import annotations

from engine.commitment import Commitment
from engine.patterns import lazy

_NOT_CHANGED = (
    "不得(?:自行|擅自|随意|另行|再)*(?:(?:提高|上浮|增加|调高)(?:或者?|和|与|及|、)?(?:降低|下浮|减少|调低)"
    "|(?:降低|下调|调低)(?:或者?|和|与|及|、)?(?:提高|上调|调高)|调整|变动|变更|浮动|另定)"
)
_UNIFORM = lazy(
    rf"{_NOT_CHANGED}|(?:执行|实行|按照?|采用)全[省市州盟国]统一(?:的|规定的|制定的)?(?!最低|指导|上限)[一-龥]{{0,6}}标准"
    "|全[省市州盟国]统一(?:执行|按|为)|(?:统一|均)执行同一标准",
    needs="不得|统一|同一",
)
# What may be exceeded or be less is no figure for all alike, however it is called.
_LEAST = lazy(
    "不低于|不少于|(?<![及岁月])以上(?!标准)|至少|最低|不高于|不超过|以内|最高|适当提高|可以提高|可提高|结合实际|自行确定"
)
# 高龄津贴每人每月50元。各县不得自行提高或降低标准。
_OF_IT = lazy(
    rf"[^。\n]{{0,160}}。[ ]*(?:(?:以上|上述)[^。\n\d]{{0,16}}{_NOT_CHANGED}"
    rf"|各(?:地|县|区|市|乡镇)[^。\n\d]{{0,24}}{_NOT_CHANGED}[^。\n\d]{{0,12}}标准)",
    needs="不得",
)


def is_uniform(commitment: Commitment, text: str) -> bool:
    """Whether a sum per head is set for all lower levels alike, by its own sentence or by the next one, which speaks of it."""
    if commitment.kind != "standard" or commitment.bound.op != "=" or commitment.relative:
        return False
    said = _UNIFORM.search(commitment.sentence) and not _LEAST.search(commitment.sentence)
    return bool(said) or (_OF_IT.match(text, commitment.end) is not None and not _LEAST.search(commitment.sentence))
