"""One table of dates, read alike in prose, in a field, in a column of dates, and cut out of what a figure is called."""

import pytest

from engine.check import document_of
from engine.extract import extract
from engine.quantity.dates import day_named, last_named

# As printed in a plan of 2024, and what it means as ISO day, month or year.
DATES = [
    ("2024年9月底前", "2024-09"),
    ("2024年9月30日前", "2024-09-30"),
    ("2025年6月", "2025-06"),
    ("9月底前", "2024-09"),
    ("9月底之前", "2024-09"),
    ("9月份前", "2024-09"),
    ("10月1日以前", "2024-10-01"),
    ("今年9月底前", "2024-09"),
    ("本年10月15日前", "2024-10-15"),
    ("6月末", "2024-06"),
    ("九月底前", "2024-09"),
    ("十一月底", "2024-11"),
    ("九月三十日前", "2024-09-30"),
    ("二〇二四年九月底前", "2024-09"),
    ("9月上旬前", "2024-09-10"),
    ("2024年9月中旬前", "2024-09-20"),
    ("9月下旬前", "2024-09"),
    ("次年3月底前", "2025-03"),
    ("明年3月15日前", "2025-03-15"),
    ("次年底前", "2025"),
    ("明年上半年", "2025-06"),
    ("上半年", "2024-06"),
    ("2024年上半年", "2024-06"),
    ("下半年", "2024-12"),
    ("第三季度", "2024-09"),
    ("三季度末前", "2024-09"),
    ("3季度末前", "2024-09"),
    ("2024年二季度", "2024-06"),
    ("2024年前三季度", "2024-09"),
    ("年中前", "2024-06"),
    ("年内", "2024"),
    ("年底前", "2024"),
    ("当年年底前", "2024"),
    ("本年度内", "2024"),
    ("2025年年内", "2025"),
    ("2024年度", "2024"),
    ("“十四五”末", "2025"),
    ("2024-09-30前", "2024-09-30"),
    ("2024.9底前", "2024-09"),
    ("2024年3月-10月", "2024-10"),
    ("2024年11月至次年3月", "2025-03"),
]
# What only a field or a column for dates makes one to be met.
ONLY_IN_FIELDS = [
    ("9月", "2024-09"),
    ("9月30日", "2024-09-30"),
    ("2024.9", "2024-09"),
    ("2024/9/30", "2024-09-30"),
    ("2024.3-2024.10", "2024-10"),
    ("1-10月", "2024-10"),
    ("年中", "2024-06"),
    ("全年", "2024"),
    ("全年持续推进", "2024"),
    ("3月启动，9月底前完成", "2024-09"),
]
NONE = ["长期坚持", "按上级要求", "三年内", "13月"]


def days_of(body: str) -> list[tuple[str, str | None]]:
    read = extract(document_of(f"某县2024年民生实事实施方案\n{body}", "plan.txt"))
    return [(c.label, c.deadline or (c.around.day if c.around else None)) for c in read.commitments]


@pytest.mark.parametrize(("words", "day"), DATES)
def test_a_date_that_leads_a_figure_is_its_day_and_no_part_of_its_name(words: str, day: str) -> None:
    assert days_of(f"一、供水。{words}新建水厂12座。") == [("新建水厂数量", day)]


@pytest.mark.parametrize(("words", "day"), DATES)
def test_a_date_behind_a_figure_is_its_day(words: str, day: str) -> None:
    assert days_of(f"一、供水。新建水厂12座，{words}全部建成。") == [("新建水厂数量", day)]


@pytest.mark.parametrize(("words", "day"), [*DATES, *ONLY_IN_FIELDS, *((words, None) for words in NONE)])
def test_a_field_names_the_day_of_its_item(words: str, day: str | None) -> None:
    assert days_of(f"一、供水。\n新建水厂12座。\n完成时限：{words}\n") == [("新建水厂数量", day)]


@pytest.mark.parametrize(("words", "day"), [*DATES, *ONLY_IN_FIELDS, *((words, None) for words in NONE)])
def test_a_column_of_dates_names_the_day_of_its_row(words: str, day: str | None) -> None:
    table = (
        f"|项目|目标任务|完成时限|责任单位|\n|供水|新建水厂12座|{words}|县水利局|\n|供热|新建换热站3座|5月底|县住建局|"
    )
    assert [found for _, found in days_of(table)] == [day, "2024-05"]


@pytest.mark.parametrize(("words", "day"), ONLY_IN_FIELDS)
def test_a_month_or_day_that_running_text_only_names_is_none_to_be_met(words: str, day: str) -> None:
    assert "2024" in day
    assert {found for _, found in days_of(f"一、供水。{words}新建水厂12座。")} <= {None, "2024-09" * ("完成" in words)}


@pytest.mark.parametrize(
    ("text", "label", "day"),
    [
        # History, another document's date, a beginning, a length of time and a place.
        ("2023年3月开工以来，新建水厂12座。", None, None),
        ("自2024年9月起新建水厂12座。", None, None),
        ("2024年内蒙古对口支援新建水厂12座。", None, "2024"),
        ("每季度检查水厂12座。", None, None),
        # The year counts what follows it: no day from before it, nor from a title.
        ("6月底前新建水库2座，全年新建水厂12座。", "新建水厂数量", None),
        ("供热管网改造9月中旬前完成12公里。", "供热管网改造里程", "2024-09-20"),
    ],
)
def test_words_around_a_date_say_whether_it_is_one_to_be_met(text: str, label: str | None, day: str | None) -> None:
    found = days_of(f"一、供水。{text}")[-1:]
    assert [d for _, d in found] == [day] * len(found)
    assert label in (None, *(name for name, _ in found))


def test_without_the_year_of_its_plan_only_a_date_with_a_year_says_a_day() -> None:
    assert [day_named(words, None) for words in ("9月底", "次年3月底前", "年内", "2024年9月底")] == [
        None,
        None,
        None,
        "2024-09",
    ]
    assert [last_named(words, None) for words in ("9月底", "2024年9月", "2024.9")] == [None, "2024-09", "2024-09"]


def test_a_year_once_stated_holds_for_the_rest_of_a_field() -> None:
    assert last_named("2025年3月开工，10月底完工", 2024) == "2025-10"
    assert last_named("2024年9月 责任单位:县水利局12月", 2024) == "2024-09"
    assert last_named("2024.9万元", 2024) is None
