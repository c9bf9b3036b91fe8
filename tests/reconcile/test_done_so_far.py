"""What a report says is done in its text is what its table says."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
ROWS = (
    "1\t城镇新增就业\t人\t5000\t2860\t57.2%\t县人社局",
    "2\t农村公路改造\t公里\t90\t50.4\t56%\t县交通局",
    "3\t妇女“两癌”免费筛查\t人\t8000\t4960\t62%\t县卫健局",
    "4\t老年助餐点\t个\t30\t16\t53.3%\t县民政局",
)


def errors(
    screened: str,
    title: str = "妇女“两癌”免费筛查",
    road: str = "完成路基路面50.4公里",
    head: str = "已完成",
    annex: str = "附件1\n",
) -> set[str]:
    text = (
        "东河县人民政府办公室关于2024年上半年民生实事项目进展情况的通报\n各乡镇人民政府：\n现将截至6月30日的进展情况通报如下。\n一、各项目进展\n"
        f"（一）城镇新增就业。上半年新增就业2860人，完成年度目标5000人的57.2%。\n（二）改造农村公路。{road}，其中路面硬化38公里。\n"
        f"（三）{title}。{screened}\n（四）建设老年助餐点。建成16个，其中城区7个、农村9个，日均服务老人1150人次。\n"
        f"附件：2024年上半年民生实事项目进度表\n东河县人民政府办公室\n2024年7月8日\n{annex}2024年上半年民生实事项目进度表\n"
        f"序号\t项目\t单位\t年度目标\t{head}\t完成率\t责任单位\n" + "\n".join(ROWS) + "\n"
    )
    found = {f.rule for f in check_texts(text, None, CARDS, CATALOGUE) if f.severity == "error"}
    return found & {"body-annex-conflict", "conflicting-values"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("已筛查4960人，检出并转诊治疗61人。", False),
        ("已筛查4690人，检出并转诊治疗61人。", True),
        ("上半年完成筛查4690人。", True),
        ("截至6月底，累计筛查4690人。", True),
        ("实际完成4690人，占年度目标8000人的58.6%。", False),
        # Printed to the hundred; another day; two figures of which either may be meant; nothing done.
        ("已筛查0.50万人。", False),
        ("截至7月5日，已筛查5120人。", False),
        ("农村已筛查3100人，城镇已筛查1860人。", False),
        ("对8000人的筛查任务已分解到乡镇。", False),
        ("检出并转诊治疗61人。", False),
        ("去年同期已筛查4690人。", False),
    ],
)
@pytest.mark.parametrize("annex", ["附件1\n", ""])
def test_the_text_and_the_table_tell_one_figure(words: str, found: bool, annex: str) -> None:
    assert bool(errors(words, annex=annex)) is found


@pytest.mark.parametrize("head", ["已完成", "完成数", "累计完成", "实际完成数量"])
def test_the_column_of_what_is_done_is_known_by_its_head(head: str) -> None:
    assert errors("已筛查4690人。", head=head)
    assert not errors("已筛查4960人。", head=head)


def test_items_are_known_whatever_is_done_to_them() -> None:
    assert errors("已筛查4960人。", road="已完成45.4公里")
    assert not errors("已筛查4690人。", title="健康服务")
