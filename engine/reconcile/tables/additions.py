"""Which additions a table claims: columns under a total, groups under a subtotal, rows beside the column that adds them up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from msgspec import Struct

from engine.commitment import ReadTable
from engine.patterns import lazy
from engine.reconcile.arithmetic.slips import Named, one_slip_apart
from engine.reconcile.arithmetic.tally import tally
from engine.reconcile.tables.structure import Structure
from engine.reconcile.tables.summands import across_groups, ahead_of, behind_of, members_of, sources_of
from engine.tables.model import Entry, TableRow
from engine.tables.words import UNSUMMED

_TELLING_ROWS = 3
_LEAST_ROWS = 2
_CLOSE = Fraction(3, 2)
# Each column of such a row holds what the columns before it hold, and more.
_RUNNING = lazy("累计|在册|存量|期末|时点|保有量")


class Addition(Struct, frozen=True):
    """One addition to check: named parts, the total stated, what it measures and where its name stands."""

    id: str
    axis: str
    label: str
    unit: str
    parts: tuple[Named, ...]
    stated: Entry
    place: tuple[int, int] | None = None
    confirmed: bool = False
    subtotals: tuple[Entry, ...] = ()


def column_additions(read: ReadTable, structure: Structure) -> Iterator[Addition]:
    """Yield each column of figures with its total, in the total row or in the column's own head."""
    for index, column in enumerate(read.columns):
        total = structure.total.entries[index] if structure.total else None
        stated = total if total and total.state == "figure" else column.head
        parts = tuple((row.label, row.entries[index]) for row in structure.leaves)
        if not column.summed or stated is None or not _comparable(parts, stated):
            continue
        if _is_a_level(parts, stated) or (_RUNNING.search(column.label) and _is_reached(parts, stated)):
            continue
        confirmed = column.head is not None and total is not None and column.head.value == total.value
        place = (column.start, column.end) if column.end else None
        yield Addition(
            f"total:{read.id}:c{column.index}", "column", column.label, column.unit, parts, stated, place, confirmed,
            tuple(row.entries[index] for row in structure.subtotals),
        )  # fmt: skip


def group_additions(read: ReadTable, structure: Structure) -> Iterator[Addition]:
    """Yield the figures of each group with the subtotal that is stated for them."""
    for subtotal, members in structure.groups:
        for index, column in enumerate(read.columns):
            stated = subtotal.entries[index]
            parts = tuple((row.label, row.entries[index]) for row in members)
            if (
                column.summed
                and stated.state == "figure"
                and _comparable(parts, stated)
                and not _is_a_level(parts, stated)
            ):
                name = "·".join(n for n in (column.label, subtotal.group, subtotal.label) if n)
                id = f"total:{read.id}:c{column.index}:r{subtotal.index}"
                place = (subtotal.start, subtotal.end) if subtotal.end else None
                yield Addition(id, "column", name, column.unit, parts, stated, place)


def _comparable(parts: Sequence[Named], stated: Entry) -> bool:
    """Whether there are two figures at least, all in the unit of the total."""
    figures = [entry for _, entry in parts if entry.state == "figure"]
    units = {entry.unit for entry in (*figures, stated)}
    return len(parts) > 1 and len(figures) > 0 and len(units) == 1


def _is_a_level(parts: Sequence[Named], stated: Entry) -> bool:
    """Whether a total is a mean of figures that lie close together (班额45, 43: 44.1), and no sum of them with a slip."""
    values = [Fraction(e.value) for _, e in parts if e.state == "figure" and e.value]
    if len(values) < _LEAST_ROWS or stated.value is None or not min(values) < stated.value < max(values):
        return False
    return max(values) < _CLOSE * min(values) and not one_slip_apart(sum(values, Fraction(0)), Fraction(stated.value))


def _is_reached(parts: Sequence[Named], stated: Entry) -> bool:
    """Whether a running column ends with its total, having risen to it."""
    values = [e.value for _, e in parts if e.state == "figure" and e.value is not None]
    return values == sorted(values) and values[-1:] == [stated.value]


def row_additions(read: ReadTable) -> Iterator[Addition]:
    """Yield the figures of each row that a column beside them adds up, where the rows show that it does."""
    for index, column in enumerate(read.columns):
        if not column.summed:
            continue
        if across := across_groups(read.columns, index):
            yield from _meant(read, index, across)
        elif column.adds:
            yield from _meant(read, index, members_of(read.columns, column))
        elif sources := sources_of(read.columns, index):
            yield from _meant(read, index, sources, sources=True)
        else:
            beside = behind_of(read.columns, index), ahead_of(read.columns, index)
            yield from next(filter(None, (_meant(read, index, members, told=False) for members in beside)), [])


def _meant(
    read: ReadTable, index: int, members: Sequence[int], *, told: bool = True, sources: bool = False
) -> list[Addition]:
    """Return the additions of a column's rows; none where too few of them hold for the column to be meant so.

    Where most rows do not tie up, the column adds up something else; sources need not be all. Where no word has ``told``
    that a column adds up, rows of several parts have to show it; a total row repeats what its columns show.
    """
    if len(members) < 2:
        return []
    rows = [row for row in read.rows if told or row.role == "part"]
    checks = [check for row in rows if (check := _row(read, row, index, members)) is not None]
    held = [check for check in checks if tally([e for _, e in check.parts], check.stated).agree is True]
    if not told:
        meant = sum(map(_is_divided, held)) >= _TELLING_ROWS and len(held) * 4 >= len(checks) * 3
    elif sources:
        meant = len(held) > 1 and len(held) * 3 >= 2 * len(checks)
    else:
        meant = len(held) * 2 >= len(checks)
    return checks if meant else []


def _is_divided(check: Addition) -> bool:
    return sum(1 for _, entry in check.parts if entry.value) > 1


def _row(read: ReadTable, row: TableRow, total: int, members: Sequence[int]) -> Addition | None:
    stated = row.entries[total]
    parts = tuple((read.columns[i].label, row.entries[i]) for i in members)
    if stated.state != "figure" or not _comparable(parts, stated) or not _adds_up(row.label, stated.unit):
        return None
    column = read.columns[total]
    label = "·".join(name for name in (row.label, column.label) if name)
    place = (row.start, row.end) if row.end > row.start else None
    return Addition(f"total:{read.id}:r{row.index}:c{column.index}", "row", label, stated.unit, parts, stated, place)


def _adds_up(label: str, unit: str) -> bool:
    """Whether what a row measures can be added up: no shares, no standards per head, nothing counted up from stage to stage."""
    return (
        not _RUNNING.search(label)
        and unit not in ("%", "‰", "个百分点")
        and "/" not in unit
        and UNSUMMED.fullmatch(label) is None
    )
