"""A rule card as the engine needs it: compiled cases, and which facts a finding shows. Cards are read in ``rules/``."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from engine.facts.fact import Role
from engine.judge.finding import Certainty, Severity, Status
from engine.match.rule import Ref, Rule
from engine.wording import Text

Group = Literal["conformance", "consistency", "drafting", "upkeep", "tool"]
GROUPS: tuple[Group, ...] = ("conformance", "consistency", "drafting", "upkeep", "tool")


class FigureRef(Struct, frozen=True):
    """Where a figure comes from: the figure of the fact ``alias``, or its field (``@t.computed``) in its own unit."""

    alias: str
    field: str | None = None


class Case(Struct, frozen=True):
    """One shape of a rule, with all that its findings show.

    ``certainty`` is fixed or taken from a field; ``evidence`` lists the aliases whose words are shown, by role;
    ``standard`` is the alias of the requirement; ``label`` the alias that the finding is named after.
    """

    rule: Rule
    severity: Severity
    verdict: Status
    message: Text
    remedy: Text
    certainty: Certainty | Ref = "certain"
    evidence: tuple[tuple[Role, tuple[str, ...]], ...] = ()
    expected: FigureRef | None = None
    actual: FigureRef | None = None
    standard: str | None = None
    label: str | None = None


class Card(Struct, frozen=True):
    """A rule: its name and code, its cases, and the cards whose finding on the same figure makes its own needless."""

    id: str
    code: str
    group: Group
    severity: Severity
    title: Text
    cases: tuple[Case, ...]
    yields_to: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The compiled rules of all cases."""
        return tuple(case.rule for case in self.cases)
