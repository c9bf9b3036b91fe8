"""What is reached one stage after the other has one name, and the time is no part of it."""

import pytest

from engine.check import document_of
from engine.extract import extract
from engine.extract.names.stages import is_stage


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("参保率上半年达到60%，全年达到95%。", ["参保率", "参保率"]),
        ("基本医疗保险参保率6月底前达到60%，12月底前达到95%。", ["基本医疗保险参保率", "基本医疗保险参保率"]),
        ("农村公路列养率一季度达到30%，二季度达到60%，年底达到98%。", ["农村公路列养率"] * 3),
        ("城镇新增就业400人，上半年完成200人。", ["城镇新增就业人数", "城镇新增就业人数"]),
        ("新建公厕上半年完成5座，年底前完成12座。", ["新建公厕数量", "新建公厕数量"]),
        # Another unit, another thing, another sentence, or words behind that say what is counted: names of their own.
        ("参保率上半年达到60%，全年救助300人。", ["参保率上半年", "救助人数"]),
        ("参保率达到95%，全年控辍保学率达到99%。", ["参保率", "控辍保学率"]),
        ("参保率达到95%。全年达到99%。", ["参保率", ""]),
        ("新建公厕20座，年底前12座完工。", ["新建公厕数量", "公厕完工数量"]),
    ],
)
def test_the_name_goes_on_from_stage_to_stage(text, labels):
    assert [c.label for c in extract(document_of(text, "plan.txt")).commitments] == labels


@pytest.mark.parametrize(
    ("before", "stage"),
    [
        ("上半年达到", True),
        ("一季度完成", True),
        ("前三季度列养率达到", True),
        ("列养率6月底前达到", True),
        ("9月15日前完成改造", True),
        ("全年达到", False),
        ("到2024年底达到", False),
        ("年底前完成", False),
        ("上半年开工，完成", False),
        ("列养率达到", False),
    ],
)
def test_a_part_of_the_year_is_a_stage(before, stage):
    assert is_stage(before, len(before)) is stage
