"""Annexes in the styles of many offices, saved in many formats: totals that tie up are silent, a changed one is named."""

from collections import Counter
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from annex_files import CENTRED, LINES_ONLY, grid, html, page_of, unruled, word, word_of, xlsx
from annex_samples import ANNEXES, Annex
from office_files import converted, printed

from engine.check import read_plan_text, reckoned
from engine.commitment import Extraction
from engine.facts.fact import Fact
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver

EACH = {
    "html": lambda annex: html(annex.drawing, annex.before, annex.after).encode(),
    "xlsx": lambda annex: xlsx(annex.drawing, annex.before, annex.after),
    "docx": lambda annex: word(annex.drawing, annex.before, annex.after),
}
PRINTED = {
    "ruled": html,
    "without lines": unruled,
    "centred, without lines": lambda *annex: html(*annex, CENTRED),
    "level lines only": lambda *annex: html(*annex, LINES_ONLY),
}
WRITTEN = {"Word without lines": None, "Word with lines": "Table Grid"}


def read(kind: str, data: bytes) -> Extraction:
    reader = import_module(f"plans.{kind}").READER
    return read_plan_text(reader.read(Path(f"annex.{kind}"), data), Resolver(Catalogue()))


def spoilt(annex: Annex) -> Annex:
    (row, column), words, _ = annex.spoilt
    rows = grid(annex.drawing)
    rows[row][column] = words
    return replace(annex, drawing="\n".join("|".join(row) for row in rows))


@cache
def in_print(style: str, wrong: bool) -> Extraction:
    """Print all annexes into one PDF, a page for each, by Chromium or by LibreOffice, and read it."""
    annexes = [spoilt(annex) if wrong else annex for annex in ANNEXES.values()]
    titled = zip("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳", annexes, strict=False)
    leaves = tuple((a.drawing, (f"{name}任务分解表", *a.before[1:]), a.after) for name, a in titled)
    if style in WRITTEN:
        return read("pdf", converted(word_of(leaves, WRITTEN[style]), "docx", "pdf"))
    return read("pdf", printed(page_of([PRINTED[style](*leaf) for leaf in leaves])))


def totals(extraction: Extraction, table: int) -> list[Fact]:
    named = extraction.tables[table].id
    return [f for f in reckoned(extraction, "p") if f.fields["kind"] == "total" and f.fields["table"] == named]


def sums(annex: Annex) -> Counter:
    return Counter((name.removesuffix("（二）"), *sum) for name, sum in annex.sums.items())


def stated(facts: list[Fact]) -> Counter:
    return Counter(
        (f.fields["label"], str(f.figure.value.normalize().__format__("f")), f.fields["unit"]) for f in facts
    )


def disagreeing(facts: list[Fact]) -> set[object]:
    return {fact.fields["label"] for fact in facts if fact.fields.get("agree") is not True}


def leaves(found: Counter) -> Counter:
    """Leave out the groups: in print without lines nothing tells how far down a merged cell reaches."""
    return Counter((name.rpartition("·")[2], *rest) for name, *rest in found.elements())


@pytest.mark.parametrize("name", ANNEXES)
@pytest.mark.parametrize("kind", EACH)
def test_sums_that_tie_up_are_read_and_silent(kind, name):
    annex = ANNEXES[name]
    found = read(kind, EACH[kind](annex))
    assert len(found.tables) == 1 and not found.document.notes
    facts = totals(found, 0)
    assert stated(facts) == sums(annex)
    assert disagreeing(facts) == set()
    assert [f for f in reckoned(found, "p") if f.fields.get("agree") is False] == []


@pytest.mark.parametrize("name", ANNEXES)
@pytest.mark.parametrize("kind", EACH)
def test_a_changed_cell_is_named(kind, name):
    annex = ANNEXES[name]
    found = read(kind, EACH[kind](spoilt(annex)))
    assert disagreeing(totals(found, 0)) == annex.spoilt[2]


@pytest.mark.parametrize("name", [name for name, annex in ANNEXES.items() if annex.figures])
@pytest.mark.parametrize("kind", EACH)
def test_rows_commit_to_their_figure_and_shares_of_places_to_nothing(kind, name):
    annex = ANNEXES[name]
    found = read(kind, EACH[kind](annex))
    promised = {c.label: (str(c.bound.value), c.unit) for c in found.commitments if not c.unit.startswith("元")}
    assert promised == annex.figures


@pytest.mark.parametrize("style", [*PRINTED, *WRITTEN])
def test_sums_in_print(style):
    found = in_print(style, False)
    assert len(found.tables) == len(ANNEXES)
    for index, annex in enumerate(ANNEXES.values()):
        facts = totals(found, index)
        assert leaves(stated(facts)) == leaves(sums(annex))
        assert disagreeing(facts) == set()


@pytest.mark.parametrize("style", [*PRINTED, *WRITTEN])
def test_a_changed_cell_in_print(style):
    found = in_print(style, True)
    for index, annex in enumerate(ANNEXES.values()):
        wrong = {str(label).rpartition("·")[2] for label in disagreeing(totals(found, index))}
        assert wrong == {label.rpartition("·")[2] for label in annex.spoilt[2]}


def long_table(rows: int) -> Annex:
    """Return a table of more rows than a page has."""
    lines = [f"{n}|第{n}村|{n}|{2 * n}.5" for n in range(1, rows + 1)]
    total = f"合计|<|{rows * (rows + 1) // 2}|{rows * (rows + 1) + rows / 2:g}"
    drawing = "\n".join(["序号|村名|户数（户）|资金（万元）", *lines, total])
    return Annex(drawing, {}, ((0, 0), "", frozenset()), before=("改厕任务分解表",))


@pytest.mark.parametrize("repeated", [False, True], ids=["head once", "head on every page"])
@pytest.mark.parametrize("style", PRINTED)
def test_a_table_goes_on_over_pages(style, repeated):
    annex = long_table(90)
    page = PRINTED[style](annex.drawing, annex.before, annex.after)
    if repeated:
        head, _, rest = page.partition("</tr>")
        page = head.replace("<tr>", "<thead><tr>") + "</tr></thead>" + rest
    found = read("pdf", printed(page))
    (table,) = found.tables
    assert len([row for row in table.rows if row.role == "part"]) == 90
    facts = totals(found, 0)
    assert len(facts) == 2 and disagreeing(facts) == set()
    pages = {block.page for block in found.document.blocks if block.kind == "cell"}
    assert len(pages - {None}) > 1


PROSE = [
    "一、总体要求　坚持以人民为中心，办好民生实事。",
    "二、主要任务",
    "1.城镇新增就业500人，培训不少于300人次。",
    "2.改造老旧小区3个，惠及居民260户。",
    "责任单位：县民政局　完成时限：2024年12月底",
]


def test_prose_is_no_table():
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    lists = "".join(f"<p>{title}<span style='float:right'>{n}</span></p>" for n, title in enumerate("甲乙丙丁", 1))
    found = read("pdf", printed(f"<meta charset='utf-8'><p>目录</p>{lists}{body}"))
    assert found.document.tables == ()
    assert {str(c.bound.value) for c in found.commitments} == {"500", "300", "3", "260"}
