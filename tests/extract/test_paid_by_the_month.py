"""How often a sum per head is paid, and what it is, where only the words before it or behind it say so."""

import pytest

from engine.check import document_of
from engine.extract import extract


def read(text: str) -> list[tuple[str, str]]:
    return [
        (c.label, c.unit)
        for c in extract(document_of(f"云溪县2024年民生实事方案\n1.养老。{text}", "plan.txt")).commitments
    ]


MONTHLY = "元/人/月"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "按月发放高龄津贴，80—84周岁每人90元，85—89周岁每人150元。",
            [("80-84周岁高龄津贴标准", MONTHLY), ("85-89周岁高龄津贴标准", MONTHLY)],
        ),
        (
            "高龄津贴80-84周岁每人90元、85-89周岁每人150元、90周岁及以上每人400元，按月发放到户。",
            [("高龄津贴80-84周岁", MONTHLY), ("85-89周岁高龄津贴标准", MONTHLY), ("90周岁及以上高龄津贴标准", MONTHLY)],
        ),
        (
            "80-84周岁老人高龄津贴每人每月90元，85-89周岁每人每月150元。",
            [("80-84周岁老人高龄津贴标准", MONTHLY), ("85-89周岁高龄津贴标准", MONTHLY)],
        ),
        (
            "按规定发放高龄津贴，80—84周岁每人每月90元，85—89周岁每人每月150元。",
            [("80-84周岁高龄津贴标准", MONTHLY), ("85-89周岁高龄津贴标准", MONTHLY)],
        ),
        ("按月足额发放护理补贴，每人110元。", [("护理补贴标准", MONTHLY)]),
        ("按季度发放护理补贴，每人330元。", [("护理补贴标准", "元/人/季度")]),
        ("按年发放助学金，每人2600元。", [("助学金标准", "元/人/年")]),
        ("高龄津贴每人95元，于次月按月打卡发放。", [("高龄津贴标准", MONTHLY)]),
        (
            "散居孤儿每人1450元，集中养育孤儿每人1950元，均按月发放。",
            [("散居孤儿标准", MONTHLY), ("集中养育孤儿标准", MONTHLY)],
        ),
        # Sums that are paid once, over the year, or beside what is paid by the month.
        ("按月发放高龄津贴，节日慰问每人210元。", [("节日慰问高龄津贴标准", "元/人")]),
        ("考取大学的学生每人奖励4800元，生活补助按月发放。", [("考取大学的学生奖励标准", "元/人")]),
        ("按月发放生活补贴，每人每年1320元。", [("生活补贴标准", "元/人/年")]),
        ("按月发放生活补贴，全年每人1320元。", [("生活补贴标准", "元/人")]),
        ("按月发放生活补贴，一次性奖励每人520元。", [("一次性奖励标准", "元/人")]),
        ("按月拨付资金115万元。", [("金额", "元")]),
        ("护理员培训补贴每人600元。工资按月发放。", [("护理员培训补贴标准", "元/人")]),
    ],
)
def test_a_sum_per_head_is_paid_as_often_as_its_sentence_says(text: str, found: list[tuple[str, str]]) -> None:
    assert read(text) == found
