"""A saved web page is read as its document, without the page around it."""

from pathlib import Path

import pytest

from engine.document import Document
from engine.errors import ReadError
from plans import read_plan
from plans.html import READER

LONG = "为办好今年的民生实事，经研究，现就有关事项通知如下，请各乡镇、各部门结合实际抓好落实，确保群众得到实惠。"


def read(page: str | bytes, name: str = "方案.html") -> Document:
    data = page if isinstance(page, bytes) else page.encode()
    assert READER.sniff(data, name)
    document = READER.read(Path(name), data)
    assert document.text == "\n".join(document.text[b.start : b.end] for b in document.blocks)
    return document


def lines(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def body(content: str) -> list[str]:
    return lines(read(f"<html><body>{content}</body></html>"))


BODIES = {
    "paragraphs": ("<p>一、就业</p><p>　　新增500人&nbsp;</p>", ["一、就业", "新增500人"]),
    "line breaks end paragraphs": ("<div>一、就业<br>新增500人<br/><br/>二、教育</div>", ["一、就业", "新增500人", "二、教育"]),
    "inline elements do not": ("<p>不低于<b>15</b><span>00</span>元</p>", ["不低于1500元"]),
    "source lines broken between characters": ("<p>基本医疗\n   保险参保率</p>", ["基本医疗保险参保率"]),
    "source lines broken at a figure": ("<p>达到\n95%</p>", ["达到 95%"]),
    "text beside blocks": ("前<div>中</div>后", ["前", "中", "后"]),
    "scripts, styles, hidden": (
        "<script>1</script><style>p{}</style><p>甲</p><p style='display: none'>乙</p><p hidden>丙</p><!--丁-->尾",
        ["甲", "尾"],
    ),
    "automatic numbers": ("<ol start=3><li>甲<li>乙</ol><ol><li>1.丙</ol><ul><li>丁</ul>", ["3. 甲", "4. 乙", "1.丙", "丁"]),
    "share and print lines": ("<p>甲</p><p>【打印本页】【关闭窗口】</p><p>分享到：</p><p>上一篇：乙</p>", ["甲", "【打印本页】【关闭窗口】"]),
    "preformatted": ("<pre>一、就业\n  新增500人\n</pre>", ["一、就业", "新增500人"]),
    "marks of notes": ("<p>新增380<sup>[1]</sup>人，占地500m<sup>2</sup>，床位90<sup>2</sup>张</p>", ["新增380人，占地500m2，床位90张"]),
    "words struck through": ("<p>标准<del>1500元</del>1600<s>.5</s>元</p>", ["标准1600元"]),
    "words struck through in a table": (
        "<table><tr><th>乡镇</th><th>户</th></tr><tr><td>东镇</td><td><del>15</del>16</td></tr></table>", ["乡镇", "户", "东镇", "16"]
    ),
    "entities": ("<p>&ldquo;一老一小&rdquo;&ge;95&#37;&lt;</p>", ["“一老一小”≥95%<"]),
}  # fmt: skip
BODIES["share and print lines"] = (BODIES["share and print lines"][0], ["甲"])


@pytest.mark.parametrize(("content", "expected"), BODIES.values(), ids=BODIES)
def test_blocks(content, expected):
    assert body(content) == expected


def test_headings_have_levels_and_generated_numbers_are_counted():
    document = read("<html><body><h2>一、总则</h2><ol><li>甲</li></ol></body></html>")
    assert [(b.kind, b.level, b.generated) for b in document.blocks] == [("heading", 2, 0), ("paragraph", None, 3)]


PAGE = f"""<!DOCTYPE html><html><head><title>云溪市政府门户网站</title>
<meta name="ArticleTitle" content="关于印发民生实事方案的通知"></head><body>
<div class="header"><ul class="nav"><li><a>首页</a></li><li><a>政务公开</a></li></ul></div>
<div class="breadcrumb">当前位置：首页 &gt; 通知</div>
<div class="wrap"><h1>关于印发民生实事方案的通知</h1><div class="info">发布时间：2024-03-18 浏览次数：35</div>
<div id="zoom"><p>{LONG}</p><div class="bdsharebuttonbox share">分享到微信</div><p>一、新增就业500人。</p></div>
<div class="related">相关阅读<p><a>另一份方案新增就业900人</a></p></div></div>
<div class="footer">版权所有 备案123号</div></body></html>"""


def test_the_page_around_the_document_is_left_out():
    assert lines(read(PAGE)) == ["关于印发民生实事方案的通知", LONG, "一、新增就业500人。"]


def test_without_known_marks_the_running_text_is_found():
    page = PAGE.replace('id="zoom"', 'class="x9"').replace("related", "more")
    found = lines(read(page))
    assert [line for line in found if "就业" in line or line == LONG][:2] == [LONG, "一、新增就业500人。"]
    assert not any("版权" in line or "首页" in line for line in found)


def test_a_name_alone_does_not_cost_the_document():
    page = f"<html><body><div class='main-menu'><p>{LONG}</p><p>一、新增就业500人。</p></div><p>尾</p></body></html>"
    assert "一、新增就业500人。" in lines(read(page))


def test_table_with_spans_and_breaks():
    document = read(
        "<html><body><p>任务分解表</p><table><tr><th rowspan=2>乡镇</th><th colspan='2'>任务</th></tr>"
        "<tr><td><p>就业</p></td><td>培训<br>（人次）</td></tr><tr><td>柳澜镇</td><td>380</td><td></td></tr></table></body></html>"
    )
    (table,) = document.tables
    assert [(c.row, c.column, c.rows, c.columns, document.text[c.start : c.end]) for c in table.cells] == [
        (0, 0, 2, 1, "乡镇"), (0, 1, 1, 2, "任务"), (1, 1, 1, 1, "就业"), (1, 2, 1, 1, "培训\n（人次）"),
        (2, 0, 1, 1, "柳澜镇"), (2, 1, 1, 1, "380"), (2, 2, 1, 1, ""),
    ]  # fmt: skip
    assert (table.title, document.blocks[-2].cell) == ("任务分解表", "T1!B3")


def test_a_layout_table_is_seen_through():
    inner = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"
    document = read(f"<html><body><table><tr><td>左栏</td><td><p>{LONG}</p>{inner}</td></tr></table></body></html>")
    assert lines(document)[:2] == ["左栏", LONG]
    assert [len(table.cells) for table in document.tables] == [4]


CHARSETS = {
    "utf-8": ("utf-8", "utf-8"), "gb2312 with rarer characters": ("gb2312", "gb18030"), "gbk": ("GBK", "gbk"),
    "declared wrongly": ("gb2312", "utf-8"), "not declared": ("", "gb18030"), "big5": ("big5", "big5"),
}  # fmt: skip


@pytest.mark.parametrize(("declared", "real"), CHARSETS.values(), ids=CHARSETS)
def test_characters(declared, real):
    words = "民生工程朱镕基" if real == "gb18030" else "民生工程"
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    page = f"<html><head>{meta}</head><body><p>{words}</p><p>{'字' * 30}</p></body></html>"
    assert lines(read(page.encode(real)))[0] == words


def test_utf16_page():
    assert lines(read("<html><body><p>甲</p></body></html>".encode("utf-16"))) == ["甲"]


def test_a_page_named_doc_goes_to_this_reader(tmp_path):
    path = tmp_path / "通知.doc"
    path.write_bytes(
        b"\xef\xbb\xbf<html xmlns:o='x'><body><p class=MsoNormal>" + "新增500人".encode() + b"</p></body></html>"
    )
    document = read_plan(path)
    assert (document.format, document.text) == ("html", "新增500人")


def test_text_that_mentions_a_tag_is_still_text():
    assert not READER.sniff("一、网页<html>".encode(), "a.html")


@pytest.mark.parametrize("page", ["<html><body></body></html>", "<html><body><script>x</script></body></html>"])
def test_a_page_without_words(page):
    with pytest.raises(ReadError) as caught:
        READER.read(Path("a.html"), page.encode())
    assert caught.value.key == "plans.no-text"


def test_a_page_nested_beyond_reason_is_refused_or_read_whole():
    page = ("<html><body>" + "<div>" * 4000 + "新增500人" + "</div>" * 4000 + "</body></html>").encode()
    try:
        assert "新增500人" in READER.read(Path("a.html"), page).text
    except ReadError as error:
        assert error.key == "plans.damaged"
