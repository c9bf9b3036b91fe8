"""How far a task is by a part of the year, in a sentence of its own, answers for nothing that is asked of the year."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
UPPER = (
    "南山市2024年民生实事实施方案\n一、主要任务\n1.老年人免费体检。全市为老年人免费体检9000人。\n"
    "附件\n南山市2024年任务分解表\n县区\t老年人免费体检（人）\n东河县\t5000\n西河县\t4000\n合计\t9000\n"
)


def short(told: str) -> bool:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.老年人免费体检。{told}\n"
    found = check_texts(plan, UPPER, CARDS, CATALOGUE)
    return any(f.rule in ("below-allocation", "body-annex-conflict", "conflicting-values") for f in found)


WHOLE = "全县为老年人免费体检5200人。"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (f"{WHOLE}6月底前完成2600人，11月底前全部完成。", False),
        (f"{WHOLE}上半年完成2600人，年底前全面完成。", False),
        (f"{WHOLE}前三季度完成4000人，12月10日前完成全部任务。", False),
        (f"{WHOLE}6月底前完成2600人；11月底前完成其余对象。", False),
        (f"{WHOLE}7月底前力争完成3000人，剩余人员10月底前完成。", False),
        (f"{WHOLE}6月底前完成2600人，9月底前完成4000人，11月底前全部完成。", False),
        (f"{WHOLE}11月底前全部完成，其中6月底前完成2600人。", False),
        # The year's own figure, with and without a day.
        ("全县为老年人免费体检2600人，11月底前全部完成。", True),
        ("11月底前完成老年人免费体检2600人。", True),
        ("全县为老年人免费体检4800人。6月底前完成2600人，11月底前全部完成。", True),
    ],
)
def test_a_stage_in_a_sentence_of_its_own(told: str, found: bool) -> None:
    assert short(told) is found
