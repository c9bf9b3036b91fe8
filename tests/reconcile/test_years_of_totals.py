"""What one year has of a total, in a column of its own, is no more than that total."""

import pytest

from engine.check import check_texts
from rules import load_cards

HEAD = "东河县2024年民生实事项目清单\n"
ROWS = (("放心托育", 1860, 1860), ("教育扩容", 28600, 12400), ("清泉润乡", 3200, 2100), ("文体惠民", 1150, 1150))


def table(whole: str, year: str, last: tuple[str, int, int]) -> str:
    rows = [*ROWS, last]
    lines = [f"序号\t项目名称\t{whole}\t{year}\t责任单位"]
    lines += [f"{n}\t{name}\t{total}\t{part}\t县住建局" for n, (name, total, part) in enumerate(rows, 1)]
    return HEAD + "\n".join(lines) + "\n"


def errors(text: str) -> set[str]:
    return {f.rule for f in check_texts(text, None, load_cards()) if f.severity == "error"}


@pytest.mark.parametrize(
    ("whole", "year"),
    [
        ("总投资（万元）", "2024年计划投资（万元）"),
        ("估算总投资（万元）", "本年度计划完成投资（万元）"),
        ("投资总额（万元）", "当年投资（万元）"),
        ("总任务（户）", "2024年任务（户）"),
        ("建设总规模（套）", "年度建设规模（套）"),
    ],
)
@pytest.mark.parametrize(("part", "found"), [(7530, True), (7350, False), (5000, False)])
def test_a_year_has_no_more_than_the_total(whole: str, year: str, part: int, found: bool) -> None:
    assert ("part-exceeds-whole" in errors(table(whole, year, ("安居焕新", 7350, part)))) is found


@pytest.mark.parametrize(
    ("whole", "year"),
    [
        # What was done or arrived, and what is counted otherwise.
        ("总投资（万元）", "累计完成投资（万元）"),
        ("总投资（万元）", "2024年贷款额度（万元）"),
        ("总投资（万元）", "2024年任务（户）"),
        ("总户数（户）", "2024年任务（户）"),
        ("年度计划投资（万元）", "上年投资（万元）"),
    ],
)
def test_other_columns_are_no_parts(whole: str, year: str) -> None:
    assert "part-exceeds-whole" not in errors(table(whole, year, ("安居焕新", 7350, 7530)))


def test_where_most_rows_have_more_the_head_means_something_else() -> None:
    rows = "".join(f"{n}\t项目{n}\t{100 * n}\t{100 * n + 20}\t县住建局\n" for n in range(1, 5))
    text = HEAD + "序号\t项目名称\t总投资（万元）\t2024年计划投资（万元）\t责任单位\n" + rows
    assert "part-exceeds-whole" not in errors(text)
