"""Equations that a plan writes out in its text, its tables and its notes."""

import pytest
from test_mechanisms import errors


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("放映电影240场×800元/场＝21.2万元", True),
        ("放映电影240场 × 800元/场 = 21.2万元", True),
        ("测算依据：240×800＝212000元", True),
        ("床位补助每张2000元×240张＝84万元", True),
        ("护理补贴6200人×60元/人/月×12个月＝464.4万元", True),
        ("补助学生1.2万人*500元/人=700万元", True),
        ("240场乘以800元/场等于21.2万元", True),
        ("铺设管道12公里×35万元/公里＝402万元，打井3口×2万元/口＝6万元", True),
        ("放映电影240场×800元/场＝19.2万元", False),
        ("放映电影1,240场×800元/场＝99.2万元", False),
        ("床位补助每张2000元×240张＝48万元", False),
        ("护理补贴6200人×60元/人/月×12个月＝446.4万元", False),
        ("护理补贴6200人×60元/人/月＝446.4万元", False),
        ("每人每月60元×6200人＝446.4万元", False),
        ("补助学生1.2万人×500元/人＝602万元", False),
        ("测算依据（单位：万元）：240×800＝19.2", False),
        ("宣传栏3米×2米＝6平方米", False),
        ("推行1+X证书，按3×3模式编组", False),
        ("每桌8人×30桌＝240人", False),
        ("240场×800元/场＝19.2万元＋2万元", False),
        ("特困人员基本生活标准＝低保标准×1.3＝988元", False),
        ("8600人×63%＝5418人", False),
        ("1860户×1500元/户＝279万元", False),
    ],
)
def test_the_right_side_follows_from_the_left(words: str, found: bool) -> None:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.测算说明。{words}。\n"
    assert ("product-mismatch" in errors(plan)) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("公办幼儿园占比：5418÷8600＝65%", True),
        ("公办幼儿园占比5418人÷8600人×100%＝65%", True),
        ("公办幼儿园占比5418÷8600＝63%", False),
        ("户均9200元÷4户＝2300元", False),
        ("覆盖率1.9万人÷2.6万人＝73.1%", False),
    ],
)
def test_a_share_is_divided_out(words: str, found: bool) -> None:
    plan = f"东河县2024年民生实事实施方案\n一、主要任务\n1.测算说明。{words}。\n"
    assert ("ratio-mismatch" in errors(plan)) is found
