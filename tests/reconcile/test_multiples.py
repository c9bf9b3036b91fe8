"""A sum per head that is told as a multiple or share of another sum of the plan is what that makes."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
BASE = "东河县2025年养老服务实施方案\n1.低保。城市低保标准为每人每月760元，农村低保标准为每人每年6840元。\n2.特困供养。"


def errors(words: str) -> set[str]:
    return {f.rule for f in check_texts(f"{BASE}{words}\n", None, CARDS, CATALOGUE) if f.severity == "error"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("特困人员基本生活标准按城市低保标准的1.3倍确定，为每人每月988元。", False),
        ("特困人员基本生活标准按城市低保标准的1.3倍确定，为每人每月960元。", True),
        ("特困人员基本生活标准按照当地城市最低生活保障标准的1.3倍执行，即每人每月960元。", True),
        ("特困人员基本生活标准按低保标准的1.3倍执行，达到每人每年8892元。", False),
        ("特困人员基本生活标准按低保标准的1.3倍执行，达到每人每年8292元。", True),
        ("特困人员基本生活标准每人每月960元，不低于城市低保标准的1.3倍。", True),
        ("特困人员基本生活标准每人每月1100元，不低于城市低保标准的1.3倍。", False),
        ("特困人员基本生活标准每人每月990元（城市低保标准的1.3倍）。", False),
        ("重残护理补贴按城市低保标准的30%发放，每人每月228元。", False),
        ("重残护理补贴按城市低保标准的30%发放，每人每月282元。", True),
        ("特困人员基本生活标准按城市低保标准的1.3倍确定，为每人每月1300元。", True),
        # Rounded up to tens; told roughly; of a base that the plan does not give, or of another year.
        ("特困人员基本生活标准按城市低保标准的1.3倍确定，为每人每月990元。", False),
        ("特困人员基本生活标准按城市低保标准的1.3倍左右确定，为每人每月960元。", False),
        ("照料护理补贴按最低工资标准的30%确定，为每人每月480元。", False),
        ("特困人员基本生活标准按上年度城市低保标准的1.3倍确定，为每人每月960元。", False),
        ("特困人员基本生活标准不低于城市低保标准的1.3倍，照料护理补贴每人每月300元。", False),
        ("照料护理补贴每人每月300元，特困人员基本生活标准不低于城市低保标准的1.3倍。", False),
        ("分散供养标准每人每月990元，集中供养标准不低于城市低保标准的1.5倍。", False),
    ],
)
def test_a_multiple_of_another_sum_is_worked_out(words: str, found: bool) -> None:
    assert ("product-mismatch" in errors(words)) is found
