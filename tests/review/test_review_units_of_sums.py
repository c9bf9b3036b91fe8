"""A sum that is paid to somebody and stands without 元 has lost its unit."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
BEHIND = "集中养育孤儿基本生活标准提高到每人每月1950元。"


def doubted(text: str) -> bool:
    found = check_texts(f"东河县2024年民生实事实施方案\n1.社会保障。{text}\n", None, CARDS, CATALOGUE)
    return any(f.rule == "missing-unit" for f in found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("散居孤儿基本生活标准提高到1350，", True),
        ("散居孤儿基本生活保障标准为1350，", True),
        ("困难残疾人生活补贴提高到每人每月100；", True),
        ("高龄津贴每人每月100，", True),
        ("经济困难老年人护理补贴标准不低于220。", True),
        ("散居孤儿基本生活标准提高到1350元，", False),
        ("散居孤儿基本生活标准提高到每人每月1350元，", False),
        # The unit stands with another figure of the list or before it.
        ("一级、二级护理补贴标准分别为105、85元，", False),
        ("散居孤儿基本生活标准由1200元提高到1350，", False),
        ("残疾人护理补贴标准（元/人/月）为105，", False),
        # No sums.
        ("特困人员护理补贴发放率达到100%，", False),
        ("发放高龄津贴1350人，", False),
        ("执行生活补助标准GB1350，", False),
        ("低保标准提高到城市低保标准的1.3倍，", False),
        ("养老护理标准为3级，", False),
    ],
)
def test_a_sum_needs_its_unit(words: str, found: bool) -> None:
    assert doubted(words + BEHIND) is found


def test_a_caption_gives_the_unit_of_all() -> None:
    assert not doubted("补贴标准一览（单位：元/人/月）\n护理补贴标准为105。")
