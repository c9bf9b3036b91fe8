"""What a figure grows by is held against the two figures: by the period it is told for, and as far as they are rounded."""

import pytest
from test_mechanisms import errors


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
