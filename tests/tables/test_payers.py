"""A column named after who pays has the money of its caption; one that counts people has not."""

import pytest

from engine.check import check_texts, document_of, read_plan_text
from engine.resolve.resolver import Resolver
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def plan(head: str, last: tuple[str, str]) -> str:
    return (
        f"东河县2024年资金来源表（单位：万元）\n项目\t合计\t省级\t县级\t{head}\n"
        f"公厕改造\t100.00\t60.00\t40.00\t0.00\n小区改造\t{last[0]}\t200.00\t150.00\t{last[1]}\n"
        f"农村供水\t300.00\t100.00\t200.00\t0.00\n合计\t850.00\t360.00\t390.00\t100.00\n"
    )


@pytest.mark.parametrize(
    "head", ["社会及个人", "个人", "个人自筹", "企业和个人", "集体及农户", "单位、住户", "乡镇和受益户", "群众个人"]
)
def test_who_pays_has_the_money_of_the_caption(head: str) -> None:
    read = read_plan_text(document_of(plan(head, ("450.00", "100.00")), "plan"), Resolver(CATALOGUE))
    assert read.tables[0].columns[-1].unit == "元"
    assert [
        f.rule
        for f in check_texts(plan(head, ("450.00", "100.00")), None, load_cards(), CATALOGUE)
        if f.severity == "error"
    ] == []
    wrong = {f.rule for f in check_texts(plan(head, ("430.00", "100.00")), None, load_cards(), CATALOGUE)}
    assert "sum-mismatch" in wrong


@pytest.mark.parametrize("head", ["受益人", "受益户", "惠及农户", "补助人数", "改造户", "建设项"])
def test_who_is_counted_has_not(head: str) -> None:
    read = read_plan_text(document_of(plan(head, ("350.00", "100.00")), "plan"), Resolver(CATALOGUE))
    assert read.tables[0].columns[-1].unit != "元"
