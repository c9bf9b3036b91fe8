"""A number of things against their names, which follow it."""

import pytest
from plan_samples import document_of

from engine.reconcile.lists.named_lists import named_list_facts


def agreed(text: str) -> list[bool]:
    return [bool(fact.fields["agree"]) for fact in named_list_facts(document_of(text), "plan")]


@pytest.mark.parametrize(
    ("text", "agree"),
    [
        ("新建驿站3个，分别为东湖驿站、西门驿站、南桥驿站，9月底前开放。", [True]),
        ("新建驿站4个，分别为东湖驿站、西门驿站、南桥驿站，9月底前开放。", [False]),
        ("下设四个小组：材料组、调度组、督查组。", [False]),
        ("下设四个小组：材料组、调度组、督查组和宣传组。", [True]),
        ("改造4条道路，即东街路、供水和排水路、南街路。", [True]),
        ("新建驿站4个，分别为东湖驿站、西门驿站等。", []),
        ("涉及4个乡镇，分别为东片甲山镇、乙水镇，西片丙石镇、丁河镇。", []),
        ("分为4个环节：个人申请、村级评议、乡镇审核。", []),
        ("新建驿站4个，分别为东湖2个、西门2个。", []),
        ("第4个驿站分别为东湖驿站、西门驿站、南桥驿站。", []),
        ("新建驿站12个，分别为东湖驿站、西门驿站。", []),
    ],
)
def test_a_number_is_held_against_the_names_behind_it(text: str, agree: list[bool]) -> None:
    assert agreed(text) == agree
