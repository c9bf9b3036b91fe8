"""From the words of a rule card to a Rule.

A card writes a pattern as ``alias: {field: condition}``. A condition is

- a constant: text, a whole number, true or false, which the field must equal;
- ``[a, b]``: the field must equal one of these constants;
- ``"@alias.field"``: the field must equal that field of an earlier pattern of ``when``;
- ``{op: value, …}`` with ``eq neq lt lte gt gte``: every one must hold. ``{neq: [a, b]}`` is none of these.

Only numbers have an order. A decimal is written quoted, ``{lt: "12.5"}``; quoted elsewhere it is text. Every pattern
names its ``kind``. All patterns of a rule belong to one plan: the join on ``plan`` is put in here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, NoReturn, cast

from msgspec import Struct, field

from engine.errors import RuleError, did_you_mean
from engine.facts.fact import Value
from engine.facts.vocabulary import KINDS, fields_of
from engine.match.compare import ORDER, exact_key, is_number
from engine.match.rule import Condition, Operator, Pattern, Ref, Rule
from engine.patterns import lazy

OPERATORS = ("eq", "neq", "lt", "lte", "gt", "gte")
_NAME = lazy(r"[^\W\d_]\w*")
_REFERENCE = lazy(r"@(\w+)\.(\w+)")
_DECIMAL = lazy(r"[+-]?\d+(\.\d+)?", re.ASCII)


def compile_rule(rule_id: str, when: Mapping[str, Mapping[str, Any]], without: Mapping[str, Mapping[str, Any]]) -> Rule:
    """Return the rule that a card's ``when`` and ``without`` state.

    Raises RuleError, saying what to write instead, for a kind, field, alias or operator that there is not, for a
    value that cannot be compared exactly, and for a reference to anything but an earlier pattern of ``when``.
    """
    card = _Card(rule_id)
    for part, patterns in (("when", when), ("without", without)):
        if not isinstance(patterns, Mapping):
            raise RuleError("match.part-form", rule=rule_id, part=part)
    if not when:
        raise RuleError("match.when-empty", rule=rule_id)
    asked = tuple(card.pattern(alias, conditions, bind=True) for alias, conditions in when.items())
    absent = tuple(card.pattern(alias, conditions, bind=False) for alias, conditions in without.items())
    return Rule(rule_id, asked, absent)


class _Card(Struct):
    """A rule while it is read: its id, and the kind of each alias so far."""

    rule: str
    kinds: dict[str, str] = field(default_factory=dict)

    def pattern(self, alias: object, conditions: object, *, bind: bool) -> Pattern:
        name = self._alias(alias)
        if not isinstance(conditions, Mapping) or not conditions:
            self._refuse("pattern-form", name)
        kind = self._kind(name, conditions.get("kind"))
        read = [one for key, asked in conditions.items() for one in self._conditions(name, kind, key, asked)]
        if self.kinds:
            join = Condition("plan", "eq", Ref(next(iter(self.kinds)), "plan"))
            read = [*(one for one in read if one != join), join]
        if bind:
            self.kinds[name] = kind
        return Pattern(name, tuple(read))

    def _alias(self, alias: object) -> str:
        if not isinstance(alias, str) or not _NAME.fullmatch(alias):
            raise RuleError("match.alias-name", rule=self.rule, alias=alias)
        if alias in self.kinds:
            raise RuleError("match.alias-twice", rule=self.rule, alias=alias)
        return alias

    def _kind(self, alias: str, kind: object) -> str:
        if not isinstance(kind, str):
            self._refuse("kind-missing", alias)
        if kind not in KINDS:
            self._refuse("kind-unknown", alias, kind=kind, hint=did_you_mean(kind, KINDS), known=", ".join(KINDS))
        return kind

    def _known_field(self, alias: str, kind: str, name: object) -> str:
        known = fields_of(kind)
        if not isinstance(name, str) or name not in known:
            hint = did_you_mean(str(name), known)
            self._refuse("field-unknown", alias, kind=kind, field=name, hint=hint, known=", ".join(known))
        return name

    def _conditions(self, alias: str, kind: str, key: object, asked: object) -> Iterator[Condition]:
        name = self._known_field(alias, kind, key)
        if asked is None or asked in ({}, []):
            self._refuse("condition-empty", alias, field=name)
        for op, raw in asked.items() if isinstance(asked, Mapping) else [("eq", asked)]:
            if op not in OPERATORS:
                hint = did_you_mean(str(op), OPERATORS)
                self._refuse("operator-unknown", alias, field=name, op=op, hint=hint, known=", ".join(OPERATORS))
            for condition in self._condition(alias, name, cast(Operator, op), raw):
                self._allow_plan(alias, condition)
                yield condition

    def _condition(self, alias: str, name: str, op: Operator, raw: object) -> Iterator[Condition]:
        if raw is None or raw == []:
            self._refuse("condition-empty", alias, field=name)
        if isinstance(raw, str) and raw.startswith("@"):
            yield Condition(name, op, self._reference(alias, name, raw))
        elif not isinstance(raw, list | tuple):
            yield Condition(name, op, self._constant(alias, name, op, raw))
        elif op not in ("eq", "neq"):
            self._refuse("list-operator", alias, field=name, op=op)
        else:
            values = self._constants(alias, name, op, raw)
            if op == "eq" and len(values) > 1:
                yield Condition(name, "in", values)
            else:
                yield from (Condition(name, op, value) for value in values)

    def _constants(self, alias: str, name: str, op: str, raw: list[object] | tuple[object, ...]) -> tuple[Value, ...]:
        for one in raw:
            if isinstance(one, str) and one.startswith("@"):
                self._refuse("list-reference", alias, field=name, value=one)
        values = [self._constant(alias, name, op, one) for one in raw]
        return tuple({exact_key(value): value for value in values}.values())

    def _reference(self, alias: str, name: str, raw: str) -> Ref:
        parts = _REFERENCE.fullmatch(raw)
        if not parts:
            self._refuse("ref-form", alias, field=name, value=raw)
        target, other = parts.groups()
        if target not in self.kinds:
            self._refuse("ref-unknown", alias, field=name, target=target, hint=did_you_mean(target, self.kinds))
        return Ref(target, self._known_field(target, self.kinds[target], other))

    def _constant(self, alias: str, name: str, op: str, raw: object) -> Value:
        value: object = raw
        if isinstance(raw, Decimal) or (op in ORDER and isinstance(raw, str) and _DECIMAL.fullmatch(raw)):
            value = Fraction(raw)
        if op in ORDER and not is_number(value):
            self._refuse("order-constant", alias, field=name, op=op, value=raw)
        if not isinstance(value, str | int | Fraction):
            self._refuse("constant-type", alias, field=name, value=raw)
        return value

    def _allow_plan(self, alias: str, condition: Condition) -> None:
        """Refuse a condition on the plan that the join put in here would make void."""
        joined = condition.op == "eq" and isinstance(condition.value, Ref) and condition.value.field == "plan"
        if condition.field == "plan" and not joined:
            self._refuse("plan-condition", alias)

    def _refuse(self, key: str, alias: str, **values: object) -> NoReturn:
        raise RuleError(f"match.{key}", rule=self.rule, alias=alias, **values)
