"""Builds the two sample plans in Word format; the same bytes every time.

Run ``python -m plans.samples.build`` after a change. Needs python-docx, which the program itself does not.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from msgspec import Struct

FOLDER = Path(__file__).parent
DATE = datetime(2024, 3, 18)
STAMP = (2024, 3, 18, 0, 0, 0)

TITLE = "清澜县2024年民生实事实施方案"
ANNEX = "清澜县2024年民生实事乡镇任务分解表"
HEAD = ("乡镇", "城镇新增就业（人）", "老年人居家适老化改造（户）")


class Figures(Struct, frozen=True):
    """The figures in which the two plans differ."""

    orphan: int
    courses: int
    jobs: tuple[int, ...]
    jobs_total: int
    homes: tuple[int, ...]
    homes_total: int


TOWNSHIPS = ("城关镇", "柳澜镇", "石桥镇", "双河镇", "白马镇", "杨店乡", "青石乡", "大塘乡")
FAULTY = Figures(
    orphan=1600,
    courses=180,
    jobs=(860, 380, 320, 290, 260, 170, 150, 130),
    jobs_total=2560,
    homes=(52, 38, 34, 30, 28, 22, 18, 14),
    homes_total=240,
)
SOUND = Figures(
    orphan=1650,
    courses=150,
    jobs=(900, 380, 320, 290, 260, 170, 150, 130),
    jobs_total=2600,
    homes=(52, 38, 34, 30, 28, 22, 18, 18),
    homes_total=240,
)
PLANS = {"county-plan.docx": FAULTY, "county-plan-compliant.docx": SOUND}

NOTICE = (
    "各乡镇人民政府，县政府各部门、各直属机构：",
    f"《{TITLE}》已经县政府第31次常务会议审议通过，现印发给你们，请结合实际认真组织实施。",
)
AIMS = (
    "今年县政府从群众来信、代表建议和网上征集中筛选确定了12项民生实事。办理工作坚持尽力而为、量力而行，"
    "先急后缓、建管并重，以群众满意为检验标准，力求件件有着落、事事有回音。"
)
DEMANDS = (
    "（一）压实责任。牵头单位对所列事项负总责，按项目列出时间表、责任人，配合单位主动衔接，乡镇负责做好群众工作和现场保障。",
    "（二）保障资金。县财政局优先安排民生实事所需资金，会同主管部门加强全过程绩效管理，严禁截留、挤占和挪用。",
    "（三）跟踪问效。县政府督查室会同县审计局定期核查进展，结果向社会公布，接受群众监督；对进度滞后的及时提醒、限期整改。",
)


def items(figures: Figures) -> tuple[str, ...]:
    """Return the twelve tasks of the plan."""
    return (
        "稳定和扩大就业。全年实现城镇新增就业2600人，城镇失业人员再就业不少于480人；开展补贴性职业技能培训1500人次，"
        f"其中企业在岗职工培训900人次，农村转移就业劳动者培训450人次，创业培训{figures.courses}人次；"
        "举办线上线下招聘活动不少于36场次，11月底前完成。（责任单位：县人力资源和社会保障局）",
        "提高低保标准。自2024年1月1日起，城市低保标准达到每人每月不低于735元，农村低保标准达到每人每年不低于5880元，"
        "符合条件的困难家庭应保尽保。（责任单位：县民政局）",
        "加强孤儿生活保障。散居孤儿基本生活保障标准每人每月不低于1250元，"
        f"集中供养孤儿基本生活保障标准每人每月不低于{figures.orphan}元，"
        "资金按月拨付到位。（责任单位：县民政局、县财政局）",
        "落实残疾人补贴制度。困难残疾人生活补贴标准、重度残疾人护理补贴标准分别达到每人每月90元、95元；"
        "10月底前为126名残疾儿童提供康复救助。（责任单位：县残疾人联合会、县民政局）",
        "巩固医疗保障水平。基本医疗保险参保率超过95%，大病保险合规费用报销比例不低于60%，"
        "县域内定点医院实现“一站式”结算。（责任单位：县医疗保障局）",
        "完善养老服务设施。全县养老机构护理型床位占比达到54%；完成老年人居家适老化改造240户，任务分解见附件；"
        "新建老年助餐点6个，12月底前投入使用。（责任单位：县民政局）",
        "开展特殊困难老年人探访关爱服务。把独居、空巢、留守、失能老年人全部纳入台账，由乡镇组织村（社区）工作人员上门，"
        "年底前探访率达到100%。（责任单位：县民政局）",
        "增加托育和学前教育供给。新增普惠性托位180个，改扩建公办幼儿园2所，普惠性幼儿园覆盖率保持在90%以上。"
        "（责任单位：县卫生健康委员会、县教育局）",
        "规范义务教育课后服务。义务教育学校课后服务覆盖率达到100%，课后服务收费标准每生每学期不超过360元。"
        "（责任单位：县教育局、县发展和改革委员会）",
        "改造城镇老旧小区。改造城镇老旧小区5个，惠及居民620户，11月底前全部完工。（责任单位：县住房和城乡建设局）",
        "提升农村供水保障能力。维修养护农村集中供水工程42处，覆盖农村人口3.6万人，农村自来水普及率达到92%。"
        "（责任单位：县水利局）",
        "实施适龄妇女“两癌”免费筛查。全年免费筛查3200人次，其中宫颈癌筛查1600人次，乳腺癌筛查1600人次，9月底前完成。"
        "（责任单位：县卫生健康委员会、县妇女联合会）",
    )


def build(figures: Figures) -> bytes:
    """Return the plan with these figures as a Word file."""
    word = _blank()
    _line(word, "清澜县人民政府办公室文件", "方正小标宋简体", 26, WD_ALIGN_PARAGRAPH.CENTER)
    _line(word, "澜政办〔2024〕11号", align=WD_ALIGN_PARAGRAPH.CENTER)
    _line(word, f"清澜县人民政府办公室关于印发{TITLE}的通知", "方正小标宋简体", 22, WD_ALIGN_PARAGRAPH.CENTER)
    _line(word, NOTICE[0], indent=False)
    _line(word, NOTICE[1])
    _line(word, f"附件：{ANNEX}")
    _line(word, "清澜县人民政府办公室", align=WD_ALIGN_PARAGRAPH.RIGHT)
    _line(word, "2024年3月18日", align=WD_ALIGN_PARAGRAPH.RIGHT)
    title = _line(word, TITLE, "方正小标宋简体", 22, WD_ALIGN_PARAGRAPH.CENTER)
    title.paragraph_format.page_break_before = True
    _heading(word, "总体要求")
    _line(word, AIMS)
    _heading(word, "主要任务")
    for index, item in enumerate(items(figures), start=1):
        _line(word, f"{index}.{item}")
    _heading(word, "工作要求")
    for demand in DEMANDS:
        _line(word, demand)
    _annex(word, figures)
    return _packed(word)


def _blank() -> Word:
    word = Document()
    properties = word.core_properties
    properties.author = properties.last_modified_by = "清澜县人民政府办公室"
    properties.title = TITLE
    properties.comments = ""
    properties.created = properties.modified = DATE
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.7), Cm(3.5)
    section.left_margin, section.right_margin = Cm(2.8), Cm(2.6)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    _slim(word)
    _number_headings(word)
    return word


def _slim(word: Word) -> None:
    """Take out what the template brings along and the plan does not use."""
    for source in (word.part, word.part.package):
        for id, relation in list(source.rels.items()):
            if relation.reltype.rpartition("/")[2] in ("stylesWithEffects", "thumbnail", "customXml"):
                del source.rels[id]
    styles = word.styles.element
    for style in list(styles):
        name = style.get(qn("w:styleId"), "")
        table = style.get(qn("w:type")) == "table"
        if style.tag == qn("w:latentStyles") or (table and name not in ("TableNormal", "TableGrid")):
            styles.remove(style)


def _number_headings(word: Word) -> None:
    """Give first-level headings the automatic number 一、 as most offices do."""
    numbering = word.part.numbering_part.element
    definition = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="Heading1"/>'
        '<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, definition)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    style = word.styles["Heading 1"]
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.element.get_or_add_pPr()._insert_numPr(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="90"/></w:numPr>'))


def _font(paragraph: Paragraph, font: str, size: float) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(size)
        run.font.name = font
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _line(
    word: Word,
    text: str,
    font: str = "仿宋_GB2312",
    size: float = 16,
    align: WD_ALIGN_PARAGRAPH | None = None,
    indent: bool = True,
) -> Paragraph:
    paragraph = word.add_paragraph(text)
    _font(paragraph, font, size)
    paragraph.paragraph_format.space_after = Pt(0)
    paragraph.paragraph_format.line_spacing = Pt(28)
    if align is not None:
        paragraph.alignment = align
    elif indent:
        paragraph.paragraph_format.first_line_indent = Pt(2 * size)
    return paragraph


def _heading(word: Word, text: str) -> None:
    _font(word.add_heading(text, 1), "黑体", 16)


def _annex(word: Word, figures: Figures) -> None:
    _line(word, "附件", "黑体", indent=False).paragraph_format.page_break_before = True
    _line(word, ANNEX, "方正小标宋简体", 20, WD_ALIGN_PARAGRAPH.CENTER)
    rows = [HEAD, *zip(TOWNSHIPS, map(str, figures.jobs), map(str, figures.homes), strict=True)]
    rows.append(("合计", str(figures.jobs_total), str(figures.homes_total)))
    table = word.add_table(len(rows), len(HEAD), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for row, words in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            _font(cell.paragraphs[0], "仿宋_GB2312", 12)


def _packed(word: Word) -> bytes:
    """Save and pack again with one date and without compression, which may differ between machines."""
    saved, packed = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, STAMP)
            entry.create_system = 3
            target.writestr(entry, source.read(name))
    return packed.getvalue()


def main() -> None:
    """Write the sample plans beside this file."""
    for name, figures in PLANS.items():
        (FOLDER / name).write_bytes(build(figures))


if __name__ == "__main__":
    main()
