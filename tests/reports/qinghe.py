"""A made-up county's plan as the engine has read it: text, items, figures and one table."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from msgspec.structs import replace

from engine.commitment import Column, Commitment, Extraction, Item, Metadata, ReadTable
from engine.document import Block, Cell, Document, Span, Table
from engine.quantity.bounds import Bound

FILE = "清澜县2024年民生实事.txt"
ROWS = [
    ("城关镇", "412", "36"),
    ("河口镇", "385", "28"),
    ("柳澜镇", "290", "25"),
    ("双桥镇", "268", "21"),
    ("北山乡", "174", "12"),
    ("石门乡", "152", "14"),
    ("南坪乡", "139", "11"),
    ("白杨乡", "120", "9"),
]
TABLE = "\n".join(["乡镇\t保障户数（户）\t改造厕所（座）", *("\t".join(r) for r in ROWS), "合计\t1950\t156"])
PLAN = f"""清澜县人民政府办公室关于印发清澜县2024年民生实事实施方案的通知
澜政办〔2024〕6号

各乡镇人民政府，县政府有关部门：
为办好2024年全县10件民生实事，现制定如下实施方案。
一、困难群众救助
全年发放困难群众救助资金4860万元。集中供养孤儿基本生活保障标准不低于每人每月1600元，散居孤儿基本生活保障标准不低于每人每月1080元。特困人员基本生活标准原则上不低于每人每月910元。
责任单位：县民政局
二、农村改厕和住房保障
改造农村户用厕所156座，保障住房困难家庭1950户，详见附表。10月底前全部完工。
责任单位：县农业农村局、县住房和城乡建设局
三、就业创业
城镇新增就业力争达到3000人，城镇登记失业率控制在4.5%左右，开展职业技能培训2200人次。
责任单位：县人力资源和社会保障局
四、学前教育
新建公办幼儿园3所，新增学位540个，学前三年毛入园率达到92%。
责任单位：县教育局
五、健康服务
为全县适龄妇女免费开展“两癌”筛查6000人次，家庭医生签约服务重点人群管理率达到75%。
六、养老服务
建设乡镇综合养老服务中心2个，12月底前投入使用。
责任单位：县民政局
附表：各乡镇任务分解表
{TABLE}
"""
DIGEST = hashlib.sha256(PLAN.encode()).hexdigest()


def spot(words: str, within: str = "", text: str = PLAN) -> tuple[int, int]:
    """Return where ``words`` stand in the plan; ``within`` is a longer passage that settles which ones are meant."""
    at = text.index(within or words)
    start = text.index(words, at)
    return start, start + len(words)


def document(text: str = PLAN, file: str = FILE) -> Document:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        end = at + len(line.rstrip("\n"))
        heading = line[:2] in ("一、", "二、", "三、", "四、", "五、", "六、")
        if heading or line.strip():
            blocks.append(Block(at, end, "heading" if heading or at == 0 else "paragraph", 1 if heading else None))
        at += len(line)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Document(file, digest, "text", text, tuple(blocks), (grid(text),) if TABLE in text else (), in_file=True)


def grid(text: str = PLAN) -> Table:
    cells, at = [], text.index(TABLE)
    for row, line in enumerate(TABLE.split("\n")):
        for column, words in enumerate(line.split("\t")):
            cells.append(Cell(row, column, at, at + len(words)))
            at += len(words) + 1
    return Table(tuple(cells), "各乡镇任务分解表")


def span(words: str, within: str = "") -> Span:
    return document().span(*spot(words, within))


def commitment(
    ident: str, label: str, op: str, value: str, unit: str, words: str, within: str = "", **more
) -> Commitment:
    start, end = spot(words, within)
    bound = Bound(op, Decimal(value))
    made = Commitment(ident, ident.split(".")[0], label, (), bound, unit, span(words, within), start, end)
    return replace(made, resolved_unit=unit, **more)


def commitments() -> tuple[Commitment, ...]:
    civil, school = ("县民政局",), ("县教育局",)
    return (
        commitment("1.1", "困难群众救助资金", "=", "48600000", "元", "4860万元", responsible=civil),
        commitment(
            *("1.2", "集中供养孤儿基本生活保障标准", ">=", "1600", "元/人/月", "不低于每人每月1600元"),
            indicator="orphan-living-allowance",
            scope=("集中供养",),
            responsible=civil,
            kind="standard",
        ),
        commitment(
            *("1.3", "散居孤儿基本生活保障标准", ">=", "1080", "元/人/月", "不低于每人每月1080元"),
            indicator="orphan-living-allowance",
            scope=("散居",),
            responsible=civil,
            kind="standard",
        ),
        commitment(
            *("1.4", "特困人员基本生活标准", ">=", "910", "元/人/月", "不低于每人每月910元"),
            strength="should",
            responsible=civil,
            kind="standard",
        ),
        commitment("2.1", "农村户用厕所改造", "=", "156", "座", "156座", deadline="2024-10"),
        commitment("2.2", "住房困难家庭保障户数", "=", "1950", "户", "1950户", deadline="2024-10"),
        commitment("3.1", "城镇新增就业", "=", "3000", "人", "3000人", strength="should"),
        commitment("3.2", "城镇登记失业率", "~", "4.5", "%", "4.5%左右", kind="rate"),
        commitment("3.3", "职业技能培训", "=", "2200", "人次", "2200人次"),
        commitment("4.1", "新建公办幼儿园", "=", "3", "所", "3所", responsible=school),
        commitment("4.2", "新增学位", "=", "540", "个", "540个", responsible=school),
        commitment("4.3", "学前三年毛入园率", "=", "92", "%", "92%", responsible=school, kind="rate"),
        commitment("5.1", "“两癌”筛查", "=", "6000", "人次", "6000人次"),
        commitment("5.2", "家庭医生签约重点人群管理率", "=", "75", "%", "75%", kind="rate"),
        commitment("6.1", "乡镇综合养老服务中心", "=", "2", "个", "2个", deadline="2024-12", responsible=civil),
    )


def items() -> tuple[Item, ...]:
    heads = [
        ("一、", "困难群众救助", ("县民政局",)),
        ("二、", "农村改厕和住房保障", ("县农业农村局", "县住房和城乡建设局")),
        ("三、", "就业创业", ("县人力资源和社会保障局",)),
        ("四、", "学前教育", ("县教育局",)),
        ("五、", "健康服务", ()),
        ("六、", "养老服务", ("县民政局",)),
    ]
    starts = [PLAN.index(number + title) for number, title, _ in heads] + [PLAN.index("附表：")]
    return tuple(
        Item(str(n), number.rstrip("、"), title, units, starts[n - 1], starts[n])
        for n, (number, title, units) in enumerate(heads, 1)
    )


def extraction() -> Extraction:
    doc = document()
    read = ReadTable(
        "t1",
        "各乡镇任务分解表",
        doc.tables[0],
        1,
        (
            Column("保障户数", "户", Decimal(1950), Decimal(1940)),
            Column("改造厕所", "座", Decimal(156), Decimal(156)),
        ),
    )
    metadata = Metadata(
        "清澜县2024年民生实事实施方案",
        "澜政办〔2024〕6号",
        "清澜县人民政府办公室",
        "江北省/云州市/清澜县",
        "county",
        2024,
        "2024-03-18",
    )
    return Extraction(doc, metadata, items(), commitments(), (read,))
