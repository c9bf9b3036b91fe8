"""The overview of several plans: which come first, and what became of each requirement in each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from engine.judge.finding import Overall, Status
from reports.parts.records import CoverageView, PlanView, StandardView

_VERDICTS: tuple[Overall, ...] = ("non-compliant", "review", "compliant")
_GRAVITY: tuple[Status, ...] = ("violates", "indeterminate", "not-addressed", "conforms", "not-applicable")


class MatrixRow(Struct, frozen=True):
    """One requirement and its state in each plan, in the order of the plans; None where it does not bind one."""

    label: str
    basis: StandardView
    cells: tuple[CoverageView | None, ...]

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The states of the plans that the requirement was held against."""
        return tuple(cell.coverage.status for cell in self.cells if cell)


class Matrix(Struct, frozen=True):
    """Requirements by plans, most often violated first. ``hidden`` counts those that apply to none of the plans."""

    plans: tuple[PlanView, ...]
    rows: tuple[MatrixRow, ...]
    hidden: int


def worst_first(plans: Sequence[PlanView]) -> tuple[PlanView, ...]:
    """Return the plans by verdict, then by how many errors and warnings they have; equal ones in the order given."""
    return tuple(sorted(plans, key=lambda p: (_VERDICTS.index(p.result.verdict), -p.counts.error, -p.counts.warning)))


def matrix_of(plans: Sequence[PlanView]) -> Matrix:
    """Return what became of every requirement in each of ``plans``."""
    found: dict[tuple[str, str], dict[int, CoverageView]] = {}
    for number, plan in enumerate(plans):
        for row in plan.coverage:
            found.setdefault((row.coverage.standard, row.coverage.requirement), {})[number] = row
    rows = [_row(cells, len(plans)) for cells in found.values()]
    shown = sorted((row for row in rows if set(row.statuses) != {"not-applicable"}), key=_worst)
    return Matrix(tuple(plans), tuple(shown), len(rows) - len(shown))


def _row(cells: Mapping[int, CoverageView], width: int) -> MatrixRow:
    first = next(iter(cells.values()))
    return MatrixRow(first.coverage.label, first.basis, tuple(cells.get(n) for n in range(width)))


def _worst(row: MatrixRow) -> tuple[int, ...]:
    return tuple(-row.statuses.count(status) for status in _GRAVITY)


def by_gravity(rows: Sequence[CoverageView]) -> dict[Status, tuple[CoverageView, ...]]:
    """Return the requirements of one plan by state, those to act on first; states without any are left out."""
    found = {status: tuple(row for row in rows if row.coverage.status == status) for status in _GRAVITY}
    return {status: held for status, held in found.items() if held}
