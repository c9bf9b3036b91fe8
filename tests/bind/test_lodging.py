"""Pupils who board and pupils who do not, where the higher document is for all of them."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()
ALL = "1.营养餐。营养膳食补助覆盖全部农村义务教育阶段学生，每生每天5元。"
FULL = "1.营养餐。农村义务教育学生营养膳食补助全覆盖，每生每天5元。"


@pytest.mark.parametrize(
    ("upper", "plan", "narrowed"),
    [
        (ALL, "为农村义务教育阶段寄宿生提供营养膳食补助，每生每天5元，走读生暂不纳入。", True),
        (ALL, "农村义务教育阶段学生营养膳食补助每生每天5元，走读生暂不纳入。", True),
        (ALL, "农村义务教育阶段学生营养膳食补助每生每天5元，通校生不享受。", True),
        (ALL, "为农村义务教育阶段寄宿学生提供营养膳食补助，每生每天5元。", True),
        (ALL, "营养膳食补助发放给住校生，每生每天5元。", True),
        (ALL, "农村义务教育阶段学生营养膳食补助每生每天5元，随迁子女暂不纳入。", True),
        (ALL, "农村义务教育阶段学生营养膳食补助每生每天5元。", False),
        (ALL, "为寄宿生和走读生提供营养膳食补助，每生每天5元。", False),
        (ALL, "为全部农村学生提供营养膳食补助，每生每天5元，寄宿生优先配餐。", False),
        (ALL, "农村义务教育阶段学生营养膳食补助每生每天5元，寄宿生另享生活补助。", False),
        (FULL, "农村义务教育学生营养膳食补助每生每天5元。", False),
        (
            "1.营养餐。为寄宿生提供营养膳食补助，每生每天5元。",
            "为寄宿生提供营养膳食补助，每生每天5元，走读生暂不纳入。",
            False,
        ),
    ],
)
def test_pupils_are_left_out_by_where_they_live(upper: str, plan: str, narrowed: bool) -> None:
    found = check_texts(f"1.营养餐。{plan}", upper, CARDS, CATALOGUE)
    assert ("scope-narrowed" in {f.rule for f in found if f.severity != "note"}) is narrowed
