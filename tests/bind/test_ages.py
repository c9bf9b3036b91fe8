"""Age brackets of a requirement against the tiers of a plan."""

import pytest

from engine.bind.people.ages import age_relation, brackets_in, widest

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


@pytest.mark.parametrize(
    ("text", "brackets"),
    [
        ("六十五周岁以上老年人", [(65, 200)]),
        ("年满60周岁的老年人", [(60, 200)]),
        ("年满60周岁、不满70周岁的", [(60, 69)]),
        ("从80周岁起发放", [(80, 200)]),
        ("百岁老人", [(100, 200)]),
        ("一百周岁以上", [(100, 200)]),
        ("未满18周岁", []),
    ],
)
def test_ages_are_read_in_words_too(text, brackets):
    assert list(brackets_in(text)) == brackets


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("为80周岁以上老年人发放，其中80—89周岁60元，90周岁以上120元", (80, 200)),
        ("80—89周岁60元，90周岁以上120元", None),
        ("为80周岁以上老年人发放", None),
    ],
)
def test_the_bracket_that_holds_all_tiers(text, bracket):
    assert widest(text) == bracket
