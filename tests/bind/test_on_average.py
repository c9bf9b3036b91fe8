"""A rate that is told for each part and for all of them answers what is asked of all by the rate of all."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()
CITY = "安岚市2026年民生工作要点\n一、医疗保障。政策范围内住院费用报销比例不低于70%。\n"
COUNTY = "青溪县2026年民生实事实施方案\n1.医疗保障。{}\n"


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("一级、二级、三级医疗机构政策范围内住院费用报销比例分别为90%、80%、60%，全县平均达到72%。", False),
        ("全县平均达到68%，其中一级、二级、三级医疗机构政策范围内住院费用报销比例分别为90%、80%、60%。", True),
        ("一级、二级、三级医疗机构政策范围内住院费用报销比例分别为90%、80%、60%。", True),
        ("政策范围内住院费用报销比例达到60%。", True),
    ],
)
def test_the_rate_of_all_answers_for_its_parts(words: str, short: bool) -> None:
    findings = check_texts(COUNTY.format(words), CITY, CARDS, CATALOGUE)
    assert any(f.rule == "below-floor" for f in findings) is short
