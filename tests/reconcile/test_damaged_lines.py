"""A flattened matrix that lost or changed one line: an error is seen, damage never makes one."""

from table_samples import document_of, in_lines

from engine.facts.fact import Fact
from engine.reconcile.tables.sums import table_totals
from engine.tables.find.flattened import find_flattened
from engine.tables.read.understand import read_table

NAMES = ["东河镇", "西岭乡", "北溪镇", "南湖镇", "中原乡", "上坪镇", "下湾镇", "左山乡", "右水乡", "城关镇"]
COUNTS = [[20 * i + 30 for i in range(10)], [0, 0, 3, 5, 0, 0, 8, 0, 2, 0], [i * i + 1 for i in range(10)]]
HEADS = ["新增就业{}人", "完成{}户困难老年人适老化改造", "新建改建农村集中供水点{}处"]
ROWS = [
    ["乡镇", "项目", *(head.format(sum(column)) for head, column in zip(HEADS, COUNTS, strict=True))],
    *([name, *(str(c[i]) if c[i] else "" for c in COUNTS)] for i, name in enumerate(NAMES)),
    ["", *(str(sum(column)) for column in COUNTS)],
]
LINES = in_lines(ROWS).split("\n\n")
FIRST, LAST = 5, 5 + 4 * len(NAMES)


def facts_of(lines: list[str]) -> list[Fact]:
    text = "\n\n".join(["附件3", "东山县重点民生实事项目乡镇任务明细表", *lines, "注:各乡镇做好宣传发动", "打印"])
    document = document_of(text)
    reads = [read_table(table, text, str(i)) for i, table in enumerate(find_flattened(text))]
    return list(table_totals(reads, document, "p"))


def test_the_sample_ties_up() -> None:
    assert [fact.fields.get("agree") for fact in facts_of(LINES)] == [True, True, True]


def test_a_line_lost_never_makes_an_error() -> None:
    for index in range(FIRST, LAST):
        facts = facts_of(LINES[:index] + LINES[index + 1 :])
        assert not [f.fields["label"] for f in facts if f.fields.get("agree") is False], LINES[index]


def test_every_changed_figure_is_seen_in_its_own_column() -> None:
    for index in range(FIRST, LAST):
        if LINES[index].isdigit():
            changed = [*LINES[:index], str(int(LINES[index]) + 3), *LINES[index + 1 :]]
            wrong = [f.fields["label"] for f in facts_of(changed) if f.fields.get("agree") is not True]
            assert wrong == [ROWS[0][2 + (index - FIRST) % 4 - 1]], LINES[index]
