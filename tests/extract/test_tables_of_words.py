"""Tables whose cells hold sentences: each cell is read by itself, and what is done so far is no promise."""

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
