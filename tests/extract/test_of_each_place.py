"""What is done in each of so many places: the places are no part of its name, and 村 and 行政村 are one measure."""

import pytest

from engine.check import check_texts, document_of
from engine.extract import extract
from engine.quantity.units import parse_unit
from rules import load_cards
from standards.catalogue import load_catalogue


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全县85个行政村每村每月放映电影1场，全年共1020场。", ("电影放映场次", "1", "场/村/月")),
        ("85个行政村每村每月放映1场电影。", ("电影放映场次", "1", "场/村/月")),
        ("全县85个村，每村每月放映电影1场以上。", ("电影放映场次", "1", "场/村/月")),
        ("30个社区每社区每季度举办讲座2场。", ("讲座场次", "2", "场/社区/季度")),
        ("12个村每个村每年体检1次。", ("体检次数", "1", "次/村/年")),
        ("6所学校每校新增学位200个。", ("新增学位数量", "200", "个/校")),
        ("每个行政村每月放映电影1场。", ("电影放映场次", "1", "场/行政村/月")),
        ("每村每月放映电影1场。", ("电影放映场次", "1", "场/村/月")),
    ],
)
def test_the_places_are_no_part_of_the_name(sentence: str, expected: tuple[str, ...]) -> None:
    found = [(c.label, str(c.bound.value), c.unit) for c in extract(document_of(f"{sentence}\n", "plan")).commitments]
    assert expected in found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("场/村/月", "场/行政村/月", True),
        ("元/村/年", "元/行政村/年", True),
        ("场/村/月", "场/社区/月", False),
        ("场/村/月", "场/乡镇/月", False),
        ("个/村", "个", False),
    ],
)
def test_villages_are_one_measure(one: str, other: str, same: bool) -> None:
    assert (parse_unit(one).dimension == parse_unit(other).dimension) is same


@pytest.mark.parametrize(
    ("told", "rules"),
    [
        ("全县85个行政村每村每月放映电影1场，全年共1020场。", set()),
        ("全县85个村，每村每月放映电影1场以上。", set()),
        ("全县85个行政村每村每季度放映电影1场。", {"below-floor"}),
    ],
)
def test_what_each_village_is_shown_is_compared(told: str, rules: set[str]) -> None:
    upper = "南山市2024年民生实事方案\n1.文化惠民。每个行政村每月放映电影1场。\n2.供水。自来水普及率达到95%。\n"
    plan = f"东河县2024年民生实事方案\n1.文化惠民。{told}\n2.供水。自来水普及率达到95%。\n"
    found = check_texts(plan, upper, load_cards(), load_catalogue())
    assert {f.rule for f in found if f.severity in ("error", "warning")} == rules
