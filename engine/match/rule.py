"""The small rule form that every matcher executes.

A rule holds for an assignment of one fact to each alias of ``when`` such that all conditions hold, and such that, for
each pattern of ``without`` by itself, no fact meets its conditions. A condition on a field that a fact lacks does not
hold. One fact may stand for two aliases.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, Protocol

from msgspec import Struct

from engine.facts.fact import Fact, Value

Operator = Literal["eq", "neq", "lt", "lte", "gt", "gte", "in"]


class Ref(Struct, frozen=True):
    """A field of the fact that an earlier alias stands for, written ``@alias.field`` in a card."""

    alias: str
    field: str


class Condition(Struct, frozen=True):
    """``field operator value``, where the value is a constant or a field of an earlier alias.

    ``in`` takes several constants, of which the field must equal one.
    """

    field: str
    op: Operator
    value: Value | Ref | tuple[Value, ...]


class Pattern(Struct, frozen=True):
    """The conditions on the fact that one alias stands for."""

    alias: str
    conditions: tuple[Condition, ...]


class Rule(Struct, frozen=True):
    """A compiled rule: patterns in the order given, each referring only to earlier ones."""

    id: str
    when: tuple[Pattern, ...]
    without: tuple[Pattern, ...] = ()


class Hit(Struct, frozen=True):
    """A rule that holds, and the facts it holds for, by alias."""

    rule: str
    facts: Mapping[str, Fact]


class Matcher(Protocol):
    """Finds every hit of some rules over the facts of one plan."""

    def run(self, rules: Iterable[Rule], facts: Iterable[Fact]) -> list[Hit]:
        """Return all hits, sorted by rule id and by the ids of the facts in the order of the rule's aliases."""
        ...
