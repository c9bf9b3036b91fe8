"""A row whose cell in the column of units is blank, where the rows beside it have theirs."""

import pytest
from review_reading import labels

HEAD = "东河县2024年民生实事目标任务表\n序号\t指标\t目标值\t单位\t牵头单位\n"
OTHERS = (
    "1\t城镇新增就业\t2900\t人\t县人社局\n2\t农村自来水普及率\t92.3\t%\t县水利局\n"
    "3\t改造老旧小区\t11\t个\t县住建局\n4\t到户水价\t不超过2.4\t元/立方米\t县水利局\n"
)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("图书馆每周开放时间\t不少于60\t", True),
        ("新增养老床位\t120以上\t", True),
        ("健康管理率\t≥73\t", True),
        ("居民每户出资\t不超过1800\t", True),
        ("新增养老床位\t120\t", True),
        ("新增养老床位\t约120\t", True),
        ("图书馆每周开放时间\t不少于60小时\t", False),
        ("图书馆每周开放时间（小时）\t不少于60\t", False),
        ("健康管理率\t73%以上\t", False),
        ("零就业家庭帮扶\t动态清零\t", False),
        ("救助对象走访\t全覆盖\t", False),
        ("职业技能培训\t应培尽培\t—", False),
        ("图书馆每周开放时间\t不少于60\t小时", False),
    ],
)
def test_a_row_needs_the_unit_that_the_others_have(row: str, found: bool) -> None:
    text = f"东河县2024年民生实事实施方案\n1.就业。新增就业2900人。\n\n{HEAD}{OTHERS}5\t{row}\t县文旅局\n"
    assert bool(labels(text, "no-unit")) is found
