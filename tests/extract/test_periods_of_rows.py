"""A table with a row for each part of the year: what is paid in the last of them is what the plan comes to."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()
UPPER = (
    "南山市2024年民生实事方案\n1.社会救助。自2024年7月1日起，城乡低保标准由每人每月780元提高到不低于820元。\n"
    "2.就业。城镇新增就业9000人。\n"
)
HEAD = "东河县2024年困难群众补助测算表\n序号\t补助类别\t执行期\t人数（人）\t标准（元/人/月）\t月数\n"
BRACKETS = "东河县2024年困难群众补助测算表\n序号\t补助类别\t人数（人）\t标准（元/人/月）\t月数\n"


def low(table: str) -> list[str]:
    found = check_texts(table, UPPER, CARDS, CATALOGUE)
    return [f.evidence[0].span.text for f in found if f.rule in ("below-floor", "outdated-standard")]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("1—6月", "7—12月"),
        ("1-6月", "7-12月"),
        ("1月至6月", "7月至12月"),
        ("上半年", "下半年"),
        ("2024年1—6月", "2024年7—12月"),
        ("1～6月份", "7～12月份"),
    ],
)
@pytest.mark.parametrize(
    ("paid", "found"), [(("780", "830"), []), (("780", "780"), ["780"]), (("830", "810"), ["810"])]
)
def test_only_the_last_part_of_the_year_is_held(first: str, last: str, paid: tuple[str, str], found: list[str]) -> None:
    rows = [(first, paid[0]), (last, paid[1])]
    told = "".join(f"{n}\t城乡低保\t{when}\t520{n}\t{sum_}\t6\n" for n, (when, sum_) in enumerate(rows, 1))
    more = "3\t残疾人两项补贴\t全年\t300\t110\t12\n4\t高龄津贴\t全年\t900\t50\t12\n"
    assert low(HEAD + told + more) == found
    bracketed = "".join(f"{n}\t城乡低保（{when}）\t520{n}\t{sum_}\t6\n" for n, (when, sum_) in enumerate(rows, 1))
    assert low(BRACKETS + bracketed + more.replace("\t全年", "")) == found


@pytest.mark.parametrize("when", ["1—6月", "全年", "上半年", "7—12月"])
def test_a_row_that_no_other_follows_is_held(when: str) -> None:
    assert low(
        f"{HEAD}1\t城乡低保\t{when}\t5200\t780\t6\n2\t高龄津贴\t全年\t900\t50\t12\n3\t孤儿\t7—12月\t9\t2100\t6\n"
    ) == ["780"]
