"""Tables that a page left with one cell a line, between bars."""

import pytest

from engine.check import document_of
from engine.extract import extract
from engine.tables.find.barred import find_barred

HEAD = ["序号", "项目名称", "2024年建设内容", "年度投资金额（万元）", "责任单位"]
ROWS = [
    ["1", "云溪小学操场改造项目", "改造运动场2个。", "300", "县教体局"],
    ["2", "河东路建设项目", "建成道路1.2公里，\n铺设管网3公里。", "1360", "县住建局"],
    ["3", "高标准农田建设项目", "整治田块500亩。", "4930", "县农业农村局"],
]


def page(rows, title="云溪县2024年民生实事项目清单"):
    shown = [[title], *rows]
    lines = "".join(
        "|\n" + "".join(f"{cell} |\n" for cell in row) + ("||||\n" if len(row) == 1 else "") for row in shown
    )
    return f"云溪县人民政府\n2024年4月2日\n{lines}"


def texts(table, text):
    width = max(cell.column for cell in table.cells) + 1
    words = [text[cell.start : cell.end] for cell in table.cells]
    return [words[at : at + width] for at in range(0, len(words), width)]


def test_every_row_begins_with_a_bar_alone():
    text = page([HEAD, *ROWS])
    (table,) = find_barred(text)
    assert table.title == "云溪县2024年民生实事项目清单"
    assert texts(table, text) == [HEAD, *ROWS]


def test_its_figures_and_offices_are_read():
    found = extract(document_of(page([HEAD, *ROWS]), "plan.txt")).commitments
    assert [(str(c.bound.value), c.unit, c.responsible) for c in found] == [
        ("2", "个", ("县教体局",)),
        ("3000000", "元", ("县教体局",)),
        ("1.2", "公里", ("县住建局",)),
        ("3", "公里", ("县住建局",)),
        ("13600000", "元", ("县住建局",)),
        ("500", "亩", ("县农业农村局",)),
        ("49300000", "元", ("县农业农村局",)),
    ]


def test_traditional_characters_are_read_alike():
    rows = [
        ["序號", "項目名稱", "建設內容", "年度投資金額（萬元）", "責任單位"],
        ["1", "雲溪小學操場改造項目", "改造運動場2個。", "300", "縣教體局"],
        ["2", "河東路建設項目", "建成道路1.2公里。", "1360", "縣住建局"],
    ]
    found = extract(document_of(page(rows, "雲溪縣2024年民生實事項目清單"), "plan.txt")).commitments
    assert [(str(c.bound.value), c.unit, c.responsible) for c in found] == [
        ("2", "个", ("县教体局",)),
        ("3000000", "元", ("县教体局",)),
        ("1.2", "公里", ("县住建局",)),
        ("13600000", "元", ("县住建局",)),
    ]


def test_a_row_of_fewer_cells_is_left_out():
    text = page([HEAD, *ROWS, ["4", "污水厂项目", "900"]])
    (table,) = find_barred(text)
    assert texts(table, text) == [HEAD, *ROWS]


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 政务公开 | 互动交流\n|\n正文在此。\n",
        "|\n名称 |\n|\n数量 |\n|\n单位 |\n",
        page([HEAD, ROWS[0]]),
        "第一段。\n|\n第二段没有表格。\n",
    ],
)
def test_bars_of_a_page_are_no_table(text):
    assert find_barred(text) == []
