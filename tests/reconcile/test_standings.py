"""How many of all are done, on time and behind has to come to all of them."""

import pytest

from engine.check import check_texts
from rules import load_cards

CARDS = load_cards()
TITLE = "东河县2024年上半年民生实事进展情况的通报\n一、总体情况\n"


def errors(words: str) -> list[str]:
    return [f.rule for f in check_texts(f"{TITLE}{words}\n", None, CARDS) if f.severity == "error"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("10项民生实事中，2项已完成全年任务，6项达到或超过序时进度，2项滞后于序时进度。", False),
        ("10项民生实事中，2项已完成全年任务，6项达到或超过序时进度，3项滞后于序时进度。", True),
        ("10项民生实事中，7项达到序时进度、2项进度滞后。", True),
        ("全县实施12件实事，其中4件已办结，5件正在推进，2件未启动。", True),
        ("全县实施12件实事，其中4件已办结；6件正在推进；2件尚未启动。", False),
        ("12个项目中，已完工5个，在建4个，未开工4个。", True),
        ("12个项目中，已完工5个，在建4个，未开工3个。", False),
        # Those that are done are on time as well.
        ("10项民生实事中，2项已完成全年任务，8项达到或超过序时进度，2项滞后于序时进度。", False),
        # Not all of them told, or told by marks that overlap.
        ("10项民生实事中，2项已完成全年任务，6项达到序时进度。", False),
        ("10项民生实事中，9项已开工，6项完成过半，3项滞后于序时进度。", False),
        ("10项民生实事中，3项滞后于序时进度，涉及2个部门。", False),
    ],
)
def test_those_that_stand_otherwise_make_the_whole(words: str, found: bool) -> None:
    assert errors(words) == (["parts-mismatch"] if found else [])
