"""Several tables on one sheet, a sheet a township, and lists of tasks whose cells hold sentences."""

from pathlib import Path

import openpyxl
import pytest
from annex_files import CENTRED, LINES_ONLY, grid, html, put, saved, word, xlsx
from office_files import printed
from test_plans_annexes import read
from word_files import docx, p, r, row, tbl

from engine.check import check_plan
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver
from rules import load_cards

FIRST = """
    乡镇|改厕（户）|投资（万元）
    东岭镇|10|2.5
    西河镇|20|5
    合计|30|7.5
    """
SECOND = """
    乡镇|新增就业（人）
    西河镇|200
    合计|200
    """
THIRD = FIRST.replace("东岭", "南坪").replace("西河", "北塘").replace("合计|30|7.5", "合计|31|7.5")


def stacked(gap: int, title: tuple[str, ...]):
    book = openpyxl.Workbook()
    below = put(book.active, FIRST, ("附件1 改厕任务分解表",))
    put(book.active, SECOND, title, at=(below + gap, 1))
    return saved(book)


def beside(second: str, *titles: str):
    book = openpyxl.Workbook()
    for column, drawing, title in ((1, FIRST, titles[:1]), (5, second, titles[1:])):
        put(book.active, drawing, title, at=(1, column))
    return saved(book)


BOTH = [[("改厕", "户", "30", "30"), ("投资", "元", "75000", "75000")], [("新增就业", "人", "200", "200")]]
SHEETS = {
    "below each other, blank rows and a title between": (lambda: stacked(2, ("附件2 就业任务分解表",)), BOTH),
    "below each other, only a title between": (lambda: stacked(0, ("附件2 就业任务分解表",)), BOTH),
    "below each other, only a blank row between": (lambda: stacked(1, ()), BOTH),
    "beside each other": (lambda: beside(SECOND, "改厕表", "就业表"), BOTH),
    "beside each other, one head, each with its total": (
        lambda: beside(THIRD),
        [BOTH[0], [("改厕", "户", "31", "30"), ("投资", "元", "75000", "75000")]],
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_tables_on_one_sheet_are_added_up_apart(name):
    make, expected = SHEETS[name]
    found = read("xlsx", make())
    columns = [[(c.label, c.unit, str(c.stated), str(c.computed)) for c in table.columns] for table in found.tables]
    assert columns == expected


def test_a_sheet_for_each_township_is_no_contradiction():
    book = openpyxl.Workbook()
    book.remove(book.active)
    for place, jobs, homes in (("东岭镇", 250, 40), ("西河镇", 200, 30), ("南坪乡", 150, 20)):
        drawing = f"序号|项目|单位|任务数\n1|城镇新增就业|人|{jobs}\n2|农村改厕|户|{homes}\n3|高龄津贴发放率|%|100"
        put(book.create_sheet(place), drawing, (f"{place}2024年民生实事任务表",))
    found = read("xlsx", saved(book))
    assert [len(table.rows) for table in found.tables] == [3, 3, 3]
    result = check_plan(found, (), load_cards(()), Resolver(Catalogue()))
    assert [f.rule for f in result.findings if f.severity != "note"] == []


TASKS = """
    序号|项目名称|目标任务|责任单位|完成时限
    1|就业创业|新增城镇就业3000人，开展职业技能培训1200人次，发放创业担保贷款2000万元|县人社局|2024年12月底
    2|养老服务|新建社区食堂5个，为困难老人家庭适老化改造180户|县民政局|2024年10月底
    3|教育提升|新建幼儿园2所，新增学位540个；义务教育巩固率达到98%以上|县教体局|2024年8月底
    4|农村公路|改造农村公路35.6公里，改造危桥3座|县交通运输局|2024年11月底
    """
LIST = ("2024年民生实事项目清单",)
FORMS = {
    "xlsx": ("xlsx", lambda: xlsx(TASKS, LIST)),
    "docx": ("docx", lambda: word(TASKS, LIST)),
    "html": ("html", lambda: html(TASKS, LIST).encode()),
    "pdf": ("pdf", lambda: printed(html(TASKS, LIST))),
    "pdf without lines": ("pdf", lambda: printed(html(TASKS, LIST, (), CENTRED))),
    "pdf with level lines": ("pdf", lambda: printed(html(TASKS, LIST, (), LINES_ONLY))),
}
PROMISED = {
    ("新增城镇就业人数", "3000", "人", "2024-12", "县人社局"),
    ("职业技能培训人次", "1200", "人次", "2024-12", "县人社局"),
    ("创业担保贷款", "20000000", "元", "2024-12", "县人社局"),
    ("新建社区食堂数量", "5", "个", "2024-10", "县民政局"),
    ("困难老人家庭适老化改造户数", "180", "户", "2024-10", "县民政局"),
    ("新建幼儿园数量", "2", "所", "2024-08", "县教体局"),
    ("新增学位数量", "540", "个", "2024-08", "县教体局"),
    ("义务教育巩固率", "98", "%", "2024-08", "县教体局"),
    ("农村公路改造里程", "35.6", "公里", "2024-11", "县交通运输局"),
    ("危桥改造数量", "3", "座", "2024-11", "县交通运输局"),
}


@pytest.mark.parametrize("form", FORMS)
def test_sentences_in_cells_belong_to_their_row(form):
    kind, make = FORMS[form]
    found = read(kind, make())
    read_out = {(c.label, str(c.bound.value), c.unit, c.deadline, *c.responsible) for c in found.commitments}
    assert read_out == PROMISED
    assert [item.title for item in found.items] == ["就业创业", "养老服务", "教育提升", "农村公路"]
    assert Path(found.document.file).suffix == f".{kind}"


INDICATORS = """
    序号|指标|单位|2023年实际|2024年目标|责任单位
    1|城镇新增就业|人|980|1000|县人社局
    2|城镇登记失业率|%|3.2|4.5以内|县人社局
    3|新建公厕|座|—|12|县住建局
    4|基本医保参保率|%|95.1|≥95|县医保局
    5|落实帮扶资金|万元|180|不低于200.5|县财政局
    """
STAGES = """
    项目|单位|全年任务|一季度|二季度|三季度|四季度
    新增就业|人|1000|200|500|800|1000
    改厕|户|100|10|30|30|30
    参保率|%|95|95|95|95|95
    """


@pytest.mark.parametrize(
    ("drawing", "promised"),
    [
        (
            INDICATORS,
            [
                ("城镇新增就业", "=", "1000", "人"),
                ("城镇登记失业率", "<=", "4.5", "%"),
                ("新建公厕", "=", "12", "座"),
                ("基本医保参保率", ">=", "95", "%"),
                ("落实帮扶资金", ">=", "2005000", "元"),
            ],
        ),
        (STAGES, [("新增就业", "=", "1000", "人"), ("改厕", "=", "100", "户"), ("参保率", "=", "95", "%")]),
    ],
    ids=["bounds in some cells, a column of units", "stages of the year"],
)
@pytest.mark.parametrize("form", ["xlsx", "docx", "html"])
def test_a_row_commits_to_the_figure_of_the_year(form, drawing, promised):
    made = {"xlsx": xlsx, "docx": word, "html": lambda *annex: html(*annex).encode()}[form]
    found = read(form, made(drawing, ("2024年民生实事主要指标表",)))
    assert [(c.label, c.bound.op, format(c.bound.value, "f"), c.unit) for c in found.commitments] == promised
    assert [
        f for f in check_plan(found, (), load_cards(()), Resolver(Catalogue())).findings if f.severity != "note"
    ] == []


def in_a_text_box(drawing: str) -> bytes:
    table = tbl(*(row(*cells) for cells in grid(drawing)))
    content = f"<w:txbxContent>{table}{p(r('注：含上年结转'))}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    fallback = f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback>"
    box = f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>"
    return docx(p(r("改厕任务分解表"), box))


def in_a_layout_table(drawing: str) -> bytes:
    inner = html(drawing).partition("<body>")[2].partition("</body>")[0]
    return f"<meta charset='utf-8'><table><tr><td>改厕任务分解表</td></tr><tr><td>{inner}</td></tr></table>".encode()


@pytest.mark.parametrize(("kind", "made"), [("docx", in_a_text_box), ("html", in_a_layout_table)])
def test_a_table_in_a_box_is_added_up(kind, made):
    wrong = FIRST.replace("30|7.5", "30|8.5")
    found = read(kind, made(wrong))
    (table,) = found.tables
    assert [(c.label, str(c.stated), str(c.computed)) for c in table.columns] == [
        ("改厕", "30", "30"),
        ("投资", "85000", "75000"),
    ]
    result = check_plan(found, (), load_cards(()), Resolver(Catalogue()))
    assert [(f.rule, f.label) for f in result.findings if f.severity == "error"] == [("sum-mismatch", "投资")]


def test_two_tables_on_one_page_without_lines_are_two():
    below = html(SECOND, ("表二 就业任务表",), (), CENTRED).partition("<body>")[2]
    page = html(FIRST, ("表一 改厕任务表",), ("注：含上年结转5户。",), CENTRED).replace("</body></html>", below)
    found = read("pdf", printed(page))
    columns = [[(c.label, c.unit, str(c.stated), str(c.computed)) for c in table.columns] for table in found.tables]
    assert columns == BOTH
    assert [table.title for table in found.tables] == ["表一改厕任务表", "表二就业任务表"]
