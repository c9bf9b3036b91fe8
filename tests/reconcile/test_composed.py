"""A figure that is made up of others, as the words behind it say."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()


def rules(told: str) -> set[str]:
    plan = f"东河县2024年民生实事方案\n1.体检。{told}\n2.就业。城镇新增就业500人。\n"
    return {f.rule for f in check_texts(plan, None, CARDS, CATALOGUE) if f.severity in ("error", "warning")}


FORMS = [
    "免费体检860人，由城区学校520人、农村学校{}人两部分组成。",
    "免费体检860人，由城区学校520人和农村学校{}人组成，9月底前完成。",
    "免费体检860人，由城区学校520人、农村学校{}人构成。",
    "免费体检860人，分为城区学校520人、农村学校{}人两类。",
    "免费体检860名学生，由城区学校520名、农村学校{}名共同组成。",
    "免费体检860人（由城区学校520人、农村学校{}人组成）。",
    "免费体检860人，由小学300人、初中220人、高中{}人三部分构成。",
]


@pytest.mark.parametrize("form", FORMS)
def test_what_it_is_made_up_of_makes_it(form: str) -> None:
    assert rules(form.format(340)) == set()
    assert rules(form.format(310)) == {"parts-mismatch"}


@pytest.mark.parametrize(
    "told",
    [
        "免费体检860人，由城区学校520人、农村学校310人等组成。",
        "组建团队38个，由2名医生、3名护士组成。",
        "免费体检860人，由县教育局、县卫健局组成专班推进。",
        "免费体检860人，包括城区学校520人。",
        "免费体检860人，由12个小组分批开展，每组由2名医生、3名护士组成。",
        "免费体检860人，其中城区学校520人。",
    ],
)
def test_what_does_not_make_it_up(told: str) -> None:
    assert rules(told) == set()
