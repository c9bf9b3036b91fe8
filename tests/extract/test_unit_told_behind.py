"""A bare number whose unit what is paid for each tells behind it."""

import pytest

from engine.check import document_of
from engine.extract import extract


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("组织送戏下乡120，每场补助6000元。", ("120", "场")),
        ("新增普惠床位80，每张补助1万元。", ("80", "张")),
        ("改造农村户厕300，每户奖补2000元。", ("300", "户")),
        ("硬化村组道路25，每公里投资30万元。", ("25", "公里")),
        ("开展农民培训500（每人补助800元）。", ("500", "人")),
        ("加装电梯12，每部给予补助20万元。", ("12", "部")),
    ],
)
def test_the_unit_stands_behind(sentence: str, expected: tuple[str, str]) -> None:
    first = extract(document_of(f"{sentence}\n", "plan")).commitments[0]
    assert (str(first.bound.value), first.unit) == expected


@pytest.mark.parametrize(
    "sentence", ["拨打热线12345，每件按时办结。", "计划起止2023-2024，每年补助800元。", "改造国道G205，每月调度1次。"]
)
def test_other_numbers_have_none(sentence: str) -> None:
    found = extract(document_of(f"{sentence}\n", "plan")).commitments
    assert all(c.bound.value not in (12345, 2024, 205) for c in found)
