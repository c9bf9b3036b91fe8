from decimal import Decimal

import pytest
from table_samples import as_table, understood

from engine.document import Cell, Table
from engine.tables.read.understand import figures, read_table


def test_units_come_from_head_words_brackets_rows_and_caption() -> None:
    rows = [
        ["乡镇", "投资（万元）", "人数(人)", "新增就业300人", "补助标准（元/人·月）", "资金"],
        ["东河镇", "1.5", "20", "100", "80", "7"],
        ["西岭乡", "2", "30", "200", "80", "8"],
    ]
    read, _ = understood(rows, "任务表 单位：万元")
    assert [(c.label, c.unit) for c in read.columns] == [
        ("投资", "元"),
        ("人数", "人"),
        ("新增就业300人", "人"),
        ("补助标准", "元/人/月"),
        ("资金", "元"),
    ]
    assert read.rows[0].entries[0].value == Decimal("15000")
    assert read.rows[0].entries[0].digits == -3
    assert read.rows[0].entries[1].digits is None


def test_the_caption_line_above_the_table_gives_the_unit_of_money_alone() -> None:
    rows = [["项目", "户数", "投资"], ["修路", "20", "300"], ["修桥", "5", "12"]]
    table, text = as_table(rows)
    shifted = Table(tuple(Cell(c.row, c.column, c.start + 8, c.end + 8) for c in table.cells))
    read = read_table(shifted, "单位：万元  \n"[:8].ljust(8) + text, "t")
    assert [(c.label, c.unit) for c in read.columns] == [("户数", ""), ("投资", "元")]


def test_a_second_head_row_of_units() -> None:
    read, _ = understood_merged()
    assert [(c.label, c.unit) for c in read.columns] == [("任务数", "户"), ("资金", "元")]
    assert read.head_rows == 2


def understood_merged():  # type: ignore[no-untyped-def]
    words = ["乡镇", "任务数", "资金", "户", "万元", "东镇", "5", "6", "西镇", "7", "8"]
    text, places = "", []
    for word in words:
        places.append((len(text), len(text) + len(word)))
        text += word + "\n"
    grid = [
        (0, 0, 2),
        (0, 1, 1),
        (0, 2, 1),
        (1, 1, 1),
        (1, 2, 1),
        (2, 0, 1),
        (2, 1, 1),
        (2, 2, 1),
        (3, 0, 1),
        (3, 1, 1),
    ]
    grid.append((3, 2, 1))
    cells = tuple(Cell(r, c, *place, rows=rows) for (r, c, rows), place in zip(grid, places, strict=True))
    return read_table(Table(cells), text, "t"), text


def test_serial_numbers_years_and_words_are_no_columns_of_figures() -> None:
    rows = [
        ["序号", "项目", "年度", "目标值", "数量（个）"],
        ["1", "甲", "2022", "不低于95%", "3"],
        ["2", "乙", "2023", "不低于90%", "4"],
    ]
    read, document = understood(rows)
    assert [column.label for column in read.columns] == ["数量"]
    words = [(w.row_label, w.column_label, document.text[w.start : w.end]) for w in read.words]
    assert ("甲", "目标值", "不低于95%") in words


@pytest.mark.parametrize("name", ["合计", "合 计", "总计", "共计", "全县", "全市合计", "东山县合计"])
@pytest.mark.parametrize("first", [True, False])
def test_total_rows_by_name_wherever_they_stand(name: str, first: bool) -> None:
    body = [["东河镇", "10"], ["西岭乡", "20"], ["北溪镇", "30"]]
    rows = [["乡镇", "户数（户）"], *([[name, "60"], *body] if first else [*body, [name, "60"]])]
    read, _ = understood(rows)
    assert [row.index for row in read.rows if row.role == "total"] == [1 if first else 4]
    assert (read.columns[0].stated, read.columns[0].computed) == (Decimal(60), Decimal(60))


def test_a_total_row_without_a_name_needs_figures_that_bear_it_out() -> None:
    body = [["东河镇", "10", "1"], ["西岭乡", "20", "2"], ["北溪镇", "30", "3"]]
    read, _ = understood([["乡镇", "户数（户）", "人数（人）"], *body, ["", "60", "6"]])
    assert read.rows[-1].role == "total"
    read, _ = understood([["乡镇", "户数（户）", "人数（人）"], *body, ["", "7", "900"]])
    assert read.rows[-1].role == "part"


def test_shares_averages_standards_and_ranks_are_not_added_up() -> None:
    rows = [
        ["乡镇", "占比", "人均补助", "补助标准", "排名", "覆盖率（%）", "标准化幼儿园（所）"],
        ["东河镇", "40", "5", "80", "1", "90", "2"],
        ["西岭乡", "60", "7", "80", "2", "95", "3"],
    ]
    read, _ = understood(rows)
    assert [c.label for c in read.columns if c.summed] == ["标准化幼儿园"]


def test_cells_that_write_their_own_per_cent_are_not_added_up() -> None:
    rows = [
        ["科目（单位：万元）", "预算数", "比上年增长", "支付进度", "每万人床位"],
        ["基本支出", "120", "3.4%", "70.0%", "4"],
        ["项目支出", "80", "4.4%", "62.0%", "3"],
        ["合计", "200", "3.8%", "66.8%", "3.6"],
    ]
    read, _ = understood(rows)
    assert [c.label for c in read.columns if c.summed] == ["预算数"]


def test_a_column_of_units_gives_each_row_its_own() -> None:
    rows = [
        ["指标名称", "计量单位", "目标值"],
        ["新增就业", "人", "300"],
        ["修路", "公里", "4.5"],
        ["投资", "万元", "12"],
    ]
    read, _ = understood(rows)
    found = [(f.row_label, f.value, f.unit) for f in figures(read)]
    assert found == [("新增就业", 300, "人"), ("修路", Decimal("4.5"), "公里"), ("投资", 120000, "元")]


def test_every_figure_points_at_its_own_words() -> None:
    rows = [
        ["乡镇", "投资（万元）", "户数"],
        ["东河镇", " 1,200.5 ", "7户"],
        ["西岭乡", "—", "8户"],
        ["合计", "1200.5", "15户"],
    ]
    read, document = understood(rows)
    found = {(f.row_label, f.column_label): document.text[f.start : f.end] for f in figures(read)}
    assert found == {
        ("东河镇", "投资"): "1,200.5",
        ("东河镇", "户数"): "7户",
        ("西岭乡", "户数"): "8户",
        ("合计", "投资"): "1200.5",
        ("合计", "户数"): "15户",
    }


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("完成50个农村千人以上水源地整治", "50个"),
        ("建设15分钟生活圈20个", "20个"),
        ("为65周岁以上老年人体检300人次", "300人次"),
        ("新建110千伏变电站2座", "2座"),
        ("改造甲类3个、乙类5个", None),
        ("2023年新增学位", None),
    ],
)
def test_the_total_that_a_head_names(head: str, text: str | None) -> None:
    read, _ = understood([["乡镇", head], ["东河镇", "1"], ["西岭乡", "2"]])
    found = read.columns[0].head
    assert (found.text if found else None) == text


def test_a_title_row_across_the_table_is_head() -> None:
    words = ["东山县任务表", "乡镇", "户数", "东河镇", "3", "西岭乡", "4"]
    text = "\n".join(words)
    starts = [text.index(word) for word in words]
    places = [(0, 0, 2), (1, 0, 1), (1, 1, 1), (2, 0, 1), (2, 1, 1), (3, 0, 1), (3, 1, 1)]
    cells = tuple(Cell(r, c, s, s + len(w), columns=n) for (r, c, n), s, w in zip(places, starts, words, strict=True))
    read = read_table(Table(cells), text, "t")
    assert (read.head_rows, [c.label for c in read.columns], [r.label for r in read.rows]) == (
        2,
        ["户数"],
        ["东河镇", "西岭乡"],
    )


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        # The class says what is paid, the people for whom: only both name the row.
        (
            [
                ["类别", "保障对象", "标准（元/月）"],
                ["最低生活保障", "城市居民", "760"],
                ["最低生活保障", "农村居民", "600"],
                ["特困供养", "城市特困人员", "1140"],
                ["特困供养", "农村特困人员", "900"],
            ],
            ["城市居民最低生活保障", "农村居民最低生活保障", "城市特困人员特困供养", "农村特困人员特困供养"],
        ),
        (
            [
                ["补贴项目", "档次", "标准（元/月）"],
                ["残疾人护理补贴", "一级", "100"],
                ["残疾人护理补贴", "二级", "80"],
                ["困难残疾人生活补贴", "一级", "90"],
            ],
            ["一级残疾人护理补贴", "二级残疾人护理补贴", "一级困难残疾人生活补贴"],
        ),
        # Where the names differ already, whom each is for is not put before them.
        (
            [
                ["项目", "发放对象", "标准（元/月）"],
                ["高龄津贴", "80周岁以上老年人", "60"],
                ["孤儿基本生活费", "散居孤儿", "1300"],
                ["护理补贴", "一级残疾人", "100"],
            ],
            ["高龄津贴", "孤儿基本生活费", "护理补贴"],
        ),
    ],
)
def test_a_row_is_named_with_whom_it_is_for(rows: list[list[str]], labels: list[str]) -> None:
    read, _ = understood(rows)
    assert [f.row_label for f in figures(read)] == labels


def test_whom_a_row_is_for_names_rows_without_figures_of_their_own_too() -> None:
    rows = [
        ["类别", "对象", "最低标准", "补充规定"],
        ["最低生活保障", "城市居民", "每人每月不低于760元", "按月发放"],
        ["最低生活保障", "农村居民", "每人每年不低于7200元", "按月发放"],
    ]
    read, _ = understood(rows)
    assert {w.row_label for w in read.words} == {"城市居民最低生活保障", "农村居民最低生活保障"}


@pytest.mark.parametrize(
    "above",
    [
        [["松岭镇2025年执行标准表", "", "", ""]],
        [["松岭镇2025年执行标准表", "", "", ""], ["编制单位：松岭镇人民政府", "", "", "编制日期：2025年4月18日"]],
        [["填报部门：镇民政办", "", "单位负责人：", ""]],
        [["松岭镇2025年执行标准表", "", "", ""], ["表号：民综3表", "", "", "2025年4月"]],
    ],
)
def test_what_stands_above_the_head_is_no_head(above: list[list[str]]) -> None:
    rows = [
        *above,
        ["类别", "项目", "单位", "2025年执行"],
        ["养老", "集中供养标准", "元/人/年", "12720"],
        ["供水", "居民生活用水价格", "元/立方米", "2.6"],
        ["养护", "村道日常养护资金", "元/公里/年", "2000"],
    ]
    read, _ = understood(rows)
    assert [c.label for c in read.columns] == ["2025年执行"]
    assert [(f.row_label, f.unit) for f in figures(read)] == [
        ("集中供养标准", "元/人/年"),
        ("居民生活用水价格", "元/立方米"),
        ("村道日常养护资金", "元/公里/年"),
    ]


def test_an_empty_table_and_a_table_of_words_break_nothing() -> None:
    assert read_table(Table(()), "", "t").columns == ()
    read, _ = understood([["项目", "责任单位"], ["修路", "县交通局"]])
    assert (read.columns, [w.row_label for w in read.words]) == ((), ["修路", "修路"])
