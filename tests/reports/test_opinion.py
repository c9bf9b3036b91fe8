"""The opinion as an office issues it: form, content, blanks to fill in, and the office's own template."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import factory
import pytest
from docx import Document as word_document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from msgspec.structs import replace
from test_formats import HOSTILE, poisoned, several
from test_formats import rendered as rendered_in

from engine.document import Span
from engine.judge.finding import PlanResult
from reports import ReportError, renderer_named
from reports.parts.view import view_of
from reports.renderer import RenderOptions, Template, files_of
from reports.word.file import PLACE

DOCX = renderer_named("docx")


def rendered(format, audit=None, lang="zh", *, template=None):
    return rendered_in(format, audit, lang, template=None if template is None else Template("红头.docx", template))


def opened(audit=None, lang="zh", **options):
    return word_document(io.BytesIO(rendered("docx", audit, lang, **options)))


def lines(audit=None, lang="zh", **options):
    return [paragraph.text for paragraph in opened(audit, lang, **options).paragraphs]


def mm(length):
    return round(length / Mm(1))


class TestForm:
    """GB/T 9704-2012: 5.2.1 margins, 5.2.2 type, 5.2.3 lines, 7.3 text."""

    def test_the_page(self):
        (section,) = opened().sections
        assert (mm(section.page_width), mm(section.page_height)) == (210, 297)
        margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
        assert [mm(margin) for margin in margins] == [37, 26, 35, 28]

    @pytest.mark.parametrize(
        ("name", "font", "size"),
        [
            ("审核意见标题", "方正小标宋简体", 22),
            ("审核意见一级标题", "黑体", 16),
            ("审核意见二级标题", "楷体_GB2312", 16),
            ("审核意见正文", "仿宋_GB2312", 16),
        ],
    )
    def test_the_type(self, name, font, size):
        style = opened().styles[name]
        assert style.font.size == Pt(size) and style.element.rPr.rFonts.get(qn("w:eastAsia")) == font
        if size == 16:
            assert style.paragraph_format.line_spacing == Pt(28)

    def test_fonts_are_known_by_their_other_names(self):
        fonts = zipfile.ZipFile(io.BytesIO(rendered("docx"))).read("word/fontTable.xml").decode()
        assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong' in fonts

    def test_pages_are_numbered_outside(self):
        (section,) = opened().sections
        odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
        assert odd.text == even.text == "— 1 —"
        assert [p._p.pPr.jc.get(qn("w:val")) for p in (odd, even)] == ["right", "left"]

    def test_headings_count_in_chinese(self):
        heads = [p.text for p in opened().paragraphs if p.style.name == "审核意见一级标题"]
        assert [head[:2] for head in heads] == ["一、", "二、", "三、", "四、", "五、"]
        assert "（一）错误，应予改正（3条）" in lines()


class TestContent:
    def test_what_was_checked_against_what(self):
        said = lines()
        assert said[1] == "关于《清澜县2024年民生实事实施方案》的审核意见"
        assert f"文件校验码（SHA-256）：{factory.DIGEST}" in said
        assert any("云政办〔2024〕3号，云州市人民政府办公室，2024年2月20日发布" in line for line in said)
        assert any(line.startswith("结论：不符合（等次：差）") for line in said)

    def test_blanks_are_left_blank(self):
        said = lines()
        assert said[0] == "＿＿＿＿〔　　　　〕＿＿号" and set(said[2]) == {"＿", "："}
        assert any("于＿＿＿＿年＿＿月＿＿日前整改到位" in line for line in said)
        assert "＿＿＿＿年＿＿月＿＿日" in said[-4] and "印章" in said[-5]

    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_every_finding_with_its_remedy_and_basis(self, lang):
        said = "\n".join(lines(lang=lang))
        for view in view_of(factory.audit()).all_findings():
            assert said.count(view.finding.message.in_language(lang)) >= 1
            assert view.finding.remedy.in_language(lang) in said
            assert not view.basis or view.basis.citation in said
            assert all(unit in said for unit in view.finding.responsible)

    def test_the_parts_of_a_finding(self):
        said = lines()
        start = next(n for n, line in enumerate(said) if line.endswith("低于上级最低标准（C01）"))
        names = [line.partition("：")[0] for line in said[start + 1 : start + 7]]
        assert names == ["问题", "原文", "依据", "数值", "整改建议", "责任单位"]
        assert "散居孤儿基本生活保障标准不低于每人每月1080元" in said[start + 2]
        assert said[start + 4] == "数值：应为：不低于1100元/人/月；实为：不低于1080元/人/月；相差：20元/人/月"

    def test_what_could_not_be_checked(self):
        said = lines()
        at = next(n for n, line in enumerate(said) if line == "四、未能核对的内容")
        assert "不能视为符合" in said[at + 1] and said[at + 2] == "1.城镇登记失业率：“左右”不能证明不超过。"

    def test_each_requirement_in_the_annex(self):
        (table,) = opened().tables
        assert len(table.rows) == 11 and table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        row = [cell.text for cell in table.rows[1].cells]
        assert row == [
            "散居孤儿基本生活保障标准（依据1）",
            "≥ 1100 元/人/月",
            "≥ 1080 元/人/月",
            "不符合",
            "低于标准20元。",
        ]

    def test_a_plan_without_findings_is_asked_for_nothing(self):
        said = lines(factory.audit(factory.plan(findings=(), coverage=(), verdict="compliant", grade="优")))
        assert "未发现问题。" in said and "本次审核没有需要整改的问题。" in said
        assert not any("日前整改" in line for line in said) and not any(line.startswith("附件") for line in said)

    def test_a_file_that_was_not_read_is_not_passed(self):
        unread = PlanResult("x/a.txt", "", None, (), "2024-12-31", "review", "中", (), ())
        said = lines(factory.audit(unread))
        assert said.count("文件未能读取，没有作任何核对。") == 1 and "没有。" not in said
        assert "文件：a.txt" in said, "folders are left out"

    def test_several_plans_have_an_opinion_each_with_what_concerns_all(self):
        first, second = files_of(DOCX, several(), RenderOptions())
        assert (first.name, second.name) == ("清澜县2024年民生实事_审核意见.docx", "双桥县_审核意见.docx")
        for file in (first, second):
            said = "\n".join(p.text for p in word_document(io.BytesIO(file.content)).paragraphs)
            assert "各县新增就业合计6000人，少于全市9000人。" in said
        with pytest.raises(ReportError) as caught:
            rendered("docx", several())
        assert "--output" in caught.value.text.zh


@pytest.mark.parametrize("words", HOSTILE, ids=lambda w: ascii(w[:12]))
def test_foreign_words_stay_words(words):
    said = "\n".join(lines(poisoned(words)))
    shown = {
        "<script>alert(1)</script>": "<script>alert(1)</script>",
        "\u202e文反\u2066隐\u200b藏": "‹U+202E›文反‹U+2066›隐‹U+200B›藏",
    }
    assert shown.get(words, "") in said and not any(c in said for c in "\u202e\u2066\u200b\x00\x1b\ud800")


def template(*paragraphs, style=None):
    made = word_document()
    made.sections[0].left_margin = Mm(20)
    if style:
        made.styles.add_style(style, 1).font.size = Pt(12)
    for words in paragraphs:
        made.add_paragraph(words)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data, before, after):
    """The file with other words in the list of the kinds of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w") as archive:
        for name in made.namelist():
            content = made.read(name)
            archive.writestr(name, content.replace(before, after) if name == "[Content_Types].xml" else content)
    return out.getvalue()


class TestTemplate:
    def test_the_text_goes_where_the_template_says(self):
        said = lines(template=template("某某县人民政府办公室", PLACE, "抄送：县审计局"))
        assert (said[0], said[1], said[-1]) == ("某某县人民政府办公室", "＿＿＿＿〔　　　　〕＿＿号", "抄送：县审计局")
        assert PLACE not in said

    def test_without_a_place_it_goes_to_the_end(self):
        said = lines(template=template("某某县人民政府办公室"))
        assert said[:2] == ["某某县人民政府办公室", "＿＿＿＿〔　　　　〕＿＿号"]

    def test_page_and_styles_are_those_of_the_template(self):
        made = opened(template=template(PLACE, style="审核意见正文"))
        assert mm(made.sections[0].left_margin) == 20
        assert made.styles["审核意见正文"].font.size == Pt(12)
        assert made.styles["审核意见标题"].font.size == Pt(22), "what it has not is added"

    def test_a_template_of_word_becomes_a_document(self):
        dotx = changed(template(PLACE), b"document.main+xml", b"template.main+xml")
        made = rendered("docx", template=dotx)
        types = zipfile.ZipFile(io.BytesIO(made)).read("[Content_Types].xml")
        assert b"document.main+xml" in types and b"template.main" not in types

    def test_a_template_with_macros_is_refused(self):
        with pytest.raises(ReportError) as caught:
            rendered("docx", template=changed(template(PLACE), b"document.main+xml", b"macroEnabled.main+xml"))
        assert caught.value.key == "paper.template-bad"

    def test_a_place_that_ends_a_section_keeps_its_page(self):
        made = word_document(io.BytesIO(template("红头", PLACE)))
        place = made.paragraphs[-1]
        made.add_section().left_margin = Mm(30)
        place._p.get_or_add_pPr().append(made.paragraphs[-1]._p.pPr.sectPr)
        out = io.BytesIO()
        made.save(out)
        assert [mm(section.left_margin) for section in opened(template=out.getvalue()).sections] == [20, 30]

    def test_an_opinion_is_itself_a_template(self):
        again = lines(template=rendered("docx"))
        assert again[: len(lines())] == lines()

    @pytest.mark.parametrize(
        "data",
        [
            b"", b"PK\x03\x04", "文字".encode(), b"%PDF-1.7",
            pytest.param({"word/document.xml": "<a/>"}, id="no body"),
            pytest.param({"word/document.xml": "<w:document"}, id="cut"),
            pytest.param({"word/styles.xml": None}, id="no styles"),
        ],
    )  # fmt: skip
    def test_what_is_no_word_file_is_refused(self, data):
        if isinstance(data, dict):
            with zipfile.ZipFile(io.BytesIO(template(PLACE))) as made:
                parts = {name: made.read(name) for name in made.namelist()} | data
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w") as archive:
                for name, content in parts.items():
                    if content is not None:
                        archive.writestr(name, content)
            data = out.getvalue()
        with pytest.raises(ReportError) as caught:
            rendered("docx", template=data)
        assert caught.value.key == "paper.template-bad" and "{{正文}}" in caught.value.text.zh
        assert "红头.docx" in caught.value.text.zh and "红头.docx" in caught.value.text.en


def test_standards_are_named_where_there_are_several():
    plan = factory.plan()
    alone = factory.audit(replace(plan, standards=plan.standards[:1]))
    assert opened(alone).tables[0].rows[1].cells[0].text == "散居孤儿基本生活保障标准"


def test_many_standards_are_listed_in_an_annex():
    plan = factory.plan()
    many = tuple(replace(plan.standards[1], id=f"江北省/{n}", title=f"第{n}份标准") for n in range(1, 7))
    said = lines(factory.audit(replace(plan, standards=many)))
    at = said.index("对照了6份上级文件和标准，名称、文号和来源见附件。")
    assert said[at - 1] == "（二）审核依据"
    assert "附件1：审核依据" in said and "附件2：逐项对照表" in said
    annex = said.index("附件1")
    assert said[annex + 1] == "审核依据" and said[annex + 2].startswith("1.《第1份标准》（江政发〔2023〕18号")
    assert said[annex + 8] == "附件2"


def test_counts_are_told_in_the_words_of_an_official():
    said = lines()
    assert "问题清单：共8条：错误3条、警告1条、提示3条、豁免1条。" in said
    assert "逐项对照表：对照上级要求10项：符合4项、不符合1项、无法判定2项、未涉及1项、不适用2项。" in said
    assert not any(" + " in line for line in said)


def test_every_sentence_ends():
    heads = ("问题：", "整改建议：", "需要说明的事项：")
    said = [line for line in lines() if line.startswith(heads)]
    assert len(said) > 10 and all(line.endswith(("。", "！", "？")) for line in said)


def test_rates_differ_by_points_and_not_by_per_cent():
    rate = replace(factory.below_floor(), difference=(Decimal(2), "%"))
    said = lines(factory.audit(factory.plan(findings=(rate,))))
    assert any("相差：2个百分点" in line for line in said)


def test_a_document_read_for_the_audit_is_not_called_verified():
    plan = factory.plan()
    asked = replace(plan.standards[0].requirements[0], span=Span("市.docx", "不低于1100元"))
    read = replace(plan.standards[0], requirements=(asked,))
    said = "\n".join(lines(factory.audit(replace(plan, standards=(read,)))))
    assert "本次审核时读自该文件" in said and "来源已与原件核对" not in said
