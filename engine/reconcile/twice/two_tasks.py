"""Two tasks of one name in two items of a plan, which are no restatement of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from engine.commitment import Commitment
from engine.facts.fact import Fact


def of_one_task(facts: Sequence[Fact], by_id: Mapping[str, Commitment]) -> Iterator[Fact]:
    """Yield the facts without those of two tasks of one name: the sentences of two items differ in all that both state.

    为120名老人发放补贴，每人每月50元 and 为80名老人发放补贴，每人每月200元 are for two groups of people.
    """
    between: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        one, other = by_id.get(str(fact.fields["first"])), by_id.get(str(fact.fields["second"]))
        if one and other and one.item != other.item and one.section == other.section == "body":
            between[one.sentence, other.sentence].append(fact)
    apart = [same for same in between.values() if len(same) > 1 and not any(fact.fields["agree"] for fact in same)]
    dropped = {str(fact.fields["id"]) for same in apart for fact in same}
    yield from (fact for fact in facts if str(fact.fields["id"]) not in dropped)
