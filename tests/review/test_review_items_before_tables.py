"""A heading with nothing under it but a table that other items point to."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(()), load_catalogue()
TABLE = "{caption}\n项目\t标准（元/人/月）\n城市低保\t790\n散居孤儿\t1250\n集中孤儿\t1660\n"
PLAN = (
    "东河县2024年救助实施办法\n一、救助保障\n1.最低生活保障。城市低保标准{one}。\n2.孤儿保障。孤儿基本生活费{one}。\n"
    "3.流浪乞讨人员救助。{own}\n"
    + TABLE
    + "二、组织实施\n4.部门协同。各部门每月会商1次。\n5.资金保障。资金按月拨付到位。\n"
)


def empty(one: str, caption: str, own: str = "") -> bool:
    text = PLAN.format(one=one, caption=caption, own=own)
    return any(f.rule == "empty-item" and "流浪" in f.label for f in check_texts(text, None, CARDS, CATALOGUE))


@pytest.mark.parametrize(
    ("one", "caption", "own", "found"),
    [
        ("按表1执行", "表1　东河县2024年救助标准表", "", True),
        ("见表1", "表1 救助标准表", "", True),
        ("按附表1执行", "附表1：救助标准", "", True),
        ("详见表一", "表一　东河县救助标准表", "", True),
        ("按表1执行", "表1　东河县2024年救助标准表", "救助站全年开放，随到随救。", False),
        ("按表1执行", "表1　东河县2024年救助标准表", "按表1执行。", False),
        # A table that nobody else points to may be what the item has to say.
        ("每人每月790元", "表1　东河县2024年救助标准表", "", False),
        ("按表12执行", "表1　东河县2024年救助标准表", "", False),
    ],
)
def test_the_table_of_others_fills_no_item(one: str, caption: str, own: str, found: bool) -> None:
    assert empty(one, caption, own) is found
