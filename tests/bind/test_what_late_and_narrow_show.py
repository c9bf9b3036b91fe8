"""What a late day and fewer people show: the two days, the two groups, never the amounts, each with its words, once."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
UPPER = "南山市2024年民生实事实施方案\n一、主要任务\n1.养老服务。{task}\n"
PLAN = "东河县2024年民生实事实施方案\n一、主要任务\n1.养老服务。{task}\n"
ALLOTTED = "附件\n南山市2024年任务分解表\n县区\t适老化改造（户）\n东河县\t500\n西河县\t400\n合计\t900\n"


def found(plan: str, upper: str, rule: str):
    return [f for f in check_texts(plan, upper, CARDS, CATALOGUE) if f.rule == rule]


def words(finding, role: str) -> list[str]:
    return [e.span.text for e in finding.evidence if e.role == role]


@pytest.mark.parametrize("annex", ["", ALLOTTED], ids=["total", "share"])
@pytest.mark.parametrize(
    ("mine", "theirs", "late", "due"),
    [
        ("11月底前完成适老化改造500户。", "2024年10月底前完成适老化改造900户。", "11月底前", "2024年10月底前"),
        ("适老化改造500户，12月20日前全部完成。", "适老化改造900户，10月31日前全部完成。", "12月20日前", "10月31日前"),
        ("适老化改造500户，2024年11月15日前完工。", "适老化改造900户，9月底前完工。", "2024年11月15日前", "9月底前"),
    ],
)
def test_a_late_day_shows_both_days_and_their_words_once(mine, theirs, late, due, annex):
    [finding] = found(PLAN.format(task=mine), UPPER.format(task=theirs) + annex, "late-deadline")
    assert (finding.actual.value, finding.expected.value, finding.difference) == (None, None, None)
    assert finding.actual.text > finding.expected.text
    assert late in words(finding, "plan")
    assert due in words(finding, "standard")


def test_a_day_that_the_upper_document_sets_for_all_is_shown_with_its_words():
    upper = UPPER.format(task="适老化改造900户。") + "二、工作要求\n各项任务须在2024年10月底前全部完成。\n"
    [finding] = found(PLAN.format(task="2024年11月20日前完成适老化改造500户。"), upper, "late-deadline")
    assert finding.expected.text == "2024-10-31"
    assert any("10月底前" in text for text in words(finding, "standard"))


@pytest.mark.parametrize(
    ("mine", "theirs", "whom", "wanted"),
    [
        ("为70周岁以上老年人每年免费体检1次。", "为65周岁以上老年人每年免费体检1次。", "70周岁", "65周岁"),
        ("农村特殊困难老年人探访关爱率100%。", "特殊困难老年人探访关爱率100%。", "农村", ""),
        ("对独居、空巢老年人每月探访2次。", "对独居、空巢、留守老年人每月探访2次。", "空巢", "留守"),
    ],
)
def test_fewer_people_are_shown_instead_of_the_figure_that_is_the_same(mine, theirs, whom, wanted):
    [finding] = found(PLAN.format(task=mine), UPPER.format(task=theirs), "scope-narrowed")
    assert finding.actual.value is None
    assert whom in finding.actual.text
    assert wanted in (finding.expected.text if finding.expected else "")
