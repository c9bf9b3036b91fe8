"""What the checks on commitments share: their values as intervals, their words, their evidence."""

from __future__ import annotations

from fractions import Fraction

from engine.commitment import Commitment
from engine.document import Document
from engine.facts.fact import Evidence, Figure, Role
from engine.normalise.fold import fold
from engine.patterns import lazy
from engine.quantity.bounds import Interval
from engine.reconcile.arithmetic.intervals import rounded
from engine.reconcile.arithmetic.show import amount

_SENTENCE_END = lazy("[。;；!！?？\n]")
_CLAUSE_ENDS = "。;；!！?？\n,，、:：()（）[]［］【】"
_UNSPOKEN = lazy(r"[\s“”\"‘’'·]")


def step_of(commitment: Commitment) -> Fraction:
    """Return the size of the last digit printed, 0 for a whole figure without 万, which is exact."""
    return Fraction(0) if not commitment.digits else Fraction(10) ** -commitment.digits


def values_of(commitment: Commitment) -> Interval | None:
    """Return the values that a commitment can mean: its bound, and for a plain figure what prints as it.

    None for an approximate figure.
    """
    if commitment.bound.op == "=":
        return rounded(Fraction(commitment.bound.value), step_of(commitment))
    return commitment.bound.interval()


def power_of(commitment: Commitment) -> int:
    """Return the power of ten of the scale word that a figure is printed in (4 for 万)."""
    text = commitment.span.text
    return 8 if "亿" in text else 4 if "万" in text else 0


def printed(commitment: Commitment, value: Fraction | None = None) -> str:
    """Return a value (the commitment's own by default) with unit, in the scale that the commitment is printed in."""
    own = Fraction(commitment.bound.value) if value is None else value
    power = power_of(commitment)
    unit = commitment.compared_unit
    return amount(own, power, unit) if unit else amount(own)


def figure_of(commitment: Commitment) -> Figure:
    """Return the figure as a report prints it."""
    bound = commitment.bound
    return Figure(bound.op, bound.value, bound.high, commitment.compared_unit, commitment.span.text)


def shown(commitment: Commitment, role: Role) -> Evidence:
    """Return the words of a commitment in a role."""
    return Evidence(role, commitment.span)


def clause_after(document: Document, offset: int, limit: int = 80) -> str:
    """Return the words between ``offset`` and the end of the sentence, ``limit`` at most."""
    window = document.text[offset : offset + limit]
    end = _SENTENCE_END.search(window)
    return window[: end.start()] if end else window


def sentence_start(document: Document, offset: int, limit: int = 200) -> int:
    """Return where the sentence that holds ``offset`` begins, ``limit`` characters back at most."""
    low = max(0, offset - limit)
    ends = [m.end() for m in _SENTENCE_END.finditer(document.text, low, offset)]
    return ends[-1] if ends else low


def place_of(document: Document, words: str, low: int, high: int) -> tuple[int, int] | None:
    """Return where words, folded and without blanks, stand between two offsets of a document's text; None where they do not."""
    window = fold(document.text[low:high])
    kept = [at for at, letter in enumerate(window) if letter != " "]
    found = "".join(window[at] for at in kept).find(words)
    return (low + kept[found], low + kept[found + len(words) - 1] + 1) if words and found >= 0 else None


def words_before(text: str, offset: int, limit: int = 40) -> str:
    """Return the words of the clause that stand before ``offset``, without blanks and quotation marks."""
    low = max(0, offset - limit)
    start = max((text.rfind(mark, low, offset) for mark in _CLAUSE_ENDS), default=-1)
    return _UNSPOKEN.sub("", text[max(low, start + 1) : offset])


def words_after(text: str, offset: int, limit: int = 40) -> str:
    """Return the words of the clause that stand from ``offset`` on, without blanks and quotation marks."""
    ends = [at for mark in _CLAUSE_ENDS if (at := text.find(mark, offset, offset + limit)) >= 0]
    return _UNSPOKEN.sub("", text[offset : min(ends, default=offset + limit)])
