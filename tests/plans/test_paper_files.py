"""The reports that an office hands on, as the command writes them: comments in the plan, the opinion, the ledger."""

import hashlib
import shutil

import pytest
from office_files import converted
from running import COUNTY, ROOT, STANDARD, TOWNSHIP, gouji, refused
from word_comments import comments, parts

from plans import read_plan


@pytest.fixture
def office(tmp_path):
    """A folder with the sample plan and its standard, and a function that checks in it."""
    for sample in (COUNTY, STANDARD, TOWNSHIP):
        shutil.copy(ROOT / sample, tmp_path)
    return tmp_path, lambda *words: gouji("check", *words, "--standard", STANDARD.name, cwd=tmp_path)


def test_the_plan_with_comments_on_the_words_of_its_findings(office):
    folder, check = office
    before = hashlib.sha256((folder / COUNTY.name).read_bytes()).hexdigest()
    done = check(COUNTY.name, "--format", "annotated", "--output", "out")
    assert (done.returncode, done.stdout) == (1, "")
    made = folder / "out" / "county-plan_批注.docx"
    assert made.name in done.stderr
    assert hashlib.sha256((folder / COUNTY.name).read_bytes()).hexdigest() == before
    assert read_plan(made).text == read_plan(folder / COUNTY.name).text
    words = {comment.words for comment in comments(made.read_bytes()).values()}
    assert {"2600人", "1500人次", "不低于1600元", "240"} <= words
    assert sum("低于规定的最低标准" in line for c in comments(made.read_bytes()).values() for line in c.paragraphs) == 1


def test_two_runs_write_the_same_files(office):
    folder, check = office
    formats = [word for name in ("annotated", "docx", "xlsx") for word in ("--format", name)]
    for out in ("one", "two"):
        check(COUNTY.name, *formats, "--output", out)
    one, two = (sorted((folder / out).iterdir()) for out in ("one", "two"))
    assert [path.name for path in one] == ["county-plan_审核意见.docx", "county-plan_批注.docx", "report.xlsx"]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_one_file_under_the_name_that_was_asked_for(office):
    folder, check = office
    check(COUNTY.name, "--format", "annotated", "--output", "a.docx")
    assert "word/comments.xml" in parts((folder / "a.docx").read_bytes())


def test_a_text_file_takes_no_comments_and_keeps_no_other_from_them(office):
    folder, check = office
    done = check(TOWNSHIP.name, COUNTY.name, "--format", "annotated", "--output", "out")
    # The copy that can be made is made, so that the run counts by its findings.
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert [path.name for path in (folder / "out").iterdir()] == ["county-plan_批注.docx"]
    assert TOWNSHIP.name in done.stderr and "另存为 .docx" in done.stderr and "--format docx" in done.stderr
    refused(check(TOWNSHIP.name, "--format", "annotated", "--output", "b.docx", "--lang", "en"), "Save it as .docx")


def test_several_plans_need_a_folder(office):
    _, check = office
    for format in ("annotated", "docx"):
        refused(check(COUNTY.name, TOWNSHIP.name, "--format", format, "--output", "a.docx"), "--output")


def test_an_input_is_never_written_over(office):
    folder, check = office
    other = folder / "county-plan_批注.docx"
    shutil.copy(folder / "county-plan.docx", other)
    before = other.read_bytes()
    refused(check(COUNTY.name, other.name, "--format", "annotated", "--output", "."), "输入文件", other.name)
    assert other.read_bytes() == before


def test_files_of_one_name_do_not_overwrite_each_other(office):
    folder, check = office
    (folder / "b").mkdir()
    shutil.copy(folder / COUNTY.name, folder / "b")
    check(COUNTY.name, f"b/{COUNTY.name}", "--format", "docx", "--output", "out")
    assert len(list((folder / "out").iterdir())) == 2


def test_the_opinion_in_a_template_of_the_office(office):
    folder, check = office
    check(COUNTY.name, "--format", "docx", "--output", "template.docx")
    check(COUNTY.name, "--format", "docx", "--output", "a.docx", "--template", "template.docx")
    assert "审核结论" in read_plan(folder / "a.docx").text
    refused(check(COUNTY.name, "--format", "docx", "--template", "none.docx", "--output", "b.docx"), "none.docx")
    refused(check(COUNTY.name, "--format", "docx", "--template", STANDARD.name, "--output", "b.docx"), "{{正文}}")
    refused(check(COUNTY.name, "--format", "docx", "--template", "a.docx", "--output", "a.docx"), "输入文件")


def test_writer_opens_the_opinion(office):
    folder, check = office
    check(COUNTY.name, "--format", "docx", "--output", "a.docx")
    printed = folder / "a.pdf"
    printed.write_bytes(converted((folder / "a.docx").read_bytes(), "docx", "pdf"))
    text = read_plan(printed).text
    assert "的审核意" in text and "三、发现的问题" in text and "逐项对照表" in text


def test_the_ledger_links_to_the_page_beside_it(office):
    import openpyxl

    folder, check = office
    check(COUNTY.name, "--format", "xlsx", "--format", "html", "--output", "out")
    sheet = openpyxl.load_workbook(folder / "out" / "report.xlsx").worksheets[0]
    page = (folder / "out" / "report.html").read_text("utf-8")
    cell = sheet.cell(2, 14)
    target, _, anchor = (cell.hyperlink.target or cell.hyperlink.location).partition("#")
    assert (folder / "out" / target).is_file() and f'id="{anchor or cell.hyperlink.location}"' in page
