"""A list of tasks in one table, and the table of places that breaks it down."""

import pytest
from test_mechanisms import errors

HEAD = "东河县2024年民生实事实施方案\n一、任务分工。各单位按下列各表抓好落实。\n"
TASKS = (
    "东河县2024年目标任务表\n序号\t指标内容\t年度目标\t单位\n1\t新增就业\t1000\t人\n2\t新建老年助餐点\t{meals}\t个\n"
    "3\t困难老年人家庭适老化改造\t60\t户\n4\t新改建农村公路（含桥梁）\t45\t公里\n5\t开展送戏下乡\t80\t场\n"
)
PLACES = (
    "东河县2024年乡镇任务分解表\n乡镇\t{heads}\n城关镇\t400\t{a}\t25\t20\t30\n石桥镇\t350\t3\t20\t15\t25\n"
    "柳林乡\t250\t2\t15\t10\t25\n合计\t1000\t{sum}\t60\t45\t80\n"
)
PLAIN = "新增就业（人）\t老年助餐点（个）\t适老化改造（户）\t新改建农村公路（公里）\t送戏下乡（场）"
LONGER = (
    "新增就业任务（人）\t新建老年助餐点（个）\t困难老年人家庭适老化改造户数（户）\t农村公路里程（公里）\t送戏下乡（场）"
)
OTHERS = "新增培训（人）\t村级食堂（个）\t危房改造（户）\t安防工程（公里）\t放映电影（场）"
LATER = "老年助餐点（个）"


def plan(meals: int = 10, heads: str = PLAIN, a: int = 5) -> str:
    return f"{HEAD}{TASKS.format(meals=meals)}\n{PLACES.format(heads=heads, a=a, sum=a + 5)}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (plan(meals=12), True),
        (plan(meals=9), True),
        (plan(a=7), True),
        (plan(heads=LONGER, a=7), True),
        (plan(heads=PLAIN.replace("老年助餐点", "“老年助餐点”"), a=7), True),
        (plan(meals=12).replace("年度目标", "目标值"), True),
        (plan(), False),
        (plan(heads=LONGER), False),
        # A table of other tasks, and one whose column says that it is not all of them.
        (plan(heads=OTHERS, a=7), False),
        (plan(heads=PLAIN.replace(LATER, "上半年老年助餐点（个）"), a=4), False),
        (plan(heads=PLAIN.replace(LATER, "老年助餐点（万元）"), a=4), False),
        # Most differ: the two are tables of different things.
        (plan(meals=12).replace("\t60\t户", "\t70\t户").replace("\t45\t公里", "\t51\t公里"), False),
    ],
)
def test_a_task_and_the_column_that_breaks_it_down(text: str, found: bool) -> None:
    assert bool(errors(text) & {"conflicting-values", "body-annex-conflict"}) is found
