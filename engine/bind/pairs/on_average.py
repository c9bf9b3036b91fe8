"""Rates told for each part and on average: 一级、二级、三级医院报销比例分别为90%、80%、60%,全县平均达到72% answers 不低于70% by the average."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from engine.bind.binding import Match
from engine.patterns import lazy

_AVERAGE = lazy(
    r"(?:平均|总体|综合|整体|全[省市县区镇乡](?=[^,，。;；]{0,8}[达为]))[^\d,，。;；]{0,12}(?P<value>\d+(?:\.\d+)?)"
)


def without_parts_of_an_average(matches: Sequence[Match]) -> list[Match]:
    """Return the matches without rates of a part that fall short, where their sentence tells the rate of all and that one does not.

    A requirement that names the part (三级医院不低于65%) is left to it.
    """
    by_requirement: dict[str, list[Match]] = defaultdict(list)
    for match in matches:
        by_requirement[match.applied.key].append(match)
    dropped = {id(part) for those in by_requirement.values() for part in _parts(those)}
    return [match for match in matches if id(match) not in dropped]


def _parts(matches: Sequence[Match]) -> Iterable[Match]:
    wholes = [m.commitment.bound.value for m in matches if m.containment == "inside"]
    for match in matches:
        commitment = match.commitment
        short = match.containment == "outside" and commitment.compared_unit == "%" and commitment.scope
        average = _AVERAGE.search(commitment.sentence) if short and not match.applied.requirement.scope else None
        if average and Decimal(average["value"]) in wholes:
            yield match
