"""What of a document a draft takes beside the figures of its text: shares of an annex, and all that it has to leave."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from engine.bind.pairs.tasks import parts_of
from engine.bind.upper.allocation import Share, shares_of
from engine.bind.upper.draft import tasks_of
from engine.commitment import Commitment, Extraction
from engine.document import Span
from engine.patterns import lazy
from engine.quantity.printed import plain
from engine.requirement import Requirement
from engine.resolve.resolver import Resolver

# Who is to do it, in brackets or behind a colon, asks for nothing.
_BY_WHOM = lazy(r"^[(（][^()（）]*[)）]$|^(?:责任|牵头|配合|承办|主办|协办)[一-龥]{0,6}[:：]")
_NUMBERING = 6  # as much as a number and its stops add to a title
_IN_TABLES = ("table", "annex")


class Shares(Struct, frozen=True):
    """The shares of a document: those of a total in its text by the total's id, those without one, those not to be written."""

    of_total: Mapping[str, Share]
    alone: tuple[Share, ...]
    left: tuple[Share, ...]


def shares_in(extraction: Extraction, requirements: Collection[Requirement], resolver: Resolver) -> Shares:
    """Return what the annexes of a document allot; only totals are shared out, and only what adds up has one."""
    totals = {r.id: r for r in requirements if r.binding == "total" and r.values}
    others = {r.id for r in requirements} - set(totals)
    of_total: dict[str, Share] = {}
    alone, left = [], []
    for share in shares_of(extraction, resolver):
        name = share.total.id if share.total else ""
        if name in totals and name not in of_total and share.total and share.unit == share.total.unit:
            of_total[name] = share
        elif name in others or name in of_total or "/" in share.unit or share.unit in ("%", ""):
            left.append(share)
        else:
            alone.append(share)
    return Shares(of_total, tuple(alone), tuple(left))


def amounts_of(share: Share) -> dict[str, str]:
    """Return what each place has to do, in the unit of the share, as it is written in a standard's file."""
    return {place: plain(entry.value) for place, entry in share.allotted.items() if entry.value is not None}


def whole_of(share: Share) -> str:
    """Return the sum of all shares."""
    return plain(sum((entry.value or Decimal(0) for entry in share.allotted.values()), Decimal(0)))


class Left(Struct, frozen=True):
    """Figures that a draft does not take: each one of the text, and those of tables together."""

    told: tuple[Commitment, ...]
    listed: tuple[Commitment, ...]


def left_over(extraction: Extraction, taken: Collection[str], shares: Shares) -> Left:
    """Return the figures of a document that are neither in a requirement (``taken``) nor in a share."""
    cells = _in_shares(shares)
    spare = [c for c in extraction.commitments if c.id not in taken and c.start not in cells]
    return Left(
        tuple(c for c in spare if c.section not in _IN_TABLES), tuple(c for c in spare if c.section in _IN_TABLES)
    )


def columns_left(extraction: Extraction, shares: Shares) -> Iterator[tuple[str, list[str]]]:
    """Yield the titles of tables with the columns of figures that are neither shares nor in a requirement."""
    starts = _in_shares(shares) | {c.start for c in extraction.commitments}
    for read in extraction.tables:
        parts = [row for row in read.rows if row.role == "part"]
        left = [
            column.label
            for index, column in enumerate(read.columns)
            if column.label
            and any(row.entries[index].state == "figure" and row.entries[index].start not in starts for row in parts)
        ]
        if left:
            yield read.title, list(dict.fromkeys(left))


def _in_shares(shares: Shares) -> set[int]:
    every = (*shares.of_total.values(), *shares.alone, *shares.left)
    return {entry.start for share in every for entry in share.allotted.values()}


def without_figures(extraction: Extraction, requirements: Collection[Requirement]) -> tuple[Span, ...]:
    """Return the sentences without a figure in items that have some, where no requirement speaks for them."""
    filled = {r.item for r in requirements if r.values or r.formula}
    tasks = {item.id: item for item in tasks_of(extraction) if item.id in filled}
    asked = {r.at for r in requirements if r.at}
    found = []
    for part in parts_of(extraction, tuple(tasks.values())):
        words = part.words.strip()
        heading = len(words) <= len(tasks[part.item].title) + _NUMBERING
        if not (part.figures or heading or _BY_WHOM.search(words) or (part.start, part.end) in asked):
            found.append(extraction.document.span(part.start, part.end))
    return tuple(found)


def labels_of(figures: Collection[Commitment]) -> Iterator[str]:
    """Yield what the figures measure, each name once."""
    yield from dict.fromkeys(" ".join(c.label.split()) for c in figures if c.label)
