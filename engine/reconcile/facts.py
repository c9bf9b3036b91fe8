"""Every fact that the arithmetic of one plan gives."""

from __future__ import annotations

from collections.abc import Iterator

from engine.commitment import Extraction
from engine.facts.fact import Fact
from engine.reconcile.changes import change_facts
from engine.reconcile.counts import count_facts
from engine.reconcile.parts import parts_facts
from engine.reconcile.products import product_facts
from engine.reconcile.ratios import ratio_facts
from engine.reconcile.restated import heads_against_totals, restated_facts
from engine.reconcile.sums import table_totals


def reconcile(extraction: Extraction, plan_id: str) -> Iterator[Fact]:
    """Yield the facts of kind total, parts, restatement, count, change, product and ratio of one plan, each id once."""
    document = extraction.document
    yield from table_totals(extraction.tables, document, plan_id)
    yield from parts_facts(extraction, plan_id)
    yield from restated_facts(extraction, plan_id)
    yield from heads_against_totals(extraction.tables, document, plan_id)
    yield from count_facts(extraction, document.text, plan_id)
    yield from change_facts(extraction, plan_id)
    yield from product_facts(extraction, plan_id)
    yield from ratio_facts(extraction, plan_id)
