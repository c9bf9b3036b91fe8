"""What a figure grows by is held against the two figures: by the period it is told for, and as far as they are rounded."""

import pytest
from test_mechanisms import errors, findings


@pytest.mark.parametrize(
    ("words", "found"),
    [
        # Told for a month of a figure for a year, and the other way round.
        ("农村低保标准由每人每年6360元提高到6840元，每月提高40元。", False),
        ("农村低保标准由每人每年6360元提高到6840元，月人均提高40元。", False),
        ("农村低保标准由每人每年6360元提高到6840元，提高了每人每月40元。", False),
        ("农村低保标准由每人每年6360元提高到6840元，每月提高48元。", True),
        ("农村低保标准由每人每年6360元提高到6840元，提高40元。", True),
        ("农村低保标准由每人每年6360元提高到6840元，每年提高40元。", True),
        ("城市低保标准由每人每月700元提高到740元，每年增加480元。", False),
        ("城市低保标准由每人每月700元提高到740元，每人每年增加500元。", True),
        # A target of few digits was chosen: only the figure before it is rounded.
        ("公交日均客运量由2.0万人次提高到2.5万人次，增长25%。", False),
        ("公交日均客运量由2.0万人次提高到2.5万人次，增长27%。", False),
        ("公交日均客运量由2.0万人次提高到2.5万人次，增长20%。", True),
        ("年服务群众由上年的2.0万人次增加到2.5万人次，增长20%。", True),
        # It may also be what the growth makes of the figure before.
        ("职业技能培训由2.03万人次提高到2.2万人次，增长10%。", False),
        # Sums of money are reckoned, and both of them rounded.
        ("民生专项资金由2.0亿元增加到2.5亿元，增长20%。", False),
        ("民生专项资金由2.0亿元增加到2.5亿元，增长40%。", True),
    ],
)
def test_the_growth_told_follows_from_both_figures(words: str, found: bool) -> None:
    text = f"东河县2025年民生实事实施方案\n一、社会保障\n{words}责任单位：县民政局。完成时限：2025年12月底。\n"
    assert ("change-mismatch" in errors(text)) is found


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("民生专项资金由2.0亿元增加到2.5亿元，增长40%。", "增长40%"),
        ("实施资金5.2亿元，比上年的4.5亿元增长25.6%。", "增长25.6%"),
        ("城市低保标准由每人每月700元提高到740元，增幅 7.1%。", "增幅 7.1%"),
        ("送戏下乡由上年的180场增加到200场，增加了30场。", "增加了30场"),
        ("水质合格率提高2个百分点，由94%提高到97%。", "提高2个百分点"),
        ("转移就业比上年的1600人增加80人，达到1700人。", "增加80人"),
    ],
)
def test_a_growth_that_does_not_follow_is_shown_in_the_words_that_state_it(words: str, stated: str) -> None:
    text = f"东河县2025年民生实事实施方案\n一、社会保障\n{words}责任单位：县民政局。完成时限：2025年12月底。\n"
    told = next(f for f in findings(text) if f.rule == "change-mismatch")
    assert stated in [e.span.text for e in told.evidence]
