"""A sum that no word names is the total of the table that has it, and no contradiction to another table's."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
SOURCES = (
    "附件1\n东河县2024年民生实事资金来源表（单位：万元）\n项目\t合计\t省级\t县级\n"
    "公厕改造\t100.00\t60.00\t40.00\n小区改造\t350.00\t200.00\t150.00\n农村供水\t300.00\t100.00\t200.00\n合计\t750.00\t360.00\t390.00\n"
)
BENEFITS = "附件2\n困难群众补助测算表\n类别\t人数（人）\t金额（万元）\n低保\t200\t{}\n特困\t30\t60.00\n孤儿\t10\t40.00\n合计\t240\t{}\n"


def clash(told: str, *tables: str) -> bool:
    plan = f"东河县2024年民生实事实施方案\n一、资金安排\n{told}\n二、任务\n1.公厕。改造公厕6座。\n" + "".join(tables)
    found = check_texts(plan, None, CARDS, CATALOGUE)
    return any(f.rule in ("body-annex-conflict", "conflicting-values") for f in found)


@pytest.mark.parametrize(
    ("told", "tables", "found"),
    [
        ("全年计划投入750万元。", (SOURCES, BENEFITS.format("100.00", "200.00")), False),
        ("全年共需750万元。", (SOURCES, BENEFITS.format("100.00", "200.00")), False),
        ("全年安排750万元。", (SOURCES, BENEFITS.format("500.00", "600.00")), False),
        ("全年计划投入750万元。", (BENEFITS.format("100.00", "200.00"),), False),
        ("全年共需200万元。", (BENEFITS.format("100.00", "200.00"),), False),
        # The one table there is, and a sum near to it.
        ("全年计划投入210万元。", (BENEFITS.format("100.00", "200.00"),), True),
        ("全年安排190万元。", (BENEFITS.format("100.00", "200.00"),), True),
    ],
)
def test_sums_without_a_name(told: str, tables: tuple[str, ...], found: bool) -> None:
    assert clash(told, *tables) is found
