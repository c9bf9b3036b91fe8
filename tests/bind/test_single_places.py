"""What one place inside the plan's is given answers for nothing that is asked of the whole."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
UPPER = (
    "南山市2024年民生实事实施方案\n一、主要任务\n1.公厕。全市新建公厕90座。\n"
    "附件\n南山市2024年任务分解表\n县区\t新建公厕（座）\n东河县\t50\n西河县\t40\n合计\t90\n"
)


def short(told: str) -> bool:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.公厕。{told}\n"
    return any(f.rule == "below-allocation" for f in check_texts(plan, UPPER, CARDS, CATALOGUE))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("新建公厕50座，惠及群众6300户。其中石桥街道新建公厕6座。", False),
        ("新建公厕50座；石桥街道实施新建公厕6座。", False),
        ("新建公厕52座。在柳林镇新建公厕8座，方便赶集群众。", False),
        ("新建公厕50座。塘口乡计划新建公厕3座。", False),
        ("其中石桥街道新建公厕6座。全县新建公厕50座。", False),
        ("新建公厕50座（其中柳林镇新建公厕8座）。", False),
        # The whole is short, or only one place is told of.
        ("新建公厕46座。其中石桥街道新建公厕6座。", True),
        ("新建公厕46座。", True),
        ("新建公厕6座。", True),
        ("各乡镇新建公厕46座。", True),
        ("建制镇新建公厕46座。", True),
        ("石桥街道新建公厕6座。", True),
    ],
)
def test_a_place_with_its_own_share(told: str, found: bool) -> None:
    assert short(told) is found
