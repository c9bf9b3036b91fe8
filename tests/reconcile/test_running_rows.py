"""Rows and columns that look like sums and are none, and divisions in a sentence that counts on."""

import pytest

from engine.check import document_of, read_plan_text, reckoned
from engine.resolve.catalogue import Catalogue
from engine.resolve.resolver import Resolver

RESOLVER = Resolver(Catalogue())
HEAD = "东河县2024年民生实事方案\n1.项目。"


def wrong(text: str) -> list[str]:
    plan = read_plan_text(document_of(text, "plan.txt"), RESOLVER)
    return [str(f.fields["label"]) for f in reckoned(plan, "plan") if f.fields.get("agree") is False]


@pytest.mark.parametrize("goes_on", ["", "，新增停车位360个", "，惠及1200户，9月底前完工"])
def test_a_named_division_is_all_whatever_else_is_counted(goes_on: str) -> None:
    assert wrong(f"{HEAD}建设停车场8处，其中新建5处、改扩建2处{goes_on}。\n")
    assert not wrong(f"{HEAD}建设停车场8处，其中新建5处、改扩建3处{goes_on}。\n")
    assert not wrong(f"{HEAD}建设停车场8处，其中新建5处、改扩建2处等{goes_on}。\n")
