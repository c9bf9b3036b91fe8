"""Every card on hand-made facts: what it must raise, and what looks alike and must stay silent."""

from pathlib import Path

import pytest
import yaml

from rules import load_cards
from rules.examples import findings_of

CARDS = load_cards()
SETS = {
    card: sets
    for card, sets in yaml.safe_load((Path(__file__).parent / "cards_on_facts.yaml").read_text("utf-8")).items()
    if card != "shared"
}
CASES = [
    pytest.param(card, facts, shape == "fires", id=f"{card}-{shape}-{number}")
    for card, shapes in SETS.items()
    for shape in ("fires", "silent")
    for number, facts in enumerate(shapes[shape], 1)
]


@pytest.mark.parametrize(("card", "facts", "fires"), CASES)
def test_card_on_facts(card, facts, fires):
    found = [finding for finding in findings_of({"facts": facts}, CARDS) if finding.rule == card]
    assert len(found) == (1 if fires else 0)


@pytest.mark.parametrize("card", [card.id for card in load_cards()])
def test_every_shape_of_every_card_is_raised_by_some_facts(card):
    raised = {
        (finding.severity, finding.verdict, finding.message)
        for facts in SETS[card]["fires"]
        for finding in findings_of({"facts": facts}, CARDS)
        if finding.rule == card
    }
    cases = next(one for one in load_cards() if one.id == card).cases
    assert len(raised) >= len({(case.severity, case.verdict, case.message) for case in cases})


def test_every_card_has_facts_that_raise_it_and_facts_that_do_not():
    assert {card.id for card in load_cards()} == set(SETS)
    assert all(sets["fires"] and sets["silent"] for sets in SETS.values())
