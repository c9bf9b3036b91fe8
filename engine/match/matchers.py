"""The matchers by name, and the two run against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from engine.facts.fact import Fact
from engine.match.indexed import Found, IndexedMatcher, as_hits
from engine.match.rule import Hit, Matcher, Rule

if TYPE_CHECKING:
    from engine.match.durable import DurableMatcher


class Difference(Struct, frozen=True, order=True):
    """A hit that only one matcher found: the rule, the plan, and the ids of the facts in the order of its aliases."""

    rule: str
    plan: str
    facts: tuple[str, ...]
    found_by: Literal["indexed", "durable"]


def matcher_named(name: str) -> Matcher:
    """Return ``indexed``, ``durable`` or ``both``; the last two need the extra ``gouji[durable]`` from their first run on."""
    if name == "both":
        return BothMatcher()
    if name == "indexed":
        return IndexedMatcher()
    from engine.match.durable import DurableMatcher

    return DurableMatcher()


class BothMatcher:
    """Runs both matchers, returns what ``indexed`` found, and keeps every difference in ``differences``."""

    def __init__(self, durable: DurableMatcher | None = None) -> None:
        from engine.match.durable import DurableMatcher

        self._durable = durable or DurableMatcher()
        self.differences: list[Difference] = []

    def run(self, rules: Iterable[Rule], facts: Iterable[Fact]) -> list[Hit]:
        """Return the hits of ``indexed``; raises MatcherError when ``durable`` cannot run."""
        hits, differences = run_both(rules, facts, self._durable)
        self.differences += differences
        return hits

    def close(self) -> None:
        """End the worker process of ``durable``."""
        self._durable.close()


def run_both(
    rules: Iterable[Rule], facts: Iterable[Fact], durable: DurableMatcher | None = None
) -> tuple[list[Hit], list[Difference]]:
    """Return the hits of ``indexed``, and in sorted order every hit on which the two matchers differ.

    A hit that ``durable`` reports twice differs as well. Raises MatcherError when ``durable`` cannot run.
    """
    if durable is None:
        from engine.match.durable import DurableMatcher

        with DurableMatcher() as once:
            return run_both(rules, facts, once)
    ruled, listed = tuple(rules), tuple(facts)
    indexed = IndexedMatcher().find(ruled, listed)
    mine, theirs = Counter(indexed), Counter(durable.find(ruled, listed))

    def difference(one: Found, found_by: Literal["indexed", "durable"]) -> Difference:
        matched = [listed[number].fields for number in one[1]]
        ids = tuple(str(fields["id"]) for fields in matched)
        return Difference(ruled[one[0]].id, str(matched[0]["plan"]), ids, found_by)

    only_mine = [difference(one, "indexed") for one in (mine - theirs).elements()]
    only_theirs = [difference(one, "durable") for one in (theirs - mine).elements()]
    return as_hits(ruled, listed, indexed), sorted(only_mine + only_theirs)
