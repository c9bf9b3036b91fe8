"""Laws of sums in tables, over layouts made at random: a true table says nothing, one wrong figure is told."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.document import Cell, Document, Table
from engine.facts.fact import Fact
from engine.reconcile.tables.sums import table_totals
from engine.tables.read.understand import read_table

PLACES = ["青山镇", "白水镇", "红石乡", "沙河镇", "柳林乡", "石桥镇", "云岭乡", "南渡镇", "松口乡"]
DISTRICTS = ["东部片区", "中部片区", "西部片区"]
TASKS = ["改造户厕", "安装路灯", "技能培训", "新建管网", "维修水渠"]
UNITS = ["户", "盏", "人", "公里", "处"]
FIGURES = st.integers(1, 900)


@dataclass
class Layout:
    """Values by group, row and column, and how the table around them is drawn."""

    groups: list[list[list[int]]]
    subtotals: bool
    total_first: bool
    serial: bool
    units_in_head: bool
    heads: int
    percent: bool
    districts: bool
    across: bool

    @property
    def columns(self) -> int:
        return len(self.groups[0][0])


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    columns = draw(st.integers(1, 3))
    row = st.lists(FIGURES, min_size=columns, max_size=columns)
    grouped = draw(st.booleans())
    groups = draw(
        st.lists(st.lists(row, min_size=2, max_size=3), min_size=2, max_size=3)
        if grouped
        else st.lists(st.lists(row, min_size=3, max_size=6), min_size=1, max_size=1)
    )
    # A table of places has each of them once, as Office files draw it; a head of three rows has a title over all.
    return Layout(
        groups, grouped, draw(st.booleans()), draw(st.booleans()), draw(st.booleans()),
        draw(st.integers(1, 3)) if columns > 1 else 1, draw(st.booleans()), grouped and draw(st.booleans()),
        columns > 1 and draw(st.booleans()),
    )  # fmt: skip


def added(rows: list[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


class Drawing:
    """A table under way: its cells, the text that they point into and where its figures stand."""

    def __init__(self) -> None:
        self.text, self.cells, self.row = "", [], 0
        self.figures: dict[tuple[str, int, int], int] = {}

    def put(self, words: str, row: int, column: int, rows: int = 1, columns: int = 1) -> None:
        self.cells.append(Cell(row, column, len(self.text), len(self.text) + len(words), rows, columns))
        self.text += words + "\n"


def drawn(layout: Layout, wrong: tuple[int, int, int] | None = None) -> list[Fact]:
    """Return the facts on totals of a layout; ``wrong`` is which line of figures and column is printed off by how much."""
    page, lead = Drawing(), int(layout.serial) + int(layout.districts)
    _head(page, layout, lead)
    lines: list[tuple[str, list[int]]] = []
    places = iter(PLACES)
    spans: dict[int, tuple[str, int]] = {}
    for district, members in zip(DISTRICTS, layout.groups, strict=False):
        spans[len(lines) + layout.total_first] = district, len(members) + layout.subtotals
        lines += [(next(places), values) for values in members]
        if layout.subtotals:
            lines.append(("小计", added(members)))
    whole = added([values for members in layout.groups for values in members])
    lines.insert(0 if layout.total_first else len(lines), ("合计", whole))
    for number, (name, values) in enumerate(lines):
        if layout.districts and number in spans:
            page.put(spans[number][0], page.row, int(layout.serial), rows=spans[number][1])
        off = [wrong[2] if wrong and wrong[:2] == (number, column) else 0 for column in range(layout.columns)]
        _line(page, layout, lead, name, [v + o for v, o in zip(values, off, strict=True)], sum(values))
    table = Table(tuple(page.cells), "任务分解表")
    document = Document("plan.txt", "", "txt", page.text, (), in_file=True)
    return list(table_totals([read_table(table, page.text, "t")], document, "plan"))


def _head(page: Drawing, layout: Layout, lead: int) -> None:
    units = [UNITS[0]] * len(TASKS) if layout.across else UNITS
    names = [f"{t}（{u}）" if layout.units_in_head else t for t, u in zip(TASKS, units, strict=True)][: layout.columns]
    tall = layout.heads
    if layout.serial:
        page.put("序号", 0, 0, rows=tall)
    if layout.districts:
        page.put("片区", 0, int(layout.serial), rows=tall)
    page.put("乡镇", 0, lead, rows=tall)
    for level in range(tall - 1):
        page.put(["年度任务", "民生实事"][level], level, lead + 1, columns=layout.columns)
    for column, name in enumerate(names):
        page.put(name, tall - 1, lead + 1 + column)
    behind = lead + 1 + layout.columns
    if layout.across:
        page.put(f"合计（{UNITS[0]}）" if layout.units_in_head else "合计", 0, behind, rows=tall)
    if layout.percent:
        page.put("完成率（%）", 0, behind + bool(layout.across), rows=tall)
    page.row = tall


def _line(page: Drawing, layout: Layout, lead: int, name: str, values: list[int], across: int) -> None:
    special = name in ("小计", "合计")
    if layout.serial:
        page.put("" if special else str(1 + sum(c.column == 0 for c in page.cells) - 1), page.row, 0)
    page.put(name, page.row, lead)
    for column, value in enumerate(values):
        unit = "" if layout.units_in_head else UNITS[0 if layout.across else column]
        page.put(f"{value}{unit}", page.row, lead + 1 + column)
    behind = lead + 1 + layout.columns
    if layout.across:
        page.put(f"{across}{'' if layout.units_in_head else UNITS[0]}", page.row, behind)
    if layout.percent:
        page.put("98.5", page.row, behind + bool(layout.across))
    page.row += 1


def wrong_in(facts: list[Fact]) -> list[str]:
    return [str(f.fields["label"]) for f in facts if f.fields.get("agree") is False]


@given(layouts())
@settings(max_examples=150)
def test_a_true_table_has_no_wrong_total(layout: Layout) -> None:
    assert wrong_in(drawn(layout)) == []


@given(layouts(), st.data())
@settings(max_examples=200)
def test_one_wrong_figure_is_found_in_its_own_column(layout: Layout, data: st.DataObject) -> None:
    lines = sum(map(len, layout.groups)) + len(layout.groups) * layout.subtotals + 1
    at, column = data.draw(st.integers(0, lines - 1)), data.draw(st.integers(0, layout.columns - 1))
    off = data.draw(st.integers(1, 90))
    found = wrong_in(drawn(layout, (at, column, off)))
    # A row that a column adds up is wrong as well; nothing else is.
    down = [label for label in found if not label.endswith("合计")]
    assert down and all(TASKS[column] in label for label in down)
    assert not layout.across or len(found) > len(down)
