"""Which value of a chain counts, and why."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from standard_samples import requirement, standard, value

from standards.in_force.strictest import Candidate, strictest

CHAIN = [("全国", "nation"), ("青岚省", "province"), ("青岚省/云溪市", "city"), ("青岚省/云溪市/白石县", "county")]


def candidates(*values):
    return [
        Candidate(standard(place, level), requirement(v), v) for (place, level), v in zip(CHAIN, values, strict=False)
    ]


def amounts(*texts, **more):
    return [value(text, "2022-01-01", **more) for text in texts]


def test_the_highest_floor_counts_and_the_others_say_why_not():
    choice = strictest(candidates(*amounts("600", "1100", "1050")))
    assert choice.chosen.standard.place == "青岚省"
    assert "3" in choice.reason.zh
    assert [c.standard.place for c, _ in choice.aside] == ["全国", "青岚省/云溪市"]


def test_the_lowest_ceiling_counts():
    choice = strictest(candidates(*amounts("12", "10", "11", op="<=")), ceiling=True)
    assert choice.chosen.value.bound.value == 10


def test_of_equal_ones_the_nearest_is_cited():
    choice = strictest(candidates(*amounts("1100", "1100")))
    assert choice.chosen.standard.level == "province"
    assert "相同" in choice.reason.zh
    assert "相同" in choice.aside[0][1].zh


def test_an_excluded_end_asks_more():
    (over,) = amounts("95", op=">", unit="%")
    (from_,) = amounts("95", unit="%")
    assert strictest(candidates(over, from_)).chosen.value is over


def test_amounts_are_compared_in_one_unit():
    yearly, monthly = value("13200", "2022-01-01", unit="元/人/年"), value("1090", "2022-01-01")
    assert strictest(candidates(monthly, yearly)).chosen.value is yearly
    assert strictest(candidates(yearly, monthly)).chosen.value is yearly


def test_another_dimension_is_set_aside():
    choice = strictest([*candidates(*amounts("1100")), *candidates(value("9000", "2022-01-01", unit="元/户/月"))])
    assert choice.chosen.value.bound.value == 1100
    assert "单位" in choice.aside[0][1].zh


def test_an_approximate_value_counts_only_alone():
    about, exact = value("80", "2022-01-01", unit="%", op="~"), value("70", "2022-01-01", unit="%")
    assert strictest(candidates(about, exact)).chosen.value is exact
    assert strictest(candidates(about)).chosen.value is about


def test_what_was_verified_is_kept_beside_a_stricter_value_that_was_not():
    unverified = replace(value("163", "2022-01-01"), confidence="unverified")
    press = replace(value("143", "2022-01-01"), confidence="press")
    choice = strictest(candidates(press, unverified))
    assert choice.chosen.value is unverified
    assert choice.verified.value is press


@pytest.mark.parametrize("given", [[], ()])
def test_nothing_in_force_is_no_choice(given):
    assert strictest(given) is None
