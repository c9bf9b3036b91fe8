"""A number of offices against the names beside it."""

import pytest

from engine.check import document_of
from engine.reconcile.lists.named_offices import named_office_facts

SIX = "县民政局、县财政局、县卫生健康局、县医疗保障局、县残疾人联合会、县乡村振兴局"


@pytest.mark.parametrize(
    ("sentence", "agree"),
    [
        (f"成立专班，由{SIX}7个部门组成。", [False]),
        (f"由{SIX}共5个单位组成。", [False]),
        ("会同民政、财政、卫健、医保、残联5个部门开展核查。", [True]),
        ("会同民政、财政、卫健、医保、残联6个部门开展核查。", [False]),
        (f"领导小组有7个成员单位：{SIX}。", [False]),
        (f"联席会议由七家成员单位（{SIX}）参加。", [False]),
        (f"涉及5个部门，分别为{SIX}。", [False]),
        (f"由{SIX}6个部门组成。", [True]),
        (f"由{SIX}等7个部门组成。", []),
        (f"由{SIX}等5个部门组成。", [False]),
        ("由县民政局、县财政局、县住房和城乡建设局、县文化广电和旅游局4个部门组成。", [True]),
        ("由县民政局、县财政局、县审计局和县残联4个部门组成。", [True]),
        ("县民政局、县教育局牵头，县财政局、县审计局、县残联5个部门配合。", []),
        ("由县民政局牵头，县财政局、县审计局、县残联4个部门配合。", []),
        ("各部门各单位要高度重视，3个部门已报送。", []),
        ("县财政局、县审计局、县民政局每季度抽查12个单位。", []),
    ],
)
def test_offices_are_counted(sentence: str, agree: list[bool]) -> None:
    assert [f.fields["agree"] for f in named_office_facts(document_of(sentence, "plan.txt"), "p")] == agree
