"""One plan as offices save and send it: by WPS, from a government's web site, as text with full-width indentation.

The same figures and the same findings come out of all of them, and every figure is found again in its file.
"""

from functools import cache
from pathlib import Path

import pytest
from word_files import docx, lvl, sdt

from engine.check import check_plan, read_plan_text
from engine.commitment import Extraction
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver
from plans import read_plan
from rules import load_cards

TITLE = "清澜县2024年民生实事实施方案"
TASKS = [
    ("城镇新增就业500人，开展职业技能培训1200人次。", "责任单位：县人社局"),
    ("改造特殊困难老年人家庭240户，每户补助不超过3000元。", "责任单位：县民政局"),
    ("新建农村公路18.5公里，公路优良率达到120%。", "责任单位：县交通运输局"),
]
ROWS = [("乡镇", "改造户数（户）"), ("柳澜镇", "100"), ("青石乡", "90"), ("大塘乡", "40"), ("合计", "240")]


def wps() -> bytes:
    """Write numbers by a style, words into controls and split runs, offices into boxes, as WPS does."""
    gb = '<w:rFonts w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/>'
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="7"><w:name w:val="条目"/><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl '
        'w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    levels = lvl(0, "decimal", "%1.")
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

    def run(text: str) -> str:
        return f'<w:r><w:rPr>{gb}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>{text}</w:t></w:r>'

    def box(text: str) -> str:
        inner = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>'
            f"{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox>"
            "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    def split(text: str) -> str:
        """Break the words where a spelling check and a cursor once stood, in the middle of figures."""
        return "".join(
            f'<w:proofErr w:type="spellStart"/>{run(text[at : at + 3])}<w:bookmarkStart w:id="{at}" w:name="_GoBack{at}"/>'
            f'<w:bookmarkEnd w:id="{at}"/>'
            for at in range(0, len(text), 3)
        )

    body = [sdt(f"<w:p>{run(TITLE)}</w:p>", props='<w:docPartObj><w:docPartGallery w:val="Cover"/></w:docPartObj>')]
    for task, office in TASKS:
        body.append(f'<w:p><w:pPr><w:pStyle w:val="7"/></w:pPr>{split(task)}{box(office)}</w:p>')
    cells = (
        "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{sdt(f"<w:p>{run(words)}</w:p>")}</w:tc>'
            for words in row
        )
        for row in ROWS
    )
    rows = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    table = f'<w:tbl><w:tblPr><w:tblpPr w:leftFromText="180" w:vertAnchor="text"/><w:jc w:val="center"/></w:tblPr>{rows}</w:tbl>'
    return docx(*body, f"<w:p>{run('改造任务分解表')}</w:p>", table, "<w:p/>", styles=styles, numbering=numbering)


def web_site() -> bytes:
    """Write a page saved from a site: declared gb2312, laid out by tables, with a counter, tools and a hidden copy."""
    task = "".join(
        f"<p style='text-indent:2em'><span style='font-family:仿宋_GB2312'>&nbsp;&nbsp;{n}.{words}</span></p><p>{office}</p>"
        for n, (words, office) in enumerate(TASKS, 1)
    )
    rows = "".join(f"<tr>{''.join(f'<td><p align=center>{cell}</p></td>' for cell in row)}</tr>" for row in ROWS)
    page = f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{TITLE}_清澜县人民政府</title>
<style>.TRS_Editor P{{margin:0}}</style><script>var hits = 98765; function count(n){{ document.write("<b>"+n+"人</b>"); }}</script></head>
<body onload="count(3)"><table width="1000"><tr><td><a href="/">首页</a></td><td><a href="/hd">互动</a></td></tr></table>
<table width="1000"><tr><td width="760"><table><tr><td align="center"><h1>{TITLE}</h1></td></tr>
<tr><td>发布时间：2024-03-05　浏览次数：<script src="/count.js?id=12"></script>次　【字体：<a href="#">大</a> <a href="#">小</a>】</td></tr>
<tr><td><div id="zoom" class="TRS_Editor"><!-- 正文 开始 -->{task}<p align=center>改造任务分解表</p><table border="1">{rows}</table>
<noscript>请启用脚本，新增就业9000人</noscript><div style="display:none">城镇新增就业7000人</div></div></td></tr></table></td>
<td width="240"><div class="nav"><a href="/1">热点</a></div></td></tr></table>
<div class="footer">版权所有：清澜县人民政府　网站标识码：3400000001　<a href="#">关闭窗口</a></div></body></html>"""
    return page.encode("gb18030")


def text() -> bytes:
    lines = [TITLE, ""]
    for number, (words, office) in enumerate(TASKS, 1):
        lines += [f"　　{number}.{words}", f"　　{office}"]
    lines += ["改造任务分解表", *("\t".join(row) for row in ROWS)]
    return "\r\n".join(lines).encode("gb18030")


FILES = {"wps.docx": wps, "web.html": web_site, "plain.txt": text}


@cache
def resolver() -> Resolver:
    return Resolver(Catalogue())


def read(folder: Path, name: str) -> Extraction:
    path = folder / name
    path.write_bytes(FILES[name]())
    return read_plan_text(read_plan(path), resolver())


FIGURES = {
    ("500", "人", "县人社局"), ("1200", "人次", "县人社局"), ("240", "户", "县民政局"), ("3000", "元/户", "县民政局"),
    ("18.5", "公里", "县交通运输局"), ("120", "%", "县交通运输局"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_the_same_figures_with_who_answers_for_them(name, tmp_path):
    found = read(tmp_path, name)
    assert found.metadata.title == TITLE
    promised = {
        (f"{c.bound.value:f}", c.unit, "、".join(c.responsible)) for c in found.commitments if c.section == "body"
    }
    assert promised == FIGURES


@pytest.mark.parametrize("name", FILES)
def test_the_same_findings(name, tmp_path):
    result = check_plan(read(tmp_path, name), (), load_cards(()), resolver())
    errors = sorted(f.rule for f in result.findings if f.severity == "error")
    assert errors == ["share-out-of-range", "sum-mismatch"]
    assert not result.extraction.document.notes


@pytest.mark.parametrize("name", FILES)
def test_every_figure_is_found_again_in_its_file(name, tmp_path):
    found = read(tmp_path, name)
    for commitment in found.commitments:
        span = commitment.span
        whole = found.document.text[commitment.start : commitment.end]
        assert span.text == whole and whole.strip()
        if found.document.in_file:
            decoded = FILES[name]().decode("gb18030")
            assert decoded[span.start : span.end] == whole
        else:
            assert span.block is not None
