"""Standards on which a plan is silent: told together, so that they do not bury what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from reports.parts.printing import in_prose, one_line
from reports.parts.records import FindingView

_SEVERAL = 3  # silent ones that are told together


def told_together(findings: Iterable[FindingView]) -> Iterator[tuple[FindingView, ...]]:
    """Yield the findings one by one, and those standards together, one behind the other, on which a plan is silent.

    Each keeps its number: a report says less of them, and counts them all the same.
    """
    for silent, found in groupby(findings, key=lambda view: view.silent):
        together = tuple(found)
        if silent and len(together) >= _SEVERAL:
            yield together
        else:
            yield from ((view,) for view in together)


def standard_words(view: FindingView) -> str:
    """Return what the standard of a finding asks for in one line: its name and its figure."""
    expected, quotes = view.finding.expected, view.side("standard")
    own = one_line(quotes[0].text) if quotes else ""
    label = one_line(view.finding.label)
    if own.startswith(label) or not expected:
        return own or label
    return f"{label}{in_prose(expected)}"


def numbers_of(views: Sequence[FindingView]) -> str:
    """Return the numbers of findings that stand one behind the other: ``7–29``."""
    first, last = views[0].number, views[-1].number
    return f"{first}–{last}" if first != last else str(first)
