"""A number of housing estates against their names, whatever these end in."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()


def wrong(told: str) -> bool:
    plan = f"东河县2024年民生实事方案\n1.小区改造。{told}\n2.就业。城镇新增就业500人。\n"
    return any(f.rule == "count-mismatch" for f in check_texts(plan, None, CARDS, CATALOGUE))


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("改造5个小区（永安里、粮站宿舍、临河苑、柳林新村）。", True),
        ("改造小区5个（永安里、粮站宿舍、临河苑、柳林新村）。", True),
        ("其中石桥街道改造5个小区（德胜坊、竹园弄、永平里、供销公寓）。", True),
        ("改造5个小区（滨河东区、滨河西区、锦绣府、书香邸）。", True),
        ("改造4个小区（永安里、粮站宿舍、临河苑、柳林新村）。", False),
        ("改造小区4个（德胜坊、竹园弄、永平里、供销公寓）。", False),
        # Examples, and what is done in them.
        ("改造5个小区（永安里、粮站宿舍、临河苑、柳林新村等）。", False),
        ("改造4个小区（供水管网、供电线路、燃气管道）。", False),
        ("改造4个小区（基础类、完善类、提升类）。", False),
    ],
)
def test_estates_by_name(told: str, found: bool) -> None:
    assert wrong(told) is found
