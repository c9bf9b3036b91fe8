"""Dates that stand in a sentence of their own, behind what is to be done by then, and one day for all of a plan."""

import pytest

from engine.check import document_of
from engine.extract import extract


def days_of(text: str) -> dict[str, str | None]:
    return {
        c.span.text: c.deadline for c in extract(document_of(f"某县2024年民生实事方案\n{text}", "plan.txt")).commitments
    }


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("一、供水。改造管网16公里，惠及居民3100户；8月底前完工。", {"16公里": "2024-08", "3100户": "2024-08"}),
        ("一、供水。改造管网16公里。确保9月20日前全部完成。（县水利局牵头）", {"16公里": "2024-09-20"}),
        (
            "一、供水。\n改造管网16公里。\n新建水厂2座。\n以上任务2024年11月底前完成。",
            {"16公里": "2024-11", "2座": "2024-11"},
        ),
        (
            "一、供水。改造管网16公里，5月底前完成；新建水厂2座。10月底前建成投用。",
            {"16公里": "2024-05", "2座": "2024-10"},
        ),
        ("一、供水。改造管网16公里。\n二、供热。改造换热站3座。7月底前完工。", {"16公里": None, "3座": "2024-07"}),
        # A date behind which something else is done is not that of the figures before it.
        ("一、供水。改造管网16公里。6月底前完成勘察设计。", {"16公里": None}),
        ("一、供水。改造管网16公里。3月底前开工。", {"16公里": None}),
        ("一、供水。改造管网16公里。年内新建水厂2座。", {"16公里": None, "2座": "2024"}),
        # 全年 says over what time figures are counted, and ends the reach of the day before it.
        ("一、供水。6月底前改造管网16公里，全年新建水厂2座。", {"16公里": "2024-06", "2座": None}),
        ("一、供水。全年新建水厂2座。11月底前建成。", {"2座": "2024-11"}),
    ],
)
def test_a_sentence_that_only_sets_a_date_is_for_the_figures_before_it(text, days) -> None:
    assert days_of(text) == days


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ("二、工作要求\n各责任单位要倒排工期，确保11月底前全部完成年度任务。", "2024-11"),
        ("二、时间安排\n所有民生实事项目于2024年12月20日前全部办结。", "2024-12-20"),
        ("二、进度安排\n（一）3月底前制定方案。（二）10月底前全面完成建设任务。", "2024-10"),
        ("二、工作要求\n除跨年度项目外，所有项目11月底前全部完成。", None),
        ("二、工作要求\n原则上各项任务11月底前全部完成。", None),
        ("二、工作要求\n10月底前完成年度任务自评。", None),
        ("二、工作要求\n各项任务10月底前全部完成。\n各项任务11月底前全部完成。", None),
        ("二、供热\n改造换热站3座，11月底前全部完成。", None),
    ],
)
def test_one_day_for_all_tasks_stands_outside_of_them(behind: str, day: str | None) -> None:
    read = extract(document_of(f"某县2024年民生实事方案\n一、供水。改造管网16公里。\n{behind}", "plan.txt"))
    assert (read.term.day if read.term else None) == day


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # The heading of a section sets the day for all under it that have none of their own.
        (
            "一、供水(2024年9月底前完成)\n1.改造管网16公里。\n2.新建水厂2座，8月底前完成。",
            {"16公里": "2024-09", "2座": "2024-08"},
        ),
        ("一、供水（完成时限：9月底）\n1.改造管网16公里。", {"16公里": "2024-09"}),
        ("一、供水 2024年3月5日\n1.改造管网16公里。", {"16公里": None}),
        ("一、供水（3月底前启动）\n1.改造管网16公里。", {"16公里": None}),
        # A line behind the last of several items speaks of all of them, of those under its heading only.
        (
            "1.供水。改造管网16公里。\n2.供热。改造换热站3座，6月底前完成。\n以上任务均于2024年11月底前完成。",
            {"16公里": "2024-11", "3座": "2024-06"},
        ),
        (
            "一、供水\n1.改造管网16公里。\n2.新建水厂2座。\n以上两项均要求10月底前建成。\n二、供热\n1.改造换热站3座。",
            {"16公里": "2024-10", "2座": "2024-10", "3座": None},
        ),
        ("1.供水。改造管网16公里。\n2.供热。改造换热站3座。\n以上任务除跨年项目外11月底前完成。", {"16公里": None}),
        # 完成时限 under one of several items is that one's alone.
        (
            "一、供水\n1.管网。改造管网16公里。\n2.水厂。新建水厂2座。\n完成时限：2024年10月\n二、供热\n改造换热站3座。",
            {"16公里": None, "2座": "2024-10"},
        ),
        ("一、供水\n改造管网16公里。\n时间安排：2024年10月底前完成。", {"16公里": "2024-10"}),
        # A day in brackets is that of the figure before them.
        (
            "一、供水。改造管网16公里（10月15日前竣工）、新建水厂2座（9月底前）。",
            {"16公里": "2024-10-15", "2座": "2024-09"},
        ),
        ("一、供水。改造管网16公里，5月开工，11月竣工。", {"16公里": "2024-11"}),
        ("一、供水。改造管网16公里，施工期5月至11月竣工。", {"16公里": None}),
        # Days set by the numbers of the tasks.
        (
            "一、供水\n1.改造管网16公里。\n二、供热\n2.改造换热站3座。\n三、时限\n第一部分任务6月底前落实，第二部分任务9月底前落实。",
            {"16公里": "2024-06", "3座": "2024-09"},
        ),
        (
            "1.改造管网16公里。\n2.新建水厂2座。\n3.改造换热站3座。\n第1至2项6月底前完成。",
            {"2座": "2024-06", "3座": None},
        ),
        # A closing clause on a thing of its own dates no other.
        ("一、供水。漏损率控制在9%以内，水厂改造9月底前完成。", {"控制在9%以内": None}),
        # A clause that names one of the things again is that one's alone.
        (
            "一、供水。改造管网16公里，新建水厂2座（其中新建水厂12月底前完成）。",
            {"16公里": None, "2座": "2024-12"},
        ),
    ],
)
def test_a_day_that_stands_apart_is_for_what_it_speaks_of(text, days) -> None:
    assert days.items() <= days_of(text).items()


TWO_BEHIND = "\n2.供热。改造换热站3座；新装阀门90个。\n3.道路。新建桥梁5座。"


@pytest.mark.parametrize(
    "closing",
    [
        "以上任务12月底前完成。",
        "以上项目12月底前全部建成。",
        "上述工程12月底前完工。",
        "以上工作于12月底前完成。",
        "上述工程于12月底前竣工。",
        "以上指标12月底前全部完成。",
    ],
)
def test_what_an_item_says_of_the_tasks_above_is_not_for_the_items_behind(closing: str) -> None:
    days = days_of(f"一、实事\n1.供水。改造管网16公里；新建水厂2座；更换水表800只。{closing}{TWO_BEHIND}")
    assert (days["16公里"], days["2座"], days["800只"]) == ("2024-12",) * 3
    assert (days["3座"], days["90个"], days["5座"]) == (None,) * 3


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("以上各项任务10月底前完成。", "2024-10"),
        ("以上3项工作10月底前完成。", "2024-10"),
        ("上述所有项目10月底前完工。", "2024-10"),
        ("\n以上项目10月底前完工。", "2024-10"),
        ("\n上述任务均于10月底前完成。", "2024-10"),
        ("以上任务10月底前完成。", None),
    ],
)
def test_behind_the_last_item_the_tasks_above_may_be_all(last: str, day: str | None) -> None:
    text = f"一、实事\n1.供水。改造管网16公里。\n2.道路。新建桥梁5座；修补路面7公里。{last}\n二、保障\n加强领导。"
    assert (days_of(text)["16公里"], days_of(text)["5座"]) == (day, "2024-10")


@pytest.mark.parametrize(
    ("clauses", "day"),
    [
        ("3月底前完成设计，11月底前全部完工", "2024-11"),
        ("4月底前完成招标，10月底前竣工", "2024-10"),
        ("3月底前完成入户摸底，9月底前改造到位", "2024-09"),
        ("5月底前完成立项审批，11月底前建成投用", "2024-11"),
        ("6月底前完成主体工程，10月底前交工", "2024-10"),
        ("4月底前完成前期手续，8月底前完成改造", "2024-08"),
        ("3月底前完成勘察设计和招投标，11月底前交工", "2024-11"),
        ("3月底前完成设计", None),
        ("11月底前交工", "2024-11"),
        ("10月底前完成改造任务", "2024-10"),
        ("9月底前完成排查整治", "2024-09"),
        ("12月底前完成竣工验收", "2024-12"),
        ("8月底前完成管网改造", "2024-08"),
        ("7月底前建成", "2024-07"),
    ],
)
def test_a_step_before_the_works_does_not_end_them(clauses: str, day: str | None) -> None:
    assert days_of(f"一、小区。改造小区6个，{clauses}。")["6个"] == day


WORKS = "一、重点任务\n1.养老。新增养老床位60张，11月底前建成。\n2.公路。改造公路16公里，加固桥梁3座。{said}\n3.供水。新建水厂2座。"


@pytest.mark.parametrize(
    "said",
    [
        "以上工程10月20日前全部完工。",
        "以上项目10月20日前全部建成投用。",
        "上述工程均于10月20日前竣工。",
        "上述改造项目10月20日前全部完成。",
        "以上两项工程10月20日前全部完工。",
        "以上建设任务10月20日前全部完成。",
    ],
)
def test_works_named_before_in_one_item_are_not_those_of_its_neighbours(said: str) -> None:
    days = days_of(WORKS.format(said=said))
    assert days == {"60张": "2024-11", "16公里": "2024-10-20", "3座": "2024-10-20", "2座": None}


@pytest.mark.parametrize(
    "said",
    ["\n以上任务均于10月20日前完成。", "\n以上各项工程10月20日前全部完工。", "\n上述项目10月20日前全部建成。"],
)
def test_a_line_behind_the_items_speaks_of_them_all(said: str) -> None:
    days = days_of(f"一、重点任务\n1.养老。新增养老床位60张。\n2.公路。改造公路16公里。{said}")
    assert days == {"60张": "2024-10-20", "16公里": "2024-10-20"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("养老机构护理型床位占比12月底前达到57%", "2024-12"),
        ("中小学生均图书配比10月底前达到57%", "2024-10"),
        ("护理型床位占比于12月底前达到57%", "2024-12"),
        ("清洁能源公交车占比9月底前提高到57%", "2024-09"),
        ("城区绿地占比2024年11月底前达到57%", "2024-11"),
        ("各自12月底前达到57%", "2024-12"),
        ("覆盖率比6月底前提高57%", None),
        ("覆盖率较6月底前提高57%", None),
        ("覆盖率比2023年底提高57%", None),
        ("自6月底前的42%提高到57%", None),
    ],
)
def test_a_share_has_its_day_behind_its_name(sentence: str, day: str | None) -> None:
    (found,) = (d for words, d in days_of(f"一、养老。{sentence}。").items() if words.startswith("57"))
    assert found == day
