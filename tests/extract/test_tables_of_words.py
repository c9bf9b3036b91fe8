"""Tables whose cells hold sentences: each cell is read by itself, and what is done so far is no promise."""

import pytest

from engine.check import document_of
from engine.extract import extract

PROGRESS = (
    "云溪县2024年民生实事项目进展情况表\n"
    "序号 | 项目内容 | 进展情况 | 责任单位 |\n"
    "1 | 新建公办幼儿园3所。 | 已完工2所，另有1所封顶。 | 教育局 |\n"
    "2 | 新增托位240个。 | 新增托位260个。 | 卫健局 |\n"
    "新增公交线路4条。 | 新增公交线路5条。 | ||\n"
    "3 | 农村公路大修90公里。 | 完成农村公路大修40公里。 | 交通局 |\n"
)


def read(text):
    return [(c.label, str(c.bound.value)) for c in extract(document_of(text, "plan.txt")).commitments]


def test_the_column_of_progress_promises_nothing_not_even_below_a_merged_number():
    assert read(PROGRESS) == [
        ("新建公办幼儿园数量", "3"),
        ("新增托位数量", "240"),
        ("新增公交线路条数", "4"),
        ("农村公路大修里程", "90"),
    ]


def test_a_row_of_words_alone_keeps_its_figures():
    text = PROGRESS.replace("进展情况 |", "工作举措 |").replace("已完工2所，另有1所封顶。", "6月底前开工。")
    assert ("新增公交线路条数", "4") in read(text)
    assert ("农村公路大修里程", "40") in read(text)


def test_tabs_between_sentences_part_them():
    text = (
        "云溪县2024年民生实事任务分解表\n序号\t项目名称\t主要内容\t牵头单位\n"
        "1\t增加教育资源\t新建学校3所，计划竣工2所。\t县教育局\n2\t促进就业\t城镇新增就业5200人。\t县人社局\n"
    )
    assert read(text) == [("新建学校数量", "3"), ("学校竣工数量", "2"), ("城镇新增就业人数", "5200")]


def test_a_column_headed_by_a_later_year_asks_its_figures_of_that_year():
    text = (
        "云溪市2024年乡村建设工作方案\n指标 | 2024年要求 | 2026年目标 |\n"
        "生活污水治理率 | 不低于42% | 不低于55% |\n卫生厕所普及率 | 不低于88% | 不低于93% |\n"
    )
    document = document_of(text, "plan.txt")
    read_ = [(str(c.bound.value), c.deadline) for c in extract(document).commitments]
    assert read_ == [("42", None), ("55", "2026"), ("88", None), ("93", "2026")]
    until = next(c for c in extract(document).commitments if c.deadline)
    assert document.text[slice(*until.due)] in ("2026年目标", "不低于55%")


@pytest.mark.parametrize(
    ("row", "cell", "unit"),
    [
        ("农村户厕改造每户奖补", "不低于1600元", "元/户"),
        ("太阳能路灯每盏造价", "不超过3200元", "元/盏"),
        ("独居老人每周上门探访", "不少于2次", "次/周"),
        ("农村户厕改造奖补", "每户不低于1600元", "元/户"),
        ("农村户厕改造奖补资金", "不低于1600万元", "元"),
        ("每百户建设公厕", "不少于3座", "座"),
    ],
)
def test_what_a_row_is_paid_for_is_told_by_its_name(row, cell, unit):
    text = f"云溪县2024年统一标准\n序号\t标准内容\t要求\n1\t{row}\t{cell}\n2\t村级卫生室面积\t不小于80平方米\n"
    assert [c.unit for c in extract(document_of(text, "plan.txt")).commitments] == [unit, "平方米"]


def test_a_cell_of_figures_too():
    text = "云溪县2024年标准\n项目\t单位\t标准\n太阳能路灯每盏造价\t元\t3200\n村级卫生室面积\t平方米\t80\n公厕数量\t座\t12\n"
    assert [c.unit for c in extract(document_of(text, "plan.txt")).commitments] == ["元/盏", "平方米", "座"]
