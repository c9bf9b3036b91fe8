"""The samples are what their script makes, and hold the problems that the documentation walks through, no others."""

import re
from pathlib import Path

import pytest

from plans import read_plan

SAMPLES = Path("plans/samples")
FOLDER = Path(__file__).parents[2] / SAMPLES
NAMES = ("county-plan.docx", "county-plan-compliant.docx")


@pytest.mark.parametrize("name", NAMES)
def test_the_script_makes_the_committed_bytes(name):
    pytest.importorskip("docx")
    from plans.samples.build import PLANS, build

    assert build(PLANS[name]) == (FOLDER / name).read_bytes()


def columns(name: str) -> dict[str, tuple[int, int]]:
    """Return each figure column's sum and stated total."""
    document = read_plan(FOLDER / name)
    (table,) = document.tables
    grid = {(c.row, c.column): document.text[c.start : c.end] for c in table.cells}
    assert table.title == "清澜县2024年民生实事乡镇任务分解表"
    assert (table.height, table.width, grid[9, 0]) == (10, 3, "合计")
    return {
        grid[0, column]: (sum(int(grid[row, column]) for row in range(1, 9)), int(grid[9, column])) for column in (1, 2)
    }


def parts(text: str, whole: str) -> tuple[int, int]:
    found = re.search(rf"{whole}(\d+)人次，其中(.*?)[；。]", text)
    assert found is not None
    return int(found[1]), sum(int(n) for n in re.findall(r"(\d+)人次", found[2]))


def test_the_faulty_county_plan_holds_its_four_problems():
    text = read_plan(FOLDER / NAMES[0]).text
    assert "集中供养孤儿基本生活保障标准每人每月不低于1600元" in text
    assert parts(text, "培训") == (1500, 1530)
    assert "城镇新增就业2600人" in text
    assert columns(NAMES[0]) == {"城镇新增就业（人）": (2560, 2560), "老年人居家适老化改造（户）": (236, 240)}


def test_the_compliant_county_plan_ties_up():
    text = read_plan(FOLDER / NAMES[1]).text
    assert "集中供养孤儿基本生活保障标准每人每月不低于1650元" in text
    assert parts(text, "培训") == (1500, 1500)
    assert parts(text, "筛查") == (3200, 3200)
    assert columns(NAMES[1]) == {"城镇新增就业（人）": (2600, 2600), "老年人居家适老化改造（户）": (240, 240)}


@pytest.mark.parametrize(("name", "count"), [*((name, 12) for name in NAMES), ("township-plan.txt", 8)])
def test_as_many_tasks_as_claimed(name, count):
    document = read_plan(FOLDER / name)
    lines = [document.text[b.start : b.end] for b in document.blocks]
    tasks = [line for line in lines if line.endswith("）") and "（责任单位：" in line]
    assert len(tasks) == count
    assert f"{count}项" in document.text or f"{count}件" in document.text


def test_headings_are_numbered_by_word_itself():
    document = read_plan(FOLDER / NAMES[0])
    headings = [(document.text[b.start : b.end], b.generated) for b in document.blocks if b.kind == "heading"]
    assert headings == [("一、总体要求", 2), ("二、主要任务", 2), ("三、工作要求", 2)]


def test_the_township_plan_holds_its_three_problems():
    text = read_plan(FOLDER / "township-plan.txt").text
    assert "基本医疗保险参保率达到95%以上" in text
    assert "农村低保标准每户每月不低于860元" in text
    assert "探访" not in text


def test_the_sample_standard_is_a_valid_standard():
    from standards.files.loader import load_standard

    standard = load_standard(FOLDER / "city-standard-2024.yaml")
    assert [r.binding for r in standard.requirements].count("floor") == 8
    assert {r.binding for r in standard.requirements} == {"floor", "target", "ceiling", "duty", "total"}
