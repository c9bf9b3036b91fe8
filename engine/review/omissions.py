"""Targets that stand in the text and not in the annex that breaks it down, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from engine.commitment import Commitment
from engine.facts.fact import Fact
from engine.patterns import lazy
from engine.reconcile.prose.common import words_after, words_before
from engine.review.page import Page
from engine.wording import phrase

_NUMBER = lazy(r"\d[\d,]*(?:\.\d+)?")
_LEAST_FIGURES = 5
_MOSTLY = (7, 10)
_FEW = (3, 10)
_TRIVIAL = Decimal(1)
_SHARED_WORDS = 4


def omission_facts(page: Page) -> Iterator[Fact]:
    """Yield an ``oddity`` fact for each figure of the text that its annex leaves out, and the reverse.

    Only where an annex restates most of the text's figures: else it is a table of something else. A number that
    stands anywhere on the other side counts as there, and so does a name that has another figure there.
    """
    own = [c for c in page.extraction.commitments if not c.relative]
    body = [c for c in own if c.section == "body"]
    annex = [c for c in own if c.section == "annex"]
    if len(body) < _LEAST_FIGURES or len(annex) < _LEAST_FIGURES:
        return
    split, text = page.given_annex_start, page.folded
    text_numbers, annex_numbers = _numbers(text[:split]), _numbers(text[split:])
    restated = [c for c in body if _printed(c) <= annex_numbers]
    if len(restated) * _MOSTLY[1] < len(body) * _MOSTLY[0]:
        return
    yield from _only(page, body, annex_numbers, page.bare_annex, "not-in-annex")
    yield from _only(page, annex, text_numbers, page.bare_body, "not-in-body")


def _only(
    page: Page, figures: Sequence[Commitment], numbers: frozenset[str], elsewhere: str, form: str
) -> Iterator[Fact]:
    """Yield a fact for the figures whose numbers and names are nowhere ``elsewhere``; none if they are many."""
    alone = [
        c
        for c in figures
        if c.bound.value != _TRIVIAL and not _printed(c) <= numbers and not _named(page, c, elsewhere)
    ]
    if len(alone) * _FEW[1] > len(figures) * _FEW[0]:
        return
    for commitment in alone:
        detail = phrase(f"review.{form}", figure=commitment.span.text)
        label = f"{commitment.label}{commitment.span.text}"
        yield page.oddity(form, label, detail, (commitment.start, commitment.end))


def _named(page: Page, commitment: Commitment, elsewhere: str) -> bool:
    """Whether the words beside a figure stand elsewhere too: then it was restated with another number."""
    text = page.folded
    before, after = words_before(text, commitment.start), words_after(text, commitment.end)
    words = before if len(before) >= _SHARED_WORDS else after
    return len(words) >= _SHARED_WORDS and words in elsewhere


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_plain(number) for number in _NUMBER.findall(text))


def _printed(commitment: Commitment) -> frozenset[str]:
    return frozenset(_plain(number) for number in _NUMBER.findall(commitment.span.text))


def _plain(number: str) -> str:
    plain = number.replace(",", "")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
