"""``--decisions FILE``: matches that a person confirmed or ruled out, and readings that a person put right."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from pydantic import Field, model_validator

from engine.decision import Correction, Decision, DecisionKind
from engine.errors import UnitError
from engine.patterns import lazy
from engine.quantity.bounds import Op
from engine.quantity.units import parse_unit
from rules.office.forms import Form, Misfit, Words, iso, read_form
from rules.yaml_file import line_of

_AMOUNT = lazy(r"-?[0-9]{1,18}(\.[0-9]{1,9})?")
_OF_CORRECTION = ("value", "high", "op", "unit", "relabel", "indicator")


class _Entry(Form):
    quote: Words
    decision: DecisionKind
    by: Words
    on: date = Field(alias="date")
    reason: Words
    label: Words | None = None
    requirement: Words | None = None
    op: Op | None = None
    value: Words | None = None
    high: Words | None = None
    unit: Words | None = None
    relabel: Words | None = None
    indicator: Words | None = None

    @model_validator(mode="after")
    def _fits(self) -> _Entry:
        if self.decision != "correct":
            for name in _OF_CORRECTION:
                if getattr(self, name) is not None:
                    raise Misfit("correction-stray", name=name)
        elif self.value is None:
            raise Misfit("correction-empty")
        if (self.op == "range") != (self.high is not None):
            raise Misfit("range-high")
        for amount in (self.value, self.high):
            _amount(amount)
        if self.unit:
            _known(self.unit)
        return self

    def correction(self) -> Correction | None:
        """Return how the figure should have been read; None for a decision on a match."""
        value = _amount(self.value)
        if value is None:
            return None
        return Correction(value, _amount(self.high), self.op, self.unit or "", self.relabel or "", self.indicator or "")


class _Decisions(Form):
    decisions: tuple[_Entry, ...]


def load_decisions(file: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file in their order; raises RuleError (file, line, what to write) for a misfit."""
    return tuple(
        Decision(
            kind=entry.decision,
            quote=entry.quote,
            by=entry.by,
            on=iso(entry.on),
            reason=entry.reason,
            file=file.as_posix(),
            line=line_of(file, ("decisions", index)),
            label=entry.label or "",
            requirement=entry.requirement or "",
            correction=entry.correction(),
        )
        for index, entry in enumerate(read_form(file, _Decisions).decisions)
    )


def _amount(text: str | None) -> Decimal | None:
    if text is None:
        return None
    if not _AMOUNT.fullmatch(text):
        raise Misfit("amount")
    return Decimal(text)


def _known(unit: str) -> None:
    try:
        parse_unit(unit)
    except UnitError:
        raise Misfit("unit-unknown", unit=unit) from None
