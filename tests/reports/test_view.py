"""The view behind every format: order, counts, places, the plan's text and the tables."""

from __future__ import annotations

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from engine.check import document_of
from engine.commitment import Extraction, Item, Metadata, ReadTable
from engine.document import Block, Cell, Document, Span, Table
from engine.extract import extract
from engine.facts.fact import Evidence
from engine.judge.finding import Coverage, PlanResult, Waiver
from engine.wording import Text
from reports import renderer_named
from reports.parts.grids import Grids
from reports.parts.plan_text import Mark, Paragraph, TextTable, paragraphs
from reports.parts.printing import visible
from reports.parts.quotes import Locator, Place, Quote
from reports.parts.silence import told_together
from reports.parts.view import view_of
from reports.renderer import RenderOptions


def plan_view(**more):
    return view_of(factory.audit(factory.plan(**more))).plans[0]


def segments(blocks):
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.segments
        else:
            yield from (s for row in block.rows for cell in row for s in cell.segments)


def test_findings_come_by_severity_then_place_and_waived_ones_last():
    rules = [f.finding.rule for f in plan_view().findings]
    assert rules == [
        *("count-mismatch", "below-floor", "sum-mismatch"),
        *("approximate-floor", "weak-commitment", "unit-incomparable", "requirement-missing", "responsible-missing"),
    ]


@given(st.permutations(factory.findings()))
def test_the_order_in_which_findings_are_given_does_not_matter(order):
    assert plan_view(findings=tuple(order)).findings == plan_view().findings


def test_counts_add_up():
    plan = plan_view()
    assert (plan.counts.error, plan.counts.warning, plan.counts.note, plan.counts.waived) == (3, 1, 3, 1)
    assert plan.counts.total == len(plan.findings) == 8
    assert sum(plan.statuses.values()) == len(plan.coverage) == 10
    for by in ("item", "standard"):
        assert sum(g.counts.total for g in plan.groups(by)) == 8


def test_a_status_that_nobody_counts_is_a_fault():
    odd = Coverage("bus", factory.STANDARD, "x", "maybe", Text("", ""))
    with pytest.raises(AssertionError):
        plan_view(coverage=(odd,))


def test_a_finding_of_two_units_stands_under_both():
    groups = {g.name: [f.finding.rule for f in g.findings] for g in plan_view().groups("responsible")}
    assert groups["县农业农村局"] == groups["县住房和城乡建设局"] == ["sum-mismatch"]
    assert list(groups)[-1] == ""


def test_a_quote_has_its_sentence_and_its_place():
    quote = plan_view().findings[1].side("plan")[0]
    assert quote.text == "不低于每人每月1080元"
    assert quote.before.endswith("散居孤儿基本生活保障标准") and quote.before.startswith("…")
    assert quote.after == "。"
    assert quote.place.words("zh") == "第一项“困难群众救助”，第7行"
    assert quote.place.words("en") == "item 一 “困难群众救助”, line 7"


@pytest.mark.parametrize(
    ("number", "title", "words"),
    [
        ("1.", "“四好农村路”建设", "第1项“‘四好农村路’建设”"),
        ("（三）", "就业", "第三项“就业”"),
        ("", "就业", "第7项“就业”"),
    ],
)
def test_a_place_names_its_item_as_people_would(number, title, words):
    text = "甲乙丙"
    document = Document("a.docx", "", "docx", text, (Block(0, 3),))
    item = Item("7", number, title, (), 0, 3)
    place = Locator(Extraction(document, Metadata(), (item,))).place(Span("a.docx", "乙"), (1, 2))
    assert place.words("zh") == words


def test_the_standard_side_says_from_when_until_when_it_is_in_force():
    basis = plan_view().findings[1].basis
    assert basis.value.since.isoformat() == "2024-01-01" and basis.value.until.isoformat() == "2024-12-31"
    assert plan_view(on="2025-01-01").findings[1].basis.value is None
    assert plan_view(on="").findings[1].basis.value is None


def test_findings_with_one_fingerprint_get_two_anchors():
    twice = (factory.below_floor(), replace(factory.below_floor(), label="再次"))
    anchors = [f.anchor for f in plan_view(findings=twice).findings]
    assert len(set(anchors)) == 2 and anchors[0].startswith("f-")


def test_anchors_of_two_plans_do_not_clash():
    view = view_of(factory.audit(factory.plan(), factory.plan(file="另一份.txt")))
    anchors = [f.anchor for f in view.all_findings()]
    assert len(set(anchors)) == len(anchors) == 16


def test_what_could_not_be_checked_is_listed_once():
    told = plan_view().undecided
    assert [c.coverage.requirement for c in told] == ["unemployment", "doctor"]
    loose = plan_view(coverage=()).undecided
    assert [f.finding.rule for f in loose] == ["approximate-floor", "unit-incomparable"]


# the plan's text


def shown(text, marks=(), tables=()):
    document = Document("a.txt", "", "text", text, (Block(0, len(text)),), tables, in_file=True)
    return paragraphs(document, tables, marks)


MARKS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 3)), max_size=8)


@given(st.text("甲乙丙1%，\n ", max_size=40), MARKS)
def test_no_word_of_the_plan_is_lost_or_doubled_however_marks_overlap(text, edges):
    marks = [Mark(min(a, b), min(max(a, b), len(text)), n, "error" if n else None, f"f-{n}") for a, b, n in edges]
    pieces = list(segments(shown(text, marks)))
    assert "".join("".join(p.text for p in pieces).split()) == "".join(text.split())


@given(st.text("甲乙丙丁", min_size=12, max_size=12), MARKS)
def test_every_piece_carries_exactly_the_marks_that_cover_it(text, edges):
    marks = [Mark(min(a, b), min(max(a, b), 12), n, "note", f"f-{n}") for a, b, n in edges]
    at = 0
    for piece in segments(shown(text, marks)):
        covering = {m for m in marks if m.start <= at and at + len(piece.text) <= m.end and m.start < m.end}
        assert set(piece.marks) == covering
        at += len(piece.text)


def test_a_mark_within_a_mark_shows_the_graver_one_and_both_numbers():
    marks = [Mark(0, 6, 2, "note", "f-2"), Mark(2, 4, 1, "error", "f-1"), Mark(2, 4, 0, None, "")]
    first, inner, last = segments(shown("甲乙丙丁戊己", marks))
    assert (first.chief.number, inner.chief.number, last.chief.number) == (2, 1, 2)
    assert [m.number for m in inner.closes] == [1] and [m.number for m in last.closes] == [2]
    assert (first.opens, inner.opens, last.opens) == (0, 2, None)


def test_a_table_is_shown_as_a_table_with_its_words_once():
    blocks = plan_view().text
    tables = [b for b in blocks if isinstance(b, TextTable)]
    assert len(tables) == 1 and [len(row) for row in tables[0].rows] == [3] * 10
    words = "".join(s.text for s in segments(blocks))
    assert words.count("城关镇") == 1
    assert "".join(words.split()) == "".join(factory.PLAN.split())


def test_words_between_cells_keep_a_table_from_swallowing_them():
    text = "甲 说明文字 乙"
    table = Table((Cell(0, 0, 0, 1), Cell(0, 1, 7, 8)))
    blocks = shown(text, (), (table,))
    assert not any(isinstance(b, TextTable) for b in blocks)
    assert "".join(s.text for s in segments(blocks)) == text


# places in files without offsets


def binary_plan():
    text = "第一段\n保障1080元，共1080元\n1950\n甲"
    blocks = (Block(0, 3, page=1), Block(4, 18, page=2), Block(19, 23, "cell", page=2, cell="T1!B2"), Block(24, 25))
    table = Table((Cell(0, 0, 19, 23),))
    document = Document("计划.docx", "", "docx", text, blocks, (table,))
    return Extraction(document, Metadata())


@pytest.mark.parametrize(
    ("span", "where"),
    [
        (Span("计划.docx", "第一段", page=1, block=0), (0, 3)),
        (Span("计划.docx", "1950", page=2, block=2, cell="T1!B2"), (19, 23)),
        (Span("计划.docx", "共1080元", page=2, block=1), (12, 18)),
        (Span("计划.docx", "1080元", page=2, block=1), None),  # stands there twice: no place is better than a wrong one
        (Span("计划.docx", "无此文", page=2, block=1), None),
        (Span("计划.docx", "第一段", page=9, block=9), None),
        (Span("别的.docx", "第一段", page=1, block=0), None),
    ],
)
def test_a_quote_of_a_binary_file_is_found_by_its_span_only(span, where):
    assert Locator(binary_plan()).offsets(span) == where


def test_a_figure_that_its_paragraph_has_twice_is_the_one_that_was_read():
    document = document_of("第一段\n每个镇街2个，力争创建示范点2个", "计划.docx")
    document = replace(document, in_file=False)
    extraction = extract(document)
    places = [Locator(extraction).quote(Evidence("plan", c.span)) for c in extraction.commitments]
    assert [(q.text, q.start) for q in places] == [("2个", 8), ("2个", 18)]


def test_a_place_in_a_binary_file_is_told_by_page_and_paragraph():
    place = Locator(binary_plan()).quote(Evidence("plan", Span("计划.docx", "第一段", page=1, block=0))).place
    assert place.words("zh") == "第1页，第1段"
    assert place.words("en") == "page 1, paragraph 1"


# tables behind sums


def wide_table(height, width):
    cells, text, at = [], [], 0
    for row in range(height):
        for column in range(width):
            words = f"{row}.{column}"
            cells.append(Cell(row, column, at, at + len(words)))
            text.append(words)
            at += len(words) + 1
    table = Table(tuple(cells))
    document = Document("a.txt", "", "text", "\t".join(text), (Block(0, at),), (table,), in_file=True)
    return Extraction(document, Metadata(), tables=(ReadTable("t", "大表", table, 1, ()),))


def quoted(extraction, row, column, role):
    cell = next(c for c in extraction.tables[0].table.cells if (c.row, c.column) == (row, column))
    return Locator(extraction).quote(Evidence(role, extraction.document.span(cell.start, cell.end)))


@pytest.mark.parametrize(("height", "width"), [(4, 5), (40, 30)])
def test_rows_and_columns_left_out_are_counted(height, width):
    extraction = wide_table(height, width)
    marked = [quoted(extraction, row, width - 1, "part") for row in (1, 2)]
    table = Grids(extraction).view([*marked, quoted(extraction, 3, width - 1, "total")])
    assert len(table.rows) + table.hidden_rows == height
    assert len(table.rows[0]) + table.hidden_columns == width
    roles = [cell.role for row in table.rows for cell in row if cell.role]
    assert roles == ["part", "part", "total"]
    assert (table.hidden_rows > 0) == (height > 4)


def test_a_merged_cell_keeps_its_place_when_its_neighbours_are_left_out():
    base = wide_table(40, 30)
    cells = (Cell(0, 0, 0, 3, columns=30), *(c for c in base.tables[0].table.cells if c.row))
    read = replace(base.tables[0], table=Table(cells))
    extraction = replace(base, tables=(read,))
    table = Grids(extraction).view([quoted(extraction, 5, 20, "part"), quoted(extraction, 6, 20, "total")])
    assert [sum(cell.columns for cell in row) for row in table.rows] == [3, 3, 3]


def test_parts_are_named_by_their_row():
    view = next(f for f in plan_view().findings if f.finding.rule == "sum-mismatch")
    assert [p.label for p in view.table.parts] == [*(row[0] for row in factory.ROWS), "合计"]
    assert [q.text for q in view.working] == [*(row[1] for row in factory.ROWS), "1950"]


def test_evidence_that_stands_in_no_table_has_no_table():
    quote = Quote("total", "1950", Locator(factory.extraction()).place(factory.span("1950户"), None), start=3, end=5)
    assert Grids(factory.extraction()).view([quote]) is None


def test_a_file_that_could_not_be_read_has_a_view():
    lost = PlanResult("a.docx", "", None, (), "2024-12-31", "review", "中", (), ())
    plan = view_of(factory.audit(lost)).plans[0]
    assert plan.title == "a.docx" and plan.text == () and plan.undecided == ()


def test_hidden_characters_are_not_shown_as_nothing():
    assert visible("甲\u202e乙\x00") == "甲‹U+202E›乙‹U+0000›"
    assert visible("甲\r\n乙\t丙") == "甲\n乙\t丙"


@pytest.mark.parametrize(
    ("file", "cell", "zh", "en"),
    [
        ("方案.docx", "T1!B10", "表1第10行第2列", "table 1, row 10, column 2"),
        ("方案.pdf", "T12!AB3", "表12第3行第28列", "table 12, row 3, column 28"),
        ("台账.xlsx", "Sheet1!H16", "单元格Sheet1!H16", "cell Sheet1!H16"),
        ("台账.XLSX", "T1!B10", "单元格T1!B10", "cell T1!B10"),
        ("方案.docx", "附表!C2", "单元格附表!C2", "cell 附表!C2"),
    ],
)
def test_a_cell_is_named_as_people_find_it(file, cell, zh, en):
    place = Place(file, cell=cell)
    assert (place.words("zh"), place.words("en")) == (zh, en)


def silences(count):
    """So many notes of standards on which the plan says nothing."""
    note = replace(factory.missing(), severity="note", verdict="not-addressed")
    return tuple(
        replace(note, fingerprint=f"{n:016x}", key=f"{n:016x}", message=Text(f"方案没有规定第{n}项", f"Nothing of {n}"))
        for n in range(count)
    )


class TestSilence:
    """Standards on which a plan is silent do not bury what is wrong in it."""

    @pytest.mark.parametrize(("count", "together"), [(0, []), (2, []), (3, [3]), (23, [23])])
    def test_many_are_told_together_and_counted_one_by_one(self, count, together):
        plan = factory.plan(findings=(factory.below_floor(), factory.weak_word(), *silences(count)))
        (view,) = view_of(factory.audit(plan)).plans
        groups = list(told_together(view.findings))
        assert [len(group) for group in groups if len(group) > 1] == together
        assert sum(map(len, groups)) == view.counts.total == count + 2
        assert [v.number for group in groups for v in group] == list(range(1, count + 3))

    @pytest.mark.parametrize(
        "other",
        [
            {"severity": "warning"},
            {"verdict": "violates"},
            {"standard": None},
            {"evidence": (factory.plan_words("1080元"),)},
            {"waiver": Waiver("a", "b", "2024-12-31")},
        ],
    )
    def test_nothing_else_is(self, other):
        plan = factory.plan(findings=tuple(replace(found, **other) for found in silences(5)))
        (view,) = view_of(factory.audit(plan)).plans
        assert all(len(group) == 1 for group in told_together(view.findings))

    @pytest.mark.parametrize("form", ["text", "md", "html", "json"])
    @pytest.mark.parametrize("lang", ["zh", "en"])
    def test_every_one_can_be_found_in_every_report(self, form, lang):
        audit = factory.audit(factory.plan(findings=(factory.below_floor(), *silences(23))))
        made = renderer_named(form).render(audit, RenderOptions(lang=lang)).decode()
        assert all(found.fingerprint in made for found in silences(23))
        if form in ("text", "md"):
            assert made.count("requirement-missing") == (1 if form == "text" else 23)
            assert "2–24." in made and len(made.splitlines()) < 110
