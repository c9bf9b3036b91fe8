"""Two tables of the same rows, each with a column that says until when: a row has one day."""

import pytest
from review_reading import labels

TASKS = "序号\t项目\t目标\t完成时限\n1\t操场改造\t12所\t{first}\n2\t农村公路\t130公里\t11月底前\n3\t养老设施\t8处\t2024年10月底前\n"
DAYS = "序号\t项目\t责任单位\t{head}\n1\t操场改造\t县教育局\t{second}\n2\t农村公路\t县交通局\t11月底\n3\t养老设施\t县民政局\t10月31日前\n"


def plan(first: str, second: str, head: str = "完成时限") -> str:
    return (
        "清澜县2024年民生实事方案\n一、任务\n见附表。\n清澜县2024年任务表\n"
        f"{TASKS.format(first=first)}\n清澜县2024年分工表\n{DAYS.format(head=head, second=second)}"
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (plan("8月底前", "10月底前"), True),
        (plan("8月31日前", "9月底前", "全部完成时限"), True),
        (plan("2024年8月底", "2024年12月底", "办结时间"), True),
        (plan("8月底前", "8月31日前"), False),
        (plan("8月底前", "2024年8月底"), False),
        # The day of something else, a year alone, no day at all, two days.
        (plan("8月底前", "10月底前", "资金拨付时限"), False),
        (plan("8月底前", "10月底前", "验收时间"), False),
        (plan("8月底前", "4月底前", "开工时间"), False),
        (plan("8月底前", "2024年"), False),
        (plan("8月底前", "按月推进"), False),
        (plan("8月底前", "6月底前开工，8月底前完工"), False),
        (plan("8月底前", "2025年3月底前"), False),
    ],
)
def test_a_row_with_two_days(text: str, found: bool) -> None:
    assert labels(text, "two-terms") == (["操场改造"] if found else [])


def test_rows_of_other_names_are_other_rows() -> None:
    text = plan("8月底前", "10月底前").replace("操场改造\t县", "宿舍改造\t县")
    assert labels(text, "two-terms") == []
