"""Sums in one list of which only the last shows its 万, and names that hold an ordinal."""

from decimal import Decimal

import pytest

from engine.check import document_of
from engine.extract import extract


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("总投资2600万元，其中中央、省、县分别1200、900、500万元。", ["26000000", "12000000", "9000000", "5000000"]),
        ("两年分别投入1.4、2.6亿元。", ["140000000", "260000000"]),
        # A number of another size is whole by itself.
        ("两类对象每户分别补助800、1.2万元。", ["800", "12000"]),
        ("投资900万元建设学校，其中第二小学520万元、城西中学380万元。", ["9000000", "5200000", "3800000"]),
    ],
)
def test_what_each_sum_of_a_list_comes_to(text: str, values: list[str]) -> None:
    read = extract(document_of(f"某县2024年民生实事方案\n1.项目。{text}", "plan.txt"))
    assert [c.bound.value for c in read.commitments] == [Decimal(value) for value in values]
