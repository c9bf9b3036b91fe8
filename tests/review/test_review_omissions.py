import pytest
from review_reading import labels

TASKS = [
    "改造农村户厕2600户",
    "新建公共厕所15座",
    "适老化改造180户",
    "新增蓄水能力36.5万立方米",
    "整修山塘42口",
    "安装路灯160盏",
]


def plan(body: list[str], annex: list[str]) -> str:
    items = "".join(f"{n}.第{n}类实事。{task}（县住建局牵头）。\n" for n, task in enumerate(body, 1))
    rows = "".join(f"{task}。\n县住建局\n" for task in annex)
    return f"东河县2023年民生实事方案\n{items}附件：任务分解表\n\n附件\n任务分解表\n{rows}"


@pytest.mark.parametrize(
    ("body", "annex", "form", "figure"),
    [
        (TASKS, TASKS[:-1], "not-in-annex", "160盏"),
        (TASKS[:-1], TASKS, "not-in-body", "160盏"),
        (TASKS, [*TASKS[:-1], "康复服务648人次"], "not-in-body", "648人次"),
    ],
)
def test_a_target_that_stands_on_one_side_only(body: list[str], annex: list[str], form: str, figure: str) -> None:
    (label,) = labels(plan(body, annex), form)
    assert label.endswith(figure)


@pytest.mark.parametrize(
    ("body", "annex"),
    [
        (TASKS, TASKS),
        (TASKS, [*TASKS[:-1], "安装路灯166盏"]),
        ([*TASKS, "建设妇幼保健院1所"], TASKS),
        (TASKS, TASKS[:3]),
        (TASKS[:4], TASKS[:3]),
        (TASKS, ["一季度完成11户", "二季度完成22户", "三季度完成33户", "四季度完成44户", "全年资金55万元"]),
        (TASKS, [*TASKS, "一季度完成11户", "二季度完成23户", "三季度完成33户", "四季度完成44户", "资金56万元"]),
        (TASKS, []),
    ],
)
def test_restated_changed_and_unrelated_figures_are_left_alone(body: list[str], annex: list[str]) -> None:
    assert labels(plan(body, annex), "not-in-annex") + labels(plan(body, annex), "not-in-body") == []
