"""Several plans: the worst first, every requirement against every plan, and a page for each."""

from __future__ import annotations

import re

import factory
import pytest
from lxml import html as lxml_html
from msgspec.structs import replace
from test_formats import several

from engine.errors import GoujiError
from reports import html, renderer_named
from reports.parts.matrix import by_gravity, matrix_of, worst_first
from reports.parts.printing import width_of
from reports.parts.view import view_of
from reports.renderer import RenderOptions, files_of
from reports.writing import Destination, write_reports


def files(renderer, audit, options):
    return {file.name: file.content for file in files_of(renderer, audit, options)}


def plans(*results):
    return view_of(factory.audit(*results)).plans


def clean(**more):
    return factory.plan(findings=(), verdict="compliant", grade="优", **more)


def test_the_worst_plan_comes_first():
    bad = factory.plan(file="甲.txt")
    worse = factory.plan(file="乙.txt", findings=(*factory.findings(), replace(factory.missing(), severity="error")))
    asked = replace(clean(file="丙.txt"), verdict="review", grade="良")
    assert [p.result.file for p in worst_first(plans(clean(file="丁.txt"), asked, bad, worse))] == [
        *("乙.txt", "甲.txt", "丙.txt", "丁.txt")
    ]


def test_every_requirement_of_every_plan_is_in_the_matrix_or_counted():
    narrow = factory.coverage()[3:]
    made = matrix_of(plans(factory.plan(), clean(file="乙.txt", coverage=narrow)))
    assert len(made.rows) + made.hidden == len(factory.coverage())
    assert {row.label for row in made.rows}.isdisjoint({"城镇新增就业", "中小学心理辅导室建设"})
    first = made.rows[0]
    assert first.label == "散居孤儿基本生活保障标准" and first.statuses == ("violates",) and first.cells[1] is None
    for row in made.rows:
        for cell, held in zip(row.cells, (factory.coverage(), narrow), strict=True):
            assert (cell.coverage if cell else None) == next((c for c in held if c.label == row.label), None)


def test_requirements_come_by_what_is_to_be_done():
    found = by_gravity(plans(factory.plan())[0].coverage)
    assert list(found) == ["violates", "indeterminate", "not-addressed", "conforms", "not-applicable"]
    assert sum(map(len, found.values())) == 10


def test_a_format_of_one_file_gives_one_file():
    made = files(renderer_named("json"), several(), RenderOptions())
    assert list(made) == ["report.json"]


def test_one_plan_needs_no_overview():
    made = files(renderer_named("html"), factory.audit(), RenderOptions())
    assert made == {"report.html": html.render(factory.audit(), RenderOptions())}


def test_a_plan_that_was_not_read_is_never_shown_as_not_bound():
    made = lxml_html.document_fromstring(files(html, several(), RenderOptions())["index.html"].decode())
    cells = made.xpath("//table[contains(@class,'matrix')]/tbody/tr/td[2]")
    assert cells and all(cell.text_content() == "…未能读取" for cell in cells)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_link_between_the_pages_leads_somewhere(lang):
    made = files(renderer_named("html"), several(), RenderOptions(lang))
    pages = {name: lxml_html.document_fromstring(content.decode()) for name, content in made.items()}
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    assert next(iter(pages)) == "index.html" and len(pages) == 3
    for name, page in pages.items():
        assert len(page.xpath("//@id")) == len(ids[name])
        for link in page.xpath("//a/@href"):
            file, _, anchor = link.partition("#")
            assert not anchor or anchor in ids[file or name], (name, link)


def test_all_pages_together_carry_every_finding_once():
    audit = several()
    made = b"".join(files(renderer_named("html"), audit, RenderOptions()).values()).decode()
    for view in view_of(audit).all_findings():
        assert made.count(f'f-{view.finding.fingerprint}" class="finding') == 1


def test_a_terminal_shows_a_line_a_plan_in_columns_first():
    audit = factory.audit(clean(file="乙.txt"), factory.plan())
    lines = renderer_named("text").render(audit, RenderOptions()).decode().splitlines()
    head, first, second = lines[2:5]
    assert head.split() == ["结论", "评定等次", "错误", "警告", "提示", "豁免", "方案"]
    assert first.split() == [
        "不符合",
        "差",
        "3",
        "1",
        "3",
        "1",
        "清澜县2024年民生实事实施方案（清澜县2024年民生实事.txt）",
    ]
    assert second.split()[:6] == ["符合", "优", "0", "0", "0", "0"]
    columns = [[width_of(line[: m.start()]) for m in re.finditer(r"(?<=  )\S|^\S", line)] for line in (head, first)]
    assert columns[0] == columns[1]


def test_markdown_begins_with_a_row_a_plan():
    made = renderer_named("md").render(factory.audit(clean(file="乙.txt"), factory.plan()), RenderOptions()).decode()
    rows = [line for line in made.splitlines() if line.startswith("|")][:4]
    assert rows[2].startswith("| 清澜县2024年民生实事实施方案（清澜县2024年民生实事.txt） | 不符合 |") and rows[
        2
    ].endswith("| 3 | 1 | 3 | 1 | 8 |")


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("a/b/甲县2024年.docx", "1-甲县2024年.html"),
        ("C:\\计划\\乙 县.pdf", "1-乙-县.html"),
        ('x<>:"|?*#%&.txt', "1-x.html"),
        ("../../etc/passwd", "1-清澜县2024年民生实事实施方案.html"),
        (".txt", "1-清澜县2024年民生实事实施方案.html"),
        ("长" * 300 + ".txt", "1-" + "长" * 60 + ".html"),
        ("a\u202eb.txt", "1-a-U+202E-b.html"),
        ("CON.txt", "1-CON.html"),
    ],
)
def test_a_page_is_named_after_its_plan_whatever_that_is_called(file, page):
    made = files(html, factory.audit(factory.plan(file=file), clean(file="b.txt")), RenderOptions())
    assert list(made) == ["index.html", page, "2-b.html"]


def test_a_folder_gets_a_page_a_plan_and_a_file_gets_them_all(tmp_path):
    told = []
    formats = [renderer_named("html"), renderer_named("json")]
    to = Destination(tmp_path / "out", frozenset(), told.append, told.append)
    write_reports(formats, several(), RenderOptions(), to)
    names = ["index.html", "1-清澜县2024年民生实事.html", "2-双桥县.html", "report.json"]
    assert [file.name for file in told] == names and all(file.read_bytes() for file in told)
    write_reports(formats[:1], several(), RenderOptions(), replace(to, output=tmp_path / "one.html"))
    assert told[-1].read_bytes() == html.render(several(), RenderOptions()) and len(told) == 5


def test_no_page_is_written_over_a_plan(tmp_path):
    plan = tmp_path / "index.html"
    plan.write_text("计划", "utf-8")
    audit = factory.audit(clean(file=str(plan)), clean(file="乙.txt"))
    with pytest.raises(GoujiError) as error:
        to = Destination(tmp_path, frozenset({plan.resolve()}), print, print)
        write_reports([renderer_named("html")], audit, RenderOptions(), to)
    assert "index.html" in error.value.text.zh and plan.read_text("utf-8") == "计划"


def test_two_plans_of_one_name_have_two_pages():
    made = files(html, factory.audit(clean(file="甲/计划.txt"), clean(file="乙/计划.txt")), RenderOptions())
    assert list(made) == ["index.html", "1-计划.html", "2-计划.html"]


def test_plans_of_one_place_and_title_are_told_apart_by_their_files():
    audit = factory.audit(clean(file="甲/一稿.docx"), clean(file="甲/二稿.docx"))
    index = lxml_html.document_fromstring(files(html, audit, RenderOptions())["index.html"].decode())
    for table in ("plans", "matrix"):
        words = index.xpath(f"string(//table[contains(@class,'{table}')])")
        assert "（一稿.docx）" in words and "（二稿.docx）" in words
    for name in ("text", "md"):
        said = renderer_named(name).render(audit, RenderOptions(width=200)).decode()
        assert "（一稿.docx）" in said and "（二稿.docx）" in said


def test_the_plans_add_up_by_what_was_concluded():
    unread = replace(several().plans[1])
    audit = factory.audit(factory.plan(), clean(file="乙.txt"), unread, clean(file="丙.txt", coverage=()))
    index = files(html, audit, RenderOptions())["index.html"].decode()
    assert "4份方案 = 不符合1 + 须人工复核0 + 未能读取1 + 未发现错误1 + 符合1" in index
