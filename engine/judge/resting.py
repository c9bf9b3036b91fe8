"""What besides the plan a finding rests on: where that is not given again, nobody can say that it was put right."""

from __future__ import annotations

from engine.match.rule import Condition, Rule

_OF_STANDARDS = frozenset(
    {"requirement", "match", "people", "refusal", "mention", "item-match", "allocation", "standard"}
)
_OF_THE_YEAR_BEFORE = frozenset({"yearly"})
# Of the facts that a plan has by itself, what only a standard can make true.
_ASKED_OF_STANDARDS = frozenset({("commitment", "extra"), ("reference", "target")})
_WITHIN_THE_PLAN = ("annex",)


def rests_on(rule: Rule) -> tuple[str, ...]:
    """Return what has to be there besides the plan before a rule can hold: ``standards``, ``previous``."""
    conditions = [condition for pattern in rule.when for condition in _with_kind(pattern.conditions)]
    kinds = {kind for kind, _ in conditions}
    standards = kinds & _OF_STANDARDS or any(
        (kind, asked.field) in _ASKED_OF_STANDARDS and asked.value not in _WITHIN_THE_PLAN for kind, asked in conditions
    )
    needed = {"standards": standards, "previous": kinds & _OF_THE_YEAR_BEFORE}
    return tuple(source for source, there in needed.items() if there)


def _with_kind(conditions: tuple[Condition, ...]) -> list[tuple[str, Condition]]:
    kind = next((str(condition.value) for condition in conditions if condition.field == "kind"), "")
    return [(kind, condition) for condition in conditions]
