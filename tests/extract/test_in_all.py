"""What several places do each is told in all."""

import pytest

from engine.check import document_of
from engine.extract import extract


def read(sentence: str) -> list[tuple[str, str, str, str]]:
    found = extract(document_of(f"{sentence}\n", "plan")).commitments
    return [(c.bound.op, str(c.bound.value), c.unit, str(c.baseline or "")) for c in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("在柳林、石桥、塘口3个镇各新建2个助餐点。", [("=", "6", "个")]),
        ("在4个乡镇各新建助餐点2个。", [("=", "8", "个")]),
        ("全县12个乡镇各建成1所幼儿园。", [("=", "12", "所")]),
        ("3个街道、8个镇各建1个食堂。", [("=", "11", "个")]),
        ("四个街道各建成1个以上食堂。", [(">=", "4", "个")]),
        ("5个乡镇（街道）各培训农民200人以上。", [(">=", "1000", "人")]),
        ("9个街镇各建成1个综合养老服务中心。", [("=", "9", "个")]),
        ("6个镇办各新建2处口袋公园。", [("=", "12", "处")]),
        ("全区11个街道乡镇各配备自动体外除颤器3台。", [("=", "33", "台")]),
        ("8个村各硬化道路1.5公里。", [("=", "12.0", "公里")]),
        ("在石桥等4个镇各新建1处停车场、2个公园。", [("=", "4", "处"), ("=", "8", "个")]),
        # So many of each, where nobody says how many there are, or what is given to each household.
        ("柳林、石桥两镇各新建1个市场。", [("=", "1", "个/镇")]),
        ("柳林镇、石桥镇各新建公厕3座。", [("=", "3", "座"), ("=", "3", "座")]),
        ("为20户家庭各安装1套报警器。", [("=", "20", "户"), ("=", "1", "套/户")]),
        ("新建小学、幼儿园各2所。", [("=", "2", "所"), ("=", "2", "所")]),
        ("5个乡镇共新建助餐点8个。", [("=", "5", "个"), ("=", "8", "个")]),
        ("5个乡镇各补助10万元。", [("=", "5", "个"), ("=", "100000", "元")]),
    ],
)
def test_what_several_places_do_each_is_told_in_all(sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert [found[:3] for found in read(sentence)] == expected
