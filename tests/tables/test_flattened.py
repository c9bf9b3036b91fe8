import pytest
from hypothesis import given
from hypothesis import strategies as st
from table_samples import grid_of, in_lines, only_grid

from engine.document import Block
from engine.tables.find.flattened import find_flattened
from engine.tables.read.understand import read_table

MATRIX = [
    ["乡镇", "城镇新增就业300人", "适老化改造12户", "新建公路4.5公里"],
    ["东河镇", "100", "", "1.5"],
    ["西岭乡", "120", "7", ""],
    ["北溪镇", "50", "5", "3"],
    ["南湖镇", "30", "", ""],
    ["", "300", "12", "4.5"],
]
NUMBERED = [
    ["序号", "项目名称", "指标任务", "分管领导", "牵头单位"],
    ["1", "就业促进行动", "城镇新增就业300人。", "张某某", "县人社局"],
    ["开展技能培训80人次。"],
    ["2", "老年关爱行动", "适老化改造12户，按月调度进度并在公示栏公开。", "李某某", "县民政局"],
    ["3", "道路提升行动", "新建公路4.5公里。", "王某某", "县交通局"],
    ["安装护栏6公里。", "赵某某", "县公路中心"],
]
BEFORE = "东山县重点民生实事项目乡镇任务明细表"
AFTER = "注:各乡镇做好宣传发动\n\n责任编辑:政务公开股"


def filled(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.strip() for cell in row] for row in rows]


@pytest.mark.parametrize("gap", [0, 1, 2, 3])
@pytest.mark.parametrize("blank", ["\u00a0", "\u3000", "  "])
def test_a_matrix_keeps_every_cell_in_its_place(gap: int, blank: str) -> None:
    join = "\n" * (gap + 1)
    text = join.join(["附件3", BEFORE, in_lines(MATRIX, gap, blank), AFTER])
    assert only_grid(text) == filled(MATRIX)


def test_blanks_lost_by_the_page_are_found_by_the_length_of_the_gap() -> None:
    rows = [row for row in MATRIX if row[0]]
    text = "\n\n".join([BEFORE, "\n\n".join(cell for row in rows for cell in row), "东山县人民政府办公室"])
    assert only_grid(text)[:5] == filled(rows)


def test_rows_as_blocks_of_lines() -> None:
    text = "\n\n".join("\n".join(cell or "\u00a0" for cell in row) for row in MATRIX)
    assert only_grid(text) == filled(MATRIX)


def test_figures_told_with_what_they_are_paid_for_are_figures() -> None:
    rows = [
        ["救助项目", "2024年标准", "2025年标准"],
        ["农村居民最低生活保障", "每人每月560元", "每人每月595元"],
        ["城市居民最低生活保障", "每人每月720元", "每人每年9120元"],
        ["临时救助", "每户每次1200元", "不低于每户1500元"],
    ]
    assert only_grid("\n".join(["表1 调整情况", in_lines(rows, 0), "二、有关事项"])) == rows


def test_windows_line_ends() -> None:
    text = in_lines(MATRIX).replace("\n", "\r\n")
    assert only_grid(text) == filled(MATRIX)


def test_the_title_is_found_and_is_no_head() -> None:
    (table,) = find_flattened("\n\n".join(["附件3", BEFORE, in_lines(MATRIX)]))
    assert table.title == BEFORE


def test_a_corner_of_two_lines_is_one_cell() -> None:
    rows = [["乡镇", "项目", *MATRIX[0][1:]], *MATRIX[1:]]
    grid = only_grid("\n\n".join(["附件3", BEFORE, in_lines(rows)]))
    assert grid[0][1:] == MATRIX[0][1:]
    assert grid[1:] == filled(MATRIX)[1:]


def test_a_total_whose_label_spans_serial_number_and_name() -> None:
    rows = [["序号", "乡镇", "户数", "人数"], *([str(i), f"{n}镇", str(i), "7"] for i, n in enumerate("甲乙丙丁", 1))]
    grid = only_grid(in_lines([*rows, ["合计", "10", "28"]]))
    assert grid[-1] == ["合计", None, "10", "28"]


def test_a_head_of_two_rows() -> None:
    rows = [
        ["乡镇", "就业", "养老"],
        ["人数", "资金", "人数", "资金"],
        *([f"{n}镇", "1", "2", "3", "4"] for n in "甲乙丙"),
    ]
    grid = only_grid("\n\n".join([BEFORE, in_lines(rows)]))
    assert grid[0] == ["乡镇", "就业", None, "养老", None]
    assert grid[1] == [None, "人数", "资金", "人数", "资金"]


def test_a_row_that_lost_a_cell_leaves_holes_and_spoils_no_other_row() -> None:
    whole = [
        ["乡镇", "甲", "乙", "丙"],
        *([f"{n}镇", str(i), str(2 * i), "5"] for i, n in enumerate("东西南北中上下", 1)),
    ]
    for lost in range(1, 8):
        rows = [row[:2] + row[3:] if i == lost else row for i, row in enumerate(whole)]
        expected = [[row[0], None, None, None] if i == lost else row for i, row in enumerate(whole)]
        assert only_grid("\n\n".join([BEFORE, in_lines(rows), AFTER])) == expected


def test_rows_of_irregular_length_are_placed_by_what_the_columns_hold() -> None:
    grid = only_grid("\n\n".join(["附件1", "东山县指标任务分解表", in_lines(NUMBERED), "\n附件2"]))
    assert grid[0] == NUMBERED[0]
    assert grid[1] == NUMBERED[1]
    assert grid[2] == [None, None, "开展技能培训80人次。", None, None]
    assert grid[5] == [None, None, "安装护栏6公里。", "赵某某", "县公路中心"]


def test_merged_cells_cover_the_rows_below() -> None:
    text = in_lines(NUMBERED)
    (table,) = find_flattened(text)
    spans = {text[c.start : c.end]: c.rows for c in table.cells}
    assert (spans["就业促进行动"], spans["县人社局"], spans["城镇新增就业300人。"]) == (2, 2, 1)
    assert (spans["道路提升行动"], spans["县交通局"], spans["老年关爱行动"]) == (2, 1, 1)


def test_two_head_words_run_together_head_two_columns() -> None:
    rows = [["序号", "实事项目名称指标任务", "分管领导", "牵头单位"], *NUMBERED[1:]]
    text = in_lines(rows)
    (table,) = find_flattened(text)
    assert [(c.column, c.columns) for c in table.cells if c.row == 0] == [(0, 1), (1, 2), (3, 1), (4, 1)]
    labels = {w.column: w.column_label for w in read_table(table, text, "t").words}
    assert (labels[1], labels[2]) == ("实事项目名称", "指标任务")


@pytest.mark.parametrize(
    "text",
    [
        "项目\t数量（个）\t资金（万元）\n修路\t3\t120\n修桥\t\t60\n合计\t3\t180\n",
        "项目    数量（个）    资金（万元）\n修路    3    120\n修桥    -    60\n合计    3    180\n",
        "项目|数量（个）|资金（万元）\n修路|3|120\n修桥||60\n合计|3|180\n",
        "| 项目 | 数量（个） | 资金（万元） |\n|---|:-:|---:|\n| 修路 | 3 | 120 |\n| 修桥 |  | 60 |\n| 合计 | 3 | 180 |\n",
    ],
)
def test_rows_on_a_line(text: str) -> None:
    grid = [[cell or "" for cell in row] for row in only_grid("东山县任务表\n" + text)]
    assert grid[0] == ["项目", "数量（个）", "资金（万元）"]
    assert grid[2][0::2] == ["修桥", "60"] and grid[2][1] in ("", "-")
    assert grid[3] == ["合计", "3", "180"]


PROSE = {
    "numbered list": "\n\n".join(f"{i}.完成第{i}类改造任务{i * 10}户，确保年底前完工。" for i in range(1, 30)),
    "numbers alone before paragraphs": "\n\n".join(
        x
        for i in range(1, 9)
        for x in (str(i), "各级各部门要提高认识，加强领导，明确责任，确保各项任务落到实处，取得实效。" * 2)
    ),
    "signature block": "东山县人民政府办公室\n\n2022年6月14日\n\n（此件公开发布）\n\n抄送：县委各部门，县人大办，县政协办",
    "page furniture": "打印\n\n收藏\n\n纠错\n\n关闭\n\n浏览数：\n\n12\n\n分享到\n\n上一篇\n\n下一篇\n\n1\n\n2\n\n3\n\n下一页",
    "menu of counts": "新闻\n12\n公告\n7\n政策\n9\n解读\n3\n互动\n5",
    "indented signature": "                    东山县民政局\n                    2022年6月14日\n",
    "tab-indented prose": "\t一、总体要求\n\t坚持以人民为中心。\n\t二、主要任务\n\t完成改造20户。\n",
    "tabbed list": "1.\t完成改造20户\n2.\t新建公路3公里\n3.\t安装路灯40盏\n",
    "web heading": "作者:     发布时间:2022-06-02 10:37     信息来源: 县政府督查室     浏览数:\n正文",
    "dates and names": "2022年\n\n3月\n\n张某某\n\n任职通知\n\n2022年\n\n4月\n\n李某某\n\n任职通知",
    "empty": "",
}


@pytest.mark.parametrize("name", sorted(PROSE))
def test_prose_is_never_a_table(name: str) -> None:
    assert find_flattened(PROSE[name]) == ()


def test_cells_of_a_table_that_the_reader_found_are_left_alone() -> None:
    text = in_lines(MATRIX)
    assert find_flattened(text, [Block(0, len(text), "cell")]) == ()


def test_two_tables_one_after_the_other() -> None:
    text = "\n\n".join(["附件1", "甲表任务明细表", in_lines(MATRIX), "附件2", "乙表任务明细表", in_lines(MATRIX)])
    tables = find_flattened(text)
    assert [table.title for table in tables] == ["甲表任务明细表", "乙表任务明细表"]
    assert grid_of(tables[0], text) == grid_of(tables[1], text) == filled(MATRIX)


@given(
    st.integers(2, 7),
    st.integers(3, 12),
    st.integers(0, 2),
    st.data(),
)
def test_any_matrix_comes_out_as_it_went_in(columns: int, height: int, gap: int, data: st.DataObject) -> None:
    cell = st.one_of(st.integers(0, 5000).map(str), st.integers(0, 5000).map(str), st.just(""))
    body = [
        [f"{chr(0x4E00 + 7 * r)}水镇", str(r + 1), *data.draw(st.lists(cell, min_size=columns, max_size=columns))]
        for r in range(height)
    ]
    head = ["乡镇", "改造户数", *(f"任务{'甲乙丙丁戊己庚'[c]}" for c in range(columns))]
    text = "\n\n".join(["某县重点项目任务分解表", in_lines([head, *body], gap)])
    table = max(find_flattened(text), key=lambda t: len(t.cells), default=None)
    filled_enough = sum(bool(c) for row in body for c in row[2:]) * 2 >= columns * height
    if not filled_enough:
        return
    assert table is not None
    assert grid_of(table, text)[-height:] == body


def test_two_rows_of_half_the_width_are_one() -> None:
    rows = [
        ["乡镇", "户数", "改造一批", "改造二批", "改造三批", "改造四批"],
        ["东河镇", "1", "4", "", "5", "6"],
        ["西岭乡", "2", "7", "", "", "8"],
        ["北溪镇", "3", "9", "", "", "2"],
    ]
    text = "\n\n".join([BEFORE, in_lines(rows, 0)])
    assert only_grid(text) == filled(rows)
