"""Tables printed without lines and nearly without blanks, by Chromium: cells are parted at their columns, words never."""

from functools import cache
from pathlib import Path

import pytest
from office_files import printed

from engine.document import Document
from plans.pdf import READER

STYLES = {
    "as browsers set it": "",
    "a dot between": "border-spacing:0;--p:0 1px",
    "three dots": "--p:0 3px",
    "right": "text-align:right",
    "centred": "text-align:center",
    "small": "font-size:9pt",
    "wide": "width:100%",
}
TASKS = [
    ["指标", "2023年", "2024年", "责任单位"],
    ["城镇新增就业（人）", "6250", "2650", "县人社局"],
    ["开展职业培训（人次）", "1800", "2100", "县人社局"],
    ["居家适老化改造（户）", "240", "300", "县民政局"],
    ["合计", "8290", "5050", ""],
]
WHOLE = [
    ["任务", "目标值", "完成情况"],
    ["培训农民", "4000", "完成2000人，达到50%"],
    ["新增就业", "5000", "完成3000人，达到60%"],
    ["改厕", "2000户", "完成1000户"],
    ["危房改造", "3000户", "完成300户"],
]


@cache
def pages() -> Document:
    """Print both tables in every style, each on a page of its own."""
    sheets = []
    for style in STYLES.values():
        for rows in (TASKS, WHOLE):
            cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
            sheets.append(
                f"<div style='break-after:page'><p>任务分解表</p><table style='{style}'>{cells}</table><p>注：全年数。</p></div>"
            )
    head = "<!doctype html><meta charset='utf-8'><style>td{padding:var(--p,1px)}</style>"
    return READER.read(Path("附表.pdf"), printed(head + "".join(sheets)).strip())


def rows(document: Document, page: int) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for table in document.tables:
        for cell in table.cells:
            if document.blocks[document.block_at(cell.start)].page == page:
                found.setdefault(cell.row, []).append(document.text[cell.start : cell.end])
    return [found[row] for row in sorted(found)]


@pytest.mark.parametrize("number", range(len(STYLES)), ids=list(STYLES))
def test_figures_side_by_side_are_cells_of_their_own(number):
    assert rows(pages(), 2 * number + 1) == TASKS


@pytest.mark.parametrize("number", range(len(STYLES)), ids=list(STYLES))
def test_a_figure_stays_with_its_unit_and_in_its_sentence(number):
    assert rows(pages(), 2 * number + 2) == WHOLE


def test_every_cell_is_printed_where_its_span_says():
    document = pages()
    for table in document.tables:
        for cell in table.cells:
            if cell.start < cell.end:
                (box,) = document.span(cell.start, cell.end).boxes
                assert box.right - box.left < 200
