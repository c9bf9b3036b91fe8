"""A list of kinds that says how many they are, before the figures that are theirs in turn."""

import pytest

from engine.check import document_of
from engine.extract import extract


def read(text: str) -> list[tuple[str, tuple[str, ...], str]]:
    found = extract(document_of(f"某县2024年民生实事方案\n1.保障。{text}", "plan.txt")).commitments
    return [(c.label, c.scope, c.span.text) for c in found]


@pytest.mark.parametrize(
    "text",
    [
        "照料护理标准按全自理、半护理、全护理三档，分别为每人每月180元、560元、1100元。",
        "照料护理标准按全自理、半护理、全护理分别为每人每月180元、560元、1100元。",
        "照料护理标准分全自理、半护理、全护理三档，每人每月180元、560元、1100元。",
        "全自理、半护理、全护理三档照料护理标准分别为每人每月180元、560元、1100元。",
        "照料护理标准分为全自理、半护理、全护理三个等级，分别为每人每月180元、560元、1100元。",
        "照料护理标准按照全自理、半护理、全护理三类，分别达到每人每月180元、560元、1100元。",
        "照料护理标准划分为全自理、半护理、全护理三个档次，分别不低于每人每月180元、560元、1100元。",
    ],
)
def test_each_kind_has_its_figure(text: str) -> None:
    found = read(text)
    assert [scope for _, scope, _ in found] == [("全自理",), ("半护理",), ("全护理",)]
    assert [label for label, _, _ in found] == [f"{kind}照料护理标准" for kind in ("全自理", "半护理", "全护理")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("改造公厕、中转站两类设施，新建12座、改建3座。", ["12座", "3座"]),
        ("按月、按季两类台账，分别报送3份、2份、1份。", ["3份", "2份", "1份"]),
        ("集中供养、分散供养标准分别为每人每月1300元、1100元。", ["1300元", "1100元"]),
        ("新建一类、二类公厕3座。", ["3座"]),
    ],
)
def test_other_lists_are_read_as_ever(text: str, figures: list[str]) -> None:
    assert [words for _, _, words in read(text)] == figures
