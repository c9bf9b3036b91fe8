"""Shares: what the annex of a higher document allots to each lower place out of its totals (任务分解表)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from engine.bind.applied import Applied
from engine.bind.items import SAME_TITLE
from engine.bind.upper.draft import by_its_day
from engine.commitment import Commitment, Extraction, ReadTable
from engine.document import Span
from engine.extract.cells.columns import terms
from engine.patterns import lazy
from engine.quantity.bounds import Bound
from engine.quantity.dates import last_named
from engine.quantity.units import parse_unit
from engine.requirement import DatedValue, Requirement, Standard
from engine.resolve.likeness import same_thing
from engine.resolve.resolver import Resolver
from engine.tables.model import Entry
from engine.tables.read.heads import split_name
from engine.tables.words import STAGE

_FIRST = date(1949, 10, 1)
_PLACE = lazy(r"^[一-龥]{1,9}(?:自治县|街道办事处|街道|苏木|社区|[县区市旗镇乡村])$")
_ENDING = lazy(r"(?:自治县|街道办事处|街道|苏木|社区|[县区市旗镇乡村])$")
_NO_PLACE = lazy("^(?:各|全|其他|市直|县直|城区|市本级|县本级)|[合小]计|总计")
# A title may say itself that it is an annex: 附件2：任务分解表.
_ANNEX = lazy(
    r"^\s*附[件表](?P<number>\d{0,2}|[一二三四五六七八九十]{0,3})(?:\s*[:：.．、—-]+\s*|\s+|(?=\d{4}年|[一-龥“《]))"
)
WITHIN = lazy(r"^[一-龥]{1,8}?(?:自治县|[市县区旗])(?=[一-龥]{2,})")
_LEAST_PLACES = 2
_LEAST_NAME = 4
_TELLING = 10


class Share(Struct, frozen=True):
    """One task of an annex with what it allots to each place.

    ``total`` is the figure of the text that it divides, ``head`` where the annex names the task, ``due`` the day
    that a column of dates sets for it.
    """

    id: str
    label: str
    unit: str
    allotted: Mapping[str, Entry]
    total: Commitment | None = None
    head: tuple[int, int] | None = None
    due: str | None = None


def shares_of(upper: Extraction, resolver: Resolver) -> tuple[Share, ...]:
    """Return the tasks that the tables of a higher document divide among places named in their rows or columns."""
    body = [c for c in upper.commitments if c.section == "body" and not c.relative]
    found = []
    for read in upper.tables:
        for share in (*_by_rows(read), *_by_columns(read, _days(read, upper))):
            if share.unit and share.unit != "元" and len(share.allotted) >= _LEAST_PLACES:
                found.append(replace(share, total=_divided(share, read, body, resolver)))
    return tuple(found)


def _by_rows(read: ReadTable) -> Iterator[Share]:
    places = {_bare(row.label): row for row in read.rows if row.role == "part" and _is_place(row.label)}
    for index, column in enumerate(read.columns):
        if not column.summed or column.adds or not column.label or STAGE.search(column.label):
            continue
        cells = {name: row.entries[index] for name, row in places.items()}
        yield replace(_share(f"{read.id}-c{column.index}", column.label, cells), head=_place(column.start, column.end))


def _days(read: ReadTable, upper: Extraction) -> dict[int, str]:
    """Return by when the rows of a table are to be done, by its column of dates (完成时限)."""
    text, heads = upper.document.text, terms(read)
    told = ((w.row, text[w.start : w.end]) for w in read.words if w.column_label in heads)
    return {row: day for row, words in told if (day := last_named(words, upper.metadata.year))}


def _by_columns(read: ReadTable, days: Mapping[int, str]) -> Iterator[Share]:
    places = {_bare(column.label): index for index, column in enumerate(read.columns) if _is_place(column.label)}
    for row in read.rows:
        if places and row.role == "part" and row.label and not STAGE.search(row.label):
            cells = {name: row.entries[index] for name, index in places.items()}
            yield replace(
                _share(f"{read.id}-r{row.index}", row.label, cells),
                head=_place(row.start, row.end),
                due=days.get(row.index),
            )


def _place(start: int, end: int) -> tuple[int, int] | None:
    return (start, end) if end > start else None


def _share(identifier: str, label: str, cells: Mapping[str, Entry]) -> Share:
    figures = {name: entry for name, entry in cells.items() if entry.state == "figure" and not entry.approximate}
    units = {entry.unit for entry in figures.values()}
    if units == {""}:
        name, own = split_name(label)
        if own:
            scaled = {p: replace(e, value=e.value and e.value.scaleb(own[0])) for p, e in figures.items()}
            return Share(f"share-{identifier}", name, own[1], scaled)
    return Share(f"share-{identifier}", label, units.pop() if len(units) == 1 else "", figures)


def _is_place(label: str) -> bool:
    return _PLACE.match(_bare(label)) is not None and not _NO_PLACE.search(label)


def _bare(label: str) -> str:
    return "".join(label.split())


def _divided(share: Share, read: ReadTable, body: Sequence[Commitment], resolver: Resolver) -> Commitment | None:
    """Return the figure of the text that an annex divides: one indicator, or much the same name, in the same unit.

    Else the one figure of the text in that unit which is the sum of the shares (全县4800人 under a title of its own).
    """
    indicator = resolver.resolve(share.label, read.title, share.unit, "amount").indicator
    alike, equal = [], []
    whole = sum(entry.value or 0 for entry in share.allotted.values())
    for commitment in body:
        units = (commitment.compared_unit, commitment.unit)
        if parse_unit(share.unit).dimension not in {parse_unit(unit).dimension for unit in units}:
            continue
        likeness = same_thing(commitment.label, share.label, resolver.catalogue.lexicon)
        same = indicator is not None and commitment.indicator == indicator
        other = None not in (indicator, commitment.indicator) and not same
        if not likeness.contrast and (same or likeness.score >= SAME_TITLE):
            alike.append((not same, -likeness.score, commitment.start, commitment))
        elif not (likeness.contrast or other) and commitment.bound.value == whole >= _TELLING:
            equal.append(commitment)
    if alike:
        return min(alike, key=lambda found: found[:3])[3]
    return equal[0] if len(equal) == 1 else None


def allotted_to(place: str, upper: Extraction, standard: Standard, resolver: Resolver) -> tuple[Applied, ...]:
    """Return the shares of a place as requirements that a plan of it has to carry; ``place`` is a name or a path."""
    found = []
    for share in shares_of(upper, resolver):
        entry = _of_place(place.rpartition("/")[2], share.allotted)
        if entry is None or entry.value is None:
            continue
        span = upper.document.span(entry.start, entry.end)
        requirement = _requirement(share, entry.value, span, clause=_clause(upper, entry))
        requirement = replace(requirement, head=upper.document.span(*share.head) if share.head else None)
        day, due = (share.total.deadline, share.total.due) if share.total and not share.due else (share.due, None)
        requirement = by_its_day(requirement, day, upper, due)
        found.append(Applied(standard, requirement, "in-force", requirement.values[0], demanded=True, drafted=True))
    return tuple(found)


def share_of(applied: Applied, place: str) -> Applied | None:
    """Return what a standard's total allots to a place, as a requirement that its plan has to carry; None for nothing."""
    value = applied.value
    shares = [amount for name, amount in applied.requirement.allotted if same_place(place, name)]
    if applied.requirement.binding != "total" or value is None or len(shares) != 1:
        return None
    own = replace(value, bound=Bound("=", shares[0]))
    requirement = replace(applied.requirement, id=f"{applied.requirement.id}-share", values=(own,), allotted=())
    return replace(applied, requirement=requirement, value=own, demanded=True)


def same_place(one: str, other: str) -> bool:
    """Whether two names (or paths, of which the last part counts) are one place, whatever follows its stem."""
    mine, theirs = one.rpartition("/")[2], other.rpartition("/")[2]
    if mine == theirs:
        return bool(mine)
    stem = _ENDING.sub("", mine)
    return len(stem) > 1 and stem == _ENDING.sub("", theirs)


def _of_place(name: str, allotted: Mapping[str, Entry]) -> Entry | None:
    if name in allotted or not name:
        return allotted.get(name)
    same = [entry for place, entry in allotted.items() if same_place(name, place)]
    # A title may name the county before its township: 芦塘县双桥镇.
    within = [entry for place, entry in allotted.items() if WITHIN.sub("", name, 1) == place]
    found = same or within
    return found[0] if len(found) == 1 else None


def _clause(upper: Extraction, entry: Entry) -> str:
    title = next((t.title for t in upper.tables if any(entry in row.entries for row in t.rows)), "")
    named = _ANNEX.match(title)
    number, title = (named["number"], title[named.end() :]) if named else ("", title)
    return f"附件{number}“{title}”" if title else f"附件{number}"


def _compared_in(share: Share) -> str:
    """Return the unit of a share as figures of its total are compared: 处 of an indicator counted in 个."""
    total = share.total
    return total.resolved_unit if total and total.unit == share.unit and total.resolved_unit else share.unit


def _requirement(share: Share, value: Decimal, span: Span, clause: str) -> Requirement:
    total = share.total
    return Requirement(
        id=share.id,
        label=total.label if total and len(total.label) >= _LEAST_NAME else share.label,
        binding="total",
        values=(DatedValue(Bound("=", value), _compared_in(share), _FIRST, dated=False),),
        indicator=total.indicator if total else None,
        scope=total.scope if total else (),
        clause=clause,
        item=total.item if total else "",
        span=span,
    )
