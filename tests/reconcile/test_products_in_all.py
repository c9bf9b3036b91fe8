"""Amounts and wholes that a sentence tells once for several: one rate for two payments, a whole divided by kinds."""

import pytest

from engine.check import document_of
from engine.extract import extract
from engine.reconcile.prose.parts import parts_facts
from engine.reconcile.prose.products_in_all import product_in_all_facts


def _read(text: str):
    return extract(document_of(f"云溪县2024年民生实事实施方案\n1.保障。{text}", "plan.txt"))


BOTH = "困难残疾人生活补贴、重度残疾人护理补贴均为每人每月120元"


@pytest.mark.parametrize(
    ("text", "agree"),
    [
        (f"{BOTH}，两项共1500人，按12个月计算全年需216万元。", [True]),
        (f"{BOTH}，两项共1500人，按12个月计算全年需261万元。", [False]),
        (f"{BOTH}，合计惠及1500人，全年12个月发放213万元。", [False]),
        (f"{BOTH}。两项补贴共惠及1500人，全年需资金206万元。", [False]),
        (f"{BOTH}，分别惠及900人和600人，两项补贴全年共需216万元。", [True]),
        (f"{BOTH}，分别惠及900人和600人，两项补贴全年共需206万元。", [False]),
        ("小学生1100人、初中生700人，每人每年补助1300元，共需234万元。", [True]),
        ("小学生1100人、初中生700人，每人每年补助1300元，共需224万元。", [False]),
        ("高龄津贴每人每月70元，惠及80-89周岁1500人、90周岁以上100人，全年共需134.4万元。", [True]),
        # Who is counted once may have both.
        (f"{BOTH}，共惠及1000人，全年需资金198万元。", []),
        # One count alone is paid, not all of the year is, or figures differ.
        ("补助学生1180人、教师64人，每人每年补助1250元，共需147.5万元。", []),
        (f"{BOTH}，三季度起发放，合计惠及1500人，全年需90万元。", []),
        ("散居孤儿每人每月1300元、集中养育孤儿每人每月1850元，惠及64人，全年需120万元。", []),
        ("为320名失能老人提供助餐，为180名独居老人每人每月补贴200元，全年需43.2万元。", []),
        (f"{BOTH}，惠及1500人，由县财政据实列支，全年需200万元。", []),
        (f"{BOTH}，惠及1500人。", []),
    ],
)
def test_an_amount_in_all_is_what_one_rate_comes_to(text: str, agree: list[bool]) -> None:
    assert [fact.fields["agree"] for fact in product_in_all_facts(_read(text), "plan")] == agree


@pytest.mark.parametrize(
    ("text", "agree"),
    [
        ("康复救助90人，按残疾类别分为：视力6人、听力24人、肢体33人、智力25人。", [False]),
        ("康复救助90人，按残疾类别分为：视力6人、听力24人、肢体33人、智力27人。", [True]),
        ("新建公路118公里，按等级分为三级路40公里、四级路77公里。", [False]),
        ("培训1500人次，按年龄分：青年800人次、中年600人次。", [False]),
        ("为90名残疾儿童提供康复救助，分为视力6名、听力24名、肢体65名。", [False]),
        ("改造小区6个，具体为：东片2个、西片3个。", [False]),
        ("改造公路118公里，划分为平原段40公里、山区段78公里。", [True]),
        # Whom it serves besides is no part; what is divided otherwise has none.
        ("康复救助90人，分为视力6人、听力24人、肢体60人，惠及家庭成员300人。", [None]),
        ("适老化改造180户，分两批实施，首批80户。", []),
        ("补助学生500人，分为小学每人每年1000元、初中每人每年1250元。", []),
        ("改造小区6个，分为三个标段，涉及居民500户。", []),
    ],
)
def test_a_whole_is_divided_by_kinds(text: str, agree: list[bool | None]) -> None:
    assert [fact.fields.get("agree") for fact in parts_facts(_read(text), "plan")] == agree
