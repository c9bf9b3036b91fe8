"""Chinese numbers, percentages and ranges as the public specifications of Recognizers-Text (MIT) read them.

``GOUJI_RECOGNIZERS`` names a checkout of that project, or its ``Specs`` folder; without it nothing is tested here, and
none of its cases is kept in this project. Each case is one opinion: where theirs is not Chinese official usage
(``NOT_OURS`` says why), it is left out and counted; the rest has to agree.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from engine.extract.groups import join_ranges
from engine.extract.scan import FIGURE, Figure, read_figure
from engine.normalise.clean import clean
from engine.quantity.numerals import arabic, chinese

PLACE = "GOUJI_RECOGNIZERS"
_NUMERAL = "[零〇一二两三四五六七八九十百千]"
_CHINESE = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?")
_ARABIC = re.compile(r"(\d+(?:,\d{3})*(?:\.\d+)?)(十万|百万|千万|百亿|千亿|万亿|百|千|万|亿|)")
_INTERVAL = re.compile(r"([\[(])([^,]*),([^,]*)([\])])")

# Theirs is another language use, not another reading of the same words.
NOT_OURS = {
    "a negative figure": re.compile("^[-负負]"),
    "a suffix of computing (k, M, G, T)": re.compile(r"\d\s*[kKmMgGtTＫＭＧＴ]", re.ASCII),
    "a discount (成, 折)": re.compile("[成折]"),
    "an indefinite number (几, 多, 余)": re.compile("[几幾多余餘數数]"),
    "numerals of a cheque or an older style (壹, 拾, 廿, 兆, 半, 打, 双)": re.compile(
        "[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟倆俩廿卅兆半打双雙对對]"
    ),
    "a fraction": re.compile("分之(?!.*%)(?<!百分之)|/"),
    "an age, an ordinal": re.compile("[第岁歲]"),
    "a comparison no plan uses (比…大, 之下, 或者更多)": re.compile("比|之下|更多|更少|大约|位于|介于|或者?以|等于"),
    "two conditions in one": re.compile(
        "(?:大于|超过|多于|最多|不大于).*(?:小于|低于|少于|最少|不小于)|以上.*以下|同时|并且|且"
    ),
}


class Case(NamedTuple):
    kind: str
    surface: str
    sentence: str
    value: str


def _folder() -> Path | None:
    named = os.environ.get(PLACE)
    for folder in (Path(named), Path(named) / "Specs") if named else ():
        if (folder / "Number" / "Chinese").is_dir():
            return folder / "Number" / "Chinese"
    return None


def _cases() -> Iterator[Case]:
    folder = _folder()
    for kind in ("NumberModel", "PercentModel", "NumberRangeModel") if folder else ():
        assert folder is not None
        for case in json.loads((folder / f"{kind}.json").read_text("utf-8-sig")):
            for result in case["Results"]:
                yield Case(kind, result["Text"], case["Input"], result["Resolution"]["value"])


def ours(case: Case) -> bool:
    return not any(pattern.search(case.surface) for pattern in NOT_OURS.values())


def number(surface: str) -> Fraction | None:
    words = "".join(clean(surface).text.split())
    plain = _ARABIC.fullmatch(words)
    if plain:
        return Fraction(arabic(plain[1], plain[2]).value)
    value = chinese(words) if _CHINESE.fullmatch(words) else None
    return None if value is None else Fraction(value)


def scanned(words: str) -> list[Figure]:
    """Return the figures of some words; a numeral in Chinese is counted in 个, since alone it is no figure in a plan."""
    text = re.sub(rf"{_NUMERAL}+(?!{_NUMERAL}|个|分之|点)", r"\g<0>个", clean(words).text)
    found = [read_figure(text, match) for match in FIGURE.finditer(text)]
    return join_ranges(text, [figure for figure in found if figure is not None])


def share(surface: str) -> Fraction | None:
    text = clean("".join(surface.split())).text
    figures = [figure for match in FIGURE.finditer(text) if (figure := read_figure(text, match)) is not None]
    right = [f for f in figures if f.unit in ("%", "百分点")]
    return Fraction(right[0].value) if len(right) == 1 == len(figures) else None


def allows(figure: Figure, interval: str) -> bool:
    """Whether a figure has the ends of an interval; 以上 and a range's upper end are theirs to open (art. 1259)."""
    match = _INTERVAL.fullmatch(interval)
    assert match is not None
    low, high = (Decimal(end) if end else None for end in (match[2], match[3]))
    lenient = figure.right != "" or figure.op == "range"
    if figure.op == "range" or low == high:
        return (figure.value, figure.high if figure.op == "range" else figure.value) == (low, high)
    if low is not None and high is None:
        return figure.value == low and figure.op in (">=", ">") and (lenient or (figure.op == ">") == (match[1] == "("))
    if high is not None and low is None:
        return (
            figure.value == high and figure.op in ("<=", "<") and (lenient or (figure.op == "<") == (match[4] == ")"))
        )
    return False


def agrees(case: Case) -> bool:
    if case.kind == "NumberModel":
        value = number(case.surface)
        return value is not None and value == Fraction(case.value)
    if case.kind == "PercentModel":
        value = share(case.surface)
        return value is not None and value == Fraction(case.value.rstrip("%"))
    return any(allows(figure, case.value) for figure in scanned(case.surface))


CASES = list(_cases())
needs_them = pytest.mark.skipif(not CASES, reason=f"set {PLACE} to a checkout of microsoft/Recognizers-Text")
# What of their opinion is ours too, at the least; the rest are notations that no plan was seen to use.
AT_LEAST = {"NumberModel": 0.85, "PercentModel": 0.85, "NumberRangeModel": 0.75}


@needs_them
@pytest.mark.parametrize("kind", sorted(AT_LEAST))
def test_their_reading_is_ours(kind: str, record_property: pytest.RecordProperty) -> None:
    judged = [case for case in CASES if case.kind == kind and ours(case)]
    differing = [case for case in judged if not agrees(case)]
    left_out = sum(case.kind == kind for case in CASES) - len(judged)
    record_property("agreement", f"{len(judged) - len(differing)}/{len(judged)}, {left_out} of another usage")
    print(f"\n{kind}: {len(judged) - len(differing)} of {len(judged)} agree, {left_out} left out")
    for case in differing:
        print(f"  {case.surface!r}: theirs {case.value}")
    assert judged
    assert len(judged) - len(differing) >= AT_LEAST[kind] * len(judged), differing


def test_a_case_of_another_usage_is_left_out() -> None:
    assert not ours(Case("PercentModel", "七成", "七成", "70%"))
    assert not ours(Case("NumberModel", "-10000", "-10000", "-10000"))
    assert ours(Case("PercentModel", "百分之二十", "百分之二十", "20%"))


def test_the_comparison_itself() -> None:
    assert agrees(Case("NumberModel", "三千 五", "", "3500"))
    assert not agrees(Case("NumberModel", "三千五", "", "3005"))
    assert agrees(Case("PercentModel", "百分之二十", "", "20%"))
    assert agrees(Case("NumberRangeModel", "不小于30", "", "[30,)"))
    assert not agrees(Case("NumberRangeModel", "不小于30", "", "(30,)"))
    assert agrees(Case("NumberRangeModel", "500以上", "", "(500,)"))
