"""The library's standards as they were judged and built before, so that a run need not do it again.

The YAML files are the authority: ``library.txt`` is only what became of them, written anew by
``python -m standards`` and held against the files by the tests. A file that was changed or added since is read and
judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from engine.kept import kept, table_of
from engine.quantity.bounds import Bound
from engine.quantity.formula import parse_formula
from engine.requirement import DatedValue, Requirement, Standard

TABLE = Path(__file__).resolve().parent.parent / "library.txt"
_DAYS = frozenset({"published", "checked", "since", "until", "meet_by", "repealed"})


def kept_standard(data: bytes) -> Standard | None:
    """Return the standard of a file with these bytes, without id and file; None when none was kept."""
    raw = kept(TABLE, data)
    return None if raw is None else Standard(**_read(raw))


def indicators_of(standard: Standard) -> set[str]:
    """Return the ids of all indicators that a standard names, in its formulas too."""
    named = {requirement.indicator for requirement in standard.requirements if requirement.indicator}
    formulas = (requirement.formula for requirement in standard.requirements if requirement.formula)
    return named.union(*(parse_formula(formula).indicators for formula in formulas))


def _read(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in raw.items()}


def _value(name: str, value: Any) -> Any:
    if name in _DAYS:
        return date.fromisoformat(value)
    if name == "requirements":
        return tuple(Requirement(**_read(each)) for each in value)
    if name == "values":
        return tuple(DatedValue(**_read(each)) for each in value)
    if name == "bound":
        high = value.get("high")
        return Bound(value["op"], Decimal(value["value"]), None if high is None else Decimal(high))
    if name == "allotted":
        return tuple((place, Decimal(share)) for place, share in value)
    return tuple(value) if isinstance(value, list) else value


def written(judged: Iterable[tuple[bytes, Standard]]) -> str:
    """Return the text of the table for standards, each with the bytes of its file."""
    return table_of((data, _plain(standard)) for data, standard in judged)


def _plain(value: Any) -> Any:
    """Return a record as JSON can hold it, without what it leaves at its default."""
    if isinstance(value, Struct):
        parts = ((field, getattr(value, field.name)) for field in fields(value))
        return {f.name: _plain(v) for f, v in parts if f.default is NODEFAULT or v != f.default}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
