"""What the text says of a task, held against the row of a table that the task names: 老旧小区改造…惠及住户3120户 … 城镇老旧小区改造 | 住户3210户."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from engine.commitment import Commitment, Extraction
from engine.extract.cells.columns import milestones, promising_nothing
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.reconcile.prose.common import words_before
from engine.tables.model import TableWords

Pair = tuple[Commitment, Commitment]

_ENDS = "。;；\n"
_SET_OUT = lazy("^(?:城镇|农村|城乡|全面|推进|实施|开展|加快|持续)+|(?:工程|项目|工作|建设|行动|提升|提标)$")
# What only says that something is reached: 惠及住户 counts 住户.
_REACHES = lazy(
    "^(?:预计|共计|累计|全年|可|将|直接|其中)*(?:惠及|涉及|覆盖|受益|服务|保障|面向|解决|改善|带动|完成|共|达到?)+(?:的|到)?"
)
_PART = lazy("其中|已|累计|上年|去年|首批|前期|半年|季度|\\d月|每")
_LEAST_NAME, _LEAST_THING = 4, 2
_LONGEST = 200
_NO_COUNT = ("%", "‰", "")


def pairs_by_named_rows(extraction: Extraction) -> Iterator[Pair]:
    """Yield a figure of the text and the one in a cell of words of the row that its sentence names, each the only one of its thing.

    Both have to count the same thing by the words right before them, in one unit.
    """
    cells = _cells(extraction)
    if not cells:
        return
    figures = sorted(
        (c for c in extraction.commitments if c.bound.op == "=" and not c.relative and c.part_of is None),
        key=_start,
    )
    text = fold(extraction.document.text)
    inside = {c.id for w in cells for c in _within(figures, w)}
    prose = [c for c in figures if c.id not in inside and c.section in ("body", "requirements")]
    for words in cells:
        name = _bare(words.row_label)
        told = [c for c in prose if name in _before(text, c)] if len(name) >= _LEAST_NAME else []
        for cell in _within(figures, words) if told else ():
            same = [c for c in told if _counts_the_same(c, cell, text)]
            twins = [c for c in _within(figures, words) if _counts_the_same(c, cell, text)]
            if len(same) == len(twins) == 1:
                yield (same[0], cell) if same[0].start < cell.start else (cell, same[0])


def _cells(extraction: Extraction) -> list[TableWords]:
    """Return the cells of words that say what their rows are to reach in the year."""
    found = []
    for table in extraction.tables:
        aside = milestones(table) | {w.column_label for w in promising_nothing(table, extraction.metadata.year)}
        found += [w for w in table.words if w.column_label not in aside and w.end - w.start > len(w.row_label)]
    return found


def _within(figures: Sequence[Commitment], words: TableWords) -> Sequence[Commitment]:
    return figures[bisect_left(figures, words.start, key=_start) : bisect_left(figures, words.end, key=_start)]


def _start(figure: Commitment) -> int:
    return figure.start


def _bare(name: str) -> str:
    return _SET_OUT.sub("", fold("".join(name.split())))


def _before(text: str, figure: Commitment) -> str:
    """Return the words of a figure's sentence, or of its part up to a semicolon, before it."""
    low = max(0, figure.start - _LONGEST)
    return text[max((text.rfind(mark, low, figure.start) for mark in _ENDS), default=low) + 1 : figure.start]


def _counts_the_same(one: Commitment, other: Commitment, text: str) -> bool:
    if one.compared_unit != other.compared_unit or one.compared_unit in _NO_COUNT or "/" in one.compared_unit:
        return False
    said = [words_before(text, c.start) for c in (one, other)]
    things = sorted((_REACHES.sub("", words.rpartition("、")[2]) for words in said), key=len)
    named = len(things[0]) >= _LEAST_THING and things[1].endswith(things[0])
    return named and not any(_PART.search(words) for words in said)
