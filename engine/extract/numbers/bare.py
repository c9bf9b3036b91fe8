"""Numbers without a measure word that are promised all the same: 用户数突破33万, 为80万农村妇女免费检查."""

from __future__ import annotations

from engine.extract.numbers.scan import Figure
from engine.patterns import lazy
from engine.words.people import PEOPLE

_AMOUNT_BEFORE = lazy(
    r"(?:新增|完成|开展|举办|组织|建设|改造|培训|发放|就业|参保|救助|达到|超过|突破|[数量率额])[^,。;\d\n]{0,8}$"
)
_PEOPLE = f"{PEOPLE}|女性|劳动力|劳动者|人口|市民|毕业生|干部|用户|农户|家庭|志愿者|教师"
_PEOPLE_BEHIND = lazy(rf"[^,。;:、()\n]{{0,16}}?(?P<people>{_PEOPLE})")
_HOUSEHOLDS = frozenset({"农户", "家庭"})
_DONE_FOR = lazy(
    r"(?:为|对|给|向|让|使|帮助|解决|提升|改善|保障|组织|培训|覆盖|惠及|资助|救助|免费|服务|慰问|新增|引导|支持)[^,。;\d\n]{0,8}$"
)


def binds_bare(text: str, figure: Figure) -> bool:
    """Whether a figure without a unit is promised: bound by its words, or the number of people for whom something is done."""
    after = text[figure.end : figure.end + 1]
    if after and after not in " ,。;、()\n\t|":
        return counts_people(text, figure)
    if figure.word or figure.scale or figure.right:
        return True
    at_end = after in ("", "\n", "。", ";", "(", ",")
    before = text[max(0, figure.start - 16) : figure.start]
    return at_end and figure.value >= 10 and bool(_AMOUNT_BEFORE.search(before))


def counts_people(text: str, figure: Figure) -> bool:
    """Whether a number in 万 stands right before the people for whom something is done: 对40万脱贫劳动力."""
    return bool(unit_of_people(text, figure))


def unit_of_people(text: str, figure: Figure) -> str:
    """Return what a number in 万 right before those for whom something is done counts: 人, or 户 of 农户; "" of any other."""
    if figure.unit or not figure.scale or figure.spelled:
        return ""
    done = _DONE_FOR.search(text, max(0, figure.start - 12), figure.start)
    behind = _PEOPLE_BEHIND.match(text, figure.end) if done else None
    return "" if not behind else "户" if behind["people"] in _HOUSEHOLDS else "人"
