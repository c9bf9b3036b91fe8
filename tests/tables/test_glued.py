"""Tables of tasks whose cells were run together: each figure keeps its own row's name, offices and date."""

import pytest

from engine.check import document_of
from engine.extract import extract
from engine.tables.find.glued import find_glued

TITLE = "云溪县2024年民生实事任务分解表\n"
WANTED = [("3", ("县教育局",), "2024-09"), ("640", ("县交通局",), "2024-10"), ("25", ("县民政局", "县残联"), "2024-12")]

FORMS = {
    "one blank, a row a line": (
        "序号 项目名称 目标任务 责任单位 完成时限\n1 扩大教育供给 新建学校3所 县教育局 9月底\n"
        "2 提升出行品质 安装路灯640盏 县交通局 10月底\n3 完善养老服务 建成站点25个 县民政局、县残联 12月底\n"
    ),
    "one blank, all in one line": (
        "序号 项目名称 目标任务 责任单位 完成时限 1 扩大教育供给 新建学校3所 县教育局 9月底 "
        "2 提升出行品质 安装路灯640盏 县交通局 10月底 3 完善养老服务 建成站点25个 县民政局、县残联 12月底\n"
    ),
    "no blank at all": (
        "序号项目名称目标任务责任单位完成时限1扩大教育供给新建学校3所县教育局9月底"
        "2提升出行品质安装路灯640盏县交通局10月底3完善养老服务建成站点25个县民政局、县残联12月底\n"
    ),
    "the date before the office": (
        "序号 实事项目 主要内容 完成时间 牵头单位\n1 扩大教育供给 新建学校3所 2024年9月 县教育局\n"
        "2 提升出行品质 安装路灯640盏 2024年10月 县交通局\n3 完善养老服务 建成站点25个 2024年12月 县民政局、县残联\n"
    ),
    "two columns of offices": (
        "序号 任务名称 具体任务 牵头单位 配合单位 完成时限\n1 扩大教育供给 新建学校3所 县教育局 县财政局 9月底前\n"
        "2 提升出行品质 安装路灯640盏 县交通局 各乡镇 10月底前\n3 完善养老服务 建成站点25个 县民政局、县残联 县财政局、各乡镇 12月底前\n"
    ),
    "glued, the office last": (
        "序号实事项目主要内容完成时限主责单位1扩大教育供给新建学校3所9月底县教育局"
        "2提升出行品质安装路灯640盏10月底县交通局3完善养老服务建成站点25个12月底县民政局、县残联\n"
    ),
    "tabs and line breaks within a row": (
        "序号 项目名称 主要内容 牵头单位 完成时限\n1\t扩大教育供给\n新建学校3所。\n县教育局\t9月底\n"
        "2\t提升出行品质\n安装路灯640盏。\n县交通局\t10月底\n3\t完善养老服务\n建成站点25个。\n县民政局、县残联\t12月底\n"
    ),
    "blanks within the words of a cell": (
        "序号 项目 目标任务 责任部门 时间节点\n1 扩大教育供给 新建学校3所 方便就近入学 县教育局 9月底\n"
        "2 提升出行品质 安装路灯640盏 改善照明 县交通局 10月底\n3 完善养老服务 建成站点25个 方便就餐 县民政局、县残联 12月底\n"
    ),
    "the office before the task": (
        "序号 责任单位 项目名称 年度目标 完成时限\n1 县教育局 扩大教育供给 新建学校3所 9月底\n"
        "2 县交通局 提升出行品质 安装路灯640盏 10月底\n3 县民政局、县残联 完善养老服务 建成站点25个 12月底\n"
    ),
    "a column of leaders": (
        "序号 项目名称 工作目标 责任领导 责任单位 完成时限\n1 扩大教育供给 新建学校3所 李明 县教育局 9月\n"
        "2 提升出行品质 安装路灯640盏 王芳 县交通局 10月\n3 完善养老服务 建成站点25个 赵刚 县民政局、县残联 12月\n"
    ),
}


def read(text):
    found = extract(document_of(TITLE + text, "plan.txt")).commitments
    return [(str(c.bound.value), c.responsible, c.deadline) for c in found], [c.label for c in found]


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_each_row_keeps_its_office_and_date(form):
    figures, labels = read(form)
    assert figures == WANTED
    assert not any(word in label for label in labels for word in ("局", "月", "县"))


def test_a_table_that_goes_on_begins_with_a_later_number():
    text = "序号 项目 任务 牵头单位\n14 公厕 新建公厕8座 县城管局\n15 路灯 安装路灯90盏 县住建局\n"
    assert read(text)[0] == [("8", ("县城管局",), None), ("90", ("县住建局",), None)]


@pytest.mark.parametrize(
    "text",
    [
        # Prose, a table of figures without offices and dates, one whose cells are parted already, one row.
        "序号和责任单位不得漏填。1 县教育局负责汇总。2 县财政局负责审核。\n",
        "序号 乡镇 任务 数量\n1 石桥镇 3 12\n2 丰乐镇 4 15\n",
        "序号\t项目\t任务\t责任单位\n1\t公厕\t新建8座\t县城管局\n2\t路灯\t安装90盏\t县住建局\n",
        "序号 项目 任务 责任单位\n1 公厕 新建公厕8座 县城管局\n",
        "序号 项目 任务 责任单位\n\n公厕 新建公厕8座 县城管局\n",
    ],
)
def test_what_is_no_such_table(text):
    assert find_glued(text) == []
