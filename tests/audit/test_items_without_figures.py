"""Items of a higher document that ask for a deed without a figure: taken up wherever the plan says the same."""

from functools import cache

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

UPPER = (
    "南山市2024年救助工作通知\n一、重点任务\n1.低保标准。城市低保标准不低于每人每月780元。\n"
    "2.{title}。{words}\n3.探访关爱。特殊困难老年人月探访率达到100%。\n"
)
PLAN = (
    "东河县2024年救助工作实施方案\n一、重点任务\n1.提高低保标准。城市低保标准提高到每人每月800元。\n"
    "2.做好临时救助。对急难对象先行救助。{words}\n3.开展探访关爱。特殊困难老年人月探访率达到100%。\n"
)
HOTLINE = ("主动发现", "各县（区）必须开通救助服务热线并向社会公布，确保困难群众求助有门。")
CHECKS = ("信息核对", "各地要依托核对平台对新申请对象逐户开展家庭经济状况核对。")
SIGNS = ("无障碍环境", "应当在公共服务场所设置无障碍停车位和低位服务台，方便残疾人办事。")
TRAIN = ("能力提升", "组织儿童主任参加业务培训，推动服务规范化。")


@cache
def _cards():
    return load_cards(()), load_catalogue()


def missing(item: tuple[str, str], said: str) -> list[str]:
    title, words = item
    cards, catalogue = _cards()
    found = check_texts(PLAN.format(words=said), UPPER.format(title=title, words=words), cards, catalogue)
    return [f.evidence[0].span.text for f in found if f.rule == "requirement-missing"]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (HOTLINE, "开通救助服务热线，号码在政府网站和村务公开栏公布。"),
        (HOTLINE, "县救助服务热线于3月开通，并向社会公布。"),
        (CHECKS, "依托市级核对平台，对新申请对象逐户核对家庭经济状况。"),
        (SIGNS, "在政务大厅等公共服务场所设置无障碍停车位、低位服务台。"),
        (TRAIN, "分两期组织儿童主任参加业务培训。"),
    ],
)
def test_the_deed_in_another_item_is_enough(item: tuple[str, str], said: str) -> None:
    assert missing(item, said) == []


@pytest.mark.parametrize("item", [HOTLINE, CHECKS, SIGNS, TRAIN])
@pytest.mark.parametrize(
    "said", ["", "救助资金按月发放，服务窗口公布咨询电话。", "在服务大厅公开办事流程，按季度开展督查。"]
)
def test_what_is_not_there_is_told_with_the_words_that_ask_for_it(item: tuple[str, str], said: str) -> None:
    (shown,) = missing(item, said)
    assert item[1] in shown
