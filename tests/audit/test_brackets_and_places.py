"""What stands in brackets behind a figure, and places that govern a whole sentence: wrong beside right."""

import pytest
from test_mechanisms import errors


def scheme(sentence: str) -> str:
    return f"东河县2024年民生资金安排方案\n1.资金安排。{sentence}\n"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # Brackets behind one of the parts part it further; they are no parts of the whole beside it.
        ("下达补助资金200万元，其中：运行补助120万元（镇级80万元、村级40万元）、设备购置80万元。", set()),
        ("下达补助资金200万元，其中：运行补助120万元（镇级80万元、村级40万元）、设备购置70万元。", {"parts-mismatch"}),
        ("下达补助资金200万元，其中：运行补助120万元（镇级80万元、村级50万元）、设备购置80万元。", {"parts-mismatch"}),
        ("下达补助资金200万元，其中：运行补助120万元（含结转资金30万元）、设备购置80万元。", set()),
        ("改造教学点12所（小学9所、幼儿园3所）。", set()),
        ("改造教学点12所（小学9所、幼儿园4所）。", {"parts-mismatch"}),
        ("改造教学点12所（小学平均每所4间、幼儿园每所3间）。", set()),
        ("培训乡村医生120人（上年培训80人、前年培训30人）。", set()),
        ("当年投资500万元（项目总投资1200万元、其中中央预算内700万元）。", set()),
    ],
)
def test_brackets_behind_a_figure(sentence: str, found: set[str]) -> None:
    assert {"parts-mismatch", "parts-exceed"} & errors(scheme(sentence)) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("今年2.1万人、人均60元（含集中采购资金18.5万元）的健康服务资金已足额安排。", False),
        ("今年2.1万人、人均60元（包括镇级配套资金12万元）的健康服务资金全部到位。", False),
        ("今年为2.1万人按人均60元（共需资金126万元）安排健康服务经费。", False),
        ("今年为2.1万人按人均60元（共需资金162万元）安排健康服务经费。", True),
    ],
)
def test_a_sum_that_brackets_say_is_within_another_is_no_product(sentence: str, found: bool) -> None:
    assert ("product-mismatch" in errors(scheme(sentence))) is found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "云溪区机构养育儿童标准提高到2000元/人月，散居儿童生活标准提高到1500元/人月；"
            "远山县机构养育儿童标准提高到1900元/人月，散居儿童生活标准提高到1300元/人月。",
            False,
        ),
        ("全县散居儿童生活标准提高到1500元/人月。\n2.儿童关爱。散居儿童生活标准提高到1300元/人月。", True),
    ],
)
def test_places_at_the_head_of_a_sentence_govern_it(sentence: str, found: bool) -> None:
    assert ("conflicting-values" in errors(scheme(sentence))) is found
