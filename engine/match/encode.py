"""Facts in the only form that durable_rules can be trusted with: short codes and whole numbers.

Every value becomes a code, the same for equal values alone, and every number a rank, so that no tricky text, decimal,
float or null reaches the library. The numbers that rules name have fixed ranks, ``GAP`` apart; the numbers of facts
take the ranks between them. For each field compared, a row says whether the fact has it (``h``) and whether it is a
number (``x``), and holds a filler when not: rules ask for these flags, so that a missing field neither raises nor
equals another missing one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from engine.facts.fact import Value
from engine.match.compare import ORDER, exact_key, is_number
from engine.match.durable_worker import CLOSE, fnv1a
from engine.match.rule import Ref, Rule
from engine.match.rulesets import Definition, Variant, Writer, group, variants_of

GAP = 2**32

Number = int | Fraction
Row = dict[str, str | int]

_RESERVED = ("id", "sid", "kind", "plan", "one", "no", "$s", "$time", "$timerName", "$baseTime")


class RuleBook(Struct, frozen=True):
    """Rules in the worker's form, and what their facts must show.

    ``fields`` gives per ruleset and kind of fact the fields compared, ``closing`` whether a ruleset asks for absences,
    ``names`` the number that stands for a field, ``codes`` and ``marks`` the constants and the numbers (sorted) that
    the rules name.
    """

    rulesets: tuple[Definition, ...]
    fields: tuple[Mapping[str, tuple[str, ...]], ...]
    closing: tuple[bool, ...]
    names: Mapping[str, int]
    codes: Mapping[Hashable, str]
    marks: tuple[Number, ...]


def make_book(rules: Sequence[Rule]) -> RuleBook:
    """Return rules in the worker's form; raises MatcherError for a rule that cannot be put into it."""
    groups = group(one for number, rule in enumerate(rules) for one in variants_of(number, rule))
    fields = tuple(_fields(one) for one in groups)
    names = _names({field for kinds in fields for named in kinds.values() for field in named})
    codes, marks = _constants(one for variants in groups for one in variants)
    writer = Writer(names, codes, _ranks(marks, ()))
    closing = tuple(any(one.closing for one in variants) for variants in groups)
    return RuleBook(tuple(writer.ruleset(one) for one in groups), fields, closing, names, codes, marks)


def make_rows(book: RuleBook, ruleset: int, facts: Mapping[int, Mapping[str, Value]]) -> list[Row]:
    """Return, of the facts of one plan by number, those that a ruleset asks about, in the worker's form."""
    asked = book.fields[ruleset]
    wanted = {number: (str(fact["kind"]), fact) for number, fact in facts.items() if fact["kind"] in asked}
    codes = dict(book.codes)
    ranks = _ranks(book.marks, (fact[f] for kind, fact in wanted.values() for f in asked[kind] if f in fact))
    rows = []
    for number, (kind, fact) in wanted.items():
        row: Row = {"kind": codes[kind], "plan": "p", "one": "1", "no": number}
        for field in asked[kind]:
            row |= _shown(book.names[field], fact.get(field), codes, ranks)
        rows.append(row)
    if rows and book.closing[ruleset]:
        rows.append({"kind": CLOSE, "plan": "p"})
    return rows


def _shown(name: int, value: Value | None, codes: dict[Hashable, str], ranks: Mapping[Number, int]) -> Row:
    if value is None:
        return {f"e{name}": "-", f"h{name}": "0", f"n{name}": 0, f"x{name}": "0"}
    code = codes.setdefault(exact_key(value), f"v{len(codes)}")
    row: Row = {f"e{name}": code, f"h{name}": "1", f"n{name}": 0, f"x{name}": "0"}
    return row | {f"n{name}": ranks[value], f"x{name}": "1"} if is_number(value) else row


def _ranks(marks: Sequence[Number], values: Iterable[Value]) -> dict[Number, int]:
    ranks: dict[Number, int] = {mark: place * GAP for place, mark in enumerate(marks, 1)}
    used: dict[int, int] = defaultdict(int)
    for value in sorted({value for value in values if is_number(value)}):
        if value not in ranks:
            gap = bisect_right(marks, value)
            used[gap] += 1
            ranks[value] = gap * GAP + used[gap]
    return ranks


def _constants(variants: Iterable[Variant]) -> tuple[dict[Hashable, str], tuple[Number, ...]]:
    codes: dict[Hashable, str] = {}
    marks: set[Number] = set()
    for piece in (piece for one in variants for piece in one.pieces):
        codes.setdefault(piece.kind, f"c{len(codes)}")
        for condition in piece.conditions:
            if isinstance(condition.value, Ref | tuple):
                continue
            codes.setdefault(exact_key(condition.value), f"c{len(codes)}")
            if condition.op in ORDER and is_number(condition.value):
                marks.add(condition.value)
    return codes, tuple(sorted(marks))


def _names(fields: Iterable[str]) -> dict[str, int]:
    """Return a number for each field, such that no two properties of a row share a hash: the library knows no more."""
    taken = {fnv1a(name) for name in _RESERVED}
    names: dict[str, int] = {}
    number = 0
    for field in sorted(fields):
        while taken & {fnv1a(f"{letter}{number}") for letter in "ehnx"}:
            number += 1
        taken |= {fnv1a(f"{letter}{number}") for letter in "ehnx"}
        names[field] = number
    return names


def _fields(variants: Iterable[Variant]) -> dict[str, tuple[str, ...]]:
    fields: dict[str, set[str]] = defaultdict(set)
    for one in variants:
        kinds = {piece.alias: piece.kind for piece in one.pieces}
        for piece in one.pieces:
            fields[piece.kind].update(condition.field for condition in piece.conditions)
            for condition in piece.conditions:
                if isinstance(condition.value, Ref):
                    fields[kinds[condition.value.alias]].add(condition.value.field)
    return {kind: tuple(sorted(named)) for kind, named in sorted(fields.items())}
