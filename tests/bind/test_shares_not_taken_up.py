"""A share that a plan does not take up is told of, with what the annex calls it, however a figure beside it is counted."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
UPPER = (
    "南山市2024年民生实事方案\n一、主要任务\n"
    "（一）妇女检查。对35—64周岁农村妇女开展免费检查，全市检查9000人。\n"
    "（二）眼病筛查。对60—79周岁居民开展白内障筛查7000人。\n"
    "（三）水稻保险。水稻保险面积30000亩。\n"
    "附件\n南山市2024年任务分解表\n指标\t东河县\t西河县\t合计\n"
    "妇女检查（人）\t5000\t4000\t9000\n白内障筛查（人）\t4000\t3000\t7000\n水稻保险（亩）\t15000\t15000\t30000\n"
)
WOMEN = "1.妇女检查。对35—64周岁农村妇女开展免费检查5200人。\n"
EYES = "2.眼病筛查。对60—79周岁居民开展白内障筛查4100人。\n"
RICE = "3.水稻保险。水稻保险面积15600亩。\n"


def missing(plan: str) -> list[list[str]]:
    found = check_texts(f"东河县2024年民生实事方案\n一、主要任务\n{plan}", UPPER, CARDS, CATALOGUE)
    told = [f for f in found if f.rule == "requirement-missing" and f.severity == "error"]
    return [[e.span.text for e in f.evidence if e.span] for f in told]


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (WOMEN + EYES + RICE, []),
        (WOMEN + EYES + "3.农业保险。水稻投保15600亩。\n", []),
        (WOMEN + RICE, [["白内障筛查（人）", "4000"]]),
        (WOMEN + "2.老年健康。对65周岁及以上居民开展健康体检6000人。\n" + RICE, [["白内障筛查（人）", "4000"]]),
        (EYES + RICE, [["妇女检查（人）", "5000"]]),
        (WOMEN + EYES, [["水稻保险（亩）", "15000"]]),
    ],
)
def test_a_share_without_an_answer(plan: str, expected: list[list[str]]) -> None:
    assert [sorted(texts) for texts in missing(plan)] == [sorted(texts) for texts in expected]
