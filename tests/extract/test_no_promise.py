"""Numbers that count what words beside them name, or that number a paper, are promised by nobody."""

import pytest

from engine.check import document_of, read_plan_text
from engine.resolve.resolver import Resolver
from standards.catalogue import load_catalogue


@pytest.mark.parametrize(
    ("sentence", "printed"),
    [
        ("附件1所列标准由各县执行。", []),
        ("按附件2件数办理，建成2所养老院。", ["2所"]),
        ("全区槐南镇、槐北镇2个镇和东关街道、西关街道、南湖街道3个街道领办任务。", []),
        ("在槐南镇新建幼儿园2个。", ["2个"]),
        ("新建社区食堂5个、便民点3个。", ["5个", "3个"]),
        ("滨河街道建设公园4个，北街道5个，南街道3个，共12个。", ["4个", "5个", "3个", "12个"]),
    ],
)
def test_what_is_counted_only_in_passing(sentence: str, printed: list[str]) -> None:
    text = f"安州区2024年民生实事方案\n一、主要任务\n1.任务安排。{sentence}\n"
    found = read_plan_text(document_of(text, "plan"), Resolver(load_catalogue())).commitments
    assert [c.span.text for c in found] == printed
