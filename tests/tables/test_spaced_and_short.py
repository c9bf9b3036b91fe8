"""Tables that single blanks part, rows of one table only, bars behind each cell, rows below a merged cell."""

import pytest
from table_samples import document_of, grid_of, only_grid

from engine.extract.extraction import extract
from engine.tables.find.flattened import find_flattened
from engine.tables.read.understand import read_table

TITLE = "东河县2024年危旧房改造资金计划表"
GROUPED = f"""{TITLE}
序号 乡镇、街道 修缮 重建 合计
户数 资金(万元) 户数 资金(万元) 总户数 资金(万元)
1 城关街道

3 6.6 3 6.6
2 石桥镇 2 1.6 1 2.2 3 3.8
3 柳林乡 4 3.2

4 3.2
合  计 6 4.8 4 8.8 10 13.6
备注:修缮每户0.8万元。
"""
PLAIN = "乡镇 任务数(户) 资金(万元)\n城关镇 30 60\n石桥镇 40 80\n柳林乡 25 50\n合计 95 190\n"


def test_empty_cells_of_a_copied_page_are_lines_of_their_own() -> None:
    (table,) = find_flattened(GROUPED)
    assert table.title == TITLE
    assert grid_of(table, GROUPED)[2:] == [
        ["1", "城关街道", "", "", "3", "6.6", "3", "6.6"],
        ["2", "石桥镇", "2", "1.6", "1", "2.2", "3", "3.8"],
        ["3", "柳林乡", "4", "3.2", "", "", "4", "3.2"],
        ["", "合  计", "6", "4.8", "4", "8.8", "10", "13.6"],
    ]
    read = read_table(table, GROUPED, "t")
    assert [(c.label, c.unit) for c in read.columns] == [
        ("修缮·户数", ""),
        ("修缮·资金", "元"),
        ("重建·户数", ""),
        ("重建·资金", "元"),
        ("合计·总户数", ""),
        ("合计·资金", "元"),
    ]
    assert [row.role for row in read.rows] == ["part", "part", "part", "total"]


def test_rows_of_a_name_and_figures_below_a_head_that_names_each_column() -> None:
    assert only_grid(PLAIN)[1:] == [
        ["城关镇", "30", "60"],
        ["石桥镇", "40", "80"],
        ["柳林乡", "25", "50"],
        ["合计", "95", "190"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("资金(万元)", ""),  # a column without a name
        PLAIN.replace("石桥镇 40 80", "石桥镇 40"),  # a row that lost a cell
        PLAIN.replace("乡镇 任务数(户) 资金(万元)\n", ""),
        "全年安排 3 项任务\n完成投资 500 万元\n惠及群众 2 万人\n",
        "电话 0559 12345\n传真 0559 12346\n邮编 245 500\n网址 1 2\n",
    ],
)
def test_what_does_not_fit_all_the_way_is_no_table(text: str) -> None:
    assert find_flattened(text) == ()


@pytest.mark.parametrize("bar", ["{} |", "| {}", "{}"])
@pytest.mark.parametrize("rows", [1, 2])
def test_a_table_of_one_or_two_rows_below_its_head(bar: str, rows: int) -> None:
    body = [["卫生院", "12.5", "3", "0.75"], ["服务站", "4", "1.5", "2"]][:rows]
    cells = ["机构", "档案管理", "慢病随访", "3类人群筛查", *(cell for row in body for cell in row)]
    text = "\n".join(["2024年服务补助分配表", "单位:万元", *map(bar.format, cells)]) + "\n"
    (table,) = find_flattened(text)
    assert grid_of(table, text) == [cells[:4], *body]
    assert [column.unit for column in read_table(table, text, "t").columns] == ["元"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "工作要求\n加强领导\n落实责任\n强化督查\n第一批\n12\n3\n5\n",  # words above, but no title and no corner
        "2024年服务补助分配表\n单位:万元\n机构\n档案管理\n卫生院\n12.5\n3\n0.75\n",  # a name is missing
    ],
)
def test_figures_without_a_head_that_fits_are_no_short_table(text: str) -> None:
    assert find_flattened(text) == ()


BARRED = (
    "类别 | 序号 | 工作任务 | 分管领导 | 牵头单位 | 进展情况 |\n"
    "一、兜底保障 | 1 | 散居孤儿养育标准提高到每人每月1500元。 | 张某某 | 县民政局 李某某 | 已达到1450元。 |\n"
    "2 | 高龄津贴提高到每人每月60元。 | 张某某 | 县民政局 李某某 | 已发放55元。 |\n"
    "二、就业促进 | 3 | 新增城镇就业2600人。 | 王某某 | 县人社局 赵某某 | 已完成1200人。 |\n"
    "4 | 技能培训800人次。 | 王某某 | 县人社局 赵某某 | 已完成300人次。 |\n"
)


def test_a_row_below_a_merged_cell_is_put_where_its_cells_belong() -> None:
    assert [row[:2] for row in only_grid(BARRED)] == [
        ["类别", "序号"],
        ["一、兜底保障", "1"],
        ["", "2"],
        ["二、就业促进", "3"],
        ["", "4"],
    ]
    extraction = extract(document_of(BARRED))
    assert [(c.span.text, c.responsible) for c in extraction.commitments] == [
        ("1500元", ("县民政局",)),
        ("60元", ("县民政局",)),
        ("2600人", ("县人社局",)),
        ("800人次", ("县人社局",)),
    ]


def test_a_narrow_row_whose_last_cells_are_blank_stays_at_the_left() -> None:
    text = "乡镇 | 户数 | 面积 | 备注 |\n甲镇 | 12 | 3.5 | 已落实 |\n乙镇 | 8 | 2.5 | 已落实 |\n丙镇 | 6 |\n"
    assert only_grid(text)[3] == ["丙镇", "6", "", ""]


def test_rows_filled_up_at_their_end_have_no_known_places() -> None:
    text = (
        "乡镇 | 户数 | 已改造 | 新改造 | 备注 |\n"
        "甲镇 | 12 | 5 | 7 | 已落实 |\n"
        "乙镇 | 8 | 3 |||\n"
        "丙镇 | 6 | 2 |||\n"
        "合计 | 26 | 10 | 16 | |\n"
    )
    assert [row[:4] for row in only_grid(text)] == [
        ["乡镇", "户数", "已改造", "新改造"],
        ["甲镇", "12", "5", "7"],
        ["乙镇", None, None, None],
        ["丙镇", None, None, None],
        ["合计", "26", "10", "16"],
    ]
