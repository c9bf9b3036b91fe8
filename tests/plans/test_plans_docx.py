"""What a reader of a Word document sees, and where it is said to stand."""

from pathlib import Path

import pytest
from word_files import (
    cell,
    deleted,
    docx,
    ins,
    lists,
    lvl,
    num,
    numbering,
    p,
    package,
    part,
    r,
    relations,
    row,
    sdt,
    tbl,
)

from engine.document import Document
from plans.docx import READER
from plans.ooxml.numerals import numeral


def read(*body: str, **parts: str) -> Document:
    document = READER.read(Path("方案.docx"), docx(*body, **parts))
    check_offsets(document)
    return document


def check_offsets(document: Document) -> None:
    assert document.text == "\n".join(document.text[b.start : b.end] for b in document.blocks)
    for index, block in enumerate(document.blocks):
        span = document.span(block.start, block.end)
        assert (span.block, span.cell, span.page) == (index, block.cell, block.page)
        assert (span.start, span.end) == (None, None)
    for table in document.tables:
        for c in table.cells:
            block = document.blocks[document.block_at(c.start)]
            assert (block.kind, block.start, block.end) == ("cell", c.start, c.end)


def lines(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.text[b.start : b.end]) for b in document.blocks]


RAISED = '<w:vertAlign w:val="superscript"/>'
WORDS = {
    "plain": (p(r("新增就业"), r("500人")), ["新增就业500人"]),
    "blank paragraphs are left out": (p(r("甲")) + p() + p(r("  ")) + p(r("乙")), ["甲", "乙"]),
    "blanks around a line": (p(r("　　一、总体要求 ")), ["一、总体要求"]),
    "insertion kept, deletion dropped": (
        p(r("完成时限："), deleted("2024年底前"), ins(r("2025年6月底前"))),
        ["完成时限：2025年6月底前"],
    ),
    "moved text stands where it went": (
        p(r("甲"), '<w:moveFrom w:author="a"><w:r><w:t>乙</w:t></w:r></w:moveFrom>')
        + p('<w:moveTo w:author="a"><w:r><w:t>乙</w:t></w:r></w:moveTo>'),
        ["甲", "乙"],
    ),
    "a deleted end joins two paragraphs": (
        p(r("不低于"), props='<w:rPr><w:del w:author="a"/></w:rPr>') + p(r("500元")),
        ["不低于500元"],
    ),
    "hyperlink, smart tag, field": (
        p(
            f"<w:hyperlink>{r('云溪市')}</w:hyperlink><w:smartTag>{r('清澜县')}</w:smartTag>"
            f'<w:fldSimple w:instr="REF x">{r("12")}</w:fldSimple>'
        ),
        ["云溪市清澜县12"],
    ),
    "field code is no text": (
        p(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("36") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        ["36"],
    ),
    "content control": (sdt(p(r("责任单位："), sdt(r("县民政局")))), ["责任单位：县民政局"]),
    "prompt of an empty control": (p(r("单位："), sdt(r("单击此处"), props="<w:showingPlcHdr/>")), ["单位："]),
    "the mark of a note is no digit of the figure": (
        p(
            r("新增380"),
            r("1", RAISED),
            r("人，500m"),
            r("2", RAISED),
            r("，床位90张"),
            r("[2]", RAISED),
            r("，10"),
            r("6", RAISED),
        ),
        ["新增380人，500m2，床位90张，10"],
    ),
    "words struck through": (
        p(r("标准为125"), r("0", "<w:strike/>"), r("元"), r("整", "<w:dstrike/>"), r("。", '<w:strike w:val="0"/>')),
        ["标准为125元。"],
    ),
    "hidden text": (p(r("甲"), r("内部掌握", "<w:vanish/>"), r("乙", '<w:vanish w:val="0"/>')), ["甲乙"]),
    "tab, break, hyphens": (
        p("<w:r><w:t>16</w:t><w:noBreakHyphen/><w:t>24岁</w:t><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r>"),
        ["16-24岁\t甲\n乙"],
    ),
    "signs of the Symbol font": (
        p(r("参保率"), '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', r("95%")),
        ["参保率≥95%"],
    ),
    "ticks of Wingdings, private signs": (
        p(
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="X" w:char="F021"/><w:sym w:char="4E00"/></w:r>'
        ),
        ["☑\ufffd一"],
    ),
    "blanks that Word drops": (p("<w:r><w:t> 甲 </w:t></w:r>", r(" 乙")), ["甲 乙"]),
    "ruby keeps the base": (
        p("<w:r><w:ruby><w:rt><w:r><w:t>qu</w:t></w:r></w:rt><w:rubyBase>" + r("区") + "</w:rubyBase></w:ruby></w:r>"),
        ["区"],
    ),
    "formula": (
        p("<w:r><w:t>占比</w:t></w:r><m:oMath xmlns:m='urn:m'><m:r><m:t>≥60%</m:t></m:r></m:oMath>"),
        ["占比≥60%"],
    ),
    "custom XML around a paragraph": (f"<w:customXml>{p(r('甲'))}</w:customXml>", ["甲"]),
    "a comment is not the plan's word": (p(r("甲"), '<w:r><w:commentReference w:id="0"/></w:r>'), ["甲"]),
}


@pytest.mark.parametrize(("body", "expected"), WORDS.values(), ids=WORDS)
def test_words_are_those_a_reader_sees(body, expected):
    assert lines(read(body)) == expected


def test_tracked_changes_are_told_with_their_authors_and_place():
    document = read(
        p(r("甲")), p(ins(r("乙"), author="张明"), deleted("丙", author="李华")), p(ins(r("丁"), author="张明"))
    )
    (note,) = document.notes
    assert (note.rule, note.detail, note.span.block, note.span.text) == ("unaccepted-revisions", "张明、李华", 1, "乙")


def test_a_document_without_changes_has_no_note():
    assert read(p(r("甲"), props="<w:rPr/>")).notes == ()


def test_a_deleted_row_counts_as_a_change_and_is_gone():
    table = tbl(row("甲", "1"), row("乙", "2", props='<w:del w:author="李华"/>'), row("丙", "3"))
    document = read(table)
    assert lines(document) == ["甲", "1", "丙", "3"]
    assert [n.detail for n in document.notes] == ["李华"]


BOX = f"<w:txbxContent>{p(r('框内文字'))}</w:txbxContent>"
BOXES = {
    "VML": f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>",
    "drawing with fallback": "<mc:AlternateContent><mc:Choice Requires='wps'>"
    f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
    "fallback alone": f"<mc:AlternateContent><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_text_box_is_a_block_of_its_own_and_read_once(box):
    assert lines(read(p(r("前半"), f"<w:r>{box}</w:r>", r("后半")), p(r("下一段")))) == [
        "前半后半",
        "框内文字",
        "下一段",
    ]


def test_notes_follow_their_paragraph():
    notes = f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", r("不含外地户籍。"))}</w:footnote>'
    document = read(
        p(r("惠及300人"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r("。")),
        p(r("尾"), '<w:r><w:endnoteReference w:id="2"/></w:r>'),
        footnotes=notes,
        endnotes=notes.replace("footnote", "endnote").replace("不含", "含"),
    )
    assert kinds(document) == [
        ("paragraph", "惠及300人。"),
        ("footnote", "不含外地户籍。"),
        ("paragraph", "尾"),
        ("footnote", "含外地户籍。"),
    ]


def test_headers_and_footers_come_after_the_body_without_page_numbers_and_repeats():
    heads = '<w:headerReference r:id="header1"/><w:headerReference r:id="header2"/>'
    section = f'<w:sectPr>{heads}<w:footerReference r:id="footer1"/></w:sectPr>'
    document = read(
        p(r("正文")),
        section,
        header1=p(r("征求意见稿")),
        header2=p(r("征求意见稿")),
        footer1=p(r("— 1 —")) + p(r("清澜县人民政府办公室")),
    )
    assert kinds(document) == [("paragraph", "正文"), ("header", "征求意见稿"), ("footer", "清澜县人民政府办公室")]


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="character" w:styleId="H"><w:name w:val="secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="X"><w:name w:val="x"/><w:basedOn w:val="Y"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="y"/><w:basedOn w:val="X"/></w:style>'
)
CHINESE = numbering(("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))


def style(id: str) -> str:
    return f'<w:pStyle w:val="{id}"/>'


def test_headings_get_level_and_number_from_their_style():
    document = read(
        p(r("民生实事方案"), props=style("T")),
        p(r("总体要求"), props=style("1")),
        p(r("基本原则"), props=style("2")),
        p(r("实施内容"), props=style("1")),
        p(r("就业"), props=style("2")),
        p(r("附则"), props=style("1") + '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        p(r("小标题"), props='<w:outlineLvl w:val="2"/>'),
        p(r("目录行"), props=style("C")),
        p(r("圈"), props=style("X")),
        styles=STYLES,
        numbering=CHINESE,
    )
    assert [(document.text[b.start : b.end], b.kind, b.level, b.generated) for b in document.blocks] == [
        ("民生实事方案", "heading", None, 0),
        ("一、总体要求", "heading", 1, 2),
        ("（一）基本原则", "heading", 2, 3),
        ("二、实施内容", "heading", 1, 2),
        ("（一）就业", "heading", 2, 3),
        ("附则", "heading", 1, 0),
        ("小标题", "heading", 3, 0),
        ("圈", "paragraph", None, 0),
    ]


def test_hidden_by_a_character_style():
    assert lines(read(p(r("甲"), r("乙", '<w:rStyle w:val="H"/>')), styles=STYLES)) == ["甲"]


def numbered(depths: list[int], definition: str) -> list[str]:
    return lines(read(*(p(r("文"), props=num(depth)) for depth in depths), numbering=definition))


LISTS = {
    "levels restart": ([0, 1, 1, 0, 1], CHINESE, ["一、文", "（一）文", "（二）文", "二、文", "（一）文"]),
    "deep number": (
        [0, 1, 0, 1],
        numbering(("decimal", "%1."), ("decimal", "%1.%2")),
        ["1. 文", "1.1 文", "2. 文", "2.1 文"],
    ),
    "a level before the one above": ([1, 0], numbering(("decimal", "%1."), ("decimal", "%1.%2")), ["1.1 文", "1. 文"]),
    "legal": (
        [0, 1],
        lists(lvl(0, "chineseCounting", "%1、"), lvl(1, "decimal", "%1.%2", more="<w:isLgl/>")),
        ["一、文", "1.1 文"],
    ),
    "never restarts": (
        [0, 1, 0, 1],
        lists(lvl(0, "decimal", "%1、"), lvl(1, "decimal", "（%2）", more='<w:lvlRestart w:val="0"/>')),
        ["1、文", "（1）文", "2、文", "（2）文"],
    ),
    "starts at five, nothing after": (
        [0, 0],
        lists(lvl(0, "decimal", "第%1条", start=5, more='<w:suff w:val="nothing"/>')),
        ["第5条文", "第6条文"],
    ),
    "bullets say nothing": ([0], numbering(("bullet", "\uf0b7")), ["文"]),
    "bare digit kept apart": ([0], numbering(("decimal", "%1")), ["1 文"]),
}


@pytest.mark.parametrize(("depths", "definition", "expected"), LISTS.values(), ids=LISTS)
def test_automatic_numbers(depths, definition, expected):
    assert numbered(depths, definition) == expected


def test_two_lists_on_one_definition_share_the_count_unless_one_starts_anew():
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    nums = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="0"/>{again if id == 3 else ""}</w:num>' for id in (1, 2, 3)
    )
    document = read(
        *(p(r("文"), props=num(0, id)) for id in (1, 2, 3, 3)), numbering=lists(lvl(0, "decimal", "%1、"), nums=nums)
    )
    assert lines(document) == ["1、文", "2、文", "1、文", "2、文"]


def test_a_list_of_its_own_level_and_one_defined_by_a_style():
    own = '<w:lvlOverride w:ilvl="0">' + lvl(0, "decimal", "第%1件") + "</w:lvlOverride>"
    styled = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="l"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    definitions = (
        lists(lvl(0, "chineseCounting", "%1、"))
        + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{own}</w:num>'
        + '<w:num w:numId="3"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>'
    )
    body = (p(r("文"), props=num(0, id)) for id in (1, 2, 3, 4))
    assert lines(read(*body, numbering=definitions, styles=styled)) == ["一、文", "第2件 文", "一、文", "文"]


def test_numbers_pass_over_deleted_and_hidden_paragraphs():
    body = (
        p(r("甲"), props=num()),
        p(deleted("乙"), props=num() + '<w:rPr><w:del w:author="a"/></w:rPr>'),
        p(r("丙", "<w:vanish/>"), props=num() + "<w:rPr><w:vanish/></w:rPr>"),
        p(r("丁"), props=num()),
    )
    assert lines(read(*body, numbering=CHINESE)) == ["一、甲", "二、丁"]


NUMERALS = [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("decimalFullWidth", 15, "１５"), ("numberInDash", 4, "- 4 -"),
    ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"), ("chineseCounting", 105, "一〇五"),
    ("chineseCountingThousand", 105, "一百零五"), ("chineseCountingThousand", 110, "一百一十"),
    ("chineseCountingThousand", 1010, "一千零一十"), ("chineseCountingThousand", 2005, "二千零五"),
    ("chineseLegalSimplified", 11, "壹拾壹"), ("ideographDigital", 20, "二〇"),
    ("ideographTraditional", 2, "乙"), ("ideographZodiac", 12, "亥"), ("ideographEnclosedCircle", 4, "㊃"),
    ("decimalEnclosedCircle", 1, "①"), ("decimalEnclosedCircleChinese", 20, "⑳"), ("decimalEnclosedCircle", 21, "㉑"),
    ("decimalEnclosedParen", 3, "⑶"), ("decimalEnclosedFullstop", 2, "⒉"), ("decimalEnclosedCircle", 51, "51"),
    ("upperRoman", 9, "IX"), ("lowerRoman", 44, "xliv"), ("lowerLetter", 27, "aa"), ("upperLetter", 3, "C"),
    ("hebrew1", 8, "8"), ("none", 3, ""), ("chineseCounting", 0, "0"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "n", "expected"), NUMERALS)
def test_numerals(form, n, expected):
    assert numeral(n, form) == expected


def shape(document: Document, index: int = 0) -> list[tuple]:
    return [(c.row, c.column, c.rows, c.columns, document.text[c.start : c.end]) for c in document.tables[index].cells]


MERGE, MORE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_a_merged_table_is_a_grid_with_cells_named_by_their_place():
    document = read(
        p(r("附件1：任务分解表")),
        p(r("单位：人")),
        tbl(
            row(cell("乡镇", props=MERGE), cell("任务数", props='<w:gridSpan w:val="2"/>')),
            row(cell("残留", props=MORE), "就业", "培训"),
            row("柳澜镇", "120", ""),
            row("80", "60", props='<w:gridBefore w:val="1"/>'),
        ),
    )
    assert shape(document) == [
        (0, 0, 2, 1, "乡镇"), (0, 1, 1, 2, "任务数"), (1, 1, 1, 1, "就业"), (1, 2, 1, 1, "培训"),
        (2, 0, 1, 1, "柳澜镇"), (2, 1, 1, 1, "120"), (2, 2, 1, 1, ""), (3, 1, 1, 1, "80"), (3, 2, 1, 1, "60"),
    ]  # fmt: skip
    table = document.tables[0]
    assert (table.title, table.height, table.width) == ("附件1：任务分解表", 4, 3)
    assert [b.cell for b in document.blocks if b.kind == "cell"] == [
        "T1!A1", "T1!B1", "T1!B2", "T1!C2", "T1!A3", "T1!B3", "T1!C3", "T1!B4", "T1!C4",
    ]  # fmt: skip


def test_cells_hold_paragraphs_numbers_boxes_and_tables():
    inner = tbl(row("内甲", "内乙"))
    document = read(
        p(r("这句话不是表题。")),
        tbl(
            row(
                cell(p(r("甲"), props=num()), p(r("乙"), f"<w:r>{BOXES['VML']}</w:r>")),
                cell(p(r("丙"), props=num()), inner),
            )
        ),
        p(r("后文")),
        numbering=CHINESE,
    )
    assert lines(document) == ["这句话不是表题。", "一、甲\n乙", "二、丙", "框内文字", "内甲", "内乙", "后文"]
    assert [b.cell for b in document.blocks] == [None, "T1!A1", "T1!B1", None, "T2!A1", "T2!B1", None]
    assert document.tables[0].title == ""
    assert document.blocks[1].generated == 2


def test_rows_and_cells_in_controls_and_old_merges():
    wrapped = sdt(row("甲", sdt(cell("乙"))))
    old = row(cell("丙", props='<w:hMerge w:val="restart"/>'), cell("", props='<w:hMerge w:val="continue"/>'))
    assert shape(read(tbl(wrapped, old))) == [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "乙"), (1, 0, 1, 2, "丙")]


def test_what_cannot_be_read_inside_is_told():
    sheet = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="x"/></w:object></w:r>'
    formula = '<w:r><w:object><o:OLEObject ProgID="Equation.3" r:id="y"/></w:object></w:r>'
    document = read(p(r("见表")), p(r("如下"), sheet, formula), '<w:altChunk r:id="z"/>', p(r("末段")))
    assert [(n.rule, n.span.text, n.detail.zh) for n in document.notes] == [
        ("unreadable", "如下", "文中嵌入的对象（Excel.Sheet.12）没有读取"),
        ("unreadable", "末段", "文中插入的外部内容没有读取"),
    ]


def test_strict_files_and_other_names_of_the_main_part():
    data = docx(p(r("甲"), props=num()), main="document2", numbering=CHINESE)
    assert lines(READER.read(Path("a.docx"), data)) == ["一、甲"]
    strict = package(
        {
            "_rels/.rels": relations({"a": ("officeDocument", "/word/document.xml")}),
            "word/document.xml": part("document", f"<w:body>{p(r('乙'))}</w:body>").replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
        }
    )
    assert lines(READER.read(Path("a.docx"), strict)) == ["乙"]


def test_python_docx_files_are_read(tmp_path):
    docx_writer = pytest.importorskip("docx")
    made = docx_writer.Document()
    made.add_heading("实施内容", 1)
    made.add_paragraph("完成改造", style="List Number")
    table = made.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "合并"
    table.cell(0, 1).text = "1"
    path = tmp_path / "a.docx"
    made.save(str(path))
    document = READER.read(path, path.read_bytes())
    assert kinds(document) == [
        ("heading", "实施内容"), ("paragraph", "1. 完成改造"), ("cell", "合并"), ("cell", "1"), ("cell", ""),
    ]  # fmt: skip


def picture(wide: int, high: int, inner: str = '<a:blip r:embed="rId9"/>') -> str:
    """Draw a picture of so many millimetres."""
    names = 'xmlns:wp="urn:wp" xmlns:a="urn:a"'
    return f'<w:r><w:drawing><wp:inline {names}><wp:extent cx="{wide * 36000}" cy="{high * 36000}"/>{inner}</wp:inline></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (p(picture(150, 90)), ["1"]),
        (p(picture(150, 90)) + p(r("见图")) + tbl(row(cell(p(picture(100, 60)))), row("甲")), ["2"]),
        (p(picture(40, 40)), []),
        (p(picture(160, 20)), []),
        (p(picture(150, 90, "<a:chart/>")), []),
    ],
    ids=["a page of words", "two, one in a table", "a seal", "a banner", "no picture"],
)
def test_a_large_picture_is_told_since_its_words_are_not_read(drawn, told):
    document = read(p(r("新增就业500人。")), drawn)
    assert [note.rule for note in document.notes] == ["hidden-content"] * len(told)
    assert all(
        count in note.detail.zh and count in note.detail.en for note, count in zip(document.notes, told, strict=True)
    )


def older_picture(style: str, inner: str = '<v:imagedata r:id="rId9"/>') -> str:
    """Draw a picture as older Word files do."""
    return f'<w:r><w:pict><v:shape xmlns:v="urn:v" style="{style}">{inner}</v:shape></w:pict></w:r>'


OBJECT = (
    '<w:r><w:object><v:shape xmlns:v="urn:v" xmlns:o="urn:o" style="width:425pt;height:255pt"><v:imagedata r:id="rId9"/>'
    '</v:shape><o:OLEObject xmlns:o="urn:o" ProgID="Visio.Drawing"/></w:object></w:r>'
)


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (p(older_picture("width:425pt;height:255pt")), True),
        (p(older_picture("position:absolute; width: 15cm; height: 90mm;z-index:1")), True),
        (p(older_picture("width:6in;height:3in;mso-width-percent:0")), True),
        (p(older_picture("width:120pt;height:120pt")), False),
        (p(older_picture("width:450pt;height:40pt")), False),
        (p(older_picture("width:425pt;height:255pt", "<v:textbox/>")), False),
        (p(older_picture("")), False),
        (p(OBJECT), False),
    ],
    ids=["points", "centimetres", "inches", "a seal", "a banner", "no picture", "of no size", "an object's own picture"],
)  # fmt: skip
def test_a_large_picture_of_an_older_word_file_is_told_too(drawn, told):
    document = read(p(r("新增就业500人。")), drawn)
    assert [note.rule for note in document.notes] == ["hidden-content"] * told


def test_words_struck_through_are_told_where_the_first_stands():
    document = read(p(r("甲")) + p(r("标准"), r("1500元", "<w:strike/>"), r("1600元")) + p(r("乙", "<w:strike/>")))
    assert lines(document) == ["甲", "标准1600元"]
    [note] = document.notes
    assert (note.rule, note.span.block) == ("hidden-content", 1)
    assert "2 处" in note.detail.zh
