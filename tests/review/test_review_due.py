"""A task that a plan wants done by two days: one of its own, another of its heading, its row, or a sentence that names it."""

import pytest
from review_reading import reviewed

HEAD = "东河县2024年民生实事方案\n"
ROWS = (
    "序号\t项目\t内容\t完成时限\n1\t农村改厕\t{}改造农村户厕1200户\t2024年9月底\n"
    "2\t助餐\t建设助餐点12个\t2024年9月底\n3\t公路\t改造农村公路86公里\t2024年11月底\n"
)


def told(text: str) -> list[list[str]]:
    """Return the words that each conflict of two days is shown with."""
    facts = reviewed(HEAD + text)
    return [[e.span.text for e in f.evidence] for f in facts if f.fields.get("form") == "two-terms"]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "一、养老（2024年9月底前完成）\n1.助餐。建设助餐点12个，2024年11月底前建成。",
            "2024年11月底前",
            "2024年9月底前",
        ),
        (
            "1.改厕。12月20日前改造户厕200户。\n2.助餐。建设助餐点12个。\n以上任务均于2024年11月底前完成。",
            "12月20日前",
            "2024年11月底前",
        ),
        (
            "1.改厕。2024年10月底前改造户厕200户。\n完成时限：2024年11月底前\n2.助餐。",
            "2024年10月底前",
            "2024年11月底前",
        ),
        (
            "1.改厕。2024年12月前改造户厕200户，建设公厕3座。\n完成时限：2024年11月底前",
            "2024年12月前",
            "2024年11月底前",
        ),
        (
            "1.改厕。改造户厕260户，9月30日前全部完工。\n2.助餐。建设助餐点12个。\n3.步骤。其中260户户厕改造任务11月底前全部完工。",
            "9月30日前",
            "11月底前",
        ),
        (
            "一、小区\n改造老旧小区15个，11月底前完工。\n二、要求\n每月报送进度，老旧小区改造项目须于8月底前完工。",
            "11月底前",
            "8月底前",
        ),
        (
            "今年建设公园4个，12月25日前建成；改造支路8条，10月底前通车。上述项目务必于12月10日前全部完工。",
            "12月25日前",
            "12月10日前",
        ),
    ],
)
def test_two_days_for_one_task(text: str, first: str, second: str) -> None:
    (words,) = told(text)
    assert first in words
    assert any(second in one for one in words)


@pytest.mark.parametrize(
    "text",
    [
        "一、养老（2024年11月底前完成）\n1.助餐。建设助餐点12个，2024年9月底前建成。",
        "1.改厕。6月底前改造户厕80户，10月底前改造户厕200户。\n完成时限：2024年11月底前",
        "1.改厕。首批200户户厕6月底前改造完成。\n完成时限：2024年11月底前",
        "1.资金。12月20日前拨付补助80万元。\n2.助餐。建设助餐点12个。\n以上任务均于2024年11月底前完成。",
        "1.改厕。改造户厕260户，9月30日前全部完工。\n2.要求。户厕改造验收11月底前完成，改厕补助资金12月底前拨付到位。",
        "1.改厕。改造户厕260户，2024年9月30日前全部完工。\n2.要求。户厕改造任务9月底前全部完工。",
        "1.小区。改造老旧小区15个，11月底前完工。\n2.要求。力争老旧小区改造项目8月底前完工。",
    ],
)
def test_stages_payments_and_days_that_agree_are_no_conflict(text: str) -> None:
    assert told(text) == []


TWICE = (
    "1.应急。组建24人的应急救援队伍。\n二、实施步骤\n（一）动员部署（3月）。召开动员会。\n（二）组织实施（4月至11月）。{}\n"
    "三、工作措施\n（一）加强领导。镇长负总责。{}\n"
)


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ("应急救援队伍于5月底前组建到位。", "应急救援队伍须于7月底前组建到位，由专人负责。", True),
        ("水源地标志牌于5月底前设置完毕。", "水源地标志牌应在8月20日前设置完毕。", True),
        ("应急救援队伍于5月底前组建到位。", "应急救援队伍须于5月底前组建到位。", False),
        ("应急救援队伍于5月底前组建到位。", "应急救援队伍须于7月底前培训完毕。", False),
        ("首批应急救援队伍于5月底前组建到位。", "应急救援队伍须于7月底前组建到位。", False),
        ("项目资金于5月底前拨付到位。", "项目资金于9月底前拨付到位。", False),
    ],
)
def test_two_days_in_two_places(one: str, other: str, wrong: bool) -> None:
    assert bool(told(TWICE.format(one, other))) is wrong


def test_what_two_tasks_call_alike_may_be_two_things() -> None:
    assert told("1.城区供水。供水主管网于6月底前建成。\n2.镇区供水。供水主管网于9月底前建成。") == []
