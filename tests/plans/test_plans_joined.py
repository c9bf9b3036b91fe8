"""Several files as one plan: the text runs on, and every span names its own file and the place there."""

from pathlib import Path

import pytest
from ofd_files import Leaf, ofd
from test_plans_xlsx import row, sheet, workbook

from engine.check import check_plan, read_plan_text
from engine.document import Document
from engine.errors import ReadError
from engine.extract import extract
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver
from plans import join, read_as_one, read_plan
from plans.text import READER as TEXT
from plans.xlsx import READER as XLSX
from reports.parts.quotes import Locator
from rules import load_cards

BODY = "一、就业\n城镇新增就业500人。\n附件：任务分解表\n"
SHEET = sheet(
    row(1, A="任务分解表"),
    row(2, A="乡镇", B="城镇新增就业（人）"),
    row(3, A="甲镇", B="<v>200</v>"),
    row(4, A="乙镇", B="<v>200</v>"),
    row(5, A="合计", B="<v>400</v>"),
)


def body(text: str = BODY, name: str = "正文.txt") -> Document:
    return TEXT.read(Path(name), text.encode())


def annex() -> Document:
    return XLSX.read(Path("附件.xlsx"), workbook(SHEET))


def test_text_blocks_and_tables_follow_each_other():
    whole = join([body(), annex(), body("尾\n", "尾.txt")])
    assert whole.text == f"{BODY}\n{annex().text}\n尾\n"
    assert [whole.text[b.start : b.end] for b in whole.blocks] == [
        document.text[b.start : b.end] for document in (body(), annex(), body("尾\n")) for b in document.blocks
    ]
    (table,) = whole.tables
    assert [whole.text[c.start : c.end] for c in table.cells][-2:] == ["合计", "400"]
    assert (whole.file, whole.format) == ("正文.txt + 附件.xlsx + 尾.txt", "txt+xlsx")


@pytest.mark.parametrize("words", ["500人", "400", "尾"])
def test_a_span_is_the_one_that_its_own_file_gives(words):
    alone = [body(), annex(), body("尾\n", "尾.txt")]
    whole = join(alone)
    at = whole.text.rindex(words)
    (own,) = [d for d in alone if words in d.text]
    start = own.text.rindex(words)
    assert whole.span(at, at + len(words)) == own.span(start, start + len(words))


def test_boxes_move_along():
    pages = ofd(Leaf().text(30, 40, "新增300人"))
    from plans.ofd import READER

    single = READER.read(Path("附表.ofd"), pages)
    whole = join([body(), single])
    at = whole.text.index("300人")
    assert whole.span(at, at + 4) == single.span(2, 6)
    assert whole.span(at, at + 4).boxes and not whole.span(0, 2).boxes


def test_one_document_stays_what_it_is():
    assert join([body()]) == body()


def test_the_digest_depends_on_every_file_and_on_their_order():
    digests = {join(files).sha256 for files in ([body(), annex()], [annex(), body()], [body("甲"), annex()])}
    assert len(digests) == 3


def test_a_file_given_twice_is_refused():
    with pytest.raises(ReadError) as caught:
        join([body(), annex(), body(name="副本.txt")])
    assert caught.value.key == "plans.given-twice" and "副本.txt" in caught.value.text.zh


def test_sums_and_restatements_cross_the_files():
    resolver = Resolver(Catalogue())
    extraction = read_plan_text(join([body(), annex()]), resolver)
    result = check_plan(extraction, (), load_cards(()), resolver)
    (conflict,) = [f for f in result.findings if f.rule == "body-annex-conflict"]
    assert {(e.span.file, e.span.cell) for e in conflict.evidence} == {("正文.txt", None), ("附件.xlsx", "表一!B5")}


def test_a_report_finds_the_quote_in_its_file_again():
    resolver = Resolver(Catalogue())
    extraction = read_plan_text(join([annex(), body()]), resolver)
    locator = Locator(extraction)
    (commitment,) = [c for c in extraction.commitments if c.span.file == "正文.txt"]
    assert locator.offsets(commitment.span) == (commitment.start, commitment.end)
    place = locator.place(commitment.span, locator.offsets(commitment.span))
    assert (place.file, place.line, place.block) == ("正文.txt", 2, 2)


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(tmp_path):
    (tmp_path / "正文.txt").write_text(BODY, encoding="utf-8")
    (tmp_path / "附件.xlsx").write_bytes(b"PK\x03\x04")
    whole = read_as_one([tmp_path / "正文.txt", tmp_path / "附件.xlsx"])
    assert whole.text == BODY
    assert [(n.rule, n.span.file) for n in whole.notes] == [("unreadable", (tmp_path / "附件.xlsx").as_posix())]
    with pytest.raises(ReadError) as caught:
        read_as_one([tmp_path / "附件.xlsx"])
    assert caught.value.key == "plans.damaged"


def test_the_usual_reading_is_not_changed(tmp_path):
    (tmp_path / "正文.txt").write_text(BODY, encoding="utf-8")
    assert read_as_one([tmp_path / "正文.txt"]) == read_plan(tmp_path / "正文.txt")


LAST_ITEM = "某县2024年民生实事实施方案\n一、就业\n1.城镇新增就业500人。\n责任单位：县人社局\n2.养老服务。改造居家适老化240户。\n责任单位：县民政局\n"


@pytest.mark.parametrize(
    "annex",
    [
        "任务分解表\n新建水厂2座。\n",
        "附件\n任务分解表\n新建水厂2座。\n",
        "1.新建水厂2座。\n2.改造危桥3座。\n",
        "（一）新建水厂2座。\n",
    ],
    ids=["a sheet", "headed", "numbered anew", "numbered otherwise"],
)
def test_an_annex_begins_on_its_own(annex):
    whole = join([body(LAST_ITEM), body(annex, "附件.txt")])
    extraction = extract(whole)
    (work,) = [c for c in extraction.commitments if c.unit == "座" and c.bound.value == 2]
    assert work.responsible == () and work.span.file == "附件.txt"
    start = whole.parts[1].start
    assert all(item.end <= start for item in extraction.items if item.start < start)
    assert all(not item.id.startswith(("一.", "2.")) for item in extraction.items if item.start >= start)
    assert len({item.id for item in extraction.items}) == len(extraction.items)


def test_a_body_in_two_files_is_two():
    halves = [body(LAST_ITEM), body("二、教育\n3.新建幼儿园2所。\n责任单位：县教育局\n", "下.txt")]
    (school,) = [c for c in extract(join(halves)).commitments if c.unit == "所"]
    assert (school.responsible, school.bound.value) == (("县教育局",), 2)
