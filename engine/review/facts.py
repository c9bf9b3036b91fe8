"""Everything that reading a document as an editor gives, as facts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from engine.commitment import Extraction
from engine.facts.fact import Fact
from engine.requirement import Repeal
from engine.review.annexes import annex_facts
from engine.review.calendar_slips import calendar_facts
from engine.review.citations import cited_facts, number_facts
from engine.review.dates import date_facts
from engine.review.doubtful import doubtful_facts
from engine.review.due import due_facts
from engine.review.garbled import garbled_facts
from engine.review.misnamed import misnamed_facts
from engine.review.names import name_facts
from engine.review.numbering import numbering_facts
from engine.review.omissions import omission_facts
from engine.review.page import Page
from engine.review.places import place_facts
from engine.review.row_terms import row_term_facts
from engine.review.terms import term_facts
from engine.review.units import unit_facts
from engine.review.years import year_facts

_REVIEWS = (
    annex_facts,
    number_facts,
    garbled_facts,
    doubtful_facts,
    numbering_facts,
    name_facts,
    omission_facts,
    date_facts,
    year_facts,
    calendar_facts,
    place_facts,
    misnamed_facts,
    term_facts,
    due_facts,
    row_term_facts,
    unit_facts,
)


def review_facts(
    extraction: Extraction, plan: str, known: Mapping[str, bool | Repeal] | None = None, ended: Collection[str] = ()
) -> Iterator[Fact]:
    """Yield the ``reference`` and ``oddity`` facts of a document.

    ``known`` leads from the numbers and titles of documents to whether they are repealed
    (see :func:`engine.review.citations.cited_facts`); without it nothing is said of the documents cited,
    except of those that the higher document puts out of force (``ended``).
    """
    page = Page(extraction, plan)
    for review in _REVIEWS:
        yield from review(page)
    yield from cited_facts(page, known, ended)
