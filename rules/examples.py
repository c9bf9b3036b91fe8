"""Running the examples of cards: what must raise a rule and what must not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.errors import RuleError
from engine.judge.card import Card
from engine.judge.finding import Finding
from engine.judge.judge import judge
from engine.match.indexed import IndexedMatcher
from engine.wording import Text, phrase
from rules.facts import problem, written_facts
from rules.load import read


def findings_of(example: Mapping[str, Any], cards: Sequence[Card]) -> tuple[Finding, ...]:
    """Return what all cards together find in an example, so that a card that yields is seen to yield."""
    if example.get("facts") is not None:
        hits = IndexedMatcher().run([rule for card in cards for rule in card.rules], written_facts(example["facts"]))
        return judge(cards, hits)
    from rules.texts import findings_in_words

    return findings_in_words(example, cards)


def failures(files: Sequence[Path], cards: Sequence[Card]) -> Iterator[Text]:
    """Yield a sentence for each example that does not behave as its card says.

    Raises RuleError for a card that cannot be read.
    """
    for file in files:
        card = read(file)
        for wanted, examples in ((True, card.examples.fails), (False, card.examples.passes)):
            for number, example in enumerate(examples, 1):
                yield from _failure(file, card.id, number, example.model_dump(exclude_none=True), cards, wanted)


def _failure(
    file: Path, rule: str, number: int, example: Mapping[str, Any], cards: Sequence[Card], wanted: bool
) -> Iterator[Text]:
    try:
        found = [finding for finding in findings_of(example, cards) if finding.rule == rule]
    except RuleError as error:
        yield problem(file, number, error)
        return
    if wanted and not found:
        yield phrase("rules.example-silent", file=file, number=number, rule=rule)
    if found and not wanted:
        yield phrase("rules.example-fires", file=file, number=number, rule=rule, message=found[0].message)
