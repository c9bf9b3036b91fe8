"""Facts as a card's examples write them down, for rules that no few words of a plan can show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from engine.document import Span
from engine.errors import RuleError
from engine.facts.fact import Evidence, Fact, Figure, Role, Value
from engine.facts.vocabulary import KINDS, SAID, fields_of
from engine.wording import Text, phrase

PLAN = "example"
_BESIDE = ("text", "said")
_NUMBERS = frozenset({"low", "high", "value", "stated", "computed", "gap", "before", "now"})


def written_facts(rows: Sequence[Mapping[str, Any]]) -> tuple[Fact, ...]:
    """Return the facts of an example.

    A row is a fact's fields; ``text`` is the words that show it (its label, if left out), ``said`` its bilingual
    words. Numbers are whole, or quoted fractions such as ``"594/7"``. Raises RuleError for a kind, a field or a
    saying that there is not.
    """
    return tuple(_fact(row, number) for number, row in enumerate(rows))


def _fact(row: Mapping[str, Any], number: int) -> Fact:
    kind = row.get("kind")
    if kind not in KINDS:
        raise RuleError("rules.example-kind", kind=kind, known=", ".join(sorted(KINDS)))
    _refuse_unknown(str(kind), [key for key in row if key not in _BESIDE], fields_of(str(kind)))
    _refuse_unknown(str(kind), row.get("said", {}), SAID.get(str(kind), {}))
    fields = {key: _value(key, value) for key, value in row.items() if key not in _BESIDE}
    fields = {"plan": PLAN} | fields
    said = {name: Text(words["zh"], words["en"]) for name, words in row.get("said", {}).items()}
    role: Role = "standard" if kind in ("requirement", "standard") else "plan"
    words = str(row.get("text", row.get("printed", row.get("label", row["id"]))))
    span = Span("standard.txt" if role == "standard" else "plan.txt", words, block=number)
    return Fact(fields, (Evidence(role, span),), _figure(row), said or None)


def _refuse_unknown(kind: str, names: Sequence[str] | Mapping[str, Any], known: Mapping[str, str]) -> None:
    for name in names:
        if name not in known:
            raise RuleError("rules.example-field", field=name, kind=kind, known=", ".join(known))


def _value(key: str, value: object) -> Value:
    if key in _NUMBERS and isinstance(value, str):
        return Fraction(value)
    if isinstance(value, str | bool | int):
        return value
    raise RuleError("rules.example-value", field=key, value=value)


def _figure(row: Mapping[str, Any]) -> Figure | None:
    if "value" not in row or "op" not in row:
        return None
    text = str(row.get("printed", row["value"]))
    high = Decimal(str(row["high"])) if row["op"] == "range" and "high" in row else None
    return Figure(str(row["op"]), Decimal(str(row["value"])), high, str(row.get("unit", "")), text)


def problem(file: object, number: int, error: RuleError) -> Text:
    """Return the sentence for an example that cannot be built."""
    return phrase("rules.example-broken", file=file, number=number, problem=error.text)
