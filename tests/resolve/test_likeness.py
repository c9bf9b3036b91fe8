"""Whether two labels name the same thing, and the words that rule it out."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.resolve.lexicon import Lexicon
from engine.resolve.likeness import same_thing
from standards.catalogue import load_catalogue


@cache
def lexicon() -> Lexicon:
    return load_catalogue().lexicon


SAME = [
    ("四好农村路建设", "“四好农村路”建设"),
    ("1.四好农村路建设", "（三）“四好农村路”建设"),
    ("第12项 老年助餐服务", "十二、老年助餐服务"),
    ("2023年城镇新增就业人数", "城镇新增就业人数"),
    ("①ＡＥＤ配置", "AED配置"),
    ("最低生活保障标准", "低保标准"),
]
ALIKE = [
    ("推进四好农村路建设", "“四好农村路”建设", 0.95),
    ("困难职工帮扶", "困难职工帮扶工程", 0.95),
    ("公共充电桩数量", "建成公共充电桩数量", 0.95),
    ("城乡居民医保财政补助", "城乡居民基本医疗保险人均财政补助标准", 0.78),
    ("老旧小区改造", "棚户区和老旧小区改造", 0.62),
    ("困难群众救助", "提高困难群体救助标准", 0.62),
    ("困难老年人居家适老化改造户数", "特殊困难家庭适老化改造户数", 0.62),
    ("职业技能培训人次", "补贴性职业技能培训人次", 0.62),
]
UNLIKE = [
    ("15分钟健身圈建设", "15分钟阅读圈建设"),
    ("公办幼儿园新建数量", "养老机构护理型床位比例"),
    ("农村饮水工程维修养护", "就业促进工程"),
    ("法律援助案件", "老年助餐服务"),
]
CONTRASTS = [
    ("城市低保标准", "农村低保标准"),
    ("城镇低保标准", "农村低保标准"),
    ("散居孤儿标准", "集中养育孤儿标准"),
    ("分散供养特困人员标准", "集中供养特困人员标准"),
    ("城乡居民医保住院报销比例", "职工医保住院报销比例"),
    ("生活救助户数", "医疗救助户数"),
    ("困难职工医疗救助", "困难职工子女助学"),
    ("宫颈癌筛查人数", "乳腺癌筛查人数"),
    ("高血压患者管理率", "高血压患者规范管理率"),
    ("高血压患者规范管理率", "糖尿病患者规范管理率"),
    ("新增就业人数", "累计就业人数"),
    ("孤儿基本生活补助", "孤儿基本生活保障标准"),
    ("小学生均公用经费", "初中生均公用经费"),
    ("养老保险参保率", "工伤保险参保率"),
    ("工伤保险参保人数", "失业保险参保人数"),
    ("技能培训人数", "技能培训人次"),
    ("65岁以上老年人体检人数", "80周岁以上老年人体检人数"),
]
SHIPPED_CONTRASTS = [
    ("居民电子健康档案建档率", "规范化电子健康档案覆盖率"),
    ("省级示范村卫生室数量", "市级示范村卫生室数量"),
    ("居民医保财政补助标准", "居民医保个人缴费标准"),
    ("困难残疾人生活补贴标准", "重度残疾人护理补贴标准"),
    ("棚户区改造开工套数", "棚户区改造完工套数"),
    ("职业技能培训人次", "创业培训人次"),
]
NO_CONTRAST = [
    ("城市低保标准", "低保标准"),
    ("农村适龄及城镇低保适龄妇女“两癌”检查", "农村妇女“两癌”检查"),
    ("居民医保财政补助", "居民医保财政补助标准"),
    ("老年人健康管理率", "老年人管理率"),
    ("3岁以下婴幼儿托位数", "托位数"),
    ("散居孤儿标准", "社会散居孤儿标准"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_numbering_and_marks_do_not_matter(one: str, other: str) -> None:
    assert same_thing(one, other, lexicon()) == same_thing(one, one, lexicon())
    assert same_thing(one, other, lexicon()).score == 1.0


@pytest.mark.parametrize(("one", "other", "least"), ALIKE)
def test_words_that_say_little_weigh_little(one: str, other: str, least: float) -> None:
    found = same_thing(one, other, lexicon())
    assert least <= found.score < 1.0
    assert found.contrast == ""


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_other_things_stay_apart(one: str, other: str) -> None:
    assert same_thing(one, other, lexicon()).score < 0.5


@pytest.mark.parametrize("words", ["shipped", "empty"])
@pytest.mark.parametrize(("one", "other"), CONTRASTS)
def test_contrasts_rule_out(one: str, other: str, words: str) -> None:
    used = lexicon() if words == "shipped" else Lexicon()
    found, back = same_thing(one, other, used), same_thing(other, one, used)
    assert "/" in found.contrast
    assert set(found.contrast.split("/")) == set(back.contrast.split("/"))


@pytest.mark.parametrize(("one", "other"), SHIPPED_CONTRASTS)
def test_the_shipped_words_know_more_contrasts(one: str, other: str) -> None:
    assert same_thing(one, other, lexicon()).contrast


@pytest.mark.parametrize(("one", "other"), NO_CONTRAST)
def test_saying_less_is_no_contrast(one: str, other: str) -> None:
    assert same_thing(one, other, lexicon()).contrast == ""


@pytest.mark.parametrize(("one", "other"), [("", ""), ("", "老年助餐"), ("一、", "二、")])
def test_nothing_is_like_nothing(one: str, other: str) -> None:
    assert same_thing(one, other, lexicon()).score == 0.0


def test_an_amount_is_not_taken_for_a_number_in_front() -> None:
    assert same_thing("2.5公里环城绿道", "5公里环城绿道", lexicon()).score < 1.0


LABELS = st.text(alphabet="城市农村低保标准孤儿散居集中供养1.、“”（）年2023助餐点", max_size=18)


@settings(max_examples=300, deadline=None)
@given(one=LABELS, other=LABELS)
def test_likeness_is_even_handed_and_within_bounds(one: str, other: str) -> None:
    for words in (lexicon(), Lexicon()):
        found, back = same_thing(one, other, words), same_thing(other, one, words)
        assert 0.0 <= found.score <= 1.0
        assert found.score == back.score
        assert bool(found.contrast) == bool(back.contrast)


@settings(max_examples=200, deadline=None)
@given(one=LABELS)
def test_a_label_never_contradicts_itself(one: str) -> None:
    found = same_thing(one, one, lexicon())
    assert found.contrast == ""
    assert found.score in (0.0, 1.0)
