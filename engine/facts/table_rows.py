"""Rows of an annex that lists tasks with their offices: a row whose office is left blank is a task that nobody has."""

from __future__ import annotations

from collections.abc import Iterator

from engine.commitment import Extraction
from engine.extract.cells.task_rows import rows_of_tasks
from engine.facts.fact import Fact
from engine.facts.items import Told, item_fact
from engine.tables.words import is_total

_LEAST_ROWS = 3
_UNANSWERED = Told(figures=1, empty=False, siblings_responsible=True, leaf=False)


def unanswered_rows(extraction: Extraction, plan: str) -> Iterator[Fact]:
    """Yield an ``item`` fact for each task of an annex's table without an office, where most rows beside it name one.

    The table of a plan that is nothing but a list has its rows among the items already.
    """
    known = {item.id for item in extraction.items}
    for read in extraction.tables:
        rows = [item for item in rows_of_tasks(read, extraction) if not is_total(item.title)]
        blank = [item for item in rows if not item.responsible]
        if len(rows) < _LEAST_ROWS or 2 * len(blank) >= len(rows):
            continue
        for item in blank:
            if item.id in known:
                continue
            span = extraction.document.span(item.start, item.start + len(item.title))
            yield item_fact(item, plan, _UNANSWERED, span)
