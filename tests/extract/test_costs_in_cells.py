"""A sum in a cell of words that the rate before it comes to is not what the row is given in all."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
TABLE = (
    "东河县2024年民生实事项目表\n序号\t实事项目\t任务内容\t投入（万元）\t责任单位\n"
    "1\t文化惠民\t{}\t640\t县文旅局\n2\t稳定就业\t城镇新增就业500人。\t860\t县人社局\n3\t饮水安全\t更新管网86公里。\t2900\t县水利局\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "公益演出650场，每场补助4000元，需260万元；健身广场9个。",
        "健身广场9个，每个补助20万元，共需180万元。",
        "送书下乡30次，每次补助2万元，计60万元。",
        "公益演出650场，每场补助4000元，需资金260万元。",
        "总投资640万元。",
    ],
)
def test_a_cost_is_not_all_of_it(told: str) -> None:
    rules = {f.rule for f in check_texts(TABLE.format(told), None, CARDS, CATALOGUE)}
    assert not rules & {"body-annex-conflict", "conflicting-values"}
