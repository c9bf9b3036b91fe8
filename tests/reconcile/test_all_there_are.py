"""How many of a thing a place has, told twice."""

import pytest

from engine.check import check_texts
from rules import load_cards
from standards.catalogue import load_catalogue

CARDS, CATALOGUE = load_cards(), load_catalogue()


def clash(first: str, second: str) -> bool:
    plan = f"东河县2024年民生实事方案\n一、基本情况\n{first}\n二、重点任务\n1.基层服务。{second}\n2.就业。城镇新增就业500人。\n"
    return any(f.rule == "conflicting-values" for f in check_texts(plan, None, CARDS, CATALOGUE))


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("现有县级医院2家、乡镇卫生院6所、村卫生室37所。", "对全县73所村卫生室开展一次清查。", True),
        ("全县现有村卫生室137所。", "对全县173所村卫生室开展一次清查。", True),
        ("我县共有137所村卫生室。", "为全县173所村卫生室统一配备药品。", True),
        ("全县现有养老机构24家。", "对全县现有42家养老机构开展消防检查。", True),
        ("全县共有村卫生室137所。", "目前全县共有村卫生室145所，逐一开展清查。", True),
        ("辖行政村164个。", "全县146个行政村每村每月放映电影1场。", True),
        # The same, some of them, another kind, another year, and what is added.
        ("现有村卫生室37所。", "对全县37所村卫生室开展一次清查。", False),
        ("现有中小学45所。", "对全县32所中小学实施校舍维修。", False),
        ("现有村卫生室137所。", "对全县173所标准化村卫生室开展一次清查。", False),
        ("现有村卫生室37所。", "改造村卫生室73所。", False),
        ("2022年末，全县共有村卫生室137所。", "对全县173所村卫生室开展一次清查。", False),
        ("现有村卫生室137所。", "新建村卫生室36所，对全县173所村卫生室开展一次清查。", False),
        ("城关镇辖行政村12个，石桥镇辖行政村15个。", "石桥镇有行政村18个。", False),
        ("城区建有养老机构24家。", "农村现有养老机构42家。", False),
        ("城区现有养老机构124家，农村现有养老机构142家。", "改造提升。", False),
        ("东河县现有村卫生室137所。", "全县共有村卫生室145所。", True),
        ("现有村卫生室37所。", "对全县73名乡村医生开展培训。", False),
    ],
)
def test_all_there_are(first: str, second: str, found: bool) -> None:
    assert clash(first, second) is found
