"""Figures that a higher document sets for all alike: 执行全市统一标准, 各地不得自行提高或降低."""

from __future__ import annotations

from engine.commitment import Commitment
from engine.normalise.fold import fold
from engine.patterns import lazy

_UP, _DOWN, _OR = "提高|上浮|上调|增加|调高", "降低|下浮|下调|减少|调低", "(?:或者?|和|与|及|也不得|、|,)?"
_NOT_CHANGED = (
    rf"(?:不得|不能|不准|严禁)(?:自行|擅自|随意|另行|再|任意)*(?:(?:{_UP}){_OR}(?:{_DOWN})|(?:{_DOWN}){_OR}(?:{_UP})"
    "|调整|变动|变更|浮动|另定|制定标准)"
)
# 全市统一为每人每月90元, 一律按90元执行: right before the figure.
_ALIKE = lazy(
    r"(?:统一(?:标准|规定|确定|执行|按照?|核定)*为?|一律(?:执行|按照?)?为?|固定为)(?:标准)?:?(?:每人每[月年天]|每[人户月年天次餐生]|人均)*$",
    needs="统一|一律|固定",
)
_UNIFORM = lazy(
    rf"{_NOT_CHANGED}|(?:执行|实行|按照?|采用)全[省市州盟国]统一(?:的|规定的|制定的)?(?!最低|指导|上限)[一-龥]{{0,6}}标准"
    "|全[省市州盟国]统一(?:执行|按|为)|(?:统一|均)执行同一标准",
    needs="不得|不能|不准|严禁|统一|同一",
)
# What may be exceeded or be less is no figure for all alike, however it is called.
_LEAST = lazy(
    "不低于|不少于|(?<![及岁月])以上(?!标准)|至少|最低|不高于|不超过|以内|最高|适当提高|可以?[^,。;]{0,6}(?:提高|上浮)|有条件|结合实际|自行确定"
)
# 高龄津贴每人每月50元。各县不得自行提高或降低标准。
_OF_IT = lazy(
    rf"[^。\n]{{0,160}}。[ ]*(?:(?:以上|上述)[^。\n\d]{{0,16}}{_NOT_CHANGED}"
    rf"|各(?:地|县|区|市|乡镇)[^。\n\d]{{0,24}}{_NOT_CHANGED}[^。\n\d]{{0,12}}标准)",
    needs="不得|不能|不准|严禁",
)


def is_uniform(commitment: Commitment, text: str) -> bool:
    """Whether a sum per head is set for all lower levels alike, by its own sentence or by the next one, which speaks of it."""
    if commitment.kind != "standard" or commitment.bound.op != "=" or commitment.relative:
        return False
    words = commitment.sentence.partition(fold(commitment.span.text))[0]
    alike = _ALIKE.search(words) or _UNIFORM.search(commitment.sentence)
    said = alike and not _LEAST.search(commitment.sentence)
    return bool(said) or (_OF_IT.match(text, commitment.end) is not None and not _LEAST.search(commitment.sentence))
