"""A task set for a later day than the plan sets for all of its tasks."""

import pytest
from review_reading import labels

HEAD = "东河县2024年民生实事方案\n一、供水保障。改造管网16公里"
ALL = "\n二、工作要求\n各责任单位要压实责任，确保11月底前全部完成年度任务。\n"


@pytest.mark.parametrize(
    ("day", "found"), [("12月20日前完成", 1), ("12月底前完工", 1), ("10月底前完工", 0), ("11月30日前完成", 0)]
)
def test_a_day_of_its_own_is_held_against_that_of_all(day: str, found: int) -> None:
    assert len(labels(f"{HEAD}，{day}。{ALL}", "two-terms")) == found


@pytest.mark.parametrize(
    "task",
    ["。全年新建水厂2座", "，到2025年9月底前达到30公里", "。12月20日前拨付补助资金80万元", "，下半年完成"],
)
def test_years_later_goals_and_payments_are_no_conflict(task: str) -> None:
    assert labels(f"{HEAD}{task}。{ALL}", "two-terms") == []


ROWS = (
    "附件\n东河县2024年供水工作时限表\n序号\t工作内容\t完成时限\t责任单位\n1\t{row}\t{day}\t县水利局\n"
    "2\t水源保护区标志设置\t2024年8月底前\t县环保局\n"
)


@pytest.mark.parametrize(
    ("title", "sentence", "row", "day", "found"),
    [
        ("加快规模水厂建设", "新建望河水厂，两座水厂均须于9月30日前建成通水", "规模水厂建成通水", "2024年10月25日前", 1),
        ("改造老旧管网", "老旧管网改造工程于10月底前全部完工", "老旧管网改造", "11月20日前", 1),
        ("开展管水员培训", "管水员全员培训务必于4月底前完成", "管水员全员培训", "2024年5月底前", 1),
        ("加强水质检测", "水质检测设备更新须在6月底前完成", "水质检测设备更新", "2024年7月底前", 1),
        ("加快规模水厂建设", "新建望河水厂，两座水厂均须于9月30日前建成通水", "规模水厂建成通水", "2024年9月30日前", 0),
        ("加快规模水厂建设", "两座水厂于6月底前完成主体工程", "规模水厂建成通水", "2024年9月30日前", 0),
        ("加快规模水厂建设", "两座水厂于4月底前完成施工招标", "规模水厂建成通水", "2024年9月30日前", 0),
        ("改造老旧管网", "老旧管网改造工程于10月底前全部完工，11月20日前完成资料归档", "老旧管网改造", "10月底前", 0),
        ("加强水质检测", "检测报告于6月底前完成公示", "水质检测设备更新", "2024年7月底前", 0),
        ("推进宣传", "水源标志更新于6月底前完成", "管水员全员培训", "2024年7月底前", 0),
    ],
)  # fmt: skip
def test_the_day_of_a_row_is_that_of_the_text(title: str, sentence: str, row: str, day: str, found: int) -> None:
    text = f"东河县2024年农村供水方案\n一、重点任务\n（一）{title}。{sentence}。\n（二）落实责任。压实责任。\n{ROWS.format(row=row, day=day)}"
    assert len(labels(text, "two-terms")) == found
