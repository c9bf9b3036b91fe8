"""The examples that the cards themselves give: all of fails raise their rule, none of passes does."""

import pytest

from rules import card_files, load_cards
from rules.load import read
from tests.rules.run_example import findings_of

CARDS = load_cards()
EXAMPLES = [
    pytest.param(file.stem, example.model_dump(exclude_none=True), fails, id=f"{file.stem}-{kind}-{number}")
    for file in card_files()
    for kind, fails in (("fails", True), ("passes", False))
    for number, example in enumerate(getattr(read(file).examples, kind), 1)
]


@pytest.mark.parametrize(("rule", "example", "fails"), EXAMPLES)
def test_example(rule, example, fails):
    found = [finding.message.zh for finding in findings_of(example, CARDS) if finding.rule == rule]
    assert bool(found) == fails, found


def test_every_card_shows_two_faults_and_three_things_that_are_right():
    few = {
        file.stem: (len(read(file).examples.fails), len(read(file).examples.passes))
        for file in card_files()
        if len(read(file).examples.fails) < 2 or len(read(file).examples.passes) < 3
    }
    assert few == {}
