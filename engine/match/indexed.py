"""The default matcher: hash joins over exact values.

Facts are indexed once per kind and set of compared fields; the index serves every rule that joins on those fields.
The cost is that of the candidates each join yields, never of all pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from msgspec import Struct

from engine.facts.fact import Fact, Value
from engine.match.compare import exact_key, holds, pattern_holds, refuse_inexact
from engine.match.rule import Condition, Hit, Pattern, Ref, Rule

Row = Mapping[str, Value]
Found = tuple[int, tuple[int, ...]]
"""A hit by numbers: the rule's, and the fact's for each alias, in the order given."""

_Test = Callable[[Row, Sequence[Row]], bool]
_Table = Mapping[tuple[Hashable, ...], Sequence[int]]
_Source = tuple[int | None, Any]


class _Step(Struct, frozen=True):
    """A pattern made ready: where to look for facts, and what else they must meet.

    ``sources`` gives for each of ``fields`` the field of an earlier alias, by its position, or (None) a constant's key.
    """

    kind: Value | None
    fields: tuple[str, ...]
    sources: tuple[_Source, ...]
    tests: tuple[_Test, ...]


class FactIndex:
    """Facts by kind and by the values of some fields; each table is built when first asked for."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.rows: list[Row] = [fact.fields for fact in facts]
        self._kinds: dict[Hashable, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            self._kinds[exact_key(row["kind"])].append(number)
        self._tables: dict[tuple[Value | None, tuple[str, ...]], _Table] = {}

    def table(self, kind: Value | None, fields: tuple[str, ...]) -> _Table:
        """Return the numbers of the facts of a kind (None: any) that have ``fields``, by the keys of their values."""
        table = self._tables.get((kind, fields))
        if table is None:
            table = self._tables[kind, fields] = self._tabulate(kind, fields)
        return table

    def _tabulate(self, kind: Value | None, fields: tuple[str, ...]) -> _Table:
        table: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
        numbers = range(len(self.rows)) if kind is None else self._kinds.get(exact_key(kind), ())
        for number in numbers:
            row = self.rows[number]
            if all(field in row for field in fields):
                table[tuple(exact_key(row[field]) for field in fields)].append(number)
        return dict(table)


class RuleJoin:
    """A rule made ready to be joined over a FactIndex."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        positions = {pattern.alias: place for place, pattern in enumerate(rule.when)}
        self._when = [_steps(pattern, positions) for pattern in rule.when]
        self._without = [step for pattern in rule.without for step in _steps(pattern, positions)]

    def matches(self, index: FactIndex) -> Iterator[tuple[int, ...]]:
        """Yield the numbers of the facts for each way in which the rule holds."""
        partial: list[tuple[tuple[int, ...], tuple[Row, ...]]] = [((), ())]
        for steps in self._when:
            tables = [(step, index.table(step.kind, step.fields)) for step in steps]
            partial = [
                ((*numbers, number), (*rows, index.rows[number]))
                for numbers, rows in partial
                for step, table in tables
                for number in _candidates(step, table, index, rows)
            ]
        for numbers, rows in partial:
            if not self._blocked(index, rows):
                yield numbers

    def holds(self, index: FactIndex, numbers: Sequence[int]) -> bool:
        """Say whether the rule holds for these facts, looking at their own values and not at the index's keys."""
        rows = [index.rows[number] for number in numbers]
        bound = {pattern.alias: row for pattern, row in zip(self.rule.when, rows, strict=True)}
        pairs = zip(self.rule.when, rows, strict=True)
        return all(pattern_holds(pattern, row, bound) for pattern, row in pairs) and not self._blocked(index, rows)

    def _blocked(self, index: FactIndex, rows: Sequence[Row]) -> bool:
        return any(_candidates(step, index.table(step.kind, step.fields), index, rows) for step in self._without)


class IndexedMatcher:
    """Finds every hit by hash joins; needs nothing but the standard library."""

    def run(self, rules: Iterable[Rule], facts: Iterable[Fact]) -> list[Hit]:
        """Return all hits in the order of the Matcher protocol; raises MatcherError for an inexact value."""
        ruled, listed = tuple(rules), tuple(facts)
        return as_hits(ruled, listed, self.find(ruled, listed))

    def find(self, rules: Sequence[Rule], facts: Sequence[Fact]) -> list[Found]:
        """Return all hits by number, unsorted."""
        refuse_inexact(facts)
        index = FactIndex(facts)
        return [(place, numbers) for place, rule in enumerate(rules) for numbers in RuleJoin(rule).matches(index)]


def as_hits(rules: Sequence[Rule], facts: Sequence[Fact], found: Iterable[Found]) -> list[Hit]:
    """Return hits sorted by rule id, then by the ids of their facts; what is left equal keeps the order given."""

    def order(one: Found) -> tuple[str, tuple[str, ...], Found]:
        return rules[one[0]].id, tuple(str(facts[number].fields["id"]) for number in one[1]), one

    return [
        Hit(rules[place].id, {p.alias: facts[n] for p, n in zip(rules[place].when, numbers, strict=True)})
        for place, numbers in sorted(found, key=order)
    ]


def _candidates(step: _Step, table: _Table, index: FactIndex, rows: Sequence[Row]) -> Sequence[int]:
    key: list[Hashable] = []
    for place, wanted in step.sources:
        if place is None:
            key.append(wanted)
        else:
            value = rows[place].get(wanted)
            if value is None:
                return ()
            key.append(exact_key(value))
    numbers = table.get(tuple(key), ())
    for test in step.tests:
        numbers = [number for number in numbers if test(index.rows[number], rows)]
    return numbers


def _steps(pattern: Pattern, positions: Mapping[str, int]) -> list[_Step]:
    """Return a pattern as one step per choice from its lists; the choices exclude each other."""
    kind: Value | None = None
    keyed: dict[str, list[_Source]] = {}
    tests: list[_Test] = []
    for condition in pattern.conditions:
        value = condition.value
        if condition.field == "kind" and condition.op == "eq" and kind is None and isinstance(value, str):
            kind = value
        elif condition.op not in ("eq", "in") or condition.field in keyed:
            tests.append(_test(condition, positions))
        elif isinstance(value, Ref):
            keyed[condition.field] = [(positions[value.alias], value.field)]
        else:
            values = value if isinstance(value, tuple) else (value,)
            keyed[condition.field] = [(None, key) for key in dict.fromkeys(exact_key(one) for one in values)]
    return [_Step(kind, tuple(keyed), sources, tuple(tests)) for sources in product(*keyed.values())]


def _test(condition: Condition, positions: Mapping[str, int]) -> _Test:
    field, op, value = condition.field, condition.op, condition.value
    if isinstance(value, Ref):
        place, other = positions[value.alias], value.field
        return lambda row, rows: holds(op, row.get(field), rows[place].get(other))
    constant = value
    return lambda row, rows: holds(op, row.get(field), constant)
