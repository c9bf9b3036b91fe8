"""So many things in places named or counted, and how many each has, say one number twice."""

import pytest

from engine.check import document_of
from engine.reconcile.lists.each_place import each_place_facts


def told(text: str) -> list[tuple[bool, int]]:
    facts = each_place_facts(document_of(f"{text}\n", "plan"), "plan")
    return [(bool(fact.fields["agree"]), int(fact.fields["listed"])) for fact in facts]  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在柳林镇、石桥镇、塘口镇新建公厕4座，每镇1座。", [(False, 3)]),
        ("在柳林镇、石桥镇、塘口镇新建公厕3座，每镇1座。", [(True, 3)]),
        ("在柳林乡、石桥镇和塘口镇建设快递驿站6个，每个乡镇2个。", [(True, 6)]),
        ("在东关社区、西关社区打造微型消防站3个（每社区1个）。", [(False, 2)]),
        ("在9个乡镇建设应急物资储备点10处，每个乡镇1处。", [(False, 9)]),
        ("12个街镇建成嵌入式托育园24所，每街镇2所。", [(True, 24)]),
        ("为柳林镇、石桥镇配备消防车5辆，每镇至少2辆。", [(True, 4)]),
        ("为柳林镇、石桥镇配备消防车3辆，每镇至少2辆。", [(False, 4)]),
        # Open lists, other units, and what is told of all places of a plan.
        ("在柳林镇、石桥镇等新建公厕4座，每镇1座。", []),
        ("在柳林镇、石桥镇新建公厕4座，每座补助3万元。", []),
        ("举办法治讲座10场，每个村1场。", []),
        ("在柳林镇、石桥镇新建公厕4座，每镇1座以上。", []),
    ],
)
def test_places_times_what_each_has(text: str, expected: list[tuple[bool, int]]) -> None:
    assert told(text) == expected
