"""A row of a table named after an item of the plan, held against what the item itself says: 改造农贸市场 … 总投资2860万元 | 2680."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from engine.commitment import Commitment, Extraction
from engine.patterns import lazy

_LEAST_TITLE = 4
_TWO = 2
_KINDS = lazy(r"(?:金额|数量|总数|额|数)$")
_NOISE = lazy(r"[\s、,，。:：;；“”\"‘’()（）·]|项目|工程|行动")
# A column of a stage or of one year holds what is to be reached by then.
_PART_OF_TIME = lazy(r"季度|半年|\d月|累计|已完成|[上去往]年|进度|阶段|20\d\d年")
_PLACES = frozenset("个处座所家")
_PER_HEAD = ("%", "‰")

Pair = tuple[Commitment, Commitment]


def pairs_by_item(extraction: Extraction) -> Iterator[Pair]:
    """Yield each figure of an item with that of the table's row that bears the item's title and measures the same.

    What is left of the cell's name behind the title (总投资) has to be the name of the figure. Where nothing is left, it is
    no money and the item has to have one figure of the unit which is no part of another; several that add up to the cell, or one that
    equals it, leave nothing to say.
    """
    titles = _titles(extraction)
    cells = {e.start for table in extraction.tables for row in table.rows for e in row.entries if e.state == "figure"}
    rows = {e.start: row.label for table in extraction.tables for row in table.rows for e in row.entries}
    own: dict[str, list[Commitment]] = defaultdict(list)
    for c in extraction.commitments:
        if c.item and c.start not in cells and c.bound.op == "=" and not c.relative:
            own[c.item].append(c)
    for cell in extraction.commitments:
        if cell.start not in cells or cell.compared_unit in _PER_HEAD:
            continue
        label = _bare(cell.label)
        title = max((t for t in titles if label.startswith(t)), key=len, default="")
        if not title and (row := _bare(rows.get(cell.start, ""))) in titles:
            title = label = row
        if title and (figure := _answer(own[titles[title]], cell, title, label.removeprefix(title))):
            yield (figure, cell) if figure.start < cell.start else (cell, figure)
    yield from _across_tables([c for c in extraction.commitments if c.start in cells], titles)
    yield from _in_words(extraction, titles, own)


def _in_words(extraction: Extraction, titles: dict[str, str], own: dict[str, list[Commitment]]) -> Iterator[Pair]:
    """Yield a figure that a cell of words gives (年度目标: 新建广场26处) with that of the item its row is named after.

    The cell has to name it by what the item names it by, and each of them may have one figure of its unit alone.
    """
    figures = sorted(extraction.commitments, key=_start)
    for cell in (words for table in extraction.tables for words in table.words):
        item = titles.get(_bare(cell.row_label))
        if item is None or _PART_OF_TIME.search(cell.column_label):
            continue
        within = figures[bisect_left(figures, cell.start, key=_start) : bisect_left(figures, cell.end, key=_start)]
        outside = [c for c in own[item] if not cell.start <= c.start < cell.end and c.part_of is None]
        for figure in within:
            unit = _counted_in(figure)
            told = [c for c in outside if _counted_in(c) == unit]
            alone = len(told) == 1 == sum(_counted_in(c) == unit for c in within)
            if alone and unit not in (*_PER_HEAD, "") and _named_alike(figure, told[0]) and figure.bound.op == "=":
                yield (told[0], figure) if told[0].start < figure.start else (figure, told[0])


def _start(figure: Commitment) -> int:
    return figure.start


def _counted_in(figure: Commitment) -> str:
    """Return the unit of a figure; places are counted by whichever word (26处, 26个)."""
    unit = figure.unit or figure.compared_unit
    return "个" if unit in _PLACES else unit


def _named_alike(figure: Commitment, told: Commitment) -> bool:
    """Whether one name holds all that the other says: 新建广场 of 新建社区健身广场."""
    one, other = (set(_kind(_bare(c.label))) for c in (figure, told))
    return bool(one and other) and (one <= other or other <= one)


def _across_tables(cells: Sequence[Commitment], titles: dict[str, str]) -> Iterator[Pair]:
    """Yield the one figure of a unit that each of two tables gives in its rows of one item."""
    found: dict[tuple[str, str], dict[str, list[Commitment]]] = defaultdict(lambda: defaultdict(list))
    for cell in cells:
        unit = cell.compared_unit
        title = max((t for t in titles if _bare(cell.label).startswith(t)), key=len, default="")
        if title and unit and unit != "元" and unit not in _PER_HEAD and "/" not in unit:
            found[title, unit][cell.id.rpartition(".")[0]].append(cell)
    for tables in found.values():
        figures = [rows[0] for rows in tables.values() if len(rows) == 1]
        if len(figures) == len(tables) == _TWO:
            yield figures[0], figures[1]


def _titles(extraction: Extraction) -> dict[str, str]:
    """Return the items by their titles; titles that stand twice name nothing."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for item in extraction.items:
        title = _bare(item.title)
        if title in found:
            twice.add(title)
        found[title] = item.id
    return {title: item for title, item in found.items() if len(title) >= _LEAST_TITLE and title not in twice}


def _answer(figures: Sequence[Commitment], cell: Commitment, title: str, rest: str) -> Commitment | None:
    same = [c for c in figures if c.compared_unit == cell.compared_unit]
    if rest:
        named = [c for c in same if _kind(_bare(c.label).removeprefix(title)) == _kind(rest)]
        return named[0] if len(named) == 1 else None
    if cell.compared_unit == "元":
        return None
    values = [c.bound.value for c in same]
    wholes = [c for c in same if c.part_of is None]
    if cell.bound.value in (*values, sum(values), sum(c.bound.value for c in wholes)) and len(same) > 1:
        return None
    return wholes[0] if len(wholes) == 1 else None


def _kind(label: str) -> str:
    return _KINDS.sub("", label)


def _bare(label: str) -> str:
    return _NOISE.sub("", label)
