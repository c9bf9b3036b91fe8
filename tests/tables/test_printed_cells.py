from decimal import Decimal

import pytest

from engine.tables.printed import read_cell, split_unit


@pytest.mark.parametrize(
    ("cell", "value", "decimals", "unit"),
    [
        ("120", "120", 0, ""),
        ("1,234.50", "1234.50", 2, ""),
        ("１２３", "123", 0, ""),
        ("２，３００", "2300", 0, ""),
        (" 95% ", "95", 0, "%"),
        ("95％", "95", 0, "%"),
        ("1.79万", "17900", 2, ""),
        ("50户", "50", 0, "户"),
        ("12名", "12", 0, "人"),
        ("3.5万平方米", "35000", 1, "平方米"),
        ("80元/人·月", "80", 0, "元/人/月"),
        ("约40", "40", 0, ""),
        ("40左右", "40", 0, ""),
        ("120①", "120", 0, ""),
        ("120*", "120", 0, ""),
        ("-3", "-3", 0, ""),
        ("二十", "20", 0, ""),
        ("一百二十户", "120", 0, "户"),
        ("20（含5户续建）", "20", 0, ""),
        ("20户（其中新建5户）", "20", 0, "户"),
    ],
)
def test_figures_are_read_exactly(cell: str, value: str, decimals: int, unit: str) -> None:
    printed = read_cell(cell)
    assert (printed.state, printed.value, printed.decimals, printed.unit) == ("figure", Decimal(value), decimals, unit)


@pytest.mark.parametrize("cell", ["", " ", "\u00a0", "\u3000", "-", "—", "——", "/", "无", "N/A"])
def test_blanks(cell: str) -> None:
    assert read_cell(cell).state == "blank"


@pytest.mark.parametrize(
    "cell",
    [
        "不低于95%",
        "东河镇",
        "2022年",
        "6月底",
        "3月",
        "达到80%以上",
        "1项改造、2项新建",
        "2-3个",
        "一",
        "三月",
        "一季度",
        "十二月",
        "三类",
        "二十（待定）",
        "20（另有5户）",
    ],
)
def test_words_are_no_figures(cell: str) -> None:
    assert read_cell(cell).state == "words"


@pytest.mark.parametrize("cell", ["#REF!", "####", "1O0", "12 0", "1..2", "1\ufffd3", "9" * 30])
def test_damaged_figures_are_neither_words_nor_figures(cell: str) -> None:
    assert read_cell(cell).state == "damaged"


def test_offsets_leave_out_the_blanks_and_the_footnote_mark() -> None:
    cell = " 1,200① "
    printed = read_cell(cell)
    assert cell[printed.start : printed.end] == "1,200"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("万元", (4, "元")),
        ("元/人·月", (0, "元/人/月")),
        ("元/月·人", (0, "元/人/月")),
        ("万人次", (4, "人次")),
        ("千瓦", (0, "千瓦")),
        ("万方", (4, "立方米")),
        ("亿元", (8, "元")),
        ("街道", None),
        ("责任单位", None),
    ],
)
def test_units(words: str, expected: tuple[int, str] | None) -> None:
    assert split_unit(words) == expected
