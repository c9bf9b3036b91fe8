import pytest
from review_reading import labels, odd

COUNTY = "清澜县2024年民生实事方案\n1.老旧小区改造。改造3个。\n2.法律援助。办理110件。\n"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (COUNTY + "青石县人民政府办公室\n2024年3月1日\n", "青石县人民政府办公室"),
        (COUNTY + "中共青石县委员会\n2024年3月1日\n", "青石县委员会"),
        (COUNTY + "附件：青石县2024年民生实事任务分解表\n", "青石县2024年民生实事任务分解表"),
        (COUNTY + "所需经费由青石县审计局统筹，按月拨付。\n", "青石县"),
        (COUNTY + "抄送：县委办，青石县武装部。\n", "青石县"),
        (COUNTY.replace("清澜县", "柳澜镇") + "白马镇人民政府\n2024年3月1日\n", "白马镇人民政府"),
    ],
)
def test_another_places_name_left_in(text: str, label: str) -> None:
    ((shown, _),) = odd(text, "wrong-place")
    assert shown == label


@pytest.mark.parametrize(
    "text",
    [
        COUNTY + "清澜县人民政府办公室\n2024年3月1日\n",
        COUNTY + "中共清澜县委办公室\n清澜县人民政府办公室\n",
        COUNTY + "河谷市人民政府\n2024年3月1日\n",
        COUNTY + "各乡镇人民政府\n县人民政府办公室\n",
        COUNTY + "附件：清澜县2024年民生实事任务分解表\n",
        COUNTY + "附件：河谷市2024年民生实事任务分解表\n",
        COUNTY + "对口帮扶资金由青石县审计局统筹，按月拨付。\n",
        COUNTY + "抄送：县委办，清澜县武装部。\n",
        COUNTY + "学习青石县人民政府的做法，推广经验。\n",
        COUNTY.replace("清澜县", "柳澜镇") + "清澜县人民政府\n",
        "民生实事方案\n1.老旧小区改造。改造3个。\n青石县人民政府\n",
    ],
)
def test_names_that_belong_there_are_left_alone(text: str) -> None:
    assert labels(text, "wrong-place") == []


PLACES = ("城关镇", "柳澜镇", "石桥镇", "双河镇", "白马镇", "杨店乡", "青石乡", "大塘乡")


def matrix(title: str, names: tuple[str, ...], blank: str = "", columns: int = 2) -> str:
    heads = ["乡镇", "城镇新增就业（人）", "适老化改造（户）"][: columns + 1]
    rows = [
        [name, str(100 + 10 * i), "" if name == blank else str(20 + i)][: columns + 1] for i, name in enumerate(names)
    ]
    cells = "\n".join("\t".join(row) for row in [heads, *rows])
    return f"{title}\n{cells}\n"


def tables(*parts: str) -> str:
    return "清澜县2024年民生实事方案\n1.就业。新增就业1080人。\n\n" + "\n\n".join(parts) + "\n"


ALL = matrix("就业任务表", PLACES, blank="杨店乡")


@pytest.mark.parametrize(
    ("text", "form", "label"),
    [
        (tables(ALL, matrix("养老任务表", PLACES[:-1], blank="杨店乡")), "township-left-out", "大塘乡"),
        (tables(matrix("养老任务表", PLACES[1:], blank="杨店乡"), ALL), "township-left-out", "城关镇"),
        (tables(ALL, matrix("养老任务表", (*PLACES[:-1], "太塘乡"))), "foreign-township", "太塘乡"),
        (tables(ALL, matrix("养老任务表", (*PLACES[:2], "石乔镇", *PLACES[3:]))), "foreign-township", "石乔镇"),
    ],
)
def test_lists_of_townships_that_differ(text: str, form: str, label: str) -> None:
    assert labels(text, form) == [label]
    assert len(labels(text, "foreign-township") + labels(text, "township-left-out")) == 1


@pytest.mark.parametrize(
    "text",
    [
        tables(ALL),
        tables(ALL, matrix("养老任务表", PLACES)),
        tables(ALL, matrix("养老任务表", tuple(reversed(PLACES)))),
        tables(ALL, matrix("水利任务表", PLACES[:3])),
        tables(ALL, matrix("养老任务表", PLACES[:-1])),
        tables(ALL, matrix("公厕任务表", PLACES[:-1], columns=1)),
        tables(ALL, matrix("养老任务表", (*PLACES, "县城南区"))),
        tables(
            matrix("就业任务表", (*PLACES[:-1], "东河镇"), blank="杨店乡"),
            matrix("养老任务表", (*PLACES[:-1], "西河镇"), blank="杨店乡"),
        ),
    ],
)
def test_lists_of_those_with_a_task_are_left_alone(text: str) -> None:
    assert labels(text, "foreign-township") + labels(text, "township-left-out") == []
