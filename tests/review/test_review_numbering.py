from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review_reading import labels, odd

TASKS = [
    "改造老旧小区",
    "办理法律援助案件",
    "新建公厕",
    "维修山塘",
    "组织送戏下乡",
    "安装路灯",
    "建设助餐点",
    "改造危桥",
]
NUMERALS = "一二三四五六七八九十"


def listed(*numbers: str) -> str:
    return "".join(f"{number}{TASKS[i % len(TASKS)]}。年内完成{i + 3}个。\n" for i, number in enumerate(numbers))


@pytest.mark.parametrize(
    ("numbers", "label", "detail"),
    [
        (["1.", "2.", "4."], "4.", "缺少第3项"),
        (["1.", "2.", "5."], "5.", "缺少第3、4项"),
        (["一、", "二、", "四、"], "四、", "缺少第3项"),
        (["（一）", "（二）", "（四）"], "(四)", "缺少第3项"),
        (["1.", "2.", "2.", "3."], "2.", "重复"),
        (["（一）", "（二）", "（二）"], "(二)", "重复"),
        (["1.", "2.", "3.", "2."], "2.", "顺序"),
        (["1.", "2.", "3、"], "3、", "“、”"),
        (["第一条", "第二条", "第四条"], "第四条", "缺少第3项"),
        (["①", "②", "④"], "④", "缺少第3项"),
    ],
)
def test_gaps_repeats_and_mixed_marks(numbers: list[str], label: str, detail: str) -> None:
    ((shown, said),) = odd(listed(*numbers), "numbering")
    assert shown.startswith(label)
    assert detail in said


def test_one_fault_of_a_kind_is_reported_once_in_a_series() -> None:
    assert len(labels(listed("1.", "2.", "4.", "6.", "8."), "numbering")) == 1
    assert len(labels(listed("1.", "3.", "3.", "4、", "5、"), "numbering")) == 3


@pytest.mark.parametrize(
    "text",
    [
        listed("1.", "2.", "3."),
        listed("7.", "8.", "9."),
        "9.法律援助。办理案件110件。\n10.15分钟健身圈建设。新建健身点5个。\n11.养老服务。建设助餐点2个。\n",
        "一、主要任务\n" + listed("1.", "2.") + "二、保障措施\n" + listed("1.", "2.", "3."),
        "一、教育\n" + listed("1.", "2.") + "二、养老\n" + listed("3.", "4."),
        "第一章 总则\n第一条 为办好实事，制定本办法。\n第二条 本办法适用于全县。\n第二章 任务\n第三条 改造小区3个。\n",
        "一、任务\n（一）教育。新建幼儿园1所。\n1.选址。\n2.施工。\n（二）养老。建设助餐点2个。\n1.选址。\n2.施工。\n",
        "1.公厕建设。新建公厕15座。2.助餐点建设。建设助餐点3个。3.健身点建设。新建5个。",
        "1.公厕建设。新建公厕15座。\n2.道路。改造2.5公里。\n3.供水。受益3.6万人。\n",
        "1.公厕建设，共2处：1.1东区；1.2西区。\n2.道路建设。改造2公里。\n",
        "目录\n一、总体要求\n二、主要任务\n三、保障措施\n一、总体要求\n抓好落实。\n二、主要任务\n改造3个。\n三、保障措施\n加强领导。\n",
        "1.就业。新增就业500人。\n2.教育。新建幼儿园1所。\n 3 养老。建设助餐点2个。\n4.供水。维修水厂2座。\n",
        "2022.实事。\n1.就业。新增就业500人。\n2.教育。新建幼儿园1所。\n",
    ],
)
def test_numbering_in_order_is_left_alone(text: str) -> None:
    assert labels(text, "numbering") == []


STYLES: list[Callable[[int], str]] = [
    lambda n: f"{n}.",
    lambda n: f"{n}、",
    lambda n: f"（{n}）",
    lambda n: f"{NUMERALS[n - 1]}、",
    lambda n: f"（{NUMERALS[n - 1]}）",
    lambda n: f"第{NUMERALS[n - 1]}条 ",
]


@given(st.sampled_from(STYLES), st.integers(3, 10), st.data())
def test_a_whole_series_is_in_order_and_one_item_less_is_one_gap(
    style: Callable[[int], str], length: int, data: st.DataObject
) -> None:
    numbers = [style(n) for n in range(1, length + 1)]
    assert labels(listed(*numbers), "numbering") == []
    lost = data.draw(st.integers(1, length - 2))
    assert len(labels(listed(*numbers[:lost], *numbers[lost + 1 :]), "numbering")) == 1
