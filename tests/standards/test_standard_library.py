"""The shipped library: valid, cited, dated, and right where the documents are at hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from engine.quantity.formula import parse_formula
from engine.quantity.units import parse_unit
from standards.files.loader import LIBRARY, load_library, standards_for, validate_file
from standards.in_force.timeline import state_on

FILES = sorted(LIBRARY.rglob("*.yaml"))
ALL = load_library()
REQUIREMENTS = [(s, r) for s in ALL for r in s.requirements]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_every_file_is_valid(path):
    assert [fault.sentence.zh for fault in validate_file(path)] == []


def test_ids_are_unique_sorted_and_the_paths():
    ids = [s.id for s in ALL]
    assert ids == sorted(set(ids))
    assert set(ids) == {path.relative_to(LIBRARY).with_suffix("").as_posix() for path in FILES}


def test_every_value_says_how_far_and_when_it_was_verified():
    for s, r in REQUIREMENTS:
        for v in r.values:
            assert v.confidence, (s.id, r.id)
            assert v.checked, (s.id, r.id)
            assert v.title, (s.id, r.id)


def test_what_has_no_document_number_says_so():
    for s, r in REQUIREMENTS:
        for v in [v for v in r.values if not v.number]:
            assert "文号" in v.note + s.note, (s.id, r.id)


def test_what_was_worked_out_or_not_verified_says_why():
    for s, r in REQUIREMENTS:
        for v in [v for v in r.values if v.confidence in ("derived", "unverified")]:
            assert v.note or s.note, (s.id, r.id)


def test_addresses_are_web_addresses():
    urls = [s.url for s in ALL] + [v.url for _, r in REQUIREMENTS for v in r.values]
    assert all(url.startswith(("https://", "http://")) for url in urls if url)


def by_id(standard: str, requirement: str):
    return next(r for s, r in REQUIREMENTS if (s.id, r.id) == (standard, requirement))


PENSION, HEALTH = ("全国/2015-basic-pension", "minimum"), ("全国/2018-basic-public-health", "subsidy")
MEDICAL = ("全国/2018-resident-medical-insurance", "subsidy")
HUNAN = "湖南省/2023-social-assistance"


@pytest.mark.parametrize(
    ("where", "day", "state", "amount", "confidence"),
    [
        (PENSION, "2022-06-30", "in-force", "93", "primary"),
        (PENSION, "2022-07-01", "in-force", "98", "primary"),
        (PENSION, "2023-12-31", "in-force", "103", "press"),
        (PENSION, "2025-12-31", "in-force", "143", "unverified"),
        (PENSION, "2026-06-30", "unknown", "163", "press"),
        (MEDICAL, "2021-12-31", "in-force", "580", "press"),
        (MEDICAL, "2022-12-31", "in-force", "610", "primary"),
        (MEDICAL, "2023-12-31", "in-force", "640", "press"),
        (MEDICAL, "2025-12-31", "in-force", "700", "derived"),
        (HEALTH, "2018-12-31", "in-force", "55", "unverified"),
        (HEALTH, "2020-12-31", "in-force", "74", "derived"),
        (HEALTH, "2023-12-31", "in-force", "89", "press"),
        ((HUNAN, "urban-minimum-living"), "2022-12-31", "unknown", "600", "press"),
        ((HUNAN, "urban-minimum-living"), "2023-12-31", "in-force", "650", "primary"),
        ((HUNAN, "urban-minimum-living"), "2024-12-31", "in-force", "700", "primary"),
        ((HUNAN, "rural-minimum-living"), "2023-12-31", "in-force", "5000", "unverified"),
        ((HUNAN, "orphan-scattered"), "2024-12-31", "in-force", "1150", "primary"),
        (("全国/2023-compulsory-education-funds", "junior-school"), "2023-03-01", "in-force", "940", "press"),
        (("全国/2021-nutrition-meal", "meal-subsidy"), "2021-08-31", "unknown", "4", "press"),
        (("全国/2022-public-services-plan", "childcare-places"), "2022-12-31", "in-force", "4.5", "press"),
        (
            ("全国/2022-basic-public-health-performance", "standardized-health-record"),
            "2024-01-01",
            "repealed",
            "62",
            "press",
        ),
    ],
)
def test_known_values(where, day, state, amount, confidence):
    found, value = state_on(by_id(*where), date.fromisoformat(day))
    assert (found, value.bound.value, value.confidence) == (state, Decimal(amount), confidence)


def test_goals_of_2025_are_targets_and_do_not_bind_earlier():
    plan = next(s for s in ALL if s.id == "全国/2022-public-services-plan")
    rates = [r for r in plan.requirements if r.binding != "total"]
    assert {r.binding for r in rates} == {"target"}
    assert {r.meet_by for r in rates} == {date(2025, 12, 31)}


@pytest.mark.parametrize(
    ("id", "places", "total"),
    [
        ("urban-employment", 24, "5000"),
        ("two-cancer-screening", 24, "20402"),
        ("age-friendly-homes", 7, "656"),
        ("disabled-children", 22, "81"),
        ("barrier-free-homes", 7, "300"),
        ("water-storage", 13, "710000"),
        ("water-sources", 18, "50"),
    ],
)
def test_township_shares_of_the_annex(id, places, total):
    shares = by_id("湖南省/益阳市/安化县/2023-livelihood", id).allotted
    assert len(shares) == places
    assert sum(share for _, share in shares) == Decimal(total)


def test_the_chain_of_a_county_and_of_its_township():
    county = [s.place for s in standards_for("湖南省/益阳市/安化县", "county")]
    township = [s.place for s in standards_for("湖南省/益阳市/安化县/大福镇", "township")]
    assert set(county) == {"全国", "湖南省"}
    assert set(township) == {"全国", "湖南省", "湖南省/益阳市/安化县"}
    assert "安徽省" not in township


def test_every_unit_can_be_compared():
    for s, r in REQUIREMENTS:
        dimensions = {parse_unit(v.unit).dimension for v in r.values}
        assert len(dimensions) <= 1, (s.id, r.id)


def test_the_national_chain_of_formulas_can_be_worked_out():
    urban = by_id("全国/2016-extreme-poverty", "urban")
    living = state_on(by_id(HUNAN, "urban-minimum-living"), date(2024, 12, 31))[1]
    result = parse_formula(urban.formula).value({"urban-minimum-living-allowance": Fraction(living.bound.value)})
    assert result == by_id(HUNAN, "extreme-poverty-urban").values[0].bound.value
