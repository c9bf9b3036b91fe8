"""A Word table as a grid: merged cells once with their extent, rows that were deleted left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree
from msgspec.structs import replace

from plans.assembly import GridCell
from plans.ooxml.names import W, child, local, number, value

_MAX_COLUMNS = 1000


def grid(table: etree._Element, words: Callable[[etree._Element], tuple[str, int]]) -> list[GridCell]:
    """Return the cells of a table; ``words`` gives a cell's text and the length of its automatic number.

    A cell without ``w:val`` in its vMerge continues the one above it, whatever text it still holds.
    """
    cells: list[GridCell] = []
    open_at: dict[int, int] = {}
    for row, element in enumerate(_parts(table, "tr")):
        column = _count(element, "trPr", "gridBefore")
        above, open_at = open_at, {}
        for part in _parts(element, "tc"):
            span = max(1, _count(part, "tcPr", "gridSpan"))
            merge = child(part, "tcPr", "vMerge")
            continued = merge is not None and merge.get(W + "val", "continue") == "continue"
            if continued and column in above:
                index = above[column]
                cells[index] = replace(cells[index], rows=row - cells[index].row + 1)
                open_at[column] = index
            elif not (value(part, "tcPr", "hMerge") == "continue" and _widen(cells, row, column, span)):
                text, generated = words(part)
                if merge is not None:
                    open_at[column] = len(cells)
                cells.append(GridCell(row, column, text, 1, span, generated))
            column = min(column + span, _MAX_COLUMNS)
    return cells


def _widen(cells: list[GridCell], row: int, column: int, span: int) -> bool:
    """Extend the cell to the left over this one, as the older ``hMerge`` asks; False when there is none."""
    last = cells[-1] if cells else None
    if last is None or last.row != row or last.column + last.columns != column:
        return False
    cells[-1] = replace(last, columns=last.columns + span)
    return True


def _count(element: etree._Element, *path: str) -> int:
    return min(max(number(element, *path) or 0, 0), _MAX_COLUMNS)


def _parts(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, through controls, without those that were deleted."""
    for part in element:
        found = local(part)
        if found == name:
            if child(part, "trPr", "del") is None and child(part, "tcPr", "cellDel") is None:
                yield part
        elif found in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
            yield from _parts(part, name)
