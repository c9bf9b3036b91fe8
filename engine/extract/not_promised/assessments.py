"""Telling what an assessment takes off or adds (每缺一次扣5元, 记20元) from what it asks for."""

from __future__ import annotations

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy

# What earns or costs points in an assessment.
_SCORED = lazy(r"(?:的?,?)(?:加|扣|得|减|计)\d+(?:\.\d+)?分(?!钟)")
_TAKEN = lazy(
    r"(?:扣(?:除|减|发|罚|掉)?|倒扣|罚(?:款)?|处罚|(?<![登标笔])记)(?:款|奖金|工资|经费)?(?:每[次例人件项])?$",
    needs="扣|罚|记",
)
_COSTS = lazy(r"[^。;,\n]{0,24}?(?:每(?:次|例|人|件|项|起|户))?(?:倒扣|扣(?:除|减|发)?)\d+(?:\.\d+)?[分元]", needs="扣")
_WEIGHT = lazy(
    r"[ ]*(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])[^,。;\n\d]{2,24}\((?:共计?|满分)?"
)
_CLOSES = lazy(r"\)[ ]*[:。]?[ ]*(?:\n|$)")
_TAKES_MONEY = lazy(r"扣(?:除|减|发)?\d+(?:\.\d+)?元")
_FORM = 1200


def is_assessed(text: str, f: Figure) -> bool:
    """Whether a figure says what is taken off or credited, what it is taken off for, or how much a heading weighs.

    Money weighs a heading only where the text behind it takes money off.
    """
    if _SCORED.match(text, f.end):
        return True
    if f.unit in ("元", "分") and _TAKEN.search(text, max(0, f.lead - 10), f.number):
        return True
    # A share, or one that is not there, costs something: below 50% or one missing, never what is asked for.
    if (f.right in ("以下", "及以下") or f.op in ("<", "<=")) and _COSTS.match(text, f.end):
        return True
    if f.unit != "元" or not _CLOSES.match(text, f.end):
        return False
    line = text[text.rfind("\n", 0, f.number) + 1 : f.number]
    return _WEIGHT.fullmatch(line) is not None and _TAKES_MONEY.search(text, f.end, f.end + _FORM) is not None
