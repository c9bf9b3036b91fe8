"""Whom two sentences are for: groups listed, kinds that hold one another, and qualifiers before one noun."""

import pytest

from engine.bind.people.listed import groups_left_out, lists_in
from engine.bind.people.told import narrowing, own_words, told_relation

VISITS = "对独居、空巢、留守、失能老年人开展探访，每月不少于2次"


@pytest.mark.parametrize(
    ("wanted", "given", "beside", "relation"),
    [
        (VISITS, "对独居、空巢老年人开展探访，每月2次", "", "narrower"),
        ("为一级、二级残疾人发放护理补贴", "为一级残疾人发放护理补贴", "", "narrower"),
        ("为低保和特困家庭发放电费补贴", "为特困家庭发放电费补贴", "", "narrower"),
        ("定期走访独居、空巢、失能老年人", "定期探访独居、空巢老年人", "", "narrower"),
        ("资助低保对象、特困人员、监测户参加医保", "资助特困人员、低保对象参加医保", "", "narrower"),
        ("上门巡诊高血压、糖尿病、慢阻肺患者", "巡诊糖尿病、高血压患者", "", "narrower"),
        ("午餐覆盖乡镇学校、村小和教学点", "午餐发放到村小和教学点", "", "narrower"),
        ("将小微企业、工商户和合作社纳入贴息", "对小微企业和工商户给予贴息", "", "narrower"),
        (VISITS, "对失能、留守、空巢和独居老年人开展探访，每月2次", "", "equal"),
        (VISITS, "对独居、空巢老年人开展探访", "留守老年人、失能老年人每月探访", "equal"),
        ("定期走访独居、空巢老年人", "定期探访独居、空巢老年人", "", "equal"),
        ("关爱留守、困境儿童", "走访困境、留守儿童", "", "equal"),
        (VISITS, "对独居、空巢等老年人开展探访，每月2次", "", "equal"),
        (VISITS, "对全体老年人开展探访，每月2次", "", "equal"),
        (VISITS, "对老年人开展探访，独居、空巢的每月2次", "", "equal"),
        (VISITS, "对独居、空巢和特殊困难老年人开展探访", "", "equal"),
        ("为一级、二级残疾人发放护理补贴", "为重度残疾人发放护理补贴", "", "equal"),
        ("对独居、空巢等老年人开展探访", "对独居老年人开展探访", "", "equal"),
        ("低保对象、特困人员住院报销比例", "特困人员、低保对象住院报销比例", "", "equal"),
        ("中度、重度失能老年人", "中重度失能老年人", "", "equal"),
    ],
)
def test_a_plan_that_keeps_some_groups_of_a_list_is_narrower(wanted, given, beside, relation) -> None:
    assert told_relation(wanted, given, lambda: beside) == relation


def test_the_groups_are_told_as_they_are_listed() -> None:
    (groups,) = lists_in(VISITS)
    assert [(group.name, group.head) for group in groups] == [
        ("独居", ""),
        ("空巢", ""),
        ("留守", ""),
        ("失能老年人", "老年人"),
    ]
    given = "对独居、空巢老年人开展探访"
    assert groups_left_out(VISITS, given, str) == ("独居、空巢老年人", "独居、空巢、留守、失能老年人")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("资助低保对象、特困人员参加医保", ["低保对象", "特困人员"]),
        ("低保对象、特困人员", ["低保对象", "特困人员"]),
        ("幼儿园、小学和初中食堂", ["幼儿园", "小学", "初中"]),
        ("65周岁及以上老年人", None),
        ("开展助餐、助浴服务", None),
        ("建设道路、桥梁", None),
    ],
)
def test_a_list_ends_with_people_or_places(words, names) -> None:
    found = list(lists_in(words))
    assert found == [] if names is None else [group.name for group in found[0]] == names


@pytest.mark.parametrize(
    ("wanted", "given", "mine", "theirs"),
    [
        ("全体小学生窝沟封闭率", "小学一至三年级学生窝沟封闭率", "小学一至三年级", "小学生"),
        ("初中学生心理测评", "初中二、三年级学生心理测评", "初中二、三年级", "初中学生"),
        ("中小学生视力筛查", "小学生视力筛查", "小学生", "中小学生"),
        ("对一至三级精神残疾人提供托养", "对一级、二级精神残疾人提供托养", "一级、二级", "一至三级"),
        ("对困难家庭发放取暖补贴", "对低保家庭发放取暖补贴", "低保家庭", "困难家庭"),
        ("户籍和常住老年人免费体检", "户籍老年人免费体检", "户籍老年人", "户籍、常住老年人"),
        ("公办和民办养老机构消防达标", "公办养老机构消防达标", "公办", "公办、民办"),
        ("全县垃圾分类覆盖率", "城区垃圾分类覆盖率", "城区", "全县"),
        ("城乡生活污水处理率", "城市生活污水处理率", "城市生活污水", "城乡生活污水"),
        ("年满60周岁的均可享受", "年满65周岁的均可享受", "年满65周岁的", "年满60周岁的"),
        ("六十周岁以上老年人接种", "六十五周岁以上老年人接种", "六十五周岁以上老年人", "六十周岁以上老年人"),
        ("高龄津贴从70周岁起发放", "高龄津贴从80周岁起发放", "从80周岁起", "从70周岁起"),
        ("持证残疾人康复服务率", "就业年龄段持证残疾人康复服务率", "就业年龄段持证残疾人", "持证残疾人"),
        ("小学四年级以上学生体质监测", "小学五、六年级学生体质监测", "小学五、六年级", "小学四年级以上"),
        ("学前至高中阶段资助", "义务教育阶段资助", "义务教育", "学前至高中阶段"),
        ("视力残疾一至四级人员", "视力残疾一至二级人员", "一至二级", "一至四级"),
        ("所有乡镇开展巡回服务", "在重点乡镇开展巡回服务", "重点乡镇", "所有乡镇"),
        ("高校毕业生租房补贴", "困难高校毕业生租房补贴", "困难高校毕业生", "高校毕业生"),
        ("对村卫生室配备设备", "对中心村卫生室配备设备", "中心村卫生室", "村卫生室"),
    ],
)
def test_kinds_left_out_are_told_in_the_words_of_both(wanted, given, mine, theirs) -> None:
    assert narrowing("", wanted, given) == (mine, theirs)
    assert narrowing("", given, wanted) is None


@pytest.mark.parametrize(
    ("wanted", "given", "beside"),
    [
        ("中小学生视力筛查", "小学生视力筛查", "初中生和高中生视力筛查"),
        ("义务教育学校课后服务", "小学、初中课后服务", ""),
        ("对困难家庭发放取暖补贴", "对低保、特困、低保边缘家庭发放取暖补贴", ""),
        ("对困难家庭发放取暖补贴", "对低保、特困等困难家庭发放取暖补贴", ""),
        ("就业困难人员岗位补贴", "低保家庭就业困难人员岗位补贴", "其他就业困难人员岗位补贴"),
        ("户籍老年人免费体检", "常住老年人免费体检", ""),
        ("户籍人口城镇化率", "常住人口城镇化率", ""),
        ("公办园在园幼儿占比", "公办园在园幼儿占比", ""),
        ("全县城区垃圾分类覆盖率", "县城垃圾分类覆盖率", ""),
        ("全县垃圾分类覆盖率", "城区垃圾分类覆盖率", "乡镇垃圾分类覆盖率"),
        ("城乡生活污水处理率", "城市生活污水处理率", "农村生活污水处理率"),
        ("年满60周岁的均可享受", "年满60周岁、不满70周岁的每月50元，年满70周岁的每月100元", ""),
        ("老年人高龄津贴", "高龄老年人津贴", ""),
        ("残疾人康复服务：有需求的持证残疾人", "持证残疾人康复服务", ""),
        ("残疾人康复服务率", "残疾人康复服务率，重度残疾人上门服务", ""),
        ("为老年人免费体检", "为辖区老年人免费体检", ""),
    ],
)
def test_what_is_as_wide_or_provided_for_beside_it_is_not_narrower(wanted, given, beside) -> None:
    assert narrowing("", wanted, given, lambda: beside) is None


@pytest.mark.parametrize(
    ("part", "quote", "words"),
    [
        ("小学每生4元,初中每生5元", "4元", "小学每生4元"),
        ("小学每生4元,初中每生5元", "5元", ",初中每生5元"),
        ("每人每月80元,面向一级残疾人", "80元", "每人每月80元,面向一级残疾人"),
        ("对独居老年人走访2次,满意率95%", "2次", "对独居老年人走访2次"),
    ],
)
def test_the_words_of_a_figure_lie_between_those_beside_it(part, quote, words) -> None:
    assert own_words(part, quote) == words
