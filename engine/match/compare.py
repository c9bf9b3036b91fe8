"""Exact comparison of the values of facts, the one meaning that every matcher must keep.

Numbers (int, Fraction) are equal by value and ordered; text and truth values are equal only to their own kind, and
have no order. A comparison with a field that is missing never holds, ``neq`` included.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TypeGuard

from engine.errors import MatcherError
from engine.facts.fact import Fact, Value
from engine.match.rule import Condition, Pattern, Ref

ORDER: dict[str, Callable[[int | Fraction, int | Fraction], bool]] = {
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
}


def is_number(value: object) -> TypeGuard[int | Fraction]:
    """Say whether a value has an order: an int or a Fraction, never a bool."""
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def exact_key(value: Value) -> Hashable:
    """Return a key that is equal for two values exactly when the values are equal (True is not 1, "1" is not 1)."""
    return (value,) if isinstance(value, bool) else value


def holds(op: str, left: Value | None, right: Value | tuple[Value, ...] | None) -> bool:
    """Say whether ``left op right`` holds; None stands for a field that is missing."""
    if left is None or right is None:
        return False
    if isinstance(right, tuple):
        return any(holds("eq", left, one) for one in right)
    if op in ORDER:
        return is_number(left) and is_number(right) and ORDER[op](left, right)
    return (exact_key(left) == exact_key(right)) == (op == "eq")


def condition_holds(condition: Condition, row: Mapping[str, Value], bound: Mapping[str, Mapping[str, Value]]) -> bool:
    """Say whether a condition holds for a fact's fields, given the fields of the earlier aliases."""
    value = condition.value
    target = bound[value.alias].get(value.field) if isinstance(value, Ref) else value
    return holds(condition.op, row.get(condition.field), target)


def pattern_holds(pattern: Pattern, row: Mapping[str, Value], bound: Mapping[str, Mapping[str, Value]]) -> bool:
    """Say whether every condition of a pattern holds for a fact's fields."""
    return all(condition_holds(condition, row, bound) for condition in pattern.conditions)


def refuse_inexact(facts: Sequence[Fact]) -> None:
    """Raise MatcherError for a fact without kind, id or plan, or with a value that cannot be compared exactly."""
    for number, fact in enumerate(facts, 1):
        if not fact.fields.keys() >= {"kind", "id", "plan"}:
            raise MatcherError("match.fact-bare", number=number)
    types = {type(value) for fact in facts for value in fact.fields.values()}
    wrong = {one for one in types if not issubclass(one, str | int | Fraction)}
    if wrong:
        raise _inexact(facts, wrong)


def _inexact(facts: Iterable[Fact], wrong: set[type]) -> MatcherError:
    fact, field = next((f, k) for f in facts for k, v in f.fields.items() if type(v) in wrong)
    return MatcherError(
        "match.value-type",
        plan=fact.fields["plan"],
        fact=fact.fields["id"],
        field=field,
        type=type(fact.fields[field]).__name__,
    )
