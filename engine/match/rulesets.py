"""Rules as durable_rules rulesets, within the limits and round the faults of that library.

What each guard is for: an equality that always holds ends every join, because the library reads on past a join whose
last comparison fails; no two patterns share an alias, because it merges nodes by alias and field; an absence rule
matches ``$close`` first, because it takes for absent what has not come yet; rulesets are short, because one fact may
reach 64 patterns and no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from engine.errors import MatcherError
from engine.facts.fact import Value
from engine.match.compare import ORDER, exact_key, is_number
from engine.match.durable_worker import CLOSE, free_names
from engine.match.rule import Condition, Pattern, Ref, Rule
from engine.wording import phrase

PATTERNS_PER_RULESET = 60
PATTERNS_PER_RULE = 15
TERMS_PER_PATTERN = 28
ALTERNATIVES_PER_RULE = 1000

Definition = dict[str, Any]
_Term = dict[str, Any]


class Piece(Struct, frozen=True):
    """A pattern of a rule without lists: its kind apart, its join on ``plan`` left to the session."""

    alias: str
    kind: str
    conditions: tuple[Condition, ...]
    absent: bool


class Variant(Struct, frozen=True):
    """One choice from the lists of a rule, with the number of that rule among those given."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def closing(self) -> bool:
        """True when the variant asks for an absence."""
        return any(piece.absent for piece in self.pieces)


def variants_of(number: int, rule: Rule) -> list[Variant]:
    """Return a rule once per choice from its lists; a list of ``without`` becomes several absences.

    The choices exclude each other, so that no hit comes twice. Raises MatcherError for a rule that the library cannot
    hold.
    """
    _refuse_loose(rule)
    asked, absent = (_alternatives(rule, part) for part in (rule.when, rule.without))
    absences = tuple(_piece(rule.id, pattern, absent=True) for options in absent for pattern in options)
    if len(rule.when) + len(absences) > PATTERNS_PER_RULE:
        raise _refusal(rule.id, "too-many-patterns", limit=PATTERNS_PER_RULE)
    return [
        Variant(number, tuple(_piece(rule.id, pattern, absent=False) for pattern in chosen) + absences)
        for chosen in product(*asked)
    ]


def group(variants: Iterable[Variant]) -> list[list[Variant]]:
    """Cut rules into rulesets that one fact cannot overrun, alike kinds together."""
    order = sorted(variants, key=lambda one: (sorted(piece.kind for piece in one.pieces), one.number))
    groups: list[list[Variant]] = []
    room = 0
    for one in order:
        need = len(one.pieces) + one.closing
        if need > room:
            groups.append([])
            room = PATTERNS_PER_RULESET
        groups[-1].append(one)
        room -= need
    return groups


class Writer(Struct, frozen=True):
    """Writes rules as the library reads them.

    ``names`` numbers the fields, ``codes`` gives the code of each constant and ``ranks`` the rank of each number.
    """

    names: Mapping[str, int]
    codes: Mapping[Hashable, str]
    ranks: Mapping[Any, int]

    def ruleset(self, variants: Sequence[Variant]) -> dict[str, list[Any]]:
        """Return the definitions of some rules by name (``rule number/place``), each after its facts' aliases."""
        aliases = free_names("a", set())
        return {f"{one.number}/{place}": self._rule(one, aliases) for place, one in enumerate(variants)}

    def _rule(self, variant: Variant, aliases: Iterator[str]) -> list[Any]:
        names = {piece.alias: next(aliases) for piece in variant.pieces}
        asked = [names[piece.alias] for piece in variant.pieces if not piece.absent]
        first = next(aliases) if variant.closing else asked[0]
        written: list[_Term] = [{first: {"$and": [{"kind": CLOSE}]}}] if variant.closing else []
        flags = _flags(variant)
        for piece in variant.pieces:
            terms = self._constants(piece, flags[piece.alias])
            if written:
                terms += [*self._joins(piece, names), {"plan": {first: "plan"}}]
            written.append({names[piece.alias] + ("$not" if piece.absent else ""): {"$and": terms}})
        # One fact may stand for two aliases.
        return [asked, {"all": written, "dist": 0}]

    def _constants(self, piece: Piece, flags: Iterable[tuple[str, str]]) -> list[_Term]:
        terms: list[_Term] = [{"kind": self.codes[piece.kind]}]
        terms += [{f"{letter}{self.names[field]}": "1"} for letter, field in sorted(flags)]
        for condition in piece.conditions:
            if not isinstance(condition.value, Ref | tuple):
                terms.append(self._constant(condition, condition.value))
        return terms

    def _constant(self, condition: Condition, value: Value) -> _Term:
        number = self.names[condition.field]
        if condition.op in ORDER:
            never = {"one": "0"}
            return {f"${condition.op}": {f"n{number}": self.ranks[value]}} if is_number(value) else never
        term = {f"e{number}": self.codes[exact_key(value)]}
        return term if condition.op == "eq" else {"$neq": term}

    def _joins(self, piece: Piece, names: Mapping[str, str]) -> list[_Term]:
        equalities: list[_Term] = []
        comparisons: list[_Term] = []
        for condition in piece.conditions:
            if not isinstance(condition.value, Ref):
                continue
            letter = "n" if condition.op in ORDER else "e"
            target, field = names[condition.value.alias], self.names[condition.value.field]
            term = {f"{letter}{self.names[condition.field]}": {target: f"{letter}{field}"}}
            if condition.op == "eq":
                equalities.append(term)
            else:
                comparisons.append({f"${condition.op}": term})
            if piece.absent:
                # What the rule matched may lack the field: then nothing stands in the way, so only the join may ask.
                equalities.append({"one": {target: f"{_flag(condition)}{field}"}})
        return equalities + comparisons


def _flag(condition: Condition) -> str:
    return "x" if condition.op in ORDER else "h"


def _flags(variant: Variant) -> dict[str, set[tuple[str, str]]]:
    """Return per alias the fields that its fact must have for the rule to hold, with the flag that says so."""
    flags: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for piece in variant.pieces:
        for condition in piece.conditions:
            flags[piece.alias].add((_flag(condition), condition.field))
            if isinstance(condition.value, Ref) and not piece.absent:
                flags[condition.value.alias].add((_flag(condition), condition.value.field))
    return flags


def _alternatives(rule: Rule, patterns: Sequence[Pattern]) -> list[list[Pattern]]:
    ways = 1
    for condition in (condition for pattern in patterns for condition in pattern.conditions):
        ways *= len(condition.value) if isinstance(condition.value, tuple) else 1
    if ways > ALTERNATIVES_PER_RULE:
        raise _refusal(rule.id, "too-many-alternatives", limit=ALTERNATIVES_PER_RULE)
    return [
        [replace(pattern, conditions=chosen) for chosen in product(*(_options(c) for c in pattern.conditions))]
        for pattern in patterns
    ]


def _options(condition: Condition) -> list[Condition]:
    if not isinstance(condition.value, tuple):
        return [condition]
    distinct = {exact_key(value): value for value in condition.value}
    return [Condition(condition.field, "eq", value) for value in distinct.values()]


def _piece(rule: str, pattern: Pattern, *, absent: bool) -> Piece:
    kinds = [c for c in pattern.conditions if c.field == "kind" and c.op == "eq" and isinstance(c.value, str)]
    if not kinds:
        raise _refusal(rule, "no-kind", alias=pattern.alias)
    rest = tuple(c for c in pattern.conditions if c is not kinds[0] and not _is_plan_join(c))
    # A join of an absence takes two terms.
    if 2 * sum(isinstance(c.value, Ref) for c in rest) > TERMS_PER_PATTERN:
        raise _refusal(rule, "too-many-terms", alias=pattern.alias)
    return Piece(pattern.alias, str(kinds[0].value), rest, absent)


def _is_plan_join(condition: Condition) -> bool:
    value = condition.value
    return condition.field == "plan" and condition.op == "eq" and isinstance(value, Ref) and value.field == "plan"


def _refuse_loose(rule: Rule) -> None:
    """Refuse a rule whose patterns are not all bound to one plan, since a session holds one plan only."""
    aliases = {pattern.alias for pattern in rule.when}
    for place, pattern in enumerate((*rule.when, *rule.without)):
        links = {c.value.alias for c in pattern.conditions if isinstance(c.value, Ref) and _is_plan_join(c)}
        if place and not links & aliases:
            raise _refusal(rule.id, "no-plan-join", alias=pattern.alias)


def _refusal(rule: str, reason: str, **values: object) -> MatcherError:
    return MatcherError("match.unrepresentable", rule=rule, reason=phrase(f"match.{reason}", **values))
