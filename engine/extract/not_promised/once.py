"""Telling 一次 that says how often something is done (每月通报一次, 免费体检一次) from that of idioms (一次办好)."""

from __future__ import annotations

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy

_EACH_TIME = lazy(
    r"每(?:个|一)?(?:月|年度?|周|天|日|季度?|半年|半个月|学期|学年|村|户|人|社区)[^,。;\n\d]{0,24}$", needs="每"
)
# Once for each of those it is done for; how many they are, where that is said, is what is promised.
_DONE_FOR = lazy(
    r"(?:[为对给]|免费|提供)[^,。;\n]{0,30}"
    r"(?:体检|检查|筛查|培训|演练|慰问|走访|巡[诊查回]|排查|抽检|监测|检测|义诊|清洗|消毒)$"
)
_HOW_MANY = lazy(r"\d万?[多余]?[名人户位]")
_CLOSES = frozenset(",。;)\n")


def is_once(f: Figure) -> bool:
    """Whether a figure is 一次."""
    return f.spelled and f.unit == "次" and f.value == 1


def is_one_time_each(text: str, f: Figure) -> bool:
    """Whether 一次 says how often something is done: in each month, or once for all that it is done for."""
    clause = max(text.rfind(mark, 0, f.number) for mark in ",。;:\n") + 1
    if _EACH_TIME.search(text, clause, f.number):
        return True
    if text[f.end : f.end + 1] not in _CLOSES or _HOW_MANY.search(text, clause, f.number):
        return False
    return _DONE_FOR.search(text, clause, f.number) is not None
