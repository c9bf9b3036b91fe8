"""A count for fewer ages than the higher document's, which sets a total in its text and a share in its annex."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(()), load_catalogue()
UPPER = (
    "南山市2024年民生实事实施方案\n一、主要任务\n1.康复救助。为620名0—17周岁残疾儿童提供康复救助。\n2.就业。城镇新增就业900人。\n"
    "附件\n南山市2024年任务分解表\n县区\t残疾儿童康复救助（人）\t城镇新增就业（人）\n东河县\t150\t500\n西河县\t470\t400\n合计\t620\t900\n"
)


def narrowed(ages: str, upper: str = UPPER) -> list[tuple[str, ...]]:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.康复救助。为150名{ages}残疾儿童提供康复救助。\n2.就业。城镇新增就业500人。\n"
    found = check_texts(plan, upper, CARDS, CATALOGUE)
    return [tuple(e.span.text for e in f.evidence if e.role == "plan") for f in found if f.rule == "scope-narrowed"]


@pytest.mark.parametrize("ages", ["0—14周岁", "0-6周岁", "3—17周岁"])
def test_they_are_told_once_with_the_words_that_say_so(ages: str) -> None:
    ((figure, words),) = narrowed(ages)
    assert figure == "150名" and ages in words


@pytest.mark.parametrize("ages", ["0—17周岁", "0—18周岁", ""])
def test_the_same_ages_or_more_are_right(ages: str) -> None:
    assert narrowed(ages) == []


def test_a_total_without_a_share_is_told_of_itself() -> None:
    (words,) = narrowed("0—14周岁", UPPER.partition("附件")[0])
    assert "150名" in words
