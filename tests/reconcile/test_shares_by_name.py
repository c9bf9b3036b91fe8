"""A share told by names alone, against the sums that stand in another sentence."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
MONEY = "全年计划投入8000万元，其中中央资金2000万元、省级资金1500万元、县级财政3600万元、社会出资900万元。"
PEOPLE = "开展农民培训800人，其中女性320人。"


def wrong(told: str, share: str) -> bool:
    plan = f"东河县2024年民生实事方案\n1.安排。{told}\n2.负担。{share}\n3.就业。城镇新增就业500人。\n"
    return any(f.rule == "ratio-mismatch" for f in check_texts(plan, None, CARDS, CATALOGUE))


@pytest.mark.parametrize(
    ("told", "share", "found"),
    [
        (MONEY, "县级财政安排数占计划总投入的43.5%，已列入预算。", True),
        (MONEY, "县级财政占总投资的比例为48%。", True),
        (MONEY, "中央资金占资金总额的28%。", True),
        (MONEY, "社会出资占全部资金的比重达到15%。", True),
        (MONEY, "省级补助资金占项目总投资21%。", True),
        (PEOPLE, "女性占培训总人数的42%。", True),
        (MONEY, "县级财政安排数占计划总投入的45%，已列入预算。", False),
        (MONEY, "社会出资占全部资金的比重达到11.3%。", False),
        (MONEY, "省级资金占总投资的18.8%。", False),
        (PEOPLE, "女性占培训总人数的40%。", False),
        # Other sums, another year, not all of it, or a bound.
        (MONEY, "上年县级财政占总投入的52%。", False),
        (MONEY, "县级财政占一般公共预算支出的43.5%。", False),
        (MONEY, "县级财政安排数占计划总投入的40%以上。", False),
        (MONEY, "民生支出占总投入的80%。", False),
        (MONEY, "各级财政资金占总投入的80%。", False),
        ("建设公园，总投资900万元，其中县级300万元。建设道路，总投资500万元，其中县级100万元。", "县级占总投资的30%。", False),
    ],
)  # fmt: skip
def test_a_share_by_its_names(told: str, share: str, found: bool) -> None:
    assert wrong(told, share) is found
