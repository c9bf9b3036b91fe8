"""Two figures of one thing by their days: stages on the way, or figures that cannot both hold."""

from __future__ import annotations

from engine.commitment import Commitment
from engine.extract.names.stages import led_by_stage
from engine.patterns import lazy

_YEAR_ALONE = 4
# 改造小区28个，9月底前全部完工: no stage on the way, where both figures say so.
_ALL_BY_ITS_DAY = lazy(
    r"[^。;；\n]{0,30}\d{1,2}月[^。;；,，\n\d]{0,6}全[部面](?:改造|建设)?(?:完[工成]|竣工|建成|投入|交付)",
    needs="全部|全面",
)


def all_by_its_day(figure: Commitment, text: str) -> bool:
    """Whether the words behind a figure say that all of it is done by its day."""
    return _ALL_BY_ITS_DAY.match(text, figure.end) is not None


def on_the_way(first: Commitment, second: Commitment) -> bool:
    """Whether the smaller figure is what a day within the year is to see, and the other has none: 58公里 … 10月底前完成45公里.

    A day behind the figure (69公里，11月底前完成) is when all of it is to be done.
    """
    smaller, larger = sorted((first, second), key=lambda c: c.bound.value)
    day = smaller.deadline or ""
    ahead = smaller.due is not None and smaller.due[0] < smaller.start
    return ahead and len(day) > _YEAR_ALONE and not day.endswith("12-31") and len(larger.deadline or "") <= _YEAR_ALONE


def in_a_schedule(first: Commitment, second: Commitment, text: str) -> bool:
    """Whether the sentence of the smaller figure alone speaks of a part of the year, and its item is another one: 到9月底，….

    A day in the figure's own clause is left to ``on_the_way``.
    """
    smaller, larger = sorted((first, second), key=lambda c: c.bound.value)
    apart = smaller.item != larger.item and smaller.due is None
    return apart and led_by_stage(text, smaller.start) and not led_by_stage(text, larger.start)


def shrinks(first: Commitment, second: Commitment) -> bool:
    """Whether one item would have more done by an earlier day than another by a later one: 9月20日前5个 … 11月底前4个."""
    smaller, larger = sorted((first, second), key=lambda c: c.bound.value)
    told = (
        first.item != second.item
        and first.section == second.section == "body"
        and first.bound.op == second.bound.op == "="
    )
    return (
        told
        and first.kind == "amount"
        and smaller.bound != larger.bound
        and (larger.deadline or "") < (smaller.deadline or "")
    )


def stages(first: Commitment, second: Commitment) -> bool:
    """Whether two deadlines are two stages: another figure by each, or a share to be kept up from year to year."""
    years = {str(c.deadline)[:4] for c in (first, second)}
    return first.bound.value != second.bound.value or (first.kind == "rate" and len(years) > 1)


def deadlines_agree(first: Commitment, second: Commitment) -> bool | None:
    """Whether two deadlines are one, or one is within the other's year; None where one of the figures has none."""
    if not first.deadline or not second.deadline:
        return None
    shorter, longer = sorted((first.deadline, second.deadline), key=len)
    return longer.startswith(shorter) or (len(shorter) == 4 and longer == f"{shorter}-12-31")
