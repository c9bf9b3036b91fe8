"""What an indicator's own unit adds to a printed one, and what it never changes."""

import pytest

from engine.resolve.units import fit_unit

# the unit printed, the indicator's own, the unit compared, how it came about
SUPPLIED = [
    ("元/月", "元/人/月", "元/人/月", "supplied"),
    ("元/年", "元/人/月", "元/人/年", "supplied"),
    ("元/学期", "元/生/年", "元/生/学期", "supplied"),
    ("张", "张/千人", "张/千人", "supplied"),
    ("元", "元/人/月", "元/人/月", "period"),
    ("元/人", "元/人/月", "元/人/月", "period"),
    ("元/人/年", "元/人/月", "元/人/年", "exact"),
    ("元/生/年", "元/人/年", "元/人/年", "exact"),
    ("元/户/月", "元/户/月", "元/户/月", "exact"),
    ("公里", "米", "公里", "exact"),
    ("%", "%", "%", "exact"),
    ("", "元/人/月", "", "unitless"),
]
APART = [("人", "元/人/月"), ("元/户/月", "元/人/月"), ("元/人/天", "元/人/月"), ("人次", "人"), ("元/人/月", "元")]


@pytest.mark.parametrize(("printed", "own", "compared", "quality"), SUPPLIED)
def test_an_indicator_supplies_what_the_words_leave_out(printed, own, compared, quality):
    fit = fit_unit(printed, own)
    assert fit is not None and (fit.unit, fit.quality) == (compared, quality)


@pytest.mark.parametrize(("printed", "own"), APART)
def test_an_indicator_never_changes_what_the_words_say(printed, own):
    assert fit_unit(printed, own) is None


def test_a_period_that_cannot_be_guessed_stays_open():
    fit = fit_unit("元/人", "元/人/月", periods=("月", "年"))
    assert fit is not None and (fit.unit, fit.quality) == ("元/人", "open")


def test_another_spelling_of_the_unit_is_the_unit():
    fit = fit_unit("张", "个", others=("张",))
    assert fit is not None and (fit.unit, fit.quality) == ("个", "exact")
