"""A figure behind 共 or 合计 that adds up those before it is the whole, and they are its parts."""

import pytest

from engine.check import check_texts, document_of
from engine.extract import extract
from rules import load_cards
from standards.catalogue import load_catalogue


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("在东岭、西坪、南沟3个镇各新建2个助餐点，在其余乡镇新建4个，共10个。", 2),
        ("改造城区公厕12座、农村公厕30座，共计42座。", 2),
        ("东片改造管网12公里，西片改造管网8公里，合计20公里。", 2),
        ("组织进村演出600场；另组织广场演出200场，合计公益演出800场。", 2),
        ("培训农民200人、职工300人，共培训500人。", 2),
        ("改造甲片8户、乙片9户、丙片10户，总计27户。", 3),
        # What does not add up, is a rate, or stands in another sentence.
        ("新建公园3个、改造公园2个，共9个。", 0),
        ("新建公园3个。改造公园2个，共5个。", 0),
        ("新建公园5个，共投资600万元。", 0),
        ("入园率达到95%、巩固率达到4%，共99%。", 0),
        ("新建公园5个，共5个。", 0),
    ],
)
def test_what_adds_up(sentence: str, parts: int) -> None:
    found = extract(document_of(f"{sentence}\n", "plan")).commitments
    assert sum(c.part_of is not None for c in found) == parts
    assert all(c.part_of == found[-1].id for c in found if c.part_of is not None)


UPPER = (
    "南山市2024年民生实事方案\n一、主要任务\n1.公厕。全市改造公厕90座。\n"
    "附件\n南山市2024年任务分解表\n县区\t改造公厕（座）\n东河县\t42\n西河县\t48\n合计\t90\n"
)


@pytest.mark.parametrize(
    ("told", "short"),
    [
        ("改造城区公厕12座、农村公厕30座，共改造公厕42座。", False),
        ("在东岭、西坪、南沟3个镇各改造公厕10座，其他乡镇改造12座，共42座。", False),
        ("改造城区公厕12座、农村公厕28座，共改造公厕40座。", True),
    ],
)
def test_the_whole_answers(told: str, short: bool) -> None:
    plan = f"东河县2024年民生实事方案\n一、主要任务\n1.公厕。{told}\n"
    found = check_texts(plan, UPPER, load_cards(), load_catalogue())
    assert any(f.rule == "below-allocation" for f in found) is short


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("年底农村自来水普及率达到96%，更新管网98公里，12月10日前完工。", ["2024", "2024-12-10"]),
        ("年末公路优良路率达到91%，改造危桥8座，10月底前完工。", ["2024", "2024-10"]),
        ("今年改造公厕4座，11月25日前建成。", ["2024-11-25"]),
    ],
)
def test_the_end_of_the_year_is_a_day_of_its_own(sentence: str, days: list[str]) -> None:
    found = extract(document_of(f"东河县2024年民生实事方案\n1.{sentence}\n", "plan")).commitments
    assert [c.deadline for c in found] == days


@pytest.mark.parametrize(
    ("told", "rules"),
    [
        ("在东岭、西坪、南沟3个镇各改造公厕10座，其他乡镇改造12座，共43座。", {"parts-mismatch"}),
        ("改造城区公厕12座、农村公厕30座，共改造公厕44座。", {"parts-mismatch"}),
    ],
)
def test_a_sum_that_is_off_is_told_once(told: str, rules: set[str]) -> None:
    plan = f"东河县2024年民生实事方案\n一、主要任务\n1.公厕。{told}\n"
    found = check_texts(plan, UPPER, load_cards(), load_catalogue())
    assert {f.rule for f in found if f.severity == "error"} == rules


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("计划总投资2.4亿元，全部项目纳入台账。", "总投资"),
        ("全年安排资金3200万元，各项目按进度拨付。", "安排资金"),
        ("计划总投资2.4亿元，按季度调度。", "总投资"),
        ("投资2亿元，完成水厂扩建。", "水厂扩建投资"),
        ("投资2亿元，按进度完成城东水厂扩建。", "投资"),
    ],
)
def test_how_money_is_dealt_with_is_not_what_it_is_for(text: str, label: str) -> None:
    found = extract(document_of(f"云溪县2024年民生实事实施方案\n一、保障\n{text}\n", "plan.txt")).commitments
    assert [c.label for c in found] == [label]
