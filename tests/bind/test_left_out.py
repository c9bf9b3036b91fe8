"""Whom a plan leaves out in so many words, or confines itself to, against a higher document that is for all of them."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CATALOGUE = load_catalogue()
CARDS = load_cards()


def rules_of(plan, upper):
    return [f.rule for f in check_texts(plan, upper, CARDS, CATALOGUE) if f.severity != "note"]


@pytest.mark.parametrize(
    ("upper", "plan"),
    [
        ("1.课后服务。学校学生全部提供课后服务，参与率不低于90%。", "1.课后服务。学校学生课后服务参与率90%，民办学校暂不纳入。"),
        ("1.护理。重度残疾人护理补贴每人每月不低于110元。", "1.护理。重度残疾人护理补贴每人每月110元，仅限一级残疾人。"),
        (
            "1.文化。行政村、社区均建成文化中心，每个中心每年开展活动不少于12次。",
            "1.文化。行政村建成文化中心，每个中心每年开展活动12次，社区不纳入本次范围。",
        ),
        ("1.乘车。60周岁以上老年人乘车补助每年不低于200元。", "1.乘车。60周岁以上老年人乘车补助每年200元，只面向本县户籍老年人。"),
        ("1.接种。为适龄女生免费接种疫苗，接种率不低于90%。", "1.接种。为城区适龄女生免费接种疫苗，接种率达到92%。"),
        ("1.体检。为65周岁及以上老年人免费体检，每人每年不少于1次。", "1.体检。为70周岁及以上老年人免费体检，每人每年1次。"),
    ],
)  # fmt: skip
def test_who_is_left_out_is_told(upper, plan):
    assert rules_of(plan, upper) == ["scope-narrowed"]


@pytest.mark.parametrize(
    ("upper", "plan"),
    [
        ("1.资助。低保对象参保每人每年资助380元。", "1.资助。低保对象参保每人每年资助380元，每人仅限一次。"),
        ("1.救助。大病患者救助比例不低于70%。", "1.救助。大病患者救助比例70%，已享受其他救助的患者不重复享受。"),
        ("1.护理。重度残疾人护理补贴每人每月110元，仅限一级残疾人。", "1.护理。重度残疾人护理补贴每人每月110元，仅限一级残疾人。"),
        ("1.体检。为65周岁及以上老年人免费体检，每人每年不少于1次。", "1.体检。为60周岁及以上老年人免费体检，每人每年1次。"),
        (
            "1.体检。为65周岁及以上老年人免费体检，每人每年不少于1次。",
            "1.体检。为65-69周岁老年人免费体检，每人每年1次。\n2.体检。为70周岁及以上老年人免费体检，每人每年2次。",
        ),
    ],
)  # fmt: skip
def test_conditions_and_tiers_leave_nobody_out(upper, plan):
    assert "scope-narrowed" not in rules_of(plan, upper)


@pytest.mark.parametrize(
    "upper",
    [
        "1.补贴。困难残疾人生活补贴和重度残疾人护理补贴标准每人每月均不低于110元。",
        "1.补贴。困难残疾人生活补贴、重度残疾人护理补贴每人每月均不低于110元。",
    ],
)
def test_one_figure_for_each_of_two_benefits_is_asked_for_both(upper):
    assert rules_of("1.补贴。重度残疾人护理补贴标准每人每月110元。", upper) == ["target-dropped"]


def test_residents_of_town_and_country_are_everybody():
    upper = "1.医保。基本医疗保险参保率不低于95%。"
    assert rules_of("1.医保。城乡居民基本医疗保险参保率达到96%。", upper) == []
