"""Age brackets of a requirement against the tiers of a plan."""

import pytest

from engine.bind.ages import age_relation

EIGHTY, NINETY, HUNDRED, TO_89 = (80, 200), (90, 200), (100, 200), (80, 89)


@pytest.mark.parametrize(
    ("wanted", "given", "tiers", "relation"),
    [
        (EIGHTY, EIGHTY, [], "equal"),
        (HUNDRED, EIGHTY, [EIGHTY], "wider"),
        (EIGHTY, HUNDRED, [HUNDRED], "narrower"),
        (EIGHTY, TO_89, [TO_89, NINETY], "equal"),
        (HUNDRED, TO_89, [TO_89], "disjoint"),
        # 80周岁以上65元, 100周岁以上550元: the second tier alone answers for those of 100.
        (HUNDRED, EIGHTY, [EIGHTY, HUNDRED], "disjoint"),
        (HUNDRED, HUNDRED, [EIGHTY, HUNDRED], "equal"),
        (None, EIGHTY, [EIGHTY], "equal"),
    ],
)
def test_a_tier_of_its_own_answers_for_a_bracket(wanted, given, tiers, relation):
    assert age_relation(wanted, given, tiers) == relation
