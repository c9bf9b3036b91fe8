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


@pytest.mark.parametrize(
    ("text", "agree"),
    [
        ("街道下辖东关、西关、南关、北关、中山、和谐、丰收等7个社区，常住人口3万人。", [True]),
        ("街道下辖东关、西关、南关、北关、中山、和谐、丰收等8个社区，常住人口3万人。", [False]),
        ("街道下辖东关、西关、南关、北关、中山、和谐、丰收等6个社区，常住人口3万人。", [False]),
        # Of many some are named.
        ("街道下辖东关、西关、南关等8个社区。", []),
        ("街道下辖东关、西关、南关、北关、中山等6个社区。", []),
        ("街道下辖东关、西关、南关、北关、中山、和谐、丰收等10个社区。", []),
        ("街道下辖东关、西关、南关、北关、中山、和谐、丰收、望江9个社区。", [False]),
        ("全镇辖8个村：李家、王家、张家、赵家、钱家、孙家、周家。", [False]),
        ("全镇辖7个村（李家、王家、张家、赵家、钱家、孙家、周家）。", [True]),
        ("县辖城东镇、城西镇、柳河乡、桃园乡、松岗乡、石桥乡、清水街道8个乡镇街道。", [False]),
        ("全镇辖柳河、桃园、松岗、石桥、清水、平安6个村和东关、西关2个社区。", [True]),
        ("对东片甲山、乙水，西片丙石、丁河、戊岭、己湾、庚桥、辛口、壬店等12个村改造。", []),
        ("包括城东镇、城西镇、柳河乡、东关、西关、南关等7个社区。", []),
        ("全镇辖6个村、2个社区。", []),
    ],
)
def test_what_lies_under_a_place_is_told_by_bare_names(text: str, agree: list[bool]) -> None:
    assert agreed(text) == agree


@pytest.mark.parametrize(
    ("text", "agree"),
    [
        # What the things named have to them is told behind, in figures or with its own verb.
        ("改造小区4个，分别为东风小区、水务小区、北园小区，涉及楼房31栋、居民900户。", [False]),
        ("新建驿站4个，分别为东湖驿站、西门驿站、南桥驿站，配套厕所、停车位、座椅。", [False]),
        ("新建驿站4个，分别为东湖驿站、西门驿站、南桥驿站，总投资600万元、面积900平方米。", [False]),
        ("新建驿站3个，分别为东湖驿站、西门驿站、南桥驿站，覆盖居民3000户、商户200家。", [True]),
        ("新建驿站4个，即东湖驿站、西门驿站，南片南桥驿站、北桥驿站。", []),
        # Housing estates end in several words; 和 joins the last two of them.
        ("改造老旧小区4个：东风小区、供销家属院、水务小区。", [False]),
        ("改造4个老旧小区（东风小区、供销家属院、水务小区）。", [False]),
        ("改造老旧小区5个（东风小区、供销家属院、电厂宿舍楼和水务小区）。", [False]),
        ("改造老旧小区4个，分别为东风小区、供销家属院、电厂宿舍楼和水务小区，11月底前完工。", [True]),
        ("对东风小区、河西小区、水务小区4个老旧小区实施改造。", [False]),
        ("对东风小区、河西小区和水务小区3个小区实施改造。", [True]),
        ("改造老旧小区4个：水电改造、屋面防水、外墙保温。", []),
        ("改造4个老旧小区（水电、屋面、外墙）。", []),
    ],
)
def test_estates_and_what_belongs_to_the_things_named(text: str, agree: list[bool]) -> None:
    assert agreed(text) == agree


def test_what_is_counted_before_the_number_names_the_list() -> None:
    (fact,) = named_list_facts(document_of("全年改造老旧小区4个，分别为东风小区、河西小区和水务小区。"), "plan")
    assert (fact.fields["label"], fact.fields["listed"]) == ("老旧小区", 3)
