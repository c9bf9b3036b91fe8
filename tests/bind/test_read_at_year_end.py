"""年末 in front of a rate says when it is read; the work behind it has its own day."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()


def late(plan: str, upper: str) -> bool:
    return any(f.rule == "late-deadline" for f in check_texts(plan, upper, CARDS, CATALOGUE))


UPPER = (
    "南山市2024年民生实事实施方案\n一、农村公路\n农村公路列养率达到100%，{rate}。11月底前完成。\n"
    "二、供水\n农村自来水普及率达到95%。10月底前完成。\n"
)
PLAN = "东河县2024年民生实事实施方案\n一、农村公路\n{told}\n二、供水\n农村自来水普及率达到96%。9月底前完成。\n"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("年末农村公路优良中等路率达到90%。11月底前完成。", False),
        ("到年底农村公路优良中等路率不低于90%；加强养护巡查。11月20日前全面完成。", False),
        ("年末农村公路列养率达到100%，农村公路优良中等路率达到91%。10月底前完成。", False),
        ("2024年底农村公路优良中等路率达到92%。11月底前完成。", False),
        ("年末农村公路优良中等路率保持90%。", False),
        ("年末农村公路优良中等路率稳定在90%以上。", False),
        # Done too late, or put off to the end of the year without any other day.
        ("年末农村公路优良中等路率达到90%。12月底前完成。", True),
        ("农村公路优良中等路率达到90%。12月20日前完成。", True),
        ("12月底前农村公路优良中等路率达到90%。", True),
        ("年底前农村公路优良中等路率达到90%。", True),
    ],
)
def test_the_end_of_the_year_at_which_a_rate_is_read(told: str, found: bool) -> None:
    assert late(PLAN.format(told=told), UPPER.format(rate="农村公路优良中等路率不低于90%")) is found
