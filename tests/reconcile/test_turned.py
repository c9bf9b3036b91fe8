"""One thing named by the same words in another order, or built and 建设: two figures of it cannot differ."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CONFLICTS = {"conflicting-values", "body-annex-conflict"}


def conflicts(*tasks: str, table: str = "") -> set[str]:
    plan = "东河县2024年民生实事实施方案\n一、主要任务\n" + "\n".join(
        f"{number}.{words}" for number, words in enumerate(tasks, 1)
    )
    return {f.rule for f in check_texts(plan + "\n" + table, None, load_cards(()), load_catalogue())} & CONFLICTS


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("全县36所公办中小学校提供校内午餐", "质量检查。确保全县63所提供校内午餐的公办中小学校食材统一配送", True),
        ("全县36所公办中小学校提供校内午餐", "质量检查。确保全县36所提供校内午餐的公办中小学校食材统一配送", False),
        ("全县36所公办中小学校提供校内午餐", "质量检查。对全县40所提供校内午餐的公办中小学校进行督导", True),
        ("全县36所公办中小学校提供校内午餐", "质量检查。对12所提供校内午餐的公办中小学校进行抽查", False),
        ("全县36所公办中小学校提供校内午餐", "质量检查。在提供校内午餐的公办中小学校中评选示范学校10所", False),
        ("全县36所公办中小学校提供校内午餐", "质量检查。全县63所提供校内午餐的民办幼儿园食材统一配送", False),
        ("全县36所公办中小学校提供校内午餐", "质量检查。2022年全县63所提供校内午餐的公办中小学校食材统一配送", False),
    ],
)
def test_what_is_done_by_a_thing_and_the_thing_that_does_it(first: str, second: str, found: bool) -> None:
    assert bool(conflicts(f"校内午餐。{first}。", f"{second}。")) is found


TABLE = "附件\n东河县2024年民生实事任务表\n项目\t任务量\t单位\t资金（万元）\n便民服务驿站建设\t{n}\t个\t90\n农村公路改造\t38\t公里\t800\n"


@pytest.mark.parametrize(
    ("body", "stations", "found"),
    [
        ("全年新建便民服务驿站16个", 13, True),
        ("全年新建便民服务驿站13个", 13, False),
        ("确保建成便民服务驿站16个", 13, True),
        ("改造便民服务驿站16个", 13, False),
        ("上年新建便民服务驿站16个", 13, False),
        ("累计建成便民服务驿站16个", 13, False),
        ("新建便民服务驿站16个，其中城区10个、农村6个", 13, True),
        ("新建乡镇便民服务驿站16个", 13, False),
    ],
)
def test_what_a_row_counts_as_built_and_the_text_builds(body: str, stations: int, found: bool) -> None:
    assert bool(conflicts(f"服务群众。{body}。", table=TABLE.format(n=stations))) is found


CELLS = (
    "附件\n东河县2024年民生实事一览表\n序号\t项目\t{column}\t责任单位\n1\t建设健身场地\t{words}\t县教体局\n"
    "2\t改善农村供水\t新增供水人口3200人\t县水利局\n"
)


@pytest.mark.parametrize(
    ("words", "column", "found"),
    [
        ("新建健身广场26处", "年度目标", True),
        ("新建健身广场28处", "年度目标", False),
        ("新建健身广场26个", "主要任务", True),
        ("新建健身广场12处", "上半年目标", False),
        ("新建健身广场12处", "6月底前进度", False),
        ("其中改造步道26处", "年度目标", False),
        ("新建健身广场12处、改造健身广场14处", "年度目标", False),
    ],
)
def test_words_of_a_cell_against_the_item_that_its_row_is_named_after(words: str, column: str, found: bool) -> None:
    tasks = (
        "建设健身场地。新建社区健身广场28处，其中城区18处、乡镇10处。责任单位：县教体局。",
        "改善农村供水。新增供水人口3200人。责任单位：县水利局。",
    )
    assert bool(conflicts(*tasks, table=CELLS.format(words=words, column=column))) is found
